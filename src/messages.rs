//! The page's own messages, in the language of the edition.
//!
//! Code writes every label and sentence of the page as `msg!("its-name")`. Texts of articles, and
//! keys that only programs read, are not messages. `build.rs` compiles the catalogues in
//! `src/messages`: it generates the macro and writes the texts of one language as a catalogue.
//! `crates/messages/src/catalogue.rs` describes its format.

use crate::store::text::decimal;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The catalogue that the program is compiled with.
const COMPILED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.txt"));

/// The number of entries before the messages: the language, that of the texts, two sets of plural
/// rules, and the grouping of digits.
const HEAD: usize = 5;

/// The entry with the grouping of digits.
const GROUPING: usize = 4;

const END: char = '\n';
const ARGUMENT: u8 = 1;
const LINK: char = '\u{2}';
const KEY_END: char = '\u{4}';
const VARIANT_END: char = '\u{5}';
const SELECT_END: char = '\u{6}';
const DEFAULT: &str = "*";

static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();

/// The messages of a language.
#[derive(Clone, Debug)]
struct Catalogue {
    /// The head's entries, then the pattern of each message by its number.
    entries: Vec<&'static str>,
}

impl Catalogue {
    fn new(text: &'static str) -> Catalogue {
        Catalogue { entries: text.split(END).collect() }
    }

    fn entry(&self, index: usize) -> &'static str {
        self.entries.get(index).copied().unwrap_or_default()
    }

    /// Returns a number in digits, grouped as the language does.
    fn number(&self, number: u64) -> String {
        let digits = decimal(number);
        let mut grouping = self.entry(GROUPING).chars();
        let mut size = || grouping.next().and_then(|it| it.to_digit(10)).unwrap_or(9) as usize;
        let (shortest, group) = (size(), size().max(1));
        let separator = grouping.as_str();
        let mut out = String::new();
        for (index, digit) in digits.char_indices() {
            let before_last = (digits.len() - index).checked_sub(3);
            let starts_group = before_last.is_some_and(|digits| digits % group == 0);
            if index > 0 && digits.len() >= shortest && starts_group {
                out.push_str(separator);
            }
            out.push(digit);
        }
        out
    }

    /// Appends a message to `out`, with its arguments in place.
    fn write(&self, pattern: &str, arguments: &[Argument<'_>], out: &mut String) {
        let mut rest = pattern;
        while let Some(at) = rest.bytes().position(|byte| byte <= 6) {
            let (text, control) = rest.split_at(at);
            out.push_str(text);
            let digit = |index: usize| {
                let byte = control.as_bytes().get(index).copied().unwrap_or_default();
                usize::from(byte.wrapping_sub(b'0'))
            };
            let argument = arguments.get(digit(1));
            rest = control.get(2..).unwrap_or_default();
            if control.as_bytes().first() == Some(&ARGUMENT) {
                match argument {
                    Some(Argument::Text(text)) => out.push_str(text),
                    Some(Argument::Number(number)) => out.push_str(&self.number(*number as u64)),
                    None => {}
                }
            } else if let (Some(Argument::Number(number)), Some((variants, after))) =
                (argument, rest.split_once(SELECT_END))
            {
                let rules = self.entry(digit(2).saturating_add(2));
                let variants = variants.get(1..).unwrap_or_default();
                self.write(variant(variants, *number, rules), arguments, out);
                rest = after;
            }
        }
        out.push_str(rest);
    }
}

/// Returns the variant of a select expression for a number: by the number itself, by its plural
/// category, or else the default.
fn variant<'a>(variants: &'a str, number: usize, rules: &str) -> &'a str {
    let digits = decimal(number as u64);
    [&*digits, category(number, rules), DEFAULT]
        .iter()
        .find_map(|key| {
            variants.split(VARIANT_END).find_map(|variant| {
                variant.strip_prefix(key).and_then(|rest| rest.strip_prefix(KEY_END))
            })
        })
        .unwrap_or_default()
}

/// Returns the letter of a number's plural category.
fn category(number: usize, rules: &str) -> &str {
    rules
        .split(' ')
        .find_map(|rule| {
            let (letter, condition) = rule.split_at_checked(1)?;
            let number = if condition.starts_with('%') { number % 100 } else { number };
            let matches = |range: &str| {
                let (start, end) = range.split_once('-').unwrap_or((range, range));
                let bound = |digits: &str| digits.parse::<usize>().ok();
                bound(start) <= Some(number) && Some(number) <= bound(end)
            };
            let is_met = condition.get(1..).is_none_or(|ranges| ranges.split(',').any(matches));
            is_met.then_some(letter)
        })
        .unwrap_or_default()
}

