//! Applies filters and ranges, and counts the documents with each facet value and in each bucket.

use super::bit_set::BitSet;
use super::request::{Histogram, KeyRange, Request};
use crate::document::{ColumnId, DocId, FacetId, ValueId};
use crate::index::{FIRST_VALUES, Index};

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
    let document_values = facet.document_values();
    for document in 0..index.len() {
        let mut values = document_values.of(DocId(document));
        if values.any(|value| is_selected.get(value.0 as usize) == Some(&true)) {
            documents.insert(document);
        }
    }
    documents
}

/// Returns the documents in a range.
pub(super) fn in_range(index: &Index<'_>, range: KeyRange) -> BitSet {
    let mut documents = BitSet::empty(index.len());
    let column = index.column(range.column);
    for document in 0..index.len() {
        let key = column.key(DocId(document));
        if key > 0 && range.from <= key && key <= range.to {
            documents.insert(document);
        }
    }
    documents
}

/// The documents that pass all filters and ranges, with their counts as
/// [`Outcome`](crate::Outcome) describes them.
pub(super) struct Filtered {
    pub(super) documents: BitSet,
    pub(super) total: u32,
    pub(super) facets: Vec<Vec<u32>>,
    pub(super) histogram: Vec<u32>,
}

/// The facet or the column that a filter or range is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Facet(FacetId),
    Column(ColumnId),
}

/// Applies the filters and ranges of a request to the documents that match its query.
pub(super) fn apply(index: &Index<'_>, matching: &BitSet, request: &Request<'_>) -> Filtered {
    let mut limits: Vec<(Subject, BitSet)> = Vec::new();
    for filter in request.filters {
        if !filter.values.is_empty() && index.facet(filter.facet).is_some() {
            let documents = with_values(index, filter.facet, &filter.values);
            limits.push((Subject::Facet(filter.facet), documents));
        }
    }
    for range in request.ranges {
        limits.push((Subject::Column(range.column), in_range(index, *range)));
    }
    let mut passing = matching.clone();
    limits.iter().for_each(|(_, documents)| passing.intersect(documents));
    // Returns the documents that pass the limits of all other subjects, if these are not `passing`.
    let passing_others = |subject: Subject| {
        limits.iter().any(|(limited, _)| *limited == subject).then(|| {
            let mut passing_others = matching.clone();
            for (_, documents) in limits.iter().filter(|(limited, _)| *limited != subject) {
                passing_others.intersect(documents);
            }
            passing_others
        })
    };
    let facets = index.facets().map(|(id, facet)| {
        let subject = Subject::Facet(id);
        let has_other_limits = limits.iter().any(|(limited, _)| *limited != subject);
        if !has_other_limits && matching.len() == index.len() {
            let is_known = !request.skips_absent_facets || facet.has_all_labels();
            let known = if is_known { facet.len() } else { facet.len().min(FIRST_VALUES) };
            return (0..known as u32).map(|value| facet.count(ValueId(value))).collect();
        }
        if request.skips_absent_facets && !facet.is_there() {
            return Vec::new();
        }
        let mut counts = vec![0_u32; facet.len()];
        let others = passing_others(subject);
        facet.document_values().add_counts(others.as_ref().unwrap_or(&passing).iter(), &mut counts);
        counts
    });
    let facets = facets.collect();
    let histogram = request.histogram.map_or(Vec::new(), |histogram| {
        let others = passing_others(Subject::Column(histogram.column));
        bucket_counts(index, histogram, others.as_ref().unwrap_or(&passing))
    });
    Filtered { total: passing.len(), documents: passing, facets, histogram }
}

/// Counts the documents in each bucket.
fn bucket_counts(index: &Index<'_>, histogram: Histogram<'_>, documents: &BitSet) -> Vec<u32> {
    let mut counts = vec![0_u32; histogram.starts.len()];
    let column = index.column(histogram.column);
    for document in documents.iter() {
        let key = column.key(document);
        let after = histogram.starts.partition_point(|start| *start <= key);
        let bucket = after.checked_sub(1).filter(|_| key > 0);
        if let Some(count) = bucket.and_then(|bucket| counts.get_mut(bucket)) {
            *count += 1;
        }
    }
    counts
}
