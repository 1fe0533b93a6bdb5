//! What a document's candidates come to: each stretch one name of one kind, and each short name the full one it stands for.

use super::candidates::Candidate;
use super::entity::Kind;
use super::evidence::Evidence;
use super::settings::Settings;
use crate::document::Reading;
use crate::gazetteer::{GAZETTEER, folded};
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// A name found in a document.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) passage: usize,
    /// As a range of the passage's tokens.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) evidence: Vec<Evidence>,
    /// Whom or what it names, among the document's own: its full name, folded.
    pub(crate) full: String,
}

/// For each stretch of a longer name in a run, what it counts for besides its evidence.
const LONGER: f32 = 0.6;
/// What evidence in a headline counts for.
const IN_HEADLINE: f32 = 0.5;
/// What the article's own other mentions of a name count for, each.
const ELSEWHERE: f32 = 0.5;

/// How much it says that a word is the surname of a person named in full.
const SURNAME: f32 = 2.5;
/// What the tagger's margin has to be where nothing else speaks for a name: of a single word, and of several.
fn sure(kind: Kind, is_single: bool) -> f32 {
    match (kind, is_single) {
        (Kind::Person, true) => 0.4,
        (Kind::Person, false) => 0.0,
        (Kind::Place, true) => 0.1,
        (Kind::Place, false) => 0.2,
        (Kind::Organisation, true) => -0.2,
        (Kind::Organisation, false) => 0.0,
        (Kind::Weapon, _) => -1.0,
    }
}

/// What it has to be in a headline.
const SURE_IN_HEADLINE: f32 = 0.3;

/// Makes candidates of the single words that are surnames of people named in full, whatever they were taken for.
pub(super) fn add_surnames(reading: &Reading<'_>, candidates: &mut Vec<Candidate>) {
    let last_word = |candidate: &Candidate| {
        let passage = reading.passages.get(candidate.passage)?;
        Some(passage.tokens.get(candidate.tokens.end.checked_sub(1)?)?.text)
    };
    // Those whose full names have more behind them than the tagger's word.
    let surnames: HashSet<&str> = candidates
        .iter()
        .filter(|candidate| {
            candidate.kind == Some(Kind::Person)
                && candidate.tokens.len() > 1
                && !matches!(candidate.evidence, Evidence::Unknown)
        })
        .filter_map(last_word)
        .collect();
    let mut further: Vec<Candidate> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.tokens.len() == 1) {
        let is_surname = last_word(candidate).is_some_and(|word| surnames.contains(word));
        let is_there = further.last().is_some_and(|last| {
            last.passage == candidate.passage && last.tokens == candidate.tokens
        });
        if is_surname && candidate.kind != Some(Kind::Place) && !is_there {
            further.push(Candidate {
                kind: Some(Kind::Person),
                evidence: Evidence::Surname,
                weight: SURNAME,
                ..candidate.clone()
            });
        }
    }
    candidates.extend(further);
}

/// Drops single words that only the tagger takes for a name, and not surely, if no list has them; and in headlines whatever
/// only the tagger takes for one, unless it is in the text as well.
pub(super) fn doubt(reading: &Reading<'_>, candidates: &mut Vec<Candidate>) {
    let mut strong: HashSet<String> = HashSet::new();
    for candidate in candidates.iter() {
        let is_tagged =
            matches!(candidate.evidence, Evidence::Tagger(margin) if margin < SURE_IN_HEADLINE);
        if !is_tagged && candidate.kind.is_some() && !candidate.headline {
            strong.insert(key(reading, candidate.passage, &candidate.tokens));
        }
    }
    candidates.retain(|candidate| {
        let Evidence::Tagger(margin) = candidate.evidence else { return true };
        let Some(kind) = candidate.kind else { return true };
        let Some(passage) = reading.passages.get(candidate.passage) else { return false };
        let here = passage.tokens.get(candidate.tokens.clone()).unwrap_or_default();
        let is_listed = |token: &Token<'_>| {
            let is_name = GAZETTEER.is_given(token.text) || GAZETTEER.is_surname(token.text);
            !GAZETTEER.is_common(&token.lower())
                && (is_name && candidate.kind == Some(Kind::Person)
                    || GAZETTEER.place(token.text).is_some() && candidate.kind == Some(Kind::Place)
                    || token.is_initials() && candidate.kind == Some(Kind::Organisation))
        };
        let is_strong = || strong.contains(&key(reading, candidate.passage, &candidate.tokens));
        // "University" or "Division" alone names none.
        let is_general = |token: &Token<'_>| {
            let lower = token.lower();
            let lower = lower.trim_end_matches('.');
            WORDS.organisations_in_general.has(lower)
                || WORDS.place_heads.has(lower)
                || WORDS.units.has(lower)
        };
        if kind == Kind::Organisation && here.len() == 1 && here.iter().any(is_general) {
            return false;
        }
        if candidate.headline {
            let has_unlisted = here
                .iter()
                .any(|token| !GAZETTEER.is_common(&token.lower()) && !is_people(&token.lower()));
            return is_strong()
                || here.iter().any(is_listed)
                || (here.len() > 1 && has_unlisted && margin >= SURE_IN_HEADLINE);
        }
        margin >= sure(kind, here.len() == 1) || is_strong() || here.iter().any(is_listed)
    });
}

