//! The connections of items: the stories that several tell, the passages that articles reuse of
//! earlier ones, and the links to them.

use crate::edition::Edition;
use crate::id::{ItemId, StoryId, TextId};
use crate::item::Item;
use crate::layout::{ListReader, Section};
use crate::text_span::{RangeReader, TextRange, TextSpan};

/// A story: the items that tell of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The identity.
    pub id: StoryId,
    /// The items: two and more. The earliest day comes first, and items without a day come last.
    /// Items of one day are in seed order.
    pub items: Vec<ItemId>,
}

/// A passage of an article that an earlier one has, word for word or nearly so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReusedPassage {
    /// Its place in the article that reuses it.
    pub range: TextRange,
    /// The article that has it first: that of the earlier day, or the one that comes first in seed
    /// order.
    pub source: ItemId,
    /// Its place there.
    pub source_range: TextRange,
}

impl<'a> Edition<'a> {
    /// Iterates over the stories. The one with the earliest item in seed order comes first.
    pub fn stories(&self) -> impl Iterator<Item = Story> {
        let count = ListReader::count(self.records.section(Section::Stories));
        (0..count as u32).filter_map(move |story| self.story(StoryId(story)))
    }

    /// Returns a story, or `None` if the edition has no such story.
    pub fn story(&self, id: StoryId) -> Option<Story> {
        let mut list = ListReader::new(self.records.section(Section::Stories), id.0 as usize);
        let items = std::iter::from_fn(|| (!list.is_at_end()).then(|| ItemId(list.number())));
        let items = items.take(self.len()).filter(|item| item.as_usize() < self.len()).collect();
        Some(Story { id, items }).filter(|story| !story.items.is_empty())
    }

    /// Returns the story that an item tells, or `None` if no other item tells it.
    ///
    /// In an edition in parts, this needs the part of the item's mentions. Whoever asks for many
    /// items needs less with [`stories_of_items`](Self::stories_of_items).
    pub fn story_of(&self, item: ItemId) -> Option<StoryId> {
        self.story_and_passages(item).0
    }

    /// Returns the story of each item, as [`story_of`](Self::story_of) does, from the lists of the
    /// stories. Keep it to fold results by story.
    pub fn stories_of_items(&self) -> Vec<Option<StoryId>> {
        let mut of_items = vec![None; self.len()];
        let stories = self.stories().flat_map(|story| {
            let Story { id, items } = story;
            items.into_iter().map(move |item| (item, id))
        });
        // No item is in two stories, unless the edition is damaged.
        for (item, story) in stories.take(self.len()) {
            if let Some(of_item) = of_items.get_mut(item.as_usize()) {
                *of_item = Some(story);
            }
        }
        of_items
    }

    /// Iterates over the passages of an article that earlier ones have, in reading order. Two of
    /// them may overlap.
    pub fn reused_passages(&self, item: ItemId) -> impl Iterator<Item = ReusedPassage> + use<'a> {
        let (_, mut list) = self.story_and_passages(item);
        let mut ranges = RangeReader::default();
        std::iter::from_fn(move || {
            if list.is_at_end() {
                return None;
            }
            Some(ReusedPassage {
                range: ranges.read(&mut list),
                source: ItemId(list.number()),
                source_range: TextRange::read_lone(&mut list),
            })
        })
    }

    /// Returns the parts of a range, one for each text that it covers. Code and tables within it
    /// are left out: passages are found in prose only.
    pub fn spans(&self, item: ItemId, range: &TextRange) -> Vec<TextSpan> {
        let (first, last) = (range.first.to_number(), range.last.to_number());
        let blocks = match self.item(item) {
            Some(Item::Article(article)) => Some(article.blocks()),
            _ => None,
        };
        // A title, a standfirst and the blocks.
        let texts = 2_u32.saturating_add(blocks.as_ref().map_or(0, |it| it.len() as u32));
        let span = |number: u32| {
            let text = TextId::from_number(number);
            let length = match text {
                TextId::Title | TextId::Standfirst => self.text(item, text).len(),
                TextId::Block(block) => {
                    let block = blocks.clone()?.nth(block as usize)?;
                    if block.is_prose() { block.text().len() } else { 0 }
                }
            };
            let start = if number == first { range.start } else { 0 };
            let end = if number == last { range.end.min(length) } else { length };
            (start < end).then_some(TextSpan { text, range: start..end })
        };
        (first..=last.min(texts)).filter_map(span).collect()
    }

    /// Iterates over the articles that link to an item, in seed order, each once.
    pub fn linked_from(&self, item: ItemId) -> impl Iterator<Item = ItemId> + use<'a> {
        let (mut list, count) = self.connections(item);
        (0..count).map_while(move |_| (!list.is_at_end()).then(|| ItemId(list.number())))
    }

    /// Returns the list of an item's connections after its first number, and that number: the
    /// number of articles that link to it, which follow.
    fn connections(&self, item: ItemId) -> (ListReader<'a>, u32) {
        let section = self.records.section(Section::Connections);
        let mut list = ListReader::new(section, item.as_usize());
        let count = list.number();
        (list, count)
    }

    /// Returns the story of an item, and the rest of its list: the reused passages.
    fn story_and_passages(&self, item: ItemId) -> (Option<StoryId>, ListReader<'a>) {
        let (mut list, count) = self.connections(item);
        for _ in 0..count {
            if list.is_at_end() {
                break;
            }
            list.number();
        }
        let story = list.number().checked_sub(1);
        (story.map(StoryId), list)
    }
}
