//! The index, opened in place: nothing is copied, and only the section table is parsed.

pub(crate) mod aliases;
pub(crate) mod anchors;
pub(crate) mod bytes;
pub(crate) mod compound_lists;
pub(crate) mod dictionary;
pub(crate) mod facet;
pub(crate) mod field_length;
pub(crate) mod format;
pub(crate) mod frequencies;
pub(crate) mod lengths_of_terms;
pub(crate) mod listed_lengths;
pub(crate) mod postings;
pub(crate) mod prefix_lists;
#[cfg(any(feature = "build", feature = "parts"))]
pub(crate) mod spellings;
pub(crate) mod term_info;

use crate::document::{ColumnId, DocId, FacetId, Field};
pub use aliases::Alias;
pub use anchors::ANCHOR_BYTES;
use anchors::{ANCHOR_INTERVAL, Anchors};
use bytes::u32_at;
use cuttings_parts::Bytes;
use dictionary::Dictionary;
pub use facet::{FIRST_VALUES, Facet};
use format::{FACET_SECTIONS, FIXED_SECTIONS, Header};
pub use format::{OpenError, VERSION};
use listed_lengths::ListedLengths;
#[cfg(feature = "parts")]
use spellings::Spellings;
#[cfg(feature = "parts")]
use std::cell::OnceCell;
use term_info::PostingSections;

/// A search index over its bytes. Opening is cheap at any size.
///
/// If it arrives in parts, the header, the section table and the aliases are in the head. Whatever
/// is computed from absent bytes is wrong, and their parts are noted; see [`Bytes`].
#[derive(Clone, Debug)]
pub struct Index<'a> {
    pub(crate) header: Header,
    pub(crate) dictionary: Dictionary<'a>,
    pub(crate) postings: PostingSections<'a>,
    aliases: Bytes<'a>,
    lengths: Bytes<'a>,
    facets: Vec<Facet<'a>>,
    columns: Vec<Bytes<'a>>,
    #[cfg(feature = "parts")]
    spellings: Option<Bytes<'a>>,
}

impl<'a> Index<'a> {
    /// Opens an index.
    ///
    /// Checks that all sections exist and have the right lengths, but not their contents. Damaged
    /// contents lead to wrong results, never to a panic.
    ///
    /// # Errors
    /// Fails if the bytes are not an index, have another version, or are truncated.
    pub fn open(bytes: impl Into<Bytes<'a>>) -> Result<Self, OpenError> {
        Self::open_bytes(bytes.into())
    }

