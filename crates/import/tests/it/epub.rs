//! Books in EPUB 2 and 3.

use crate::archive::packed;
use crate::png;
use crate::print::imported;
use insta::assert_snapshot;

const CONTAINER: &[u8] = b"<?xml version='1.0'?><container version='1.0' \
    xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile \
    full-path='OEBPS/content.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";

const LONG: &str = "The first boat left the harbour at dawn with forty people on board, and it came \
    back full in the evening, as the harbour master, who had waited for nine years, told us. Nobody \
    in the town had expected so many, and the second boat was ordered on the same evening by telephone.";

fn chapter(title: &str, body: &str) -> String {
    format!(
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' \
         'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd'><html xmlns='http://www.w3.org/1999/xhtml'>\
         <head><title/></head><body><h1><a id='top'/>{title}</h1>{body}</body></html>"
    )
}

#[test]
fn books_of_version_3_have_an_article_for_each_chapter() {
    let package = "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='id'>\
        <metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:identifier id='id'>urn:isbn:1</dc:identifier>\
        <dc:title>The Coast</dc:title><dc:creator>Ada Okonkwo</dc:creator><dc:language>en</dc:language>\
        <dc:date>2024-05-16</dc:date><dc:publisher>Quay Press</dc:publisher><dc:subject>boats</dc:subject></metadata>\
        <manifest><item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>\
        <item id='cover' href='cover.xhtml' media-type='application/xhtml+xml'/>\
        <item id='a' href='text/one%20a.xhtml' media-type='application/xhtml+xml'/>\
        <item id='b' href='text/two.xhtml' media-type='application/xhtml+xml'/>\
        <item id='c' href='text/gone.xhtml' media-type='application/xhtml+xml'/></manifest>\
        <spine><itemref idref='cover'/><itemref idref='nav'/><itemref idref='a'/><itemref idref='b'/>\
        <itemref idref='c'/></spine></package>";
    let nav = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><body>\
        <nav epub:type='toc'><ol><li><a href='text/one%20a.xhtml'>1. Ferry Returns</a></li></ol></nav></body></html>";
    let one = chapter(
        "Ferry",
        &format!(
            "<p>{LONG} <a href='two.xhtml#x'>Two</a> <a href='#top'>top</a></p>\
                  <p><img src='../images/boat.png' alt='A boat'/></p>"
        ),
    );
    let two = chapter("Tides", &format!("<p>{LONG}</p>"));
    let book = packed(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", package.as_bytes()),
        ("OEBPS/nav.xhtml", nav.as_bytes()),
        ("OEBPS/cover.xhtml", chapter("The Coast", "").as_bytes()),
        ("OEBPS/text/one a.xhtml", one.as_bytes()),
        ("OEBPS/text/two.xhtml", two.as_bytes()),
        ("OEBPS/images/boat.png", &png()),
    ]);
    assert_snapshot!(imported("coast.epub", &book), @r#"
    # 1. Ferry Returns [The Coast] coast.epub/OEBPS/text/one a.xhtml
    authors: Ada Okonkwo
    date: 2024-05-16
    source: Quay Press
    tags: boats
    language: en
    h2 "Ferry"
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Nobody in the town had expected so many, and the second boat was ordered on the same evening by telephone. Two top"
        "top" Link(Block(0))
    p "A boat"
        "A boat" Picture(Picture { path: "pictures/3485487f98c5d7a8.png", alt: "A boat", size: Some((16, 16)) })
    # Tides [The Coast] coast.epub/OEBPS/text/two.xhtml
    authors: Ada Okonkwo
    date: 2024-05-16
    source: Quay Press
    tags: boats
    language: en
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Nobody in the town had expected so many, and the second boat was ordered on the same evening by telephone."
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    coast.epub/OEBPS/text/gone.xhtml:1: error: The book lists this document, but does not hold it.
    "#);
}

#[test]
fn books_of_version_2_have_titles_in_their_ncx() {
    let package = "<?xml version='1.0'?><opf:package xmlns:opf='http://www.idpf.org/2007/opf' version='2.0'>\
        <opf:metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>The Coast</dc:title>\
        <dc:creator opf:role='aut'>Ada Okonkwo</dc:creator><dc:creator opf:role='ill'>Bo Berg</dc:creator>\
        <dc:source>https://a.example/book</dc:source></opf:metadata>\
        <opf:manifest><opf:item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>\
        <opf:item id='a' href='one.html' media-type='application/xhtml+xml'/></opf:manifest>\
        <opf:spine toc='ncx'><opf:itemref idref='a'/></opf:spine></opf:package>";
    let ncx = "<?xml version='1.0'?><!DOCTYPE ncx PUBLIC '-//NISO//DTD ncx 2005-1//EN' \
        'http://www.daisy.org/z3986/2005/ncx-2005-1.dtd'><ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'>\
        <navMap><navPoint id='p' playOrder='1'><navLabel><text>Ferry Returns</text></navLabel>\
        <content src='one.html#top'/></navPoint></navMap></ncx>";
    let book = packed(&[
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", package.as_bytes()),
        ("OEBPS/toc.ncx", ncx.as_bytes()),
        ("OEBPS/one.html", chapter("Ferry Returns", &format!("<p>{LONG}</p>")).as_bytes()),
    ]);
    assert_snapshot!(imported("coast.epub", &book), @r#"
    # Ferry Returns [The Coast] coast.epub/OEBPS/one.html
    authors: Ada Okonkwo
    url: https://a.example/book
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Nobody in the town had expected so many, and the second boat was ordered on the same evening by telephone."
    "#);
}

#[test]
fn damaged_books_have_a_reason() {
    let no_package = packed(&[("META-INF/container.xml", CONTAINER)]);
    assert_snapshot!(imported("a.epub", &no_package), @r#"a.epub:1: error: OEBPS/content.opf is missing. Download the file again."#);
    let no_spine =
        packed(&[("META-INF/container.xml", CONTAINER), ("OEBPS/content.opf", b"<package/>")]);
    assert_snapshot!(imported("a.epub", &no_spine), @r#"a.epub:1: error: This book does not list its documents. Download it again."#);
    let nothing = packed(&[("META-INF/container.xml", b"<container/>")]);
    assert_snapshot!(imported("a.epub", &nothing), @r#"a.epub:1: error: This book does not say where its contents are. Download it again."#);
}
