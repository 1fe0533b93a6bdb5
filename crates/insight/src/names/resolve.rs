//! Resolution of candidates: chooses among the overlapping candidates of a document, and one kind
//! for each name.

use super::candidates::Candidate;
use super::choices::{Choice, RankedChoice, ranked_choices};
use super::entity::Kind;
use super::evidence::Evidence;
use super::settings::Settings;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::hash::{FastMap, FastSet};
use crate::token::Token;
use crate::tokenized::TokenizedDocument;
use crate::vocabulary::{VOCABULARY, is_demonym};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A mention in one document, before it is linked to an entity.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ResolvedMention {
    /// The index of the passage in the document.
    pub(crate) passage: usize,
    /// The range of the passage's tokens.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) evidence: Vec<Evidence>,
    /// The text, or the full name that the document uses for the same entity; folded.
    pub(crate) full_name: String,
}

/// The weight of the surname of a person whom the document names in full.
const SURNAME: f32 = 2.5;
/// The weight of the first word of a company that the document names in full.
const COMPANY: f32 = 3.0;
/// The margin that the tagger needs for an organisation of common words in a text that mentions
/// software.
const MIN_ORDINARY_MARGIN: f32 = 0.7;
/// The margin that the tagger needs for a name in a headline.
const MIN_HEADLINE_MARGIN: f32 = 0.3;

/// Returns the margin that the tagger needs for a name without other evidence.
fn min_margin(kind: Kind, is_single_word: bool) -> f32 {
    match (kind, is_single_word) {
        (Kind::Person, true) => 0.4,
        (Kind::Person, false) => 0.0,
        (Kind::Place, true) => 0.1,
        (Kind::Place, false) => 0.2,
        (Kind::Organisation, true) => -0.2,
        (Kind::Organisation, false) => 0.0,
        (Kind::Weapon, _) => -1.0,
    }
}

/// Adds a candidate for each single word that is the surname of a person named in full, unless the
/// word is proposed as a place.
pub(super) fn add_surnames(document: &TokenizedDocument<'_>, candidates: &mut Vec<Candidate>) {
    let last_word = |candidate: &Candidate| {
        let tokens = document.tokens(candidate.passage, &candidate.tokens);
        tokens.last().map(|token| token.text)
    };
    // Unlisted words in a headline are too weak to be a full name.
    let surnames: FastSet<&str> = candidates
        .iter()
        .filter(|candidate| {
            candidate.kind == Some(Kind::Person)
                && candidate.tokens.len() > 1
                && !matches!(candidate.evidence, Evidence::UnlistedWords)
        })
        .filter_map(last_word)
        .collect();
    let mut added: Vec<Candidate> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.tokens.len() == 1) {
        let is_surname = last_word(candidate).is_some_and(|word| surnames.contains(word));
        let is_duplicate = added.last().is_some_and(|last| {
            last.passage == candidate.passage && last.tokens == candidate.tokens
        });
        if is_surname && candidate.kind != Some(Kind::Place) && !is_duplicate {
            added.push(Candidate {
                kind: Some(Kind::Person),
                evidence: Evidence::Surname,
                weight: SURNAME,
                ..candidate.clone()
            });
        }
    }
    candidates.extend(added);
}

