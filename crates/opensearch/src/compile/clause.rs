//! Clauses: queries that score, and queries that only restrict.

use serde_json::{Value, json};

/// A part of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Clause {
    /// It searches for words, and adds to the score.
    Scored(Value),
    /// It restricts the results.
    Filter(Value),
    /// It excludes results.
    Not(Value),
}

impl Clause {
    pub(super) fn negated(self) -> Self {
        match self {
            Self::Scored(query) | Self::Filter(query) => Self::Not(query),
            Self::Not(query) => Self::Filter(query),
        }
    }

    /// Returns the clause as a query of its own. One that only restricts has a score of 0.
    pub(super) fn into_query(self) -> Value {
        match self {
            Self::Scored(query) => query,
            Self::Filter(query) => json!({ "bool": { "filter": [query] } }),
            Self::Not(query) => json!({ "bool": { "must_not": [query] } }),
        }
    }

    fn is_scored(&self) -> bool {
        matches!(self, Self::Scored(_))
    }
}

pub(super) fn match_all() -> Value {
    json!({ "match_all": {} })
}

/// Joins clauses that must all match.
pub(super) fn all_of(mut clauses: Vec<Clause>) -> Option<Clause> {
    if clauses.len() < 2 {
        return clauses.pop();
    }
    let is_scored = clauses.iter().any(Clause::is_scored);
    let mut query = json!({});
    for clause in clauses {
        let (name, clause) = match clause {
            Clause::Scored(query) => ("must", query),
            Clause::Filter(query) => ("filter", query),
            Clause::Not(query) => ("must_not", query),
        };
        push(&mut query, name, clause);
    }
    let query = json!({ "bool": query });
    Some(if is_scored { Clause::Scored(query) } else { Clause::Filter(query) })
}

/// Joins clauses of which any may match.
pub(super) fn any_of(mut clauses: Vec<Clause>) -> Option<Clause> {
    if clauses.len() < 2 {
        return clauses.pop();
    }
    let is_scored = clauses.iter().any(Clause::is_scored);
    let should: Vec<Value> = clauses.into_iter().map(Clause::into_query).collect();
    let query = json!({ "bool": { "should": should, "minimum_should_match": 1 } });
    Some(if is_scored { Clause::Scored(query) } else { Clause::Filter(query) })
}

/// Joins clauses: any of those that score must match, and all that restrict.
pub(super) fn most_of(clauses: Vec<Clause>) -> Option<Clause> {
    let (scored, mut others): (Vec<Clause>, Vec<Clause>) =
        clauses.into_iter().partition(Clause::is_scored);
    others.extend(any_of(scored));
    all_of(others)
}

/// Joins ways to match one word, of which the best counts.
pub(super) fn best_of(mut queries: Vec<Value>) -> Option<Value> {
    if queries.len() < 2 {
        return queries.pop();
    }
    Some(json!({ "dis_max": { "queries": queries } }))
}

fn push(query: &mut Value, name: &str, clause: Value) {
    let Some(object) = query.as_object_mut() else { return };
    let list = object.entry(name).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(list) = list {
        list.push(clause);
    }
}
