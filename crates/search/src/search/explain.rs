//! Explains a score: the sum, part by part.

use super::plan::{Alternative, MatchKind, TermPlan, scored_terms};
use super::planner::{ParseOptions, Planner};
use super::request::{Operator, Order, Request};
use super::scoring::is_rare_code;
use super::searcher::Searcher;
use crate::document::{DocId, Field};
use crate::index::compound_lists::KEY_SUFFIX;
use crate::index::dictionary::TermId;
use crate::index::field_length::decoded_lengths;
use crate::index::frequencies::Frequencies;
use crate::index::lengths_of_terms::LengthsOfTerms;
use crate::index::listed_lengths::ListedLengths;
use crate::index::postings::Postings;
use crate::index::prefix_lists::KEY_PREFIX;
use crate::index::term_info::TermInfo;
use crate::query::Query;
use crate::score::WEAK_MATCH_FACTOR;
use std::fmt::{self, Display, Formatter};

/// The parts of a document's score.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// True if the document is among the results.
    pub matches: bool,
    /// The score.
    pub score: f32,
    /// The part of each word or phrase of the query. 0 for one that the document does not contain.
    pub terms: Vec<TermExplanation>,
    /// The factor of the terms' sum, for words that are close together.
    pub proximity: f32,
    /// The bonus for a title that is the query, or for the spelling as typed.
    pub bonus: f32,
    /// The fields of the query that only restrict the results, and whether the document has them
    /// ("date:2024", "-kind:teaser").
    pub conditions: Vec<(String, bool)>,
}

/// The part of a word or phrase of the query.
#[derive(Clone, Debug, PartialEq)]
pub struct TermExplanation {
    /// The word as typed.
    pub typed: String,
    /// The inverse document frequency times the saturated occurrences, with a lower factor for weak
    /// ones.
    pub score: f32,
    /// The inverse document frequency.
    pub idf: f32,
    /// The weighted occurrences of the word itself, its aliases, terms with the same stem, and
    /// compounds.
    pub strong: f32,
    /// The weighted occurrences of terms with the prefix or a similar spelling.
    pub weak: f32,
    /// The occurrences of each term in each field.
    pub occurrences: Vec<Occurrences>,
}

/// The occurrences of a term in a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrences {
    /// The term, or the terms of a phrase.
    pub term: String,
    /// Its relation to the typed word.
    pub kind: MatchKind,
    /// The field.
    pub field: Field,
    /// The number of occurrences.
    pub frequency: u32,
    /// The length of the field in words, as the index rounds it.
    pub field_length: u32,
    /// The weighted occurrences: the frequency times the weights of match and field, over the
    /// length.
    pub weighted: f32,
}

