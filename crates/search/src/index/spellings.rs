//! Spellings: the terms that a misspelt word may have meant, in one list.
//!
//! Most terms of a large edition are in one document: commits, addresses, misspelt words. Looking
//! for similar terms among all of them would need the whole dictionary, of which a reader of an
//! edition in parts has little. Such an index has a second list, of the terms that several
//! documents or a title contain. It is in one part, and only misspelt words need it.
//!
//! # Format
//!
//! The number of terms (varint), an entry for each as in the [`dictionary`](super::dictionary), and
//! the number of documents of each (varint).

#[cfg(feature = "parts")]
use super::anchors::{ANCHOR_BYTES, Anchors};
use super::bytes::Reader;
#[cfg(feature = "build")]
use super::bytes::push_varint;
#[cfg(feature = "parts")]
use super::dictionary::Dictionary;
#[cfg(feature = "build")]
use super::dictionary::push_term;

/// The fewest documents of a term in the list: one for each so many documents, and
/// [`FEWEST_DOCUMENTS`].
#[cfg(feature = "build")]
const DOCUMENTS_PER_STEP: u32 = 20_000;

/// The fewest documents of a term in the list of a small index.
#[cfg(feature = "build")]
const FEWEST_DOCUMENTS: u32 = 2;

/// The fewest documents, in the same terms, of a term with a digit: numbers and codes resemble each
/// other by chance.
#[cfg(feature = "build")]
const FEWEST_DOCUMENTS_OF_CODES: u32 = 10;

/// Returns whether a term of an index with `document_count` documents, `documents` of which contain
/// it, is in the list. A title names what its document is about, so its words are in the list even
/// if no other document has them.
#[cfg(feature = "build")]
pub(crate) fn is_listed(
    term: &str,
    documents: u32,
    document_count: u32,
    is_in_title: impl Fn() -> bool,
) -> bool {
    let is_code = term.chars().any(char::is_numeric);
    let fewest = if is_code { FEWEST_DOCUMENTS_OF_CODES } else { FEWEST_DOCUMENTS };
    documents >= fewest + document_count / DOCUMENTS_PER_STEP || (!is_code && is_in_title())
}

/// Encodes the list. `terms` are the terms in it in byte order, with the number of documents of
/// each.
#[cfg(feature = "build")]
pub(crate) fn encode<'t>(terms: impl Iterator<Item = (&'t str, u32)>) -> Vec<u8> {
    let (mut entries, mut counts) = (Vec::new(), Vec::new());
    let mut previous = "";
    let mut number = 0;
    for (term, documents) in terms {
        push_term(&mut entries, previous, term, number == 0);
        push_varint(&mut counts, documents);
        previous = term;
        number += 1;
    }
    let mut out = Vec::new();
    push_varint(&mut out, number);
    push_varint(&mut out, entries.len() as u32);
    out.extend(entries);
    out.extend(counts);
    out
}

/// The list, read in place.
#[cfg(feature = "parts")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spellings<'a> {
    /// The terms. Their ids count from 0 here.
    pub(crate) terms: Dictionary<'a>,
    counts: &'a [u8],
}

#[cfg(feature = "parts")]
impl<'a> Spellings<'a> {
    /// Reads the list. Damaged bytes give wrong terms.
    pub(crate) fn read(bytes: &'a [u8]) -> Self {
        /// One anchor, at the first entry.
        static ANCHOR: [u8; ANCHOR_BYTES] = [0; ANCHOR_BYTES];
        let mut reader = Reader::new(bytes, 0);
        let (number, length) = (reader.varint(), reader.varint());
        let rest = bytes.get(reader.position()..).unwrap_or_default();
        let (entries, counts) = rest.split_at_checked(length as usize).unwrap_or_default();
        Self { terms: Dictionary::new(entries, Anchors::new(&ANCHOR), number), counts }
    }

    /// Returns the number of documents of each term.
    pub(crate) fn document_counts(&self) -> Vec<u32> {
        let mut reader = Reader::new(self.counts, 0);
        let mut counts = Vec::new();
        while !reader.is_at_end() {
            counts.push(reader.varint());
        }
        counts
    }
}
