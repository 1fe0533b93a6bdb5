//! The identities of what an edition contains: items, entities, units, stories and texts.

use crate::schema::facet;
use cuttings_search::{FacetId, ValueId};

/// The identity of an item: its position in seed order, from 0. Also the number of its document in
/// the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(pub u32);

impl ItemId {
    /// Returns the position as an index into a slice.
    pub fn as_usize(self) -> usize {
        self.0 as usize
    }
}

/// The kind of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A country, a town, a river.
    Place,
    /// A ministry, a firm, an alliance, a team.
    Organisation,
    /// A weapon, a vehicle or another product with a name.
    Weapon,
}

impl EntityKind {
    /// All kinds, in the order in which the page shows them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Weapon];

    /// Returns the facet whose values are the entities of this kind.
    pub fn facet(self) -> FacetId {
        match self {
            Self::Person => facet::PERSON,
            Self::Place => facet::PLACE,
            Self::Organisation => facet::ORGANISATION,
            Self::Weapon => facet::WEAPON,
        }
    }

    /// Returns the name of the kind in queries, links and the index.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Weapon => "weapon",
        }
    }
}

/// The identity of an entity: its kind, and the value of that kind's facet. The value in most items
/// comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId {
    /// The kind of the entity.
    pub kind: EntityKind,
    /// The value of [`EntityKind::facet`].
    pub value: ValueId,
}

impl EntityId {
    /// Returns the number of this entity in an edition's bytes.
    pub fn to_number(self) -> u32 {
        self.value.0 * EntityKind::ALL.len() as u32 + self.kind as u32
    }

    pub(crate) fn from_number(number: u32) -> Self {
        let kinds = EntityKind::ALL.len() as u32;
        let kind = EntityKind::ALL.get((number % kinds) as usize).copied();
        Self { kind: kind.unwrap_or(EntityKind::Person), value: ValueId(number / kinds) }
    }
}

/// The identity of a unit, or of a kind of thing counted: its position among all. The one with most
/// figures comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

/// The identity of a story: its position among all. The one with the earliest item in seed order
/// comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoryId(pub u32);

/// A custom field of the articles' metadata: its position in
/// [`Edition::fields`](crate::Edition::fields).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u32);

/// A text of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextId {
    /// The headline.
    Title,
    /// The line under the headline.
    Standfirst,
    /// One of the [`blocks`](crate::Article::blocks), from 0.
    Block(u32),
}

impl TextId {
    /// Returns the number of this text in an edition's bytes.
    pub fn to_number(self) -> u32 {
        match self {
            Self::Title => 0,
            Self::Standfirst => 1,
            Self::Block(block) => block.saturating_add(2),
        }
    }

    /// Returns the text with this number.
    pub fn from_number(number: u32) -> Self {
        match number {
            0 => Self::Title,
            1 => Self::Standfirst,
            _ => Self::Block(number - 2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_round_trip(number: u32) {
            prop_assert_eq!(EntityId::from_number(number).to_number(), number);
            prop_assert_eq!(TextId::from_number(number).to_number(), number);
        }
    }
}
