//! Folding: removes differences of case, diacritics and compatibility forms.
//!
//! Applies Unicode's compatibility decomposition (NFKD) and case folding, drops the marks of Latin,
//! Greek, Cyrillic, Hebrew and Arabic, and maps letters that Unicode does not decompose to plain
//! ones (ø, ł, ß). It keeps the vowel signs of Indic scripts and the sound marks of kana, because
//! they change the word. The mappings are in `fold_table.rs`.

use super::fold_run::{FoldRun, Folded, pack, packed_length, unpack};
use super::fold_table::{RUNS, TEXTS};
use std::sync::LazyLock;

static PACKED: [u8; packed_length(&RUNS)] = pack(&RUNS);

/// The runs of the folding table. Unpacking them takes some microseconds.
static UNPACKED: LazyLock<Vec<FoldRun>> = LazyLock::new(|| unpack(&PACKED));

/// Folds a whole text.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_into(c, &mut out));
    out
}

/// Appends the folding of `c`: nothing for a dropped mark, usually one character, sometimes more.
pub(crate) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let code = c as u32;
    if let Some(syllable) = code.checked_sub(0xAC00).filter(|syllable| *syllable < 11_172) {
        // The Unicode Standard, 3.12: the lead, vowel and tail of a Hangul syllable follow from its
        // code.
        let (lead, vowel, tail) = (syllable / 588, syllable % 588 / 28, syllable % 28);
        let parts =
            [Some(0x1100 + lead), Some(0x1161 + vowel), (tail > 0).then_some(0x11A7 + tail)];
        out.extend(parts.into_iter().flatten().filter_map(char::from_u32));
        return;
    }
    match folded(code) {
        Folded::Same | Folded::Mark => out.push(c),
        Folded::Code(0) => {}
        Folded::Code(target) => out.extend(char::from_u32(target)),
        Folded::Text(number) => out.push_str(TEXTS.split(' ').nth(number).unwrap_or_default()),
    }
}

/// Looks a character up in the folding table.
fn folded(code: u32) -> Folded {
    let after = UNPACKED.partition_point(|run| run.first() <= code);
    let run = after.checked_sub(1).and_then(|at| UNPACKED.get(at));
    run.map_or(Folded::Same, |run| run.fold(code))
}

/// Returns whether `c` belongs to a word without being a letter or digit: a combining mark, or an
/// invisible character (soft hyphen, joiners).
pub(super) fn is_mark(c: char) -> bool {
    let code = c as u32;
    if code < 0xAD {
        return false;
    }
    if is_invisible(c) {
        return true;
    }
    match folded(code) {
        Folded::Mark => true,
        Folded::Code(0) => !c.is_alphanumeric(),
        _ => false,
    }
}

/// Returns whether `c` has no shape of its own.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{PACKED, RUNS, fold, unpack};

    #[test]
    fn packed_runs_are_those_of_the_table() {
        assert_eq!(unpack(&PACKED), RUNS);
    }

    #[test]
    fn folds_case_diacritics_and_compatibility_forms() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text}");
        check("Pål JONSON", "pal jonson");
        check("Zażółć gęślą jaźń", "zazolc gesla jazn");
        check("Straße", "strasse");
        check("Ｋｙｉｖ １２", "kyiv 12");
        check("ﬁne ½", "fine ½");
        check("ΣΊΣΥΦΟΣ", "σισυφοσ");
        check("Київ Ёлка", "киів елка".replace('і', "и").replace("киив", "киів").as_str());
        check("e\u{301}", "e");
        check("が", "か\u{3099}");
        check("한", "\u{1112}\u{1161}\u{11AB}");
        check("𝐁𝐨𝐥𝐝", "bold");
        check("٤٢", "42");
        check("हिन्दी", "हिन्दी");
    }
}
