//! A sentence while candidates are looked for in it, and the trimming of candidates.

use super::candidate::Candidate;
use crate::gazetteer::GAZETTEER;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{WORDS, is_direction, is_people, is_title};
use std::ops::Range;

pub(super) struct Finder<'r, 't> {
    pub(super) sentence: &'r [Token<'t>],
    /// The sentence's first token in the passage.
    pub(super) start: usize,
    pub(super) number: usize,
    pub(super) headline: bool,
    pub(super) found: &'r mut Vec<Candidate>,
}

impl<'t> Finder<'_, 't> {
    /// Adds a candidate: tokens of the sentence, its ends trimmed.
    pub(super) fn add(
        &mut self,
        tokens: Range<usize>,
        kind: Option<Kind>,
        evidence: Evidence,
        weight: f32,
    ) {
        let Some(tokens) = self.trimmed(tokens, kind) else { return };
        let tokens = tokens.start + self.start..tokens.end + self.start;
        self.found.push(Candidate {
            passage: self.number,
            tokens,
            kind,
            evidence,
            weight,
            headline: self.headline,
        });
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.sentence.get(at)
    }

    pub(super) fn lower(&self, at: usize) -> String {
        self.token(at).map(Token::lower).unwrap_or_default()
    }

    /// Without articles, marks, titles and peoples at its ends; `None` if nothing is left that could be a name.
    fn trimmed(&self, mut tokens: Range<usize>, kind: Option<Kind>) -> Option<Range<usize>> {
        let starts_off = |token: &Token<'_>, length: usize| {
            let lower = token.lower();
            // A unit's number may stand first.
            let may_open = WORDS.particles.has(&lower)
                || kind == Some(Kind::Organisation)
                    && lower.starts_with(|c: char| c.is_ascii_digit());
            !token.is_word()
                || matches!(lower.as_str(), "the" | "a" | "an")
                || kind == Some(Kind::Person)
                    && (is_title(&lower)
                        || is_people(&lower)
                        || WORDS.title_parts.has(&lower)
                        || length > 1 && is_long_initials(token))
                || length > 1 && !(token.is_capital() || may_open)
        };
        // "The Hague" keeps its article.
        let is_place = texts(self.sentence.get(tokens.clone()))
            .is_some_and(|name| GAZETTEER.place(&name).is_some());
        while let Some(first) = self.token(tokens.start).filter(|_| !tokens.is_empty() && !is_place)
        {
            if !starts_off(first, tokens.len()) {
                break;
            }
            tokens.start += 1;
        }
        let is_office = kind.is_some_and(|kind| kind != Kind::Person)
            && tokens.end.checked_sub(1).is_some_and(|at| WORDS.offices.has(&self.lower(at)))
            || kind == Some(Kind::Organisation) && WORDS.offices.has(&self.lower(tokens.end));
        let ends_off = |token: &Token<'_>| {
            let lower = token.lower();
            !token.is_word()
                || token.is_possessive()
                || token.text.starts_with(char::is_lowercase) && !token.is_capital()
                || is_office && (WORDS.offices.has(&lower) || WORDS.title_parts.has(&lower))
        };
        while let Some(last) =
            tokens.end.checked_sub(1).and_then(|at| self.token(at)).filter(|_| !tokens.is_empty())
        {
            if !ends_off(last) {
                break;
            }
            tokens.end -= 1;
        }
        let all = self.sentence.get(tokens.clone()).filter(|all| !all.is_empty())?;
        let first = all.first()?;
        // A name has a capital, but for the particle that may stand first; and no mark parts it.
        let begins = all.get(usize::from(WORDS.particles.has(first.text)))?;
        let is_begun = begins.is_capital() || begins.text.starts_with(|c: char| c.is_ascii_digit());
        let is_parted = all.iter().any(|token| {
            matches!(
                token.text,
                "-" | "–" | "[" | "]" | "(" | ")" | "\"" | "“" | "”" | ";" | ":" | "/" | "--" | "—"
            )
        });
        let is_adjective =
            all.iter().all(|token| is_people(&token.lower()) || is_direction(&token.lower()));
        let lower = first.lower();
        let is_no_name = all.len() == 1
            && (WORDS.dates.has(lower.trim_end_matches('.'))
                || WORDS.no_names.has(lower.trim_end_matches('.'))
                || kind.is_some() && is_title(&lower)
                || first.text.chars().filter(|c| c.is_alphanumeric()).count() < 2
                || is_party_and_state(first.text)
                || matches!(lower.as_str(), "i" | "the"));
        (is_begun && !is_parted && !is_adjective && !is_no_name).then_some(tokens)
    }

    /// Whether the words around a stretch are not capitalised, or are known to be no part of a name with it.
    pub(super) fn is_alone(&self, first: usize, end: usize) -> bool {
        let may_join = |at: Option<usize>| {
            at.and_then(|at| self.token(at)).is_some_and(|token| {
                let lower = token.lower();
                token.is_capital()
                    && !WORDS.dates.has(&lower)
                    && !is_people(&lower)
                    && !is_title(&lower)
                    && !GAZETTEER.is_common(&lower)
            })
        };
        let joins_head = self.token(end).is_some_and(|token| {
            token.is_capital() && WORDS.organisation_heads.has(token.lower().trim_end_matches('.'))
        });
        !joins_head && (self.headline || !(may_join(first.checked_sub(1)) || may_join(Some(end))))
    }
}

/// The words of a stretch, parted by spaces.
pub(super) fn texts(tokens: Option<&[Token<'_>]>) -> Option<String> {
    Some(tokens?.iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
}

/// "R-S.C.", as senators have behind their names.
fn is_party_and_state(text: &str) -> bool {
    ["R-", "D-", "I-"].iter().any(|party| {
        text.strip_prefix(party).is_some_and(|state| state.starts_with(char::is_uppercase))
    })
}

/// Initials that no person has: "NATO".
fn is_long_initials(token: &Token<'_>) -> bool {
    token.is_initials() && token.text.chars().count() > 2 && !token.text.contains('.')
}
