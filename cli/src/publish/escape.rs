//! Makes text safe for places without markup around it: heads, feeds and images.

pub(crate) use cuttings_html_writer::escaped;

/// Returns the text as one line: without control characters and direction overrides, and with
/// single spaces.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        out.extend(
            word.chars().filter(|&character| !is_direction_control(character) && is_xml(character)),
        );
        // The word consisted of such characters.
        if out.len() == before + 1 && before > 0 || out.len() == before {
            out.truncate(before);
        }
    }
    out
}

/// Returns the start of a text, at most `max` characters of it, cut between words and with an
/// ellipsis.
pub(crate) fn excerpt(text: &str, max: usize) -> String {
    let text = line(text);
    let Some((end, _)) = text.char_indices().nth(max) else { return text };
    let cut = text.get(..end).unwrap_or_default();
    let cut = cut
        .rfind(' ')
        .and_then(|space| cut.get(..space))
        .filter(|cut| !cut.is_empty())
        .unwrap_or(cut);
    format!("{} …", cut.trim_end())
}

/// Returns true for the characters that XML 1.0 allows.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Returns true for the characters that change the direction of the text after them.
fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_removes_controls() {
        for (text, expected) in [
            ("", ""),
            ("Ferry returns", "Ferry returns"),
            ("  two\n\nlines\t", "two lines"),
            ("a\0b\u{1b}[31mc", "a b [31mc"),
            ("\u{202E}turned\u{202C} \u{2066} round", "turned round"),
            ("no\u{FFFE}character", "nocharacter"),
            ("<script>", "<script>"),
        ] {
            assert_eq!(line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn excerpts_end_between_words() {
        for (text, max, expected) in [
            ("Five boats sank", 15, "Five boats sank"),
            ("Five boats sank", 14, "Five boats …"),
            ("Five boats sank", 4, "Five …"),
            ("Fivehundred", 4, "Five …"),
            ("Fünf Böte", 5, "Fünf …"),
            ("", 4, ""),
        ] {
            assert_eq!(excerpt(text, max), expected, "{text:?}");
        }
        assert!(excerpt(&"x".repeat(1 << 20), 200).len() < 210);
    }
}
