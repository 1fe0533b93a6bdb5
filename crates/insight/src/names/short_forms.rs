//! Short forms: gives surnames and acronyms the full name that the document uses for them.

use super::entity::Kind;
use super::evidence::Evidence;
use super::resolve::ResolvedMention;
use crate::gazetteer::{GAZETTEER, fold_name};
use crate::hash::{FastMap, FastSet};
use crate::tokenized::TokenizedDocument;
use crate::vocabulary::VOCABULARY;

/// Sets the full name of each person who is mentioned by a part of it: a surname ("Macron"), or a
/// family name that comes first ("Kim").
///
/// A part that several people share stands for the one who was named in full most recently.
pub(super) fn expand_names(document: &TokenizedDocument<'_>, mentions: &mut [ResolvedMention]) {
    let words = |mention: &ResolvedMention| -> Vec<String> {
        let tokens = document.tokens(mention.passage, &mention.tokens);
        tokens.iter().map(|token| fold_name(token.text).into_owned()).collect()
    };
    let mut full_names: Vec<Vec<String>> = Vec::new();
    let mut seen: FastSet<Vec<String>> = FastSet::default();
    // The last words of longer names ("de Gaulle"), which are not full names.
    let mut endings: FastSet<Vec<String>> = FastSet::default();
    for mention in mentions.iter().filter(|mention| mention.kind == Kind::Person) {
        let name = words(mention);
        if name.len() > 1 && seen.insert(name.clone()) {
            endings.extend((1..name.len()).filter_map(|start| Some(name.get(start..)?.to_vec())));
            full_names.push(name);
        }
    }
    // A headline may use the short form before the text gives the full name, so start with all.
    let mut latest: FastMap<String, String> = FastMap::default();
    for name in full_names.iter().rev() {
        for short in short_names(name) {
            latest.insert(short, name.join(" "));
        }
    }
    let by_first_and_last: FastMap<(String, String), String> = full_names
        .iter()
        .rev()
        .filter_map(|name| Some(((name.first()?.clone(), name.last()?.clone()), name.join(" "))))
        .collect();
    for mention in mentions.iter_mut().filter(|mention| mention.kind == Kind::Person) {
        let name = words(mention);
        if name.len() > 1 {
            // A middle name makes no difference.
            let pair = name.first().cloned().zip(name.last().cloned());
            if let Some(full_name) = pair.and_then(|pair| by_first_and_last.get(&pair)) {
                mention.full_name.clone_from(full_name);
            }
            if !endings.contains(&name) {
                for short in short_names(&name) {
                    latest.insert(short, mention.full_name.clone());
                }
                continue;
            }
        }
        if let Some(full_name) = latest.get(&name.join(" ")) {
            mention.full_name.clone_from(full_name);
            mention.evidence.push(Evidence::ShortForm);
        }
    }
}

/// Returns the parts of a full name that may stand for the person: the last word, also with the
/// particles before it, and in some names the first word.
fn short_names(name: &[String]) -> Vec<String> {
    let mut short_names = Vec::new();
    for start in (1..name.len()).rev() {
        let ending = name.get(start..).unwrap_or_default();
        short_names.push(ending.join(" "));
        let before = name.get(start - 1);
        if before.is_none_or(|before| !VOCABULARY.name_particles.contains(before)) {
            break;
        }
    }
    let second = name.get(1).map_or_else(String::new, |second| capitalised(second));
    let first = name.first();
    if let Some(first) =
        first.filter(|first| may_be_called_by_first_word(&capitalised(first), &second))
    {
        short_names.push(first.clone());
    }
    short_names
}

/// Sets the full name of each acronym to that of an organisation in the document whose words have
/// these initials: "CDU" stands for "Christian Democratic Union".
pub(super) fn expand_acronyms(document: &TokenizedDocument<'_>, mentions: &mut [ResolvedMention]) {
    let mut by_initials: FastMap<String, String> = FastMap::default();
    let is_organisation = |mention: &ResolvedMention| mention.kind == Kind::Organisation;
    for mention in mentions.iter().filter(|mention| is_organisation(mention)) {
        if mention.tokens.len() > 2 {
            let tokens = document.tokens(mention.passage, &mention.tokens);
            let capitalised = tokens.iter().filter(|token| token.is_capitalised());
            let initials = capitalised.filter_map(|token| token.text.chars().next()).collect();
            by_initials.entry(initials).or_insert_with(|| mention.full_name.clone());
        }
    }
    for mention in mentions.iter_mut().filter(|mention| is_organisation(mention)) {
        let [token] = document.tokens(mention.passage, &mention.tokens) else { continue };
        let acronym = token.text.replace('.', "");
        let full_name = by_initials.get(&acronym).filter(|_| acronym.chars().count() > 2);
        if let Some(full_name) = full_name {
            mention.full_name.clone_from(full_name);
            mention.evidence.push(Evidence::ShortForm);
        }
    }
}

/// Returns whether a person may be called by the first word of a full name, given the second one:
/// if it is a family name that comes first ("Kim Jong Un"), or not a known given name.
pub(super) fn may_be_called_by_first_word(first: &str, second: &str) -> bool {
    let is_family_name = VOCABULARY.leading_surnames.contains(&first.to_lowercase())
        && !GAZETTEER.is_given_name(second);
    is_family_name || !GAZETTEER.is_given_name(first) && GAZETTEER.place_kind(first).is_none()
}

/// Returns a word with its first letter capitalised.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