/// The number of a message in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageId(
    #[doc(hidden)] // `msg!` and `msg_id!` know it
    pub  usize,
);

/// Returns the number of a message that only scripts and published pages use. The catalogue within
/// the program lacks its text.
#[cfg(not(target_arch = "wasm32"))]
pub const fn outside(number: usize) -> MessageId {
    MessageId(number)
}

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A text.
    Text(&'a str),
    /// A number, which may also select a variant.
    Number(usize),
}

impl MessageId {
    /// Returns the text of a message without parameters.
    pub fn text(self) -> &'static str {
        catalogue().entry(HEAD + self.0)
    }

    /// Returns the texts before, in and after the link of a message.
    pub fn link_parts<const PARTS: usize>(self) -> [&'static str; PARTS] {
        let mut parts = self.text().split(LINK);
        std::array::from_fn(|_| parts.next().unwrap_or_default())
    }

    /// Returns the text of a message with its arguments, which have the order of the English one.
    pub fn format(self, arguments: &[Argument<'_>]) -> String {
        let mut out = String::new();
        catalogue().write(self.text(), arguments, &mut out);
        out
    }
}

/// Sets the catalogue of the page. Only the first call has an effect, and only before any message
/// is read.
pub fn install(text: &'static str) {
    let _ = CATALOGUE.set(Catalogue::new(text));
}

/// Returns a number in digits, grouped as the page's language does: "1,234".
pub fn number(number: u32) -> String {
    catalogue().number(number.into())
}

fn catalogue() -> &'static Catalogue {
    CATALOGUE.get_or_init(|| Catalogue::new(COMPILED))
}

/// Returns the language of the messages, as a BCP 47 tag.
pub fn language() -> &'static str {
    catalogue().entry(0)
}

/// Returns the language of the edition, if it is not that of the messages.
pub fn text_language() -> Option<&'static str> {
    Some(catalogue().entry(1)).filter(|language| !language.is_empty())
}

/// Returns the index of a message among the entries of every catalogue. `None` if there is no such
/// message.
#[cfg(not(target_arch = "wasm32"))]
pub fn entry_index(name: &str) -> Option<usize> {
    NAMES.iter().position(|(other, _)| *other == name).map(|number| HEAD + number)
}

/// Returns the names of a message's parameters, in the order of the English catalogue.
#[cfg(not(target_arch = "wasm32"))]
pub fn parameters(name: &str) -> &'static [&'static str] {
    NAMES.iter().find(|(other, _)| *other == name).map_or(&[], |(_, parameters)| parameters)
}

