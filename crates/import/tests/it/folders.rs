//! Archives of files that belong together: pages with their pictures, and notes.

use crate::archive::packed;
use crate::png;
use crate::print::{imported, printed};
use cuttings_import::{Event, Import, Limits, Source, Together, import_together};
use insta::assert_snapshot;
use std::io::Cursor;
use std::ops::ControlFlow;

const LONG: &str = "The first boat left the harbour at dawn with forty people on board, and it came \
    back full in the evening, as the harbour master, who had waited for nine years, told us.";

#[test]
fn pages_have_the_pictures_of_their_folder() {
    let page = format!(
        "<!doctype html><title>Ferry Returns</title><article><h1>Ferry Returns</h1><p>{LONG}</p>\
         <figure><img src='./Ferry%20Returns_files/boat.png' alt='A boat'></figure><p>{LONG} Twice.</p>\
         <p><img src='gone.png' alt='Gone from the page'></p></article>"
    );
    let archive = packed(&[
        ("saved/Ferry Returns.html", page.as_bytes()),
        ("saved/Ferry Returns_files/boat.png", &png()),
        ("saved/Ferry Returns_files/logo.png", &png()),
        ("saved/Ferry Returns_files/style.css", b"x"),
    ]);
    assert_snapshot!(imported("saved.zip", &archive), @r#"
    # Ferry Returns [Articles] saved.zip/saved/Ferry Returns.html
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    picture pictures/3485487f98c5d7a8.png “A boat” ""
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    p "Gone from the page"
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    saved.zip:1: note: 2 files are styles, scripts, fonts, frames or pictures, and were not read.
    "#);
}

#[test]
fn notes_of_obsidian_have_links_and_pictures() {
    let clipping = "---\ntitle: \"Ferry Returns\"\nsource: \"https://a.example/ferry\"\nauthor:\n  - \"[[Ada Okonkwo]]\"\n\
        published: 2024-05-16\ncreated: 2024-05-17\ndescription: \"Nine years without a boat\"\ntags:\n  - \"clippings\"\n  - \"boats\"\n---\n\
        The ==first boat== left at dawn. See [[Tides]] and ![[boat.png]]\n";
    let archive = packed(&[
        ("vault/Clippings/Ferry Returns.md", clipping.as_bytes()),
        (
            "vault/Notes/Tides.md",
            b"# Tides\n\nLow water. See [ferry](../Clippings/Ferry%20Returns.md).\n",
        ),
        ("vault/Attachments/boat.png", &png()),
        ("vault/.obsidian/app.json", b"{}"),
    ]);
    assert_snapshot!(imported("vault.zip", &archive), @r#"
    # Ferry Returns [Clippings] vault.zip/vault/Clippings/Ferry Returns.md
    standfirst: Nine years without a boat
    authors: Ada Okonkwo
    date: 2024-05-16
    url: https://a.example/ferry
    tags: clippings, boats
    created: 2024-05-17
    p "The first boat left at dawn. See Tides and boat.png"
        "first boat" Highlight
        "Tides" Link(Article { article: 1, block: None })
        "boat.png" Picture(Picture { path: "pictures/3485487f98c5d7a8.png", alt: "", size: Some((16, 16)) })
    # Tides [Notes] vault.zip/vault/Notes/Tides.md
    p "Low water. See ferry."
        "ferry" Link(Article { article: 0, block: None })
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    "#);
}

#[test]
fn pocket_archives_have_highlights() {
    let table =
        b"title,url,time_added,tags,status\nFerry,https://a.example/f,1592000000,boats,unread\n";
    let highlights = br#"[{"url":"https://a.example/f","title":"Ferry","highlights":[
        {"quote":"The first boat","created_at":1592000000}]},
        {"url":"https://a.example/t","title":"Tides","highlights":[{"quote":"Low water","created_at":1592000000}]}]"#;
    let archive =
        packed(&[("part_000000.csv", table), ("annotations/part_000000.json", highlights)]);
    assert_snapshot!(imported("pocket.zip", &archive), @r#"
    # Ferry [Articles] pocket.zip/part_000000.csv
    url: https://a.example/f
    tags: boats
    saved: 2020-06-12
    @ None "The first boat" "" []
        made 2020-06-12
    # Tides [Articles] pocket.zip
    url: https://a.example/t
    @ None "Low water" "" []
        made 2020-06-12
    "#);
    assert_snapshot!(imported("part_000000.json", highlights), @r#"
    # Ferry [Articles] part_000000.json
    url: https://a.example/f
    @ None "The first boat" "" []
        made 2020-06-12
    # Tides [Articles] part_000000.json
    url: https://a.example/t
    @ None "Low water" "" []
        made 2020-06-12
    "#);
}

/// Files of a folder in memory.
struct Files {
    names: Vec<String>,
    contents: Vec<Vec<u8>>,
}

impl Together for Files {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn open(&self, number: usize) -> Box<dyn Source + '_> {
        Box::new(Cursor::new(&self.contents[number]))
    }
}

fn together(files: &[(&str, &[u8])]) -> String {
    let (names, contents) =
        files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).unzip();
    let mut import = Import::default();
    import_together(&Files { names, contents }, &Limits::default(), &mut |event| {
        match event {
            Event::Item(item) => import.items.push(*item),
            Event::Picture(picture) => import.pictures.push(picture),
            Event::Diagnostic(diagnostic) => import.diagnostics.push(diagnostic),
        }
        ControlFlow::Continue(())
    });
    printed(&import)
}

/// A picture that is not the one of other tests, since no two have the same size.
fn sized(side: u8) -> Vec<u8> {
    let mut bytes = png();
    bytes[19] = side;
    bytes
}

