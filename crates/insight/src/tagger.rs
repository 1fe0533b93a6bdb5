//! The tagger: a linear model that labels each token of a sentence as part of a name or not.
//!
//! The model is a structured perceptron with averaged weights (Collins, "Discriminative Training
//! Methods for Hidden Markov Models", EMNLP 2002), decoded by the Viterbi algorithm. Its weights
//! are in `data/tagger.bin`; `docs/entities.md` lists the corpora that they were trained on.

use crate::data::DataFile;
use crate::hash::FastMap;
use std::sync::LazyLock;

/// The classes of names that the tagger distinguishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the variants are self-explanatory")]
pub enum Class {
    Person,
    Place,
    Organisation,
    /// Events, works, products and all other names.
    Other,
}

impl Class {
    /// All classes, in the order of their labels.
    pub(crate) const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Other];
}

/// A label in the BIO scheme: 0 is outside of names; 1, 3, 5 and 7 begin a name of each class; 2,
/// 4, 6 and 8 are inside of one.
pub(crate) type Label = u8;

/// The number of labels.
pub(crate) const LABEL_COUNT: usize = 9;

/// Returns the label of a token in a name of `class`.
#[cfg(feature = "train")]
pub(crate) fn label(class: Class, is_first: bool) -> Label {
    1 + 2 * class as u8 + u8::from(!is_first)
}

/// Returns the class of a label and whether it begins a name, or `None` outside of names.
pub(crate) fn class_of(label: Label) -> Option<(Class, bool)> {
    let index = label.checked_sub(1)?;
    Some((*Class::ALL.get(usize::from(index / 2))?, index % 2 == 0))
}

/// Returns whether `label` is valid after `before`: only a token in a name of the same class can
/// precede one that is inside of a name.
fn may_follow(before: Label, label: Label) -> bool {
    match class_of(label) {
        Some((class, false)) => class_of(before).is_some_and(|(other, _)| other == class),
        _ => true,
    }
}

/// A score for each label.
pub(crate) type Scores = [f32; LABEL_COUNT];

/// Returns the difference between the score of a label and the best score of a label of another
/// class.
fn margin(label: Label, scores: &Scores) -> f32 {
    let class = class_of(label).map(|(class, _)| class);
    let mut best_other = f32::NEG_INFINITY;
    for (other, score) in (0..).zip(scores) {
        if class_of(other).map(|(class, _)| class) != class {
            best_other = best_other.max(*score);
        }
    }
    scores.get(usize::from(label)).copied().unwrap_or_default() - best_other
}

/// A weight of a feature. Training needs fractions.
#[cfg(feature = "train")]
pub(crate) type Weight = f32;
/// A weight of a feature, as it is stored.
#[cfg(not(feature = "train"))]
pub(crate) type Weight = i8;

/// A weight for each label.
pub(crate) type Weights = [Weight; LABEL_COUNT];

/// The weights of the tagger.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The weights of each feature.
    pub(crate) weights: FastMap<u32, Weights>,
    /// The weights of each label after each label.
    pub(crate) transitions: [Scores; LABEL_COUNT],
}

/// The built-in model, decoded on first use.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::from_bytes(DataFile::Tagger.bytes()));

/// The number of bytes that most features take at least.
const BYTES_PER_FEATURE: usize = 10;

impl Model {
    /// Returns the built-in model.
    #[cfg(feature = "train")]
    pub fn built_in() -> &'static Self {
        &MODEL
    }

    /// Scores each label for each token by its features alone.
    #[cfg(feature = "train")]
    pub(crate) fn scores(&self, features: &[Vec<u32>]) -> Vec<Scores> {
        let scores = features.iter().map(|features| {
            let mut scores = Scores::default();
            for weights in features.iter().filter_map(|feature| self.weights.get(feature)) {
                scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
            }
            scores
        });
        scores.collect()
    }

    /// Returns the best labels for a sentence, given the scores of each token, each label with its
    /// margin: the difference between its score and the best score of a label of another class, for
    /// that token alone.
    pub(crate) fn tag(&self, scores: &[Scores]) -> Vec<(Label, f32)> {
        let labels = self.viterbi(scores);
        labels
            .into_iter()
            .zip(scores)
            .map(|(label, scores)| (label, margin(label, scores)))
            .collect()
    }

    /// Finds the best sequence of labels by the Viterbi algorithm.
    fn viterbi(&self, scores: &[Scores]) -> Vec<Label> {
        let transitions = self.valid_transitions();
        let mut back_pointers: Vec<[Label; LABEL_COUNT]> = Vec::with_capacity(scores.len());
        let mut best: Scores = [f32::NEG_INFINITY; LABEL_COUNT];
        if let Some(outside) = best.first_mut() {
            *outside = 0.0;
        }
        for token in scores {
            let mut next = [f32::NEG_INFINITY; LABEL_COUNT];
            let mut from = [0; LABEL_COUNT];
            for (before, (so_far, transitions)) in (0..).zip(best.iter().zip(&transitions)) {
                let labels = next.iter_mut().zip(&mut from).zip(transitions.iter().zip(token));
                for ((next, from), (transition, score)) in labels {
                    let sum = so_far + transition + score;
                    let is_better = sum > *next;
                    *next = if is_better { sum } else { *next };
                    *from = if is_better { before } else { *from };
                }
            }
            back_pointers.push(from);
            best = next;
        }
        let last =
            (0..).zip(best).max_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(label, _)| label);
        let mut labels = vec![last; scores.len()];
        let mut label = last;
        for (slot, from) in labels.iter_mut().zip(&back_pointers).rev() {
            *slot = label;
            label = from.get(usize::from(label)).copied().unwrap_or_default();
        }
        labels
    }

    /// Returns the transitions with a weight that no sequence overcomes for each invalid one.
    fn valid_transitions(&self) -> [Scores; LABEL_COUNT] {
        let mut transitions = self.transitions;
        for (before, transitions) in (0..).zip(&mut transitions) {
            for (label, weight) in (0..).zip(transitions) {
                if !may_follow(before, label) {
                    *weight = f32::NEG_INFINITY;
                }
            }
        }
        transitions
    }

    /// Decodes a model.
    ///
    /// The format is the 81 transitions as 16-bit integers, then for each feature the difference to
    /// the hash of the previous one (a LEB128 integer), a bit set of the labels that have a weight
    /// (2 bytes), and those weights (1 byte each). All weights share one scale. A truncated model
    /// decodes to the features before the end.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut model = Self::default();
        model.weights.reserve(bytes.len() / BYTES_PER_FEATURE);
        let mut bytes = bytes.iter().copied();
        for weight in model.transitions.iter_mut().flatten() {
            let low = bytes.next().unwrap_or_default();
            *weight = f32::from(i16::from_le_bytes([low, bytes.next().unwrap_or_default()]));
        }
        let mut feature = 0_u32;
        loop {
            let (mut delta, mut shift) = (0_u32, 0);
            loop {
                let Some(byte) = bytes.next() else { return model };
                delta |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or_default();
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            feature = feature.wrapping_add(delta);
            let low = bytes.next().unwrap_or_default();
            let labels = u16::from_le_bytes([low, bytes.next().unwrap_or_default()]);
            let mut weights = Weights::default();
            for (label, weight) in weights.iter_mut().enumerate() {
                if labels >> label & 1 == 1 {
                    *weight = Weight::from(bytes.next().unwrap_or_default() as i8);
                }
            }
            model.weights.insert(feature, weights);
        }
    }
}
