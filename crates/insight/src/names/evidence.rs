//! The evidence for a name: each reason for taking a text as a name of some kind.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

/// A reason for taking a text as a name of some kind. Its `Display` output explains it to the
/// person who keeps the articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Evidence {
    /// `site.toml` lists the name.
    Settings,
    /// A title precedes it ("Minister").
    Title(String),
    /// Its head noun belongs to names of that kind ("Ministry of", "River").
    HeadWord(String),
    /// The gazetteer lists it, as the kind of place or organisation that is given.
    Gazetteer(Cow<'static, str>),
    /// A reporting verb stands beside it ("said").
    ReportingVerb(String),
    /// It begins with a given name or contains a particle that only people's names have.
    GivenName(String),
    /// A noun that describes it follows ("X, an analyst at Y", "X is a village").
    Apposition(String),
    /// A word or place beside it implies the kind ("in X, Illinois", "the X region").
    AdjacentWord(String),
    /// It is an acronym.
    Acronym,
    /// It is in a headline, and no list contains its words.
    UnlistedWords,
    /// It is the surname of a person whom the document names in full.
    Surname,
    /// A noun for a product or a weapon stands beside it ("missile").
    ProductWord(String),
    /// The tagger labelled it. The number is the mean margin, on a scale on which 1 is large.
    Tagger(f32),
    /// Other mentions of the name in the document have evidence.
    Repeated,
    /// It is a short form of a full name in the document.
    ShortForm,
}

impl Display for Evidence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => f.write_str("listed in site.toml"),
            Self::Title(word) => write!(f, "after the title “{word}”"),
            Self::HeadWord(word) => write!(f, "contains “{word}”"),
            Self::Gazetteer(description) => write!(f, "known as {description}"),
            Self::ReportingVerb(verb) => write!(f, "beside the verb “{verb}”"),
            Self::GivenName(name) => write!(f, "“{name}” is part of people’s names"),
            Self::Apposition(word) => write!(f, "followed by “{word}”"),
            Self::AdjacentWord(word) | Self::ProductWord(word) => write!(f, "beside “{word}”"),
            Self::Acronym => f.write_str("an acronym"),
            Self::UnlistedWords => f.write_str("in a headline, and not a known word"),
            Self::Surname => f.write_str("the surname of a person named in full"),
            Self::Tagger(margin) => write!(f, "labelled by the tagger, margin {margin:.1}"),
            Self::Repeated => f.write_str("named elsewhere in the article"),
            Self::ShortForm => f.write_str("a short form of the full name"),
        }
    }
}
