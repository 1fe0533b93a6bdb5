//! Decodes arbitrary bytes, and bytes behind each byte order mark, as text.
//!
//! No input may cause a panic or a hang. What is not UTF-8 is never read without a diagnostic.

#![no_main]

use cuttings_corpus::{inspect, parse};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for mark in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"] {
        let bytes = [mark, bytes].concat();
        for name in ["seed.txt", "seed.md"] {
            let file = SourceFile { name, bytes: &bytes };
            let corpus = parse(&[file]);
            inspect(file);
            let is_utf_8 = std::str::from_utf8(&bytes).is_ok();
            assert!(is_utf_8 || mark.len() == 2 || !corpus.diagnostics.is_empty());
        }
    }
});
