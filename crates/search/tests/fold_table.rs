//! The folding table is written from Unicode's decompositions, and checked against them.
//!
//! `WRITE_TABLES=1 cargo test -p cuttings-search --test fold_table` writes it again, after a new Unicode version.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use std::fmt::Write as _;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Letters that have no decomposition, and what people type for them.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('ø', "o"),
    ('Ø', "o"),
    ('ł', "l"),
    ('Ł', "l"),
    ('đ', "d"),
    ('Đ', "d"),
    ('ð', "d"),
    ('Ð', "d"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ħ', "h"),
    ('Ħ', "h"),
    ('ı', "i"),
    ('ŋ', "n"),
    ('Ŋ', "n"),
    ('ŧ', "t"),
    ('Ŧ', "t"),
    ('ſ', "s"),
    ('ĸ', "k"),
    ('ə', "e"),
    ('Ə', "e"),
    ('ς', "σ"),
    ('ƒ', "f"),
    ('Ɖ', "d"),
    ('ơ', "o"),
    ('ư', "u"),
];

/// Where the table speaks. Beyond these, a character is left as it is: Hangul is decomposed by arithmetic, and ideographs,
/// enclosed forms and ligatures of whole words are not unfolded.
fn is_covered(code: u32) -> bool {
    matches!(
        code,
        0xAA..=0x5FF | 0x610..=0x6FF | 0x10A0..=0x10FF | 0x13A0..=0x13FF | 0x1AB0..=0x1AFF | 0x1C80..=0x1CBF
            | 0x1D00..=0x1FFF | 0x2070..=0x209F | 0x20D0..=0x218F | 0x2C00..=0x2D2F | 0x3040..=0x30FF
            | 0xA640..=0xA7FF | 0xAB30..=0xABBF | 0xFB00..=0xFB4F | 0xFE20..=0xFE2F | 0xFE70..=0xFEFC
            | 0xFF01..=0xFFEE | 0x10400..=0x104FF | 0x1D400..=0x1D7FF
    ) || is_digit(code).is_some()
}

fn is_digit(code: u32) -> Option<u32> {
    [0x660, 0x6F0, 0x966, 0x9E6, 0xE50]
        .into_iter()
        .find(|zero| (*zero..*zero + 10).contains(&code))
        .map(|zero| code - zero)
}

/// Marks over and under letters of these scripts are dropped; the vowel signs of others are kept, as part of the word.
fn is_dropped_mark(c: char) -> bool {
    let code = c as u32;
    matches!(
        code,
        0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5C7
            | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E8 | 0x6EA..=0x6ED
            | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F
    )
}

/// What a character folds to, from Unicode's data.
fn folded(c: char) -> String {
    if let Some((_, text)) = LETTERS.iter().find(|(letter, _)| *letter == c) {
        return (*text).to_owned();
    }
    if let Some(digit) = is_digit(c as u32) {
        return digit.to_string();
    }
    if !is_covered(c as u32) {
        return c.to_string();
    }
    let mut text = String::new();
    for part in c
        .nfkd()
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .nfkd()
        .filter(|c| !is_dropped_mark(*c))
    {
        match LETTERS.iter().find(|(letter, _)| *letter == part) {
            Some((_, plain)) => text.push_str(plain),
            None => text.push(part),
        }
    }
    // Spaces come from spacing accents ("´" is a space and a mark): those are no letters of a word.
    if text.contains(' ') || text.contains('\u{2044}') { c.to_string() } else { text }
}

fn scalars() -> impl Iterator<Item = char> {
    ('\u{80}'..=char::MAX).filter(|c| !('\u{AC00}'..='\u{D7A3}').contains(c))
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Same,
    Each,
    Alternate,
}

fn table() -> String {
    let mut single: Vec<(u32, u32)> = Vec::new();
    let mut longer = Vec::new();
    for c in scalars() {
        let text = folded(c);
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(to), None) if to == c => {}
            (Some(to), None) => single.push((c as u32, to as u32)),
            (None, _) => single.push((c as u32, 0)),
            _ => longer.push((c as u32, text)),
        }
    }
    let mut runs: Vec<(u32, u32, Kind, u32)> = Vec::new();
    let mut at = 0;
    while at < single.len() {
        let (from, to) = single[at];
        let length = |step: u32, rise: u32| {
            (1..)
                .take_while(|i| {
                    single.get(at + *i as usize) == Some(&(from + i * step, to + i * rise))
                })
                .count()
                + 1
        };
        let (count, kind, width) = [
            (length(1, 0), Kind::Same, 1),
            (length(1, 1), Kind::Each, 1),
            (length(2, 2), Kind::Alternate, 2),
        ]
        .into_iter()
        .max_by_key(|(count, kind, _)| (*count, *kind == Kind::Each))
        .unwrap();
        let span = (count as u32 - 1) * width + 1;
        runs.push((from, span, kind, to));
        at += count;
    }
    let mut out = String::from(
        "//! Written by `tests/fold_table.rs` from Unicode's decompositions; not edited by hand.\n\nuse super::fold::{Kind, Run};\n\n",
    );
    let _ = writeln!(
        out,
        "/// Characters that fold to one character, or (`to: 0`) to none.\n#[rustfmt::skip]\npub(super) static RUNS: [Run; {}] = [",
        runs.len()
    );
    for (from, span, kind, to) in runs {
        let kind = match kind {
            Kind::Same => "Same",
            Kind::Each => "Each",
            Kind::Alternate => "Alternate",
        };
        let _ = writeln!(out, "    Run::new({from:#X}, {span}, Kind::{kind}, {to:#X}),");
    }
    let _ = writeln!(
        out,
        "];\n\n/// Characters that fold to several.\n#[rustfmt::skip]\npub(super) static LONGER: [(u32, &str); {}] = [",
        longer.len()
    );
    for (from, text) in longer {
        let _ = writeln!(out, "    ({from:#X}, {text:?}),");
    }
    let _ = writeln!(out, "];");
    let mut marks: Vec<(u32, u32)> = Vec::new();
    for c in
        scalars().filter(|c| is_combining_mark(*c) && !c.is_alphanumeric() && !is_dropped_mark(*c))
    {
        match marks.last_mut() {
            Some((_, last)) if *last + 1 == c as u32 => *last = c as u32,
            _ => marks.push((c as u32, c as u32)),
        }
    }
    let _ = writeln!(
        out,
        "\n/// Marks that are kept: parts of words, though no letters (first, last).\n#[rustfmt::skip]\npub(super) static MARKS: [(u32, u32); {}] = [",
        marks.len()
    );
    for (first, last) in marks {
        let _ = writeln!(out, "    ({first:#X}, {last:#X}),");
    }
    let _ = writeln!(out, "];");
    out
}

#[test]
fn the_table_is_unicode_s_own() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/analyze/fold_table.rs");
    let expected = table();
    if std::env::var_os("WRITE_TABLES").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == expected,
        "src/analyze/fold_table.rs is out of date: set WRITE_TABLES=1"
    );
}
