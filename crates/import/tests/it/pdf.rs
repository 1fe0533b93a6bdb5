//! PDF files.

use std::fmt::Write as _;
use std::io::Write as _;

use cuttings_import::{Limits, import_all};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use insta::assert_snapshot;

use crate::print::{imported, printed};

/// Builds a file of objects, which are numbered from 1. The first is the catalogue.
fn file(objects: &[Vec<u8>], info: usize) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        writeln!(out, "{} 0 obj", number + 1).unwrap();
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    writeln!(out, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1).unwrap();
    for offset in offsets {
        writeln!(out, "{offset:010} 00000 n ").unwrap();
    }
    let count = objects.len() + 1;
    writeln!(
        out,
        "trailer\n<< /Size {count} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF"
    )
    .unwrap();
    out
}

fn stream(dict: &str, content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    let packed = encoder.finish().unwrap();
    let mut out = format!("<< {dict} /Filter /FlateDecode /Length {} >>\nstream\n", packed.len())
        .into_bytes();
    out.extend_from_slice(&packed);
    out.extend_from_slice(b"\nendstream");
    out
}

/// Builds a document of pages with these contents, in Helvetica and its bold face.
pub(crate) fn document(pages: &[String], info: &str) -> Vec<u8> {
    let first = 5;
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", first + 2 * page)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_vec(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
            .to_vec(),
    ];
    for (number, page) in pages.iter().enumerate() {
        let content = first + 2 * number + 1;
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
                 /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            )
            .into_bytes(),
        );
        objects.push(stream("", page.as_bytes()));
    }
    objects.push(info.as_bytes().to_vec());
    let info = objects.len();
    file(&objects, info)
}

/// Sets lines at places from the top.
pub(crate) fn page(number: usize, lines: &[(&str, u32, f64, &str)]) -> String {
    let mut out = String::from("BT\n");
    let header = [("F1", 9, 30.0, "The Coast, May 2024")];
    let footer = format!("{number}");
    for (font, size, top, text) in header.iter().chain(lines).chain(&[("F1", 9, 810.0, &*footer)]) {
        writeln!(out, "/{font} {size} Tf 1 0 0 1 72 {} Tm ({text}) Tj", 842.0 - top).unwrap();
    }
    out + "ET\n"
}

