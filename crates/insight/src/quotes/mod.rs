//! Quotes: finds words in quotation marks, and attributes them to their speakers.

mod attribution;
mod marks;
mod quote;
mod speaker;
mod speech;

use crate::document::Document;
use crate::names::Names;
use crate::packed::{PackedDocument, tokenize_all};
pub use quote::{Attribution, Quote, Speaker};
use rayon::prelude::*;

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
    quotes_of(&tokenize_all(documents), names)
}

/// Does the same as [`quotes`] for documents that are tokenized.
pub(crate) fn quotes_of(documents: &[PackedDocument<'_>], names: &Names) -> Vec<Vec<Quote>> {
    let none = Vec::new();
    documents
        .par_iter()
        .enumerate()
        .map(|(document_index, document)| {
            let mentions = names.mentions.get(document_index).unwrap_or(&none);
            attribution::attribute(&document.open(), names, mentions)
        })
        .collect()
}
