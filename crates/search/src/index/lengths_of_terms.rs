//! The lengths of fields in documents that contain several terms, from the list of one of them.

use super::frequencies::Frequencies;
use super::listed_lengths::ListedLengths;
use super::postings::Postings;
use super::term_info::{PostingSections, TermInfo};

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
