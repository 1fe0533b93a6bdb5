//! The numbers of trends: how often terms occur at each place, per words of the items there.
//!
//! A word or a phrase counts as often as the posting lists of the index say, a name as often as
//! items mention the entity. The lengths of items are in the index as well, so no text is read but
//! those in which a phrase may be.

use super::axis::Axis;
use super::terms::ComparedTerm;
use crate::messages::number;
use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::text::decimal;
use cuttings_edition::{EntityId, EntityKind, ItemId};
use cuttings_search::{FacetId, ValueId};

/// The occurrences of a term in the items of an edition: those with any, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TermCounts {
    items: Vec<(ItemId, u32)>,
    /// The unit of the numbers.
    pub(super) counted: Counted,
}

/// The unit in which a term is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Counted {
    /// The occurrences of its words.
    #[default]
    Words,
    /// The mentions of an entity.
    Mentions,
    /// The items with the value: a name whose mentions are in too many parts, or another facet.
    Items,
}

/// Counts the occurrences of a term in all items.
pub(super) fn term_counts(library: &Library, term: &ComparedTerm) -> TermCounts {
    let found = library.count_occurrences(&term.query());
    let occurrences = found.documents.into_iter();
    let occurrences = occurrences.map(|(document, count)| (ItemId(document.0), count));
    if found.has_words {
        let items = occurrences.filter(|(_, count)| *count > 0).collect();
        return TermCounts { items, counted: Counted::Words };
    }
    let entities: Vec<EntityId> = found.values.into_iter().filter_map(entity_of).collect();
    let counted = if entities.is_empty() || library.is_in_parts() {
        Counted::Items
    } else {
        Counted::Mentions
    };
    let mentions = |item| {
        let mentions = library.mentions(item);
        let mentions = mentions.filter(|mention| entities.contains(&mention.entity));
        // An item that damaged bytes give no mentions has the name nevertheless.
        (mentions.count() as u32).max(1)
    };
    let count = |(item, _)| (item, if counted == Counted::Items { 1 } else { mentions(item) });
    TermCounts { items: occurrences.map(count).collect(), counted }
}

/// Returns the entity that a value of a facet stands for, if it is one.
fn entity_of((facet, value): (FacetId, ValueId)) -> Option<EntityId> {
    let kind = EntityKind::ALL.into_iter().find(|kind| kind.facet() == facet)?;
    Some(EntityId { kind, value })
}

/// The highest rate, in hundredths: two occurrences in each word, which only damaged bytes give.
const MAX_RATE: u64 = 2_000_000;

/// The occurrences of terms among the results, by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rates {
    /// The number of words of the items at each place.
    pub(super) words: Vec<u64>,
    /// For each term, its occurrences at each place.
    pub(super) occurrences: Vec<Vec<u64>>,
}

impl Rates {
    /// Counts among results. `lengths` has the number of words of each item.
    pub(super) fn new(
        library: &Library,
        axis: &Axis,
        results: &Results,
        terms: &[TermCounts],
        lengths: &[u32],
    ) -> Rates {
        let add = |counts: &mut Vec<u64>, item, amount: u32| {
            axis.places_of(library, item, |place| {
                if let Some(count) = counts.get_mut(place) {
                    *count += u64::from(amount);
                }
            });
        };
        let mut words = vec![0; axis.len()];
        for item in results.items.iter() {
            add(&mut words, *item, lengths.get(item.as_usize()).copied().unwrap_or_default());
        }
        let is_result = results.membership();
        let of_term = |term: &TermCounts| {
            let mut occurrences = vec![0; axis.len()];
            let items = term.items.iter();
            for (item, count) in items.filter(|(it, _)| is_result.get(it.as_usize()) == Some(&true))
            {
                add(&mut occurrences, *item, *count);
            }
            occurrences
        };
        Rates { occurrences: terms.iter().map(of_term).collect(), words }
    }

    /// Returns the occurrences of a term at a place in 1,000,000 words, which are hundredths of
    /// those in 10,000. `None` if the items there have no words.
    pub(super) fn rate(&self, term: usize, place: usize) -> Option<u64> {
        let words = self.words.get(place).copied().filter(|words| *words > 0)?;
        let occurrences = self.occurrences.get(term)?.get(place)?;
        let rate = occurrences.saturating_mul(1_000_000).saturating_add(words / 2) / words;
        Some(rate.min(MAX_RATE))
    }

    /// Returns the place where a term has its highest rate, with that rate, if it occurs anywhere.
    pub(super) fn peak(&self, term: usize) -> Option<(usize, u64)> {
        let places = (0..self.words.len()).rev();
        let rates = places.filter_map(|place| Some((place, self.rate(term, place)?)));
        rates.max_by_key(|(_, rate)| *rate).filter(|(_, rate)| *rate > 0)
    }

    /// Returns the highest rate of all terms.
    pub(super) fn highest(&self) -> u64 {
        let peaks = (0..self.occurrences.len()).filter_map(|term| self.peak(term));
        peaks.map(|(_, rate)| rate).max().unwrap_or_default()
    }
}

