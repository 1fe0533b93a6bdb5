//! Imports a mail, alone and in a mailbox.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let (name, start): (&str, &[u8]) = match choice % 2 {
        0 => ("a.eml", b"Subject: S\n"),
        _ => ("a.mbox", b"From a Thu May 16 08:00:00 2024\nSubject: S\n"),
    };
    cuttings_fuzz::check_import(name, &[start, bytes].concat());
});
