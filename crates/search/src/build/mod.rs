//! Building an index. Native programs do this; the page only reads what they wrote.

mod aliases;
mod facet_values;
mod posting_lists;
mod write;

use crate::analyze::{Language, analyze};
use crate::document::{DocId, FacetId, Passage, ValueId};
use crate::index::MAX_VALUES;
use crate::index::format::{MAX_COLUMNS, MAX_FACETS};
use facet_values::FacetValues;
pub(crate) use posting_lists::Form;
use posting_lists::Lists;
use std::collections::HashMap;

/// What documents have beside their text.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// Fields to filter by.
    pub facets: Vec<FacetSpec>,
    /// Numbers to sort by, one per document and column.
    pub columns: Vec<ColumnSpec>,
}

/// A field to filter by.
#[derive(Clone, Copy, Debug)]
pub struct FacetSpec {
    /// Its name, which is also the name of its field in queries ("section").
    pub name: &'static str,
}

/// A number to sort by.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// What it is called where the build is reported; not kept in the index.
    pub name: &'static str,
}

/// A document to add.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// Decides how its words are stemmed.
    pub language: Language,
    /// Its text in reading order.
    pub passages: Vec<Passage<'a>>,
    /// Its values; a facet may have none or several, up to 1024.
    pub facets: Vec<(FacetId, &'a str)>,
    /// Its sort keys, one for each column of the schema; 0 for what is missing.
    pub columns: Vec<u32>,
}

/// Collects documents, and writes the index of them.
///
/// Two builds of the same documents in the same order give the same bytes.
///
/// ```
/// use cuttings_search::{DocId, Document, Field, Index, IndexBuilder, Passage, Query, Request, Schema, Searcher};
///
/// let titles = ["Truce holds in the north", "Talks on a truce"].map(|text| Passage { field: Field::Title, text });
/// let mut builder = IndexBuilder::new(Schema::default());
/// for title in titles {
///     builder.add(&Document { passages: vec![title], ..Document::default() });
/// }
/// let bytes = builder.finish().bytes;
/// let texts = move |document: DocId, passage: &mut dyn FnMut(Passage<'_>)| {
///     titles.get(document.0 as usize).copied().into_iter().for_each(passage);
/// };
/// let mut searcher = Searcher::new(Index::open(&bytes)?, Box::new(texts));
/// let query = Query::parse("talks \"a truce\"");
/// let outcome = searcher.search(&Request::new(&query));
/// assert_eq!(outcome.hits[0].doc.0, 1);
/// # Ok::<(), cuttings_search::OpenError>(())
/// ```
#[derive(Debug)]
pub struct IndexBuilder {
    lists: Lists,
    lengths: [Vec<u32>; 4],
    facets: Vec<FacetValues>,
    columns: Vec<Vec<u32>>,
    aliases: Vec<Vec<String>>,
    documents: u32,
}

/// Positions that are left free between two passages of a field, so that no phrase spans them.
const PASSAGE_GAP: u32 = 1;

impl IndexBuilder {
    /// With the built-in aliases. Facets and columns beyond 64 are left out.
    pub fn new(schema: Schema) -> Self {
        let facets = schema.facets.into_iter().take(MAX_FACETS as usize);
        Self {
            lists: Lists::default(),
            lengths: Default::default(),
            facets: facets.map(|facet| FacetValues::new(facet.name)).collect(),
            columns: schema
                .columns
                .into_iter()
                .take(MAX_COLUMNS as usize)
                .map(|_| Vec::new())
                .collect(),
            aliases: aliases::built_in(),
            documents: 0,
        }
    }

    /// Adds sets of names for one thing: a query for any of them finds all. ("DPRK", "North Korea").
    #[must_use]
    pub fn aliases<S: AsRef<str>>(mut self, sets: impl IntoIterator<Item = Vec<S>>) -> Self {
        for set in sets {
            aliases::add(&mut self.aliases, set.iter().map(AsRef::as_ref));
        }
        self
    }

    /// Adds a document.
    pub fn add(&mut self, document: &Document<'_>) -> DocId {
        let id = DocId(self.documents);
        self.documents += 1;
        let mut lengths = [0_u32; 4];
        let mut positions = [0_u32; 4];
        for passage in &document.passages {
            let place = passage.field.index();
            let (Some(length), Some(position)) = (lengths.get_mut(place), positions.get_mut(place))
            else {
                continue;
            };
            if *position > 0 {
                *position += PASSAGE_GAP;
            }
            let lists = &mut self.lists;
            let words = analyze(passage.text, |token| {
                let written = passage.text.get(token.range()).unwrap_or_default();
                lists.add(
                    passage.field,
                    *position + token.position,
                    token.form,
                    written,
                    document.language,
                );
            });
            *length += words;
            *position += words;
        }
        self.lists.end_document(id);
        self.lengths.iter_mut().zip(lengths).for_each(|(all, length)| all.push(length));
        for (place, facet) in self.facets.iter_mut().enumerate() {
            let values = document
                .facets
                .iter()
                .filter(|(id, _)| usize::from(id.0) == place)
                .map(|(_, label)| *label);
            facet.add(values.take(MAX_VALUES));
        }
        for (place, column) in self.columns.iter_mut().enumerate() {
            column.push(document.columns.get(place).copied().unwrap_or_default());
        }
        id
    }

    /// Writes the index.
    pub fn finish(self) -> BuiltIndex {
        write::write(self)
    }
}

/// A finished index, with the ids that its readers will know facet values by.
///
/// Ids are given out when all documents are known, because the most frequent value comes first. A caller that stores ids
/// beside the index asks for them here, and does not have to open the index again.
#[derive(Clone, Debug)]
pub struct BuiltIndex {
    /// The bytes for [`Index::open`](crate::Index::open).
    pub bytes: Vec<u8>,
    /// The id of each label, one map for each facet of the schema.
    value_ids: Vec<HashMap<String, ValueId>>,
}

impl BuiltIndex {
    /// Returns the id of a facet's value, or `None` if no document has a value with that label.
    pub fn value_id(&self, facet: FacetId, label: &str) -> Option<ValueId> {
        self.value_ids.get(usize::from(facet.0))?.get(label).copied()
    }
}