/// A stretch's name, folded.
pub(super) fn key(reading: &Reading<'_>, passage: usize, tokens: &Range<usize>) -> String {
    reading.passages.get(passage).map(|passage| folded(passage.slice(tokens))).unwrap_or_default()
}

type Votes = HashMap<String, BTreeMap<Option<Kind>, f32>>;

/// What all evidence in the document says of each name.
fn votes(reading: &Reading<'_>, candidates: &[Candidate]) -> Votes {
    let mut votes = Votes::new();
    for candidate in candidates {
        let weight =
            if candidate.headline { candidate.weight * IN_HEADLINE } else { candidate.weight };
        *votes
            .entry(key(reading, candidate.passage, &candidate.tokens))
            .or_default()
            .entry(candidate.kind)
            .or_default() += weight;
    }
    votes
}

/// The kind that a name's votes are for.
fn winner(votes: &BTreeMap<Option<Kind>, f32>) -> Option<Kind> {
    votes.iter().max_by(|a, b| a.1.total_cmp(b.1)).and_then(|(kind, _)| *kind)
}

/// Chooses among overlapping candidates: the one with most behind it.
pub(super) fn choose(
    reading: &Reading<'_>,
    candidates: &[Candidate],
    settings: &Settings,
) -> Vec<Found> {
    let votes = votes(reading, candidates);
    struct Choice<'c> {
        passage: usize,
        tokens: Range<usize>,
        kind: Option<Kind>,
        score: f32,
        evidence: Vec<&'c Evidence>,
    }
    let mut choices: BTreeMap<(usize, usize, usize), Vec<&Candidate>> = BTreeMap::new();
    for candidate in candidates {
        choices
            .entry((candidate.passage, candidate.tokens.start, candidate.tokens.end))
            .or_default()
            .push(candidate);
    }
    let mut choices: Vec<Choice<'_>> = choices
        .into_iter()
        .map(|((passage, start, end), here)| {
            let name = key(reading, passage, &(start..end));
            let votes = votes.get(&name);
            let kind = votes.and_then(winner);
            let own: f32 = here.iter().map(|candidate| candidate.weight).sum();
            let of_kind = votes.and_then(|votes| votes.get(&kind)).copied().unwrap_or_default();
            let elsewhere = ((of_kind - own).max(0.0) * ELSEWHERE).min(2.0);
            let score = own + elsewhere + LONGER * (end - start - 1) as f32;
            let evidence = here
                .iter()
                .filter(|candidate| candidate.kind == kind)
                .map(|candidate| &candidate.evidence)
                .collect();
            Choice { passage, tokens: start..end, kind, score, evidence }
        })
        .collect();
    choices.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then((a.passage, a.tokens.start).cmp(&(b.passage, b.tokens.start)))
    });
    let mut taken: HashMap<usize, Vec<bool>> = HashMap::new();
    let mut found = Vec::new();
    for choice in choices {
        let length = reading.passages.get(choice.passage).map_or(0, |passage| passage.tokens.len());
        let taken = taken.entry(choice.passage).or_insert_with(|| vec![false; length]);
        let Some(slots) = taken.get_mut(choice.tokens.clone()) else { continue };
        if slots.iter().any(|taken| *taken) {
            continue;
        }
        slots.fill(true);
        let full = key(reading, choice.passage, &choice.tokens);
        if let Some(kind) = choice.kind
            && !settings.forbids(&full)
        {
            let mut evidence: Vec<Evidence> = choice.evidence.into_iter().cloned().collect();
            if evidence.is_empty() {
                evidence.push(Evidence::Elsewhere);
            }
            found.push(Found {
                passage: choice.passage,
                tokens: choice.tokens,
                kind,
                evidence,
                full,
            });
        }
    }
    found
}
