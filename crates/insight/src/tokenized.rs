//! A document split into tokens and sentences, which every analysis starts from.

use crate::capitals::CaseUsage;
use crate::document::{Document, Language, Passage, Role};
use crate::form::{Form, forms};
use crate::gazetteer::{GAZETTEER, fold_name};
use crate::identifier::{is_address, merged};
use crate::sentence_splitter::split_sentences;
use crate::token::{Token, tokenize_with_literals};
use crate::translated_places::split_at_places;
use std::ops::Range;

/// A document split into tokens and sentences.
pub(crate) struct TokenizedDocument<'t> {
    pub(crate) passages: Vec<TokenizedPassage<'t>>,
    pub(crate) language: Language,
    /// The capitalisation of its words in prose; empty until it is [added](Self::add_case_usage).
    pub(crate) case_usage: CaseUsage<'t>,
    /// True if it has so many literals that it is about software.
    pub(crate) is_technical: bool,
    /// True if it has some of them.
    pub(crate) mentions_software: bool,
}

/// A passage split into tokens and sentences.
pub(crate) struct TokenizedPassage<'t> {
    pub(crate) role: Role,
    /// True if it is one of a list of names.
    pub(crate) is_roster: bool,
    /// True if it is an item of a list, or a paragraph of one.
    pub(crate) is_list_item: bool,
    /// The text, or an empty one if the passage is no prose.
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token<'t>>,
    /// Ranges of `tokens` that cover all of them, in order.
    pub(crate) sentences: Vec<Range<usize>>,
}

/// The number of literals in a technical text.
const MIN_LITERALS: usize = 3;
/// The number of other words for each literal in a technical text.
const WORDS_PER_LITERAL: usize = 60;

impl<'t> TokenizedDocument<'t> {
    pub(crate) fn new(document: &Document<'t>) -> Self {
        let tokens: Vec<Vec<Token<'t>>> = document
            .passages
            .iter()
            .map(|passage| split_at_places(passage_tokens(passage), document.language))
            .collect();
        let words = tokens.iter().flatten().filter(|token| token.is_word());
        let (mut code, mut literals, mut all) = (0, 0, 0);
        for token in words {
            code += usize::from(token.is_code());
            literals += usize::from(token.is_literal && !is_address(token.text));
            all += 1;
        }
        let forms = forms(&document.passages, &tokens);
        let passages = document
            .passages
            .iter()
            .zip(tokens)
            .zip(forms)
            .map(|((passage, tokens), form)| {
                // An empty passage keeps the numbers of the others.
                let (text, tokens) = match form {
                    Form::References => ("", Vec::new()),
                    Form::Prose | Form::Roster => (passage.text, tokens),
                };
                let sentences = split_sentences(&tokens);
                let is_roster = form == Form::Roster;
                let Passage { role, is_list_item, .. } = *passage;
                TokenizedPassage { role, is_roster, is_list_item, text, tokens, sentences }
            })
            .collect();
        let is_technical = code >= MIN_LITERALS && code * WORDS_PER_LITERAL >= all;
        let mentions_software = literals >= MIN_LITERALS;
        Self {
            passages,
            language: document.language,
            case_usage: CaseUsage::default(),
            is_technical,
            mentions_software,
        }
    }

    /// Records the capitalisation of the document's words, which only the search for names needs.
    pub(crate) fn add_case_usage(&mut self) {
        for passage in self.passages.iter().filter(|passage| passage.role.is_prose()) {
            let sentences = passage.sentences.iter();
            for sentence in sentences.filter_map(|range| passage.tokens.get(range.clone())) {
                self.case_usage.add(sentence);
            }
        }
    }

    /// Returns a range of a passage's tokens, or nothing if the document has no such range.
    pub(crate) fn tokens(&self, passage: usize, range: &Range<usize>) -> &[Token<'t>] {
        self.passages
            .get(passage)
            .and_then(|passage| passage.tokens.get(range.clone()))
            .unwrap_or_default()
    }

    /// Returns the text that a range of tokens covers, folded for comparison.
    pub(crate) fn folded_text(&self, passage: usize, tokens: &Range<usize>) -> String {
        let passage = self.passages.get(passage);
        passage.map(|passage| fold_name(passage.text_of(tokens)).into_owned()).unwrap_or_default()
    }
}

fn passage_tokens<'t>(passage: &Passage<'t>) -> Vec<Token<'t>> {
    let literals = merged(passage.text, &passage.literals);
    tokenize_with_literals(passage.text, &literals, |word| {
        GAZETTEER.place_kind(word).is_some() || is_alliance(word)
    })
}

/// Returns whether `word` is an alliance that is often paired with a country ("NATO-Russia").
fn is_alliance(word: &str) -> bool {
    matches!(word, "NATO" | "EU" | "UN" | "U.N." | "E.U.")
}

impl TokenizedPassage<'_> {
    /// Returns the bytes that a range of tokens covers.
    pub(crate) fn byte_range(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let end = last.map_or(start, Token::end);
        start..end.max(start)
    }

    /// Returns the text that a range of tokens covers.
    pub(crate) fn text_of(&self, tokens: &Range<usize>) -> &str {
        self.text.get(self.byte_range(tokens)).unwrap_or_default()
    }

    /// Returns whether the byte at `at` is in a literal.
    pub(crate) fn is_literal(&self, at: usize) -> bool {
        let token = self.tokens.partition_point(|token| token.end() <= at);
        self.tokens.get(token).is_some_and(|token| token.is_literal && token.start <= at)
    }

    /// Returns the sentence that contains a token, as a range of tokens.
    pub(crate) fn sentence_at(&self, token: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|range| range.end <= token);
        self.sentences.get(at).cloned().unwrap_or(token..token)
    }
}
