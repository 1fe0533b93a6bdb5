//! Imports any bytes as an archive.
//!
//! No input may cause a panic or a hang, or unpack more than the limits allow.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = cuttings_import::holds_articles("a.zip", &mut std::io::Cursor::new(bytes));
    cuttings_fuzz::check_import("a.zip", bytes);
});
