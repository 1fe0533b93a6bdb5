//! The page's own words, in the language of the edition: `build.rs` makes them of a catalogue in `src/messages`.
//!
//! Every label, sentence and name that the page says of itself is written `msg!("its-name")`. What articles say, and
//! keys that only programs read, are no words of the page's.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Stands in a pattern for what goes into it; `crates/messages` writes it.
const MARK: char = '\u{1}';

/// A pattern with texts in the places of its marks. One text for all that is fixed takes less room than a row of pieces.
fn filled(pattern: &str, inner: &[&str]) -> String {
    let mut out = String::new();
    let mut inner = inner.iter();
    for (place, text) in pattern.split(MARK).enumerate() {
        if place > 0 {
            out.push_str(inner.next().copied().unwrap_or_default());
        }
        out.push_str(text);
    }
    out
}

/// A message for what is not Rust: texts, and between them the names of what it holds. `None` if there is no such message,
/// or if it is chosen by a number.
#[cfg(not(target_arch = "wasm32"))]
pub fn pieces(name: &str) -> Option<&'static [&'static str]> {
    PIECES.iter().find_map(|(other, pieces)| (*other == name).then_some(*pieces))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, inner: &[&str], expected: &str) {
        assert_eq!(filled(pattern, inner), expected);
    }

    #[test]
    fn a_pattern_is_filled_in() {
        check("items", &[], "items");
        check("\u{1} items", &["3"], "3 items");
        check("In \u{1} of \u{1}", &["3", "17"], "In 3 of 17");
        check("\u{1}\u{1}", &["\u{1}", "é"], "\u{1}é");
        check("\u{1} of \u{1}", &["3"], "3 of ");
    }

    #[test]
    fn messages_say_what_the_catalogue_says() {
        assert_eq!(msg!("items", count = 1), "1 item");
        assert_eq!(msg!("items-of", matching = 1, of = 17), "1 of 17 items");
        assert_eq!(msg!("hits-in-paragraph", paragraph = 3, count = 0), "Paragraph 3, 0 hits");
        assert_eq!(msg!("quoted-times", text = "ferry", count = 5), "“ferry” 5 times");
        assert_eq!(msg!("described", count = 1), "1 article to search, filter and read.");
        assert_eq!(msg!("did-you-mean"), ["Did you mean ", "?"]);
        assert_eq!(concat!(msg!("sections"), "!"), "Sections!");
    }

    #[test]
    fn a_message_for_scripts_is_split_into_pieces() {
        assert_eq!(pieces("sections"), Some(&["Sections"][..]));
        assert_eq!(pieces("hit-of"), Some(&["Hit ", "hit", " of ", "hits", ""][..]));
        assert_eq!(pieces("items"), None);
        assert_eq!(pieces("sectoins"), None);
    }
}
