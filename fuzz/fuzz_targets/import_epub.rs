//! Imports a book: its package, its table of contents and a chapter.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

const CONTAINER: &[u8] = b"<container><rootfile full-path='c.opf'/></container>";

const PACKAGE: &[u8] = b"<package xmlns='http://www.idpf.org/2007/opf'>\
    <manifest><item id='n' href='n' properties='nav'/><item id='t' href='t'/><item id='a' href='a'/></manifest>\
    <spine toc='t'><itemref idref='a'/></spine>";

fuzz_target!(|parts: (&[u8], &[u8], &[u8])| {
    let (package, contents, chapter) = parts;
    let text: &[u8] = &b"<p>The first boat left the harbour. ".repeat(8);
    let archive = cuttings_fuzz::packed(&[
        ("META-INF/container.xml", CONTAINER),
        ("c.opf", &[PACKAGE, package].concat()),
        ("n", &[b"<html xmlns='http://www.w3.org/1999/xhtml'>", contents].concat()),
        ("t", &[b"<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'>", contents].concat()),
        ("a", &[chapter, text].concat()),
    ]);
    cuttings_fuzz::check_import("a.epub", &archive);
});
