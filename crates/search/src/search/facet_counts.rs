//! Filters, and how many documents each value would leave.

use super::Filter;
use crate::document::{FacetId, ValueId};
use crate::index::Index;
use crate::search::bit_set::Bits;

/// The documents that have one of the values.
pub(super) fn having(index: &Index<'_>, facet: FacetId, values: &[ValueId]) -> Bits {
    let mut found = Bits::none(index.len());
    let Some(facet) = index.facet(facet) else { return found };
    let mut wanted = vec![false; facet.len()];
    for value in values {
        if let Some(wanted) = wanted.get_mut(value.0 as usize) {
            *wanted = true;
        }
    }
    for document in 0..index.len() {
        if facet.of(crate::DocId(document)).any(|value| wanted.get(value.0 as usize) == Some(&true))
        {
            found.insert(document);
        }
    }
    found
}

/// Applies filters to the documents of a query: how many are left, the counts of every facet, and which are left.
pub(super) fn apply(
    index: &Index<'_>,
    matched: &Bits,
    filters: &[Filter],
) -> (u32, Vec<Vec<u32>>, Bits) {
    let filters: Vec<(FacetId, Bits)> = filters
        .iter()
        .filter(|filter| !filter.values.is_empty() && index.facet(filter.facet).is_some())
        .map(|filter| (filter.facet, having(index, filter.facet, &filter.values)))
        .collect();
    let mut left = matched.clone();
    filters.iter().for_each(|(_, having)| left.keep(having));
    let total = left.count();
    let counts = index
        .facets()
        .map(|(id, facet)| {
            if filters.iter().all(|(filtered, _)| *filtered == id) && matched.count() == index.len()
            {
                return facet.values().map(|(value, _)| facet.count(value)).collect();
            }
            let mut counts = vec![0_u32; facet.len()];
            if filters.iter().any(|(filtered, _)| *filtered == id) {
                let mut others = matched.clone();
                filters
                    .iter()
                    .filter(|(filtered, _)| *filtered != id)
                    .for_each(|(_, having)| others.keep(having));
                facet.count_each(&others, &mut counts);
            } else {
                facet.count_each(&left, &mut counts);
            }
            counts
        })
        .collect();
    (total, counts, left)
}
