//! Who and what the items name: entities, and the places where they stand.
//!
//! An entity is a value of one of the index's facets, and has its name and the number of its items from there; that is why
//! filtering by it needs nothing more. The edition adds where in the text it stands.

use crate::layout::Part;
use crate::stream::Stream;
use crate::{Block, Edition, Item, ItemId, facet};
use cuttings_search::{DocId, FacetId, ValueId};
use std::ops::Range;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A country, a town, a river.
    Place,
    /// A ministry, a firm, an alliance, a team.
    Organisation,
    /// A weapon, a vehicle or another product with a name.
    Weapon,
}

impl EntityKind {
    /// All of them, in the order in which the page shows them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Weapon];

    /// The facet whose values are the entities of this kind.
    pub fn facet(self) -> FacetId {
        match self {
            Self::Person => facet::PERSON,
            Self::Place => facet::PLACE,
            Self::Organisation => facet::ORGANISATION,
            Self::Weapon => facet::WEAPON,
        }
    }

    /// Its name, as queries, links and the index spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Weapon => "weapon",
        }
    }
}

/// Which entity of an edition: its kind, and the value of that kind's facet, the one in most items first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId {
    /// What it is.
    pub kind: EntityKind,
    /// Which value of [`EntityKind::facet`].
    pub value: ValueId,
}

impl EntityId {
    /// One number for both.
    #[cfg(feature = "build")]
    pub(crate) fn code(self) -> u32 {
        self.value.0 * EntityKind::ALL.len() as u32 + self.kind as u32
    }

    pub(crate) fn from_code(code: u32) -> Self {
        let kinds = EntityKind::ALL.len() as u32;
        let kind = EntityKind::ALL.get((code % kinds) as usize).copied().unwrap_or(EntityKind::Person);
        Self { kind, value: ValueId(code / kinds) }
    }
}

/// Someone or something that items name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity<'a> {
    /// Which one.
    pub id: EntityId,
    /// The name it is listed under.
    pub name: &'a str,
    /// In how many items it is named.
    pub items: u32,
}

/// A text of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextId {
    /// Its headline.
    Title,
    /// The line under it.
    Standfirst,
    /// One of its [`blocks`](crate::Article::blocks), from 0.
    Block(u32),
}

impl TextId {
    #[cfg(feature = "build")]
    pub(crate) fn number(self) -> u32 {
        match self {
            Self::Title => 0,
            Self::Standfirst => 1,
            Self::Block(block) => block.saturating_add(2),
        }
    }

    pub(crate) fn from_number(number: u32) -> Self {
        match number {
            0 => Self::Title,
            1 => Self::Standfirst,
            _ => Self::Block(number - 2),
        }
    }
}

/// A place in an item's text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// In which of its texts.
    pub text: TextId,
    /// Which bytes of it. In an edition that was not damaged both ends stand between characters.
    pub range: Range<usize>,
}

/// A place where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Who or what.
    pub entity: EntityId,
    /// Where. Mentions do not overlap.
    pub spot: Spot,
}

/// Spots one after the other, as they are written: how many texts further on, then the start (from the last one's end, if it
/// is the same text), then the length.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SpotCoding {
    text: u32,
    end: usize,
}

impl SpotCoding {
    pub(crate) fn read(&mut self, stream: &mut Stream<'_>) -> Spot {
        let further = stream.number();
        if further > 0 {
            self.text = self.text.saturating_add(further);
            self.end = 0;
        }
        let start = self.end.saturating_add(stream.number() as usize);
        self.end = start.saturating_add(stream.number() as usize);
        Spot { text: TextId::from_number(self.text), range: start..self.end }
    }

    /// Writes a spot that stands behind the last one.
    #[cfg(feature = "build")]
    pub(crate) fn write(&mut self, spot: &Spot, runs: &mut crate::stream::Runs) {
        let text = spot.text.number();
        runs.number(text - self.text);
        if text > self.text {
            self.end = 0;
        }
        runs.number((spot.range.start - self.end) as u32);
        runs.number(spot.range.len() as u32);
        (self.text, self.end) = (text, spot.range.end);
    }
}

