//! Imports a feed: RSS, Atom, OPML, JSON Feed, and XML of any kind.
//!
//! No input may cause a panic or a hang.

#![no_main]

use libfuzzer_sys::fuzz_target;

const FORMS: [(&str, &[u8]); 5] = [
    ("a.rss", b"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>"),
    ("a.atom", b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>"),
    ("a.opml", b"<opml><body>"),
    ("a.json", b"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":"),
    ("a.rss", b""),
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let (name, start) = FORMS[usize::from(*choice) % FORMS.len()];
    cuttings_fuzz::check_import(name, &[start, bytes].concat());
});
