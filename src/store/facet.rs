//! The facets by which a reader can filter, with their names in URLs and their labels on the page.

use cuttings_edition::EntityKind;

/// A facet to filter by. The index says which facets an edition has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// The label over an item.
    Section,
    /// Article or teaser.
    Kind,
    /// The people that an item mentions.
    Person,
    /// The places that an item mentions.
    Place,
    /// The organisations that an item mentions.
    Organisation,
    /// The weapons and other named products that an item mentions.
    Weapon,
    /// The reading time: short, medium or long.
    Length,
}

impl Facet {
    /// All facets, in the order in which the page shows them.
    pub const ALL: [Facet; 7] = [
        Facet::Section,
        Facet::Kind,
        Facet::Person,
        Facet::Place,
        Facet::Organisation,
        Facet::Weapon,
        Facet::Length,
    ];

    /// The facet's name in URLs, in the query language and in the index.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Section => "section",
            Facet::Kind => "kind",
            Facet::Person => "person",
            Facet::Place => "place",
            Facet::Organisation => "organisation",
            Facet::Weapon => "weapon",
            Facet::Length => "length",
        }
    }

    /// Returns the facet with this [`key`](Facet::key).
    pub fn from_key(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The facet's label on the page.
    pub fn label(self) -> &'static str {
        match self {
            Facet::Section => msg!("section"),
            Facet::Kind => msg!("kind"),
            Facet::Person => msg!("people"),
            Facet::Place => msg!("places"),
            Facet::Organisation => msg!("organisations"),
            Facet::Weapon => msg!("weapons"),
            Facet::Length => msg!("length"),
        }
    }

    /// The values that have a fixed order, in that order. All others follow in the order of the
    /// index, the most frequent first.
    pub fn fixed_order(self) -> &'static [&'static str] {
        match self {
            Facet::Length => &["short", "medium", "long"],
            _ => &[],
        }
    }

    /// Returns the label of a value: a translation for the page's own values, else the value.
    pub fn value_label(self, value: &str) -> String {
        let label = match (self, value) {
            (Facet::Kind, "article") => msg!("kind-article"),
            (Facet::Kind, "teaser") => msg!("kind-teaser"),
            (Facet::Length, "short") => msg!("length-short"),
            (Facet::Length, "medium") => msg!("length-medium"),
            (Facet::Length, "long") => msg!("length-long"),
            _ => value,
        };
        label.to_owned()
    }

    /// Returns the facet whose values are the entities of a kind.
    pub fn of_kind(kind: EntityKind) -> Facet {
        match kind {
            EntityKind::Person => Facet::Person,
            EntityKind::Place => Facet::Place,
            EntityKind::Organisation => Facet::Organisation,
            EntityKind::Weapon => Facet::Weapon,
        }
    }

    /// Returns the kind of entity that the facet's values are, if they are entities.
    pub fn kind(self) -> Option<EntityKind> {
        EntityKind::ALL.into_iter().find(|kind| Facet::of_kind(*kind) == self)
    }
}
