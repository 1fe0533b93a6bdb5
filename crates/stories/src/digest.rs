//! The part of a document that is kept while a collection is grouped.

use crate::document::{Document, Token, TokenKind};
use crate::fingerprint::{Fingerprint, winnow};
use crate::hash::hash_all;
use serde::{Deserialize, Serialize};

/// The number of tokens at the start of a document that are weighed.
const WEIGHED_TOKENS: usize = 400;
/// The number of tokens that are searched for reused passages.
pub(crate) const MAX_TOKENS: usize = 50_000;

/// The part of a document that grouping needs: at most 2 KB for its first words, and about two
/// bytes for each token of the rest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Digest {
    /// The terms at its start, the title first.
    pub(crate) terms: Vec<u32>,
    /// The kind of each of them.
    pub(crate) kinds: Vec<TokenKind>,
    /// The number of them that are the title.
    pub(crate) title: usize,
    /// The number of tokens without the title.
    pub(crate) body: usize,
    /// Runs of tokens from the whole document.
    pub(crate) fingerprints: Vec<Fingerprint>,
    pub(crate) day: Option<i32>,
    /// A hash of all that is compared. Documents with the same key are the same.
    pub(crate) key: u64,
}

impl Digest {
    /// Takes from a document what is needed to group it.
    pub fn new(document: &Document) -> Self {
        let tokens = || document.tokens().take(MAX_TOKENS);
        let title = document.title.tokens.len().min(WEIGHED_TOKENS);
        let body = document.blocks.iter().map(|block| block.tokens.len()).sum();
        let all: Vec<u32> = tokens().map(|token| token.term).collect();
        let day = document.day.map_or(u64::MAX, |day| u64::from(day as u32));
        let of_token = |token: &Token| u64::from(token.term) << 3 | token.kind as u64;
        let start = [title as u64, body as u64, day];
        let kinds = tokens().take(WEIGHED_TOKENS).map(|token| token.kind);
        let mut kinds: Vec<TokenKind> = kinds.collect();
        // Their number is not known before.
        kinds.shrink_to_fit();
        Self {
            terms: all.iter().take(WEIGHED_TOKENS).copied().collect(),
            kinds,
            title,
            body,
            fingerprints: winnow(&all),
            day: document.day,
            key: hash_all(start.into_iter().chain(tokens().map(of_token))),
        }
    }

    /// Returns the tokens that are weighed: term, kind, and the place from the start.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = (u32, TokenKind, usize)> {
        let tokens = self.terms.iter().zip(&self.kinds).zip(0..);
        tokens.map(|((term, kind), place)| (*term, *kind, place))
    }

    /// Returns the number of days between two documents, or `None` if one has no day.
    pub(crate) fn days_between(&self, other: &Self) -> Option<u32> {
        Some(self.day?.abs_diff(other.day?))
    }
}
