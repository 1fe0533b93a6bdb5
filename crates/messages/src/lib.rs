//! Compiles the page's message catalogues, one per language: parses each, checks it against the
//! English one, and writes a compact catalogue that the page reads. It also generates the Rust
//! macro that names the messages.
//!
//! A catalogue is a [Fluent](https://projectfluent.org/fluent/guide/) file named by its language:
//! `de.ftl`. Of Fluent's syntax it may use comments, messages, placeholders (`{ $title }`) and
//! select expressions by number; `docs/translating.md` describes them for translators.
//!
//! ```
//! use cuttings_diagnostics::SourceFile;
//!
//! let english = "direction = ltr\nsections = Sections\nfind-in = Find in { $facet }\n";
//! let german = "direction = ltr\nsections = Bereiche\nfind-in = In { $facet } suchen\n";
//! let files = [("en.ftl", english), ("de.ftl", german)];
//! let [english, german] =
//!     files.map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
//! let (messages, diagnostics) = cuttings_messages::compile(&[english, german], "de-AT");
//! assert!(diagnostics.is_empty());
//! assert_eq!(messages.language(), "de-AT");
//! assert!(messages.catalogue().contains("Bereiche"));
//! assert!(messages.rust().contains("sections"));
//! ```
//!
//! # What it does not do
//! It reads no files and formats no dates. The page formats numbers, by the grouping of digits that
//! the catalogue names.

mod catalogue;
mod check;
mod generate;
mod grouping;
mod message;
mod parse;
mod plural;

use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile};
use message::{Message, Parameter, Use};
use std::path::Path;

/// The language that every other one is checked against, and the fallback for missing messages.
pub const REFERENCE: &str = "en";

/// The name of the message that holds the writing direction: `ltr` or `rtl`.
const DIRECTION: &str = "direction";

/// All messages of the page in one language.
#[derive(Clone, Debug)]
pub struct Messages {
    language: String,
    /// The language of the texts that the page shows, if it is another one.
    text_language: Option<String>,
    direction: String,
    /// In the order of the reference catalogue.
    messages: Vec<LocalizedMessage>,
}

/// A message with its translation, or with the English text as the fallback.
#[derive(Clone, Debug)]
struct LocalizedMessage {
    /// The English message.
    reference: Message,
    /// The message in the language of the page.
    message: Message,
    /// The language of the text, which is English for a fallback.
    language: String,
    /// The parameters in the order of the reference catalogue.
    parameters: Vec<Parameter>,
}

impl Messages {
    /// Returns the language as a BCP 47 tag: the requested one if it has a catalogue, else English.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Returns the messages for a page whose texts are in another language.
    #[must_use]
    pub fn around_texts_in(self, language: &str) -> Messages {
        Messages { text_language: Some(language.to_owned()), ..self }
    }

    /// Returns the writing direction, `ltr` or `rtl`.
    pub fn direction(&self) -> &str {
        &self.direction
    }

    /// Returns the names of all messages in the order of the reference catalogue.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|localized| localized.message.name.as_str())
    }

    /// Returns a Rust module with the macro `msg!`, which takes a message's name and its named
    /// arguments. It is the same for every language.
    pub fn rust(&self) -> String {
        generate::module(self.messages.iter().map(|it| (&it.reference, &it.parameters[..])))
    }

    /// Returns the texts as the catalogue that the page reads.
    pub fn catalogue(&self) -> String {
        catalogue::catalogue(self, |_| true)
    }

    /// Returns the catalogue that the page's program contains. Its entries are empty for the
    /// messages that only scripts and published pages use: those in groups of the reference
    /// catalogue whose comment starts with "Outside of the program". Neither has it those of the
    /// explorer, a program that few readers need ("In the explorer").
    pub fn program_catalogue(&self) -> String {
        catalogue::catalogue(self, |reference| reference.used_by == Use::Page)
    }

    /// Returns the catalogue that the explorer contains.
    pub fn explorer_catalogue(&self) -> String {
        catalogue::catalogue(self, |reference| reference.used_by != Use::Outside)
    }
}

/// Compiles the messages for a page in `language` from the catalogues, each a file named by its
/// language. English is the fallback for missing messages.
///
/// Never fails: faults are returned as diagnostics beside the messages that are usable.
pub fn compile(catalogues: &[SourceFile<'_>], language: &str) -> (Messages, Vec<Diagnostic>) {
    let named =
        |tag: &str| catalogues.iter().find(|file| stem(file.name).eq_ignore_ascii_case(tag));
    let mut diagnostics = Vec::new();
    let mut report = |file: &str, severity, message: String| {
        let origin = Origin { file: file.to_owned(), line: 1 };
        diagnostics.push(Diagnostic::new(origin, severity, message));
    };
    let primary = primary_of(language);
    let chosen = catalogue_of(catalogues, language);
    let folder =
        catalogues.first().and_then(|file| Path::new(file.name).parent()).unwrap_or(Path::new(""));
    let at = |tag: &str| folder.join(format!("{tag}.ftl")).display().to_string();
    let reference = named(REFERENCE);
    if reference.is_none() {
        report(
            &at(REFERENCE),
            Severity::Error,
            "The English catalogue is missing; every other catalogue is checked against it."
                .to_owned(),
        );
    }
    if chosen.is_none() {
        let remedy = format!(
            "There is no catalogue for “{language}”, so the page's messages are in English. This file would add it."
        );
        report(&at(&primary.to_ascii_lowercase()), Severity::Warning, remedy);
    }
    let parse = |file: Option<&SourceFile<'_>>, diagnostics: &mut Vec<Diagnostic>| {
        file.map(|file| parse::catalogue(*file, stem(file.name), diagnostics)).unwrap_or_default()
    };
    let english = parse(reference, &mut diagnostics);
    check::reference(&english, &mut diagnostics);
    let other = chosen.filter(|file| !stem(file.name).eq_ignore_ascii_case(REFERENCE));
    let translated = parse(other, &mut diagnostics);
    if other.is_some() {
        check::translation(&english, &translated, &mut diagnostics);
    }
    let messages = english.messages.iter().map(|message| {
        let parameters = message.parameters();
        match translated.named(&message.name) {
            Some(translated_message) => LocalizedMessage {
                reference: message.clone(),
                message: translated_message.clone(),
                language: translated.language.clone(),
                parameters,
            },
            None => LocalizedMessage {
                reference: message.clone(),
                message: message.clone(),
                language: REFERENCE.to_owned(),
                parameters,
            },
        }
    });
    let messages: Vec<LocalizedMessage> = messages.collect();
    let direction = messages.iter().find(|localized| localized.message.name == DIRECTION);
    let direction = direction
        .and_then(|localized| localized.message.literal())
        .unwrap_or_else(|| "ltr".to_owned());
    let (translated, text_language) =
        if chosen.is_some() { (language, None) } else { (REFERENCE, Some(language.to_owned())) };
    (Messages { language: translated.to_owned(), text_language, direction, messages }, diagnostics)
}

/// Returns the catalogue for a language: its own one, or that of its primary language, such as
/// `pt` for `pt-BR`.
pub fn catalogue_of<'c, 's>(
    catalogues: &'c [SourceFile<'s>],
    language: &str,
) -> Option<&'c SourceFile<'s>> {
    let named =
        |tag: &str| catalogues.iter().find(|file| stem(file.name).eq_ignore_ascii_case(tag));
    named(language).or_else(|| named(primary_of(language)))
}

fn primary_of(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

/// Returns a file's name without its folder and its extension.
fn stem(name: &str) -> &str {
    Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name)
}
