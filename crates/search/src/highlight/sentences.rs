//! Where sentences end, well enough to begin and end a snippet there.

use std::ops::Range;

/// Short forms after which a full stop does not end a sentence, in lower case.
const SHORT_FORMS: [&str; 26] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
    "maj", "adm", "no", "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "sr",
];

/// The sentences of a text, without the spaces between them. Covers all that is not space.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
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
        let goes_on =
            next.is_some_and(char::is_lowercase) || !after.starts_with(char::is_whitespace);
        let is_end = next.is_none()
            || is_wide
            || c == '\n'
            || !(goes_on || (c == '.' && is_short(text.get(start..at).unwrap_or_default())));
        if is_end {
            push(text, start..end, &mut sentences);
            start = end;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let Some(sentence) = text.get(range.clone()) else { return };
    let trimmed = sentence.trim_start();
    let start = range.start + sentence.len() - trimmed.len();
    let end = start + trimmed.trim_end().len();
    if start < end {
        sentences.push(start..end);
    }
}

/// What may stand between the full stop and the space: closing quotes and brackets, more stops.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '」' | '』' | '）'
    )
}

/// Whether what stands before a full stop ends in a single letter ("U.S", "N") or a short form ("Mr").
fn is_short(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.is_uppercase(),
        _ => SHORT_FORMS.iter().any(|short| word.eq_ignore_ascii_case(short)),
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
    fn ends_of_sentences() {
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
