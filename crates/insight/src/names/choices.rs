//! Choices: the candidates of a document grouped by their range of tokens, the best first.

use super::candidates::Candidate;
use super::entity::Kind;
use crate::hash::FastMap;
use crate::tokenized::TokenizedDocument;
use std::collections::BTreeMap;
use std::ops::Range;

/// The score of each word of a candidate after the first, so that the longer of two candidates
/// wins.
const LENGTH_BONUS: f32 = 0.6;
/// The factor for the weight of evidence in headlines.
const HEADLINE_FACTOR: f32 = 0.5;
/// The factor for the weight of evidence from other mentions of the same name.
const REPETITION_FACTOR: f32 = 0.5;
/// The greatest score for evidence from other mentions of the same name.
const MAX_REPETITION: f32 = 2.0;

/// The weight of the evidence for each kind of a name.
type Votes = BTreeMap<Option<Kind>, f32>;

/// All candidates for one range of tokens.
pub(super) struct Choice<'c> {
    pub(super) passage: usize,
    pub(super) tokens: Range<usize>,
    pub(super) candidates: Vec<&'c Candidate>,
    /// The text, folded.
    pub(super) full_name: String,
    /// The index of the name among those of the document.
    name: usize,
}

/// A choice with what the document tells about its name.
pub(super) struct RankedChoice<'c> {
    pub(super) choice: Choice<'c>,
    /// The kind with the most votes for the name in the whole document.
    pub(super) kind: Option<Kind>,
    score: f32,
}

/// Groups candidates by their range of tokens, adds up all evidence in the document for each name,
/// and sorts the groups by score.
pub(super) fn ranked_choices<'c>(
    document: &TokenizedDocument<'_>,
    candidates: &'c [Candidate],
) -> Vec<RankedChoice<'c>> {
    let mut choices: Vec<Choice<'c>> = Vec::new();
    let mut by_range: FastMap<(usize, usize, usize), usize> = FastMap::default();
    let mut names: FastMap<String, usize> = FastMap::default();
    let mut votes: Vec<Votes> = Vec::new();
    for candidate in candidates {
        let Candidate { passage, tokens, .. } = candidate;
        let index = *by_range.entry((*passage, tokens.start, tokens.end)).or_insert_with(|| {
            let full_name = document.folded_text(*passage, tokens);
            let name = match names.get(&full_name) {
                Some(name) => *name,
                None => {
                    names.insert(full_name.clone(), votes.len());
                    votes.push(Votes::new());
                    votes.len() - 1
                }
            };
            let (passage, tokens) = (*passage, tokens.clone());
            choices.push(Choice { passage, tokens, candidates: Vec::new(), full_name, name });
            choices.len() - 1
        });
        let Some(choice) = choices.get_mut(index) else { continue };
        choice.candidates.push(candidate);
        if let Some(votes) = votes.get_mut(choice.name) {
            let factor = if candidate.in_headline { HEADLINE_FACTOR } else { 1.0 };
            *votes.entry(candidate.kind).or_default() += candidate.weight * factor;
        }
    }
    let rank = |choice: Choice<'c>| {
        let votes = votes.get(choice.name);
        let kind = votes.and_then(winner);
        let own: f32 = choice.candidates.iter().map(|candidate| candidate.weight).sum();
        let total = votes.and_then(|votes| votes.get(&kind)).copied().unwrap_or_default();
        let repetition = ((total - own).max(0.0) * REPETITION_FACTOR).min(MAX_REPETITION);
        let score = own + repetition + LENGTH_BONUS * (choice.tokens.len() - 1) as f32;
        RankedChoice { choice, kind, score }
    };
    let mut ranked: Vec<RankedChoice<'c>> = choices.into_iter().map(rank).collect();
    ranked.sort_by(|a, b| {
        let position = |ranked: &RankedChoice<'_>| {
            let Choice { passage, tokens, .. } = &ranked.choice;
            (*passage, tokens.start, tokens.end)
        };
        b.score.total_cmp(&a.score).then_with(|| position(a).cmp(&position(b)))
    });
    ranked
}

/// Returns the kind with the most votes.
fn winner(votes: &Votes) -> Option<Kind> {
    votes.iter().max_by(|a, b| a.1.total_cmp(b.1)).and_then(|(kind, _)| *kind)
}