/// Returns a rate of hundredths as text: "0.25", "3.4", "120".
pub(super) fn rate_text(hundredths: u64) -> String {
    let (whole, fraction) = match hundredths {
        ..100 => (0, hundredths % 100),
        100..9_995 => ((hundredths + 5) / 100, (hundredths + 5) % 100 / 10),
        _ => ((hundredths + 50) / 100, 0),
    };
    let whole = number(u32::try_from(whole).unwrap_or(u32::MAX));
    let digits = match (fraction, hundredths < 100) {
        (0, _) => return whole,
        (1..10, true) => ["0", &decimal(fraction)].concat(),
        (_, true) if fraction % 10 == 0 => decimal(fraction / 10),
        _ => decimal(fraction),
    };
    msg!("fraction", whole = &whole, digits = &digits)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::facet::Facet;
    use crate::store::view::View;

    /// Counts terms by section among the results of a query string: for each, its occurrences.
    fn by_section(library: &Library, search: &str, terms: &[&str]) -> (Vec<String>, Rates) {
        let view = View::default();
        let axis = Axis::of_facet(library, Facet::Section, &view);
        let counts =
            terms.iter().map(|term| term_counts(library, &ComparedTerm::parse(term).unwrap()));
        let counts: Vec<TermCounts> = counts.collect();
        let lengths = library.index().text_lengths();
        let results = fixture::results(library, search);
        let labels = (0..axis.len()).map(|place| axis.label(place)).collect();
        (labels, Rates::new(library, &axis, &results, &counts, &lengths))
    }

    #[test]
    fn occurrences_are_counted_by_hand() {
        let (labels, rates) =
            by_section(&fixture::dated(), "", &["ferry", "\"the ferry\"", "happened"]);
        // "Ferry to the north. The ferry is back." "Fähre nach Norden. Die Fähre ist zurück."
        // "A storm. The ferry stayed in." "Calm. Nothing happened." "Rain ahead"
        assert_eq!(labels, ["Weather", "Ferries"]);
        assert_eq!(rates.words, [6 + 3 + 2, 8 + 7]);
        assert_eq!(rates.occurrences, [[1, 2], [1, 1], [1, 0]]);
        assert_eq!(rates.rate(0, 0), Some(90_909));
        assert_eq!(rates.rate(0, 1), Some(133_333));
        assert_eq!((rates.peak(0), rates.peak(2)), (Some((1, 133_333)), Some((0, 90_909))));
        assert_eq!(rates.highest(), 133_333);
    }

    #[test]
    fn filters_limit_the_items_and_their_words() {
        let (_, rates) = by_section(&fixture::dated(), "q=storm", &["ferry", "calm"]);
        assert_eq!(rates.words, [6, 0]);
        assert_eq!(rates.occurrences, [[1, 0], [0, 0]]);
        assert_eq!((rates.rate(0, 1), rates.peak(1)), (None, None));
    }

    #[test]
    fn names_count_as_often_as_they_are_mentioned() {
        let library = fixture::mentions(3);
        let (_, rates) = by_section(&library, "", &["person:\"Ada Berg\"", "kind:article"]);
        let total = |term: usize| rates.occurrences[term].iter().sum::<u64>();
        assert_eq!((total(0), total(1)), (3, 2), "any other value counts once in an item");
    }

    #[test]
    fn counts_by_time_are_in_the_periods_of_their_items() {
        let library = fixture::dated();
        let axis = Axis::of_time(&library, &View::default()).unwrap();
        let counts = [term_counts(&library, &ComparedTerm::parse("ferry").unwrap())];
        let lengths = library.index().text_lengths();
        let results = fixture::results(&library, "");
        let rates = Rates::new(&library, &axis, &results, &counts, &lengths);
        assert_eq!((axis.len(), axis.label(0)), (12, "May 2023".to_owned()));
        assert_eq!((rates.words[0], rates.occurrences[0][0]), (8, 2));
        assert_eq!((rates.words.iter().sum::<u64>(), rates.words[11]), (15, 7));
        let mut view = View::default();
        axis.limit(0, &mut view);
        assert_eq!(view, *library.route("", "from=2023-05-01&to=2023-05-31").view().unwrap());
    }

    #[test]
    fn an_item_counts_for_each_of_its_tags() {
        let library = fixture::dated();
        let axis = Axis::of_facet(&library, Facet::Tag, &View::default());
        let counts = [term_counts(&library, &ComparedTerm::parse("ferry").unwrap())];
        let (lengths, results) = (library.index().text_lengths(), fixture::results(&library, ""));
        let rates = Rates::new(&library, &axis, &results, &counts, &lengths);
        assert_eq!([0, 1].map(|place| axis.label(place)), ["boats", "prices"]);
        assert_eq!((rates.words, rates.occurrences), (vec![15, 8], vec![vec![2, 2]]));
    }

    #[test]
    fn rates_have_few_digits() {
        let texts = [0, 1, 5, 25, 50, 100, 344, 345, 995, 9_994, 9_995, 123_456].map(rate_text);
        let expected =
            ["0", "0.01", "0.05", "0.25", "0.5", "1", "3.4", "3.5", "10", "99.9", "100", "1,235"];
        assert_eq!(texts, expected);
    }
}
