//! Who and what is named: of a view's results, of an article, of what is being typed.

use super::facet::Facet;
use super::library::Library;
use super::results::Results;
use super::text::find;
use cuttings_edition::{EntityId, EntityKind, ItemId, TextSpan};
use cuttings_search::ValueId;
use std::cmp::Reverse;
use std::ops::Range;

/// An entity, and in how many items it is named of those that are looked at. In the order in which lists have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// What it is.
    pub kind: EntityKind,
    /// In how many items it is named, turned round so that the most come first.
    pub count: Reverse<u32>,
    /// Which of its kind.
    pub value: ValueId,
}

impl Counted {
    /// Which entity.
    pub fn entity(&self) -> EntityId {
        EntityId { kind: self.kind, value: self.value }
    }
}

impl Facet {
    /// The facet whose values are the entities of a kind.
    pub fn of_kind(kind: EntityKind) -> Facet {
        match kind {
            EntityKind::Person => Facet::Person,
            EntityKind::Place => Facet::Place,
            EntityKind::Organisation => Facet::Organisation,
            EntityKind::Weapon => Facet::Weapon,
        }
    }

    /// The kind of entity that its values are, if they are any.
    pub fn kind(self) -> Option<EntityKind> {
        EntityKind::ALL.into_iter().find(|kind| Facet::of_kind(*kind) == self)
    }
}

/// Whom and what an item names, each once, by kind, those in most items first.
#[inline(never)] // one copy of it, wherever it is asked
pub fn named_in(library: &Library, item: ItemId) -> Vec<EntityId> {
    library.entities_in(item).collect()
}

/// The entities that results name, by kind, those in most of them first, then as the index has them.
pub fn named_in_results(library: &Library, results: &Results) -> Vec<Counted> {
    let mut counts: Vec<Vec<u32>> = Vec::new();
    for &item in results.items.iter() {
        for EntityId { kind, value } in named_in(library, item) {
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
    let mut named: Vec<Counted> = Vec::new();
    for (kind, counts) in EntityKind::ALL.into_iter().zip(&counts) {
        for (value, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            named.push(Counted { kind, count: Reverse(count), value: ValueId(value as u32) });
        }
    }
    named.sort_unstable();
    named
}

/// The places in results where an entity is named, by item, in seed order.
pub fn places(library: &Library, results: &Results, entity: EntityId) -> Vec<(ItemId, Vec<TextSpan>)> {
    let mut places: Vec<(ItemId, Vec<TextSpan>)> = Vec::new();
    for (item, span) in library.mentions_of(entity) {
        match places.last_mut() {
            Some((last, spans)) if *last == item => spans.push(span),
            _ if results.items.contains(&item) => places.push((item, vec![span])),
            _ => {}
        }
    }
    places
}

/// The sentence of a text in which something stands, and where in it.
pub fn sentence_around(text: &'static str, range: &Range<usize>) -> (&'static str, Range<usize>) {
    let sentences = cuttings_search::sentences(text);
    let sentence =
        sentences.into_iter().find(|sentence| sentence.start <= range.start && range.start < sentence.end);
    let sentence = sentence.unwrap_or(0..text.len());
    let within = range.start.saturating_sub(sentence.start)..range.end.saturating_sub(sentence.start);
    (text.get(sentence).unwrap_or(text), within)
}

/// How many values of a facet are looked at for what is being typed: the most frequent, so that no edition is too large.
const LOOKED_AT: usize = 2000;

/// The entities with a word in their name that begins with what is typed, those in most items first; a few at most.
pub fn offers(library: &Library, typed: &str) -> Vec<EntityId> {
    let typed = cuttings_search::fold(typed.trim());
    let within = [" ", &typed].concat();
    let mut offers = Vec::new();
    for kind in EntityKind::ALL {
        let Some(facet) = library.index().facet(kind.facet()).filter(|_| typed.len() > 1) else { continue };
        let mut found = 0;
        for value in (0..facet.len().min(LOOKED_AT) as u32).map(ValueId) {
            let name = cuttings_search::fold(facet.label(value));
            if found < 2 && (name.starts_with(&*typed) || find(&name, &within).is_some()) {
                found += 1;
                offers.push((Reverse(facet.count(value)), EntityId { kind, value }));
            }
        }
    }
    offers.sort_unstable();
    offers.truncate(3);
    offers.into_iter().map(|(_, entity)| entity).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    fn named(library: &Library, entities: &[EntityId]) -> Vec<&'static str> {
        entities.iter().filter_map(|&entity| Some(library.entity(entity)?.name)).collect()
    }

    #[track_caller]
    fn check(search: &str, kind: EntityKind, expected: &[(&str, u32)]) {
        let library = fixture::library();
        let results = Results::of(&library, library.route("", search).view().unwrap(), library.len());
        let found = named_in_results(&library, &results);
        let of_kind = found.iter().filter(|named| named.kind == kind);
        let found: Vec<(&str, u32)> =
            of_kind.map(|named| (library.entity(named.entity()).unwrap().name, named.count.0)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn names_are_counted_among_the_results() {
        check("", EntityKind::Person, &[("Ada Berg", 2)]);
        check("section=Weather", EntityKind::Person, &[("Ada Berg", 1)]);
        check("section=Elections", EntityKind::Person, &[]);
        check("q=norden", EntityKind::Place, &[("Norden", 1)]);
    }

    #[test]
    fn what_is_typed_is_taken_for_a_name_first() {
        let library = fixture::library();
        let offered = |typed: &str| named(&library, &offers(&library, typed));
        assert_eq!(offered("berg"), ["Ada Berg"]);
        assert_eq!(offered(" ADA B"), ["Ada Berg"]);
        assert_eq!(offered("erg"), [""; 0]);
        assert_eq!(offered("a"), [""; 0]);
        assert_eq!(offered(""), [""; 0]);
    }

    #[test]
    fn a_name_stands_in_a_sentence() {
        let text = "One stood. Then Ada Berg spoke. All listened.";
        assert_eq!(sentence_around(text, &(16..24)), ("Then Ada Berg spoke.", 5..13));
        assert_eq!(sentence_around("Ada", &(0..3)), ("Ada", 0..3));
        assert_eq!(sentence_around("", &(0..3)).0, "");
    }
}
