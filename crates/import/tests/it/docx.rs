//! Word documents.

use crate::archive::packed;
use crate::png;
use crate::print::imported;
use insta::assert_snapshot;

const NAMESPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'";

fn p(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn item(list: u8, level: u8, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>{}</w:p>",
        r(text)
    )
}

#[test]
fn form_is_kept() {
    let mut body = p("Titel", &r("Ferry &amp; Returns"));
    body += &p("berschrift1", &r("Tides"));
    body += &p(
        "",
        "<w:r><w:t xml:space='preserve'>The </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>first</w:t></w:r>\
         <w:r><w:rPr><w:b w:val='0'/><w:i/></w:rPr><w:t xml:space='preserve'> boat</w:t></w:r>\
         <w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space='preserve'> left</w:t></w:r></w:ins>\
         <w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>, see </w:t></w:r>\
         <w:hyperlink r:id='rId1'><w:r><w:t>tides</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>Next line</w:t></w:r>",
    );
    body += &(item(1, 0, "One") + &item(1, 1, "Inner") + &item(1, 0, "Two") + &item(2, 0, "First"));
    body += "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Seats</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>Ada</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>40</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    body += &p(
        "",
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='A boat'/><a:graphic><a:blip r:embed='rId2'/></a:graphic></wp:inline></w:drawing></w:r>",
    );
    let document = format!(
        "<?xml version='1.0'?><w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let styles = format!(
        "<w:styles {NAMESPACES}><w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>\
         <w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>"
    );
    let numbering = format!(
        "<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl>\
         <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>\
         <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl></w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    );
    let relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='rId1' Type='x' Target='https://a.example/t' TargetMode='External'/>\
        <Relationship Id='rId2' Type='x' Target='media/image1.png'/></Relationships>";
    let footnotes = format!(
        "<w:footnotes {NAMESPACES}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote></w:footnotes>",
        r("At six.")
    );
    let core = "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' \
        xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>\
        <dc:creator>Ada Okonkwo</dc:creator><cp:keywords>boats; tides</cp:keywords><dc:language>en-GB</dc:language>\
        <dcterms:created>2024-05-16T08:00:00Z</dcterms:created><dcterms:modified>2024-05-17T08:00:00Z</dcterms:modified></cp:coreProperties>";
    let file = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/media/image1.png", &png()),
        ("docProps/core.xml", core.as_bytes()),
    ]);
    assert_snapshot!(imported("ferry.docx", &file), @r#"
    # Ferry & Returns [Articles] ferry.docx
    authors: Ada Okonkwo
    date: 2024-05-16T08:00:00Z
    updated: 2024-05-17T08:00:00Z
    tags: boats, tides
    language: en-GB
    h2 "Tides"
    p "The first boat left1, see tides\nNext line"
        "first" Strong
        "boat" Emphasis
        "1" Superscript
        "1" Link(Block(9))
        "tides" https://a.example/t
    -1 p "One"
    -1 -3 p "Inner"
    -4 p "Two"
    -5 p "First"
    Table { columns: [Unset, Unset] } "Name\tSeats\nAda\t40"
    p "A boat"
        "A boat" Picture(Picture { path: "pictures/3485487f98c5d7a8.png", alt: "A boat", size: Some((16, 16)) })
    Rule ""
    17 p "At six."
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    "#);
}

#[test]
fn documents_without_text_have_a_reason() {
    let document = format!("<w:document {NAMESPACES}><w:body/></w:document>");
    let file =
        packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())]);
    assert_snapshot!(imported("empty.docx", &file), @r#"empty.docx:1: error: This document has no text."#);
}
