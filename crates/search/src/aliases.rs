//! Other names for one thing ("Kiev", "Kyiv"; "DPRK", "North Korea"), equal when searching.
//!
//! # Format
//!
//! Sets one after the other up to the end of the section: the number of names (varint), then each (text): the folded
//! words of the name with single spaces.

use crate::analyze::analyze;
use crate::bytes::Reader;

/// The words of a name as the index knows them.
pub(crate) fn folded(name: &str) -> String {
    let mut words = String::new();
    analyze(name, |token| {
        if !token.joined {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(token.form);
        }
    });
    words
}

/// The sets of an index.
pub(crate) fn sets(section: &[u8]) -> impl Iterator<Item = Vec<&str>> {
    let mut reader = Reader::new(section, 0);
    std::iter::from_fn(move || {
        let mut names = Vec::new();
        for _ in 0..reader.varint() {
            if reader.is_at_end() {
                break;
            }
            names.push(reader.text());
        }
        (!names.is_empty()).then_some(names)
    })
}
