//! Makes text safe for places without markup around it: heads, feeds and images.

pub(crate) use cuttings_exports::line;
pub(crate) use cuttings_html_writer::escaped;

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

#[cfg(test)]
mod tests {
    use super::*;

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
