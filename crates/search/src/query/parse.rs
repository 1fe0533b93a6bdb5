//! Parses text into a query.

use super::ast::{MAX_QUERY_DEPTH, MAX_QUERY_LENGTH, MAX_QUERY_TERMS, Node, Query};
use crate::analyze::{analyze, is_hebrew};

impl Query {
    /// Parses a query. Never fails.
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser { rest: truncated(text), depth: 0, terms: 0 };
        let mut root = Vec::new();
        while !parser.rest.is_empty() {
            root.extend(parser.sequence());
            // A closing parenthesis without an opening one ends the sequence; skip it.
            parser.take(')');
        }
        let mut query = Self { root };
        // Printing adds spaces and parentheses. The printed query must not be truncated when it is
        // parsed again.
        while query.text().len() > MAX_QUERY_LENGTH {
            query.root.pop();
        }
        query
    }

    /// Makes a query of the words of a text, ignoring the signs of the query language: to search
    /// for a title or a whole paragraph.
    pub fn from_words(text: &str) -> Self {
        let mut root = Vec::new();
        for word in truncated(text).split_whitespace() {
            // The analyzer would ignore these signs as well.
            let word: String = word.chars().filter(|c| !is_delimiter(*c)).collect();
            let word = word.trim_start_matches('-').trim_end_matches('*');
            if has_word(word) && root.len() < MAX_QUERY_TERMS {
                root.push(Node::Word(if word == "OR" { "or" } else { word }.to_owned()));
            }
        }
        Self { root }
    }
}

/// Truncates a text to [`MAX_QUERY_LENGTH`].
fn truncated(text: &str) -> &str {
    let mut end = text.len().min(MAX_QUERY_LENGTH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Returns whether `c` ends a word, as spaces do.
fn is_delimiter(c: char) -> bool {
    is_quote(c) || matches!(c, '(' | ')')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Returns whether `name` can stand before the colon of a field.
fn is_field_name(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// Returns whether a text has anything to search for.
fn has_word(text: &str) -> bool {
    let mut has_word = false;
    analyze(text, |_| has_word = true);
    has_word
}

struct Parser<'t> {
    rest: &'t str,
    depth: usize,
    terms: usize,
}

impl<'t> Parser<'t> {
    /// Parses adjacent nodes, up to a closing parenthesis or the end.
    fn sequence(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(')') {
                return nodes;
            }
            if let Some(node) = self.alternatives() {
                // Parentheses round nodes of a sequence make no difference.
                match node {
                    Node::And(inner) => nodes.extend(inner),
                    node => nodes.push(node),
                }
            }
        }
    }

    /// Parses one or more nodes with `OR` between them.
    fn alternatives(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            match self.unary() {
                Some(Node::Or(inner)) => nodes.extend(inner),
                node => nodes.extend(node),
            }
            if !self.take_or() {
                break;
            }
        }
        if nodes.len() > 1 { Some(Node::Or(nodes)) } else { nodes.pop() }
    }

    /// Takes an `OR` that has an operand to its right. The caller knows about the left.
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

    /// Parses a node and the minus sign before it. Several minus signs mean nothing: they begin the
    /// options of commands ("--help"). Returns `None` for punctuation.
    fn unary(&mut self) -> Option<Node> {
        let after = self.rest.trim_start_matches('-');
        let is_negated =
            self.rest.len() == after.len() + 1 && !after.starts_with(char::is_whitespace);
        if self.rest.len() > after.len() && !after.starts_with(char::is_whitespace) {
            self.rest = after;
        }
        let node = self.primary()?;
        match node {
            Node::Not(inner) if is_negated => Some(*inner),
            node if is_negated => Some(Node::Not(Box::new(node))),
            node => Some(node),
        }
    }

    /// Parses a group, a phrase, a field or a word.
    fn primary(&mut self) -> Option<Node> {
        if self.take('(') {
            return self.group();
        }
        if let Some(after) = self.rest.strip_prefix(is_quote) {
            return self.phrase(after);
        }
        let (word, rest) = self.rest.split_at(self.word_end());
        if let Some((name, value)) = word.split_once(':')
            && is_field_name(name)
        {
            let opens_value = rest.starts_with(|c| is_quote(c) || c == '(');
            if has_word(value) || (value.is_empty() && opens_value) {
                self.rest = self.rest.get(name.len() + 1..).unwrap_or_default();
                return self.field(name);
            }
        }
        if word.is_empty() {
            // A closing parenthesis or the end, which the caller handles.
            return None;
        }
        self.rest = rest;
        self.word(word)
    }

    fn word(&mut self, word: &str) -> Option<Node> {
        if !has_word(word) || !self.count_term() {
            return None;
        }
        Some(match word.strip_suffix('*') {
            Some(prefix) => Node::Prefix(prefix.trim_end_matches('*').to_owned()),
            // An `OR` without operands. In lower case it stays a word when it is printed.
            None if word == "OR" => Node::Word("or".to_owned()),
            None => Node::Word(word.to_owned()),
        })
    }

    /// Parses the value after `name:`. Fields do not nest: `a:b:c` searches for "b:c".
    fn field(&mut self, name: &str) -> Option<Node> {
        let value = if self.take('(') {
            self.group()
        } else if let Some(after) = self.rest.strip_prefix(is_quote) {
            self.phrase(after)
        } else {
            let (word, rest) = self.rest.split_at(self.word_end());
            self.rest = rest;
            self.word(word)
        };
        Some(match value? {
            Node::Not(inner) => Node::Not(Box::new(Node::Field(name.to_owned(), inner))),
            node => Node::Field(name.to_owned(), Box::new(node)),
        })
    }

    /// Parses the rest of a group after its opening parenthesis.
    fn group(&mut self) -> Option<Node> {
        self.depth += 1;
        if self.depth > MAX_QUERY_DEPTH {
            // The parenthesis is ignored, and so will be the closing one.
            self.depth -= 1;
            return None;
        }
        let mut nodes = self.sequence();
        self.take(')');
        self.depth -= 1;
        if nodes.len() > 1 { Some(Node::And(nodes)) } else { nodes.pop() }
    }

    /// Parses the rest of a phrase after its opening quotation mark, up to the next one or the end.
    fn phrase(&mut self, after: &'t str) -> Option<Node> {
        let end = after.find(is_quote).unwrap_or(after.len());
        let (words, rest) = after.split_at(end);
        let mut chars = rest.chars();
        chars.next();
        self.rest = chars.as_str();
        if !has_word(words) || !self.count_term() {
            return None;
        }
        Some(Node::Phrase(words.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    fn word_end(&self) -> usize {
        let mut before = None;
        let mut chars = self.rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let joins = is_quote(c)
                && before.is_some_and(is_hebrew)
                && chars.peek().is_some_and(|(_, after)| is_hebrew(*after));
            if c.is_whitespace() || (is_delimiter(c) && !joins) {
                return at;
            }
            before = Some(c);
        }
        self.rest.len()
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

    /// Counts a word or phrase. Returns whether the query may have another one.
    fn count_term(&mut self) -> bool {
        self.terms += 1;
        self.terms <= MAX_QUERY_TERMS
    }
}
