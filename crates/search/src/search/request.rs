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
    /// The order of the hits.
    pub order: Order,
    /// The number of hits to return after `offset`. Totals and facet counts include all.
    pub limit: usize,
    /// The number of hits to skip.
    pub offset: usize,
    /// The operator between the words of the query.
    pub operator: Operator,
}

impl<'r> Request<'r> {
    /// Requests the ten best documents that match all words of the query.
    pub fn new(query: &'r Query) -> Self {
        Self {
            query,
            filters: &[],
            order: Order::Relevance,
            limit: 10,
            offset: 0,
            operator: Operator::And,
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

/// The order of hits. Ties are in document order.
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
