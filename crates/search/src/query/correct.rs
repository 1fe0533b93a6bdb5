//! Replaces words of a query by their corrections.

use super::ast::{Node, Query};

impl Query {
    /// Returns the query with each typed word of `corrections` replaced. Phrases and excluded words
    /// stay as typed.
    pub(crate) fn corrected(&self, corrections: &[(String, String)]) -> Self {
        Self { root: corrected_nodes(&self.root, corrections) }
    }
}

fn corrected_nodes(nodes: &[Node], corrections: &[(String, String)]) -> Vec<Node> {
    nodes.iter().map(|node| corrected_node(node, corrections)).collect()
}

fn corrected_node(node: &Node, corrections: &[(String, String)]) -> Node {
    let word = |typed: &String| match corrections.iter().find(|(wrong, _)| wrong == typed) {
        Some((_, right)) => right.clone(),
        None => typed.clone(),
    };
    match node {
        Node::Word(typed) => Node::Word(word(typed)),
        Node::Prefix(typed) => Node::Prefix(word(typed)),
        Node::Phrase(typed) => Node::Phrase(typed.clone()),
        Node::Field(name, inner) => {
            Node::Field(name.clone(), Box::new(corrected_node(inner, corrections)))
        }
        Node::Not(inner) => Node::Not(inner.clone()),
        Node::Or(nodes) => Node::Or(corrected_nodes(nodes, corrections)),
        Node::And(nodes) => Node::And(corrected_nodes(nodes, corrections)),
    }
}
