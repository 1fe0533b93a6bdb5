//! What else was read out of the texts: quotes, figures, summaries, related articles. All of it points into the text.

use crate::layout::Part;
use crate::names::SpotCoding;
use crate::stream::Stream;
use crate::{Edition, EntityId, ItemId, Spot};

/// Words that someone said, or that quotation marks set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words without their marks; several pieces where the speaker is named in between, or paragraphs go on.
    pub pieces: Vec<Spot>,
    /// Who said them.
    pub speaker: Speaker,
    /// Whether the marks only set a word or two apart, or name a work, rather than say what someone said.
    pub is_apart: bool,
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Someone whom the item names.
    Entity(EntityId),
    /// Someone it only describes, in the words at this place ("one analyst").
    Described(Spot),
    /// It does not say.
    Unknown,
}

/// A unit, or a kind of thing counted: its place among all, the one with most figures first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

/// A unit with its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit<'a> {
    /// Which one.
    pub id: UnitId,
    /// What it is called: "%", "$", "kilometers", "drones".
    pub name: &'a str,
    /// How many figures have it.
    pub figures: u32,
}

/// A number with its unit in an item's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// In which item.
    pub item: ItemId,
    /// Where, from words like "up to" to the unit.
    pub spot: Spot,
}

/// An article that goes with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Which one.
    pub item: ItemId,
    /// Whom and what both name, the most telling first.
    pub entities: Vec<EntityId>,
    /// Where the first article has words that tell of both, if it takes more reasons than the names.
    pub words: Vec<Spot>,
}

/// The lowest bits of a quote's first number: who is named as the speaker.
#[cfg(feature = "build")]
pub(crate) const BY_NOBODY: u32 = 0;
pub(crate) const BY_ENTITY: u32 = 1;
pub(crate) const BY_DESCRIPTION: u32 = 2;
/// The bit for words that are only set apart; above it stands how many pieces there are besides the first.
pub(crate) const APART: u32 = 4;
pub(crate) const PIECES: u32 = 3;

/// A spot that follows no other.
fn lone_spot(stream: &mut Stream<'_>) -> Spot {
    SpotCoding::default().read(stream)
}

impl<'a> Edition<'a> {
    /// The quotes in an item, in reading order.
    pub fn quotes(&self, item: ItemId) -> impl Iterator<Item = Quote> + use<'a> {
        let mut stream = Stream::of_item(self.records.part(Part::Quotes), item.as_usize());
        let mut coding = SpotCoding::default();
        std::iter::from_fn(move || {
            if stream.is_at_end() {
                return None;
            }
            let head = stream.number();
            let mut pieces = vec![coding.read(&mut stream)];
            for _ in 0..head >> PIECES {
                if stream.is_at_end() {
                    break;
                }
                pieces.push(coding.read(&mut stream));
            }
            let speaker = match head & (APART - 1) {
                BY_ENTITY => Speaker::Entity(EntityId::from_code(stream.number())),
                BY_DESCRIPTION => Speaker::Described(lone_spot(&mut stream)),
                _ => Speaker::Unknown,
            };
            Some(Quote { pieces, speaker, is_apart: head & APART != 0 })
        })
    }

    /// What someone said, in seed order; words that are only set apart are left out.
    pub fn quotes_by(&self, speaker: EntityId) -> impl Iterator<Item = (ItemId, Quote)> {
        (0..self.len() as u32).map(ItemId).flat_map(move |item| {
            self.quotes(item)
                .filter(move |quote| !quote.is_apart && quote.speaker == Speaker::Entity(speaker))
                .map(move |quote| (item, quote))
        })
    }

    /// Those who are quoted, with how often; the most quoted first.
    pub fn speakers(&self) -> Vec<(EntityId, u32)> {
        let mut counts: Vec<(EntityId, u32)> = Vec::new();
        for quote in (0..self.len() as u32)
            .flat_map(|item| self.quotes(ItemId(item)))
            .filter(|quote| !quote.is_apart)
        {
            let Speaker::Entity(speaker) = quote.speaker else { continue };
            match counts.iter_mut().find(|(counted, _)| *counted == speaker) {
                Some((_, count)) => *count += 1,
                None => counts.push((speaker, 1)),
            }
        }
        counts.sort_unstable_by_key(|(speaker, count)| (std::cmp::Reverse(*count), *speaker));
        counts
    }

    /// The units of figures, those with most figures first.
    pub fn units(&self) -> impl Iterator<Item = Unit<'a>> {
        let count = Stream::count(self.records.part(Part::Figures));
        (0..count as u32).map(move |unit| {
            let id = UnitId(unit);
            let (_, start, length) = self.unit(id);
            Unit {
                id,
                name: self.records.text_at(start, length),
                figures: self.figures(id).count() as u32,
            }
        })
    }

    /// The figures of a unit, from the smallest to the largest.
    pub fn figures(&self, unit: UnitId) -> impl Iterator<Item = Figure> + use<'a> {
        let (mut stream, ..) = self.unit(unit);
        std::iter::from_fn(move || {
            if stream.is_at_end() {
                return None;
            }
            Some(Figure { item: ItemId(stream.number()), spot: lone_spot(&mut stream) })
        })
    }

    /// A unit's figures, and where its name stands in the text.
    fn unit(&self, unit: UnitId) -> (Stream<'a>, u32, u32) {
        let mut stream = Stream::of_item(self.records.part(Part::Figures), unit.0 as usize);
        let (start, length) = (stream.number(), stream.number());
        (stream, start, length)
    }

    /// The two sentences that stand best for an item, in reading order; fewer, or none, if it has not so many.
    pub fn summary(&self, item: ItemId) -> Vec<Spot> {
        self.notes(item).0
    }

    /// The articles that go with an item, the closest first.
    pub fn related(&self, item: ItemId) -> Vec<Related> {
        let mut stream = self.notes(item).1;
        let mut related = Vec::new();
        while !stream.is_at_end() {
            let item = ItemId(stream.number());
            let entities = stream.several(|stream| EntityId::from_code(stream.number()));
            let words = stream.several(lone_spot);
            related.push(Related { item, entities, words });
        }
        related
    }

    /// The summary of an item, and the numbers behind it.
    fn notes(&self, item: ItemId) -> (Vec<Spot>, Stream<'a>) {
        let mut stream = Stream::of_item(self.records.part(Part::Notes), item.as_usize());
        let mut coding = SpotCoding::default();
        (stream.several(|stream| coding.read(stream)), stream)
    }

    /// The whole sentence around a place, in its text.
    pub fn sentence(&self, item: ItemId, spot: &Spot) -> Spot {
        let text = self.text(item, spot.text);
        let sentences = cuttings_search::sentences(text);
        let around = sentences.into_iter().find(|range| spot.range.start < range.end);
        Spot { text: spot.text, range: around.unwrap_or(0..text.len()) }
    }
}

/// The number that says who is named as the speaker of a quote of so many pieces.
#[cfg(feature = "build")]
pub(crate) fn head(by: u32, is_apart: bool, pieces: usize) -> u32 {
    by | if is_apart { APART } else { 0 } | ((pieces.max(1) - 1) as u32) << PIECES
}

/// Writes a spot that follows no other.
#[cfg(feature = "build")]
pub(crate) fn write_lone_spot(spot: &Spot, runs: &mut crate::stream::Runs) {
    SpotCoding::default().write(spot, runs);
}
