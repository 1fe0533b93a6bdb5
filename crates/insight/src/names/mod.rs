//! Names: people, places, organisations and products, each mention of each, and what speaks for it.

mod candidates;
mod link;
mod resolve;

use crate::document::{Document, Reading, Span};
use crate::tagger::{MODEL, Model};
use candidates::{Candidate, candidates};
use resolve::resolve;
use std::fmt::{self, Display, Formatter};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A human being.
    Person,
    /// A country, a town, a river: anything on a map.
    Place,
    /// Whatever people act as together: ministries, firms, alliances, teams.
    Organisation,
    /// A weapon, a vehicle, or another product with a name.
    Weapon,
}

impl Kind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Weapon];

    /// Its name, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Weapon => "weapon",
        }
    }
}

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

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

/// An entity: its place in [`Names::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// What mentions name, all over the documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The one name it is listed under.
    pub name: String,
    /// All its names as they are written, the most frequent first.
    pub spellings: Vec<String>,
    /// How many mentions it has.
    pub mentions: u32,
}

/// A place where an entity is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// What is named.
    pub entity: EntityId,
    /// Where.
    pub span: Span,
    /// Why it is taken for that.
    pub evidence: Vec<Evidence>,
}

/// All names of all documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// By kind, then by the number of documents that name them, then by name.
    pub entities: Vec<Entity>,
    /// For each document its mentions in reading order. No two overlap.
    pub mentions: Vec<Vec<Mention>>,
}

/// What the person who keeps the articles knows better.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Names that mean the same; the first of each is the one to list them under.
    pub same: Vec<Vec<String>>,
    /// Names that are always names, and of what.
    pub always: Vec<(Kind, String)>,
    /// Names that are none.
    pub never: Vec<String>,
}

/// Finds the names in documents, and who or what each is.
fn find(readings: &[Reading<'_>], settings: &Settings, model: &Model) -> Names {
    let found = readings
        .iter()
        .map(|reading| resolve(reading, candidates(reading, model), settings))
        .collect();
    link::link(readings, found, settings)
}

/// Finds the names in documents.
///
/// ```
/// use cuttings_insight::{Document, Kind, Passage, Role, Settings, names};
///
/// let text = "Defence Minister Ada Okonkwo met envoys in Paris. “We will wait,” Okonkwo said.";
/// let document = Document { passages: vec![Passage { role: Role::Paragraph, text }] };
/// let names = names(&[document], &Settings::default());
/// let found: Vec<(&str, Kind, u32)> =
///     names.entities.iter().map(|entity| (entity.name.as_str(), entity.kind, entity.mentions)).collect();
/// assert_eq!(found, [("Ada Okonkwo", Kind::Person, 2), ("Paris", Kind::Place, 1)]);
/// ```
pub fn names(documents: &[Document<'_>], settings: &Settings) -> Names {
    let readings: Vec<Reading<'_>> = documents.iter().map(Reading::of).collect();
    find(&readings, settings, &MODEL)
}

/// As [`names`], by other weights than those that come with the crate.
#[cfg(feature = "train")]
pub fn names_by(model: &Model, documents: &[Document<'_>], settings: &Settings) -> Names {
    let readings: Vec<Reading<'_>> = documents.iter().map(Reading::of).collect();
    find(&readings, settings, model)
}

impl Settings {
    fn forbids(&self, folded_name: &str) -> bool {
        self.never.iter().any(|name| crate::gazetteer::folded(name) == folded_name)
    }

    /// Adds every place where one of the names that always are names stands.
    fn add_forced(&self, reading: &Reading<'_>, candidates: &mut Vec<Candidate>) {
        const FORCED: f32 = 100.0;
        for (kind, name) in &self.always {
            let words = crate::token::tokens(name, |_| false);
            for (number, passage) in reading.passages.iter().enumerate() {
                for at in 0..passage.tokens.len() {
                    let here = passage.tokens.get(at..at + words.len()).unwrap_or_default();
                    if !words.is_empty()
                        && here.len() == words.len()
                        && here.iter().zip(&words).all(|(token, word)| token.text == word.text)
                    {
                        candidates.push(Candidate {
                            passage: number,
                            tokens: at..at + words.len(),
                            kind: Some(*kind),
                            evidence: Evidence::Site,
                            weight: FORCED,
                            headline: false,
                        });
                    }
                }
            }
        }
    }
}
