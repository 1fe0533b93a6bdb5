//! The summary of each item, and its related articles.

use crate::edition::Edition;
use crate::id::{EntityId, ItemId};
use crate::layout::{ListReader, Section};
use crate::text_span::{SpanReader, TextSpan};

/// An article related to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The related article.
    pub item: ItemId,
    /// The entities that both articles mention. The most telling come first.
    pub entities: Vec<EntityId>,
    /// Words of the first article that both share, if the entities are too few to explain the
    /// relation.
    pub words: Vec<TextSpan>,
}

impl<'a> Edition<'a> {
    /// Returns the two sentences that summarise an item, in reading order; fewer if the item is too
    /// short.
    pub fn summary(&self, item: ItemId) -> Vec<TextSpan> {
        self.summary_and_rest(item).0
    }

    /// Returns the articles related to an item. The closest come first.
    pub fn related(&self, item: ItemId) -> Vec<Related> {
        let (_, mut list) = self.summary_and_rest(item);
        let mut related = Vec::new();
        while !list.is_at_end() {
            let item = ItemId(list.number());
            let entities = list.counted(|list| EntityId::from_number(list.number()));
            let words = list.counted(TextSpan::read_lone);
            related.push(Related { item, entities, words });
        }
        related
    }

    /// Returns the summary of an item, and the rest of its list: the related articles.
    fn summary_and_rest(&self, item: ItemId) -> (Vec<TextSpan>, ListReader<'a>) {
        let mut list = ListReader::new(self.records.section(Section::Related), item.as_usize());
        let mut spans = SpanReader::default();
        (list.counted(|list| spans.read(list)), list)
    }
}
