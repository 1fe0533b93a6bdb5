//! Makes text safe between tags and in attributes.

/// Escapes text for HTML and XML, between tags and in attributes. Characters that XML does not
/// allow become U+FFFD.
pub fn escaped(text: &str) -> String {
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

/// Returns true for the characters that XML 1.0 allows.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_markup_and_invalid_characters() {
        assert_eq!(
            escaped("<a href='x' b=\"y\">&\u{0}\u{FFFF}ü"),
            "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;\u{FFFD}\u{FFFD}ü"
        );
    }
}