/// Adds a candidate for each single word that begins the name of a company in the document, unless
/// a person has it as a surname: "Hughes" for "Hughes Tool Co".
pub(super) fn add_companies(document: &TokenizedDocument<'_>, candidates: &mut Vec<Candidate>) {
    let mut companies: FastSet<&str> = FastSet::default();
    let mut surnames: FastSet<&str> = FastSet::default();
    for candidate in candidates.iter() {
        let tokens = document.tokens(candidate.passage, &candidate.tokens);
        let [first, .., last] = tokens else { continue };
        match (candidate.kind, &candidate.evidence) {
            (Some(Kind::Organisation), Evidence::HeadWord(_)) => {
                let lower = last.lower();
                if VOCABULARY.legal_forms.contains(lower.trim_end_matches('.')) {
                    // "E.F. Hutton Group" is called by its second word.
                    let is_initial = first.text.ends_with('.');
                    let word = if is_initial { tokens.get(1) } else { Some(first) };
                    companies.extend(word.filter(|word| is_proper(word)).map(|word| word.text));
                }
            }
            (Some(Kind::Person), evidence) if !matches!(evidence, Evidence::UnlistedWords) => {
                let is_in_company = companies.contains(first.text);
                surnames.extend(Some(last.text).filter(|_| !is_in_company));
            }
            _ => {}
        }
    }
    let mut added: Vec<Candidate> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.tokens.len() == 1) {
        let [word] = document.tokens(candidate.passage, &candidate.tokens) else { continue };
        let is_duplicate = added.last().is_some_and(|last| {
            last.passage == candidate.passage && last.tokens == candidate.tokens
        });
        let next = document.passages.get(candidate.passage);
        let next = next.and_then(|passage| passage.tokens.get(candidate.tokens.end));
        let is_alone = !next.is_some_and(Token::is_capitalised);
        if companies.contains(word.text)
            && !surnames.contains(word.text)
            && is_alone
            && !is_duplicate
        {
            added.push(Candidate {
                kind: Some(Kind::Organisation),
                evidence: Evidence::ShortForm,
                weight: COMPANY,
                ..candidate.clone()
            });
        }
    }
    candidates.extend(added);
}

/// Returns whether a word may stand for a company by itself: it is no common word, place or
/// adjective.
fn is_proper(token: &Token<'_>) -> bool {
    may_be_called(token) && !GAZETTEER.is_common_word(&token.lower())
}

/// Returns whether a word that is already known to be a name may stand for a company by itself.
/// Some surnames are common words ("Ford").
pub(super) fn may_be_called(token: &Token<'_>) -> bool {
    let lower = token.lower();
    token.text.len() >= 3
        && (!GAZETTEER.is_common_word(&lower) || GAZETTEER.is_surname(token.text))
        && !is_demonym(&lower)
        && GAZETTEER.place_kind(token.text).is_none()
}

/// Returns the initials of the organisations in the document with evidence of their own:
/// "TSC" for "Technical Steering Committee".
fn initials_of_organisations(
    document: &TokenizedDocument<'_>,
    candidates: &[Candidate],
) -> FastSet<String> {
    let organisations = candidates.iter().filter(|candidate| {
        candidate.kind == Some(Kind::Organisation) && candidate.tokens.len() > 1
    });
    organisations
        .map(|candidate| {
            let tokens = document.tokens(candidate.passage, &candidate.tokens);
            let capitalised = tokens.iter().filter(|token| token.is_capitalised());
            capitalised.filter_map(|token| token.text.chars().next()).collect()
        })
        .collect()
}

/// Drops the candidates for names that a technical text uses for software: single words without
/// other evidence than capitals or the tagger, unless a list contains them or a longer name in the
/// document explains them.
pub(super) fn drop_technical_terms(
    document: &TokenizedDocument<'_>,
    candidates: &mut Vec<Candidate>,
) {
    if !document.is_technical {
        return;
    }
    let initials = initials_of_organisations(document, candidates);
    candidates.retain(|candidate| {
        let is_hint = matches!(candidate.evidence, Evidence::Tagger(_) | Evidence::Acronym);
        let tokens = document.tokens(candidate.passage, &candidate.tokens);
        match (candidate.kind, tokens) {
            (Some(Kind::Organisation), [word]) if is_hint => {
                initials.contains(word.text)
                    || GAZETTEER.longest_organisation(&[word.text]).is_some()
            }
            (Some(Kind::Place), tokens) if is_hint => {
                let words: Vec<&str> = tokens.iter().map(|token| token.text).collect();
                let is_acronym = matches!(tokens, [word] if word.is_acronym());
                GAZETTEER
                    .longest_place(&words)
                    .is_some_and(|(_, kind)| !is_acronym || kind <= PlaceKind::Metropolis)
            }
            _ => true,
        }
    });
}

