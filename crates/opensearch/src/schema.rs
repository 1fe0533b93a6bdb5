//! The fields of the index that an edition needs.

use crate::analysis::{self, Stemmer};
use cuttings_edition::{Edition, facet};
use cuttings_search::{Field, Index, Language};
use std::collections::{BTreeMap, BTreeSet};

/// The text fields, with their weights and length normalisation in `docs/relevance.md`.
pub(crate) const TEXT_FIELDS: [Field; 5] = Field::ALL;

/// The field with the day of publication.
pub(crate) const DATE: &str = "date";

/// The object with the custom fields.
pub(crate) const CUSTOM: &str = "custom";

/// The fields of an edition, and what the compiler of queries has to know of it.
#[derive(Clone, Debug)]
pub struct Schema<'a> {
    pub(crate) index: Index<'a>,
    pub(crate) facets: Vec<FacetField<'a>>,
    /// The keys of the custom fields, and their fields.
    pub(crate) custom: Vec<(&'a str, String)>,
    pub(crate) stems: Vec<StemField>,
    /// True if a stemmer applies to a part of the documents only.
    pub(crate) is_multilingual: bool,
}

/// A facet as a field of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FacetField<'a> {
    /// The name of the facet in queries.
    pub(crate) name: &'a str,
    /// The path of the field, of type `keyword`. Its sub-field `words` has the words of the label.
    pub(crate) path: String,
}

/// The sub-field of each text field with the stems of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StemField {
    pub(crate) stemmer: Stemmer,
    /// The language tags of the documents that the stems are for.
    pub(crate) tags: Vec<String>,
}

impl StemField {
    /// Returns the name of the sub-field.
    pub(crate) fn name(&self) -> String {
        ["stem_", self.stemmer.code].concat()
    }
}

impl<'a> Schema<'a> {
    /// Creates the schema of an edition.
    pub fn new(edition: &Edition<'a>) -> Self {
        let index = edition.index().clone();
        let mut taken = BTreeSet::new();
        let custom: Vec<(&str, String)> = edition
            .fields()
            .map(|field| (field.key, [CUSTOM, ".", &unique(field.key, &mut taken)].concat()))
            .collect();
        let facets = index.facets().map(|(id, facet)| {
            let name = facet.name();
            let path = if id >= facet::FIRST_CUSTOM {
                custom.iter().find(|(key, _)| *key == name).map(|(_, path)| path.clone())
            } else {
                None
            };
            FacetField { name, path: path.unwrap_or_else(|| name.to_owned()) }
        });
        let facets = facets.collect();
        let mut languages: BTreeMap<Language, Vec<String>> = BTreeMap::new();
        for (_, tag) in index.facet(facet::LANGUAGE).into_iter().flat_map(|it| it.values()) {
            languages.entry(Language::from_tag(tag)).or_default().push(tag.to_owned());
        }
        let is_multilingual = languages.len() > 1;
        let stems = languages.into_iter().filter_map(|(language, tags)| {
            Some(StemField { stemmer: analysis::stemmer(language)?, tags })
        });
        let stems = stems.collect();
        Self { index, facets, custom, stems, is_multilingual }
    }

    /// Returns the field of the facet with this name, in any case.
    pub(crate) fn facet(&self, name: &str) -> Option<&FacetField<'a>> {
        self.facets.iter().find(|facet| facet.name.eq_ignore_ascii_case(name))
    }
}

/// Returns a key as the name of a field, without the full stops that would make it an object.
fn unique(key: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = key.replace(['.', '*'], "_");
    let mut name = if plain.trim().is_empty() { "_".to_owned() } else { plain };
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}
