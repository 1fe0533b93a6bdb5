//! The planner: looks the words of a query up in the index, with all the ways to match them.

mod facet_values;
pub(super) mod fuzzy;
mod ranges;
mod words;

use super::plan::{Plan, TermPlan};
use super::searcher::RangeField;
use crate::document::FieldSet;
use crate::index::Index;
use crate::query::{Node, Query};
use facet_values::matching_values;

/// Options for planning a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ParseOptions {
    /// The last word may be a prefix.
    pub(super) last_is_prefix: bool,
    /// The words that may match similar ones.
    pub(super) fuzzy: Fuzzy,
    /// The parts of a compound need not follow each other.
    pub(super) split_compounds: bool,
    /// A word may be a part of a compound.
    pub(super) match_parts: bool,
}

impl ParseOptions {
    /// The query as written.
    pub(super) const AS_WRITTEN: Self = Self {
        last_is_prefix: false,
        fuzzy: Fuzzy::Off,
        split_compounds: false,
        match_parts: false,
    };
}

/// The words that may match similar ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fuzzy {
    /// No words.
    Off,
    /// The words that no document contains.
    Unknown,
    /// The words that hardly any document contains, if a similar word is far more frequent.
    Rare,
}

/// Turns a query into plans.
pub(super) struct Planner<'i, 'a> {
    index: &'i Index<'a>,
    range_fields: &'i [RangeField],
    options: ParseOptions,
    /// Typed words, and the similar words that replaced them.
    pub(super) corrections: Vec<(String, String)>,
    /// Typed words that are too short to be replaced, and a similar word for each.
    pub(super) suggestions: Vec<(String, String)>,
    /// The range fields whose values could not be read, as typed.
    pub(super) unread_fields: Vec<String>,
}

impl<'i, 'a> Planner<'i, 'a> {
    pub(super) fn new(
        index: &'i Index<'a>,
        range_fields: &'i [RangeField],
        options: ParseOptions,
    ) -> Self {
        Self {
            index,
            range_fields,
            options,
            corrections: Vec::new(),
            suggestions: Vec::new(),
            unread_fields: Vec::new(),
        }
    }

    /// Returns a plan for each node of the query's root. All of them must match.
    pub(super) fn plan(&mut self, query: &Query) -> Vec<Plan> {
        self.sequence(&query.root, FieldSet::ALL, self.options.last_is_prefix)
    }

    /// Plans adjacent nodes. The last one may be a prefix if `last_is_prefix` is set.
    fn sequence(&mut self, nodes: &[Node], fields: FieldSet, last_is_prefix: bool) -> Vec<Plan> {
        let mut plans = Vec::new();
        // Stop words are optional beside other words.
        let skip_stop_words = nodes.iter().any(Node::has_content_word);
        let mut at = 0;
        while at < nodes.len() {
            let rest = nodes.get(at..).unwrap_or_default();
            let words: Vec<&str> = rest.iter().map_while(word_of).collect();
            if words.is_empty() {
                let is_prefix = last_is_prefix && at + 1 == nodes.len();
                plans.extend(rest.first().and_then(|node| self.node(node, fields, is_prefix)));
                at += 1;
            } else {
                at += words.len();
                let last_is_prefix = last_is_prefix && at == nodes.len();
                self.words(&words, skip_stop_words, fields, last_is_prefix, &mut plans);
            }
        }
        plans
    }

    fn node(&mut self, node: &Node, fields: FieldSet, last_is_prefix: bool) -> Option<Plan> {
        match node {
            Node::Word(_) => and(self.sequence(std::slice::from_ref(node), fields, last_is_prefix)),
            Node::Prefix(word) => and(self.word(word, fields, true)),
            Node::Phrase(words) => Some(Plan::Term(self.phrase(words, fields))),
            Node::Not(inner) => {
                // An exclusion applies to what was typed, without prefixes and similar words.
                let options = std::mem::replace(&mut self.options, ParseOptions::AS_WRITTEN);
                let plan = self.node(inner, fields, false);
                self.options = options;
                plan.map(|plan| Plan::Not(Box::new(plan)))
            }
            Node::Or(nodes) => {
                let last = nodes.len().saturating_sub(1);
                let plans: Vec<Plan> = nodes
                    .iter()
                    .enumerate()
                    .filter_map(|(at, node)| self.node(node, fields, last_is_prefix && at == last))
                    .collect();
                (!plans.is_empty()).then_some(Plan::Or(plans))
            }
            Node::And(nodes) => and(self.sequence(nodes, fields, last_is_prefix)),
            Node::Field(name, value) => {
                if let Some(field) = FieldSet::from_name(name) {
                    self.node(value, field, last_is_prefix)
                } else if let Some(facet) = self.index.facet_named(name) {
                    let values = matching_values(self.index, facet, value, last_is_prefix);
                    Some(Plan::Facet(facet, values))
                } else if let Some(plan) = self.range_field(node) {
                    Some(plan)
                } else {
                    // There is no such field, or it has no such value: search for the words.
                    let mut text = [&**name, " "].concat();
                    value.print(&mut text);
                    let words: Vec<&str> = text.split_whitespace().collect();
                    let mut plans = Vec::new();
                    self.words(&words, true, fields, last_is_prefix, &mut plans);
                    and(plans)
                }
            }
        }
    }

    /// Plans words in quotation marks: these terms and no others.
    fn phrase(&self, words: &str, fields: FieldSet) -> TermPlan {
        let mut plan = TermPlan::new(&["\"", words, "\""].concat(), fields);
        self.add_exact_phrase(words, &mut plan);
        plan
    }
}

fn word_of(node: &Node) -> Option<&str> {
    if let Node::Word(word) = node { Some(word) } else { None }
}

/// Joins several plans into one.
fn and(mut plans: Vec<Plan>) -> Option<Plan> {
    if plans.len() > 1 { Some(Plan::And(plans)) } else { plans.pop() }
}