    fn open_bytes(bytes: Bytes<'a>) -> Result<Self, OpenError> {
        let header = Header::read(bytes)?;
        let documents = header.documents as usize;
        let check_length = |section: Bytes<'a>, length: usize, what| {
            if section.len() == length { Ok(section) } else { Err(OpenError::Damaged { what }) }
        };
        let mut sections = [bytes; FIXED_SECTIONS];
        for (position, section) in sections.iter_mut().enumerate() {
            *section = header.section(bytes, position)?;
        }
        let [dictionary, term_infos, anchors, gaps, frequencies, blocks, lengths, aliases] =
            sections;
        let anchor_count = header.terms.div_ceil(ANCHOR_INTERVAL) as usize;
        let length = anchor_count.saturating_mul(ANCHOR_BYTES);
        let anchors =
            Anchors::new(check_length(anchors, length, "the anchors have the wrong length")?);
        let length = documents.saturating_mul(Field::COUNT);
        let lengths = check_length(lengths, length, "the field lengths have the wrong length")?;
        if term_infos.len() < header.terms as usize {
            return Err(OpenError::Damaged { what: "it has fewer terms than the header says" });
        }
        let mut facets = Vec::new();
        for facet in 0..header.facets as usize {
            let first = FIXED_SECTIONS + facet * FACET_SECTIONS;
            let section = |position: usize| header.section(bytes, first + position);
            let sections = [section(0)?, section(1)?, section(2)?, section(3)?];
            facets.push(Facet::open(sections, documents)?);
        }
        let mut columns = Vec::new();
        let first = FIXED_SECTIONS + header.facets as usize * FACET_SECTIONS;
        for column in 0..header.columns as usize {
            let section = header.section(bytes, first + column)?;
            let length = documents.saturating_mul(4);
            columns.push(check_length(section, length, "a column has the wrong length")?);
        }
        #[cfg(feature = "parts")]
        let spellings = match header.has_spellings() {
            true => Some(header.section(bytes, first + columns.len())?),
            false => None,
        };
        Ok(Self {
            header,
            dictionary: Dictionary::new(dictionary, anchors, header.terms),
            postings: PostingSections {
                document_count: header.documents,
                term_count: header.terms,
                block_size: header.block_size,
                anchors,
                term_infos,
                gaps,
                frequencies,
                blocks,
            },
            aliases,
            lengths,
            facets,
            columns,
            #[cfg(feature = "parts")]
            spellings,
        })
    }

    /// Returns whether bytes were read that have not arrived.
    pub(crate) fn is_missing_parts(&self) -> bool {
        self.lengths.is_missing_parts()
    }

    /// Returns the number of documents.
    pub fn len(&self) -> u32 {
        self.header.documents
    }

    /// Returns whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of distinct terms.
    pub fn term_count(&self) -> u32 {
        self.dictionary.len()
    }

    /// Iterates over the facets in the order of the schema.
    pub fn facets(&self) -> impl Iterator<Item = (FacetId, Facet<'a>)> {
        self.facets.iter().enumerate().map(|(index, facet)| (FacetId(index as u8), *facet))
    }

    /// Returns a facet.
    pub fn facet(&self, id: FacetId) -> Option<Facet<'a>> {
        self.facets.get(usize::from(id.0)).copied()
    }

    /// Returns the mean length of a field in words, over the documents that have it.
    pub fn mean_length(&self, field: Field) -> f32 {
        self.header.mean_lengths.get(field.index()).copied().unwrap_or_default()
    }

    /// Returns the facet with that name, in any case.
    pub fn facet_named(&self, name: &str) -> Option<FacetId> {
        self.facets().find(|(_, facet)| facet.name().eq_ignore_ascii_case(name)).map(|(id, _)| id)
    }

    /// Finds the longest name that [normalized](crate::normalized) words start with, and that has
    /// other names. Returns these, normalized, and the number of words in the name found.
    pub fn other_names(&self, words: &[String]) -> (Vec<Alias<'a>>, usize) {
        aliases::lookup(self.aliases.all(), words)
    }

    /// Returns a document's sort key, or 0 if the document has no value or there is no such column
    /// or document.
    pub fn sort_key(&self, column: ColumnId, document: DocId) -> u32 {
        self.column(column).key(document)
    }

    /// Returns a column of sort keys, empty if there is none with that number.
    pub(crate) fn column(&self, column: ColumnId) -> Column<'a> {
        Column(self.columns.get(usize::from(column.0)).map_or(&[], Bytes::all))
    }

    /// Sets the column after those of the index: a sort key of four bytes for each document, in
    /// little-endian order.
    pub(crate) fn set_last_column(&mut self, keys: &'a [u8]) {
        self.columns.truncate(self.header.columns as usize);
        self.columns.push(keys.into());
    }

    /// Returns the list of spellings, empty if it has not arrived; `None` if the index has none.
    #[cfg(feature = "parts")]
    pub(crate) fn spellings(&self) -> Option<Spellings<'a>> {
        self.spellings.map(|bytes| Spellings::read(bytes.all()))
    }

    /// Returns the number of words in each document's texts, without its metadata. The length of a
    /// field of 40 words or more is the middle of a range of five per cent.
    pub fn text_lengths(&self) -> Vec<u32> {
        let decoded = field_length::middle_lengths();
        let lengths = self.field_lengths();
        let fields = Field::ALL.into_iter().filter(|field| *field != Field::Metadata);
        let mut totals = vec![0.0_f32; self.len() as usize];
        for field in fields {
            for (document, total) in (0..).zip(&mut totals) {
                let code = usize::from(lengths.stored(field, document));
                *total += decoded.get(code).copied().unwrap_or_default();
            }
        }
        totals.into_iter().map(|total| total as u32).collect()
    }

    /// Returns the lengths of all fields of all documents.
    pub(crate) fn field_lengths(&self) -> FieldLengths<'a> {
        FieldLengths {
            #[cfg(not(feature = "parts"))]
            codes: self.lengths.all(),
            #[cfg(feature = "parts")]
            codes: self.lengths,
            documents: self.header.documents as usize,
            #[cfg(feature = "parts")]
            fields: Default::default(),
        }
    }
}

/// A column of sort keys, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a>(&'a [u8]);

impl Column<'_> {
    /// Returns a document's sort key, or 0 if it has none.
    #[inline(always)]
    pub(crate) fn key(self, document: DocId) -> u32 {
        u32_at(self.0, document.0 as usize * 4).unwrap_or_default()
    }
}

/// The lengths of the documents' fields, read in place. Those of each field may be in a part of
/// their own, and only what posting lists do not have is read.
#[derive(Clone, Debug)]
pub(crate) struct FieldLengths<'a> {
    #[cfg(not(feature = "parts"))]
    codes: &'a [u8],
    #[cfg(feature = "parts")]
    codes: Bytes<'a>,
    documents: usize,
    /// The lengths of the fields that were read.
    #[cfg(feature = "parts")]
    fields: [OnceCell<&'a [u8]>; Field::COUNT],
}

impl FieldLengths<'_> {
    /// Returns the length of a field of a document, as [`field_length`] encodes it. `listed` is
    /// what the posting list of a term in the field has.
    #[inline(always)]
    pub(crate) fn code(&self, listed: ListedLengths, field: Field, document: u32) -> u8 {
        listed.get(field).unwrap_or_else(|| self.stored(field, document))
    }

    /// Returns the length of a field of a document from the lengths of all documents.
    #[inline(always)]
    pub(crate) fn stored(&self, field: Field, document: u32) -> u8 {
        let start = field.index() * self.documents;
        #[cfg(not(feature = "parts"))]
        return self.codes.get(start + document as usize).copied().unwrap_or_default();
        #[cfg(feature = "parts")]
        {
            let codes = self.fields.get(field.index()).map(|codes| {
                let read = || self.codes.get(start..start + self.documents).unwrap_or_default();
                *codes.get_or_init(read)
            });
            codes.and_then(|it| it.get(document as usize)).copied().unwrap_or_default()
        }
    }
}
