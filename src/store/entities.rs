//! The entities that items mention: people, places, organisations, weapons.

use super::library::Library;
use super::results::Results;
use super::text::find;
use cuttings_edition::{EntityId, EntityKind, ItemId, Mention, TextSpan};
use cuttings_search::{FIRST_VALUES, ValueId};
use std::cmp::Reverse;
use std::ops::Range;

/// An entity and the number of items that mention it. Sorts in the order of lists: by kind, then
/// the most mentioned first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityCount {
    /// The kind of entity.
    pub kind: EntityKind,
    /// The number of items.
    pub count: Reverse<u32>,
    /// The entity among those of its kind.
    pub value: ValueId,
}

impl EntityCount {
    /// The entity's id.
    pub fn entity(&self) -> EntityId {
        EntityId { kind: self.kind, value: self.value }
    }
}

/// Returns the entities that an item mentions, as far as they and their names have arrived.
pub fn known_entities_in(library: &Library, item: ItemId) -> Vec<EntityId> {
    #[cfg(feature = "parts")]
    {
        let facet = |kind: EntityKind| library.index().facet(kind.facet());
        let mut facets = EntityKind::ALL.into_iter().filter_map(facet);
        if !facets.all(|facet| facet.is_there()) {
            return Vec::new();
        }
        let has_name =
            |it: &EntityId| facet(it.kind).is_some_and(|facet| facet.has_label(it.value));
        library.entities_in(item).filter(has_name).collect()
    }
    #[cfg(not(feature = "parts"))]
    entities_in(library, item)
}

/// Returns the entities that an item mentions, by kind, the most frequent of the edition first.
#[inline(never)] // called in several places; one copy keeps the download small
pub fn entities_in(library: &Library, item: ItemId) -> Vec<EntityId> {
    library.entities_in(item).collect()
}

/// Counts the mentions of each entity in an item: by kind, the most mentioned first.
pub fn entities_by_mentions(library: &Library, item: ItemId) -> Vec<EntityCount> {
    let mut entities: Vec<EntityCount> = Vec::new();
    for Mention { entity, .. } in library.mentions(item) {
        match entities.iter_mut().find(|counted| counted.entity() == entity) {
            Some(counted) => counted.count.0 += 1,
            None => entities.push(EntityCount {
                kind: entity.kind,
                count: Reverse(1),
                value: entity.value,
            }),
        }
    }
    entities.sort_unstable();
    entities
}

/// Counts the entities that results mention, by kind, the most mentioned first.
pub fn count_entities(library: &Library, results: &Results) -> Vec<EntityCount> {
    let mut counts: Vec<Vec<u32>> = Vec::new();
    for &item in results.items.iter() {
        for EntityId { kind, value } in entities_in(library, item) {
            let (kind, value) = (kind as usize, value.0 as usize);
            if counts.len() <= kind {
                counts.resize(kind + 1, Vec::new());
            }
            let Some(counts) = counts.get_mut(kind) else { continue };
            if counts.len() <= value {
                counts.resize(value + 1, 0);
            }
            if let Some(count) = counts.get_mut(value) {
                *count += 1;
            }
        }
    }
    let mut entities: Vec<EntityCount> = Vec::new();
    for (kind, counts) in EntityKind::ALL.into_iter().zip(&counts) {
        for (value, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let value = ValueId(value as u32);
            entities.push(EntityCount { kind, count: Reverse(count), value });
        }
    }
    entities.sort_unstable();
    entities
}

/// Returns the mentions of an entity in results, in seed order.
pub fn mentions_in(
    library: &Library,
    results: &Results,
    entity: EntityId,
) -> Vec<(ItemId, TextSpan)> {
    let is_result = results.membership();
    let mut mentions = Vec::new();
    for (item, span) in library.mentions_of(entity) {
        if is_result.get(item.as_usize()) == Some(&true) {
            mentions.push((item, span));
        }
    }
    mentions
}

/// Returns the sentence of `text` that contains `range`, and the range within that sentence.
pub fn sentence_around(text: &'static str, range: &Range<usize>) -> (&'static str, Range<usize>) {
    let sentences = cuttings_search::sentences(text);
    let sentence = sentences
        .into_iter()
        .find(|sentence| sentence.start <= range.start && range.start < sentence.end);
    let sentence = sentence.unwrap_or(0..text.len());
    let within =
        range.start.saturating_sub(sentence.start)..range.end.saturating_sub(sentence.start);
    (text.get(sentence).unwrap_or(text), within)
}

