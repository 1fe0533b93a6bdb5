//! The syntax tree of a query.

use crate::analyze::{analyze, is_stop_word, terms_in_sequence};

/// The maximum number of bytes of a query. The parser ignores the rest.
pub const MAX_QUERY_LENGTH: usize = 4096;

/// The deepest nesting of groups and signs. The parser ignores deeper parentheses and signs.
pub const MAX_QUERY_DEPTH: usize = 12;

/// The maximum number of words, phrases and fields in a query. The parser ignores the rest.
pub const MAX_QUERY_TERMS: usize = 256;

/// A parsed query. [`Query::parse`] accepts any text; printing a query gives a text that parses to
/// the same query.
///
/// ```
/// let query = cuttings_search::Query::parse("  Putin  OR Шойгу “air  defence” -title:drone");
/// assert_eq!(query.to_string(), "Putin OR Шойгу \"air defence\" -title:drone");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    pub(crate) root: Vec<Node>,
}

/// A part of a query. A document must match all adjacent nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A word as typed.
    Word(String),
    /// A word before a star.
    Prefix(String),
    /// Words in quotation marks, with single spaces.
    Phrase(String),
    /// A name before a colon, and a word, prefix, phrase or group.
    Field(String, Box<Node>),
    /// An excluded node, which is not a `Not` itself.
    Not(Box<Node>),
    /// Two or more alternatives, none of which is an `Or` itself.
    Or(Vec<Node>),
    /// Two or more nodes in parentheses, inside another node.
    And(Vec<Node>),
}

impl Query {
    /// Returns whether the query is empty. An empty query matches everything.
    pub fn is_empty(&self) -> bool {
        self.root.is_empty()
    }

    /// Returns the parts of the query. A document must match all of them.
    pub fn nodes(&self) -> &[Node] {
        &self.root
    }

    /// Returns the terms of the query in order, if it has only words and phrases.
    pub(crate) fn plain_terms(&self) -> Option<Vec<String>> {
        let mut terms = Vec::new();
        for node in &self.root {
            let (Node::Word(text) | Node::Phrase(text)) = node else { return None };
            terms.extend(terms_in_sequence(text));
        }
        Some(terms)
    }
}

impl Node {
    /// Returns whether the node searches for more than stop words. Stop words beside such a node
    /// are optional.
    pub fn has_content_word(&self) -> bool {
        match self {
            Self::Word(word) => {
                let mut has_content = false;
                analyze(word, |token| has_content |= !is_stop_word(token.term));
                has_content
            }
            Self::Prefix(_) | Self::Phrase(_) => true,
            Self::Field(..) | Self::Not(_) => false,
            Self::Or(nodes) | Self::And(nodes) => nodes.iter().any(Self::has_content_word),
        }
    }
}
