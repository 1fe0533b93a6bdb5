//! Archives of files that belong together: pages with their pictures, and notes.

use crate::archive::packed;
use crate::png;
use crate::print::imported;
use insta::assert_snapshot;

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
    saved.zip:1: note: 2 files are styles, scripts, fonts or pictures, and were not read.
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
