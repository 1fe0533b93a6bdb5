//! Recognises the kind of a file by its contents and its extension.

use crate::mail;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A ZIP archive.
    Archive,
    /// A web page, also one that SingleFile saved.
    Html,
    /// A web page with its pictures, as browsers save it.
    Mhtml,
    /// A list of links in HTML, as Pocket and browsers export it.
    LinkList,
    /// Pocket's CSV.
    Pocket,
    /// Instapaper's CSV.
    Instapaper,
    /// Readwise Reader's CSV.
    Readwise,
    /// Readwise's CSV of highlights.
    ReadwiseHighlights,
    /// The highlights of Pocket's items.
    PocketAnnotations,
    /// Text or Markdown.
    Seed,
    /// A feed or a list of feeds in XML: RSS, Atom or OPML.
    Feed,
    /// A JSON Feed.
    JsonFeed,
    /// A bibliography in the JSON of the Citation Style Language, as Zotero exports it.
    CslJson,
    /// A bibliography in RIS.
    Ris,
    /// A bibliography in BibTeX or BibLaTeX.
    Bibtex,
    /// An e-mail.
    Mail,
    /// E-mails one after the other.
    Mailbox,
    /// A PDF file.
    Pdf,
    /// None of these, with the reason and the remedy.
    Unsupported(&'static str),
}

/// The bytes at the start of a file that show its kind.
pub(crate) const SAMPLE: usize = 4096;

/// The starts of the contents of kinds that cannot be imported yet.
const KNOWN_STARTS: &[(&[u8], &str)] = &[
    (b"\x1f\x8b", "This file is compressed with gzip. Unpack it, and import what is in it."),
    (b"Rar!", "RAR archives cannot be read. Unpack it, and pack the files as a ZIP archive."),
    (b"7z\xbc\xaf", "7z archives cannot be read. Unpack it, and pack the files as a ZIP archive."),
];

const UNKNOWN: &str = "This kind of file cannot be imported. Web pages, text, Markdown, e-books, \
                       e-mails, feeds, bibliographies, Word and PDF files, and the exports of \
                       Omnivore, Pocket, Instapaper and Readwise can.";

/// The most bytes before the header of a PDF file.
const MAX_BEFORE_PDF: usize = 1024;

impl Kind {
    /// Returns the kind of a file. The contents decide where they are certain, and otherwise the
    /// extension.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Self::Archive;
        }
        let head = bytes.get(..MAX_BEFORE_PDF).unwrap_or(bytes);
        if bytes.starts_with(b"%PDF-") {
            return Self::Pdf;
        }
        if let Some((_, reason)) = KNOWN_STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Self::Unsupported(reason);
        }
        let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let extension = file.rsplit_once('.').map_or("", |(_, it)| it).to_ascii_lowercase();
        let sample = String::from_utf8_lossy(bytes.get(..SAMPLE).unwrap_or(bytes));
        let start = sample.trim_start_matches('\u{feff}').trim_start();
        match &*extension {
            "csv" => Self::of_csv(start),
            "mhtml" | "mht" => Self::Mhtml,
            "html" | "htm" | "xhtml" | "shtml" => match is_link_list(start) {
                true => Self::LinkList,
                // Internet Explorer wrote MHTML with any extension.
                false if is_mhtml(start) => Self::Mhtml,
                false => Self::Html,
            },
            "txt" | "md" | "markdown" | "mdx" => Self::Seed,
            "pdf" if head.windows(5).any(|it| it == b"%PDF-") => Self::Pdf,
            "pdf" => Self::Unsupported("This is no PDF file, whatever its name says."),
            "ris" => Self::Ris,
            "bib" | "bibtex" | "biblatex" => Self::Bibtex,
            "mbox" => Self::Mailbox,
            // Newsletters are related parts, too.
            "eml" => match is_mhtml(start) && is_saved_page(start) {
                true => Self::Mhtml,
                false => Self::Mail,
            },
            "opml" | "rss" | "atom" | "rdf" => Self::Feed,
            "json" => Self::of_json(bytes, start),
            _ if is_link_list(start) => Self::LinkList,
            _ if is_mhtml(start) => Self::Mhtml,
            _ if is_feed(start) => Self::Feed,
            _ if is_html(start) => Self::Html,
            _ if mail::is_mailbox(bytes) => Self::Mailbox,
            _ => Self::Unsupported(UNKNOWN),
        }
    }

    /// Recognises JSON by the names of its first fields.
    fn of_json(bytes: &[u8], start: &str) -> Self {
        let has = |name: &str| start.contains(&format!("\"{name}\""));
        let is_list = start.starts_with('[') || has("items");
        match () {
            () if start.contains("://jsonfeed.org/version/") => Self::JsonFeed,
            // The version may come after the items.
            () if start.starts_with('{') && contains(bytes, b"://jsonfeed.org/version/") => {
                Self::JsonFeed
            }
            () if start.starts_with('[') && has("highlights") && has("url") => {
                Self::PocketAnnotations
            }
            () if is_list && has("type") && (has("title") || has("issued") || has("id")) => {
                Self::CslJson
            }
            () => Self::Unsupported(
                "This JSON file is none of the forms that can be imported: JSON Feed, CSL-JSON and \
                 Pocket's highlights.",
            ),
        }
    }

    /// Recognises a table by the names of its columns, in any order.
    fn of_csv(start: &str) -> Self {
        let header = start.lines().next().unwrap_or_default().to_lowercase();
        let names: Vec<&str> =
            header.split(',').map(|name| name.trim().trim_matches('"')).collect();
        let has = |all: &[&str]| all.iter().all(|name| names.contains(name));
        match () {
            () if has(&["url", "time_added"]) => Self::Pocket,
            () if has(&["url", "folder", "timestamp"]) => Self::Instapaper,
            () if has(&["url", "saved date", "location"]) => Self::Readwise,
            () if has(&["highlight", "book title"]) => Self::ReadwiseHighlights,
            () => Self::Unsupported(
                "This table is not an export of Pocket, Instapaper or Readwise: its columns are \
                 others. Export it again from there.",
            ),
        }
    }
}

