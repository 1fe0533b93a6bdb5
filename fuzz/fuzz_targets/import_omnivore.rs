//! Imports an export of Omnivore: content and highlights of one item, and any metadata.
//!
//! No input may cause a panic or a hang.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;

const METADATA: &[u8] =
    br#"[{"slug":"s","title":"T","url":"https://a.example/","labels":["l"],"readingProgress":50}]"#;

fuzz_target!(|parts: (&[u8], &[u8], &[u8])| {
    let (metadata, content, highlights) = parts;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in [
        ("metadata_0_to_20.json", METADATA),
        ("metadata_20_to_40.json", metadata),
        ("content/s.html", content),
        ("highlights/s.md", highlights),
    ] {
        if zip.start_file(name, options).is_err() || zip.write_all(bytes).is_err() {
            return;
        }
    }
    let Ok(archive) = zip.finish() else { return };
    cuttings_fuzz::check_import("a.zip", &archive.into_inner());
});
