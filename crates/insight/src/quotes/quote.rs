//! A quote and its speaker.

use crate::document::Span;
use crate::names::EntityId;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};

/// Words in quotation marks, or behind the dash of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words without their marks. A quote has several pieces if the text names the speaker in
    /// the middle, or if the quote spans paragraphs.
    pub pieces: Vec<Span>,
    /// The person or organisation who said the words.
    pub speaker: Speaker,
    /// The way in which the speaker was found.
    pub attribution: Attribution,
    /// True if the marks are scare quotes or enclose the title of a work, so that nobody said the
    /// words.
    pub is_scare_quote: bool,
}

impl Quote {
    /// Returns the quote with another number for the entity.
    pub(super) fn renumbered(mut self, number: impl Fn(EntityId) -> EntityId) -> Self {
        if let Speaker::Named(entity, _) = &mut self.speaker {
            *entity = number(*entity);
        }
        self
    }
}

/// The speaker of a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speaker {
    /// An entity, and the name or pronoun that refers to it.
    Named(EntityId, Span),
    /// Someone who is not named, and the words that describe them ("one analyst").
    Described(Span),
    /// The text does not tell, or the rules do not recognise it.
    Unknown,
}

/// The way in which the speaker of a quote was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Attribution {
    /// Beside a reporting verb after the words, or between two pieces of them.
    After,
    /// Before the words, in the same sentence.
    Before,
    /// By a pronoun beside a reporting verb, which stands for the last person who fits.
    Pronoun,
    /// By the context: the paragraph quoted the same speaker before, or the previous sentence is
    /// about the speaker.
    Continued,
    /// Not at all.
    None,
}

impl Display for Attribution {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::After => "named after it, with a reporting verb",
            Self::Before => "named before it in the sentence",
            Self::Pronoun => "a pronoun, for the last person who fits",
            Self::Continued => "continues what was said before",
            Self::None => "no speaker found",
        })
    }
}