fn is_html(start: &str) -> bool {
    let lower = start.get(..start.floor_char_boundary(1024)).unwrap_or_default().to_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| lower.contains(tag))
        && lower.starts_with('<')
}

fn is_feed(start: &str) -> bool {
    let lower = start.get(..start.floor_char_boundary(1024)).unwrap_or_default().to_lowercase();
    ["<rss", "<feed", "<atom:feed", "<rdf:rdf", "<opml"].iter().any(|tag| lower.contains(tag))
        && lower.starts_with('<')
        && !lower.contains("<html")
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

fn is_mhtml(start: &str) -> bool {
    let lower = start.to_ascii_lowercase();
    lower.contains("mime-version:") && lower.contains("multipart/related")
}

fn is_saved_page(start: &str) -> bool {
    let lower = start.to_ascii_lowercase();
    lower.contains("snapshot-content-location:") || lower.contains("saved by ")
}

fn is_link_list(start: &str) -> bool {
    let lower = start.to_ascii_lowercase();
    let is_exported = |title| lower.starts_with('<') && lower.contains(title);
    lower.starts_with("<!doctype netscape-bookmark-file-1>")
        || is_exported("<title>pocket export</title>")
        || is_exported("<title>instapaper: export</title>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, start: &str, expected: Kind) {
        assert_eq!(Kind::of(name, start.as_bytes()), expected, "{name}");
    }

    #[test]
    fn contents_and_extension_tell_the_kind() {
        check("export.zip", "PK\u{3}\u{4}", Kind::Archive);
        check("export", "PK\u{3}\u{4}", Kind::Archive);
        check("a/ferry.HTML", "<p>x", Kind::Html);
        check("ferry", "\u{feff}<!DOCTYPE HTML><title>x", Kind::Html);
        check("ferry.mht", "", Kind::Mhtml);
        let saved =
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;";
        check("ferry.html", saved, Kind::Mhtml);
        check("list.html", "<!DOCTYPE html><title>Pocket Export</title>", Kind::LinkList);
        check("make.py", "page = '<title>Pocket Export</title>'", Kind::Unsupported(UNKNOWN));
        check("b.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>", Kind::LinkList);
        check("p.csv", "title,url,time_added,tags,status\n", Kind::Pocket);
        check("p.csv", "url,title,tags,cursor,time_added,status\n", Kind::Pocket);
        check("i.csv", "URL,Title,Selection,Folder,Timestamp,Tags\n", Kind::Instapaper);
        let header = "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n";
        check("r.csv", header, Kind::Readwise);
        let header = "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags\n";
        check("h.csv", header, Kind::ReadwiseHighlights);
        check("notes.md", "# x", Kind::Seed);
        check("a", "%PDF-1.7", Kind::Pdf);
        check("feed.xml", "<?xml version='1.0'?>\n<rss version='2.0'>", Kind::Feed);
        check("feed", "<feed xmlns='http://www.w3.org/2005/Atom'>", Kind::Feed);
        check("f.json", "{\"version\": \"https://jsonfeed.org/version/1.1\"}", Kind::JsonFeed);
        check("z.json", "[{\"id\": \"a\", \"type\": \"book\"}]", Kind::CslJson);
        check("p.json", "[{\"url\": \"\", \"highlights\": []}]", Kind::PocketAnnotations);
        check("a.eml", "From: a@b.example\n", Kind::Mail);
        check("all", "From a@b.example Thu May 16 08:00:00 2024\nSubject: x\n", Kind::Mailbox);
    }

    #[test]
    fn other_files_have_a_reason() {
        for (name, start) in [("a.pdf", ""), ("a.json", "[]"), ("a.csv", "a,b"), ("a.exe", "MZ")] {
            let kind = Kind::of(name, start.as_bytes());
            assert!(matches!(kind, Kind::Unsupported(reason) if reason.ends_with('.')), "{name}");
        }
    }
}