/// Drops the candidates of the tagger that are too uncertain: those with a small margin that
/// neither a list nor other evidence supports.
pub(super) fn drop_doubtful(document: &TokenizedDocument<'_>, candidates: &mut Vec<Candidate>) {
    let mut supported: FastSet<String> = FastSet::default();
    for candidate in candidates.iter() {
        let is_uncertain =
            matches!(candidate.evidence, Evidence::Tagger(margin) if margin < MIN_HEADLINE_MARGIN);
        if !is_uncertain && candidate.kind.is_some() && !candidate.in_headline {
            supported.insert(document.folded_text(candidate.passage, &candidate.tokens));
        }
    }
    let ambiguous = unsupported_ambiguous(document, candidates);
    candidates.retain(|candidate| {
        if is_ambiguous(document, candidate) {
            let name = document.folded_text(candidate.passage, &candidate.tokens);
            return !ambiguous.contains(&name);
        }
        if document.mentions_software && is_descriptive(document, candidate) {
            return false;
        }
        let Evidence::Tagger(margin) = candidate.evidence else { return true };
        let Some(kind) = candidate.kind else { return true };
        let tokens = document.tokens(candidate.passage, &candidate.tokens);
        let is_single_word = tokens.len() == 1;
        if kind == Kind::Organisation && is_single_word && tokens.iter().any(is_generic) {
            return false;
        }
        let is_organisation = kind == Kind::Organisation;
        if is_organisation && document.mentions_software && is_ordinary(document, tokens) {
            return margin >= MIN_ORDINARY_MARGIN;
        }
        let is_listed = || tokens.iter().any(|token| is_listed(token, kind));
        let is_supported =
            || supported.contains(&document.folded_text(candidate.passage, &candidate.tokens));
        if candidate.in_headline {
            let has_uncommon_word = tokens.iter().any(|token| {
                !GAZETTEER.is_common_word(&token.lower()) && !is_demonym(&token.lower())
            });
            return is_supported()
                || is_listed()
                || tokens.len() > 1 && has_uncommon_word && margin >= MIN_HEADLINE_MARGIN;
        }
        let min_margin = min_margin(kind, is_single_word);
        margin >= min_margin || is_supported() || is_listed()
    });
}

/// Returns whether a candidate is the name of a well-known organisation that is also a common word
/// ("Universal", "Time").
fn is_ambiguous(document: &TokenizedDocument<'_>, candidate: &Candidate) -> bool {
    let tokens = document.tokens(candidate.passage, &candidate.tokens);
    candidate.kind == Some(Kind::Organisation)
        && matches!(candidate.evidence, Evidence::Gazetteer(_))
        && matches!(tokens, [word] if !word.is_acronym() && GAZETTEER.is_common_word(&word.lower()))
}

/// Returns whether a candidate is an organisation only by an ambiguous head noun, and consists of
/// words that are common in English ("Power Systems") or in the document ("a codemod in the Codemod
/// Registry").
fn is_descriptive(document: &TokenizedDocument<'_>, candidate: &Candidate) -> bool {
    let tokens = document.tokens(candidate.passage, &candidate.tokens);
    let is_sure_head = |token: &Token<'_>| {
        let lower = token.lower();
        VOCABULARY.sure_organisation_heads.contains(lower.trim_end_matches('.'))
    };
    candidate.kind == Some(Kind::Organisation)
        && matches!(candidate.evidence, Evidence::HeadWord(_))
        && tokens.iter().all(|token| is_common(document, token))
        && !tokens.iter().any(is_sure_head)
}