/// A page as Chrome in German saves it, with the pictures in `figures`.
fn page(figures: &str) -> Vec<u8> {
    format!(
        "<!DOCTYPE html>\n<!-- saved from url=(0022)https://a.example/ferry -->\n<html lang=de>\
         <title>Fähre</title><article><h1>Fähre</h1><p>{LONG}</p>{figures}<p>{LONG} Twice.</p></article>"
    )
    .into_bytes()
}

#[test]
fn files_that_belong_together_have_their_pictures() {
    let figures = "<figure><img src='./F%C3%A4hre-Dateien/boat.png' alt='A boat'></figure>\
        <figure><img src='./F%C3%A4hre-Dateien/boat.png' alt='The same boat'></figure>";
    assert_snapshot!(together(&[
        ("saved/Fähre-Dateien/ad.html", &page("")),
        ("saved/Fähre-Dateien/boat.png", &png()),
        ("saved/Fähre-Dateien/style.css", b"x"),
        ("saved/Fähre.html", &page(figures)),
        ("saved/note.md", b"# A note\n\nTides."),
    ]), @r#"
    # Fähre [Articles] saved/Fähre.html
    url: https://a.example/ferry
    language: de
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    picture pictures/3485487f98c5d7a8.png “A boat” ""
    picture pictures/3485487f98c5d7a8.png “The same boat” ""
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    # A note [Articles] saved/note.md
    p "Tides."
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    saved/Fähre-Dateien/ad.html:1: note: 2 files are styles, scripts, fonts, frames or pictures, and were not read.
    "#);
    let archive = packed(&[
        ("Fähre-Dateien/ad.html", &page("")),
        ("Fähre-Dateien/boat.png", &png()),
        ("Fähre.html", &page(figures)),
    ]);
    let of_archive = imported("saved.zip", &archive);
    assert!(of_archive.contains("picture pictures/3485487f98c5d7a8.png “A boat”"), "{of_archive}");
    assert_eq!(of_archive.matches("# Fähre").count(), 1, "{of_archive}");
    // Alone, a picture is nothing that can be imported.
    assert_snapshot!(together(&[("boat.png", &png())]), @r#"boat.png:1: error: This kind of file cannot be imported. Web pages, text, Markdown, e-books, e-mails, feeds, bibliographies, Word and PDF files, and the exports of Omnivore, Pocket, Instapaper and Readwise can."#);
}

#[test]
fn pictures_that_scripts_would_load_are_found() {
    let figures = "<figure><img src='a_files/pixel.png' data-src='a_files/10.png' alt='Lazy'></figure>\
        <figure><img src='a_files/9.png' data-src='https://a.example/b.png' alt='Lazy on the web'></figure>\
        <figure><img data-srcset='a_files/9.png 300w, a_files/11.png 1200w' alt='A lazy set'></figure>\
        <figure><img src='a_files/12.png' srcset='a_files/11.png 2x' alt='A set'></figure>\
        <figure><img src='gone.png' srcset='gone.png 3x, a_files/13.png 2x' alt='Only in the set'></figure>\
        <figure><picture><source srcset='a_files/14.png' type='image/webp'><img src='gone.png' alt='A source'></picture></figure>\
        <figure><img src='a_files/pixel.png' alt='Only a placeholder'></figure>";
    let (sized, page) = ((9..15).map(sized).collect::<Vec<_>>(), page(figures));
    assert_snapshot!(together(&[
        ("a.html", &page),
        ("a_files/9.png", &sized[0]),
        ("a_files/10.png", &sized[1]),
        ("a_files/11.png", &sized[2]),
        ("a_files/12.png", &sized[3]),
        ("a_files/13.png", &sized[4]),
        ("a_files/14.png", &sized[5]),
        ("a_files/pixel.png", &self::sized(1)),
    ]), @r#"
    # Fähre [Articles] a.html
    url: https://a.example/ferry
    language: de
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    picture pictures/a260472db85d8c80.png “Lazy” ""
    picture pictures/e4d60c1642fd9d82.png “Lazy on the web” ""
    picture pictures/88c334d177e3c9a6.png “A lazy set” ""
    picture pictures/ec54fce83f12e3e6.png “A set” ""
    picture pictures/889ed9eda766530f.png “Only in the set” ""
    picture pictures/5c06f6931a59fbb6.png “A source” ""
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    pictures/a260472db85d8c80.png (10, 16) 79 bytes
    pictures/e4d60c1642fd9d82.png (9, 16) 79 bytes
    pictures/88c334d177e3c9a6.png (11, 16) 79 bytes
    pictures/ec54fce83f12e3e6.png (12, 16) 79 bytes
    pictures/889ed9eda766530f.png (13, 16) 79 bytes
    pictures/5c06f6931a59fbb6.png (14, 16) 79 bytes
    "#);
}

#[test]
fn addresses_lead_to_no_other_files() {
    let figures = "<figure><img src='../../secret.png' alt='Above'></figure>\
        <figure><img src='file:///secret.png' alt='Of the machine'></figure>\
        <figure><img src='//saved/secret.png' alt='Of a host'></figure>";
    assert_snapshot!(together(&[("saved/a.html", &page(figures)), ("x/secret.png", &png())]), @r#"
    # Fähre [Articles] saved/a.html
    url: https://a.example/ferry
    language: de
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    p "Of the machine"
    p "Of a host"
        "Of a host" https://saved/secret.png
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    x/secret.png:1: note: 1 file is a style, script, font, frame or picture, and was not read.
    "#);
}
