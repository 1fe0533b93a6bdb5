//! Text to query.

use super::{MAX_DEPTH, MAX_LEAVES, MAX_LENGTH, Node, Query};
use crate::analyze::is_word_character;

impl Query {
    /// Reads a query; every text is one.
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser { rest: cut(text), depth: 0, leaves: 0 };
        let mut root = Vec::new();
        while !parser.rest.is_empty() {
            root.extend(parser.sequence());
            // A closing parenthesis that nothing opened.
            parser.take(')');
        }
        let mut query = Self { root };
        // Printing adds spaces and parentheses: what is printed must not be cut when it is read again.
        while query.text().len() > MAX_LENGTH {
            query.root.pop();
        }
        query
    }
}

/// Cuts a text to the length that is looked at.
pub(super) fn cut(text: &str) -> &str {
    let mut end = text.len().min(MAX_LENGTH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Characters that end a word.
pub(super) fn is_sign(c: char) -> bool {
    is_quote(c) || matches!(c, '(' | ')')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

struct Parser<'t> {
    rest: &'t str,
    depth: usize,
    leaves: usize,
}

impl<'t> Parser<'t> {
    /// Nodes side by side, up to a closing parenthesis or the end.
    fn sequence(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(')') {
                return nodes;
            }
            if let Some(node) = self.alternatives() {
                // A group among its equals is no group.
                match node {
                    Node::All(inner) => nodes.extend(inner),
                    node => nodes.push(node),
                }
            }
        }
    }

    /// One or more nodes with `OR` between them.
    fn alternatives(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            match self.unary() {
                Some(Node::Any(inner)) => nodes.extend(inner),
                node => nodes.extend(node),
            }
            if !self.take_or() {
                break;
            }
        }
        if nodes.len() > 1 { Some(Node::Any(nodes)) } else { nodes.pop() }
    }

    /// `OR` between two things: with nothing to its left or right it is a word, which is for the caller to see.
    fn take_or(&mut self) -> bool {
        let Some(after) = self.rest.trim_start().strip_prefix("OR") else { return false };
        if !after.starts_with(|c: char| c.is_whitespace() || c == '(' || is_quote(c)) {
            return false;
        }
        let operand = after.trim_start();
        if operand.is_empty() || operand.starts_with(')') {
            return false;
        }
        self.rest = operand;
        true
    }

    /// A node and the sign before it. Nothing where only punctuation stands.
    fn unary(&mut self) -> Option<Node> {
        let mut negated = false;
        while let Some(after) =
            self.rest.strip_prefix('-').filter(|after| !after.starts_with(char::is_whitespace))
        {
            negated = true;
            self.rest = after;
        }
        let node = self.primary()?;
        match node {
            Node::Not(inner) if negated => Some(*inner),
            node if negated => Some(Node::Not(Box::new(node))),
            node => Some(node),
        }
    }

    fn primary(&mut self) -> Option<Node> {
        if self.take('(') {
            return self.group();
        }
        if let Some(after) = self.rest.strip_prefix(is_quote) {
            return self.phrase(after);
        }
        let end =
            self.rest.find(|c: char| c.is_whitespace() || is_sign(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if let Some((name, value)) = word.split_once(':')
            && is_name(name)
        {
            let begins_value = rest.starts_with(|c| is_quote(c) || c == '(');
            if has_word(value) || (value.is_empty() && begins_value) {
                self.rest = self.rest.get(name.len() + 1..).unwrap_or_default();
                return self.value(name);
            }
        }
        if end == 0 {
            // Neither word nor sign: a parenthesis that is handled above, or nothing.
            return None;
        }
        self.rest = rest;
        self.word(word)
    }

    fn word(&mut self, word: &str) -> Option<Node> {
        if !has_word(word) || !self.count() {
            return None;
        }
        Some(match word.strip_suffix('*') {
            Some(stem) => Node::Prefix(stem.trim_end_matches('*').to_owned()),
            // Not the operator, where it stands: in lower case, so that it stays a word when it is printed.
            None if word == "OR" => Node::Word("or".to_owned()),
            None => Node::Word(word.to_owned()),
        })
    }

    /// What stands after `name:`. Fields do not nest: `a:b:c` looks for "b:c".
    fn value(&mut self, name: &str) -> Option<Node> {
        let value = if self.take('(') {
            self.group()
        } else if let Some(after) = self.rest.strip_prefix(is_quote) {
            self.phrase(after)
        } else {
            let end = self
                .rest
                .find(|c: char| c.is_whitespace() || is_sign(c))
                .unwrap_or(self.rest.len());
            let (word, rest) = self.rest.split_at(end);
            self.rest = rest;
            self.word(word)
        };
        Some(match value? {
            Node::Not(inner) => Node::Not(Box::new(Node::Field(name.to_owned(), inner))),
            node => Node::Field(name.to_owned(), Box::new(node)),
        })
    }

    /// After an opening parenthesis.
    fn group(&mut self) -> Option<Node> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            // The parenthesis is passed over, and its closing one will be.
            self.depth -= 1;
            return None;
        }
        let mut nodes = self.sequence();
        self.take(')');
        self.depth -= 1;
        if nodes.len() > 1 { Some(Node::All(nodes)) } else { nodes.pop() }
    }

    /// After an opening quotation mark: up to the next one, or to the end.
    fn phrase(&mut self, after: &'t str) -> Option<Node> {
        let end = after.find(is_quote).unwrap_or(after.len());
        let (words, rest) = after.split_at(end);
        let mut chars = rest.chars();
        chars.next();
        self.rest = chars.as_str();
        if !has_word(words) || !self.count() {
            return None;
        }
        Some(Node::Phrase(words.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    fn take(&mut self, sign: char) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn count(&mut self) -> bool {
        self.leaves += 1;
        self.leaves <= MAX_LEAVES
    }
}

/// Whether `name:` can be a field's name.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '_')
}

fn has_word(text: &str) -> bool {
    text.chars().any(is_word_character)
}
