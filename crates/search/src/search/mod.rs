//! Searching: from a request to ranked documents, counts, and what was made of the query.

pub(crate) mod bit_set;
mod execute;
mod explain;
mod facet_counts;
mod levenshtein;
mod phrase;
mod phrase_matcher;
pub(crate) mod plan;
mod proximity;
mod top_hits;

use crate::document::{ColumnId, DocId, FacetId, ValueId};
use crate::index::Index;
use crate::query::Query;
use crate::score::{AS_TYPED, FieldNorms};
use crate::search::bit_set::Bits;
use execute::{Found, Scores};
pub use explain::{Explanation, Part, WordScore};
pub use phrase_matcher::Texts;
use plan::{Plan, Planner, Reading, Typos, corrected, scored};
use std::fmt;

/// What is asked of an index.
#[derive(Clone, Debug)]
pub struct Request<'r> {
    /// What to look for. Empty: everything.
    pub query: &'r Query,
    /// Values chosen in facets: any of them within a facet, and in every facet. An empty choice chooses everything.
    pub filters: &'r [Filter],
    /// How hits are ordered.
    pub order: Order,
    /// How many hits are wanted, after `offset`. Totals and counts are of all.
    pub limit: usize,
    /// How many hits to pass over.
    pub offset: usize,
    /// Whether documents must hold all of the query or any part of it.
    pub matching: Matching,
}

impl<'r> Request<'r> {
    /// The best ten documents that hold all of the query.
    pub fn new(query: &'r Query) -> Self {
        Self {
            query,
            filters: &[],
            order: Order::Relevance,
            limit: 10,
            offset: 0,
            matching: Matching::All,
        }
    }
}

/// Values chosen in a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// In which facet.
    pub facet: FacetId,
    /// Which values; a document needs one of them.
    pub values: Vec<ValueId>,
}

/// How hits are ordered. Ties are in document order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best first; document order when there is nothing to look for.
    #[default]
    Relevance,
    /// As the documents were added.
    Document,
    /// By a column, small ones first.
    Ascending(ColumnId),
    /// By a column, large ones first.
    Descending(ColumnId),
}

/// How much of a query a document must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// All of it, the last word perhaps being the beginning of one. Typos are forgiven, and when nothing has everything,
    /// the best partial matches are found. What a reader types wants this.
    #[default]
    All,
    /// Any word of it, as it is written. Long texts as queries want this.
    Any,
}

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Which one.
    pub doc: DocId,
    /// How well it matches. Scores of one outcome can be compared, those of several cannot.
    pub score: f32,
}

/// The answer to a request.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The hits that were asked for, in order.
    pub hits: Vec<Hit>,
    /// How many documents match, filters included.
    pub total: u32,
    /// For each facet and value, how many documents would match if that value were chosen: filters of other facets
    /// apply, those of its own do not.
    pub facets: Vec<Vec<u32>>,
    /// What was made of the query.
    pub interpretation: Interpretation,
    /// Another spelling ("did you mean"): a far more frequent one, when hardly any document holds what was typed, and those
    /// with the other spelling follow in the hits; or one of a word of three letters that no document holds.
    pub suggestion: Option<String>,
    /// What was searched for in the end: with corrected words, if there are any. Marks and snippets follow this one.
    pub query: Query,
    pub(crate) plans: Vec<Plan>,
}

/// What was made of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Interpretation {
    /// It was taken as it stands; see the suggestion, too.
    #[default]
    AsTyped,
    /// No document holds all of it: these are the ones that hold the most.
    Partial {
        /// Words that no document (of those the rest of the query allows) holds. Empty when each is found, but never all
        /// together.
        missing: Vec<String>,
    },
    /// Words that no document holds were taken for near ones.
    Corrected {
        /// The query with those in their place.
        query: String,
    },
}

/// Answers requests, and keeps its memory between them.
pub struct Searcher<'a> {
    pub(crate) index: Index<'a>,
    texts: Texts<'a>,
    pub(crate) norms: FieldNorms,
    scores: Scores,
}

impl fmt::Debug for Searcher<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").finish_non_exhaustive()
    }
}

/// When no more documents than this hold what was typed, near words are looked for.
const FEW: u32 = 1;

/// Documents that match a query, before filters, not scored yet.
struct Matched {
    documents: Bits,
    /// What was found for each leaf of the plans.
    found: Vec<Found>,
    /// The documents that come first, if some do whatever their scores.
    first: Option<Bits>,
    interpretation: Interpretation,
    suggestion: Option<String>,
    query: Query,
    plans: Vec<Plan>,
}

impl<'a> Searcher<'a> {
    /// For an index of these texts. They are asked for where the index cannot tell: whether words that stand close are a
    /// phrase. Without them, no phrase is found.
    pub fn new(index: Index<'a>, texts: Texts<'a>) -> Self {
        let (norms, scores) =
            (FieldNorms::new(index.header.mean_lengths), Scores::new(index.len()));
        Self { index, texts, norms, scores }
    }

    /// Answers a request.
    pub fn search(&mut self, request: &Request<'_>) -> Outcome {
        let Matched { documents, found, first, interpretation, suggestion, query, plans } =
            self.matching(request);
        let (total, facets, documents) =
            facet_counts::apply(&self.index, &documents, request.filters);
        self.scores.clear();
        for (leaf, found) in scored(&plans).into_iter().zip(found) {
            self.score(leaf, found, &documents);
        }
        if request.matching == Matching::All && request.order == Order::Relevance {
            let wanted = request.offset.saturating_add(request.limit);
            self.reward_closeness(&plans, &query, &documents, wanted);
        }
        if let Some(mut first) = first {
            first.keep(&documents);
            self.scores.raise(first.iter(), AS_TYPED);
        }
        let hits = self.hits(&documents, request);
        Outcome { hits, total, facets, interpretation, suggestion, query, plans }
    }

