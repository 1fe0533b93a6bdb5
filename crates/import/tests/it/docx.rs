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

/// Imports a document of these paragraphs, with styles as Word, LibreOffice, Google Docs and WPS
/// write them.
fn with_styles(body: &str) -> String {
    let style = |id: &str, name: &str, inner: &str| {
        format!(
            "<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='{name}'/>{inner}</w:style>"
        )
    };
    let level = |level: &str| format!("<w:pPr><w:outlineLvl w:val='{level}'/></w:pPr>");
    let based_on = |id: &str| format!("<w:basedOn w:val='{id}'/>");
    let styles = [
        style("Standard", "Normal", ""),
        // Word in German, and WPS in Chinese.
        style("berschrift1", "heading 1", &(based_on("Standard") + &level("0"))),
        style("2", "heading 2", &based_on("Standard")),
        style(
            "Inhaltsverzeichnisberschrift",
            "TOC Heading",
            &(based_on("berschrift1") + &level("9")),
        ),
        // LibreOffice.
        style("Heading", "Heading", &based_on("Standard")),
        style("Heading3", "Heading 3", &(based_on("Heading") + &level("2"))),
        style("Titel", "Title", &(based_on("Heading") + &level("0"))),
        // Of a template.
        style("Kapitel", "Kapitel der Firma", &based_on("Zwischen")),
        style("Zwischen", "Zwischen", &based_on("2")),
        style("Abschnitt", "Abschnitt", &level("3")),
        style("Unterabschnitt", "Unterabschnitt", &based_on("Abschnitt")),
        style("Note", "Heading Note", &based_on("Standard")),
        style("Deep", "heading 255", &based_on("Standard")),
        style("Zitat", "Quote", &based_on("berschrift1")),
        style("Kreis", "Kreis", &based_on("Kreis")),
    ];
    let styles = format!("<w:styles {NAMESPACES}>{}</w:styles>", styles.concat());
    let document = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let file = packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ]);
    imported("headings.docx", &file)
}

#[test]
fn headings_are_known_by_the_names_of_their_styles() {
    let body = [
        p("Titel", &r("Ferry Returns")),
        p("berschrift1", &r("Of an id in German")),
        p("2", &r("Of an id without a word")),
        p("Heading3", &r("Of LibreOffice")),
        p("Standard", &r("Text.")),
        p("Heading", &r("A base of headings is none.")),
        p("Note", &r("A name without a level is none.")),
        p("Deep", &r("There is no level 255.")),
        p("Zitat", &r("A quotation that is based on a heading.")),
        p("Kreis", &r("A style that is based on itself.")),
    ];
    assert_snapshot!(with_styles(&body.concat()), @r#"
    # Ferry Returns [Articles] headings.docx
    h2 "Of an id in German"
    h3 "Of an id without a word"
    h4 "Of LibreOffice"
    p "Text."
    p "A base of headings is none."
    p "A name without a level is none."
    p "There is no level 255."
    > p "A quotation that is based on a heading."
    p "A style that is based on itself."
    "#);
}

#[test]
fn headings_are_known_by_their_outline_levels() {
    let with_level = |style: &str, level: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/><w:outlineLvl w:val='{level}'/></w:pPr>{}</w:p>",
            r(text)
        )
    };
    let body = [
        p("Titel", &r("Ferry Returns")),
        p("Kapitel", &r("Based on heading 2 twice")),
        p("Abschnitt", &r("Of a style with level 4")),
        p("Unterabschnitt", &r("Based on a style with level 4")),
        with_level("Standard", "0", "Of its own level"),
        with_level("berschrift1", "1", "Its own level comes first"),
        with_level("berschrift1", "9", "A heading that is text."),
        with_level("Standard", "12", "There is no level 13."),
        p("Inhaltsverzeichnisberschrift", &r("A style that is text.")),
        with_level("Zitat", "9", "A quotation without a level."),
    ];
    assert_snapshot!(with_styles(&body.concat()), @r#"
    # Ferry Returns [Articles] headings.docx
    h3 "Based on heading 2 twice"
    h5 "Of a style with level 4"
    h5 "Based on a style with level 4"
    h2 "Of its own level"
    h3 "Its own level comes first"
    p "A heading that is text."
    p "There is no level 13."
    p "A style that is text."
    > p "A quotation without a level."
    "#);
}

#[test]
fn headings_are_known_by_ids_of_styles_that_are_not_defined() {
    let body = [
        p("Title", &r("Ferry Returns")),
        p("Heading1", &r("One")),
        p("heading 2", &r("Two")),
        p("Heading10", &r("There is no level 10.")),
        p("Unknown", &r("Text.")),
    ];
    let document =
        format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", body.concat());
    let file =
        packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())]);
    assert_snapshot!(imported("ids.docx", &file), @r#"
    # Ferry Returns [Articles] ids.docx
    h2 "One"
    h3 "Two"
    p "There is no level 10."
    p "Text."
    "#);
}
