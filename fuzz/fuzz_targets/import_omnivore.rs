//! Imports an export of Omnivore: content and highlights of one item, and any metadata.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

const METADATA: &[u8] =
    br#"[{"slug":"s","title":"T","url":"https://a.example/","labels":["l"],"readingProgress":50}]"#;

fuzz_target!(|parts: (&[u8], &[u8], &[u8])| {
    let (metadata, content, highlights) = parts;
    let archive = cuttings_fuzz::packed(&[
        ("metadata_0_to_20.json", METADATA),
        ("metadata_20_to_40.json", metadata),
        ("content/s.html", content),
        ("highlights/s.md", highlights),
    ]);
    cuttings_fuzz::check_import("a.zip", &archive);
});
