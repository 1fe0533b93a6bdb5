//! Learning the tagger's weights from sentences whose names are known.

use crate::features::{Habits, features, is_headline};
use crate::gazetteer::GAZETTEER;
use crate::tagger::{Class, LABELS, Label, Model, Scores, label};
use crate::token::{Token, sentences, tokens};
use crate::vocabulary::is_title;
use std::collections::HashMap;
use std::ops::Range;

/// A text and the names in it, as ranges of bytes.
pub type Labelled = (String, Vec<(Range<usize>, Class)>);

/// The examples in a document: each sentence of its texts, and some of them once more in the capitals of a headline.
pub fn examples(document: &[Labelled]) -> Vec<Example> {
    let is_name = |word: &str| GAZETTEER.place(word).is_some();
    let of = |text| {
        let tokens = tokens(text, is_name);
        let sentences = sentences(&tokens);
        (tokens, sentences)
    };
    let mut habits = Habits::default();
    for (text, _) in document {
        let (tokens, sentences) = of(text);
        sentences
            .into_iter()
            .filter_map(|range| tokens.get(range))
            .for_each(|sentence| habits.add(sentence));
    }
    let mut examples = Vec::new();
    for (number, (text, names)) in document.iter().enumerate() {
        let (tokens, sentences) = of(text);
        for sentence in sentences.into_iter().filter_map(|range| tokens.get(range)) {
            examples.push(example(sentence, names, &habits));
            if number % 5 == 0 && !is_headline(sentence) && (4..20).contains(&sentence.len()) {
                let words: Vec<String> = sentence.iter().map(capitalised).collect();
                let headline: Vec<Token<'_>> = sentence
                    .iter()
                    .zip(&words)
                    .map(|(token, text)| Token { text, ..token.clone() })
                    .collect();
                let mut capital = example(sentence, names, &habits);
                capital.features = features(&headline, &habits);
                examples.push(capital);
            }
        }
    }
    examples
}

/// A word as headlines have it.
fn capitalised(token: &Token<'_>) -> String {
    const SMALL: [&str; 22] = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as",
        "with", "from", "into", "is", "over", "after", "be", "nor",
    ];
    let mut chars = token.text.chars();
    match chars.next() {
        Some(first) if !SMALL.contains(&token.text) => first.to_uppercase().chain(chars).collect(),
        _ => token.text.to_owned(),
    }
}

fn example(sentence: &[Token<'_>], names: &[(Range<usize>, Class)], habits: &Habits) -> Example {
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
    Example { features: features(sentence, habits), labels }
}

/// A sentence: the features and the right label of each token.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// What the tagger sees of it.
    pub(crate) features: Vec<Vec<u32>>,
    /// As many as there are tokens.
    pub(crate) labels: Vec<Label>,
}

/// Learns from `examples` in so many rounds, several times with the examples in another order, and adds the weights up: what one
/// order alone would have taught comes out. The same examples give the same weights.
pub fn train(examples: &[Example], rounds: usize, times: u64) -> Model {
    let mut sum = Model::default();
    for time in 0..times {
        let model = train_once(
            examples,
            rounds,
            0x9E37_79B9_7F4A_7C15 ^ (time + 1).wrapping_mul(0x2545_F491_4F6C_DD1D),
        );
        for (feature, weights) in model.weights {
            let sums = sum.weights.entry(feature).or_default();
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight / times as f32);
        }
        for (sums, weights) in sum.transitions.iter_mut().zip(model.transitions) {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight / times as f32);
        }
    }
    sum
}

fn train_once(examples: &[Example], rounds: usize, seed: u64) -> Model {
    let mut model = Model::default();
    let mut sums: HashMap<u32, Scores> = HashMap::new();
    let mut transition_sums = [[0.0_f32; LABELS]; LABELS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = seed;
    // Each change is also summed times the number of sentences seen: the average is the last weights less that sum.
    let mut seen = 1.0_f32;
    for _ in 0..rounds {
        for at in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(at, (random % (at as u64 + 1)) as usize);
        }
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            let guess: Vec<Label> =
                model.tag(&example.features).into_iter().map(|(label, _)| label).collect();
            if guess != example.labels {
                let mut before = (0, 0);
                for ((features, right), wrong) in
                    example.features.iter().zip(&example.labels).zip(&guess)
                {
                    if right != wrong {
                        for feature in features {
                            for (weights, step) in [
                                (model.weights.entry(*feature).or_default(), 1.0),
                                (sums.entry(*feature).or_default(), seen),
                            ] {
                                weights[usize::from(*right)] += step;
                                weights[usize::from(*wrong)] -= step;
                            }
                        }
                    }
                    if (*right, before.0) != (*wrong, before.1) {
                        for (weights, step) in
                            [(&mut model.transitions, 1.0), (&mut transition_sums, seen)]
                        {
                            weights[usize::from(before.0)][usize::from(*right)] += step;
                            weights[usize::from(before.1)][usize::from(*wrong)] -= step;
                        }
                    }
                    before = (*right, *wrong);
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

/// Writes the weights of the `most` features that weigh most, as the crate reads them.
pub fn to_bytes(model: &Model, most: usize) -> Vec<u8> {
    let weight =
        |weights: &Scores| weights.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let mut features: Vec<(&u32, &Scores)> = model.weights.iter().collect();
    features.sort_by(|a, b| weight(b.1).total_cmp(&weight(a.1)).then(a.0.cmp(b.0)));
    features.truncate(most);
    let greatest = features.first().map_or(1.0, |(_, weights)| weight(weights)).max(f32::EPSILON);
    let scale = 127.0 / greatest.min(12.0);
    features.sort_by_key(|(feature, _)| **feature);
    let mut out = Vec::new();
    for weight in model.transitions.iter().flatten() {
        out.extend(((weight * scale).clamp(-30_000.0, 30_000.0) as i16).to_le_bytes());
    }
    let mut last = 0;
    for (feature, weights) in features {
        let steps: Vec<i8> = weights
            .iter()
            .map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8)
            .collect();
        if steps.iter().all(|step| *step == 0) {
            continue;
        }
        let mut step = feature - last;
        while step >= 0x80 {
            out.push(step as u8 | 0x80);
            step >>= 7;
        }
        out.push(step as u8);
        last = *feature;
        let which = (0..)
            .zip(&steps)
            .fold(0_u16, |which, (label, step)| which | u16::from(*step != 0) << label);
        out.extend(which.to_le_bytes());
        out.extend(steps.iter().filter(|step| **step != 0).map(|step| *step as u8));
    }
    out
}

/// The range of a person's name in a text without the titles before it.
pub fn without_titles(text: &str, range: Range<usize>) -> Range<usize> {
    let tokens = tokens(text.get(range.clone()).unwrap_or_default(), |_| false);
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
