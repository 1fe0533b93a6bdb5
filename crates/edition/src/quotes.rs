//! The quotes in the items, with their speakers.

use crate::edition::Edition;
use crate::id::{EntityId, ItemId};
use crate::layout::{ListReader, Section, quote};
use crate::text_span::{SpanReader, TextSpan};
use std::cmp::Reverse;

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words without their marks. A quote has several pieces if the text names the speaker in
    /// between, or if it spans paragraphs.
    pub pieces: Vec<TextSpan>,
    /// The speaker.
    pub speaker: Speaker,
    /// True if the words are someone's speech; false for scare quotes and titles of works.
    pub is_speech: bool,
}

/// The speaker of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// An entity that the item mentions.
    Entity(EntityId),
    /// Someone whom the text describes without a name ("one analyst").
    Described(TextSpan),
    /// The text does not say.
    Unknown,
}

impl<'a> Edition<'a> {
    /// Iterates over the quotes in an item, in reading order.
    pub fn quotes(&self, item: ItemId) -> impl Iterator<Item = Quote> + use<'a> {
        let mut list = ListReader::new(self.records.section(Section::Quotes), item.as_usize());
        let mut spans = SpanReader::default();
        std::iter::from_fn(move || {
            if list.is_at_end() {
                return None;
            }
            let head = list.number();
            let mut pieces = vec![spans.read(&mut list)];
            for _ in 0..head >> quote::PIECES_SHIFT {
                if list.is_at_end() {
                    break;
                }
                pieces.push(spans.read(&mut list));
            }
            let speaker = match head & quote::SPEAKER_MASK {
                quote::ENTITY_SPEAKER => Speaker::Entity(EntityId::from_number(list.number())),
                quote::DESCRIBED_SPEAKER => Speaker::Described(TextSpan::read_lone(&mut list)),
                _ => Speaker::Unknown,
            };
            Some(Quote { pieces, speaker, is_speech: head & quote::NOT_SPEECH == 0 })
        })
    }

    /// Iterates over an entity's speech, in seed order.
    pub fn quotes_by(&self, speaker: EntityId) -> impl Iterator<Item = (ItemId, Quote)> {
        (0..self.len() as u32).map(ItemId).flat_map(move |item| {
            self.quotes(item)
                .filter(move |quote| quote.is_speech && quote.speaker == Speaker::Entity(speaker))
                .map(move |quote| (item, quote))
        })
    }

    /// Returns the entities who speak, with their numbers of quotes. The most quoted come first.
    pub fn speakers(&self) -> Vec<(EntityId, u32)> {
        let mut counts: Vec<(EntityId, u32)> = Vec::new();
        let quotes = (0..self.len() as u32).flat_map(|item| self.quotes(ItemId(item)));
        for quote in quotes.filter(|quote| quote.is_speech) {
            let Speaker::Entity(speaker) = quote.speaker else { continue };
            match counts.iter_mut().find(|(counted, _)| *counted == speaker) {
                Some((_, count)) => *count += 1,
                None => counts.push((speaker, 1)),
            }
        }
        counts.sort_unstable_by_key(|(speaker, count)| (Reverse(*count), *speaker));
        counts
    }
}
