//! The weight of a match: BM25F, its constants, and how much each kind of match counts.
//!
//! BM25F (Robertson, Zaragoza and Taylor, 2004): the occurrences of a word are added up over the fields, each weighted and
//! divided by how long the field is, before they saturate.
//!
//! ```text
//! tf    = Σ over fields and forms  weight(field) · weight(form) · occurrences / (1 − b + b · length / mean length)
//! score = Σ over words  idf(word) · tf · (k1 + 1) / (tf + k1)
//! ```

use crate::document::Field;
use crate::index::field_length::lengths;
use crate::index::postings::Frequencies;

/// How fast further occurrences of a word count for less. 0: not at all; 2: slowly.
pub const K1: f32 = 2.2;

/// What a word in each field counts, in the order of [`Field::ALL`]. The body is 1.
pub const FIELD_WEIGHTS: [f32; 4] = [2.5, 1.7, 1.3, 1.0];

/// How much a long field is held against its words, by field. 0: not at all; 1: by its full length.
pub const FIELD_B: [f32; 4] = [0.5, 0.6, 0.5, 0.75];

/// What an occurrence counts that is the word itself, as it was typed, case and diacritics aside.
pub const EXACT: f32 = 1.0;

/// Another form with the same stem.
pub const STEM: f32 = 0.7;

/// Another name for the same thing.
pub const ALIAS: f32 = 0.9;

/// A word that begins with what was typed. Little: the beginning of a word says little about it.
pub const PREFIX: f32 = 0.2;

/// A word that is spelt nearly so, per edit.
pub const TYPO: f32 = 0.3;

/// What all matches by beginning or near spelling count beside the word itself: however many, they stay below it.
pub const WEAK: f32 = 0.1;

/// How much the score grows when the whole query stands in the document, word by word.
pub const PHRASE: f32 = 1.0;

/// How much the score grows when the words of the query stand in one block of the text, about a sentence; less when they
/// are further apart. 0: not at all; 0.15: by that share.
pub const PROXIMITY: f32 = 0.15;

/// What being the title that was typed adds, in times the highest score: enough to come first.
pub const TITLE: f32 = 2.0;

/// What holding the word as it was typed adds, where near words are found beside it, in times the highest score.
pub const AS_TYPED: f32 = 1.0;

/// Everything about the fields of an index that scores need, worked out once.
#[derive(Clone, Debug)]
pub(crate) struct FieldNorms([[f32; 256]; 4]);

impl FieldNorms {
    pub(crate) fn new(mean_lengths: [f32; 4]) -> Self {
        let lengths = lengths();
        let mut norms = [[0.0; 256]; 4];
        let constants = FIELD_WEIGHTS.iter().zip(FIELD_B).zip(mean_lengths);
        for (norms, ((weight, b), mean)) in norms.iter_mut().zip(constants) {
            for (norm, length) in norms.iter_mut().zip(lengths) {
                *norm = weight / (1.0 - b + b * length / mean);
            }
        }
        Self(norms)
    }

    /// What one occurrence in a field of that length counts.
    #[inline(always)]
    pub(crate) fn of(&self, field: Field, length_code: u8) -> f32 {
        self.0
            .get(field.index())
            .and_then(|norms| norms.get(usize::from(length_code)))
            .copied()
            .unwrap_or_default()
    }

    /// The occurrences in all fields, weighted.
    #[inline]
    pub(crate) fn weigh(&self, frequencies: Frequencies, length_code: impl Fn(Field) -> u8) -> f32 {
        let mut sum = 0.0;
        for (field, count) in Field::ALL.iter().zip(&frequencies.0) {
            if *count > 0 {
                sum += *count as f32 * self.of(*field, length_code(*field));
            }
        }
        sum
    }
}

/// How much it says that a document holds a word: Robertson and Spärck Jones's weight, kept above zero.
pub(crate) fn inverse_document_frequency(documents: u32, having: u32) -> f32 {
    let (documents, having) = (documents as f32, having.min(documents) as f32);
    ((documents - having + 0.5) / (having + 0.5) + 1.0).ln()
}

/// Weighted occurrences, saturated: 0 at none, K1 + 1 at very many.
#[inline(always)]
pub(crate) fn saturate(occurrences: f32) -> f32 {
    occurrences * (K1 + 1.0) / (occurrences + K1)
}