/// Returns whether a word is common in English, or one that the document writes in lower case.
fn is_common(document: &TokenizedDocument<'_>, token: &Token<'_>) -> bool {
    let lower = token.lower();
    GAZETTEER.is_common_word(&lower) || document.case_usage.has_lower(&lower)
}

/// Returns the names that [`is_ambiguous`] recognises and that no other evidence in the document
/// supports.
fn unsupported_ambiguous(
    document: &TokenizedDocument<'_>,
    candidates: &[Candidate],
) -> FastSet<String> {
    let name = |candidate: &&Candidate| document.folded_text(candidate.passage, &candidate.tokens);
    let (ambiguous, others): (Vec<&Candidate>, Vec<&Candidate>) =
        candidates.iter().partition(|candidate| is_ambiguous(document, candidate));
    let mut names: FastSet<String> = ambiguous.iter().map(name).collect();
    if !names.is_empty() {
        for other in others.iter().filter(|other| other.kind == Some(Kind::Organisation)) {
            names.remove(&name(other));
        }
    }
    names
}

/// Returns whether a name begins with that of a program and has no head noun, or consists of common
/// words.
fn is_ordinary(document: &TokenizedDocument<'_>, name: &[Token<'_>]) -> bool {
    let is_program = |token: &Token<'_>| token.is_literal || GAZETTEER.is_product(token.text);
    let is_head =
        |token: &Token<'_>| VOCABULARY.organisation_heads.contains(token.lower().as_ref());
    name.first().is_some_and(is_program) && !name.iter().any(is_head)
        || name.iter().all(|token| is_program(token) || is_common(document, token))
}

/// Returns whether a list contains a word as a name of that kind.
fn is_listed(token: &Token<'_>, kind: Kind) -> bool {
    let is_name = match kind {
        Kind::Person => GAZETTEER.is_given_name(token.text) || GAZETTEER.is_surname(token.text),
        Kind::Place => GAZETTEER.place_kind(token.text).is_some(),
        Kind::Organisation => token.is_acronym(),
        Kind::Weapon => false,
    };
    is_name && !GAZETTEER.is_common_word(&token.lower())
}

/// Returns whether a word does not name an organisation by itself ("University", "Division").
fn is_generic(token: &Token<'_>) -> bool {
    let lower = token.lower();
    let lower = lower.trim_end_matches('.');
    VOCABULARY.generic_organisations.contains(lower)
        || VOCABULARY.place_heads.contains(lower)
        || VOCABULARY.military_units.contains(lower)
}

/// Chooses the mentions among overlapping candidates by their scores, and the kind of each name.
pub(super) fn resolve(
    document: &TokenizedDocument<'_>,
    candidates: &[Candidate],
    settings: &Settings,
) -> Vec<ResolvedMention> {
    let mut taken: FastMap<usize, Vec<bool>> = FastMap::default();
    let mut mentions = Vec::new();
    for RankedChoice { choice, kind, .. } in ranked_choices(document, candidates) {
        let length =
            document.passages.get(choice.passage).map_or(0, |passage| passage.tokens.len());
        let taken = taken.entry(choice.passage).or_insert_with(|| vec![false; length]);
        let Some(slots) = taken.get_mut(choice.tokens.clone()) else { continue };
        if slots.iter().any(|taken| *taken) {
            continue;
        }
        slots.fill(true);
        if let Some(kind) = kind
            && !settings.excludes(&choice.full_name)
        {
            let Choice { passage, tokens, candidates, full_name, .. } = choice;
            let of_kind = candidates.iter().filter(|candidate| candidate.kind == Some(kind));
            let mut evidence: Vec<Evidence> =
                of_kind.map(|candidate| candidate.evidence.clone()).collect();
            if evidence.is_empty() {
                evidence.push(Evidence::Repeated);
            }
            mentions.push(ResolvedMention { passage, tokens, kind, evidence, full_name });
        }
    }
    mentions
}
