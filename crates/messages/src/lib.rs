//! The page's own words, one catalogue for each language: read, checked against the English one, and written as Rust in
//! which a word costs what a literal costs.
//!
//! A catalogue is a file in [Fluent's](https://projectfluent.org/fluent/guide/) form, called by its language: `de.ftl`. Of
//! that form it has comments, messages, placeholders (`{ $title }`) and choices by number; `docs/translating.md` says
//! which, for those who write one.
//!
//! ```
//! use cuttings_diagnostics::SourceFile;
//!
//! let english = "direction = ltr\nrooms = Rooms\nfind-in = Find in { $facet }\n";
//! let german = "direction = ltr\nrooms = Räume\nfind-in = In { $facet } suchen\n";
//! let [english, german] =
//!     [("en.ftl", english), ("de.ftl", german)].map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
//! let (messages, diagnostics) = cuttings_messages::compile(&[english, german], "de-AT");
//! assert!(diagnostics.is_empty());
//! assert_eq!(messages.language(), "de-AT");
//! assert!(messages.rust().contains("Räume"));
//! ```
//!
//! # What it does not do
//! It reads no files. It writes no number in any other way than with digits alone, as the page does, and no date.

mod check;
mod message;
mod plural;
mod read;
mod write;

use cuttings_diagnostics::{Diagnostic, Origin, SourceFile, Severity};
use message::Message;
use std::path::Path;

/// The language that every other is checked against, and that stands in for what they lack.
pub const REFERENCE: &str = "en";

/// The message that says in which direction a language is written: `ltr` or `rtl`.
const DIRECTION: &str = "direction";

/// The words of one language, all of them.
#[derive(Clone, Debug)]
pub struct Messages {
    language: String,
    /// The language that was wanted, if there is no catalogue for it.
    untranslated: Option<String>,
    direction: String,
    /// In the order of the reference.
    messages: Vec<Written>,
}

/// A message, in the language that it is there in.
#[derive(Clone, Debug)]
struct Written {
    message: Message,
    /// Which may be the reference's.
    language: String,
    /// What the message is given, in the reference's order, each with whether it is a number.
    given: Vec<(String, bool)>,
}

impl Messages {
    /// The language of the words, as a BCP 47 tag: the one that was wanted, if there is a catalogue for it.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// `ltr` or `rtl`.
    pub fn direction(&self) -> &str {
        &self.direction
    }

    /// The names of all messages, in the order of the catalogue.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|written| written.message.name.as_str())
    }

    /// The words as a Rust module: the macro `msg!`, which is given a message's name and, by their names, what it holds.
    /// Numbers are written by the page's own `crate::store::text::decimal`.
    pub fn rust(&self) -> String {
        write::module(self)
    }
}

/// Chooses from catalogues, each called by its language, the words for a page in `language`; English stands in for
/// whatever is not there.
///
/// Never fails: what is wrong is among the diagnostics, and what is not wrong is there.
pub fn compile(catalogues: &[SourceFile<'_>], language: &str) -> (Messages, Vec<Diagnostic>) {
    let named = |tag: &str| catalogues.iter().find(|file| stem(file.name).eq_ignore_ascii_case(tag));
    let mut diagnostics = Vec::new();
    let mut say = |file: &str, severity, message: String| {
        let origin = Origin { file: file.to_owned(), line: 1 };
        diagnostics.push(Diagnostic { origin, severity, message });
    };
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    let chosen = named(language).or_else(|| named(primary));
    let folder = catalogues.first().and_then(|file| Path::new(file.name).parent()).unwrap_or(Path::new(""));
    let at = |tag: &str| folder.join(format!("{tag}.ftl")).display().to_string();
    let reference = named(REFERENCE);
    if reference.is_none() {
        say(
            &at(REFERENCE),
            Severity::Error,
            "The English catalogue is missing; it says which messages there are.".to_owned(),
        );
    }
    if chosen.is_none() {
        let remedy = format!(
            "There are no messages in “{language}” yet, so the page's own are English. This file would add them."
        );
        say(&at(&primary.to_ascii_lowercase()), Severity::Warning, remedy);
    }
    let read = |file: Option<&SourceFile<'_>>, diagnostics: &mut Vec<Diagnostic>| {
        file.map(|file| read::catalogue(*file, stem(file.name), diagnostics)).unwrap_or_default()
    };
    let english = read(reference, &mut diagnostics);
    check::reference(&english, &mut diagnostics);
    let other = chosen.filter(|file| !stem(file.name).eq_ignore_ascii_case(REFERENCE));
    let translated = read(other, &mut diagnostics);
    if other.is_some() {
        check::translation(&english, &translated, &mut diagnostics);
    }
    let messages = english.messages.iter().map(|message| {
        let given = message.given();
        match translated.named(&message.name) {
            Some(translated_message) => {
                Written { message: translated_message.clone(), language: translated.language.clone(), given }
            }
            None => Written { message: message.clone(), language: REFERENCE.to_owned(), given },
        }
    });
    let messages: Vec<Written> = messages.collect();
    let direction = messages.iter().find(|written| written.message.name == DIRECTION);
    let direction = direction.and_then(|written| written.message.fixed()).unwrap_or_else(|| "ltr".to_owned());
    let (translated, untranslated) =
        if chosen.is_some() { (language, None) } else { (REFERENCE, Some(language.to_owned())) };
    (Messages { language: translated.to_owned(), untranslated, direction, messages }, diagnostics)
}

/// A file's name without its folder and its ending.
fn stem(name: &str) -> &str {
    Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name)
}
