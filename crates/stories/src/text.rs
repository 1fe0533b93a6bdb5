//! Documents from texts, with the analyzer of search.

use crate::document::{Block, Token, TokenKind};
use cuttings_search::{analyze, is_stop_word, sentences};

/// Words that are as common in news as function words.
const NEWS_WORDS: [&str; 10] =
    ["also", "first", "last", "may", "new", "said", "say", "says", "will", "would"];

/// Numbers that English newspapers write as words.
const NUMBER_WORDS: [&str; 11] =
    ["eight", "five", "four", "nil", "nine", "one", "seven", "six", "ten", "three", "two"];

impl Block {
    /// Splits a text into tokens and sentences.
    ///
    /// ```
    /// use cuttings_stories::{Block, TokenKind};
    ///
    /// let block = Block::new("The ferry to Lagos sank. 40 people were on board.");
    /// assert_eq!(block.sentences.len(), 2);
    /// assert_eq!(block.tokens[3].kind, TokenKind::Capitalised);
    /// assert_eq!(block.tokens[5].kind, TokenKind::SmallNumber);
    /// ```
    pub fn new(text: &str) -> Self {
        let has_lower = text.chars().filter(|c| c.is_lowercase()).count();
        let has_upper = text.chars().filter(|c| c.is_uppercase()).count();
        // Headlines in capitals, and text of which nearly every letter is one.
        let is_capitals = has_upper > has_lower;
        let mut tokens: Vec<Token> = Vec::new();
        analyze(text, |token| {
            if token.is_compound {
                return;
            }
            let kind = kind(token.term, text.get(token.range()).unwrap_or_default(), is_capitals);
            tokens.push(Token {
                term: hash(token.term, kind),
                start: token.start as u32,
                end: token.end as u32,
                kind,
            });
        });
        // Their number is not known before.
        tokens.shrink_to_fit();
        let mut block = Self { sentences: Vec::new(), tokens };
        let mut at = 0_u32;
        for sentence in sentences(text) {
            let start = at;
            while block.tokens.get(at as usize).is_some_and(|it| (it.start as usize) < sentence.end)
            {
                at += 1;
            }
            if start == at {
                continue;
            }
            // The capital at the start of a sentence says nothing.
            if let Some(first) = block.tokens.get_mut(start as usize)
                && first.kind == TokenKind::Capitalised
            {
                first.kind = TokenKind::Ambiguous;
            }
            block.sentences.push(start..at);
        }
        block
    }
}

fn kind(term: &str, written: &str, is_capitals: bool) -> TokenKind {
    if term.contains(|c: char| c.is_ascii_digit()) {
        let is_small = term.len() <= 2;
        return if is_small { TokenKind::SmallNumber } else { TokenKind::Number };
    }
    if NUMBER_WORDS.contains(&term) {
        return TokenKind::SmallNumber;
    }
    if is_stop_word(term) || NEWS_WORDS.contains(&term) || term.len() == 1 {
        return TokenKind::Function;
    }
    match written.chars().next() {
        Some(first) if first.is_uppercase() && is_capitals => TokenKind::Ambiguous,
        Some(first) if first.is_uppercase() => TokenKind::Capitalised,
        _ => TokenKind::Word,
    }
}

/// Hashes a term without the "s" of a plural, by FNV-1a.
fn hash(term: &str, kind: TokenKind) -> u32 {
    let is_plural = !kind.is_number()
        && term.len() > 3
        && term.is_ascii()
        && term.ends_with('s')
        && !term.ends_with("ss");
    let length = term.len() - usize::from(is_plural);
    let bytes = term.as_bytes().iter().take(length);
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
