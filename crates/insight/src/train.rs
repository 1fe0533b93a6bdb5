//! Training of the tagger from sentences whose names are labelled.

use crate::capitals::{CaseUsage, is_headline};
use crate::features::features;
use crate::gazetteer::GAZETTEER;
use crate::lexicon::Lexicon;
use crate::sentence::Sentence;
use crate::sentence_splitter::split_sentences;
use crate::tagger::{Class, LABEL_COUNT, Label, Model, Scores, label};
use crate::token::{Token, tokenize};
use crate::vocabulary::is_title;
use std::collections::HashMap;
use std::ops::Range;

/// A text and the names in it, as ranges of bytes.
pub type LabelledText = (String, Vec<(Range<usize>, Class)>);

/// A training example: a sentence as the features and the correct label of each token.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// The features of each token.
    pub(crate) features: Vec<Vec<u32>>,
    /// The correct label of each token.
    pub(crate) labels: Vec<Label>,
}

/// Turns a labelled document into training examples: each sentence, and some of them once more in
/// headline case.
pub fn examples(document: &[LabelledText]) -> Vec<Example> {
    let is_name = |word: &str| GAZETTEER.place_kind(word).is_some();
    let split = |text| {
        let tokens = tokenize(text, is_name);
        let sentences = split_sentences(&tokens);
        (tokens, sentences)
    };
    let mut case_usage = CaseUsage::default();
    for (text, _) in document {
        let (tokens, sentences) = split(text);
        sentences
            .into_iter()
            .filter_map(|range| tokens.get(range))
            .for_each(|sentence| case_usage.add(sentence));
    }
    let mut examples = Vec::new();
    for (text_index, (text, names)) in document.iter().enumerate() {
        let (tokens, sentences) = split(text);
        for sentence in sentences.into_iter().filter_map(|range| tokens.get(range)) {
            examples.push(example(sentence, names, &case_usage));
            if text_index % 5 == 0 && !is_headline(sentence) && (4..20).contains(&sentence.len()) {
                let words: Vec<String> = sentence.iter().map(in_headline_case).collect();
                let headline: Vec<Token<'_>> = sentence
                    .iter()
                    .zip(&words)
                    .map(|(token, text)| Token { text, ..token.clone() })
                    .collect();
                let mut example = example(sentence, names, &case_usage);
                example.features = features_of(&headline, &case_usage);
                examples.push(example);
            }
        }
    }
    examples
}

/// Returns a word as headlines write it.
fn in_headline_case(token: &Token<'_>) -> String {
    const LOWER_CASE_WORDS: [&str; 22] = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as",
        "with", "from", "into", "is", "over", "after", "be", "nor",
    ];
    let mut chars = token.text.chars();
    match chars.next() {
        Some(first) if !LOWER_CASE_WORDS.contains(&token.text) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => token.text.to_owned(),
    }
}

/// Returns the example of a sentence. `names` are those of its text.
fn example(
    sentence: &[Token<'_>],
    names: &[(Range<usize>, Class)],
    case_usage: &CaseUsage<'_>,
) -> Example {
    let mut last = None;
    let labels = sentence
        .iter()
        .map(|token| {
            let name = names
                .iter()
                .find(|(range, _)| range.start <= token.start && token.end() <= range.end);
            let is_first = name.map(|(range, _)| range.start) != last;
            last = name.map(|(range, _)| range.start);
            name.map_or(0, |(_, class)| label(*class, is_first))
        })
        .collect();
    Example { features: features_of(sentence, case_usage), labels }
}

/// Returns the features of each token of a sentence.
fn features_of(sentence: &[Token<'_>], case_usage: &CaseUsage<'_>) -> Vec<Vec<u32>> {
    features(&Sentence::new(sentence, &mut Lexicon::default()), case_usage)
}

/// Trains a model on `examples`.
///
/// Training runs `orders` times, each time with `rounds` passes over the examples in another random
/// order, and averages the resulting weights, so that no single order decides. The same examples
/// give the same weights.
pub fn train(examples: &[Example], rounds: usize, orders: u64) -> Model {
    let mut sum = Model::default();
    for order in 0..orders {
        let model = train_once(
            examples,
            rounds,
            0x9E37_79B9_7F4A_7C15 ^ (order + 1).wrapping_mul(0x2545_F491_4F6C_DD1D),
        );
        for (feature, weights) in model.weights {
            let sums = sum.weights.entry(feature).or_default();
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight / orders as f32);
        }
        for (sums, weights) in sum.transitions.iter_mut().zip(model.transitions) {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight / orders as f32);
        }
    }
    sum
}

