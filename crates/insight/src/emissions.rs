//! Emission scores: for each token of a sentence, the sum of the weights of its features by label.
//!
//! Most groups of features recur within a run of documents, so their sums are kept. The weights of
//! a model are integers that a sum of them represents exactly, so the order of additions does not
//! change a score.

use crate::features::{
    AnnotatedSentence, Feature, FlagContext, FlagsInPlace, NEIGHBOURS, add_context_features,
    add_flag_features, add_run_features, add_shape_features, add_word_features, flags_after, shape,
};
use crate::hash::FastMap;
use crate::lexicon::{ShapeId, Word};
use crate::tagger::{LABEL_COUNT, Model, Scores, Weights};

/// The emission scores by one model for the words of one lexicon.
pub(crate) struct Emissions<'m> {
    model: &'m Model,
    /// The scores of each word, by its number in the lexicon.
    words: Vec<Option<WordScores<'m>>>,
    /// The scores of the word outside of a sentence.
    outside: WordScores<'m>,
    /// The sums for groups of features that recur.
    shapes: FastMap<[ShapeId; 3], Scores>,
    flags: FastMap<(FlagsInPlace, ShapeId), Scores>,
    contexts: FastMap<FlagContext, Scores>,
}

/// The scores that a word gives to the tokens around it and to its own.
#[derive(Clone, Copy)]
struct WordScores<'m> {
    own: Scores,
    /// The weights that the neighbours in [`NEIGHBOURS`] give, if the model has any.
    beside: [Option<&'m Weights>; NEIGHBOURS.len()],
}

impl<'m> Emissions<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        Self {
            model,
            words: Vec::new(),
            outside: WordScores { own: Scores::default(), beside: beside(model, "") },
            shapes: FastMap::default(),
            flags: FastMap::default(),
            contexts: FastMap::default(),
        }
    }

    pub(crate) fn model(&self) -> &'m Model {
        self.model
    }

    /// Returns the scores of each token.
    pub(crate) fn scores(&mut self, sentence: &AnnotatedSentence<'_>) -> Vec<Scores> {
        for token in &sentence.tokens {
            self.add_word(token.word);
        }
        (0..sentence.tokens.len()).map(|at| self.token_scores(sentence, at)).collect()
    }

    /// Computes the scores of a word unless they are known.
    fn add_word(&mut self, word: &Word) {
        let number = word.id.0 as usize;
        if number >= self.words.len() {
            self.words.resize(number + 1, None);
        }
        let model = self.model;
        if let Some(scores) = self.words.get_mut(number) {
            scores.get_or_insert_with(|| WordScores {
                own: sum(model, |add| add_word_features(word, add)),
                beside: beside(model, &word.lower),
            });
        }
    }

    /// Returns the scores of a word that is added, or of none.
    fn word(&self, word: Option<&Word>) -> &WordScores<'m> {
        let scores = word.and_then(|word| self.words.get(word.id.0 as usize));
        scores.and_then(Option::as_ref).unwrap_or(&self.outside)
    }

    fn token_scores(&mut self, sentence: &AnnotatedSentence<'_>, at: usize) -> Scores {
        let model = self.model;
        let Some(token) = sentence.tokens.get(at) else { return Scores::default() };
        let mut scores = self.word(Some(token.word)).own;
        for (index, (offset, _)) in NEIGHBOURS.iter().enumerate() {
            let neighbour = self.word(sentence.word_near(at, *offset));
            if let Some(Some(weights)) = neighbour.beside.get(index) {
                add(&mut scores, weights);
            }
        }
        let words = sentence.shapes(at);
        let key = words.map(|word| word.map(|word| word.shape_id).unwrap_or_default());
        let shapes = || sum(model, |add| add_shape_features(words.map(shape), add));
        add(&mut scores, self.shapes.entry(key).or_insert_with(shapes));
        let in_place = sentence.flags_in_place(at);
        let flags = || sum(model, |add| add_flag_features(&in_place, &token.word.shape, add));
        let key = (in_place, token.word.shape_id);
        add(&mut scores, self.flags.entry(key).or_insert_with(flags));
        let key = sentence.context(at);
        let context = || sum(model, |add| add_context_features(&key, add));
        add(&mut scores, self.contexts.entry(key).or_insert_with(context));
        add_feature(model, &mut scores, flags_after(sentence, at));
        add_run_features(sentence, at, &mut |feature| add_feature(model, &mut scores, feature));
        scores
    }
}

/// Returns the weights that a word, in lower case, gives to the tokens beside it.
fn beside<'m>(model: &'m Model, lower: &str) -> [Option<&'m Weights>; NEIGHBOURS.len()] {
    NEIGHBOURS.map(|(_, feature)| model.weights.get(&feature.text(lower).id()))
}

/// Returns the sum of the weights of a group of features.
fn sum(model: &Model, group: impl FnOnce(&mut dyn FnMut(Feature))) -> Scores {
    let mut scores = Scores::default();
    group(&mut |feature| add_feature(model, &mut scores, feature));
    scores
}

fn add_feature(model: &Model, scores: &mut Scores, feature: Feature) {
    if let Some(weights) = model.weights.get(&feature.id()) {
        add(scores, weights);
    }
}

fn add<W: Copy + Into<f32>>(scores: &mut Scores, weights: &[W; LABEL_COUNT]) {
    scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += (*weight).into());
}
