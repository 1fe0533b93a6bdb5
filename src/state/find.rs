//! A text within a text.

/// Where `part` first stands in `text`. The search of the standard library is made for long texts, and twice as much to
/// download as all that is left of it here.
pub fn find(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_found_is_what_the_standard_library_finds(text in "[abé]{0,12}", part in "[abé]{0,3}") {
            prop_assert_eq!(find(&text, &part), text.find(&part));
        }
    }
}
