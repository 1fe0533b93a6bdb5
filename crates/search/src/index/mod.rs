//! An index, opened in place: nothing is copied and nothing parsed but a short table.

pub(crate) mod aliases;
pub(crate) mod bytes;
pub(crate) mod dictionary;
pub(crate) mod field_length;
pub(crate) mod format;
pub(crate) mod postings;
pub(crate) mod prefix_lists;

use crate::document::{ColumnId, DocId, FacetId, Field, ValueId};
use crate::index::bytes::{Reader, u32_at};
use crate::index::dictionary::Dictionary;
use crate::index::format::{FACET_SECTIONS, FIXED_SECTIONS, Header};
pub use crate::index::format::{OpenError, VERSION};
use crate::index::postings::{ANCHOR, ANCHOR_BYTES};
use crate::search::bit_set::Bits;

/// An index over its bytes. Cheap to open at any size, and to copy.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    pub(crate) header: Header,
    pub(crate) dictionary: Dictionary<'a>,
    pub(crate) forms: &'a [u8],
    pub(crate) anchors: &'a [u8],
    pub(crate) gaps: &'a [u8],
    pub(crate) frequencies: &'a [u8],
    pub(crate) blocks: &'a [u8],
    pub(crate) lengths: &'a [u8],
    pub(crate) aliases: &'a [u8],
    facets: Vec<Facet<'a>>,
    columns: Vec<&'a [u8]>,
}

impl<'a> Index<'a> {
    /// Opens an index. Checks that all parts are there and fit each other, not what is in them: damaged contents give
    /// wrong results, never a panic.
    ///
    /// # Errors
    /// When the bytes are no index, were written by another version, or are cut off.
    pub fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let header = Header::read(bytes)?;
        let documents = header.documents as usize;
        let fits = |section: &'a [u8], length: usize, what| {
            if section.len() == length { Ok(section) } else { Err(OpenError::Damaged { what }) }
        };
        let mut sections: [&[u8]; FIXED_SECTIONS] = Default::default();
        for (place, section) in sections.iter_mut().enumerate() {
            *section = header.section(bytes, place)?;
        }
        let [dictionary, forms, anchors, gaps, frequencies, blocks, lengths, aliases] = sections;
        let length = (header.forms.div_ceil(ANCHOR) as usize).saturating_mul(ANCHOR_BYTES);
        let anchors = fits(anchors, length, "the anchors have another length")?;
        let lengths =
            fits(lengths, documents.saturating_mul(4), "the lengths have another length")?;
        if forms.len() < header.forms as usize {
            return Err(OpenError::Damaged { what: "there are fewer forms than the header says" });
        }
        let mut facets = Vec::new();
        for facet in 0..header.facets as usize {
            let section = |place: usize| {
                header.section(bytes, FIXED_SECTIONS + facet * FACET_SECTIONS + place)
            };
            facets.push(Facet::new(documents, section(0)?, section(1)?, section(2)?, section(3)?)?);
        }
        let mut columns = Vec::new();
        for column in 0..header.columns as usize {
            let place = FIXED_SECTIONS + header.facets as usize * FACET_SECTIONS + column;
            columns.push(fits(
                header.section(bytes, place)?,
                documents.saturating_mul(4),
                "a column has another length",
            )?);
        }
        Ok(Self {
            header,
            dictionary: Dictionary::new(dictionary, anchors, header.forms),
            forms,
            anchors,
            gaps,
            frequencies,
            blocks,
            lengths,
            aliases,
            facets,
            columns,
        })
    }

    /// How many documents there are.
    pub fn len(&self) -> u32 {
        self.header.documents
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many different forms the documents hold.
    pub fn form_count(&self) -> u32 {
        self.dictionary.len()
    }

    /// The facets, in the order of the schema.
    pub fn facets(&self) -> impl Iterator<Item = (FacetId, &Facet<'a>)> {
        self.facets.iter().enumerate().map(|(index, facet)| (FacetId(index as u8), facet))
    }

    /// A facet of the schema.
    pub fn facet(&self, id: FacetId) -> Option<&Facet<'a>> {
        self.facets.get(usize::from(id.0))
    }

    /// The facet of that name.
    pub fn facet_named(&self, name: &str) -> Option<FacetId> {
        self.facets().find(|(_, facet)| facet.name().eq_ignore_ascii_case(name)).map(|(id, _)| id)
    }

    /// A sort key; 0 for what is not there.
    pub fn key(&self, column: ColumnId, document: DocId) -> u32 {
        let column = self.columns.get(usize::from(column.0)).copied().unwrap_or_default();
        u32_at(column, document.0 as usize * 4).unwrap_or_default()
    }

    /// The code of a field's length.
    #[inline(always)]
    pub(crate) fn length_code(&self, field: Field, document: u32) -> u8 {
        let at = field.index() * self.header.documents as usize + document as usize;
        self.lengths.get(at).copied().unwrap_or_default()
    }
}

