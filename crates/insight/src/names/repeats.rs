//! Further mentions.

use super::candidates::Candidate;
use super::entity::Kind;
use super::evidence::Evidence;
use super::resolve::{Found, key};
use super::settings::Settings;
use super::short_forms::{capitalised, may_be_called_by};
use crate::document::{ReadPassage, Reading};
use crate::gazetteer::GAZETTEER;
use crate::vocabulary::{WORDS, is_people, is_title};
use std::collections::HashMap;
use std::ops::Range;

/// Further mentions of names that were found: as they are, and people by their surname.
pub(super) fn elsewhere(
    reading: &Reading<'_>,
    candidates: &[Candidate],
    settings: &Settings,
    found: &mut Vec<Found>,
) {
    let known = known_names(reading, found);
    let mut surnames: HashMap<String, Kind> = HashMap::new();
    for (words, kind) in known.values().flatten() {
        if let (Kind::Person, [first, .., last]) = (kind, words.as_slice()) {
            // "al-Sisi" is "Al-Sisi" where a sentence begins.
            surnames.insert(capitalised(last), Kind::Person);
            surnames.insert(last.clone(), Kind::Person);
            let rest = words.get(1).map_or("", String::as_str);
            if may_be_called_by(first, rest) && !GAZETTEER.is_common(&first.to_lowercase()) {
                surnames.insert(first.clone(), Kind::Person);
            }
        }
    }
    let mut taken: Vec<Vec<bool>> =
        reading.passages.iter().map(|passage| vec![false; passage.tokens.len()]).collect();
    let mut take = |passage: usize, tokens: &Range<usize>| {
        if let Some(slots) = taken.get_mut(passage).and_then(|taken| taken.get_mut(tokens.clone()))
        {
            slots.fill(true);
        }
    };
    for found in found.iter() {
        take(found.passage, &found.tokens);
    }
    // Names of other things: nothing is cut from them.
    for other in candidates {
        let is_sure = !matches!(other.evidence, Evidence::Tagger(margin) if margin < SURE_OTHER);
        if other.kind.is_none() && other.tokens.len() > 1 && !other.headline && is_sure {
            take(other.passage, &other.tokens);
        }
    }
    for ((number, passage), taken) in reading.passages.iter().enumerate().zip(&taken) {
        let mut at = 0;
        while let Some(token) = passage.tokens.get(at) {
            let is_free = taken.get(at) == Some(&false);
            let names = known.get(token.text).filter(|_| is_free && token.is_capital());
            let whole = names.into_iter().flatten().find(|(words, _)| {
                let here = passage.tokens.get(at..at + words.len()).unwrap_or_default();
                here.len() == words.len()
                    && here.iter().zip(words).all(|(token, word)| token.text == word)
            });
            let next = match whole {
                Some((words, kind)) if words.len() > 1 || may_stand_alone(passage, at) => {
                    Some((words.len(), *kind))
                }
                _ => surnames
                    .get(token.text)
                    .filter(|_| is_free && may_stand_alone(passage, at))
                    .map(|kind| (1, *kind)),
            };
            let Some((length, kind)) = next else {
                at += 1;
                continue;
            };
            let tokens = at..at + length;
            let full = key(reading, number, &tokens);
            // "Time" or "All" may be the name of a firm once, and a word the next time.
            let is_word =
                length == 1 && kind != Kind::Person && GAZETTEER.is_common(&token.lower());
            if is_word {
                at += length;
                continue;
            }
            if taken.get(tokens.clone()).is_some_and(|slots| slots.iter().all(|taken| !taken))
                && !settings.forbids(&full)
            {
                found.push(Found {
                    passage: number,
                    tokens,
                    kind,
                    evidence: vec![Evidence::Elsewhere],
                    full,
                });
            }
            at += length;
        }
    }
    found.sort_by_key(|found| (found.passage, found.tokens.start));
}

/// What it has to be for another thing's name that nothing is cut from.
const SURE_OTHER: f32 = 0.4;

/// The names found, by their first word in lower case; each with its words and kind.
type Known = HashMap<String, Vec<(Vec<String>, Kind)>>;

fn known_names(reading: &Reading<'_>, found: &[Found]) -> Known {
    let mut known = Known::new();
    for found in found {
        let words: Vec<String> = reading
            .passages
            .get(found.passage)
            .and_then(|passage| passage.tokens.get(found.tokens.clone()))
            .unwrap_or_default()
            .iter()
            .map(|token| token.text.to_owned())
            .collect();
        let Some(first) = words.first() else { continue };
        let names = known.entry(first.clone()).or_default();
        if !names.iter().any(|(other, _)| *other == words) {
            names.push((words, found.kind));
        }
    }
    for names in known.values_mut() {
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    known
}

/// Whether a single word stands as a name by itself: no further capitalised word goes with it, and it is no common word that
/// a sentence or headline opens with.
fn may_stand_alone(passage: &ReadPassage<'_>, at: usize) -> bool {
    let Some(token) = passage.tokens.get(at) else { return false };
    let lower = token.lower();
    if is_title(&lower) || is_people(&lower) || WORDS.dates.has(&lower) {
        return false;
    }
    let joins = |at: Option<usize>| {
        passage.role.is_prose()
            && at.and_then(|at| passage.tokens.get(at)).is_some_and(|token| {
                let lower = token.lower();
                token.is_capital()
                    && !GAZETTEER.is_common(&lower)
                    && !is_title(&lower)
                    && !is_people(&lower)
                    && GAZETTEER.place(token.text).is_none()
            })
    };
    let opens = passage.sentence_of(at).start == at || !passage.role.is_prose();
    !(joins(at.checked_sub(1)) || joins(Some(at + 1)) || opens && GAZETTEER.is_common(&lower))
}