    fn matching(&self, request: &Request<'_>) -> Matched {
        let query = request.query;
        let matched = |(documents, found), plans| Matched {
            documents,
            found,
            first: None,
            interpretation: Interpretation::AsTyped,
            suggestion: None,
            query: query.clone(),
            plans,
        };
        if request.matching == Matching::Any {
            let plans =
                Planner::new(&self.index, Reading { parts: true, ..Reading::PLAIN }).plan(query);
            return matched(self.any(&plans), plans);
        }
        let plans =
            Planner::new(&self.index, Reading { prefix: true, ..Reading::PLAIN }).plan(query);
        let as_typed = self.all(&plans);
        let count = as_typed.0.count();
        if count > FEW {
            return matched(as_typed, plans);
        }
        let typos = if count == 0 { Typos::OfUnknown } else { Typos::OfRare };
        let mut planner =
            Planner::new(&self.index, Reading { prefix: true, typos, ..Reading::PLAIN });
        let forgiving = planner.plan(query);
        let Planner { corrections, mut suggestions, .. } = planner;
        let other = corrected(query, &corrections);
        if count > 0 {
            if corrections.is_empty() {
                return matched(as_typed, plans);
            }
            // Few documents hold what was typed, and many a word that is spelt nearly so: both, what was typed first.
            let suggestion = Some(other.text());
            let either = matched(self.all(&forgiving), forgiving);
            return Matched { first: Some(as_typed.0), suggestion, query: other, ..either };
        }
        if !corrections.is_empty() {
            let near = self.all(&forgiving);
            if !near.0.is_empty() {
                let interpretation = Interpretation::Corrected { query: other.text() };
                return Matched { interpretation, query: other, ..matched(near, forgiving) };
            }
        }
        let suggestion = (!suggestions.is_empty()).then(|| {
            suggestions.extend_from_slice(&corrections);
            corrected(query, &suggestions).text()
        });
        let (most, missing) = self.most(&forgiving);
        if most.0.is_empty() {
            return Matched { suggestion, ..matched(as_typed, plans) };
        }
        let interpretation = Interpretation::Partial { missing };
        Matched { interpretation, suggestion, query: other, ..matched(most, forgiving) }
    }

    /// Documents that hold all of a query.
    fn all(&self, plans: &[Plan]) -> (Bits, Vec<Found>) {
        let mut documents = Bits::all(self.index.len());
        let mut found = Vec::new();
        for plan in plans {
            documents.keep(&self.evaluate(plan, &mut found));
        }
        (documents, found)
    }

    /// Documents that hold any of it, and nothing that is excluded.
    fn any(&self, plans: &[Plan]) -> (Bits, Vec<Found>) {
        let mut found = Vec::new();
        let mut documents = if plans.iter().any(is_wanted) {
            Bits::none(self.index.len())
        } else {
            Bits::all(self.index.len())
        };
        for plan in plans.iter().filter(|plan| is_wanted(plan)) {
            documents.add(&self.evaluate(plan, &mut found));
        }
        for plan in plans.iter().filter(|plan| !is_wanted(plan)) {
            documents.keep(&self.evaluate(plan, &mut found));
        }
        (documents, found)
    }

    /// Documents that hold as much of it as any does, and what no document holds.
    fn most(&self, plans: &[Plan]) -> ((Bits, Vec<Found>), Vec<String>) {
        let mut found = Vec::new();
        let mut allowed = Bits::all(self.index.len());
        for plan in plans.iter().filter(|plan| !is_wanted(plan)) {
            allowed.keep(&self.evaluate(plan, &mut found));
        }
        let mut held = vec![0_u16; self.index.len() as usize];
        let mut missing = Vec::new();
        for plan in plans.iter().filter(|plan| is_wanted(plan)) {
            let mut documents = self.evaluate(plan, &mut found);
            documents.keep(&allowed);
            if documents.is_empty() {
                missing.push(typed(plan));
            }
            for document in documents.iter() {
                if let Some(held) = held.get_mut(document.0 as usize) {
                    *held = held.saturating_add(1);
                }
            }
        }
        let most = held.iter().copied().max().unwrap_or_default();
        let mut documents = Bits::none(self.index.len());
        if most > 0 {
            (0..)
                .zip(&held)
                .filter(|(_, held)| **held == most)
                .for_each(|(document, _)| documents.insert(document));
        }
        ((documents, found), missing)
    }
}

/// Whether a plan is something to find, rather than something that narrows.
fn is_wanted(plan: &Plan) -> bool {
    match plan {
        Plan::Leaf(_) | Plan::Any(_) => true,
        Plan::All(plans) => plans.iter().any(is_wanted),
        Plan::Facet(..) | Plan::Not(_) => false,
    }
}

/// What a reader typed for a plan.
fn typed(plan: &Plan) -> String {
    match plan {
        Plan::Leaf(leaf) => leaf.typed.clone(),
        Plan::Facet(..) => String::new(),
        Plan::Not(inner) => ["-", &typed(inner)].concat(),
        // The first way is what was typed, the others are other names of it.
        Plan::Any(plans) => plans.first().map(typed).unwrap_or_default(),
        Plan::All(plans) => {
            let mut words = String::new();
            for plan in plans {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(&typed(plan));
            }
            words
        }
    }
}
