//! Speakers: finds who said the words of a quote from the text around it.

use super::marks::QuotedRange;
use super::quote::{Attribution, Speaker};
use super::speech::{PREPOSITIONS, SPEAKER_NOUNS, introduces_quote};
use crate::document::Span;
use crate::names::{Kind, Mention, Names};
use crate::token::Token;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use crate::vocabulary::{VOCABULARY, is_title};
use std::ops::Range;

/// The greatest distance, in tokens, of a name or a verb from the words.
pub(super) const NEAR: usize = 12;

/// Finds the speakers of the quotes of one passage.
pub(super) struct SpeakerFinder<'r, 't> {
    pub(super) document: &'r TokenizedDocument<'t>,
    pub(super) names: &'r Names,
    /// The mentions of the document, in reading order.
    pub(super) mentions: &'r [Mention],
    pub(super) passage: &'r TokenizedPassage<'t>,
    /// The index of the passage in the document.
    pub(super) passage_index: usize,
}

impl<'r, 't> SpeakerFinder<'r, 't> {
    /// Finds the speaker of a quote in the text around it: from the previous quote, which ends at
    /// `from`, to the next one, which starts at `to`.
    pub(super) fn speaker(
        &self,
        quote: &QuotedRange,
        from: usize,
        to: usize,
    ) -> (Speaker, Attribution) {
        let text = self.passage.text;
        let clause = self.clause(quote.outer.end..to);
        let words = text.get(quote.inner.clone()).unwrap_or_default();
        // "X called it “reckless,” while Y said …": words that are not a sentence belong to the
        // verb before them.
        if !is_sentence(words) {
            let before = self.tokens(from..quote.outer.start);
            let near = before.get(before.len().saturating_sub(4)..).unwrap_or_default();
            if near.iter().any(|token| introduces_quote(&token.lower()))
                && let Some(found) = self.speaker_before(quote, from)
            {
                return found;
            }
        }
        let is_followed_by_clause = words.ends_with([',', '?', '!', '…', '—', '.'])
            || text.get(quote.outer.end..).is_some_and(|rest| rest.trim_start().starts_with(','))
            || clause
                .first()
                .is_some_and(|token| VOCABULARY.reporting_verbs.contains(&token.lower()));
        let starts_new_sentence = words.ends_with('.')
            && clause
                .first()
                .is_some_and(|token| token.is_capitalised() && !self.begins_name(token));
        if is_followed_by_clause
            && !starts_new_sentence
            && let Some(found) = self.speaker_in_clause(clause, quote)
        {
            return found;
        }
        self.speaker_before(quote, from).unwrap_or((Speaker::Unknown, Attribution::None))
    }

