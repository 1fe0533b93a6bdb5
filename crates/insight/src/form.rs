//! The form of passages: tells prose from rosters and from lists of references.

use crate::document::Passage;
use crate::identifier::{is_address, is_hash};
use crate::token::Token;
use crate::vocabulary::VOCABULARY;

/// The form of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Text in sentences.
    Prose,
    /// One of a list of names. It mentions people, but is not what the document is about.
    Roster,
    /// Links, commits, checksums or numbers. It is not analysed.
    References,
}

/// The number of consecutive items that make a roster.
const MIN_ROSTER_ITEMS: usize = 5;
/// The number of words that an item of a roster may have.
const MAX_ROSTER_WORDS: usize = 6;
/// The number of literals in a paragraph of references.
const MIN_LITERALS: usize = 3;
/// The number of words that may label an address.
const MAX_LABEL_WORDS: usize = 8;
/// The number of numbers in a row of a table.
const MIN_ROW_NUMBERS: usize = 4;

/// Returns the form of each passage, given the tokens of each.
pub(crate) fn forms(passages: &[Passage<'_>], tokens: &[Vec<Token<'_>>]) -> Vec<Form> {
    let mut forms: Vec<Form> = passages
        .iter()
        .zip(tokens)
        .map(|(passage, tokens)| match is_reference(passage, tokens) {
            true => Form::References,
            false => Form::Prose,
        })
        .collect();
    let is_name_only: Vec<bool> = passages
        .iter()
        .zip(tokens)
        .map(|(passage, tokens)| passage.is_list_item && has_only_names(tokens))
        .collect();
    let mut at = 0;
    while at < forms.len() {
        let length = is_name_only.iter().skip(at).take_while(|is| **is).count();
        if length >= MIN_ROSTER_ITEMS {
            forms.iter_mut().skip(at).take(length).for_each(|form| *form = Form::Roster);
        }
        at += length.max(1);
    }
    forms
}

/// Returns whether a passage consists of references or numbers rather than sentences.
fn is_reference(passage: &Passage<'_>, tokens: &[Token<'_>]) -> bool {
    if !passage.role.is_prose() {
        return false;
    }
    let mut words = tokens.iter().filter(|token| token.is_word());
    // A line of a log begins with the hash of a commit.
    if words.next().is_some_and(|first| is_hash(first.text)) {
        return true;
    }
    let (mut references, mut literals, mut prose) = (0, 0, 0);
    let (mut prose_words, mut numbers, mut count) = (0, 0, 0);
    let mut links = passage.links.iter().peekable();
    for token in tokens.iter().filter(|token| token.is_word() || token.is_literal) {
        while links.next_if(|link| link.end <= token.start).is_some() {}
        let is_link = links.peek().is_some_and(|link| link.start <= token.start);
        let letters = token.text.chars().filter(|c| c.is_alphanumeric()).count();
        if token.is_literal || is_link && passage.is_list_item {
            references += letters;
            literals += 1;
        } else {
            prose += letters;
            prose_words += 1;
        }
        numbers += usize::from(token.text.starts_with(|c: char| c.is_ascii_digit()));
        count += 1;
    }
    // A paragraph may give the address of its source.
    let min_literals = if passage.is_list_item { 1 } else { MIN_LITERALS };
    // "Source code: https://example.org/a.tar.gz"
    let mut from_end = tokens.iter().rev().filter(|token| token.is_word() || token.text == ":");
    let is_labelled = prose_words <= MAX_LABEL_WORDS
        && from_end.next().is_some_and(|last| is_address(last.text))
        && from_end.next().is_some_and(|before| before.text == ":");
    references > prose && literals >= min_literals
        || is_labelled
        || numbers >= MIN_ROW_NUMBERS && numbers * 2 >= count
}

/// Returns whether a text has nothing but a few capitalised words, such as the name of a person.
fn has_only_names(tokens: &[Token<'_>]) -> bool {
    let words = || tokens.iter().filter(|token| token.is_word() && !token.is_literal);
    let is_part = |token: &Token<'_>| {
        token.is_capitalised()
            || VOCABULARY.name_particles.contains(token.text)
            || matches!(token.text, "and" | "of" | "the")
    };
    (1..=MAX_ROSTER_WORDS).contains(&words().count()) && words().all(is_part)
}
