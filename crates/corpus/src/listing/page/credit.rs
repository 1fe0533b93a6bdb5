//! Recognises the captions and credits of pictures, by the form of agencies' credits.

use super::super::vocabulary::is_picture_credit;

/// The longest credit on a line of its own, in bytes.
const MAX_CREDIT_BYTES: usize = 90;

/// Returns whether a text ends in a credit in brackets: "The quay (AP Photo/Ada Okonkwo)".
pub(super) fn is_caption(text: &str) -> bool {
    let Some(inside) = text.trim_end_matches(['.', ' ']).strip_suffix(')') else { return false };
    inside.rsplit_once('(').is_some_and(|(_, credit)| {
        credit.len() <= MAX_CREDIT_BYTES && (has_agency(credit) || is_picture_credit(credit))
    })
}

/// Returns whether a line credits a picture: "Bild: APA/Keystone", "© Ada Okonkwo".
pub(super) fn is_credit(text: &str) -> bool {
    text.len() <= MAX_CREDIT_BYTES
        && (is_picture_credit(text)
            || text.starts_with('©')
            || ["foto:", "bild:", "photo :", "fotos:"].iter().any(|word| text.to_lowercase().starts_with(word))
            || (text.split_whitespace().count() <= 6 && has_agency(text)))
}

/// Returns whether a text has two capitalised words or names that a slash joins.
fn has_agency(text: &str) -> bool {
    text.match_indices('/').any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let start = text.get(..at).and_then(|before| before.rsplit(|c: char| c.is_whitespace() || c == '/').next()).unwrap_or_default();
        let after = text.get(at + 1..).and_then(|after| after.chars().next());
        before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_uppercase)
            && (start.starts_with(char::is_uppercase) || start.contains('.'))
    })
}
