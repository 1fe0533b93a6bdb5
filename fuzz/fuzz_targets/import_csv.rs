//! Imports a table of saved addresses, of each program that exports one.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

const HEADERS: [&[u8]; 5] = [
    b"title,url,time_added,tags,status\n",
    b"URL,Title,Selection,Folder,Timestamp,Tags\n",
    b"Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n",
    b"Highlight,Book Title,Book Author,Note,Tags,Highlighted at,Document tags\n",
    b"",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let header = HEADERS[usize::from(choice % 5)];
    cuttings_fuzz::check_import("a.csv", &[header, bytes].concat());
});
