//! Repeated mentions: finds names again where they have no evidence of their own.

use super::candidates::Candidate;
use super::entity::Kind;
use super::evidence::Evidence;
use super::resolve::ResolvedMention;
use super::settings::Settings;
use super::short_forms::{capitalised, may_be_called_by_first_word};
use crate::gazetteer::GAZETTEER;
use crate::hash::{FastMap, FastSet};
use crate::token::Token;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use crate::vocabulary::{VOCABULARY, is_demonym, is_title};
use std::ops::Range;

/// The margin that the tagger needs for a name of no reported kind to protect its words.
const MIN_OTHER_MARGIN: f32 = 0.4;

/// Adds further mentions of the names in `mentions`: the same words, and the surnames of people.
/// Sorts all mentions in reading order.
pub(super) fn add_repeats(
    document: &TokenizedDocument<'_>,
    candidates: &[Candidate],
    settings: &Settings,
    mentions: &mut Vec<ResolvedMention>,
) {
    let names = names_by_first_word(document, mentions);
    let surnames = surnames(&names);
    let taken = taken_tokens(document, candidates, mentions);
    for ((passage_index, passage), taken) in document.passages.iter().enumerate().zip(&taken) {
        let mut at = 0;
        while let Some(token) = passage.tokens.get(at) {
            let is_free = taken.get(at) == Some(&false);
            if !is_free {
                at += 1;
                continue;
            }
            let is_capitalised = token.is_capitalised();
            let starting_here = is_capitalised.then(|| names.get(token.text)).flatten();
            let name = starting_here.into_iter().flatten().find(|(words, _)| {
                let here = passage.tokens.get(at..at + words.len()).unwrap_or_default();
                here.len() == words.len()
                    && here.iter().zip(words).all(|(token, word)| token.text == word)
            });
            let found = match name {
                Some((words, kind)) if words.len() > 1 || may_stand_alone(passage, at) => {
                    Some((words.len(), *kind))
                }
                _ if surnames.contains(token.text) && may_stand_alone(passage, at) => {
                    Some((1, Kind::Person))
                }
                _ => None,
            };
            let Some((length, kind)) = found else {
                at += 1;
                continue;
            };
            let tokens = at..at + length;
            at += length;
            // "Time" may be a magazine in one sentence and a word in the next.
            let is_common_word =
                length == 1 && kind != Kind::Person && GAZETTEER.is_common_word(&token.lower());
            let is_free =
                taken.get(tokens.clone()).is_some_and(|slots| slots.iter().all(|taken| !taken));
            if is_common_word || !is_free {
                continue;
            }
            let full_name = document.folded_text(passage_index, &tokens);
            if !settings.excludes(&full_name) {
                mentions.push(ResolvedMention {
                    passage: passage_index,
                    tokens,
                    kind,
                    evidence: vec![Evidence::Repeated],
                    full_name,
                });
            }
        }
    }
    mentions.sort_by_key(|mention| (mention.passage, mention.tokens.start));
}

/// Names by their first word, each as its words and its kind; the longest name first.
type NamesByFirstWord = FastMap<String, Vec<(Vec<String>, Kind)>>;

fn names_by_first_word(
    document: &TokenizedDocument<'_>,
    mentions: &[ResolvedMention],
) -> NamesByFirstWord {
    let mut names = NamesByFirstWord::default();
    for mention in mentions {
        let tokens = document.tokens(mention.passage, &mention.tokens);
        let words: Vec<String> = tokens.iter().map(|token| token.text.to_owned()).collect();
        let Some(first) = words.first() else { continue };
        let alike = names.entry(first.clone()).or_default();
        if !alike.iter().any(|(other, _)| *other == words) {
            alike.push((words, mention.kind));
        }
    }
    for alike in names.values_mut() {
        alike.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    names
}

/// Returns the single words that stand for one of the people in `names`.
fn surnames(names: &NamesByFirstWord) -> FastSet<String> {
    let mut surnames = FastSet::default();
    for (words, kind) in names.values().flatten() {
        if let (Kind::Person, [first, .., last]) = (kind, words.as_slice()) {
            // "al-Sisi" is "Al-Sisi" at the start of a sentence.
            surnames.insert(capitalised(last));
            surnames.insert(last.clone());
            let second = words.get(1).map_or("", String::as_str);
            if may_be_called_by_first_word(first, second)
                && !GAZETTEER.is_common_word(&first.to_lowercase())
            {
                surnames.insert(first.clone());
            }
        }
    }
    surnames
}

/// Returns for each passage which of its tokens already belong to a name, including names of kinds
/// that are not reported.
fn taken_tokens(
    document: &TokenizedDocument<'_>,
    candidates: &[Candidate],
    mentions: &[ResolvedMention],
) -> Vec<Vec<bool>> {
    let mut taken: Vec<Vec<bool>> =
        document.passages.iter().map(|passage| vec![false; passage.tokens.len()]).collect();
    let mut take = |passage: usize, tokens: &Range<usize>| {
        let slots = taken.get_mut(passage).and_then(|taken| taken.get_mut(tokens.clone()));
        if let Some(slots) = slots {
            slots.fill(true);
        }
    };
    for mention in mentions {
        take(mention.passage, &mention.tokens);
    }
    for candidate in candidates {
        let is_certain = !matches!(
            candidate.evidence,
            Evidence::Tagger(margin) if margin < MIN_OTHER_MARGIN
        );
        let is_other = candidate.kind.is_none() && candidate.tokens.len() > 1;
        if is_other && is_certain && !candidate.in_headline {
            take(candidate.passage, &candidate.tokens);
        }
    }
    taken
}

/// Returns whether a single word may be a name by itself: it is not beside another word of a name,
/// and not a common word that is capitalised because it begins a sentence.
fn may_stand_alone(passage: &TokenizedPassage<'_>, at: usize) -> bool {
    let Some(token) = passage.tokens.get(at) else { return false };
    let lower = token.lower();
    if is_title(&lower) || is_demonym(&lower) || VOCABULARY.dates.contains(&lower) {
        return false;
    }
    let may_join = |at: Option<usize>| {
        passage.role.is_prose()
            && at.and_then(|at| passage.tokens.get(at)).is_some_and(|token| {
                let lower = token.lower();
                token.is_capitalised()
                    && !GAZETTEER.is_common_word(&lower)
                    && !is_title(&lower)
                    && !is_demonym(&lower)
                    && GAZETTEER.place_kind(token.text).is_none()
            })
    };
    if passage.tokens.get(at + 1).is_some_and(Token::is_dollar_sign) {
        return false;
    }
    let is_capitalised_anyway = passage.sentence_at(at).start == at || !passage.role.is_prose();
    !(may_join(at.checked_sub(1))
        || may_join(Some(at + 1))
        || is_capitalised_anyway && GAZETTEER.is_common_word(&lower))
}
