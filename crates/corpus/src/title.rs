//! A title for text that has none.

/// The longest title made out of a first sentence, in characters.
const LONGEST: usize = 80;

/// The first words of a text: its first sentence if that is short enough, else as many words as fit, and an ellipsis.
pub(crate) fn made_from(text: &str) -> String {
    let mut cut = 0;
    for (count, (at, c)) in text.char_indices().enumerate() {
        let before = text.get(..at).unwrap_or_default();
        if count >= LONGEST {
            let words = text.get(..cut).filter(|words| !words.is_empty());
            // Chinese has no blank to cut at.
            return format!("{}…", words.unwrap_or(before).trim_end());
        }
        if c.is_whitespace() {
            // Not after "Mr." or "U.S.": so early no sentence ends.
            if before.ends_with(['.', '!', '?']) && count > LONGEST / 4 {
                return before.trim_end_matches('.').to_owned();
            }
            cut = at;
        }
    }
    text.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::made_from;

    #[test]
    fn first_words() {
        for (text, expected) in [
            ("The ferry came back at noon. Nobody was hurt.", "The ferry came back at noon"),
            ("Short.", "Short"),
            ("", ""),
            (
                "Mr. Adeyemi, who has kept the harbour's books since before the old pier was taken down, says so.",
                "Mr. Adeyemi, who has kept the harbour's books since before the old pier was…",
            ),
        ] {
            assert_eq!(made_from(text), expected);
        }
        assert_eq!(made_from(&"港".repeat(90)).chars().count(), 81);
    }
}
