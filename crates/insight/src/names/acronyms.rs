//! Acronyms across documents: gives an acronym the long form that some document introduces.
//!
//! `short_forms` does the same within one document, where less evidence is needed.

use super::entity::Kind;
use super::evidence::Evidence;
use super::resolve::ResolvedMention;
use super::settings::Settings;
use crate::gazetteer::fold_name;
use crate::token::Token;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use crate::vocabulary::VOCABULARY;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::{Range, RangeInclusive};

/// The number of letters of an acronym that a long form may introduce.
const ACRONYM_LETTERS: RangeInclusive<usize> = 2..=7;

/// Sets the full name of each acronym that a document introduces ("World Trade Organization
/// (WTO)") in all documents, unless another long form competes for it. `acronyms` are those of
/// each document.
pub(super) fn link_acronyms(
    acronyms: Vec<Acronyms>,
    mentions: &mut [Vec<ResolvedMention>],
    settings: &Settings,
) {
    let (found, acronyms): (Vec<Vec<Found>>, Vec<Vec<Option<String>>>) =
        acronyms.into_iter().map(|it| (it.found, it.of_mentions)).unzip();
    let mut introduced: BTreeMap<String, LongForms> = BTreeMap::new();
    let mut others: Vec<(String, String)> = Vec::new();
    for found in found.into_iter().flatten() {
        match found.introduced {
            Some(long_form) => {
                introduced.entry(found.acronym).or_default().add(&long_form, &found.full_name);
            }
            None => others.push((found.acronym, found.full_name)),
        }
    }
    for (acronym, long_form) in others {
        if let Some(long_forms) = introduced.get_mut(&acronym) {
            long_forms.add(&long_form, &long_form);
        }
    }
    let is_alias = |acronym: &str| {
        settings.aliases.iter().flatten().any(|alias| fold_name(alias) == fold_name(acronym))
    };
    introduced.retain(|acronym, long_forms| long_forms.is_unrivalled() && !is_alias(acronym));
    let by_key: HashMap<String, &str> = introduced
        .values()
        .filter_map(|long_forms| Some((long_forms.keys().next()?.clone(), long_forms.best()?)))
        .collect();
    mentions.par_iter_mut().zip(acronyms).for_each(|(mentions, acronyms)| {
        for (mention, acronym) in mentions.iter_mut().zip(acronyms) {
            let long_form =
                acronym.and_then(|acronym| introduced.get(&acronym)).and_then(LongForms::best);
            if let Some(long_form) = long_form.filter(|long| **long != *mention.full_name) {
                mention.full_name = long_form.to_owned();
                mention.kind = Kind::Organisation;
                mention.evidence.push(Evidence::ShortForm);
            } else if mention.kind == Kind::Organisation && mention.tokens.len() > 2 {
                // "Organisation" and "Organization" are one name.
                if let Some(spelling) = by_key.get(&long_form_key(&mention.full_name)) {
                    mention.full_name = (*spelling).to_owned();
                }
            }
        }
    });
}

/// The acronyms of organisations in one document.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Acronyms {
    /// Those that have a long form in the document.
    found: Vec<Found>,
    /// The acronym that each mention is, if it is or may be an organisation. Empty if none may be.
    of_mentions: Vec<Option<String>>,
}

/// An acronym in one document.
#[derive(Debug, Serialize, Deserialize)]
struct Found {
    acronym: String,
    /// The long form, if the document introduces the acronym.
    introduced: Option<String>,
    full_name: String,
}

/// Finds the acronyms of organisations in a document.
pub(super) fn acronyms(document: &TokenizedDocument<'_>, mentions: &[ResolvedMention]) -> Acronyms {
    let may_be_acronym =
        |mention: &ResolvedMention| mention.kind == Kind::Organisation || is_guess(mention);
    let mut found = Vec::new();
    if !mentions.iter().any(may_be_acronym) {
        return Acronyms { found, of_mentions: Vec::new() };
    }
    let acronyms = mentions.iter().map(|mention| {
        let passage = document.passages.get(mention.passage)?;
        let acronym = acronym_at(passage, &mention.tokens).filter(|_| may_be_acronym(mention));
        if mention.kind == Kind::Organisation {
            let full_name = mention.full_name.clone();
            if let Some((acronym, long_form)) = introduction(passage, &mention.tokens) {
                found.push(Found { acronym, introduced: Some(long_form), full_name });
            } else if let Some(acronym) = acronym.clone()
                && full_name.contains(' ')
            {
                found.push(Found { acronym, introduced: None, full_name });
            }
        }
        acronym
    });
    let of_mentions = acronyms.collect();
    Acronyms { found, of_mentions }
}

