//! Candidates that the settings list as names.

use super::candidate::Candidate;
use super::weights::SETTINGS;
use crate::names::evidence::Evidence;
use crate::names::settings::Settings;
use crate::token::tokenize;
use crate::tokenized::TokenizedDocument;

/// Proposes every occurrence of a text that the settings list as a name.
pub(super) fn propose_listed(
    document: &TokenizedDocument<'_>,
    settings: &Settings,
    candidates: &mut Vec<Candidate>,
) {
    for (kind, name) in &settings.always {
        let words = tokenize(name, |_| false);
        for (passage_index, passage) in document.passages.iter().enumerate() {
            for at in 0..passage.tokens.len() {
                let here = passage.tokens.get(at..at + words.len()).unwrap_or_default();
                if !words.is_empty()
                    && here.len() == words.len()
                    && here.iter().zip(&words).all(|(token, word)| token.text == word.text)
                {
                    candidates.push(Candidate {
                        passage: passage_index,
                        tokens: at..at + words.len(),
                        kind: Some(*kind),
                        evidence: Evidence::Settings,
                        weight: SETTINGS,
                        in_headline: false,
                    });
                }
            }
        }
    }
}
