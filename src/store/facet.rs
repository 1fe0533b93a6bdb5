//! The facets by which a reader can filter, with their names in URLs and their labels on the page.

use cuttings_edition::{Edition, EntityKind, FieldId, facet};
use cuttings_search::FacetId;
use std::cmp::Ordering;

/// A facet to filter by. The edition says which custom facets there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The label over an item.
    Section,
    /// Article or teaser.
    Kind,
    /// The tags of an article.
    Tag,
    /// The authors of an article.
    Author,
    /// The publication that an article is from.
    Source,
    /// The language of an item.
    Language,
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
    /// A field of the articles' metadata that the site made a facet.
    Custom(CustomFacet),
}

/// A facet that the edition defines. Facets of one edition compare by their numbers.
#[derive(Clone, Copy, Debug)]
pub struct CustomFacet {
    /// The position among the custom facets of the index.
    number: u8,
    key: &'static str,
    label: &'static str,
}

/// The names in URLs, queries and the panel of filters that are not facets. A custom facet of such
/// a name is not offered.
const RESERVED: [&str; 9] = ["q", "from", "to", "sort", "name", "date", "before", "after", "done"];

impl PartialEq for CustomFacet {
    fn eq(&self, other: &CustomFacet) -> bool {
        self.number == other.number
    }
}

impl Eq for CustomFacet {}

impl PartialOrd for CustomFacet {
    fn partial_cmp(&self, other: &CustomFacet) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CustomFacet {
    fn cmp(&self, other: &CustomFacet) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl CustomFacet {
    /// Lists the custom facets of an edition, except those whose keys mean something else in URLs.
    pub fn all(edition: &Edition<'static>) -> Vec<Facet> {
        let mut facets: Vec<Facet> = Vec::new();
        for (number, field) in (0..).zip(edition.fields().filter(|field| field.is_facet)) {
            let (key, label) = (field.key, field.label);
            if Facet::from_key(key, &facets).is_none() && !RESERVED.contains(&key) {
                facets.push(Facet::Custom(CustomFacet { number, key, label }));
            }
        }
        facets
    }
}

impl Facet {
    /// The facets of every edition, in the order in which the page shows them. Custom ones follow.
    pub const BUILT_IN: [Facet; 11] = [
        Facet::Section,
        Facet::Kind,
        Facet::Tag,
        Facet::Author,
        Facet::Source,
        Facet::Language,
        Facet::Person,
        Facet::Place,
        Facet::Organisation,
        Facet::Weapon,
        Facet::Length,
    ];

    /// The facet's id in the index.
    pub fn id(self) -> FacetId {
        match self {
            Facet::Section => facet::SECTION,
            Facet::Kind => facet::KIND,
            Facet::Tag => facet::TAG,
            Facet::Author => facet::AUTHOR,
            Facet::Source => facet::SOURCE,
            Facet::Language => facet::LANGUAGE,
            Facet::Person => facet::PERSON,
            Facet::Place => facet::PLACE,
            Facet::Organisation => facet::ORGANISATION,
            Facet::Weapon => facet::WEAPON,
            Facet::Length => facet::LENGTH,
            Facet::Custom(custom) => FacetId(facet::FIRST_CUSTOM.0.saturating_add(custom.number)),
        }
    }

    /// The facet's name in URLs, in the query language and in the index.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Section => "section",
            Facet::Kind => "kind",
            Facet::Tag => "tag",
            Facet::Author => "author",
            Facet::Source => "source",
            Facet::Language => "lang",
            Facet::Person => "person",
            Facet::Place => "place",
            Facet::Organisation => "organisation",
            Facet::Weapon => "weapon",
            Facet::Length => "length",
            Facet::Custom(custom) => custom.key,
        }
    }

    /// Returns the facet with this [`key`](Facet::key), one of every edition or of `custom`.
    #[inline(never)] // called in several places; one copy keeps the download small
    pub fn from_key(key: &str, custom: &[Facet]) -> Option<Facet> {
        for facets in [&Facet::BUILT_IN[..], custom] {
            if let Some(facet) = facets.iter().find(|facet| facet.key() == key) {
                return Some(*facet);
            }
        }
        None
    }

    /// Returns the field of the metadata of a custom facet. The fields that are facets are the
    /// first ones.
    pub fn field(self) -> FieldId {
        FieldId(match self {
            Facet::Custom(custom) => custom.number.into(),
            _ => u32::MAX,
        })
    }

    /// The facet's label on the page.
    pub fn label(self) -> &'static str {
        match self {
            Facet::Section => msg!("section"),
            Facet::Kind => msg!("kind"),
            Facet::Tag => msg!("tags"),
            Facet::Author => msg!("authors"),
            Facet::Source => msg!("source"),
            Facet::Language => msg!("language"),
            Facet::Person => msg!("people"),
            Facet::Place => msg!("places"),
            Facet::Organisation => msg!("organisations"),
            Facet::Weapon => msg!("weapons"),
            Facet::Length => msg!("length"),
            Facet::Custom(custom) => custom.label,
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
            (Facet::Language, tag) => language_name(tag),
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

/// The names of languages in the languages themselves, which need no translation: one per line,
/// after its tag.
const LANGUAGE_NAMES: &str = include_str!("languages.txt");

/// Returns the name of a language, or its tag if the name is not known.
fn language_name(tag: &str) -> &str {
    let mut names = LANGUAGE_NAMES.split('\n').filter_map(|line| line.split_once(' '));
    names.find(|(known, _)| *known == tag).map_or(tag, |(_, name)| name)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use cuttings_diagnostics::SourceFile;

    #[test]
    fn settings_reject_custom_facets_that_the_page_would_not_offer() {
        for key in Facet::BUILT_IN.map(Facet::key).iter().chain(&RESERVED) {
            let text = format!("[facets]\n{key} = \"Label\"\n");
            let file = SourceFile { name: "site.toml", bytes: text.as_bytes() };
            let (site, diagnostics) = cuttings_corpus::parse_site(file);
            assert_eq!((site.facets.len(), diagnostics.len()), (0, 1), "{key}");
        }
    }

    #[test]
    fn languages_are_named_in_themselves() {
        let check = |tag, name: &str| assert_eq!(Facet::Language.value_label(tag), name);
        check("en", "English");
        check("de", "Deutsch");
        check("zh", "中文");
        check("gsw", "gsw");
        check("de-AT", "de-AT");
        check("", "");
    }
}