/// Trains a model with one random order of the examples, given by `seed`.
fn train_once(examples: &[Example], rounds: usize, seed: u64) -> Model {
    let mut model = Model::default();
    let mut sums: HashMap<u32, Scores> = HashMap::new();
    let mut transition_sums = [[0.0_f32; LABEL_COUNT]; LABEL_COUNT];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = seed;
    // The average of the weights after each sentence is the final weights minus the sum of all
    // changes, each multiplied by the number of sentences before it, divided by the number of
    // sentences.
    let mut seen = 1.0_f32;
    for _ in 0..rounds {
        shuffle(&mut order, &mut random);
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            let scores = model.scores(&example.features);
            let predicted: Vec<Label> =
                model.tag(&scores).into_iter().map(|(label, _)| label).collect();
            if predicted != example.labels {
                let mut before = (0, 0);
                for ((features, correct), predicted) in
                    example.features.iter().zip(&example.labels).zip(&predicted)
                {
                    if correct != predicted {
                        for feature in features {
                            for (weights, step) in [
                                (model.weights.entry(*feature).or_default(), 1.0),
                                (sums.entry(*feature).or_default(), seen),
                            ] {
                                weights[usize::from(*correct)] += step;
                                weights[usize::from(*predicted)] -= step;
                            }
                        }
                    }
                    if (*correct, before.0) != (*predicted, before.1) {
                        for (weights, step) in
                            [(&mut model.transitions, 1.0), (&mut transition_sums, seen)]
                        {
                            weights[usize::from(before.0)][usize::from(*correct)] += step;
                            weights[usize::from(before.1)][usize::from(*predicted)] -= step;
                        }
                    }
                    before = (*correct, *predicted);
                }
            }
            seen += 1.0;
        }
    }
    for (feature, weights) in &mut model.weights {
        let sums = sums.get(feature).copied().unwrap_or_default();
        weights.iter_mut().zip(sums).for_each(|(weight, sum)| *weight -= sum / seen);
    }
    for (weights, sums) in model.transitions.iter_mut().zip(transition_sums) {
        weights.iter_mut().zip(sums).for_each(|(weight, sum)| *weight -= sum / seen);
    }
    model
}

/// Shuffles by Fisher and Yates, with a xorshift generator, so that training is reproducible.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for at in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(at, (*random % (at as u64 + 1)) as usize);
    }
}

/// Encodes the `feature_limit` features with the largest weights, as [`Model::from_bytes`] decodes
/// them.
pub fn to_bytes(model: &Model, feature_limit: usize) -> Vec<u8> {
    let magnitude =
        |weights: &Scores| weights.iter().fold(0.0_f32, |max, weight| max.max(weight.abs()));
    let mut features: Vec<(&u32, &Scores)> = model.weights.iter().collect();
    features.sort_by(|a, b| magnitude(b.1).total_cmp(&magnitude(a.1)).then(a.0.cmp(b.0)));
    features.truncate(feature_limit);
    let greatest =
        features.first().map_or(1.0, |(_, weights)| magnitude(weights)).max(f32::EPSILON);
    let scale = 127.0 / greatest.min(12.0);
    features.sort_by_key(|(feature, _)| **feature);
    let mut out = Vec::new();
    for weight in model.transitions.iter().flatten() {
        out.extend(((weight * scale).clamp(-30_000.0, 30_000.0) as i16).to_le_bytes());
    }
    let mut last = 0;
    for (feature, weights) in features {
        let quantised: Vec<i8> = weights
            .iter()
            .map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8)
            .collect();
        if quantised.iter().all(|weight| *weight == 0) {
            continue;
        }
        let mut delta = feature - last;
        while delta >= 0x80 {
            out.push(delta as u8 | 0x80);
            delta >>= 7;
        }
        out.push(delta as u8);
        last = *feature;
        let labels = (0..)
            .zip(&quantised)
            .fold(0_u16, |labels, (label, weight)| labels | u16::from(*weight != 0) << label);
        out.extend(labels.to_le_bytes());
        out.extend(quantised.iter().filter(|weight| **weight != 0).map(|weight| *weight as u8));
    }
    out
}

/// Returns the range of a person's name without the titles in front of it.
pub fn without_titles(text: &str, range: Range<usize>) -> Range<usize> {
    let tokens = tokenize(text.get(range.clone()).unwrap_or_default(), |_| false);
    let start = tokens
        .iter()
        .find(|token| token.is_word() && !is_title(&token.lower()))
        .map_or(range.end, |token| range.start + token.start);
    let end = tokens
        .iter()
        .rfind(|token| token.is_word())
        .map_or(range.end, |token| range.start + token.end());
    start..end.max(start)
}
