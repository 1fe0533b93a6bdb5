//! Imports a bibliography in RIS, BibTeX or CSL-JSON.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

const FORMS: [(&str, &[u8]); 3] = [
    ("a.ris", b"TY  - JOUR\n"),
    ("a.bib", b"@book{a, title = {T}}\n"),
    ("a.json", b"[{\"id\":\"a\",\"type\":\"book\"},"),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let (name, start) = FORMS[usize::from(*choice) % FORMS.len()];
    cuttings_fuzz::check_import(name, &[start, bytes].concat());
});
