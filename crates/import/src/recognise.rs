//! Recognises files that hold articles among others of the same extension, for programs that come
//! across them and were not asked to import them.

use std::io::{Read as _, SeekFrom};

use zip::ZipArchive;

use crate::archive::{Form, is_asset, is_hidden};
use crate::kind::{Kind, SAMPLE};
use crate::unpack::name_of;
use crate::{Source, unpack::Archive};

/// The most bytes of a file that are looked at.
const MAX_START: u64 = 1 << 16;

/// The most entries of an archive that are looked at.
const MAX_ENTRIES: usize = 1000;

/// Fields that only bibliographies in CSL-JSON have. Other lists have types and titles, too.
const CSL_FIELDS: &[&str] =
    &["abstract", "accessed", "citation-key", "container-title", "DOI", "issued", "URL"];

/// Returns whether the contents of a file show that it holds articles: an export, a feed, a list of
/// feeds, a bibliography, or an archive of which most files do.
///
/// Of files with extensions that only such files have, it returns what [`Kind::of`] says. A text
/// or Markdown file is none of them: anything may be one.
pub fn holds_articles(name: &str, source: &mut dyn Source) -> bool {
    let mut start = Vec::new();
    let read = (&mut *source).take(MAX_START).read_to_end(&mut start);
    if read.is_err() || source.seek(SeekFrom::Start(0)).is_err() {
        return false;
    }
    match Kind::of(name, &start) {
        Kind::Archive => ZipArchive::new(source).is_ok_and(|mut it| is_export(&mut it)),
        kind => is_known(&kind, &start),
    }
}

/// Returns whether a file that is no archive holds articles.
fn is_known(kind: &Kind, start: &[u8]) -> bool {
    match kind {
        Kind::Seed | Kind::Unsupported(_) => false,
        Kind::CslJson => {
            let start = String::from_utf8_lossy(start);
            CSL_FIELDS.iter().any(|field| start.contains(&format!("\"{field}\"")))
        }
        _ => true,
    }
}

/// Returns whether an archive has a form of its own, or most files in it hold articles.
fn is_export(archive: &mut Archive<'_>) -> bool {
    if !matches!(Form::of(archive), Form::Files) {
        return true;
    }
    let (mut known, mut others) = (0_usize, 0_usize);
    for index in 0..archive.len().min(MAX_ENTRIES) {
        let Some(entry) = name_of(archive, index) else { continue };
        if entry.ends_with('/') || is_hidden(&entry) || is_asset(&entry) {
            continue;
        }
        let mut start = Vec::new();
        let is_read = archive
            .by_index(index)
            .is_ok_and(|file| file.take(SAMPLE as u64).read_to_end(&mut start).is_ok());
        // In an archive of notes, Markdown files are the articles.
        let kind = Kind::of(&entry, &start);
        match is_read && (kind == Kind::Seed || is_known(&kind, &start)) {
            true => known += 1,
            false => others += 1,
        }
    }
    known > others
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write as _};

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: bool) {
        assert_eq!(holds_articles(name, &mut Cursor::new(bytes)), expected, "{name}");
    }

    #[track_caller]
    fn check_archive(entries: &[(&str, &str)], expected: bool) {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, text) in entries {
            zip.start_file(*name, options).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        check("a.zip", &zip.finish().unwrap().into_inner(), expected);
    }

    const POCKET: &str = "title,url,time_added,tags,status\n";

    #[test]
    fn contents_show_exports_feeds_and_bibliographies() {
        check("a.csv", POCKET.as_bytes(), true);
        check("a.csv", b"name,size\n", false);
        check("a.xml", b"<?xml version='1.0'?><rss version='2.0'>", true);
        check("a.xml", b"<opml version='2.0'>", true);
        check("sitemap.xml", b"<?xml version='1.0'?><urlset>", false);
        check("a.json", br#"{"version":"https://jsonfeed.org/version/1.1"}"#, true);
        check("a.json", br#"[{"id":"a","type":"book","title":"T","issued":{}}]"#, true);
        check("a.json", br#"[{"id":"a","type":"button","title":"T"}]"#, false);
        check("package.json", br#"{"name":"a","type":"module"}"#, false);
        check("a.md", b"# Tides", false);
        check("a.zip", b"PK\x03\x04", false);
    }

    #[test]
    fn most_files_of_an_archive_decide() {
        check_archive(&[("part_000000.csv", POCKET)], true);
        check_archive(&[("metadata_0_to_20.json", "[]")], true);
        check_archive(&[("a.html", "<p>x"), ("a_files/a.js", ""), ("a_files/b.css", "")], true);
        check_archive(&[("vault/a.md", "x"), ("vault/.obsidian/app.json", "{}")], true);
        let program = [
            ("README.md", "x"),
            ("main.c", "x"),
            ("LICENSE", "x"),
            ("Makefile", "x"),
            ("a.h", "x"),
        ];
        check_archive(&program, false);
        check_archive(&[("a.png", "x")], false);
    }
}
