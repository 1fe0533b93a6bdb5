//! The people, places, organisations and weapons that items mention.
//!
//! An entity is a value of one of the index's facets, which has its name and its number of items,
//! so that filtering by an entity needs nothing else. The edition adds the spans of its mentions.

use crate::edition::Edition;
use crate::id::{EntityId, EntityKind, ItemId};
use crate::layout::{ListReader, Section};
use crate::text_span::{SpanReader, TextSpan};
use cuttings_search::DocId;
use std::cmp::Reverse;

/// A person, place, organisation or weapon that items mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity<'a> {
    /// The identity.
    pub id: EntityId,
    /// The name that lists show.
    pub name: &'a str,
    /// The number of items that mention the entity.
    pub item_count: u32,
}

/// A mention of an entity in an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entity.
    pub entity: EntityId,
    /// The name as the text spells it. Mentions do not overlap.
    pub span: TextSpan,
}

impl<'a> Edition<'a> {
    /// Iterates over the entities of a kind. Those in most items come first.
    pub fn entities(&self, kind: EntityKind) -> impl Iterator<Item = Entity<'a>> {
        let facet = self.index().facet(kind.facet());
        facet.into_iter().flat_map(move |facet| {
            facet.values().map(move |(value, name)| Entity {
                id: EntityId { kind, value },
                name,
                item_count: facet.count(value),
            })
        })
    }

    /// Returns an entity, or `None` if the edition has no such entity.
    pub fn entity(&self, id: EntityId) -> Option<Entity<'a>> {
        let facet = self.index().facet(id.kind.facet())?;
        let exists = (id.value.0 as usize) < facet.len();
        exists.then(|| Entity {
            id,
            name: facet.label(id.value),
            item_count: facet.count(id.value),
        })
    }

    /// Returns the entity with this kind and name, or `None` if the edition has no such entity.
    pub fn find_entity(&self, kind: EntityKind, name: &str) -> Option<EntityId> {
        let value = self.index().facet(kind.facet())?.value_labelled(name)?;
        Some(EntityId { kind, value })
    }

    /// Iterates over the entities that an item mentions, each once, by kind. Those in most items
    /// come first.
    pub fn entities_in(&self, item: ItemId) -> impl Iterator<Item = EntityId> {
        EntityKind::ALL.into_iter().flat_map(move |kind| {
            let facet = self.index().facet(kind.facet()).filter(|_| item.as_usize() < self.len());
            facet
                .into_iter()
                .flat_map(move |facet| facet.values_of(DocId(item.0)))
                .map(move |value| EntityId { kind, value })
        })
    }

    /// Counts for each other entity the items that mention both. Those in most items come first.
    pub fn mentioned_with(&self, entity: EntityId) -> Vec<(EntityId, u32)> {
        let mut counts: Vec<(EntityId, u32)> = Vec::new();
        for item in (0..self.len() as u32).map(ItemId) {
            if !self.entities_in(item).any(|other| other == entity) {
                continue;
            }
            for other in self.entities_in(item).filter(|other| *other != entity) {
                match counts.iter_mut().find(|(counted, _)| *counted == other) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((other, 1)),
                }
            }
        }
        counts.sort_unstable_by_key(|(other, count)| (Reverse(*count), *other));
        counts
    }

    /// Iterates over the mentions in an item, in reading order.
    pub fn mentions(&self, item: ItemId) -> impl Iterator<Item = Mention> + use<'a> {
        let mut list = ListReader::new(self.records.section(Section::Mentions), item.as_usize());
        let mut spans = SpanReader::default();
        std::iter::from_fn(move || {
            if list.is_at_end() {
                return None;
            }
            let span = spans.read(&mut list);
            Some(Mention { entity: EntityId::from_number(list.number()), span })
        })
    }

    /// Iterates over all mentions of an entity, in seed order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = (ItemId, TextSpan)> {
        let facet = self.index().facet(entity.kind.facet());
        (0..self.len() as u32)
            .filter(move |item| {
                facet.is_some_and(|facet| {
                    facet.values_of(DocId(*item)).any(|value| value == entity.value)
                })
            })
            .flat_map(move |item| {
                let mentions =
                    self.mentions(ItemId(item)).filter(move |mention| mention.entity == entity);
                mentions.map(move |mention| (ItemId(item), mention.span))
            })
    }

    /// Returns the spellings of an entity's name, each once, in the order of their first mention.
    pub fn spellings(&self, entity: EntityId) -> Vec<&'a str> {
        let mut spellings = Vec::new();
        for (item, span) in self.mentions_of(entity) {
            let spelling = self.text_at(item, &span);
            if !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        spellings
    }
}