/// The number of entities of a kind that suggestions consider, the most frequent first. It bounds
/// the time per keystroke in large editions.
const CONSIDERED: usize = 2000;

/// Returns the entities that have a word starting with the typed text, the most frequent first; at
/// most three.
pub fn suggested_entities(library: &Library, typed: &str) -> Vec<EntityId> {
    let typed = cuttings_search::fold(typed.trim());
    let later_word = [" ", &typed].concat();
    let mut suggestions = Vec::new();
    for kind in EntityKind::ALL {
        let Some(facet) = library.index().facet(kind.facet()).filter(|_| typed.len() > 1) else {
            continue;
        };
        let mut found = 0;
        // Typing fetches no names.
        let considered = if facet.has_all_labels() { CONSIDERED } else { FIRST_VALUES };
        for value in (0..facet.len().min(considered) as u32).map(ValueId) {
            let name = cuttings_search::fold(facet.label(value));
            if found < 2 && (name.starts_with(&*typed) || find(&name, &later_word).is_some()) {
                found += 1;
                suggestions.push((Reverse(facet.count(value)), EntityId { kind, value }));
            }
        }
    }
    suggestions.sort_unstable();
    suggestions.truncate(3);
    suggestions.into_iter().map(|(_, entity)| entity).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    fn names(library: &Library, entities: &[EntityId]) -> Vec<&'static str> {
        entities.iter().filter_map(|&entity| Some(library.entity(entity)?.name)).collect()
    }

    #[track_caller]
    fn check(search: &str, kind: EntityKind, expected: &[(&str, u32)]) {
        let library = fixture::library();
        let results =
            Results::search(&library, library.route("", search).view().unwrap(), library.len());
        let found = count_entities(&library, &results);
        let of_kind = found.iter().filter(|count| count.kind == kind);
        let found: Vec<(&str, u32)> = of_kind
            .map(|count| (library.entity(count.entity()).unwrap().name, count.count.0))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn entities_are_counted_in_the_results() {
        check("", EntityKind::Person, &[("Ada Berg", 2)]);
        check("section=Weather", EntityKind::Person, &[("Ada Berg", 1)]);
        check("section=Elections", EntityKind::Person, &[]);
        check("q=norden", EntityKind::Place, &[("Norden", 1)]);
    }

    #[test]
    fn the_most_mentioned_entity_of_an_item_comes_first() {
        let library = fixture::library();
        let item = library.article("fahre-nach-norden").unwrap().id();
        let found: Vec<(EntityKind, u32)> = entities_by_mentions(&library, item)
            .into_iter()
            .map(|count| (count.kind, count.count.0))
            .collect();
        let mentions = library.mentions(item).count() as u32;
        assert_eq!(found, [(EntityKind::Place, mentions)]);
        for article in library.articles() {
            let counts = entities_by_mentions(&library, article.id());
            assert!(counts.is_sorted());
            let total: u32 = counts.iter().map(|count| count.count.0).sum();
            assert_eq!(total as usize, library.mentions(article.id()).count());
        }
    }

    #[test]
    fn suggestions_match_the_start_of_a_word() {
        let library = fixture::library();
        let suggested = |typed: &str| names(&library, &suggested_entities(&library, typed));
        assert_eq!(suggested("berg"), ["Ada Berg"]);
        assert_eq!(suggested(" ADA B"), ["Ada Berg"]);
        assert_eq!(suggested("erg"), [""; 0]);
        assert_eq!(suggested("a"), [""; 0]);
        assert_eq!(suggested(""), [""; 0]);
    }

    #[test]
    fn sentence_around_returns_the_containing_sentence() {
        let text = "One stood. Then Ada Berg spoke. All listened.";
        assert_eq!(sentence_around(text, &(16..24)), ("Then Ada Berg spoke.", 5..13));
        assert_eq!(sentence_around("Ada", &(0..3)), ("Ada", 0..3));
        assert_eq!(sentence_around("", &(0..3)).0, "");
    }
}
