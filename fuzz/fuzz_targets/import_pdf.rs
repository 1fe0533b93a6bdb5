//! Imports a PDF file: any bytes, or a page with any content in a font with any map to Unicode.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (bool, &[u8], &[u8])| {
    let (is_whole, content, map) = parts;
    let file = match is_whole {
        true => [b"%PDF-1.7\n", content, map].concat(),
        false => page(content, map),
    };
    cuttings_fuzz::check_import("a.pdf", &file);
});

fn page(content: &[u8], map: &[u8]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
        2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
        3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
        /Resources << /Font << /F 4 0 R >> /XObject << /X 5 0 R >> >> >>\nendobj\n\
        4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>\nendobj\n"
        .to_vec();
    for (number, bytes) in [(5, content), (6, map)] {
        let length = bytes.len();
        let head = format!("{number} 0 obj\n<< /Subtype /Form /Length {length} >>\nstream\n");
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(bytes);
        out.extend_from_slice(b"\nendstream\nendobj\n");
    }
    out.extend_from_slice(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    out
}
