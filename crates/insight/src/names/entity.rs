//! Entities and their mentions: the result of named-entity recognition.

use super::evidence::Evidence;
use crate::document::Span;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};

/// The entities and mentions of all documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Sorted by kind, then by the number of documents that mention them, then by name.
    pub entities: Vec<Entity>,
    /// For each document its mentions in reading order. Mentions do not overlap.
    pub mentions: Vec<Vec<Mention>>,
}

/// A person, place, organisation or weapon that the documents mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The kind of the entity.
    pub kind: Kind,
    /// The name that it is listed under.
    pub name: String,
    /// Every spelling in the documents, the most frequent first.
    pub spellings: Vec<String>,
    /// The number of its mentions in all documents.
    pub mentions: u32,
}

/// The index of an entity in [`Names::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// A span of text that names an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The entity that the text names.
    pub entity: EntityId,
    /// The text.
    pub span: Span,
    /// The reasons for taking the text as a name of that kind; at least one.
    pub evidence: Vec<Evidence>,
}

/// The kind of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A human being.
    Person,
    /// A country, a town, a river: anything on a map.
    Place,
    /// A ministry, a company, an alliance, a team: any group that acts as one.
    Organisation,
    /// A weapon, a vehicle, or another product with a name.
    Weapon,
}

impl Kind {
    /// All kinds, in the order in which the page lists them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Weapon];

    /// Returns the name of the kind, in lower case.
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
