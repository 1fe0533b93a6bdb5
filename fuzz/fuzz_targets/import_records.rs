//! Imports records in JSON: the pages of a WACZ archive, and Pocket's highlights.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let entry = ["pages/pages.jsonl", "annotations/part_000000.json"][usize::from(choice % 2)];
    let archive = cuttings_fuzz::packed(&[(entry, bytes)]);
    cuttings_fuzz::check_import("a.zip", &archive);
});
