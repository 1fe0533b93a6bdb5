//! Short forms.

use super::entity::Kind;
use super::evidence::Evidence;
use super::resolve::Found;
use crate::document::Reading;
use crate::gazetteer::{GAZETTEER, folded};
use crate::token::Token;
use crate::vocabulary::WORDS;
use std::collections::{HashMap, HashSet};

/// Gives each person who is called by a part of a name the full one: the surname's, or the family name that stands first.
pub(super) fn shorten(reading: &Reading<'_>, found: &mut [Found]) {
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

/// Gives initials the organisation of the article that they stand for: "CDU", the Christian Democratic Union.
pub(super) fn spell_out(reading: &Reading<'_>, found: &mut [Found]) {
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

/// Whether the first word of a full name may stand for it: a family name before a given one ("Kim Jong Un"), or no given name
/// that English-speaking parents know.
pub(super) fn may_be_called_by(first: &str, second: &str) -> bool {
    let is_family_name =
        WORDS.family_names.has(&first.to_lowercase()) && !GAZETTEER.is_given(second);
    is_family_name || !GAZETTEER.is_given(first) && GAZETTEER.place(first).is_none()
}

/// A word with its first letter a capital.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
