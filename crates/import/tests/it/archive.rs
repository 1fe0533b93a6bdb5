//! Archives, and the limits against bombs.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use cuttings_import::{Event, Limits, Source, import, import_all};
use insta::assert_snapshot;
use zip::write::SimpleFileOptions;

use crate::print::{imported, printed};

/// Packs entries.
pub(crate) fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in entries {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const CSV: &[u8] =
    b"title,url,time_added,tags,status\nFerry,https://a.example/f,1592000000,,unread\n";

#[test]
fn entries_are_imported_and_nested_archives_too() {
    let inner = packed(&[("part_000000.csv", CSV)]);
    let outer = packed(&[
        ("a/pocket.zip", &inner),
        ("notes.md", b"# Tides\n\nText.\n"),
        ("a/b.pdf", b"%PDF-1.7"),
        ("page_files/style.css", b"x"),
        ("__MACOSX/._notes.md", b"x"),
    ]);
    assert_snapshot!(imported("all.zip", &outer), @r#"
    # Ferry [Articles] all.zip/a/pocket.zip/part_000000.csv
    url: https://a.example/f
    saved: 2020-06-12
    # Tides [Articles] all.zip/notes.md
    p "Text."
    all.zip/a/b.pdf:1: error: This PDF file is damaged. Download it again.
    all.zip:1: note: 1 file is a style, script, font, frame or picture, and was not read.
    "#);
}

#[test]
fn bombs_are_refused_in_words() {
    let zeros = vec![0; 1 << 20];
    let bomb = packed(&[("zeros.html", &zeros), ("pocket.csv", CSV)]);
    assert_snapshot!(imported("bomb.zip", &bomb), @r#"
    # Ferry [Articles] bomb.zip/pocket.csv
    url: https://a.example/f
    saved: 2020-06-12
    bomb.zip/zeros.html:1: error: This entry is more than 200 times as large as its packed form, which no text is. It was not unpacked.
    "#);

    let import_with =
        |bytes: &[u8], limits: &Limits| printed(&import_all([("a.zip", bytes)], limits));
    let two = packed(&[("a.csv", CSV), ("b.csv", CSV)]);
    let limits = Limits { entries: 1, ..Limits::default() };
    assert_snapshot!(import_with(&two, &limits), @r#"a.zip:1: error: This archive has 2 entries, and at most 1 are read. Split it into several."#);
    let limits = Limits { unpacked_bytes: 100, ..Limits::default() };
    assert_snapshot!(import_with(&two, &limits), @r#"
    # Ferry [Articles] a.zip/a.csv
    url: https://a.example/f
    saved: 2020-06-12
    a.zip/b.csv:1: error: More than 0 MB would be unpacked. Split the archive into several, and import one after the other.
    a.zip:1: error: The rest of this archive is left out: more than 0 MB were unpacked. Split it into several, and import one after the other.
    "#);
    let limits = Limits { file_bytes: 50, ..Limits::default() };
    assert_snapshot!(import_with(&two, &limits), @r#"
    a.zip/a.csv:1: error: This file is larger than 0 MB. Split it, or save its article alone.
    a.zip/b.csv:1: error: This file is larger than 0 MB. Split it, or save its article alone.
    "#);
    let nested = (0..4).fold(packed(&[("a.csv", CSV)]), |inner, _| packed(&[("in.zip", &inner)]));
    assert_snapshot!(import_with(&nested, &Limits::default()), @r#"a.zip/in.zip/in.zip/in.zip:1: error: This archive is in 3 others. Unpack the outer ones, and import what is in them."#);
    let limits = Limits { nodes: 10, ..Limits::default() };
    let page = "<p>x".repeat(100);
    assert_snapshot!(import_with(&packed(&[("a.html", page.as_bytes())]), &limits), @r#"a.zip/a.html:1: error: This page has more elements than can be read. Save its article alone, or copy the text."#);
}

#[test]
fn damaged_archives_have_a_reason() {
    assert_snapshot!(imported("a.zip", b"PK\x03\x04 and no more"), @r#"a.zip:1: error: This archive cannot be read: invalid Zip archive: Could not find EOCD. Pack the files again as a ZIP archive."#);
}

#[test]
fn items_arrive_before_the_rest_is_read() {
    let archive = packed(&[("a.csv", CSV), ("b.csv", CSV)]);
    let files = [("a.zip".to_owned(), Box::new(Cursor::new(archive)) as Box<dyn Source>)];
    let mut items = 0;
    import(files, &Limits::default(), &mut |event| {
        items += usize::from(matches!(event, Event::Item(_)));
        if items > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(items, 1);
}