/// Returns a message for scripts and HTML: texts, and between them the names of its arguments.
/// `None` if there is no such message, or if its form depends on a number.
#[cfg(not(target_arch = "wasm32"))]
pub fn pieces(name: &str) -> Option<Vec<&'static str>> {
    let number = NAMES.iter().position(|(other, _)| *other == name)?;
    let (_, parameters) = NAMES.get(number)?;
    let mut pieces = Vec::new();
    for (index, text) in MessageId(number).text().split(char::from(ARGUMENT)).enumerate() {
        if index == 0 {
            pieces.push(text);
            continue;
        }
        let (digit, text) = text.split_at_checked(1)?;
        pieces.extend([*parameters.get(digit.parse::<usize>().ok()?)?, text]);
    }
    let is_plain = |text: &&str| !text.bytes().any(|byte| byte <= 6);
    pieces.iter().all(is_plain).then_some(pieces)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use cuttings_diagnostics::SourceFile;
    use proptest::prelude::*;

    /// Compiles a message and its translation, and formats it with arguments.
    #[track_caller]
    fn check(language: &str, english: &str, translated: &str, cases: &[(&[Argument<'_>], &str)]) {
        let file = |message: &str| format!("direction = ltr\nm = {message}\n");
        let (english, translated) = (file(english), file(translated));
        let name = format!("{language}.ftl");
        let files = [("en.ftl", &english), (&*name, &translated)]
            .map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
        let (messages, diagnostics) = cuttings_messages::compile(&files, language);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        let catalogue = Catalogue::new(messages.catalogue().leak());
        for (arguments, expected) in cases {
            let mut out = String::new();
            catalogue.write(catalogue.entry(HEAD + 1), arguments, &mut out);
            assert_eq!(out, *expected, "{arguments:?}");
        }
    }

    #[test]
    fn arguments_replace_placeholders_in_the_order_of_the_translation() {
        use Argument::{Number, Text};
        let arguments: &[Argument<'_>] = &[Text("\u{1}0"), Number(17)];
        check("en", "Rooms", "Rooms", &[(&[], "Rooms")]);
        check(
            "de",
            "{ $a } of { NUMBER($b) }",
            "{ NUMBER($b) }: { $a }",
            &[(arguments, "17: \u{1}0")],
        );
        check(
            "de",
            "{ $a } of { NUMBER($b) }",
            "{ $a }, { $a } é{ NUMBER($b) }",
            &[(arguments, "\u{1}0, \u{1}0 é17")],
        );
    }

    #[test]
    fn numbers_select_variants() {
        use Argument::Number;
        let english = "There { $n ->\n    [0] is nothing\n    [one] is { $n } thing\n   *[other] are { $n } things\n } here.";
        check(
            "en",
            english,
            english,
            &[
                (&[Number(0)], "There is nothing here."),
                (&[Number(1)], "There is 1 thing here."),
                (&[Number(2)], "There are 2 things here."),
                (&[Number(101)], "There are 101 things here."),
            ],
        );
        check(
            "pl",
            english,
            "{ $n ->\n    [one] { $n } rzecz\n    [few] { $n } rzeczy\n   *[many] { $n } rzeczy-wiele\n }",
            &[
                (&[Number(0)], "0 rzeczy-wiele"),
                (&[Number(1)], "1 rzecz"),
                (&[Number(22)], "22 rzeczy"),
                (&[Number(12)], "12 rzeczy-wiele"),
                (&[Number(10_004)], "10\u{a0}004 rzeczy"),
            ],
        );
        check("ja", english, "{ $n }件", &[(&[Number(1)], "1件")]);
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let check = |language, numbers: &[(usize, &str)]| {
            for (number, expected) in numbers {
                let message = "{ NUMBER($n) }";
                check(language, message, message, &[(&[Argument::Number(*number)], expected)]);
            }
        };
        check("de", &[(0, "0"), (999, "999"), (1000, "1.000"), (99_980, "99.980")]);
        check("de", &[(100_000, "100.000"), (1_234_567, "1.234.567")]);
        check("de-CH", &[(1000, "1’000")]);
        check("pl", &[(1000, "1000"), (10_000, "10\u{a0}000"), (1_000_000, "1\u{a0}000\u{a0}000")]);
        check("hi", &[(1000, "1,000"), (123_456, "1,23,456"), (123_456_789, "12,34,56,789")]);
        check("fr", &[(12_345, "12\u{202f}345")]);
    }

    #[test]
    fn a_message_that_is_not_translated_has_the_plural_rules_of_english() {
        let english =
            "direction = ltr\nm = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }\n";
        let files = [("en.ftl", english), ("fr.ftl", "direction = ltr\n")]
            .map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
        let (messages, _) = cuttings_messages::compile(&files, "fr");
        let catalogue = Catalogue::new(messages.catalogue().leak());
        let mut out = String::new();
        catalogue.write(catalogue.entry(HEAD + 1), &[Argument::Number(0)], &mut out);
        assert_eq!(out, "0 items");
    }

    #[test]
    fn messages_come_from_the_catalogue() {
        assert_eq!(msg!("items", count = 1), "1 item");
        assert_eq!(
            (msg!("items", count = 99_980), number(1000)),
            ("99,980 items".into(), "1,000".into())
        );
        assert_eq!(msg!("items-of", matching = 1, of = 17), "1 of 17 items");
        assert_eq!(msg!("hits-in-paragraph", paragraph = 3, count = 0), "Paragraph 3, 0 hits");
        assert_eq!(msg!("quoted-times", text = "ferry", count = 5), "“ferry” 5 times");
        assert_eq!(msg!("described", count = 1), "1 article to search, filter and read.");
        assert_eq!(msg!("did-you-mean"), ["Did you mean ", "?"]);
        assert_eq!((msg!("sections"), msg_id!("sections").text()), ("Sections", "Sections"));
        assert_eq!((language(), text_language()), ("en", None));
    }

    #[test]
    fn messages_for_scripts_are_split_at_their_arguments() {
        assert_eq!(pieces("sections"), Some(vec!["Sections"]));
        assert_eq!(pieces("hit-of"), Some(vec!["Hit ", "hit", " of ", "hits", ""]));
        assert_eq!(pieces("items"), None);
        assert_eq!(pieces("sectoins"), None);
        assert_eq!((entry_index("sectoins"), entry_index("direction")), (None, Some(5)));
        assert_eq!(parameters("hit-of"), ["hit", "hits"]);
    }

    proptest! {
        #[test]
        fn a_damaged_catalogue_never_panics(text in "[a-c\n\u{1}-\u{6}0-9*=%,-]{0,60}", number in 0..200_usize) {
            let catalogue = Catalogue::new(text.leak());
            let mut out = String::new();
            for entry in &catalogue.entries {
                catalogue.write(entry, &[Argument::Number(number), Argument::Text("t")], &mut out);
            }
        }
    }
}
