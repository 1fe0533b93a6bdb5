//! Recognises the credits of pictures, by the form that agencies give them.

use super::super::vocabulary::{is_picture_credit, starts_with_ignoring_case};

/// The longest credit, in bytes.
const MAX_CREDIT_BYTES: usize = 90;

/// The most words of a credit that is known by an agency alone.
const MAX_CREDIT_WORDS: usize = 6;

/// Words at the start of a credit in other languages than English.
const OPENERS: &[&str] = &["©", "foto:", "fotos:", "foto ", "bild:", "bilder:", "photo :", "фото:"];

/// Returns whether a text ends in a photographer and an agency: "The quay Ada Okonkwo/Pool".
pub(super) fn ends_in_agency(text: &str) -> bool {
    let mut words = text.split_whitespace().rev();
    let (Some(last), Some(before)) = (words.next(), words.next()) else { return false };
    has_agency(last)
        && before.starts_with(char::is_uppercase)
        && last.ends_with(char::is_alphabetic)
}

/// Returns whether a text ends in a credit in brackets: "The quay at dawn (Pool/Ada Okonkwo)".
pub(super) fn ends_in_credit(text: &str) -> bool {
    let inside = text.trim_end_matches(['.', ' ']).strip_suffix(')');
    inside.and_then(|text| text.rsplit_once('(')).is_some_and(|(_, credit)| {
        credit.len() <= MAX_CREDIT_BYTES && (has_agency(credit) || is_picture_credit(credit))
    })
}

/// Returns whether a line only credits a picture: "Bild: Pool/Okonkwo", "© Ada Okonkwo".
pub(super) fn is_credit(text: &str) -> bool {
    text.len() <= MAX_CREDIT_BYTES
        && (is_picture_credit(text)
            || OPENERS.iter().any(|opener| starts_with_ignoring_case(text, opener))
            || has_agency(text) && text.split_whitespace().count() <= MAX_CREDIT_WORDS)
}

/// Returns whether a slash joins a capitalised name to the one before: "Pool/Okonkwo".
fn has_agency(text: &str) -> bool {
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || word.contains('.');
    text.split_whitespace().any(|word| {
        let mut names = word.split('/').map(|name| name.trim_start_matches(['(', '[']));
        let Some(mut before) = names.next() else { return false };
        names.any(|name| {
            let joins = is_name(before)
                && before.ends_with(char::is_alphabetic)
                && name.starts_with(char::is_uppercase);
            before = name;
            joins
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_known_by_their_form() {
        for text in
            ["Bild: SN/Pool/Okonkwo", "Pool/Okonkwo", "© Ada Okonkwo", "paper.example/Ada Okonkwo"]
        {
            assert!(is_credit(text), "{text}");
        }
        for text in
            ["The quay at dawn", "Either/or is no choice", "24/7", "A, B and/or C", "w/o Credit"]
        {
            assert!(!is_credit(text), "{text}");
        }
        assert!(ends_in_credit("The quay at dawn, after the storm. (Pool Photo/Ada Okonkwo)"));
        assert!(!ends_in_credit("The board met (for the third time)."));
    }
}