/// A facet: its name and values, and which documents have which.
#[derive(Clone, Copy, Debug)]
pub struct Facet<'a> {
    labels: &'a [u8],
    places: &'a [u8],
    starts: &'a [u8],
    values: &'a [u8],
    documents: usize,
}

/// Fewer values than this are kept in two bytes each.
pub(crate) const WIDE: usize = 0xFFFF;

/// A document has no more values of one facet than this.
pub(crate) const MAX_VALUES: usize = 1024;

impl<'a> Facet<'a> {
    fn new(
        documents: usize,
        labels: &'a [u8],
        places: &'a [u8],
        starts: &'a [u8],
        values: &'a [u8],
    ) -> Result<Self, OpenError> {
        let facet = Self { labels, places, starts, values, documents };
        let is_single =
            starts.is_empty() && values.len() == documents.saturating_mul(facet.width());
        let is_multiple = starts.len() == documents.saturating_add(1).saturating_mul(4);
        if places.len().is_multiple_of(8) && (is_single || is_multiple) {
            Ok(facet)
        } else {
            Err(OpenError::Damaged { what: "a facet has another length" })
        }
    }

    /// Its name: also the name of its field in queries.
    pub fn name(&self) -> &'a str {
        Reader::new(self.labels, 0).text()
    }

    /// How many values it has.
    pub fn len(&self) -> usize {
        self.places.len() / 8
    }

    /// Whether no document has a value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What a value is called. Empty for one that is not there.
    pub fn label(&self, value: ValueId) -> &'a str {
        u32_at(self.places, value.0 as usize * 8)
            .map_or("", |at| Reader::new(self.labels, at as usize).text())
    }

    /// How many of all documents have a value.
    pub fn count(&self, value: ValueId) -> u32 {
        u32_at(self.places, value.0 as usize * 8 + 4).unwrap_or_default()
    }

    /// The values in their order: the most frequent first, then by label.
    pub fn values(&self) -> impl Iterator<Item = (ValueId, &'a str)> + use<'a> {
        let facet = *self;
        (0..facet.len() as u32).map(move |value| (ValueId(value), facet.label(ValueId(value))))
    }

    /// The value with that label, letter by letter.
    pub fn value_labelled(&self, label: &str) -> Option<ValueId> {
        self.values().find(|(_, other)| *other == label).map(|(value, _)| value)
    }

    fn width(&self) -> usize {
        if self.len() < WIDE { 2 } else { 4 }
    }

    /// The values of a document, the most frequent first.
    pub fn of(&self, document: DocId) -> impl Iterator<Item = ValueId> + use<'a> {
        let facet = *self;
        self.range(document).filter_map(move |at| facet.value(at)).map(ValueId)
    }

    /// Adds the documents to the counts of their values.
    pub(crate) fn count_each(&self, documents: &Bits, counts: &mut [u32]) {
        for document in documents.iter() {
            for at in self.range(document) {
                if let Some(value) = self.value(at)
                    && let Some(count) = counts.get_mut(value as usize)
                {
                    *count += 1;
                }
            }
        }
    }

    /// Where the values of a document are.
    #[inline(always)]
    fn range(&self, document: DocId) -> std::ops::Range<usize> {
        let at = document.0 as usize;
        if self.starts.is_empty() {
            return at.min(self.documents)..(at + 1).min(self.documents);
        }
        let start = |at: usize| u32_at(self.starts, at * 4).unwrap_or_default() as usize;
        // No more than there are, and not all for each, whatever the bytes say.
        let end = start(at + 1).min(self.values.len() / self.width());
        start(at)..end.min(start(at).saturating_add(MAX_VALUES))
    }

    /// The value at a place, if it is one.
    #[inline(always)]
    fn value(&self, at: usize) -> Option<u32> {
        let value = if self.width() == 2 {
            let two = self.values.get(at * 2..at * 2 + 2)?;
            u32::from(u16::from_le_bytes(two.try_into().ok()?))
        } else {
            u32_at(self.values, at * 4)?
        };
        ((value as usize) < self.len()).then_some(value)
    }
}
