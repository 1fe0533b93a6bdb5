//! Plans: a query whose words have been looked up in the index.

use super::request::KeyRange;
use crate::analyze::is_indic_sign;
use crate::document::{FacetId, FieldSet, ValueId};
use crate::index::dictionary::TermId;
use crate::index::term_info::TermInfo;
use crate::score::PREFIX_WEIGHT;
use std::ops::Range;

/// A node of a query, ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    Term(TermPlan),
    /// Documents with any of these values.
    Facet(FacetId, Vec<ValueId>),
    /// Documents in a range.
    Range(KeyRange),
    Not(Box<Plan>),
    Or(Vec<Plan>),
    And(Vec<Plan>),
}

/// A word or phrase of the query, with all the ways to match it.
#[derive(Clone, Debug)]
pub(crate) struct TermPlan {
    pub(crate) typed: String,
    pub(crate) fields: FieldSet,
    pub(crate) alternatives: Vec<Alternative>,
    /// The prefix of the words to highlight, if the word may be a prefix.
    pub(crate) prefix: Option<Prefix>,
    /// The factor of the score: 1, or less for a word that the reader did not type.
    pub(super) weight: f32,
}

/// The prefix of words.
#[derive(Clone, Debug)]
pub(crate) struct Prefix {
    pub(crate) text: String,
    /// The prefix may end between an Indic letter and its signs.
    pub(crate) cuts_clusters: bool,
}

impl Prefix {
    /// Returns whether a word starts with the prefix.
    pub(crate) fn begins(&self, word: &str) -> bool {
        word.strip_prefix(self.text.as_str())
            .is_some_and(|rest| self.cuts_clusters || !rest.starts_with(is_indic_sign))
    }
}

impl TermPlan {
    pub(super) fn new(typed: &str, fields: FieldSet) -> Self {
        Self {
            typed: typed.to_owned(),
            fields,
            alternatives: Vec::new(),
            prefix: None,
            weight: 1.0,
        }
    }

    /// Iterates over the alternatives that are single terms.
    pub(super) fn terms(&self) -> impl Iterator<Item = TermId> {
        self.alternatives.iter().filter_map(|alternative| match alternative {
            Alternative::Term { term, .. } => Some(*term),
            Alternative::Prefix { .. } | Alternative::Phrase { .. } => None,
        })
    }

    pub(super) fn has_term(&self, term: TermId) -> bool {
        self.terms().any(|other| other == term)
    }
}

/// A way to match a word or phrase of the query.
#[derive(Clone, Debug)]
pub(crate) enum Alternative {
    /// A single term.
    Term { term: TermId, info: TermInfo, weight: f32, kind: MatchKind },
    /// Any of the terms with a prefix.
    Prefix { terms: Range<u32> },
    /// Several terms, one after the other.
    Phrase { terms: Vec<TermId>, weight: f32, kind: MatchKind },
}

impl Alternative {
    pub(crate) fn kind(&self) -> MatchKind {
        match self {
            Self::Term { kind, .. } | Self::Phrase { kind, .. } => *kind,
            Self::Prefix { .. } => MatchKind::Prefix,
        }
    }

    pub(super) fn is_weak(&self) -> bool {
        self.kind().is_weak()
    }

    pub(super) fn weight(&self) -> f32 {
        match self {
            Self::Term { weight, .. } | Self::Phrase { weight, .. } => *weight,
            Self::Prefix { .. } => PREFIX_WEIGHT,
        }
    }
}

/// The relation of a matched term to the typed word, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// The word as typed.
    Exact,
    /// Another name for the same thing.
    Alias,
    /// A term with the same stem.
    Stem,
    /// A compound that has the typed word, or a term with the same stem, as a part.
    Compound,
    /// A term that starts with the typed word.
    Prefix,
    /// A term with a similar spelling.
    Fuzzy,
}

impl MatchKind {
    /// Returns whether a match says little about a document, however often it occurs.
    pub(super) fn is_weak(self) -> bool {
        self >= Self::Prefix
    }
}

/// Returns the term plans that add to scores, in their order.
pub(super) fn scored_terms(plans: &[Plan]) -> Vec<&TermPlan> {
    fn collect<'p>(plan: &'p Plan, terms: &mut Vec<&'p TermPlan>) {
        match plan {
            Plan::Term(term) => terms.push(term),
            Plan::Or(plans) | Plan::And(plans) => {
                plans.iter().for_each(|plan| collect(plan, terms));
            }
            Plan::Facet(..) | Plan::Range(_) | Plan::Not(_) => {}
        }
    }
    let mut terms = Vec::new();
    plans.iter().for_each(|plan| collect(plan, &mut terms));
    terms
}
