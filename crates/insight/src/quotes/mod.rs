//! Quotes: finds words in quotation marks, and attributes them to their speakers.

mod attribution;
mod marks;
mod quote;
mod speaker;
mod speech;

use crate::document::Document;
use crate::names::Names;
use crate::packed::{open_each, tokenize_all};
use crate::tokenized::TokenizedDocument;
pub use quote::{Attribution, Quote, Speaker};

/// Finds the quotes of each document, in reading order.
///
/// ```
/// use cuttings_insight::{Document, Passage, Role, Settings, Speaker, names, quotes};
///
/// let text = "President Ada Okonkwo left. “We will wait,” she said. “It is late.”";
/// let documents = [Document { passages: vec![Passage::new(Role::Paragraph, text)] }];
/// let names = names(&documents, &Settings::default());
/// let quotes = &quotes(&documents, &names)[0];
/// assert_eq!(quotes[0].pieces.len(), 2);
/// let Speaker::Named(entity, _) = quotes[0].speaker else { panic!() };
/// assert_eq!(names.entities[entity.0 as usize].name, "Ada Okonkwo");
/// ```
pub fn quotes(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Quote>> {
    open_each(&tokenize_all(documents), |index, document| document_quotes(index, document, names))
}

/// Finds the quotes in one document, given its index.
pub(crate) fn document_quotes(
    index: usize,
    document: &TokenizedDocument<'_>,
    names: &Names,
) -> Vec<Quote> {
    let mentions = names.mentions.get(index).map_or(&[][..], Vec::as_slice);
    attribution::attribute(document, names, mentions)
}
