//! The folding of search as rules of a character filter.

use cuttings_search::fold;

/// Apostrophes, hyphens and a percent sign that folding does not map to the plain ones. The
/// patterns of `analysis` then need to know one of each only.
const SIGNS: [(char, &str); 15] = [
    ('’', "'"),
    ('‘', "'"),
    ('ʼ', "'"),
    ('ʻ', "'"),
    ('ʽ', "'"),
    ('ʾ', "'"),
    ('ʿ', "'"),
    ('`', "'"),
    ('´', "'"),
    ('′', "'"),
    ('＇', "'"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('－', "-"),
    ('٪', "%"),
];

/// The invisible characters, which join the letters around them.
const INVISIBLE: [char; 6] = ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}'];

/// Returns the rules of a `mapping` character filter that folds a text as search does, together
/// with the filter `lowercase`, which needs no rules.
///
/// Hangul syllables stay as they are: search only takes them apart, in documents and queries alike.
pub(crate) fn folding_rules() -> Vec<String> {
    let mut rules = sign_rules();
    let is_sign = |c: char| SIGNS.iter().any(|(sign, _)| *sign == c) || INVISIBLE.contains(&c);
    for c in '\u{80}'..=char::MAX {
        if is_sign(c) || ('\u{AC00}'..='\u{D7A3}').contains(&c) {
            continue;
        }
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        if !c.to_lowercase().eq(folded.chars()) {
            rules.push(rule(c, &folded));
        }
    }
    rules
}

/// Returns the rules for apostrophes, hyphens and invisible characters alone, for texts that keep
/// their diacritics.
pub(crate) fn sign_rules() -> Vec<String> {
    let signs = SIGNS.iter().map(|(sign, plain)| rule(*sign, plain));
    signs.chain(INVISIBLE.iter().map(|c| rule(*c, ""))).collect()
}

fn rule(from: char, to: &str) -> String {
    [escaped(from.encode_utf8(&mut [0; 4])), " => ".to_owned(), escaped(to)].concat()
}

/// Escapes a text for a rule, which is trimmed and has backslashes and arrows of its own.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04X}"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn unescaped(text: &str) -> String {
        let mut units: Vec<u16> = Vec::new();
        let mut rest = text.trim();
        while let Some(c) = rest.chars().next() {
            let taken = if let Some(hex) = rest.strip_prefix("\\u") {
                units.push(u16::from_str_radix(&hex[..4], 16).unwrap());
                6
            } else {
                units.push(c as u16);
                1
            };
            rest = &rest[taken..];
        }
        String::from_utf16(&units).unwrap()
    }

    #[test]
    fn rules_and_lower_case_fold_every_character_as_search_does() {
        let rules: HashMap<String, String> = folding_rules()
            .iter()
            .map(|rule| rule.split_once(" => ").unwrap())
            .map(|(from, to)| (unescaped(from), unescaped(to)))
            .collect();
        for c in char::MIN..=char::MAX {
            let text = c.to_string();
            let is_sign = SIGNS.iter().any(|(sign, _)| *sign == c) || INVISIBLE.contains(&c);
            if is_sign || ('\u{AC00}'..='\u{D7A3}').contains(&c) {
                continue;
            }
            let mapped = rules.get(&text).unwrap_or(&text).to_lowercase();
            // Search keeps the case of letters in circles.
            assert_eq!(mapped, fold(&text).to_lowercase(), "{c:?}");
        }
    }
}