    /// Returns the tokens within a range of bytes up to the end of the clause that may name the
    /// speaker.
    pub(super) fn clause(&self, bytes: Range<usize>) -> &'r [Token<'t>] {
        const MAX_TOKENS: usize = 24;
        let tokens = self.tokens(bytes);
        let skipped =
            tokens.iter().take_while(|token| matches!(token.text, "," | "(" | ")" | "it")).count();
        let clause = tokens.get(skipped..).unwrap_or_default();
        let end = clause
            .iter()
            .position(|token| matches!(token.text, "." | "!" | "?" | ";" | "“" | "\""))
            .unwrap_or(clause.len());
        clause.get(..end.min(MAX_TOKENS)).unwrap_or_default()
    }

    /// Returns the tokens within a range of bytes of the passage.
    pub(super) fn tokens(&self, bytes: Range<usize>) -> &'r [Token<'t>] {
        let tokens = &self.passage.tokens;
        let first = tokens.partition_point(|token| token.start < bytes.start);
        let end = tokens.partition_point(|token| token.end() <= bytes.end);
        tokens.get(first..end).unwrap_or_default()
    }

    /// Returns the mentions within a range of bytes of the passage.
    pub(super) fn mentions(
        &self,
        bytes: &Range<usize>,
    ) -> impl Iterator<Item = &'r Mention> + use<'r> {
        let key = |mention: &Mention| (mention.span.passage, mention.span.range.start);
        let first = self
            .mentions
            .partition_point(|mention| key(mention) < (self.passage_index, bytes.start));
        let (passage_index, end) = (self.passage_index, bytes.end);
        self.mentions.get(first..).unwrap_or_default().iter().take_while(move |mention| {
            mention.span.passage == passage_index && mention.span.range.end <= end
        })
    }

    fn kind(&self, mention: &Mention) -> Option<Kind> {
        self.names.entities.get(mention.entity.0 as usize).map(|entity| entity.kind)
    }

    pub(super) fn is_person(&self, mention: &Mention) -> bool {
        self.kind(mention) == Some(Kind::Person)
    }

    /// Returns whether a mention starts at `token`.
    fn begins_name(&self, token: &Token<'_>) -> bool {
        const MAX_NAME_BYTES: usize = 60;
        self.mentions(&(token.start..token.end() + MAX_NAME_BYTES))
            .next()
            .is_some_and(|mention| mention.span.range.start == token.start)
    }

    /// Finds the speaker beside the first reporting verb of the clause after a quote.
    fn speaker_in_clause(
        &self,
        clause: &'r [Token<'t>],
        quote: &QuotedRange,
    ) -> Option<(Speaker, Attribution)> {
        let verb = clause
            .iter()
            .take(NEAR)
            .position(|token| VOCABULARY.reporting_verbs.contains(&token.lower()))?;
        // "Zelenskyy said", "he said", "one analyst said"
        let before_verb = clause.get(..verb).unwrap_or_default();
        if !before_verb.is_empty() {
            return self.speaker_in_phrase(before_verb, quote);
        }
        // "said Oleksiy Poltorazky, a local resident", "remarked French President Emmanuel Macron",
        // "said one analyst"
        let after_verb = clause.get(verb + 1..).unwrap_or_default();
        let end = after_verb
            .iter()
            .position(|token| {
                matches!(token.text, "," | "who" | "in" | "at" | "as" | "during" | "of" | "to")
            })
            .unwrap_or(after_verb.len());
        self.speaker_in_phrase(after_verb.get(..end.min(NEAR)).unwrap_or_default(), quote)
    }

    /// Finds the speaker in the phrase beside a reporting verb: a name, a pronoun or a description.
    fn speaker_in_phrase(
        &self,
        phrase: &[Token<'_>],
        quote: &QuotedRange,
    ) -> Option<(Speaker, Attribution)> {
        let bytes = phrase.first()?.start..phrase.last()?.end();
        if let Some(mention) = self.most_likely_speaker(&bytes) {
            let speaker = Speaker::Named(mention.entity, mention.span.clone());
            return Some((speaker, Attribution::After));
        }
        let is_pronoun = |token: &&Token<'_>| matches!(token.text, "he" | "she" | "He" | "She");
        let by_pronoun = phrase.iter().find(is_pronoun).and_then(|pronoun| {
            let antecedent = self.subject_before(quote.outer.start.min(pronoun.start))?;
            Some((self.named_by(antecedent, pronoun), Attribution::Pronoun))
        });
        by_pronoun.or_else(|| self.described(phrase).map(|speaker| (speaker, Attribution::After)))
    }

    /// Returns the last person within a range of bytes, or else the last organisation or place. The
    /// owner in a possessive is not the speaker.
    fn most_likely_speaker(&self, bytes: &Range<usize>) -> Option<&'r Mention> {
        let is_owner = |mention: &Mention| {
            let rest = self.passage.text.get(mention.span.range.end..).unwrap_or_default();
            rest.starts_with("’s") || rest.starts_with("'s")
        };
        let last_of_kind = |kind| {
            self.mentions(bytes)
                .filter(|mention| !is_owner(mention))
                .filter(|mention| self.kind(mention) == Some(kind))
                .last()
        };
        last_of_kind(Kind::Person)
            .or_else(|| last_of_kind(Kind::Organisation))
            .or_else(|| last_of_kind(Kind::Place))
    }

    /// Returns the entity of `antecedent` as a speaker that `pronoun` refers to.
    fn named_by(&self, antecedent: &Mention, pronoun: &Token<'_>) -> Speaker {
        let span = Span { passage: self.passage_index, range: pronoun.start..pronoun.end() };
        Speaker::Named(antecedent.entity, span)
    }

    /// Returns a phrase with a common noun for a speaker: "one analyst", "a local resident".
    fn described(&self, phrase: &[Token<'_>]) -> Option<Speaker> {
        const MAX_TOKENS: usize = 7;
        let phrase = phrase.get(phrase.iter().take_while(|token| !token.is_word()).count()..)?;
        let first = phrase.first()?;
        let noun = phrase.iter().take(MAX_TOKENS).rposition(|token| {
            let word = token.lower();
            let singular = word.trim_end_matches('s');
            is_title(&word)
                || is_title(singular)
                || SPEAKER_NOUNS.contains(&singular)
                || SPEAKER_NOUNS.contains(&word.as_ref())
        })?;
        let end = phrase.get(noun)?.end();
        Some(Speaker::Described(Span { passage: self.passage_index, range: first.start..end }))
    }

    /// Finds the speaker in the sentence before a quote: first after the previous quote, which ends
    /// at `from`, then in the whole sentence.
    fn speaker_before(&self, quote: &QuotedRange, from: usize) -> Option<(Speaker, Attribution)> {
        let starts =
            self.passage.sentences.iter().filter_map(|range| self.passage.tokens.get(range.start));
        let sentence_start = starts
            .map(|token| token.start)
            .take_while(|start| *start <= quote.outer.start)
            .last()
            .unwrap_or(0);
        self.speaker_before_verb(self.tokens(sentence_start.max(from)..quote.outer.start))
            .or_else(|| self.speaker_before_verb(self.tokens(sentence_start..quote.outer.start)))
    }

    /// Finds the speaker before the last verb that introduces a quote: "X said, “…”", "X called it
    /// “…”", "X stating that “…”".
    fn speaker_before_verb(&self, tokens: &[Token<'_>]) -> Option<(Speaker, Attribution)> {
        let first = tokens.first()?;
        let verb = tokens.iter().rposition(|token| introduces_quote(&token.lower()))?;
        let before_verb = tokens.get(..verb).unwrap_or_default();
        let bytes = first.start..tokens.get(verb)?.start;
        // In "according to X" and "in the words of X" there is no other subject.
        let subject = self.subject_in(&bytes).or_else(|| self.most_likely_speaker(&bytes));
        if let Some(mention) = subject {
            let speaker = Speaker::Named(mention.entity, mention.span.clone());
            return Some((speaker, Attribution::Before));
        }
        let is_pronoun = |token: &&Token<'_>| matches!(token.lower().as_ref(), "he" | "she");
        if let Some(pronoun) = before_verb.iter().rev().find(is_pronoun) {
            let antecedent = self.subject_before(pronoun.start)?;
            return Some((self.named_by(antecedent, pronoun), Attribution::Pronoun));
        }
        self.described(before_verb).map(|speaker| (speaker, Attribution::Before))
    }

    /// Returns the last person within a range of bytes who may be the subject of a sentence, or
    /// else the first such organisation.
    fn subject_in(&self, bytes: &Range<usize>) -> Option<&'r Mention> {
        let subjects: Vec<&Mention> =
            self.mentions(bytes).filter(|mention| self.may_be_subject(mention)).collect();
        let is_organisation = |mention: &&&Mention| self.kind(mention) == Some(Kind::Organisation);
        subjects
            .iter()
            .rev()
            .find(|mention| self.is_person(mention))
            .or_else(|| subjects.iter().find(is_organisation))
            .copied()
    }

    /// Returns whether a mention may be the subject of its sentence: it is not the owner in a
    /// possessive, and not after a preposition.
    fn may_be_subject(&self, mention: &Mention) -> bool {
        let Some(passage) = self.document.passages.get(mention.span.passage) else { return false };
        let after = passage.text.get(mention.span.range.end..).unwrap_or_default();
        let before = passage.text.get(..mention.span.range.start).unwrap_or_default();
        let word = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_owner =
            after.starts_with("’s") || after.starts_with("'s") || after.starts_with(" 's");
        !is_owner && !PREPOSITIONS.contains(&word)
    }

    /// Returns the person whom the text before `at` is about: in the nearest sentence that mentions
    /// one, the first who may be its subject, or else the first.
    ///
    /// Searches this paragraph and the two before it.
    pub(super) fn subject_before(&self, at: usize) -> Option<&'r Mention> {
        for passage_index in (self.passage_index.saturating_sub(2)..=self.passage_index).rev() {
            let passage = self.document.passages.get(passage_index)?;
            let finder = SpeakerFinder { passage, passage_index, ..*self };
            let limit = if passage_index == self.passage_index { at } else { usize::MAX };
            for sentence in passage.sentences.iter().rev() {
                let bytes = passage.byte_range(sentence);
                if bytes.start >= limit {
                    continue;
                }
                let bytes = bytes.start..bytes.end.min(limit);
                let people: Vec<&Mention> =
                    finder.mentions(&bytes).filter(|mention| self.is_person(mention)).collect();
                let subject = people.iter().find(|mention| self.may_be_subject(mention));
                if let Some(mention) = subject.or(people.first()) {
                    return Some(mention);
                }
            }
        }
        None
    }
}

/// Returns whether quoted words are a sentence of their own.
pub(super) fn is_sentence(words: &str) -> bool {
    let first = words.trim_start_matches(['[', '(', '‘', '\'', '“', '…', '.', ' ']).chars().next();
    first.is_some_and(|c| !c.is_lowercase()) && words.split_whitespace().count() > 3
}
