//! The fields by which a person can filter, with the words that links and labels use for them.

/// A field to filter by. Which of them an edition has, its index says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// The label over an item.
    Section,
    /// Article or teaser.
    Kind,
    /// Who is named in an item.
    Person,
    /// Where it is set.
    Place,
    /// Which bodies it names.
    Organisation,
    /// Which weapons, and other products with names.
    Weapon,
    /// How long it takes to read.
    Length,
}

impl Facet {
    /// All of them, in the order in which the page shows them.
    pub const ALL: [Facet; 7] = [
        Facet::Section,
        Facet::Kind,
        Facet::Person,
        Facet::Place,
        Facet::Organisation,
        Facet::Weapon,
        Facet::Length,
    ];

    /// Its name in links, in the query language and in the index.
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

    /// The facet with this [`key`](Facet::key).
    pub fn from_key(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// Its name on the page.
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

    /// The values that have an order of their own, in it; all others stand as the index has them, the most frequent
    /// first.
    pub fn order(self) -> &'static [&'static str] {
        match self {
            Facet::Length => &["short", "medium", "long"],
            _ => &[],
        }
    }

    /// A value of this facet as the page shows it: names stay as they are, what is the page's own has words of its own.
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
}
