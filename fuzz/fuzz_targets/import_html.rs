//! Imports a page, also as MHTML and as a list of links.
//!
//! No input may cause a panic or a hang, and what comes out holds what the types promise.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let name = ["a.html", "a.mhtml"][usize::from(choice & 1)];
    let list: &[u8] = if choice & 2 == 0 { b"" } else { b"<!DOCTYPE NETSCAPE-Bookmark-file-1>" };
    cuttings_fuzz::check_import(name, &[list, bytes].concat());
});
