//! Requests: a query with filters, an order and a range of hits.

use crate::document::{ColumnId, FacetId, ValueId};
use crate::query::Query;

/// A request to a [`Searcher`](crate::Searcher).
#[derive(Clone, Debug)]
pub struct Request<'r> {
    /// The query. An empty one matches everything.
    pub query: &'r Query,
    /// The filters. A document must pass all of them.
    pub filters: &'r [Filter],
    /// The ranges of sort keys. A document must be in all of them.
    pub ranges: &'r [KeyRange],
    /// The column to count by.
    pub histogram: Option<Histogram<'r>>,
    /// The order of the hits.
    pub order: Order,
    /// The number of hits to return after `offset`. Totals and facet counts include all.
    pub limit: usize,
    /// The number of hits to skip.
    pub offset: usize,
    /// The operator between the words of the query.
    pub operator: Operator,
    /// True to add the weighty words of the first documents to a query that matches any word.
    /// `Searcher::related` does this for one that matches all words. Needs the feature `build`: the
    /// page expands no other query.
    pub expands: bool,
    /// True to leave out the counts of facets that have not arrived. Otherwise their parts are
    /// noted as missing. This does not concern facets that the query or a filter names.
    pub skips_absent_facets: bool,
}

impl<'r> Request<'r> {
    /// Requests the ten best documents that match all words of the query.
    pub fn new(query: &'r Query) -> Self {
        Self {
            query,
            filters: &[],
            ranges: &[],
            histogram: None,
            order: Order::Relevance,
            limit: 10,
            offset: 0,
            operator: Operator::And,
            expands: false,
            skips_absent_facets: false,
        }
    }
}

/// The values selected in a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The facet.
    pub facet: FacetId,
    /// The values, of which a document must have at least one. Without values the filter is
    /// ignored.
    pub values: Vec<ValueId>,
}

/// A range of the sort keys of a column. A document without a value is in no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRange {
    /// The column.
    pub column: ColumnId,
    /// The lowest key in the range; 0 for no limit.
    pub from: u32,
    /// The highest key in the range; `u32::MAX` for no limit.
    pub to: u32,
}

/// A column to count by, in buckets of sort keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Histogram<'r> {
    /// The column.
    pub column: ColumnId,
    /// The lowest key of each bucket, in ascending order. A bucket ends before the next one, and
    /// the last one has no end.
    pub starts: &'r [u32],
}

/// The order of hits. Ties are in document order, and documents without a value come last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The highest score first. Document order if the query is empty.
    #[default]
    Relevance,
    /// The order in which documents were added.
    Document,
    /// By a column, lowest first.
    Ascending(ColumnId),
    /// By a column, highest first.
    Descending(ColumnId),
}

/// The operator between the words of a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Operator {
    /// Documents must match all words. The last word may be a prefix, misspellings are tolerated,
    /// and if no document matches everything, the best partial matches are returned. Use it for
    /// what readers type.
    #[default]
    And,
    /// Documents must match any word, as written. Use it for long texts.
    Or,
}
