//! The lengths of fields in documents that contain several terms, from the list of one of them.

#[cfg(feature = "parts")]
use super::frequencies::Frequencies;
use super::listed_lengths::ListedLengths;
#[cfg(feature = "parts")]
use super::postings::Postings;
use super::term_info::{PostingSections, TermInfo};

/// Finds the lengths of the fields with one of several terms. An index that is read as a whole
/// needs none of them, and this then takes no space.
#[derive(Debug)]
pub(crate) struct LengthsOfTerms<'a> {
    #[cfg(feature = "parts")]
    postings: Option<Postings<'a>>,
    #[cfg(not(feature = "parts"))]
    sections: std::marker::PhantomData<&'a ()>,
}

impl<'a> LengthsOfTerms<'a> {
    /// Reads the list of the first of these terms whose list has lengths.
    #[cfg(feature = "parts")]
    pub(crate) fn new(
        sections: &PostingSections<'a>,
        mut terms: impl Iterator<Item = TermInfo>,
    ) -> Self {
        let first = terms.find(|info| info.has_lengths(sections));
        Self { postings: first.map(|info| Postings::new(sections, info)) }
    }

    /// Reads nothing.
    #[cfg(not(feature = "parts"))]
    pub(crate) fn new(_: &PostingSections<'a>, _: impl Iterator<Item = TermInfo>) -> Self {
        Self { sections: std::marker::PhantomData }
    }

    /// Returns the lengths of a document that contains all of the terms. Documents must come in
    /// order.
    #[cfg(feature = "parts")]
    pub(crate) fn of(&mut self, document: u32) -> ListedLengths {
        let Some(postings) = &mut self.postings else { return ListedLengths::default() };
        let frequencies = match postings.seek(document) {
            Some(found) if found == document => postings.frequencies(),
            _ => Frequencies::default(),
        };
        postings.listed_lengths(frequencies)
    }

    /// Returns no lengths.
    #[cfg(not(feature = "parts"))]
    pub(crate) fn of(&mut self, _document: u32) -> ListedLengths {
        ListedLengths::default()
    }
}
