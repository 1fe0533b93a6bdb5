//! Candidates that the settings name.

use super::candidate::Candidate;
use crate::document::Reading;
use crate::names::evidence::Evidence;
use crate::names::settings::Settings;
use crate::token::tokens;

/// Adds every place where one of the names that always are names stands.
pub(super) fn add_forced(
    reading: &Reading<'_>,
    settings: &Settings,
    candidates: &mut Vec<Candidate>,
) {
    const FORCED: f32 = 100.0;
    for (kind, name) in &settings.always {
        let words = tokens(name, |_| false);
        for (number, passage) in reading.passages.iter().enumerate() {
            for at in 0..passage.tokens.len() {
                let here = passage.tokens.get(at..at + words.len()).unwrap_or_default();
                if !words.is_empty()
                    && here.len() == words.len()
                    && here.iter().zip(&words).all(|(token, word)| token.text == word.text)
                {
                    candidates.push(Candidate {
                        passage: number,
                        tokens: at..at + words.len(),
                        kind: Some(*kind),
                        evidence: Evidence::Site,
                        weight: FORCED,
                        headline: false,
                    });
                }
            }
        }
    }
}
