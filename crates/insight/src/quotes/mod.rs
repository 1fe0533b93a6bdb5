//! Quotes: words in quotation marks, and who said them.

mod marks;
mod speaker;

use crate::document::{Document, Reading, Span};
use crate::names::{EntityId, Names};
use std::fmt::{self, Display, Formatter};

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words without their marks; several pieces where the speaker is named in the middle, or paragraphs go on.
    pub pieces: Vec<Span>,
    /// Who said them.
    pub speaker: Speaker,
    /// Why that is thought to be so.
    pub reason: Reason,
    /// Whether the marks only set a word or two apart, or name a work, rather than say what someone said.
    pub scare: bool,
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Someone who is named: who, and the name or pronoun that tells.
    Named(EntityId, Span),
    /// Someone who is not: the words that describe them ("one analyst").
    Described(Span),
    /// The text does not say, or not where it was looked for.
    Unknown,
}

/// How the speaker of a quote was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Beside a verb of saying, right behind the words or between them.
    Behind,
    /// In the same sentence, before the words.
    Before,
    /// A pronoun by a verb of saying: the last one who fits.
    Pronoun,
    /// The same paragraph goes on quoting, or the paragraph before it introduces the words.
    GoesOn,
    /// Nothing was found.
    Nothing,
}

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Behind => "named behind it with a verb of saying",
            Self::Before => "named before it in the sentence",
            Self::Pronoun => "a pronoun: the last one who fits",
            Self::GoesOn => "it goes on with what was said before",
            Self::Nothing => "nobody found",
        })
    }
}

/// The quotes of each document, in reading order.
///
/// ```
/// use cuttings_insight::{Document, Passage, Role, Settings, Speaker, names, quotes};
///
/// let text = "President Ada Okonkwo left. “We will wait,” she said. “It is late.”";
/// let documents = [Document { passages: vec![Passage { role: Role::Paragraph, text }] }];
/// let names = names(&documents, &Settings::default());
/// let quotes = &quotes(&documents, &names)[0];
/// assert_eq!(quotes[0].pieces.len(), 2);
/// let Speaker::Named(who, _) = quotes[0].speaker else { panic!() };
/// assert_eq!(names.entities[who.0 as usize].name, "Ada Okonkwo");
/// ```
pub fn quotes(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Quote>> {
    let none = Vec::new();
    documents
        .iter()
        .enumerate()
        .map(|(number, document)| {
            let mentions = names.mentions.get(number).unwrap_or(&none);
            speaker::attribute(&Reading::of(document), names, mentions)
        })
        .collect()
}
