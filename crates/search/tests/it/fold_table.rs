//! Generates the folding table from Unicode's decompositions, and checks that it is up to date.
//!
//! After an update of Unicode, `WRITE_TABLES=1 cargo test -p cuttings-search fold_table` writes it
//! again.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Letters without a decomposition, and the letters that people type instead.
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
    // Arabic letters that keyboards and countries mix: alif maqsura, ta marbuta, and the forms of
    // kaf, ya and ha in Persian, Urdu and Uyghur.
    ('ى', "ي"),
    ('ة', "ه"),
    ('ک', "ك"),
    ('ی', "ي"),
    ('ہ', "ه"),
    ('ھ', "ه"),
    ('ە', "ه"),
    // Hebrew letters at the end of a word, which are not at the end of its start.
    ('ך', "כ"),
    ('ם', "מ"),
    ('ן', "נ"),
    ('ף', "פ"),
    ('ץ', "צ"),
];

/// Returns whether the table covers a character. Folding decomposes Hangul by arithmetic, and
/// leaves ideographs, enclosed forms and ligatures of whole words as they are.
fn is_covered(code: u32) -> bool {
    matches!(
        code,
        0xAA..=0x5FF | 0x610..=0x6FF | 0x10A0..=0x10FF | 0x13A0..=0x13FF | 0x1AB0..=0x1AFF
            | 0x1C80..=0x1CBF | 0x1D00..=0x1FFF | 0x2070..=0x209F | 0x20D0..=0x218F
            | 0x2C00..=0x2D2F | 0x3040..=0x30FF | 0xA640..=0xA7FF | 0xAB30..=0xABBF
            | 0xFB00..=0xFB4F | 0xFE20..=0xFE2F | 0xFE70..=0xFEFC | 0xFF01..=0xFFEE
            | 0x10400..=0x104FF | 0x1D400..=0x1D7FF
    ) || digit_value(code).is_some()
}

/// Returns the value of a digit of another script.
fn digit_value(code: u32) -> Option<u32> {
    [
        0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0,
        0x1040, 0x17E0,
    ]
    .into_iter()
    .find(|zero| (*zero..*zero + 10).contains(&code))
    .map(|zero| code - zero)
}

/// Returns whether folding drops a mark. It keeps the vowel signs of other scripts as parts of the
/// word.
fn is_dropped_mark(c: char) -> bool {
    let code = c as u32;
    matches!(
        code,
        0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5
            | 0x5C7 | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC
            | 0x6DF..=0x6E8 | 0x6EA..=0x6ED | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF
            | 0xFE20..=0xFE2F
    )
}

/// Folds a character by Unicode's data.
fn folded(c: char) -> String {
    if let Some((_, text)) = LETTERS.iter().find(|(letter, _)| *letter == c) {
        return (*text).to_owned();
    }
    if let Some(digit) = digit_value(c as u32) {
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
    // A spacing accent decomposes to a space and a mark ("´"); it is not part of a word.
    if text.contains(' ') || text.contains('\u{2044}') { c.to_string() } else { text }
}

/// The characters beyond ASCII, without Hangul.
fn characters() -> impl Iterator<Item = char> {
    ('\u{80}'..=char::MAX).filter(|c| !('\u{AC00}'..='\u{D7A3}').contains(c))
}

/// The mapping of a run, as `src/analyze/fold_run.rs` defines it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mapping {
    Constant,
    Offset,
    AlternateOffset,
    Kept,
    Text,
}

/// A run: first character, length, mapping, target.
type Run = (u32, u32, Mapping, u32);

/// Groups characters that fold to one character, sorted, into the longest runs.
fn runs(folded: &[(u32, u32)]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let (first, target) = folded[at];
        let count = |step: u32, rise: u32| {
            let continues = |i: &u32| {
                folded.get(at + *i as usize) == Some(&(first + i * step, target + i * rise))
            };
            (1..).take_while(continues).count() + 1
        };
        let (count, mapping, step) = [
            (count(1, 0), Mapping::Constant, 1),
            (count(1, 1), Mapping::Offset, 1),
            (count(2, 2), Mapping::AlternateOffset, 2),
        ]
        .into_iter()
        .max_by_key(|(count, mapping, _)| (*count, *mapping == Mapping::Offset))
        .unwrap();
        runs.push((first, (count as u32 - 1) * step + 1, mapping, target));
        at += count;
    }
    runs
}

/// Groups characters, sorted, into the longest runs of a mapping whose target is the number of
/// characters before, or 0.
fn runs_of(mapping: Mapping, characters: impl Iterator<Item = char>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (number, c) in characters.enumerate() {
        match runs.last_mut() {
            Some((first, len, ..)) if *first + *len == c as u32 => *len += 1,
            _ => {
                let target = if mapping == Mapping::Text { number as u32 } else { 0 };
                runs.push((c as u32, 1, mapping, target));
            }
        }
    }
    runs
}

/// Returns whether a character is a combining mark that folding keeps.
fn is_kept_mark(c: &char) -> bool {
    is_combining_mark(*c) && !c.is_alphanumeric() && !is_dropped_mark(*c)
}

/// Returns the source text of the table.
fn table() -> String {
    let mut single: Vec<(u32, u32)> = Vec::new();
    let mut several: Vec<(char, String)> = Vec::new();
    for c in characters() {
        let text = folded(c);
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(to), None) if to == c => {}
            (Some(to), None) => single.push((c as u32, to as u32)),
            (None, _) => single.push((c as u32, 0)),
            _ => several.push((c, text)),
        }
    }
    let mut runs = runs(&single);
    runs.extend(runs_of(Mapping::Text, several.iter().map(|(c, _)| *c)));
    runs.extend(runs_of(Mapping::Kept, characters().filter(is_kept_mark)));
    runs.sort_by_key(|(first, ..)| *first);
    let lines: String = runs
        .iter()
        .map(|(first, len, mapping, target)| {
            format!("    FoldRun::new({first:#X}, {len}, Mapping::{mapping:?}, {target:#X}),\n")
        })
        .collect();
    let texts: Vec<String> =
        several.iter().map(|(_, text)| text.escape_debug().to_string()).collect();
    format!(
        "//! The folding table, generated from Unicode's decompositions. Do not edit:\n\
         //! `tests/it/fold_table.rs` writes it.\n\n\
         use super::fold_run::{{FoldRun, Mapping}};\n\n\
         /// The characters that do not fold to themselves: to one character, to none (target\n\
         /// 0), or to one of [`TEXTS`]. Beside them are the combining marks that folding keeps.\n\
         #[rustfmt::skip]\n\
         pub(super) const RUNS: [FoldRun; {}] = [\n{lines}];\n\n\
         /// The texts of several characters to which characters fold, with spaces in between.\n\
         #[rustfmt::skip]\n\
         pub(super) static TEXTS: &str = \"\\\n    {}\";\n",
        runs.len(),
        texts.join(" \\\n    "),
    )
}

#[test]
fn the_table_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/analyze/fold_table.rs");
    let expected = table();
    if std::env::var_os("WRITE_TABLES").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == expected,
        "src/analyze/fold_table.rs is out of date; run this test with WRITE_TABLES=1"
    );
}
