//! Imports a Word document: its body, and its styles, lists and relations.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMESPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

fuzz_target!(|parts: (&[u8], &[u8], &[u8])| {
    let (body, styles, lists) = parts;
    let within = |root: &str, inner: &[u8]| [root.as_bytes(), inner].concat();
    let archive = cuttings_fuzz::packed(&[
        ("[Content_Types].xml", b""),
        ("word/document.xml", &within(&format!("<w:document {NAMESPACES}><w:body>"), body)),
        ("word/styles.xml", &within(&format!("<w:styles {NAMESPACES}>"), styles)),
        ("word/numbering.xml", &within(&format!("<w:numbering {NAMESPACES}>"), lists)),
        ("word/footnotes.xml", &within(&format!("<w:footnotes {NAMESPACES}>"), lists)),
    ]);
    cuttings_fuzz::check_import("a.docx", &archive);
});
