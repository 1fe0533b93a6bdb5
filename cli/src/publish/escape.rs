//! Text for places that have no markup to keep it in bounds: heads, feeds, pictures.

/// Text as one line that no reader of it takes for more than text: control characters and those that turn the direction of
/// what comes after them are left out, blanks are single.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        out.extend(word.chars().filter(|&character| !turns(character) && is_xml(character)));
        // A word of nothing but such characters is none.
        if out.len() == before + 1 && before > 0 || out.len() == before {
            out.truncate(before);
        }
    }
    out
}

/// The beginning of a text that has at most so many characters, cut between words and with an ellipsis if it is cut.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    let text = line(text);
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let cut = text.get(..end).unwrap_or_default();
    let cut = cut.rfind(' ').and_then(|blank| cut.get(..blank)).filter(|cut| !cut.is_empty()).unwrap_or(cut);
    format!("{} …", cut.trim_end())
}

/// Text as it may stand between tags and in attributes, in HTML and XML; what XML has no place for is U+FFFD.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            character if is_xml(character) => out.push(character),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
    out
}

/// Whether XML 1.0 has a place for it.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether it turns the direction of the text after it, until something turns it back.
fn turns(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_text_and_nothing_else() {
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
    fn a_beginning_ends_between_words() {
        for (text, most, expected) in [
            ("Five boats sank", 15, "Five boats sank"),
            ("Five boats sank", 14, "Five boats …"),
            ("Five boats sank", 4, "Five …"),
            ("Fivehundred", 4, "Five …"),
            ("Fünf Böte", 5, "Fünf …"),
            ("", 4, ""),
        ] {
            assert_eq!(beginning(text, most), expected, "{text:?}");
        }
        assert!(beginning(&"x".repeat(1 << 20), 200).len() < 210);
    }

    #[test]
    fn what_is_escaped_is_text() {
        assert_eq!(
            escaped("<a href='x' b=\"y\">&\u{0}\u{FFFF}ü"),
            "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;\u{FFFD}\u{FFFD}ü"
        );
    }
}
