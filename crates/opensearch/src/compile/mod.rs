//! The compiler: from our syntax tree to OpenSearch's query DSL.
//!
//! It follows the search's planner. A server has no dictionary to plan with, so a word becomes all
//! forms that it may match, and their analysis is the server's.

mod clause;
mod dates;
mod facets;
mod words;

pub(crate) use dates::period_range;

use crate::schema::Schema;
use clause::{Clause, all_of, any_of};
use cuttings_search::{Field, Node, Query};
use serde_json::Value;
use std::fmt;

/// The maximum number of clauses of a query, OpenSearch's default for
/// `indices.query.bool.max_clause_count`.
const MAX_CLAUSES: usize = 1024;

/// The interpretation of a query, from strict to lenient.
///
/// Our search takes the first of these that finds anything. A server needs one request for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matching {
    /// All words as typed, the last one perhaps as a prefix.
    AsTyped,
    /// All words, or words with a similar spelling.
    Similar,
    /// Any of the words.
    Any,
}

/// The parts of a query that OpenSearch's query DSL cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unsupported {
    /// An exclusion within one value of a facet, as in `tag:(boats -prices)`.
    ExclusionInValue {
        /// The field as typed.
        field: String,
    },
    /// More clauses than a server accepts.
    TooManyClauses {
        /// The number of clauses.
        clauses: usize,
        /// The maximum.
        limit: usize,
    },
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ExclusionInValue { field } => write!(
                f,
                "{field} excludes a word within one value, which OpenSearch cannot: exclude whole \
                 values, as in `tag:boats -tag:prices`"
            ),
            Self::TooManyClauses { clauses, limit } => write!(
                f,
                "the query has {clauses} clauses, and OpenSearch accepts {limit}: search for fewer \
                 words, or raise indices.query.bool.max_clause_count"
            ),
        }
    }
}

impl std::error::Error for Unsupported {}

/// Compiles a query to OpenSearch's query DSL.
///
/// # Errors
/// If the query has a part that the query DSL cannot say.
pub fn compile(
    query: &Query,
    schema: &Schema<'_>,
    matching: Matching,
) -> Result<Value, Unsupported> {
    let is_similar = matching != Matching::AsTyped;
    let mut compiler = Compiler { schema, is_similar, clauses: 0 };
    let clauses = compiler.sequence(query.nodes(), &Field::ALL, true)?;
    let clause = if matching == Matching::Any { clause::most_of(clauses) } else { all_of(clauses) };
    if compiler.clauses > MAX_CLAUSES {
        return Err(Unsupported::TooManyClauses { clauses: compiler.clauses, limit: MAX_CLAUSES });
    }
    Ok(clause.map_or_else(clause::match_all, Clause::into_query))
}

struct Compiler<'s, 'a> {
    schema: &'s Schema<'a>,
    /// True if words with a similar spelling match as well.
    is_similar: bool,
    /// The number of clauses so far, as OpenSearch counts them.
    clauses: usize,
}

type Compiled<T> = Result<T, Unsupported>;

impl Compiler<'_, '_> {
    /// Compiles adjacent nodes. The last one may be a prefix if `last_is_prefix` is set.
    fn sequence(
        &mut self,
        nodes: &[Node],
        fields: &[Field],
        last_is_prefix: bool,
    ) -> Compiled<Vec<Clause>> {
        let mut clauses = Vec::new();
        // Stop words are optional beside other words.
        let skip_stop_words = nodes.iter().any(Node::has_content_word);
        let mut rest = nodes;
        while let Some((first, others)) = rest.split_first() {
            let words: Vec<&str> = rest.iter().map_while(word_of).collect();
            if words.is_empty() {
                let is_prefix = last_is_prefix && others.is_empty();
                clauses.extend(self.node(first, fields, is_prefix)?);
                rest = others;
            } else {
                rest = rest.get(words.len()..).unwrap_or_default();
                let last_is_prefix = last_is_prefix && rest.is_empty();
                clauses.extend(self.words(&words, skip_stop_words, fields, last_is_prefix));
            }
        }
        Ok(clauses)
    }

    fn node(
        &mut self,
        node: &Node,
        fields: &[Field],
        last_is_prefix: bool,
    ) -> Compiled<Option<Clause>> {
        Ok(match node {
            Node::Word(_) => {
                all_of(self.sequence(std::slice::from_ref(node), fields, last_is_prefix)?)
            }
            Node::Prefix(word) => all_of(self.word(word, fields, true)),
            Node::Phrase(words) => Some(self.phrase(words, fields)),
            Node::Not(inner) => {
                // An exclusion applies to what was typed, without prefixes and similar words.
                let is_similar = std::mem::replace(&mut self.is_similar, false);
                let clause = self.node(inner, fields, false);
                self.is_similar = is_similar;
                clause?.map(Clause::negated)
            }
            Node::Or(nodes) => {
                let mut clauses = Vec::new();
                for (at, node) in nodes.iter().enumerate() {
                    let is_prefix = last_is_prefix && at + 1 == nodes.len();
                    clauses.extend(self.node(node, fields, is_prefix)?);
                }
                any_of(clauses)
            }
            Node::And(nodes) => all_of(self.sequence(nodes, fields, last_is_prefix)?),
            Node::Field(name, value) => self.field(name, value, node, fields, last_is_prefix)?,
        })
    }

    /// Compiles a name and its value: a text field, a facet, dates, or else words.
    fn field(
        &mut self,
        name: &str,
        value: &Node,
        node: &Node,
        fields: &[Field],
        last_is_prefix: bool,
    ) -> Compiled<Option<Clause>> {
        let text_field = Field::ALL.iter().find(|field| field.name().eq_ignore_ascii_case(name));
        if let Some(field) = text_field {
            return self.node(value, std::slice::from_ref(field), last_is_prefix);
        }
        if let Some(facet) = self.schema.facet(name) {
            let path = facet.path.clone();
            self.clauses += 1;
            return facets::facet_values(&path, value, node, last_is_prefix).map(Some);
        }
        if let Some(clause) = dates::dates(name, value) {
            self.clauses += 1;
            return Ok(Some(clause));
        }
        // There is no such field, or it has no such value: search for the words.
        let mut text = [name, " "].concat();
        value.print(&mut text);
        let words: Vec<&str> = text.split_whitespace().collect();
        Ok(all_of(self.words(&words, true, fields, last_is_prefix)))
    }
}

fn word_of(node: &Node) -> Option<&str> {
    if let Node::Word(word) = node { Some(word) } else { None }
}
