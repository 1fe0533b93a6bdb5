//! The scorer: BM25F with its constants, and the weight of each kind of match.
//!
//! BM25F (Robertson, Zaragoza and Taylor, 2004) adds up the occurrences of a term over the fields,
//! each weighted and divided by the length of the field, before they saturate:
//!
//! ```text
//! tf    = Σ over fields and terms  weight(field) · weight(match) · occurrences / norm(field)
//! norm  = 1 − b + b · length / mean length
//! score = Σ over query words  idf(word) · tf · (k1 + 1) / (tf + k1)
//! ```

use crate::document::Field;
use crate::index::field_length::decoded_lengths;
use crate::index::frequencies::Frequencies;

/// The range of k1, which controls how soon further occurrences of a word stop adding to the score.
/// 0: after the first one; 2: slowly.
const K1_RANGE: [f32; 2] = [0.7, 2.2];

/// The mean length of bodies, in words, for each unit of k1. A word that occurs again says less in
/// a short text, where it hardly ever does, than in a long one.
const WORDS_PER_K1: f32 = 45.0;

/// Returns k1 for documents whose bodies have a mean length in words.
pub fn k1(mean_length: f32) -> f32 {
    let [least, most] = K1_RANGE;
    (mean_length / WORDS_PER_K1).clamp(least, most)
}

/// The weight of an occurrence in each field, in the order of [`Field::ALL`]. The body's is 1. That
/// of the metadata is so low that a document with a word only there ranks below one that has the
/// word anywhere else.
pub const FIELD_WEIGHTS: [f32; Field::COUNT] = [2.5, 1.7, 1.3, 1.0, 0.02];

/// Controls how much the length of a field reduces the weight of its occurrences, in the order of
/// [`Field::ALL`]. 0: not at all; 1: in proportion.
pub const FIELD_B: [f32; Field::COUNT] = [0.5, 0.6, 0.5, 0.75, 0.0];

/// The most documents with a code that names one thing, such as the number of a security advisory
/// or of a part. One of more documents is a subject ("COVID-19").
pub const MAX_CODE_DOCUMENTS: u32 = 10;

/// The weight of such a code in each field, whatever the field's length. The text that explains a
/// code is often a long one, about others as well, with each in a heading; short texts mention it.
pub const CODE_WEIGHTS: [f32; Field::COUNT] = [2.5, 1.7, 2.5, 1.0, 0.02];

/// The weight of the word as typed, apart from case and diacritics.
pub const EXACT_WEIGHT: f32 = 1.0;

/// The weight of another term with the same stem.
pub const STEM_WEIGHT: f32 = 0.7;

/// The weight of a compound that has the word as a part. It is about something more special, and
/// the word may have another meaning in it.
pub const COMPOUND_WEIGHT: f32 = 0.4;

/// The weight of another name for the same thing.
pub const ALIAS_WEIGHT: f32 = 0.9;

/// The weight of the name of something that belongs to the same thing, such as the people of a
/// country.
pub const RELATED_WEIGHT: f32 = 0.5;

/// The weight of a term that starts with the typed word. It is low because a prefix says little
/// about the word that is meant.
pub const PREFIX_WEIGHT: f32 = 0.2;

/// The weight of a term with a similar spelling, divided by the number of edits.
pub const FUZZY_WEIGHT: f32 = 0.3;

/// The weight of the first word that query expansion adds. The others have less.
pub const EXPANSION_WEIGHT: f32 = 0.3;

/// The score of a related document, at least, as a share of that of the best result. Below it, two
/// texts have hardly more in common than a few frequent words.
pub const RELATED_SHARE: f32 = 0.2;

/// The factor of prefix and fuzzy matches, after they saturate. However many there are, they score
/// below the word itself.
pub const WEAK_MATCH_FACTOR: f32 = 0.1;

/// Added to the factor of a document's score if it contains the whole query as a phrase.
pub const PHRASE_BONUS: f32 = 1.0;

