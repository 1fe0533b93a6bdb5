//! Quotes.

use crate::document::Span;
use crate::names::EntityId;
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
