//! The tagger: a linear model that gives each token of a sentence its part in a name, the best sequence of them.
//!
//! The model is a structured perceptron with averaged weights (Collins, "Discriminative Training Methods for Hidden
//! Markov Models", EMNLP 2002), decoded by Viterbi's algorithm. Its weights are in `data/tagger.bin`; `docs/names.md`
//! tells from what they were learned.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The kind of name that the tagger gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Class {
    Person,
    Place,
    Organisation,
    /// Any other name: events, works, products.
    Other,
}

impl Class {
    /// All of them, in the order of their labels.
    pub(crate) const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Other];
}

/// The part of a token: 0 outside of names; 1, 3, 5, 7 the first of a name of each class; 2, 4, 6, 8 a further one.
pub(crate) type Label = u8;

/// How many labels there are.
pub(crate) const LABELS: usize = 9;

/// The label of a token in a name.
#[cfg(feature = "train")]
pub(crate) fn label(class: Class, is_first: bool) -> Label {
    1 + 2 * class as u8 + u8::from(!is_first)
}

/// The class of a label and whether it is a first one; `None` outside of names.
pub(crate) fn class_of(label: Label) -> Option<(Class, bool)> {
    let of_name = label.checked_sub(1)?;
    Some((*Class::ALL.get(usize::from(of_name / 2))?, of_name % 2 == 0))
}

/// Whether a label can stand after another.
fn may_follow(before: Label, label: Label) -> bool {
    match class_of(label) {
        Some((class, false)) => class_of(before).is_some_and(|(other, _)| other == class),
        _ => true,
    }
}

/// Scores of each label.
pub(crate) type Scores = [f32; LABELS];

/// The weights.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// By feature.
    pub(crate) weights: HashMap<u32, Scores>,
    /// By the label before.
    pub(crate) transitions: [Scores; LABELS],
}

const WEIGHTS: &[u8] = include_bytes!("../data/tagger.bin");

/// The model that comes with the crate.
pub(crate) static MODEL: LazyLock<Model> = LazyLock::new(|| Model::from_bytes(WEIGHTS));

impl Model {
    /// The weights that come with the crate.
    #[cfg(feature = "train")]
    pub fn built_in() -> &'static Self {
        &MODEL
    }

    /// The score of each label for a token, by its features alone.
    fn scores(&self, features: &[u32]) -> Scores {
        let mut scores = [0.0; LABELS];
        for weights in features.iter().filter_map(|feature| self.weights.get(feature)) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight;
            }
        }
        scores
    }

    /// The best labels for a sentence, and how much better each is, by itself, than the best one of another class.
    pub(crate) fn tag(&self, features: &[Vec<u32>]) -> Vec<(Label, f32)> {
        let scores: Vec<Scores> = features.iter().map(|features| self.scores(features)).collect();
        let labels = self.best(&scores);
        labels
            .into_iter()
            .zip(scores)
            .map(|(label, scores)| {
                let class = class_of(label).map(|(class, _)| class);
                let mut others = f32::NEG_INFINITY;
                for (other, score) in (0..).zip(scores) {
                    if class_of(other).map(|(class, _)| class) != class {
                        others = others.max(score);
                    }
                }
                (label, scores.get(usize::from(label)).copied().unwrap_or_default() - others)
            })
            .collect()
    }

    /// Viterbi's algorithm.
    fn best(&self, scores: &[Scores]) -> Vec<Label> {
        let mut came_from: Vec<[Label; LABELS]> = Vec::with_capacity(scores.len());
        let mut best: Scores = [f32::NEG_INFINITY; LABELS];
        if let Some(outside) = best.first_mut() {
            *outside = 0.0;
        }
        for token in scores {
            let mut next = [f32::NEG_INFINITY; LABELS];
            let mut from = [0; LABELS];
            for (label, ((next, from), score)) in
                (0..).zip(next.iter_mut().zip(&mut from).zip(token))
            {
                for (before, (so_far, transitions)) in (0..).zip(best.iter().zip(&self.transitions))
                {
                    let sum = so_far
                        + transitions.get(usize::from(label)).copied().unwrap_or_default()
                        + score;
                    if may_follow(before, label) && sum > *next {
                        (*next, *from) = (sum, before);
                    }
                }
            }
            came_from.push(from);
            best = next;
        }
        let last =
            (0..).zip(best).max_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(label, _)| label);
        let mut labels = vec![last; scores.len()];
        let mut label = last;
        for (slot, from) in labels.iter_mut().zip(&came_from).rev() {
            *slot = label;
            label = from.get(usize::from(label)).copied().unwrap_or_default();
        }
        labels
    }

    /// Reads weights: the 81 transitions, then for each feature the difference to the last one's number (a variable-length
    /// integer), which labels have a weight (2 bytes), and those weights (1 byte each, all to one scale).
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut model = Self::default();
        let mut bytes = bytes.iter().copied();
        for weight in model.transitions.iter_mut().flatten() {
            let low = bytes.next().unwrap_or_default();
            *weight = f32::from(i16::from_le_bytes([low, bytes.next().unwrap_or_default()]));
        }
        let mut feature = 0_u32;
        loop {
            let (mut step, mut shift) = (0_u32, 0);
            loop {
                let Some(byte) = bytes.next() else { return model };
                step |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or_default();
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            feature = feature.wrapping_add(step);
            let low = bytes.next().unwrap_or_default();
            let which = u16::from_le_bytes([low, bytes.next().unwrap_or_default()]);
            let mut weights = [0.0; LABELS];
            for (label, weight) in weights.iter_mut().enumerate() {
                if which >> label & 1 == 1 {
                    *weight = f32::from(bytes.next().unwrap_or_default() as i8);
                }
            }
            model.weights.insert(feature, weights);
        }
    }
}
