//! `cargo xtask stories --fit`: fits the weights of evidence by logistic regression, with Newton's
//! method. The pairs are those of the first part, in the collection, alone, and in slices alone: a
//! collection of any size tells which words are common.

use super::Article;
use super::judgements::Judgements;
use cuttings_stories::{Digest, EVIDENCE, Evidence, evidence_of_pairs};

/// The strength of the penalty on large weights of evidence with a variance of 1.
const PENALTY: f64 = 20.0;
/// The number of articles in a slice of the part.
const SLICE: usize = 400;
const STEPS: usize = 12;
/// The most that a weight changes in a step.
const MAX_CHANGE: f64 = 5.0;

/// A pair of articles: its evidence, and 1 if it tells one story, 0 if it does not.
type Example = (Evidence, f64);

/// Prints the weights that fit the judgements about the first part best.
pub(super) fn run(articles: &[Article], judgements: &Judgements) -> Result<(), String> {
    let part = judgements.parts.first().ok_or("no part was judged")?;
    let of_part: Vec<Article> =
        articles.iter().filter(|article| part.has(article.id)).cloned().collect();
    let mut examples: Vec<Example> = Vec::new();
    for articles in [articles, &of_part].into_iter().chain(of_part.chunks(SLICE)) {
        let digests: Vec<Digest> = articles.iter().map(|it| Digest::new(&it.document)).collect();
        for (one, other, evidence) in evidence_of_pairs(&digests) {
            let (one, other) = (articles[one].id, articles[other].id);
            let pair = (one.min(other), one.max(other));
            if part.has(one) && part.has(other) && !judgements.unsure.contains(&pair) {
                examples.push((evidence, f64::from(u8::from(judgements.same.contains(&pair)))));
            }
        }
    }
    println!("{} pairs", examples.len());
    for row in weights(&examples).chunks(10) {
        let row: Vec<String> = row.iter().map(|weight| format!("{weight:.3}")).collect();
        println!("    {},", row.join(", "));
    }
    Ok(())
}

fn weights(examples: &[Example]) -> Vec<f64> {
    let penalties = penalties(examples);
    let mut weights = vec![0.0; EVIDENCE];
    for _ in 0..STEPS {
        // The gradient is the last column.
        let mut system = vec![vec![0.0; EVIDENCE + 1]; EVIDENCE];
        for (at, (row, penalty)) in system.iter_mut().zip(&penalties).enumerate() {
            row[at] += penalty;
            row[EVIDENCE] -= penalty * weights[at];
        }
        for (evidence, expected) in examples {
            let pairs = evidence.iter().zip(&weights);
            let odds: f64 = pairs.map(|(value, weight)| f64::from(*value) * weight).sum();
            let likely = 1.0 / (1.0 + (-odds.clamp(-30.0, 30.0)).exp());
            let (error, slope) = (expected - likely, likely * (1.0 - likely) + 1e-9);
            for (row, one) in system.iter_mut().zip(evidence) {
                let one = f64::from(*one);
                if one != 0.0 {
                    for (cell, other) in row.iter_mut().zip(evidence) {
                        *cell += slope * one * f64::from(*other);
                    }
                    row[EVIDENCE] += error * one;
                }
            }
        }
        for (weight, change) in weights.iter_mut().zip(solve(system)) {
            *weight += change.clamp(-MAX_CHANGE, MAX_CHANGE);
        }
    }
    weights
}

/// Returns the penalty on each weight: the same for all in units of the evidence's variance, and
/// nearly none for the constant, whose variance is 0.
fn penalties(examples: &[Example]) -> Vec<f64> {
    let mean = |value: &dyn Fn(&Evidence) -> f64| {
        examples.iter().map(|(evidence, _)| value(evidence)).sum::<f64>() / examples.len() as f64
    };
    let variance = |at: usize| {
        let value = move |evidence: &Evidence| f64::from(evidence[at]);
        let center = mean(&value);
        mean(&|evidence| (value(evidence) - center).powi(2))
    };
    (0..EVIDENCE).map(|at| PENALTY * variance(at) + 1e-9).collect()
}

/// Solves a system of linear equations by elimination. The last column is the right side.
fn solve(mut system: Vec<Vec<f64>>) -> Vec<f64> {
    let size = system.len();
    for at in 0..size {
        let largest =
            (at..size).max_by(|a, b| system[*a][at].abs().total_cmp(&system[*b][at].abs()));
        system.swap(at, largest.unwrap_or(at));
        let pivot = system[at].clone();
        for (number, row) in system.iter_mut().enumerate() {
            let factor = row[at] / pivot[at];
            if number != at && factor != 0.0 {
                row.iter_mut().zip(&pivot).for_each(|(cell, pivot)| *cell -= factor * pivot);
            }
        }
    }
    (0..size).map(|at| system[at][size] / system[at][at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved() {
        let solved = solve(vec![vec![0.0, 2.0, 4.0], vec![1.0, 1.0, 5.0]]);
        assert_eq!(solved, [3.0, 2.0]);
    }
}
