//! Tests of books from small editions. `scripts/check-epub` checks whole books with EPUBCheck.

use super::*;
use cuttings_corpus::{self as seeds, Site};
use cuttings_diagnostics::SourceFile;
use insta::assert_snapshot;
use proptest::prelude::*;
use std::io::Read as _;
use zip::ZipArchive;

const BOOK: Book<'_> = Book {
    title: "Coast & <Sea>",
    language: "en",
    identifier: "urn:example:1",
    base: None,
    contents: "Contents",
    alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
};

const FERRY: &str =
    "---\ntitle: The Ferry & Co\ndate: 2026-03-01\nauthor: Ann Lee\nsource: Post\n---\n
See [the quay](quay.md#steps), [the pier](pier.md), [above](#two) and [all](https://a.example/?a&b).

## Two

- one
- two

| a | b |
|---|--:|
| 1 | 2 |

Text.[^1]

[^1]: The note.
";

const QUAY: &str = "---\ntitle: The Quay\nlang: ar\n---\n\nStone.\n\n## Steps\n\nWet.\n";

/// Returns the bytes of an edition with these files.
fn edition(files: &[(&str, &str)]) -> Vec<u8> {
    let files: Vec<SourceFile<'_>> =
        files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    cuttings_edition_builder::build(&seeds::parse(&files), &Site::default()).unwrap()
}

/// Returns the files of a book of some items, by their paths, in the order of the archive.
fn files(bytes: &[u8], book: &Book<'_>, items: &[u32]) -> Vec<(String, String)> {
    let edition = Edition::open(bytes).unwrap();
    let items: Vec<ItemId> = items.iter().map(|item| ItemId(*item)).collect();
    let book = epub(&edition, book, &items, |_| None).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn coast() -> Vec<u8> {
    edition(&[("ferry.md", FERRY), ("pier.md", "# The Pier\n\nWood.\n"), ("quay.md", QUAY)])
}

/// Returns the index of an item by its title.
fn item(bytes: &[u8], title: &str) -> u32 {
    let edition = Edition::open(bytes).unwrap();
    let index = edition.items().position(|item| match item {
        Item::Article(article) => article.title() == title,
        Item::Teaser(_) => false,
    });
    index.unwrap() as u32
}

fn text(files: &[(String, String)], path: &str) -> String {
    files.iter().find(|(name, _)| name == path).map(|(_, text)| text.clone()).unwrap()
}

#[test]
fn a_book_begins_with_its_media_type_and_has_the_articles_in_order() {
    let bytes = coast();
    let order =
        [item(&bytes, "The Quay"), item(&bytes, "The Ferry & Co"), 99, item(&bytes, "The Quay")];
    let files = files(&bytes, &BOOK, &order);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "mimetype",
            "META-INF/container.xml",
            "EPUB/package.opf",
            "EPUB/contents.xhtml",
            "EPUB/contents.ncx",
            "EPUB/style.css",
            "EPUB/0001.xhtml",
            "EPUB/0002.xhtml",
        ]
    );
    assert!(text(&files, "EPUB/0001.xhtml").contains("<h1>The Quay</h1>"));
    let nav = text(&files, "EPUB/contents.xhtml");
    let (quay, ferry) = (nav.find("The Quay").unwrap(), nav.find("The Ferry &amp; Co").unwrap());
    assert!(quay < ferry);
}

#[test]
fn the_first_bytes_are_those_that_programs_look_for() {
    let bytes = coast();
    let edition = Edition::open(&bytes).unwrap();
    let book = epub(&edition, &BOOK, &[ItemId(0)], |_| None).unwrap();
    assert_eq!(book.get(30..58), Some(&b"mimetypeapplication/epub+zip"[..]));
}

