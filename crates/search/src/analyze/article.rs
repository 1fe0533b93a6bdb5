//! The article of Arabic, which is written together with its word.

/// The article, folded.
const ARTICLE: &str = "ال";

/// Returns an Arabic term without its article, or with one if it has none. `None` for other
/// scripts.
pub(crate) fn with_or_without_article(term: &str) -> Option<String> {
    if !term.starts_with(|c| matches!(c, '\u{620}'..='\u{64A}')) {
        return None;
    }
    Some(match term.strip_prefix(ARTICLE) {
        Some(word) => word.to_owned(),
        None => [ARTICLE, term].concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::with_or_without_article;

    #[test]
    fn only_arabic_words_have_it() {
        assert_eq!(with_or_without_article("كتاب").as_deref(), Some("الكتاب"));
        assert_eq!(with_or_without_article("الكتاب").as_deref(), Some("كتاب"));
        assert_eq!(with_or_without_article("book"), None);
        assert_eq!(with_or_without_article(""), None);
    }
}
