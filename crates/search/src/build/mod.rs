//! Builds an index. Native programs do this; the page only reads the result.

mod aliases;
mod compound_lists;
mod compounds;
mod demonyms;
mod encoded_lists;
mod facet_values;
mod indexed_texts;
mod merge;
mod posting_lists;
mod prefix_lists;
mod split;
mod write;

use crate::analyze::{Language, analyze};
use crate::document::{DocId, FacetId, Field, Passage, ValueId};
use crate::index::facet::MAX_VALUES;
use crate::index::format::{MAX_COLUMNS, MAX_FACETS};
use crate::index::postings::PASSAGE_GAP;
use facet_values::FacetValues;
pub use indexed_texts::IndexedTexts;
use merge::Run;
use posting_lists::PostingLists;
pub use split::{FacetRanges, IndexRanges, TermRanges};
use std::collections::HashMap;
use write::{Contents, write};

/// The facets and sort keys of documents.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// The facets to filter by.
    pub facets: Vec<FacetSpec>,
    /// The columns of sort keys.
    pub columns: Vec<ColumnSpec>,
}

/// A facet to filter by.
#[derive(Clone, Debug)]
pub struct FacetSpec {
    /// The name, which is also the name of its field in queries ("section").
    pub name: String,
}

impl From<&str> for FacetSpec {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned() }
    }
}

/// A column with a number for each document to sort by.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// The name in reports of the build. The index does not store it.
    pub name: &'static str,
}

/// A document to add.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// The language, which selects the stemmer.
    pub language: Language,
    /// The text, in reading order.
    pub passages: Vec<Passage<'a>>,
    /// The labels of its values: none or several for each facet, up to 1024.
    pub facets: Vec<(FacetId, &'a str)>,
    /// The sort key in each column of the schema, from 1. 0 or a missing one means no value.
    pub columns: Vec<u32>,
}

/// Collects documents and writes an index of them.
///
/// The same documents in the same order give the same bytes.
///
/// ```
/// use cuttings_search::{
///     DocId, Document, Field, Index, IndexBuilder, Passage, PassageVisitor, Query, Request,
///     Schema, Searcher,
/// };
///
/// let titles = ["Truce holds in the north", "Talks on a truce"];
/// let titles = titles.map(|text| Passage { field: Field::Title, text });
/// let mut builder = IndexBuilder::new(Schema::default());
/// for title in titles {
///     builder.add(&Document { passages: vec![title], ..Document::default() });
/// }
/// let built = builder.finish();
///
/// let source = move |document: DocId, visit: &mut PassageVisitor<'_>| {
///     titles.get(document.0 as usize).copied().into_iter().try_for_each(visit)
/// };
/// let mut searcher = Searcher::new(Index::open(&built.bytes)?, Box::new(source));
/// let query = Query::parse("talks \"a truce\"");
/// let outcome = searcher.search(&Request::new(&query));
/// assert_eq!(outcome.hits[0].doc.0, 1);
/// # Ok::<(), cuttings_search::OpenError>(())
/// ```
#[derive(Debug)]
pub struct IndexBuilder(Contents);

impl IndexBuilder {
    /// Creates a builder with the built-in aliases. Ignores all facets and columns after the 64th.
    pub fn new(schema: Schema) -> Self {
        let facets = schema.facets.into_iter().take(MAX_FACETS as usize);
        let columns = schema.columns.into_iter().take(MAX_COLUMNS as usize);
        Self(Contents {
            document_count: 0,
            posting_lists: PostingLists::default(),
            documents_of_lists: 0,
            runs: Vec::new(),
            lengths: Default::default(),
            facets: facets.map(|facet| FacetValues::new(facet.name)).collect(),
            columns: columns.map(|_| Vec::new()).collect(),
            aliases: aliases::built_in(),
        })
    }

    /// Adds sets of names for one thing ("DPRK", "North Korea"). A query for one name matches all
    /// of them.
    #[must_use]
    pub fn aliases<S: AsRef<str>>(mut self, sets: impl IntoIterator<Item = Vec<S>>) -> Self {
        for set in sets {
            aliases::add(&mut self.0.aliases, set.iter().map(AsRef::as_ref), std::iter::empty());
        }
        self
    }

    /// Stores the exact position of each occurrence, so that a search need not read texts to find
    /// a phrase, unless it has stop words; and with each posting the lengths of its fields, so that
    /// it need not read those of all documents. The posting lists are larger by about a half. Call
    /// it before the first document.
    #[must_use]
    pub fn with_exact_positions(mut self) -> Self {
        self.0.posting_lists.block_size = 1;
        self
    }

    /// Adds a document and returns its id.
    pub fn add(&mut self, document: &Document<'_>) -> DocId {
        let contents = &mut self.0;
        let id = DocId(contents.document_count);
        let id_in_run = DocId(contents.documents_of_lists);
        contents.document_count += 1;
        contents.documents_of_lists += 1;
        let lengths = add_texts(document, id_in_run, &mut contents.posting_lists);
        contents.lengths.iter_mut().zip(lengths).for_each(|(all, length)| all.push(length));
        self.add_values(document);
        id
    }

