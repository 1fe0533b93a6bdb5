//! Reads a text in each Unicode encoding, and arbitrary bytes behind each byte order mark.
//!
//! No input may cause a panic or a hang. A text reads the same in all encodings that name
//! themselves, and what is guessed, or replaced because it is invalid, has a diagnostic.

#![no_main]

use cuttings_corpus::{Corpus, parse};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

const MARKS: [&[u8]; 4] = [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let name = if choice & 4 == 0 { "seed.txt" } else { "seed.md" };
    let read = |bytes: &[u8]| parse(&[SourceFile { name, bytes }]);
    let mark = MARKS[usize::from(choice % 4)];
    let (true, Ok(text)) = (choice & 8 != 0, std::str::from_utf8(bytes)) else {
        return check_bytes(mark, bytes, read);
    };
    let to_bytes = if choice & 16 == 0 { u16::to_le_bytes } else { u16::to_be_bytes };
    let units: Vec<u8> = text.encode_utf16().flat_map(to_bytes).collect();
    let expected = read(&[MARKS[1], bytes].concat());
    if choice & 32 == 0 {
        let mark = if choice & 16 == 0 { MARKS[2] } else { MARKS[3] };
        assert_eq!(read(&[mark, &units].concat()), expected);
    } else {
        let guessed = read(if choice & 64 == 0 { bytes } else { &units });
        assert!(has_same_text(&guessed, &expected) || !guessed.diagnostics.is_empty());
    }
});

/// A byte that is invalid in the encoding leaves a diagnostic.
fn check_bytes(mark: &[u8], bytes: &[u8], read: impl Fn(&[u8]) -> Corpus) {
    let marked = [mark, bytes].concat();
    let corpus = read(&marked);
    cuttings_fuzz::check(&corpus);
    let is_utf_8 = std::str::from_utf8(&marked).is_ok();
    assert!(is_utf_8 || mark.len() == 2 || !corpus.diagnostics.is_empty());
    // The seed may have spelled the character that stands for invalid bytes.
    let has_replacement = marked.windows(3).any(|it| it == "\u{fffd}".as_bytes())
        || marked.windows(2).any(|it| it == [0xfd, 0xff] || it == [0xff, 0xfd]);
    let is_replaced = format!("{:?}", corpus.articles).contains('\u{fffd}');
    assert!(!is_replaced || has_replacement || !corpus.diagnostics.is_empty());
}

fn has_same_text(one: &Corpus, other: &Corpus) -> bool {
    one.articles == other.articles && one.teasers == other.teasers
}