impl<'a> Edition<'a> {
    /// The entities of a kind, those in most items first.
    pub fn entities(&self, kind: EntityKind) -> impl Iterator<Item = Entity<'a>> {
        let facet = self.index().facet(kind.facet());
        facet.into_iter().flat_map(move |facet| {
            facet.values().map(move |(value, name)| Entity {
                id: EntityId { kind, value },
                name,
                items: facet.count(value),
            })
        })
    }

    /// The entity with this identity; `None` if there is none such.
    pub fn entity(&self, id: EntityId) -> Option<Entity<'a>> {
        let facet = self.index().facet(id.kind.facet())?;
        let is_there = (id.value.0 as usize) < facet.len();
        is_there.then(|| Entity { id, name: facet.label(id.value), items: facet.count(id.value) })
    }

    /// The entity of this kind and name; `None` if there is none such.
    pub fn entity_named(&self, kind: EntityKind, name: &str) -> Option<EntityId> {
        let value = self.index().facet(kind.facet())?.value_labelled(name)?;
        Some(EntityId { kind, value })
    }

    /// Whom and what an item names, each once, by kind, those in most items first.
    pub fn named_in(&self, item: ItemId) -> impl Iterator<Item = EntityId> {
        EntityKind::ALL.into_iter().flat_map(move |kind| {
            let facet = self.index().facet(kind.facet()).filter(|_| item.as_usize() < self.len());
            facet
                .into_iter()
                .flat_map(move |facet| facet.values_of(DocId(item.0)))
                .map(move |value| EntityId { kind, value })
        })
    }

    /// The names in an item, in reading order.
    pub fn mentions(&self, item: ItemId) -> impl Iterator<Item = Mention> + use<'a> {
        let mut stream = Stream::of_item(self.records.part(Part::Mentions), item.as_usize());
        let mut coding = SpotCoding::default();
        std::iter::from_fn(move || {
            if stream.is_at_end() {
                return None;
            }
            let spot = coding.read(&mut stream);
            Some(Mention { entity: EntityId::from_code(stream.number()), spot })
        })
    }

    /// All the places where an entity is named, in seed order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = (ItemId, Spot)> {
        let facet = self.index().facet(entity.kind.facet());
        (0..self.len() as u32)
            .filter(move |item| {
                facet.is_some_and(|facet| facet.values_of(DocId(*item)).any(|value| value == entity.value))
            })
            .flat_map(move |item| {
                let here = self.mentions(ItemId(item)).filter(move |mention| mention.entity == entity);
                here.map(move |mention| (ItemId(item), mention.spot))
            })
    }

    /// The ways in which an entity's name is written, in the order in which they are met, each once.
    pub fn spellings(&self, entity: EntityId) -> Vec<&'a str> {
        let mut spellings = Vec::new();
        for (item, spot) in self.mentions_of(entity) {
            let spelling = self.text_at(item, &spot);
            if !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        spellings
    }

    /// Those that stand in one item with an entity, with the number of such items; the most frequent first.
    pub fn named_with(&self, entity: EntityId) -> Vec<(EntityId, u32)> {
        let mut counts: Vec<(EntityId, u32)> = Vec::new();
        for item in (0..self.len() as u32).map(ItemId) {
            if !self.named_in(item).any(|other| other == entity) {
                continue;
            }
            for other in self.named_in(item).filter(|other| *other != entity) {
                match counts.iter_mut().find(|(counted, _)| *counted == other) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((other, 1)),
                }
            }
        }
        counts.sort_unstable_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
        counts
    }

    /// A text of an item; empty if there is none such.
    pub fn text(&self, item: ItemId, text: TextId) -> &'a str {
        let Some(item) = self.item(item) else { return "" };
        match (text, item) {
            (TextId::Title, item) => item.title(),
            (TextId::Standfirst, Item::Article(article)) => article.standfirst().unwrap_or_default(),
            (TextId::Block(block), Item::Article(article)) => {
                article.blocks().nth(block as usize).as_ref().map(Block::text).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The text at a place; empty if there is none such.
    pub fn text_at(&self, item: ItemId, spot: &Spot) -> &'a str {
        self.text(item, spot.text).get(spot.range.clone()).unwrap_or_default()
    }
}
