//! Outcomes: hits, totals, facet counts, and the interpretation of the query.

use super::plan::{Plan, scored_terms};
use crate::document::DocId;
use crate::query::Query;

/// The answer to a [`Request`](crate::Request).
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The requested hits, in order.
    pub hits: Vec<Hit>,
    /// The number of documents that match the query and pass the filters.
    pub total: u32,
    /// For each facet and value, the number of documents that would match with that value selected.
    /// Filters of other facets and ranges apply; filters of the same facet do not. The list of a
    /// facet that was left out is empty, or has the first values if every document matches.
    pub facets: Vec<Vec<u32>>,
    /// For each bucket of the requested histogram, the number of documents that match. Ranges of
    /// the same column do not apply; all filters and other ranges do.
    pub histogram: Vec<u32>,
    /// The interpretation of the query.
    pub interpretation: Interpretation,
    /// A suggested spelling ("did you mean"). Either it is far more frequent than the typed one,
    /// which hardly any document contains; then its matches follow in the hits. Or it replaces a
    /// word of three letters that no document contains.
    pub suggestion: Option<String>,
    /// The range fields whose values could not be read, as typed ("date:soon"). They were searched
    /// for as words.
    pub unread_fields: Vec<String>,
    /// The query that was searched for, after corrections. Highlights and snippets follow it.
    pub query: Query,
    pub(crate) plans: Vec<Plan>,
}

impl Outcome {
    /// Returns the words that were added to the query, the weightiest first.
    pub fn added_words(&self) -> Vec<&str> {
        let terms = scored_terms(&self.plans).into_iter();
        terms.filter(|plan| plan.weight < 1.0).map(|plan| plan.typed.as_str()).collect()
    }
}

/// A document that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// The score. Scores are comparable within one outcome only.
    pub score: f32,
}

/// The interpretation of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Interpretation {
    /// The query was used as typed. There may still be a suggestion.
    #[default]
    AsTyped,
    /// No document matches the whole query. The hits match as many of its words as any document
    /// does.
    Partial {
        /// The words that match no document, of those that the rest of the query allows. Empty if
        /// each word matches somewhere, but never all together.
        missing: Vec<String>,
    },
    /// Words that no document contains were replaced by similar ones.
    Corrected {
        /// The query after the replacement.
        query: String,
    },
}