    /// Adds the facet values and sort keys of a document.
    fn add_values(&mut self, document: &Document<'_>) {
        let contents = &mut self.0;
        for (number, facet) in contents.facets.iter_mut().enumerate() {
            let labels = document.facets.iter().filter(|(id, _)| usize::from(id.0) == number);
            facet.add_document(labels.map(|(_, label)| *label).take(MAX_VALUES));
        }
        for (number, column) in contents.columns.iter_mut().enumerate() {
            column.push(document.columns.get(number).copied().unwrap_or_default());
        }
    }

    /// Indexes the texts of some documents, for [`add_indexed`](Self::add_indexed).
    pub fn index_texts(&self, documents: &[Document<'_>]) -> IndexedTexts {
        let mut posting_lists = PostingLists::with_block_size(self.0.posting_lists.block_size);
        let mut all: [Vec<u32>; Field::COUNT] = Default::default();
        for (id, document) in (0..).zip(documents) {
            let lengths = add_texts(document, DocId(id), &mut posting_lists);
            all.iter_mut().zip(lengths).for_each(|(all, length)| all.push(length));
        }
        IndexedTexts::new(&all, &posting_lists)
    }

    /// Adds documents whose texts have been indexed. The index is the same as if they had been
    /// added here one by one.
    pub fn add_indexed(&mut self, documents: &[Document<'_>], texts: IndexedTexts) {
        let contents = &mut self.0;
        contents.end_run();
        let lengths = texts.lengths();
        contents.runs.push(Run { base: contents.document_count, texts, level: 0 });
        contents.document_count += documents.len() as u32;
        contents.lengths.iter_mut().zip(lengths).for_each(|(all, more)| all.extend(more));
        documents.iter().for_each(|document| self.add_values(document));
    }

    /// Merges the documents that were added last with those before, from time to time. A builder to
    /// which many runs are added one by one then needs less memory; the index is the same.
    pub fn compact(&mut self) {
        let block_size = self.0.posting_lists.block_size;
        merge::compact(&mut self.0.runs, block_size);
    }

    /// Creates a builder without documents for a run of the documents of this one, which another
    /// thread may add. [`append`](Self::append) puts the run where it belongs.
    pub fn for_run(&self) -> Self {
        let Contents { posting_lists, facets, columns, .. } = &self.0;
        Self(Contents {
            document_count: 0,
            posting_lists: PostingLists::with_block_size(posting_lists.block_size),
            documents_of_lists: 0,
            runs: Vec::new(),
            lengths: Default::default(),
            facets: facets.iter().map(FacetValues::without_documents).collect(),
            columns: columns.iter().map(|_| Vec::new()).collect(),
            aliases: Vec::new(),
        })
    }

    /// Adds the documents of a run after those of this builder. The index is the same as if they
    /// had been added here one by one.
    pub fn append(&mut self, run: Self) {
        let (contents, mut run) = (&mut self.0, run.0);
        contents.end_run();
        run.end_run();
        let before = contents.document_count;
        let runs = run.runs.into_iter();
        contents.runs.extend(runs.map(|run| Run { base: before + run.base, ..run }));
        contents.document_count += run.document_count;
        contents.lengths.iter_mut().zip(run.lengths).for_each(|(all, more)| all.extend(more));
        contents.facets.iter_mut().zip(run.facets).for_each(|(all, more)| all.append(more));
        contents.columns.iter_mut().zip(run.columns).for_each(|(all, more)| all.extend(more));
    }

    /// Writes the index.
    pub fn finish(self) -> BuiltIndex {
        let mut bytes = Vec::new();
        let ids = self.finish_into(&mut |piece| bytes.extend_from_slice(piece));
        BuiltIndex { bytes, ..ids }
    }

    /// Passes the bytes of the index on, piece by piece: the lists of a large one would take their
    /// memory twice otherwise. [`BuiltIndex::bytes`] is empty.
    pub fn finish_into(self, pass_on: &mut dyn FnMut(&[u8])) -> BuiltIndex {
        BuiltIndex { bytes: Vec::new(), value_ids: write(self.0, pass_on) }
    }
}

/// Adds the texts of a document, and returns the length of each field in words.
fn add_texts(document: &Document<'_>, id: DocId, lists: &mut PostingLists) -> [u32; Field::COUNT] {
    let mut lengths = [0_u32; Field::COUNT];
    let mut positions = [0_u32; Field::COUNT];
    for Passage { field, text } in document.passages.iter().copied() {
        let (Some(length), Some(position)) =
            (lengths.get_mut(field.index()), positions.get_mut(field.index()))
        else {
            continue;
        };
        if *position > 0 {
            *position += PASSAGE_GAP;
        }
        let words = analyze(text, |token| {
            let written = text.get(token.range()).unwrap_or_default();
            let position = *position + token.position;
            lists.add(field, position, token.term, written, document.language);
        });
        *length += words;
        *position += words;
    }
    lists.end_document(id, lengths);
    lengths
}

/// A finished index, with the ids of its facet values.
///
/// Ids exist only when all documents are known, because the most frequent value comes first. A
/// caller that stores ids beside the index gets them here and need not open the index again.
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
