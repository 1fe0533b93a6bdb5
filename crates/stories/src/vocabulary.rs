//! The words of a collection: how rare they are, and which are names.

use crate::digest::Digest;
use crate::document::TokenKind;
use crate::hash::HashedMap;

/// A collection is weighed as if it had this many documents more, so that words are not all rare in
/// a small one.
const PRIOR_DOCUMENTS: f32 = 300.0;
/// The weight that a word of no document would have, in a collection of any size.
const MOST_WEIGHT: f32 = 9.0;
/// The share of the weight of a word that a number has, and a small number.
const NUMBER_WEIGHT: f32 = 0.8;
const SMALL_NUMBER_WEIGHT: f32 = 0.4;
/// The weight of a name relative to a word.
const NAME_WEIGHT: f32 = 1.3;
/// A word is a name if it is capitalised this many times as often as it is in lower case.
const NAME_RATIO: u32 = 4;
/// A term in at most so many documents is rare.
const RARE: u32 = 6;

/// The words of a collection.
pub(crate) struct Vocabulary {
    counts: HashedMap<u32, Counts>,
    documents: f32,
}

/// The occurrences of a term.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    documents: u32,
    capitalised: u32,
    lower: u32,
}

/// The weight of a term, and its kind.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TermWeight {
    /// Its weight, which is 0 for function words.
    pub(crate) weight: f32,
    pub(crate) is_name: bool,
    pub(crate) is_rare: bool,
}

impl Vocabulary {
    pub(crate) fn new(digests: &[&Digest]) -> Self {
        let mut counts: HashedMap<u32, Counts> = HashedMap::default();
        let mut distinct: Vec<u32> = Vec::new();
        for digest in digests {
            distinct.clear();
            for (term, kind, _) in digest.tokens() {
                distinct.push(term);
                match kind {
                    TokenKind::Capitalised => counts.entry(term).or_default().capitalised += 1,
                    TokenKind::Word => counts.entry(term).or_default().lower += 1,
                    _ => {}
                }
            }
            distinct.sort_unstable();
            distinct.dedup();
            for term in &distinct {
                counts.entry(*term).or_default().documents += 1;
            }
        }
        Self { counts, documents: digests.len() as f32 }
    }

    /// Returns the weight of a term, by how few documents have it.
    pub(crate) fn weight(&self, term: u32, kind: TokenKind) -> TermWeight {
        let counts = self.counts.get(&term).copied().unwrap_or_default();
        let total = self.documents + PRIOR_DOCUMENTS;
        let rarity = (total / (counts.documents as f32 + 1.0)).ln().max(0.0);
        let rarity = rarity * MOST_WEIGHT / total.ln();
        let is_name = !kind.is_number()
            && counts.capitalised > 0
            && counts.capitalised >= NAME_RATIO * counts.lower;
        let factor = match kind {
            TokenKind::Function => 0.0,
            TokenKind::Number => NUMBER_WEIGHT,
            TokenKind::SmallNumber => SMALL_NUMBER_WEIGHT,
            _ if is_name => NAME_WEIGHT,
            _ => 1.0,
        };
        TermWeight { weight: rarity * factor, is_name, is_rare: counts.documents <= RARE }
    }
}
