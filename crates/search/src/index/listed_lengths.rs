//! The lengths of a document's fields, as far as a posting list has them.

use super::frequencies::Frequencies;
use super::postings::Postings;
use super::term_info::{PostingSections, TermInfo};
use crate::document::Field;

/// The lengths of a document's fields, encoded as in [`field_length`](super::field_length), if the
/// list of a term in the document has them. A field without the term has the length 0.
///
/// Lists have none in an index that is read as a whole, and this then takes no space.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ListedLengths(#[cfg(feature = "parts")] Option<[u8; Field::COUNT]>);

impl ListedLengths {
    /// Takes the lengths of the fields in which a term has these frequencies from an iterator.
    #[cfg(feature = "parts")]
    pub(super) fn read<'l>(
        frequencies: Frequencies,
        lengths: impl IntoIterator<Item = &'l u8>,
    ) -> Self {
        let mut codes = [0; Field::COUNT];
        let fields = codes.iter_mut().zip(frequencies.0).filter(|(_, count)| *count > 0);
        fields.zip(lengths).for_each(|((code, _), length)| *code = *length);
        Self(Some(codes))
    }

    /// Returns the length of a field, or `None` if the list has no lengths.
    #[inline(always)]
    pub(crate) fn get(self, field: Field) -> Option<u8> {
        #[cfg(feature = "parts")]
        return self.0.map(|codes| codes.get(field.index()).copied().unwrap_or_default());
        #[cfg(not(feature = "parts"))]
        {
            let _ = field;
            None
        }
    }
}

/// Finds the lengths of the fields with one of several terms.
#[derive(Debug)]
pub(crate) struct LengthsOfTerms<'a>(Option<Postings<'a>>);

impl<'a> LengthsOfTerms<'a> {
    /// Reads the list of the first of these terms whose list has lengths.
    pub(crate) fn new(
        sections: &PostingSections<'a>,
        mut terms: impl Iterator<Item = TermInfo>,
    ) -> Self {
        let first = terms.find(|info| info.has_lengths(sections));
        Self(first.map(|info| Postings::new(sections, info)))
    }

    /// Returns the lengths of a document that contains all of the terms. Documents must come in
    /// order.
    pub(crate) fn of(&mut self, document: u32) -> ListedLengths {
        let Some(postings) = &mut self.0 else { return ListedLengths::default() };
        let frequencies = match postings.seek(document) {
            Some(found) if found == document => postings.frequencies(),
            _ => Frequencies::default(),
        };
        postings.listed_lengths(frequencies)
    }
}
