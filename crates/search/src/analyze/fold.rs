//! Folding: compatibility forms, case and diacritics that make no difference to a person who searches.
//!
//! Unicode's compatibility decomposition (NFKD) and case folding, with the marks of Latin, Greek, Cyrillic, Hebrew and
//! Arabic dropped, and with plain letters for those that Unicode does not take apart (ø, ł, ß). The vowel signs of Indic
//! scripts and the sound marks of kana change the word, and stay. What folds to what is in `fold_table.rs`.

use super::fold_table::{LONGER, MARKS, RUNS};

/// How the characters of a [`Run`] map.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// All to one.
    Same,
    /// Each to the target at the same distance.
    Each,
    /// Every other one, at the same distance; those between map to themselves.
    Alternate,
}

/// A stretch of characters that fold by one rule.
#[derive(Clone, Copy)]
pub(super) struct Run {
    from: u32,
    to: u32,
    span: u16,
    kind: Kind,
}

impl Run {
    pub(super) const fn new(from: u32, span: u16, kind: Kind, to: u32) -> Self {
        Self { from, to, span, kind }
    }
}

/// Appends what `c` folds to: nothing for a dropped mark, usually one character, at times more.
pub(crate) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let code = c as u32;
    if let Some(syllable) = code.checked_sub(0xAC00).filter(|syllable| *syllable < 11_172) {
        // The Unicode Standard, 3.12: a Hangul syllable is its lead, vowel and tail by arithmetic.
        let (lead, vowel, tail) = (syllable / 588, syllable % 588 / 28, syllable % 28);
        let parts =
            [Some(0x1100 + lead), Some(0x1161 + vowel), (tail > 0).then_some(0x11A7 + tail)];
        out.extend(parts.into_iter().flatten().filter_map(char::from_u32));
        return;
    }
    let after = RUNS.partition_point(|run| run.from <= code);
    if let Some(run) = after.checked_sub(1).and_then(|at| RUNS.get(at)) {
        let distance = code - run.from;
        let target = match run.kind {
            _ if distance >= u32::from(run.span) => None,
            Kind::Same => Some(run.to),
            Kind::Each => Some(run.to + distance),
            Kind::Alternate => distance.is_multiple_of(2).then_some(run.to + distance),
        };
        match target {
            Some(0) => return,
            Some(target) => return out.extend(char::from_u32(target)),
            None => {}
        }
    }
    match LONGER.binary_search_by_key(&code, |(from, _)| *from) {
        Ok(at) => out.push_str(LONGER.get(at).map_or("", |(_, text)| text)),
        Err(_) => out.push(c),
    }
}

/// The whole of a text, folded.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_into(c, &mut out));
    out
}

/// Whether `c` belongs to a word without being a letter or digit: a combining mark, or a character that only shapes its
/// neighbours (soft hyphen, joiners).
pub(super) fn is_mark(c: char) -> bool {
    let code = c as u32;
    if code < 0xAD {
        return false;
    }
    if is_invisible(c) {
        return true;
    }
    let after = MARKS.partition_point(|(first, _)| *first <= code);
    let kept =
        after.checked_sub(1).and_then(|at| MARKS.get(at)).is_some_and(|(_, last)| code <= *last);
    kept || (!c.is_alphanumeric() && {
        let mut folded = String::new();
        fold_into(c, &mut folded);
        folded.is_empty()
    })
}

/// Characters without a shape of their own.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_what_a_person_would_not_see() {
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