#[test]
fn links_lead_to_chapters_and_footnotes_or_are_text() {
    let bytes = coast();
    let order = [item(&bytes, "The Ferry & Co"), item(&bytes, "The Quay")];
    let without = text(&files(&bytes, &BOOK, &order), "EPUB/0001.xhtml");
    let body = without.split("<body>").nth(1).unwrap();
    assert_snapshot!(body, @r##"<h1>The Ferry &amp; Co</h1><p class="byline">Ann Lee · <time datetime="2026-03-01">2026-03-01</time> · Post</p><p id="p1">See <a href="0002.xhtml#p2">the quay</a>, the pier, <a href="#p2">above</a> and <a href="https://a.example/?a&amp;b">all</a>.</p><h2 id="p2">Two</h2><ul><li><span id="p3">one</span></li><li><span id="p4">two</span></li></ul><table id="p5"><thead><tr><th>a</th><th style="text-align: right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align: right">2</td></tr></tbody></table><p id="p6">Text.<sup><a href="#fn1" epub:type="noteref">1</a></sup></p><hr/><ol><li value="1" id="fn1" epub:type="footnote"><p id="p7">The note.</p></li></ol></body>
</html>"##);
    let book = Book { base: Some("https://a.example/"), ..BOOK };
    let with = text(&files(&bytes, &book, &order), "EPUB/0001.xhtml");
    assert!(with.contains(r#"<a href="https://a.example/article/the-pier/">the pier</a>"#));
}

#[test]
fn each_language_has_its_direction() {
    let bytes = coast();
    let files = files(&bytes, &BOOK, &[item(&bytes, "The Quay")]);
    let quay = text(&files, "EPUB/0001.xhtml");
    assert!(quay.contains(r#"lang="ar" xml:lang="ar" dir="rtl""#), "{quay}");
    let package = text(&files, "EPUB/package.opf");
    assert!(package.contains("<dc:language>en</dc:language><dc:language>ar</dc:language>"));
}

#[test]
fn the_package_tells_authors_and_the_last_day() {
    let bytes = coast();
    let files = files(&bytes, &BOOK, &[item(&bytes, "The Ferry & Co")]);
    let package = text(&files, "EPUB/package.opf");
    let metadata = package.split("metadata").nth(1).unwrap();
    assert_snapshot!(metadata, @r##" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:example:1</dc:identifier><dc:title>Coast &amp; &lt;Sea&gt;</dc:title><dc:language>en</dc:language><dc:creator>Ann Lee</dc:creator><meta property="dcterms:modified">2026-03-01T00:00:00Z</meta><meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta><meta property="schema:accessibilityFeature">structuralNavigation</meta><meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityHazard">none</meta></"##);
}

#[test]
fn sections_group_chapters_if_they_are_together() {
    let bytes = edition(&[
        ("a.md", "---\ntitle: A\nsection: North\n---\n\nText.\n"),
        ("b.md", "---\ntitle: B\nsection: North\n---\n\nText.\n"),
        ("c.md", "---\ntitle: C\nsection: South\n---\n\nText.\n"),
    ]);
    let [a, b, c] = ["A", "B", "C"].map(|title| item(&bytes, title));
    let nav = |items: &[u32]| text(&files(&bytes, &BOOK, items), "EPUB/contents.xhtml");
    assert_eq!(nav(&[a, b, c]).matches("<li><span>").count(), 2);
    assert_eq!(nav(&[a, c, b]).matches("<li><span>").count(), 0);
    assert_eq!(nav(&[a, b]).matches("<li><span>").count(), 0);
    let ncx = text(&files(&bytes, &BOOK, &[a, b, c]), "EPUB/contents.ncx");
    assert!(ncx.contains(r#"content="2"/><meta name="dtb:totalPageCount""#));
}

#[test]
fn pictures_are_within_the_book_if_programs_show_them() {
    let text = "# A\n\n![A map](map.png)\n\nWords ![a sign](sign.avif) here.\n";
    let bytes = edition(&[("a.md", text)]);
    let edition = Edition::open(&bytes).unwrap();
    let names = picture_names(&edition, &[ItemId(0), ItemId(0)]);
    assert_eq!(names.len(), 2, "each picture is asked for once: {names:?}");
    let picture = |name: &str| {
        let png = b"\x89PNG\r\n\x1A\n".to_vec();
        Some(if name.ends_with(".png") { png } else { b"\0\0\0\x1Cftypavif".to_vec() })
    };
    let book = epub(&edition, &BOOK, &[ItemId(0)], picture).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    assert!(archive.by_name("EPUB/picture-0001.png").is_ok());
    assert!(archive.by_name("EPUB/picture-0002.avif").is_err());
    let mut chapter = String::new();
    archive.by_name("EPUB/0001.xhtml").unwrap().read_to_string(&mut chapter).unwrap();
    assert!(chapter.contains(r#"<img src="picture-0001.png" alt="A map"/>"#), "{chapter}");
    assert!(chapter.contains("Words a sign here."), "{chapter}");
}

#[test]
fn an_identifier_follows_from_the_title_and_the_articles() {
    let bytes = coast();
    let edition = Edition::open(&bytes).unwrap();
    let of = |title: &str, items: &[u32]| {
        identifier(&edition, title, &items.iter().map(|item| ItemId(*item)).collect::<Vec<_>>())
    };
    assert_eq!(of("Coast", &[0, 1]), of("Coast", &[0, 1, 99]));
    let all = [of("Coast", &[0, 1]), of("Coast", &[1, 0]), of("Sea", &[0, 1]), of("Coast", &[])];
    let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
    assert!(all.iter().all(|it| it.starts_with("urn:uuid:") && it.get(23..24) == Some("8")));
}

#[test]
fn a_book_without_articles_is_an_error() {
    let bytes = coast();
    let edition = Edition::open(&bytes).unwrap();
    let error = epub(&edition, &BOOK, &[ItemId(1000)], |_| None).unwrap_err();
    assert_eq!(error.to_string(), "a book needs at least one article");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the texts are, all files are well-formed XML, and links within the book lead to
    /// elements.
    #[test]
    fn books_are_well_formed(one in "[\\PC\n#>*|`<&\\[\\](){}^-]{0,80}", title in "\\PC{1,20}") {
        let front = |title: &str| format!("---\ntitle: {title:?}\n---\n\n");
        let first = [&front(&title), "[b](b.md) [^1]\n\n", &one, "\n\n[^1]: Note\n"].concat();
        let bytes = edition(&[("a.md", &first), ("b.md", "# B\n\n[a](a.md)\n")]);
        let book = Book { title: &title, ..BOOK };
        for (name, text) in files(&bytes, &book, &[0, 1]) {
            if name == "mimetype" || name.ends_with(".css") {
                continue;
            }
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            let document = roxmltree::Document::parse_with_options(&text, options);
            prop_assert!(document.is_ok(), "{name}: {:?}\n{text}", document.err());
            let document = document.unwrap();
            let ids: Vec<&str> = document.descendants().filter_map(|it| it.attribute("id")).collect();
            for link in document.descendants().filter_map(|it| it.attribute("href")) {
                if let Some(fragment) = link.strip_prefix('#') {
                    prop_assert!(ids.contains(&fragment), "{link} in {text}");
                }
            }
        }
    }
}
