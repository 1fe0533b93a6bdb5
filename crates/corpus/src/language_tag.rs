//! The shape of BCP 47 language tags.

/// Returns whether `text` has the shape of a BCP 47 language tag: a language of two to eight
/// letters, then subtags of one to eight letters and digits, separated by hyphens.
///
/// It does not check that the language exists.
pub fn is_language_tag(text: &str) -> bool {
    let mut subtags = text.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.chars().all(|c| c.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.chars().all(|c| c.is_ascii_alphanumeric())
        })
}