/// Added to the factor of a document's score if all query words occur in one block of the text,
/// which is about a sentence; a part of it if they are further apart. From 0 (none) upwards.
pub const PROXIMITY_BONUS: f32 = 0.15;

/// Added to the score of a document whose title is the query, as a multiple of the highest score.
/// It is enough to rank first.
pub const TITLE_BONUS: f32 = 2.0;

/// The distance between the documents whose titles contain the query and the highest score of all,
/// as a multiple of it.
pub const TITLE_STEP: f32 = 0.1;

/// Added to the score of a document that contains the query as typed, where other spellings match
/// as well, as a multiple of the highest score.
pub const AS_TYPED_BONUS: f32 = 1.0;

/// The weight of one occurrence, for each field and each encoded field length, and the saturation.
#[derive(Clone, Debug)]
pub(crate) struct FieldNorms {
    norms: [[f32; 256]; Field::COUNT],
    k1: f32,
}

impl FieldNorms {
    pub(crate) fn new(mean_lengths: [f32; Field::COUNT]) -> Self {
        Self::with_weights(mean_lengths, FIELD_WEIGHTS, FIELD_B)
    }

    /// Returns the weights of a code that few documents contain.
    pub(crate) fn of_codes(mean_lengths: [f32; Field::COUNT]) -> Self {
        Self::with_weights(mean_lengths, CODE_WEIGHTS, [0.0; Field::COUNT])
    }

    #[inline(never)]
    fn with_weights(
        mean_lengths: [f32; Field::COUNT],
        weights: [f32; Field::COUNT],
        b: [f32; Field::COUNT],
    ) -> Self {
        let lengths = decoded_lengths();
        let mut norms = [[0.0; 256]; Field::COUNT];
        let constants = weights.iter().zip(b).zip(mean_lengths);
        for (norms, ((weight, b), mean)) in norms.iter_mut().zip(constants) {
            for (norm, length) in norms.iter_mut().zip(lengths) {
                *norm = weight / (1.0 - b + b * length / mean);
            }
        }
        let body = mean_lengths.get(Field::Body.index()).copied();
        Self { norms, k1: k1(body.unwrap_or_default()) }
    }

    /// Saturates weighted occurrences: 0 for none, approaching k1 + 1 for many.
    #[inline(always)]
    pub(crate) fn saturate(&self, occurrences: f32) -> f32 {
        occurrences * (self.k1 + 1.0) / (occurrences + self.k1)
    }

    /// Returns the weight of one occurrence in a field of that length.
    #[inline(always)]
    pub(crate) fn norm(&self, field: Field, length_code: u8) -> f32 {
        self.norms
            .get(field.index())
            .and_then(|norms| norms.get(usize::from(length_code)))
            .copied()
            .unwrap_or_default()
    }

    /// Returns the weight of one occurrence in a body whose length is a multiple of the mean.
    pub(crate) fn body_norm(&self, length: f32) -> f32 {
        let [.., weight, _] = FIELD_WEIGHTS;
        let [.., b, _] = FIELD_B;
        weight / (1.0 - b + b * length)
    }

    /// Returns the weighted sum of the occurrences in all fields of a document.
    #[inline]
    pub(crate) fn weigh(&self, frequencies: Frequencies, length_code: impl Fn(Field) -> u8) -> f32 {
        let mut sum = 0.0;
        for (field, count) in Field::ALL.iter().zip(&frequencies.0) {
            if *count > 0 {
                sum += *count as f32 * self.norm(*field, length_code(*field));
            }
        }
        sum
    }
}

/// Returns the inverse document frequency of a word that `containing` of `documents` contain:
/// Robertson and Spärck Jones's weight, kept above zero.
pub(crate) fn inverse_document_frequency(documents: u32, containing: u32) -> f32 {
    let (documents, containing) = (documents as f32, containing.min(documents) as f32);
    ((documents - containing + 0.5) / (containing + 0.5) + 1.0).ln()
}
