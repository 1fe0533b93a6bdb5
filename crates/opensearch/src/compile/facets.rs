//! Compiles fields of facets: conditions on one value of the facet.
//!
//! An `intervals` query finds words within one value, because a gap of positions separates values.

use super::clause::Clause;
use super::words::{parts, text_of};
use super::{Compiled, Unsupported};
use crate::index_body::VALUE_GAP;
use cuttings_search::Node;
use serde_json::{Value, json};

/// A condition on the words of a value.
enum Rule {
    /// Every value meets it.
    Any,
    /// No value meets it.
    Never,
    /// An `intervals` rule.
    Words(Value),
}

/// Compiles a field of a facet. `node` is the whole field, for errors.
pub(super) fn facet_values(
    path: &str,
    value: &Node,
    node: &Node,
    is_prefix: bool,
) -> Compiled<Clause> {
    let Some(rule) = rule(value, is_prefix) else {
        let mut field = String::new();
        node.print(&mut field);
        return Err(Unsupported::ExclusionInValue { field });
    };
    Ok(Clause::Filter(match rule {
        Rule::Any => json!({ "exists": { "field": path } }),
        Rule::Never => json!({ "match_none": {} }),
        Rule::Words(rule) => match rule.pointer("/prefix/prefix") {
            // A prefix in `intervals` may stand for 128 words at most, and this one for any number.
            Some(prefix) => json!({ "multi_match": {
                "query": prefix, "type": "bool_prefix", "fields": [format!("{path}.words")],
            } }),
            None => json!({ "intervals": { format!("{path}.words"): rule } }),
        },
    }))
}

/// Returns `None` for an exclusion.
fn rule(node: &Node, is_prefix: bool) -> Option<Rule> {
    Some(match node {
        Node::Word(words) | Node::Prefix(words) => {
            let is_prefix = is_prefix || matches!(node, Node::Prefix(_));
            let (parts, compounds) = parts(words);
            let words = parts.iter().map(text_of).chain(compounds.iter().map(String::as_str));
            let rules = words.map(|word| match is_prefix {
                true => json!({ "prefix": { "prefix": word } }),
                false => json!({ "match": { "query": word } }),
            });
            all(rules.map(Rule::Words).collect())
        }
        Node::Phrase(words) => {
            let (parts, _) = parts(words);
            let words: Vec<&str> = parts.iter().map(text_of).collect();
            if words.is_empty() {
                Rule::Never
            } else {
                let query = words.join(" ");
                Rule::Words(json!({ "match": { "query": query, "max_gaps": 0, "ordered": true } }))
            }
        }
        Node::Field(_, node) => rule(node, is_prefix)?,
        Node::Not(_) => return None,
        Node::And(nodes) => all(rules(nodes, is_prefix)?),
        Node::Or(nodes) => any(rules(nodes, is_prefix)?),
    })
}

fn rules(nodes: &[Node], is_prefix: bool) -> Option<Vec<Rule>> {
    nodes.iter().map(|node| rule(node, is_prefix)).collect()
}

fn all(rules: Vec<Rule>) -> Rule {
    let mut intervals = Vec::new();
    for rule in rules {
        match rule {
            Rule::Any => {}
            Rule::Never => return Rule::Never,
            Rule::Words(rule) => intervals.push(rule),
        }
    }
    if intervals.len() < 2 {
        return intervals.pop().map_or(Rule::Any, Rule::Words);
    }
    let all_of = json!({ "intervals": intervals, "ordered": false, "max_gaps": VALUE_GAP - 1 });
    Rule::Words(json!({ "all_of": all_of }))
}

fn any(rules: Vec<Rule>) -> Rule {
    let mut intervals = Vec::new();
    for rule in rules {
        match rule {
            Rule::Any => return Rule::Any,
            Rule::Never => {}
            Rule::Words(rule) => intervals.push(rule),
        }
    }
    if intervals.len() < 2 {
        return intervals.pop().map_or(Rule::Never, Rule::Words);
    }
    Rule::Words(json!({ "any_of": { "intervals": intervals } }))
}
