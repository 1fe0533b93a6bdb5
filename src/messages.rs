//! The page's own messages, in the language of the edition. `build.rs` compiles them from a
//! catalogue in `src/messages`.
//!
//! Code writes every label and sentence of the page as `msg!("its-name")`. Texts of articles, and
//! keys that only programs read, are not messages.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The placeholder in a pattern, as `crates/messages` writes it.
const PLACEHOLDER: char = '\u{1}';

/// Replaces the placeholders of a pattern. A single pattern takes less space than a list of pieces.
fn filled(pattern: &str, arguments: &[&str]) -> String {
    let mut out = String::new();
    let mut arguments = arguments.iter();
    for (index, text) in pattern.split(PLACEHOLDER).enumerate() {
        if index > 0 {
            out.push_str(arguments.next().copied().unwrap_or_default());
        }
        out.push_str(text);
    }
    out
}

/// Returns a message for scripts and HTML: texts, and between them the names of its arguments.
/// `None` if there is no such message, or if its form depends on a number.
#[cfg(not(target_arch = "wasm32"))]
pub fn pieces(name: &str) -> Option<&'static [&'static str]> {
    PIECES.iter().find_map(|(other, pieces)| (*other == name).then_some(*pieces))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, arguments: &[&str], expected: &str) {
        assert_eq!(filled(pattern, arguments), expected);
    }

    #[test]
    fn arguments_replace_placeholders() {
        check("items", &[], "items");
        check("\u{1} items", &["3"], "3 items");
        check("In \u{1} of \u{1}", &["3", "17"], "In 3 of 17");
        check("\u{1}\u{1}", &["\u{1}", "é"], "\u{1}é");
        check("\u{1} of \u{1}", &["3"], "3 of ");
    }

    #[test]
    fn messages_come_from_the_catalogue() {
        assert_eq!(msg!("items", count = 1), "1 item");
        assert_eq!(msg!("items-of", matching = 1, of = 17), "1 of 17 items");
        assert_eq!(msg!("hits-in-paragraph", paragraph = 3, count = 0), "Paragraph 3, 0 hits");
        assert_eq!(msg!("quoted-times", text = "ferry", count = 5), "“ferry” 5 times");
        assert_eq!(msg!("described", count = 1), "1 article to search, filter and read.");
        assert_eq!(msg!("did-you-mean"), ["Did you mean ", "?"]);
        assert_eq!(concat!(msg!("sections"), "!"), "Sections!");
    }

    #[test]
    fn messages_for_scripts_are_split_at_their_arguments() {
        assert_eq!(pieces("sections"), Some(&["Sections"][..]));
        assert_eq!(pieces("hit-of"), Some(&["Hit ", "hit", " of ", "hits", ""][..]));
        assert_eq!(pieces("items"), None);
        assert_eq!(pieces("sectoins"), None);
    }
}