impl Searcher<'_> {
    /// Explains a document's score for a request.
    pub fn explain(&mut self, request: &Request<'_>, document: DocId) -> Explanation {
        let all_hits = Request {
            order: Order::Relevance,
            limit: self.index.len() as usize,
            offset: 0,
            ..request.clone()
        };
        let outcome = self.search(&all_hits);
        let score = outcome.hits.iter().find(|hit| hit.doc == document).map(|hit| hit.score);
        let mut terms = Vec::new();
        for plan in scored_terms(&outcome.plans) {
            terms.push(self.explain_term(plan, document));
        }
        let sum: f32 = terms.iter().map(|term| term.score).sum();
        let mut explanation = Explanation {
            matches: score.is_some(),
            score: score.unwrap_or_default(),
            terms,
            proximity: 1.0,
            bonus: 0.0,
            conditions: self.conditions(&outcome.query, document),
        };
        if request.operator == Operator::And && score.is_some() {
            explanation.proximity = self.proximity_factor(&outcome.plans, &outcome.query, document);
            // The bonus depends on other documents' scores, so it is what remains.
            let rest = explanation.score - sum * explanation.proximity;
            explanation.bonus = if rest > sum * 0.01 { rest } else { 0.0 };
        }
        explanation
    }

    /// Returns the parts of a query that restrict the results without adding to scores, and whether
    /// the document passes each.
    fn conditions(&self, query: &Query, document: DocId) -> Vec<(String, bool)> {
        let mut conditions = Vec::new();
        for node in &query.root {
            let part = Query { root: vec![node.clone()] };
            let options = ParseOptions::AS_WRITTEN;
            let plans = Planner::new(&self.index, self.range_fields, options).plan(&part);
            if !plans.is_empty() && scored_terms(&plans).is_empty() {
                let mut passes = plans.iter().map(|plan| self.evaluate(plan, &mut Vec::new()));
                let passes = passes.all(|documents| documents.contains(document.0));
                conditions.push((part.text(), passes));
            }
        }
        conditions
    }

    fn explain_term(&self, plan: &TermPlan, document: DocId) -> TermExplanation {
        let matches = self.term_matches(plan);
        let is_code = is_rare_code(plan, &matches);
        let norms = if is_code { &self.code_norms } else { &self.norms };
        let idf = matches.idf;
        let lengths = self.index.field_lengths();
        let mut occurrences = Vec::new();
        for alternative in &plan.alternatives {
            for (term, frequencies, listed) in
                self.alternative_frequencies(alternative, plan, document)
            {
                let is_counted =
                    |field: &Field| plan.fields.contains(*field) && frequencies.get(*field) > 0;
                for field in Field::ALL.into_iter().filter(is_counted) {
                    let frequency = frequencies.get(field);
                    let code = lengths.code(listed, field, document.0);
                    let norm = norms.norm(field, code);
                    let field_length = decoded_lengths().get(usize::from(code)).copied();
                    occurrences.push(Occurrences {
                        term: term.clone(),
                        kind: alternative.kind(),
                        field,
                        frequency,
                        field_length: field_length.unwrap_or_default() as u32,
                        weighted: alternative.weight() * frequency as f32 * norm,
                    });
                }
            }
        }
        let sum = |is_weak: bool| -> f32 {
            let same = occurrences.iter().filter(|part| part.kind.is_weak() == is_weak);
            same.map(|part| part.weighted).sum()
        };
        let (strong, weak) = (sum(false), sum(true));
        let score = idf * (norms.saturate(strong) + WEAK_MATCH_FACTOR * norms.saturate(weak));
        TermExplanation { typed: plan.typed.clone(), score, idf, strong, weak, occurrences }
    }

    /// Returns the terms of an alternative that a document contains, with their frequencies and the
    /// lengths of the fields with them.
    fn alternative_frequencies(
        &self,
        alternative: &Alternative,
        plan: &TermPlan,
        document: DocId,
    ) -> Vec<(String, Frequencies, ListedLengths)> {
        let sections = &self.index.postings;
        let term = |id: &TermId| self.index.dictionary.term(*id);
        let frequencies = |info: TermInfo| {
            let mut postings = Postings::new(sections, info);
            (postings.seek(document.0) == Some(document.0)).then(|| {
                let frequencies = postings.frequencies();
                (frequencies, postings.listed_lengths(frequencies))
            })
        };
        match alternative {
            Alternative::Term { term: id, info, .. } => {
                let found = frequencies(*info).into_iter();
                let name = || display_term(&term(id));
                found.map(|(frequencies, listed)| (name(), frequencies, listed)).collect()
            }
            Alternative::Prefix { terms } => {
                let infos = sections.with_prefix(terms.clone());
                let found = infos.filter_map(|(id, info)| {
                    let (frequencies, listed) = frequencies(info)?;
                    Some((display_term(&term(&id)), frequencies, listed))
                });
                found.collect()
            }
            Alternative::Phrase { terms, .. } => {
                let mut matcher = self.phrase_matcher(terms);
                let frequencies =
                    self.phrase_frequencies(&mut matcher, document, plan.fields, u32::MAX);
                let words = || terms.iter().map(term).collect::<Vec<_>>().join(" ");
                let infos = terms.iter().map(|term| sections.term_info(*term));
                let listed = || LengthsOfTerms::new(sections, infos).of(document.0);
                let found = (frequencies.total() > 0).then(|| (words(), frequencies, listed()));
                found.into_iter().collect()
            }
        }
    }
}

/// Returns a term for display, a prefix with an ellipsis for the key of a prefix list, or a part
/// between ellipses for that of a compound list.
fn display_term(term: &str) -> String {
    if let Some(part) = term.strip_suffix(KEY_SUFFIX) {
        return format!("…{part}…");
    }
    term.strip_prefix(KEY_PREFIX).map_or_else(|| term.to_owned(), |prefix| format!("{prefix}…"))
}

impl Display for MatchKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact => "exact",
            Self::Alias => "alias",
            Self::Stem => "stem",
            Self::Compound => "part of a compound",
            Self::Prefix => "prefix",
            Self::Fuzzy => "fuzzy",
        })
    }
}

impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.matches {
            writeln!(f, "does not match")?;
        }
        writeln!(f, "{:.3} total", self.score)?;
        for term in &self.terms {
            let TermExplanation { typed, score, idf, strong, weak, occurrences } = term;
            writeln!(f, "  {score:.3} for {typed}: idf {idf:.3} · saturated {strong:.3}")?;
            if *weak > 0.0 {
                write!(f, "    + {WEAK_MATCH_FACTOR} · idf · saturated {weak:.3}")?;
                writeln!(f, " for prefixes and similar spellings")?;
            }
            for part in occurrences {
                let Occurrences { term, kind, field, frequency, field_length, weighted } = part;
                write!(f, "    {weighted:.3} {frequency} × {term} ({kind})")?;
                writeln!(f, " in the {field} of {field_length} words")?;
            }
        }
        for (condition, passes) in &self.conditions {
            writeln!(f, "  {}{condition}", if *passes { "" } else { "not " })?;
        }
        if self.proximity > 1.0 {
            writeln!(f, "  × {:.3} for words close together", self.proximity)?;
        }
        if self.bonus > 0.0 {
            writeln!(f, "  + {:.3} for the title or the spelling as typed", self.bonus)?;
        }
        Ok(())
    }
}
