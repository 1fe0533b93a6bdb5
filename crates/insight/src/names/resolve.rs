//! What a document's candidates come to: each stretch one name of one kind, and each short name the full one it stands for.

use super::candidates::Candidate;
use super::{Evidence, Kind, Settings};
use crate::document::Reading;
use crate::gazetteer::{GAZETTEER, folded};
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people, is_title};
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

/// The names of a document in reading order.
pub(crate) fn resolve(
    reading: &Reading<'_>,
    mut candidates: Vec<Candidate>,
    settings: &Settings,
) -> Vec<Found> {
    settings.add_forced(reading, &mut candidates);
    add_surnames(reading, &mut candidates);
    doubt(reading, &mut candidates);
    let votes = votes(reading, &candidates);
    let mut found = choose(reading, &candidates, &votes, settings);
    let known = known_names(reading, &found);
    elsewhere(reading, &known, &candidates, settings, &mut found);
    found.sort_by_key(|found| (found.passage, found.tokens.start));
    shorten(reading, &mut found);
    spell_out(reading, &mut found);
    found
}

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

/// What it has to be for another thing's name that nothing is cut from.
const SURE_OTHER: f32 = 0.4;
/// What it has to be in a headline.
const SURE_IN_HEADLINE: f32 = 0.3;

/// Makes candidates of the single words that are surnames of people named in full, whatever they were taken for.
fn add_surnames(reading: &Reading<'_>, candidates: &mut Vec<Candidate>) {
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
fn doubt(reading: &Reading<'_>, candidates: &mut Vec<Candidate>) {
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
fn key(reading: &Reading<'_>, passage: usize, tokens: &Range<usize>) -> String {
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
fn choose(
    reading: &Reading<'_>,
    candidates: &[Candidate],
    votes: &Votes,
    settings: &Settings,
) -> Vec<Found> {
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

/// Further mentions of names that were found: as they are, and people by their surname.
fn elsewhere(
    reading: &Reading<'_>,
    known: &Known,
    candidates: &[Candidate],
    settings: &Settings,
    found: &mut Vec<Found>,
) {
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
}

/// Whether a single word stands as a name by itself: no further capitalised word goes with it, and it is no common word that
/// a sentence or headline opens with.
fn may_stand_alone(passage: &crate::document::ReadPassage<'_>, at: usize) -> bool {
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

/// Gives each person who is called by a part of a name the full one: the surname's, or the family name that stands first.
fn shorten(reading: &Reading<'_>, found: &mut [Found]) {
    let words = |found: &Found| -> Vec<String> {
        reading
            .passages
            .get(found.passage)
            .and_then(|passage| passage.tokens.get(found.tokens.clone()))
            .unwrap_or_default()
            .iter()
            .map(|token: &Token<'_>| folded(token.text))
            .collect()
    };
    let mut people: Vec<Vec<String>> = Vec::new();
    let mut seen: HashSet<Vec<String>> = HashSet::new();
    // What is only the end of a longer name: "de Gaulle".
    let mut ends: HashSet<Vec<String>> = HashSet::new();
    for found in found.iter().filter(|found| found.kind == Kind::Person) {
        let name = words(found);
        if name.len() > 1 && seen.insert(name.clone()) {
            ends.extend((1..name.len()).filter_map(|start| Some(name.get(start..)?.to_vec())));
            people.push(name);
        }
    }
    // The last one named in full, for a family name that several have.
    let mut latest: HashMap<String, String> = HashMap::new();
    // In a headline a name may stand before it is told whose it is.
    for name in people.iter().rev() {
        for part in parts(name) {
            latest.insert(part, name.join(" "));
        }
    }
    let firsts: HashMap<(String, String), String> = people
        .iter()
        .rev()
        .filter_map(|name| Some(((name.first()?.clone(), name.last()?.clone()), name.join(" "))))
        .collect();
    for found in found.iter_mut() {
        if found.kind != Kind::Person {
            continue;
        }
        let name = words(found);
        if name.len() > 1 {
            // With a middle name or without, it is one person.
            let pair = name.first().cloned().zip(name.last().cloned());
            if let Some(full) = pair.and_then(|pair| firsts.get(&pair)) {
                found.full.clone_from(full);
            }
            if !ends.contains(&name) {
                for part in parts(&name) {
                    latest.insert(part, found.full.clone());
                }
                continue;
            }
        }
        if let Some(full) = latest.get(&name.join(" ")) {
            found.full.clone_from(full);
            found.evidence.push(Evidence::Short);
        }
    }
}

/// What a person of this name may be called by alone: the last word, with particles before it; the first one, if that is no
/// given name.
fn parts(name: &[String]) -> Vec<String> {
    let mut parts = Vec::new();
    for start in (1..name.len()).rev() {
        let part = name.get(start..).unwrap_or_default();
        parts.push(part.join(" "));
        if name.get(start - 1).is_none_or(|before| !WORDS.particles.has(before)) {
            break;
        }
    }
    let second = name.get(1).map_or_else(String::new, |second| capitalised(second));
    if let Some(first) = name.first().filter(|first| may_be_called_by(&capitalised(first), &second))
    {
        parts.push(first.clone());
    }
    parts
}

/// A word with its first letter a capital.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Whether the first word of a full name may stand for it: a family name before a given one ("Kim Jong Un"), or no given name
/// that English-speaking parents know.
fn may_be_called_by(first: &str, second: &str) -> bool {
    let is_family_name =
        WORDS.family_names.has(&first.to_lowercase()) && !GAZETTEER.is_given(second);
    is_family_name || !GAZETTEER.is_given(first) && GAZETTEER.place(first).is_none()
}

/// Gives initials the organisation of the article that they stand for: "CDU", the Christian Democratic Union.
fn spell_out(reading: &Reading<'_>, found: &mut [Found]) {
    let mut by_initials: HashMap<String, String> = HashMap::new();
    for found in
        found.iter().filter(|found| found.kind == Kind::Organisation && found.tokens.len() > 2)
    {
        let Some(passage) = reading.passages.get(found.passage) else { continue };
        let words = passage.tokens.get(found.tokens.clone()).unwrap_or_default();
        let capitals = words.iter().filter(|token| token.is_capital());
        let initials: String = capitals.filter_map(|token| token.text.chars().next()).collect();
        by_initials.entry(initials).or_insert_with(|| found.full.clone());
    }
    for found in
        found.iter_mut().filter(|found| found.kind == Kind::Organisation && found.tokens.len() == 1)
    {
        let Some(passage) = reading.passages.get(found.passage) else { continue };
        let spelled = passage.slice(&found.tokens).replace('.', "");
        if let Some(full) = by_initials.get(&spelled).filter(|_| spelled.chars().count() > 2) {
            found.full.clone_from(full);
            found.evidence.push(Evidence::Short);
        }
    }
}
