//! Who said the words of a quote.

use super::marks::Quoted;
use super::quote::{Reason, Speaker};
use super::speech::{PEOPLE, PREPOSITIONS, is_saying};
use crate::document::{ReadPassage, Reading, Span};
use crate::names::{Kind, Mention, Names};
use crate::token::Token;
use crate::vocabulary::{WORDS, is_title};
use std::ops::Range;

/// A name or a verb stands no further from the words than so many tokens.
pub(super) const NEAR: usize = 12;

/// A passage with what is named in it.
pub(super) struct Context<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) names: &'r Names,
    pub(super) mentions: &'r [Mention],
    pub(super) passage: &'r ReadPassage<'t>,
    pub(super) number: usize,
}

impl<'r, 't> Context<'r, 't> {
    /// The tokens within these bytes.
    pub(super) fn tokens(&self, bytes: Range<usize>) -> &'r [Token<'t>] {
        let tokens = &self.passage.tokens;
        let first = tokens.partition_point(|token| token.start < bytes.start);
        let end = tokens.partition_point(|token| token.end() <= bytes.end);
        tokens.get(first..end).unwrap_or_default()
    }

    /// The mentions within these bytes of the passage.
    fn mentions(&self, bytes: &Range<usize>) -> impl Iterator<Item = &'r Mention> + use<'r> {
        let key = |mention: &Mention| (mention.span.passage, mention.span.range.start);
        let first =
            self.mentions.partition_point(|mention| key(mention) < (self.number, bytes.start));
        let (number, end) = (self.number, bytes.end);
        self.mentions.get(first..).unwrap_or_default().iter().take_while(move |mention| {
            mention.span.passage == number && mention.span.range.end <= end
        })
    }

    fn kind(&self, mention: &Mention) -> Option<Kind> {
        self.names.entities.get(mention.entity.0 as usize).map(|entity| entity.kind)
    }

    fn is_person(&self, mention: &Mention) -> bool {
        self.kind(mention) == Some(Kind::Person)
    }

    /// The speaker of a quote, by what stands behind it up to `next` and before it from `from`.
    pub(super) fn speaker(&self, quote: &Quoted, from: usize, next: usize) -> (Speaker, Reason) {
        let behind = self.clause(quote.whole.end..next);
        let said = self.passage.text.get(quote.words.clone()).unwrap_or_default();
        let follows_at_once = said.ends_with([',', '?', '!', '…', '—', '.'])
            || self
                .passage
                .text
                .get(quote.whole.end..)
                .is_some_and(|rest| rest.trim_start().starts_with(','))
            || behind.first().is_some_and(|token| WORDS.saying.has(&token.lower()));
        // "X called it “reckless,” while Y said": words that are no sentence belong to what they stand in.
        if !is_sentence(said) {
            let near = self.tokens(from..quote.whole.start);
            let near = near.get(near.len().saturating_sub(4)..).unwrap_or_default();
            if near.iter().any(|token| is_saying(&token.lower()))
                && let Some(found) = self.before_in_sentence(quote, from)
            {
                return found;
            }
        }
        let may_follow = follows_at_once
            && !(said.ends_with('.')
                && behind
                    .first()
                    .is_some_and(|token| token.is_capital() && !self.begins_name(token)));
        if may_follow && let Some(found) = self.near_verb(behind, quote, Reason::Behind) {
            return found;
        }
        self.before_in_sentence(quote, from).unwrap_or((Speaker::Unknown, Reason::Nothing))
    }

    /// Who is named before a quote in its sentence, from the last quote on if possible.
    fn before_in_sentence(&self, quote: &Quoted, from: usize) -> Option<(Speaker, Reason)> {
        let starts =
            self.passage.sentences.iter().filter_map(|range| self.passage.tokens.get(range.start));
        let sentence_start = starts
            .map(|token| token.start)
            .take_while(|start| *start <= quote.whole.start)
            .last()
            .unwrap_or(0);
        self.before(self.tokens(sentence_start.max(from)..quote.whole.start))
            .or_else(|| self.before(self.tokens(sentence_start..quote.whole.start)))
    }

    /// The tokens behind a quote up to the end of what says who spoke.
    pub(super) fn clause(&self, bytes: Range<usize>) -> &'r [Token<'t>] {
        let tokens = self.tokens(bytes);
        let skip =
            tokens.iter().take_while(|token| matches!(token.text, "," | "(" | ")" | "it")).count();
        let rest = tokens.get(skip..).unwrap_or_default();
        let end = rest
            .iter()
            .position(|token| matches!(token.text, "." | "!" | "?" | ";" | "“" | "\""))
            .unwrap_or(rest.len());
        rest.get(..end.min(24)).unwrap_or_default()
    }

    fn begins_name(&self, token: &Token<'_>) -> bool {
        self.mentions(&(token.start..token.end() + 60))
            .next()
            .is_some_and(|mention| mention.span.range.start == token.start)
    }

    /// Who is named beside the first verb of saying among the tokens.
    fn near_verb(
        &self,
        tokens: &'r [Token<'t>],
        quote: &Quoted,
        reason: Reason,
    ) -> Option<(Speaker, Reason)> {
        let verb = tokens.iter().take(NEAR).position(|token| WORDS.saying.has(&token.lower()))?;
        let bytes = |tokens: &[Token<'_>]| -> Option<Range<usize>> {
            Some(tokens.first()?.start..tokens.last()?.end())
        };
        // "Zelenskyy said", "he said", "one analyst said"
        let subject = tokens.get(..verb).unwrap_or_default();
        if let Some(range) = bytes(subject) {
            if let Some(mention) = self.best(&range) {
                return Some((Speaker::Named(mention.entity, mention.span.clone()), reason));
            }
            if let Some(found) = self.pronoun(subject, quote) {
                return Some(found);
            }
            return self.described(subject).map(|speaker| (speaker, reason));
        }
        // "said Oleksiy Poltorazky, a local resident", "remarked French President Emmanuel Macron", "said one analyst"
        let object = tokens.get(verb + 1..).unwrap_or_default();
        let end = object
            .iter()
            .position(|token| {
                matches!(token.text, "," | "who" | "in" | "at" | "as" | "during" | "of" | "to")
            })
            .unwrap_or(object.len());
        let object = object.get(..end.min(NEAR)).unwrap_or_default();
        if let Some(mention) = bytes(object).and_then(|range| self.best(&range)) {
            return Some((Speaker::Named(mention.entity, mention.span.clone()), reason));
        }
        self.pronoun(object, quote)
            .or_else(|| self.described(object).map(|speaker| (speaker, reason)))
    }

    /// The one who speaks among those named in a stretch: a person before an organisation before a place.
    fn best(&self, bytes: &Range<usize>) -> Option<&'r Mention> {
        let not_owner = |mention: &&Mention| {
            let rest = self.passage.text.get(mention.span.range.end..).unwrap_or_default();
            !(rest.starts_with("’s") || rest.starts_with("'s"))
        };
        let of = |kind| {
            self.mentions(bytes)
                .filter(not_owner)
                .filter(|mention| self.kind(mention) == Some(kind))
                .last()
        };
        of(Kind::Person).or_else(|| of(Kind::Organisation)).or_else(|| of(Kind::Place))
    }

    fn pronoun(&self, tokens: &[Token<'_>], quote: &Quoted) -> Option<(Speaker, Reason)> {
        let token =
            tokens.iter().find(|token| matches!(token.text, "he" | "she" | "He" | "She"))?;
        let mention = self.subject_before(quote.whole.start.min(token.start))?;
        let span = Span { passage: self.number, range: token.start..token.end() };
        Some((Speaker::Named(mention.entity, span), Reason::Pronoun))
    }

    /// "one analyst", "a local resident": a short stretch with a common noun for people in it.
    fn described(&self, tokens: &[Token<'_>]) -> Option<Speaker> {
        let tokens = tokens.get(tokens.iter().take_while(|token| !token.is_word()).count()..)?;
        let first = tokens.first()?;
        let noun = tokens.iter().take(7).rposition(|token| {
            let word = token.lower();
            is_title(&word)
                || is_title(word.trim_end_matches('s'))
                || PEOPLE.contains(&word.trim_end_matches('s'))
                || PEOPLE.contains(&word.as_str())
        })?;
        let end = tokens.get(noun)?.end();
        Some(Speaker::Described(Span { passage: self.number, range: first.start..end }))
    }

    /// Who is named before a quote, in its sentence: "X said, “…”", "X called it “…”", "X stating that “…”".
    fn before(&self, tokens: &[Token<'_>]) -> Option<(Speaker, Reason)> {
        let first = tokens.first()?;
        let verb = tokens.iter().rev().find(|token| is_saying(&token.lower()))?;
        let subjects = first.start..verb.start;
        // "According to X", "in the words of X", where nobody else can be the subject.
        let subject = self.subject_in(&subjects).or_else(|| self.best(&subjects));
        if let Some(mention) = subject {
            return Some((Speaker::Named(mention.entity, mention.span.clone()), Reason::Before));
        }
        let before_verb: Vec<Token<'_>> =
            tokens.iter().take_while(|token| token.start < verb.start).cloned().collect();
        if let Some(token) =
            before_verb.iter().rev().find(|token| matches!(token.lower().as_str(), "he" | "she"))
        {
            let mention = self.subject_before(token.start)?;
            let span = Span { passage: self.number, range: token.start..token.end() };
            return Some((Speaker::Named(mention.entity, span), Reason::Pronoun));
        }
        self.described(&before_verb).map(|speaker| (speaker, Reason::Before))
    }

    /// The last person (or else organisation) in a stretch who can be a sentence's subject: not the owner of something, not
    /// behind a preposition.
    fn subject_in(&self, bytes: &Range<usize>) -> Option<&'r Mention> {
        let found: Vec<&Mention> =
            self.mentions(bytes).filter(|mention| self.may_act(mention)).collect();
        found
            .iter()
            .rev()
            .find(|mention| self.is_person(mention))
            .or_else(|| found.iter().find(|mention| self.kind(mention) == Some(Kind::Organisation)))
            .copied()
    }

    fn may_act(&self, mention: &Mention) -> bool {
        let Some(passage) = self.reading.passages.get(mention.span.passage) else { return false };
        let rest = passage.text.get(mention.span.range.end..).unwrap_or_default();
        let before = passage.text.get(..mention.span.range.start).unwrap_or_default();
        let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let owns = rest.starts_with("’s") || rest.starts_with("'s") || rest.starts_with(" 's");
        !(owns || PREPOSITIONS.contains(&word))
    }

    /// Whom the text was about before a place: the first person of the nearest sentence before it who can be its subject, in
    /// this paragraph or the two before.
    pub(super) fn subject_before(&self, at: usize) -> Option<&'r Mention> {
        let passages = (self.number.saturating_sub(2)..=self.number).rev();
        for number in passages {
            let passage = self.reading.passages.get(number)?;
            let here = Context { passage, number, ..*self };
            let limit = if number == self.number { at } else { usize::MAX };
            let ranges: Vec<Range<usize>> =
                passage.sentences.iter().map(|range| passage.bytes(range)).collect();
            for range in ranges.into_iter().rev().filter(|range| range.start < limit) {
                let range = range.start..range.end.min(limit);
                let mut people = here.mentions(&range).filter(|mention| self.is_person(mention));
                let all: Vec<&Mention> = people.by_ref().collect();
                if let Some(mention) =
                    all.iter().find(|mention| self.may_act(mention)).or_else(|| all.first())
                {
                    return Some(mention);
                }
            }
        }
        None
    }
}

/// Whether words are a sentence of their own.
pub(super) fn is_sentence(words: &str) -> bool {
    let begins = words.trim_start_matches(['[', '(', '‘', '\'', '“', '…', '.', ' ']).chars().next();
    begins.is_some_and(|c| !c.is_lowercase()) && words.split_whitespace().count() > 3
}