#[test]
fn lines_become_paragraphs_and_headings() {
    let pages = [
        page(
            1,
            &[
                ("F2", 20, 80.0, "Ferry Returns"),
                ("F1", 11, 120.0, "The first boat left the har-"),
                ("F1", 11, 134.0, "bour at dawn with forty people on board, and it"),
                ("F1", 11, 148.0, "came back full."),
                ("F1", 11, 176.0, "The \\223harbour master\\224 had waited for nine years."),
                ("F2", 14, 210.0, "Tides"),
                ("F1", 11, 240.0, "Low water came at six, and the boat lay on the"),
            ],
        ),
        page(
            2,
            &[
                ("F1", 11, 80.0, "ground until noon."),
                ("F2", 14, 110.0, "Quays"),
                ("F1", 11, 140.0, "There are four of them."),
            ],
        ),
        page(3, &[("F1", 11, 80.0, "The last page has a sentence of its own.")]),
    ];
    let info = "<< /Author (Ada Okonkwo) /Keywords (boats, tides) /Title (Microsoft Word - ferry.doc) \
                /CreationDate (D:20240516080000+02'00') >>";
    assert_snapshot!(imported("ferry.pdf", &document(&pages, info)), @r#"
    # Ferry Returns [Articles] ferry.pdf
    authors: Ada Okonkwo
    date: 2024-05-16
    tags: boats, tides
    p "The first boat left the harbour at dawn with forty people on board, and it came back full."
    p "The “harbour master” had waited for nine years."
    h2 "Tides"
    p "Low water came at six, and the boat lay on the ground until noon."
    h2 "Quays"
    p "There are four of them."
    p "The last page has a sentence of its own."
    "#);
}

#[test]
fn fonts_name_their_characters() {
    // Identity-H with a map to Unicode, and spaces by distance only.
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange \
        3 beginbfchar <0001> <0046> <0002> <00e4> <0003> <0068> endbfchar endcmap end";
    let content = "BT /F1 12 Tf 1 0 0 1 72 700 Tm [<000100020003> -600 <000300020001>] TJ \
        1 0 0 1 72 686 Tm <000100020003000300030003000300030003000300030003000300030003000300030003> Tj ET";
    let objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 4 0 R >> >> >>".to_vec(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>".to_vec(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>".to_vec(),
        stream("", map.as_bytes()),
        stream("", content.as_bytes()),
        b"<< /Title (F\\344hre) >>".to_vec(),
    ];
    assert_snapshot!(imported("f.pdf", &file(&objects, 8)), @r#"
    # Fähre [Articles] f.pdf
    p "Fäh häF Fähhhhhhhhhhhhhhhh"
    "#);
}

#[test]
fn files_without_text_have_a_reason() {
    let picture = ["q 595 0 0 842 0 0 cm Q".to_owned()];
    assert_snapshot!(imported("scan.pdf", &document(&picture, "<< >>")), @r#"scan.pdf:1: error: This PDF file has no text layer: its pages are pictures. Recognise its text with a program for that (OCR), and import it again."#);
    assert_snapshot!(imported("a.pdf", b"%PDF-1.7 and no more"), @r#"a.pdf:1: error: This PDF file is damaged. Download it again."#);
    let encrypted = [document(&picture, "<< >>"), b"/Encrypt".to_vec()].concat();
    assert_snapshot!(imported("secret.pdf", &encrypted), @r#"secret.pdf:1: error: This PDF file is encrypted. Save it without a password."#);
}

#[test]
fn bombs_are_refused_in_words() {
    let line = ("F1", 11, 80.0, "The first boat left at dawn.");
    let pages = [page(1, &[line]), page(2, &[line])];
    let import = |bytes: &[u8], limits: &Limits| printed(&import_all([("a.pdf", bytes)], limits));
    let bomb = document(&[" ".repeat(1 << 22)], "<< >>");
    let limits = Limits { pdf_bytes: 1 << 20, ..Limits::default() };
    assert_snapshot!(import(&bomb, &limits), @r#"a.pdf:1: error: This PDF file would be larger than 1 MB unpacked. Save the article alone, or as a web page."#);
    let limits = Limits { pages: 1, ..Limits::default() };
    assert_snapshot!(import(&document(&pages, "<< >>"), &limits), @r#"
    # a [Articles] a.pdf
    p "The Coast, May 2024"
    p "The first boat left at dawn."
    a.pdf:1: note: Only the first 1 of 2 pages were read. Split the file to read more.
    "#);
    let limits = Limits { instructions: 36, ..Limits::default() };
    assert_snapshot!(import(&document(&pages, "<< >>"), &limits), @r#"
    # a [Articles] a.pdf
    p "The Coast, May 2024"
    p "The first boat left at dawn."
    p "The Coast, May 2024"
    p "The first boat left at dawn."
    a.pdf:1: note: Page 2 draws more than can be read, so the rest is missing.
    "#);
}

#[test]
fn a_form_that_shows_itself_is_shown_once() {
    let line = "BT /F 11 Tf 1 0 0 1 72 700 Tm (The first boat left the harbour at dawn.) Tj ET /X Do /X Do";
    let objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources \
          << /Font << /F 4 0 R >> /XObject << /X 5 0 R >> >> >>"
            .to_vec(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
        stream("/Subtype /Form", line.as_bytes()),
        stream("", b"/X Do"),
        b"<< >>".to_vec(),
    ];
    let limits = Limits { instructions: 100, ..Limits::default() };
    let import = import_all([("a.pdf", &*file(&objects, 7))], &limits);
    assert_snapshot!(printed(&import), @r#"
    # a [Articles] a.pdf
    p "The first boat left the harbour at dawn."
    "#);
}
