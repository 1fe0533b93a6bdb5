//! Applies filters, and counts the documents with each facet value.

use super::bit_set::BitSet;
use super::request::Filter;
use crate::document::{DocId, FacetId, ValueId};
use crate::index::Index;

/// Returns the documents that have any of the values.
pub(super) fn with_values(index: &Index<'_>, facet: FacetId, values: &[ValueId]) -> BitSet {
    let mut documents = BitSet::empty(index.len());
    let Some(facet) = index.facet(facet) else { return documents };
    let mut is_selected = vec![false; facet.len()];
    for value in values {
        if let Some(is_selected) = is_selected.get_mut(value.0 as usize) {
            *is_selected = true;
        }
    }
    for document in 0..index.len() {
        let mut values = facet.values_of(DocId(document));
        if values.any(|value| is_selected.get(value.0 as usize) == Some(&true)) {
            documents.insert(document);
        }
    }
    documents
}

/// Applies filters to the documents that match a query. Returns the number of documents that pass,
/// the counts of every facet as [`Outcome::facets`](crate::Outcome::facets) describes them, and the
/// documents.
pub(super) fn apply(
    index: &Index<'_>,
    matching: &BitSet,
    filters: &[Filter],
) -> (u32, Vec<Vec<u32>>, BitSet) {
    let filters: Vec<(FacetId, BitSet)> = filters
        .iter()
        .filter(|filter| !filter.values.is_empty() && index.facet(filter.facet).is_some())
        .map(|filter| (filter.facet, with_values(index, filter.facet, &filter.values)))
        .collect();
    let mut passing = matching.clone();
    filters.iter().for_each(|(_, documents)| passing.intersect(documents));
    let total = passing.len();
    let counts = index
        .facets()
        .map(|(id, facet)| {
            let has_other_filters = filters.iter().any(|(filtered, _)| *filtered != id);
            if !has_other_filters && matching.len() == index.len() {
                return facet.values().map(|(value, _)| facet.count(value)).collect();
            }
            let mut counts = vec![0_u32; facet.len()];
            if filters.iter().any(|(filtered, _)| *filtered == id) {
                let mut passing_others = matching.clone();
                for (_, documents) in filters.iter().filter(|(filtered, _)| *filtered != id) {
                    passing_others.intersect(documents);
                }
                facet.add_counts(passing_others.iter(), &mut counts);
            } else {
                facet.add_counts(passing.iter(), &mut counts);
            }
            counts
        })
        .collect();
    (total, counts, passing)
}
