//! Splits texts into sentences, well enough for snippets to start and end there.

use std::ops::Range;

/// Abbreviations whose full stop does not end a sentence, in lower case.
const ABBREVIATIONS: [&str; 26] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
    "maj", "adm", "no", "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "sr",
];

/// Returns the byte ranges of the sentences of a text, without the white space between them.
/// Together they cover everything else.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // These end a sentence even without a space after them.
        let is_wide = matches!(c, '。' | '！' | '？' | '।');
        if !is_wide && !matches!(c, '.' | '!' | '?' | '…' | '\n') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next_at, next)) =
            chars.peek().copied().filter(|(_, next)| is_closing(*next))
        {
            end = next_at + next.len_utf8();
            chars.next();
        }
        let after = text.get(end..).unwrap_or_default();
        let next = after.trim_start().chars().next();
        let continues =
            next.is_some_and(char::is_lowercase) || !after.starts_with(char::is_whitespace);
        let before = text.get(start..at).unwrap_or_default();
        let is_end = next.is_none()
            || is_wide
            || c == '\n'
            || !(continues || (c == '.' && ends_in_abbreviation(before)));
        if is_end {
            push_trimmed(text, start..end, &mut sentences);
            start = end;
        }
    }
    push_trimmed(text, start..text.len(), &mut sentences);
    sentences
}

/// Pushes a range without the white space at its ends, if anything is left.
fn push_trimmed(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let Some(sentence) = text.get(range.clone()) else { return };
    let trimmed = sentence.trim_start();
    let start = range.start + sentence.len() - trimmed.len();
    let end = start + trimmed.trim_end().len();
    if start < end {
        sentences.push(start..end);
    }
}

/// Returns whether `c` still belongs to a sentence after its full stop: a closing quotation mark or
/// bracket, or another stop.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '」' | '』' | '）'
    )
}

/// Returns whether the text before a full stop ends in a capital letter ("U.S", "N") or an
/// abbreviation ("Mr").
fn ends_in_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.is_uppercase(),
        _ => ABBREVIATIONS.iter().any(|abbreviation| word.eq_ignore_ascii_case(abbreviation)),
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_at_stops_but_not_at_abbreviations() {
        check("One. Two! “Three?” Four", &["One.", "Two!", "“Three?”", "Four"]);
        check(
            "The U.S. Army and N. Korea. Mr. Smith paid $2.2 billion.",
            &["The U.S. Army and N. Korea.", "Mr. Smith paid $2.2 billion."],
        );
        check(
            "He said “no.” and left… then came back.",
            &["He said “no.” and left… then came back."],
        );
        check("停战。谈判！", &["停战。", "谈判！"]);
        check("  \n ", &[]);
        check("", &[]);
    }
}
