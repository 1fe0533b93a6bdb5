//! Quotes: words in quotation marks, and who said them.

mod attribution;
mod marks;
mod quote;
mod speaker;
mod speech;

use crate::document::{Document, Reading};
use crate::names::Names;
pub use quote::{Quote, Reason, Speaker};

/// The quotes of each document, in reading order.
///
/// ```
/// use cuttings_insight::{Document, Passage, Role, Settings, Speaker, names, quotes};
///
/// let text = "President Ada Okonkwo left. “We will wait,” she said. “It is late.”";
/// let documents = [Document { passages: vec![Passage { role: Role::Paragraph, text }] }];
/// let names = names(&documents, &Settings::default());
/// let quotes = &quotes(&documents, &names)[0];
/// assert_eq!(quotes[0].pieces.len(), 2);
/// let Speaker::Named(who, _) = quotes[0].speaker else { panic!() };
/// assert_eq!(names.entities[who.0 as usize].name, "Ada Okonkwo");
/// ```
pub fn quotes(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Quote>> {
    let none = Vec::new();
    documents
        .iter()
        .enumerate()
        .map(|(number, document)| {
            let mentions = names.mentions.get(number).unwrap_or(&none);
            attribution::attribute(&Reading::of(document), names, mentions)
        })
        .collect()
}
