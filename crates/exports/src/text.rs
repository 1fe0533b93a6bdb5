//! Makes text safe for places without markup around it, and for Markdown.

/// Returns the text as one line: without control characters and direction overrides, and with
/// single spaces.
pub fn line(text: &str) -> String {
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

/// Returns true for the characters that XML 1.0 allows.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Returns true for the characters that change the direction of the text after them.
fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Escapes the characters that have a meaning in Markdown.
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
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
}
