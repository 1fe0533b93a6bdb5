//! Quotes: finds words in quotation marks and behind the dashes of dialogue, and attributes them to
//! their speakers.

mod attribution;
mod dialogue;
mod marks;
mod quote;
mod speaker;
mod speech;
mod verbs;

use crate::document::Document;
use crate::hash::FastMap;
use crate::names::{EntityId, Names};
use crate::packed::{LazyDocument, LazyDocuments};
use cuttings_memory::{Memory, remembered};
pub use quote::{Attribution, Quote, Speaker};

/// Finds the quotes of each document, in reading order.
///
/// ```
/// use cuttings_insight::{Document, Passage, Role, Settings, Speaker, names, quotes};
///
/// let text = "President Ada Okonkwo left. “We will wait,” she said. “It is late.”";
/// let passages = vec![Passage::new(Role::Paragraph, text)];
/// let documents = [Document { passages, ..Document::default() }];
/// let names = names(&documents, &Settings::default());
/// let quotes = &quotes(&documents, &names)[0];
/// assert_eq!(quotes[0].pieces.len(), 2);
/// let Speaker::Named(entity, _) = quotes[0].speaker else { panic!() };
/// assert_eq!(names.entities[entity.0 as usize].name, "Ada Okonkwo");
/// ```
pub fn quotes(documents: &[Document<'_>], names: &Names) -> Vec<Vec<Quote>> {
    LazyDocuments::new(&documents)
        .each(|index, document| document_quotes(index, document, names, None))
}

/// Finds the quotes in one document, given its index, or takes them from memory. They follow from
/// the document, its mentions and the kinds of its entities.
pub(crate) fn document_quotes(
    index: usize,
    document: LazyDocument<'_, '_>,
    names: &Names,
    memory: Option<&dyn Memory>,
) -> Vec<Quote> {
    let mentions = names.mentions.get(index).map_or(&[][..], Vec::as_slice);
    let compute = || attribution::attribute(&document.open(), names, mentions);
    if memory.is_none() {
        return compute();
    }
    // Another document may change the numbers of all entities, so these are numbered as they come.
    let mut entities: Vec<EntityId> = Vec::new();
    let mut numbers: FastMap<EntityId, EntityId> = FastMap::default();
    for mention in mentions {
        numbers.entry(mention.entity).or_insert_with(|| {
            entities.push(mention.entity);
            EntityId(entities.len() as u32 - 1)
        });
    }
    let input = || {
        let mut input = document.input("quotes");
        let kind = |id: &EntityId| names.entities.get(id.0 as usize).map(|entity| entity.kind);
        input.add_value(&entities.iter().map(kind).collect::<Vec<_>>());
        let places = mentions.iter().map(|it| (numbers.get(&it.entity), &it.span));
        input.add_value(&places.collect::<Vec<_>>());
        input
    };
    let quotes = remembered(memory, input, || {
        let number = |id: EntityId| numbers.get(&id).copied().unwrap_or(id);
        compute().into_iter().map(|quote| quote.renumbered(number)).collect::<Vec<_>>()
    });
    let id = |number: EntityId| entities.get(number.0 as usize).copied().unwrap_or(number);
    quotes.into_iter().map(|quote| quote.renumbered(id)).collect()
}
