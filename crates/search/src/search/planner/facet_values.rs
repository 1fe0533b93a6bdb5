//! Finds the values of a facet whose labels match a part of a query.

use crate::analyze::analyze;
use crate::document::{FacetId, ValueId};
use crate::index::Index;
use crate::query::Node;

/// Returns the values whose labels contain the words of `node`.
pub(super) fn matching_values(
    index: &Index<'_>,
    facet: FacetId,
    node: &Node,
    last_is_prefix: bool,
) -> Vec<ValueId> {
    let mut values = Vec::new();
    for (value, label) in index.facet(facet).into_iter().flat_map(|facet| facet.values()) {
        if matches(&terms(label), node, last_is_prefix) {
            values.push(value);
        }
    }
    values
}

/// Returns whether the terms of a label match a node.
fn matches(label: &[String], node: &Node, is_prefix: bool) -> bool {
    match node {
        Node::Word(words) | Node::Prefix(words) => {
            let is_prefix = is_prefix || matches!(node, Node::Prefix(_));
            let occurs = |term: &String| {
                let mut label = label.iter();
                label.any(|other| other == term || (is_prefix && other.starts_with(term.as_str())))
            };
            terms(words).iter().all(occurs)
        }
        Node::Phrase(words) => {
            let terms = terms(words);
            !terms.is_empty() && label.windows(terms.len()).any(|window| window == terms)
        }
        Node::Field(_, node) => matches(label, node, is_prefix),
        Node::Not(node) => !matches(label, node, is_prefix),
        Node::Or(nodes) => nodes.iter().any(|node| matches(label, node, is_prefix)),
        Node::And(nodes) => nodes.iter().all(|node| matches(label, node, is_prefix)),
    }
}

fn terms(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    analyze(text, |token| terms.push(token.term.to_owned()));
    terms
}
