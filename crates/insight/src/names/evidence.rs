//! Evidence.

use std::fmt::{self, Display, Formatter};

/// Why something is taken for a name of its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// `site.toml` says so.
    Site,
    /// A title stands before it.
    Title(String),
    /// It ends in a word for organisations, or begins with one and "of".
    Head(String),
    /// It is on the list of places, as what.
    Known(&'static str),
    /// A verb of saying stands beside it.
    Speaks(String),
    /// It begins with a given name.
    Given(String),
    /// What it is follows it: "X, an analyst at Y".
    Apposition(String),
    /// A word or place beside it makes it a place.
    Beside(String),
    /// It is written in capitals alone.
    Initials,
    /// In a headline: words that are nothing else.
    Unknown,
    /// It is the surname of a person named in full.
    Surname,
    /// It stands by a word for what it is.
    Product(String),
    /// The tagger says so: by how much, on a scale on which 1 is much.
    Tagger(f32),
    /// It stands in the same article with evidence.
    Elsewhere,
    /// It is a part of a full name in the same article.
    Short,
}

impl Display for Evidence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site => f.write_str("site.toml says so"),
            Self::Title(word) => write!(f, "after “{word}”"),
            Self::Head(word) => write!(f, "called a “{word}”"),
            Self::Known(what) => write!(f, "known as {what}"),
            Self::Speaks(verb) => write!(f, "with “{verb}”"),
            Self::Given(name) => write!(f, "“{name}” is a given name"),
            Self::Apposition(word) if word == "who" => f.write_str("followed by “who”"),
            Self::Apposition(word) => write!(f, "followed by “{word}”"),
            Self::Beside(word) => write!(f, "by “{word}”"),
            Self::Initials => f.write_str("initials"),
            Self::Unknown => f.write_str("in a headline, and no words of another kind"),
            Self::Surname => f.write_str("the surname of a person named in full"),
            Self::Product(word) => write!(f, "by “{word}”"),
            Self::Tagger(margin) => write!(f, "the tagger, {margin:.1}"),
            Self::Elsewhere => f.write_str("named elsewhere in the article"),
            Self::Short => f.write_str("short for the full name"),
        }
    }
}
