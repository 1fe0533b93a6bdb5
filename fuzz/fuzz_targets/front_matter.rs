//! Parses arbitrary bytes as front matter in YAML, TOML and JSON above a text.
//!
//! No input may cause a panic or a hang.

#![no_main]

use cuttings_corpus::parse;
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for (start, end) in [("---\n", "\n---\n"), ("+++\n", "\n+++\n"), ("{\n", "\n}\n")] {
        let text = [start.as_bytes(), bytes, end.as_bytes(), b"Text.\n"].concat();
        parse(&[SourceFile { name: "2024-05-16-seed.md", bytes: &text }]);
    }
});
