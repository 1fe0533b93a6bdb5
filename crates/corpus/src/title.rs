//! A title for text that has none.

/// The longest title made from a first sentence, in characters.
const MAX_CHARS: usize = 80;

/// Sentences do not end this early in a text: a mark here belongs to an abbreviation ("Mr.",
/// "U.S.").
const MIN_SENTENCE_CHARS: usize = MAX_CHARS / 4;

/// Returns the first sentence of `text` if it is short enough. Otherwise returns as many words as
/// fit, with an ellipsis.
pub fn from_first_words(text: &str) -> String {
    let mut last_space = 0;
    for (count, (at, c)) in text.char_indices().enumerate() {
        let before = text.get(..at).unwrap_or_default();
        if count >= MAX_CHARS {
            let words = text.get(..last_space).filter(|words| !words.is_empty());
            // Chinese has no space to cut at.
            return format!("{}…", words.unwrap_or(before).trim_end());
        }
        if c.is_whitespace() {
            if before.ends_with(['.', '!', '?']) && count > MIN_SENTENCE_CHARS {
                return without_full_stop(before).to_owned();
            }
            last_space = at;
        }
    }
    without_full_stop(text).to_owned()
}

/// Returns a sentence without the full stops at its end, unless there is nothing else.
fn without_full_stop(sentence: &str) -> &str {
    let words = sentence.trim_end_matches('.');
    if words.trim().is_empty() { sentence } else { words }
}

#[cfg(test)]
mod tests {
    use super::from_first_words;

    #[test]
    fn takes_the_first_sentence_or_the_words_that_fit() {
        for (text, expected) in [
            ("The ferry came back at noon. Nobody was hurt.", "The ferry came back at noon"),
            ("Short.", "Short"),
            (".", "."),
            (
                "................................................. A",
                ".................................................",
            ),
            ("", ""),
            (
                "Mr. Adeyemi, who has kept the harbour's books since before the old pier was taken down, says so.",
                "Mr. Adeyemi, who has kept the harbour's books since before the old pier was…",
            ),
        ] {
            assert_eq!(from_first_words(text), expected);
        }
    }

    #[test]
    fn cuts_text_without_spaces_at_the_limit() {
        let title = from_first_words(&"港".repeat(90));
        assert_eq!(title, "港".repeat(80) + "…");
    }
}
