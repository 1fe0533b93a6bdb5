//! Entities and mentions.

use super::evidence::Evidence;
use crate::document::Span;
use std::fmt::{self, Display, Formatter};

/// All names of all documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// By kind, then by the number of documents that name them, then by name.
    pub entities: Vec<Entity>,
    /// For each document its mentions in reading order. No two overlap.
    pub mentions: Vec<Vec<Mention>>,
}

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

/// An entity: its place in [`Names::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

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
