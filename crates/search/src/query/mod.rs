//! Queries: what a person types, as a tree. Every text is a query.
//!
//! ```text
//! words words         all of them; the last one also as the beginning of a word
//! "exact words"       these forms, in this order
//! -without            none of it; before a word, a phrase, a field or a group
//! this OR that        one of them; binds closer than standing side by side
//! ( … )               a group
//! title:word          in one field; also standfirst:, heading:, body:, and the name of a facet
//! section:"Top news"  a facet whose value has these words
//! word*               words that begin so
//! ```
//!
//! What does not make sense as one of these is taken as words: `US: 8,000`, `"unclosed`, `-`, `) (`.

mod parse;
mod print;

use crate::analyze::analyze;

/// How many bytes of a query are looked at; the rest is cut off.
pub const MAX_LENGTH: usize = 4096;

/// How deep groups and signs nest; what is deeper is read as if its parentheses and signs were not there.
pub const MAX_DEPTH: usize = 12;

/// How many words, phrases and fields a query has at most; the rest is cut off.
pub const MAX_LEAVES: usize = 256;

/// A query. [`Query::parse`] takes any text; printing gives a text that parses to the same query.
///
/// ```
/// let query = cuttings_search::Query::parse("  Putin  OR Шойгу “air  defence” -title:drone");
/// assert_eq!(query.to_string(), "Putin OR Шойгу \"air defence\" -title:drone");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    pub(crate) root: Vec<Node>,
}

/// A part of a query. Nodes side by side must all match.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    /// A word as it was typed.
    Word(String),
    /// A word and a star.
    Prefix(String),
    /// Words in quotation marks, with single spaces.
    Phrase(String),
    /// A name before a colon, and a word, star, phrase or group.
    Field(String, Box<Node>),
    /// Anything but a `Not`.
    Not(Box<Node>),
    /// Two or more; none of them an `Any`.
    Any(Vec<Node>),
    /// Two or more nodes in parentheses, inside something else.
    All(Vec<Node>),
}

impl Query {
    /// Whether there is nothing to look for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.root.is_empty()
    }

    /// The folded words in their order, if the query has nothing but words and phrases.
    pub(crate) fn plain_forms(&self) -> Option<Vec<String>> {
        let mut forms = Vec::new();
        for node in &self.root {
            let (Node::Word(text) | Node::Phrase(text)) = node else { return None };
            analyze(text, |token| {
                if !token.joined {
                    forms.push(token.form.to_owned());
                }
            });
        }
        Some(forms)
    }

    /// The words of a text, without any of the signs of the query language: to look for a title, or for a whole paragraph.
    pub fn from_words(text: &str) -> Self {
        let mut root = Vec::new();
        for word in parse::cut(text).split_whitespace() {
            // Quotation marks and parentheses are no part of a word either way.
            let word: String = word.chars().filter(|c| !parse::is_sign(*c)).collect();
            let word = word.trim_start_matches('-').trim_end_matches('*');
            if word.chars().any(char::is_alphanumeric) && root.len() < MAX_LEAVES {
                root.push(Node::Word(if word == "OR" { "or" } else { word }.to_owned()));
            }
        }
        Self { root }
    }
}