/// The long forms that documents introduce for one acronym.
#[derive(Default)]
struct LongForms {
    /// By their key, the frequency of each full name.
    by_key: BTreeMap<String, BTreeMap<String, u32>>,
}

impl LongForms {
    fn add(&mut self, long_form: &str, full_name: &str) {
        let names = self.by_key.entry(long_form_key(long_form)).or_default();
        *names.entry(full_name.to_owned()).or_default() += 1;
    }

    fn keys(&self) -> impl Iterator<Item = &String> {
        self.by_key.keys()
    }

    /// Returns whether all long forms are spellings of one.
    fn is_unrivalled(&self) -> bool {
        self.by_key.len() == 1
    }

    /// Returns the most frequent full name, or the shortest of several.
    fn best(&self) -> Option<&str> {
        let names = self.by_key.values().next()?;
        let best =
            names.iter().min_by_key(|(name, count)| (Reverse(**count), name.len(), name.as_str()));
        best.map(|(name, _)| name.as_str())
    }
}

/// Returns a long form without function words, the British "s" for "z", and legal forms, so that
/// spellings of one name are equal.
fn long_form_key(name: &str) -> String {
    let words = name.split([' ', ',']).filter(|word| {
        !matches!(*word, "" | "of" | "for" | "on" | "the" | "and" | "&")
            && !VOCABULARY.legal_forms.contains(word)
    });
    words.map(|word| word.replace("isation", "ization")).collect::<Vec<_>>().join(" ")
}

/// Returns the letters of the acronym that a mention is, in capitals and without full stops.
fn acronym_at(passage: &TokenizedPassage<'_>, tokens: &Range<usize>) -> Option<String> {
    let [token] = passage.tokens.get(tokens.clone())? else { return None };
    acronym(token)
}

fn acronym(token: &Token<'_>) -> Option<String> {
    let letters: String = token.text.chars().filter(|c| c.is_alphabetic()).collect();
    (token.is_acronym() && !token.is_literal && ACRONYM_LETTERS.contains(&letters.chars().count()))
        .then_some(letters)
}

/// Returns the acronym in brackets behind a long form, and the words that it abbreviates, folded.
/// Words before those may belong to the name ("Node.js Technical Steering Committee (TSC)").
fn introduction(passage: &TokenizedPassage<'_>, tokens: &Range<usize>) -> Option<(String, String)> {
    let [open, short, close] = passage.tokens.get(tokens.end..tokens.end + 3)? else { return None };
    if !matches!((open.text, close.text), ("(", ")") | ("[", "]") | ("<", ">")) {
        return None;
    }
    let acronym = acronym(short)?;
    let words = passage.tokens.get(tokens.clone())?;
    let start = (0..words.len().saturating_sub(1)).rev().find(|start| {
        let words = words.get(*start..).unwrap_or_default();
        initials(words) == acronym || initials(without_legal_forms(words)) == acronym
    })?;
    let text = passage.text_of(&(tokens.start + start..tokens.end));
    Some((acronym, fold_name(text).into_owned()))
}

/// Returns the initials of the capitalised words, in capitals. "U.S." has two.
fn initials(words: &[Token<'_>]) -> String {
    let mut initials = String::new();
    for word in words.iter().filter(|word| word.is_capitalised()) {
        let letters = if word.text.contains('.') && word.is_acronym() { usize::MAX } else { 1 };
        initials.extend(word.text.chars().filter(|c| c.is_alphabetic()).take(letters));
    }
    initials
}

fn without_legal_forms<'w, 't>(mut words: &'w [Token<'t>]) -> &'w [Token<'t>] {
    while let [rest @ .., last] = words
        && VOCABULARY.legal_forms.contains(last.lower().trim_end_matches('.'))
    {
        words = rest;
    }
    words
}

/// Returns whether hardly anything but the tagger speaks for the kind of a mention.
pub(super) fn is_guess(mention: &ResolvedMention) -> bool {
    mention.evidence.iter().all(|evidence| {
        matches!(evidence, Evidence::Tagger(_) | Evidence::Repeated | Evidence::ReportingVerb(_))
    })
}

/// Forgets the evidence for a mention, except for whether it is only a guess.
pub(super) fn forget_evidence(mention: &mut ResolvedMention) {
    let is_guess = is_guess(mention);
    mention.evidence = Vec::from_iter((!is_guess).then_some(Evidence::Settings));
}
