//! Writes the messages of one language as the catalogue that the page reads. `src/messages.rs` of
//! the page has the reader.
//!
//! A catalogue is UTF-8 text: entries, one on each line. The first entries are the
//! language, the language of the texts on the page if it is another one, two sets of plural rules:
//! those of the language, and those of English for messages that are not translated, and the
//! grouping of digits. Then comes the pattern of each message, in the order of the English
//! catalogue. Its first message is the writing direction, which scripts read there.
//!
//! A pattern is text with
//! - [`ARGUMENT`] and a digit: the argument with that number, in the order of the English message;
//! - [`LINK`]: the border of the text of a link;
//! - [`SELECT`], the digit of an argument, and the digit of a set of plural rules (0 or 1): the
//!   variants follow, each as a key, [`KEY_END`], a pattern and [`VARIANT_END`], and after the last
//!   one [`SELECT_END`]. A key is a number, the letter of a category ([`letter`]), or [`DEFAULT`].
//!
//! A set of plural rules has rules with a space between them; the first that matches holds. A rule
//! is a category's letter, and `=` for the number itself or `%` for its last two digits with the
//! ranges that match (`2-4,22-24`). A letter alone matches every number.
//!
//! A grouping is the number of digits from which numbers are grouped, the size of all groups but
//! the last one of three digits, and the separator: `43,` is that of 1,234,567.

use crate::grouping::grouping;
use crate::message::{Key, Message, Parameter, Part, Variant};
use crate::plural::{Category, Rule, Rules};
use crate::{LocalizedMessage, Messages, REFERENCE};

const END: char = '\n';
const ARGUMENT: char = '\u{1}';
const LINK: char = '\u{2}';
const SELECT: char = '\u{3}';
const KEY_END: char = '\u{4}';
const VARIANT_END: char = '\u{5}';
const SELECT_END: char = '\u{6}';
const DEFAULT: char = '*';

/// Returns the catalogue of the messages. The entry of a message that is not `included`, by its
/// English form, is empty.
pub(crate) fn catalogue(messages: &Messages, included: impl Fn(&Message) -> bool) -> String {
    let mut out = String::new();
    let mut add = |entry: &str| {
        out.push_str(entry);
        out.push(END);
    };
    add(&messages.language);
    add(messages.text_language.as_deref().unwrap_or_default());
    add(&rules(&Rules::of(&messages.language)));
    add(&rules(&Rules::of(REFERENCE)));
    add(grouping(&messages.language));
    for localized in &messages.messages {
        let LocalizedMessage { reference, message, language, parameters } = localized;
        if !included(reference) {
            add("");
            continue;
        }
        let rules =
            if *language == REFERENCE && messages.language != REFERENCE { '1' } else { '0' };
        match message.link_parts() {
            Some(parts) => add(&parts.join(&LINK.to_string())),
            None => add(&pattern(&message.parts, parameters, rules)),
        }
    }
    out
}

/// Returns the pattern of a message or of a variant.
fn pattern(parts: &[Part], parameters: &[Parameter], rules: char) -> String {
    let mut out = String::new();
    let digit = |name: &str| {
        let position = parameters.iter().position(|parameter| parameter.name == name);
        position.and_then(|position| char::from_digit(position as u32, 10)).unwrap_or('9')
    };
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Placeholder { name, .. } => out.extend([ARGUMENT, digit(name)]),
            Part::Select { selector, variants } => {
                out.extend([SELECT, digit(selector), rules]);
                for Variant { key, is_default, parts } in variants {
                    match key {
                        // The default comes last, for every number that nothing else matches.
                        Key::Category(_) if *is_default => continue,
                        Key::Number(number) => out.push_str(&number.to_string()),
                        Key::Category(category) => out.push(letter(*category)),
                    }
                    out.push(KEY_END);
                    out.push_str(&pattern(parts, parameters, rules));
                    out.push(VARIANT_END);
                }
                if let Some(usual) = variants.iter().find(|variant| variant.is_default) {
                    out.extend([DEFAULT, KEY_END]);
                    out.push_str(&pattern(&usual.parts, parameters, rules));
                    out.push(VARIANT_END);
                }
                out.push(SELECT_END);
            }
        }
    }
    out
}

/// Returns the letter of a category: the first of its name, but `x` for `other`.
fn letter(category: Category) -> char {
    match category {
        Category::Other => 'x',
        category => category.name().chars().next().unwrap_or('x'),
    }
}

/// Returns the plural rules of a language as text.
fn rules(rules: &Rules) -> String {
    let folded = rules.folded();
    let mut out = String::new();
    for Rule { kind, category, ranges } in folded.rules {
        let ranges: Vec<String> = ranges
            .iter()
            .map(
                |(start, end)| {
                    if start == end { start.to_string() } else { format!("{start}-{end}") }
                },
            )
            .collect();
        out.push(letter(category));
        out.push(kind);
        out.push_str(&ranges.join(","));
        out.push(' ');
    }
    out.push(letter(folded.usual));
    out
}
