//! A sentence in which candidates are sought, and the rules that all candidates have to satisfy.

use super::candidate::Candidate;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::lexicon::Word;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::sentence::Sentence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_direction};
use std::ops::Range;

/// Collects the candidates of one sentence. The files beside this one add the rules for each kind.
///
/// The methods take and return indices of tokens in the sentence. A run is a range `first..end` of
/// capitalised tokens.
pub(super) struct SentenceScanner<'r, 't> {
    pub(super) sentence: &'r Sentence<'r, 't>,
    /// The index of the sentence's first token in the passage.
    pub(super) start: usize,
    /// The index of the passage in the document.
    pub(super) passage: usize,
    /// True if the sentence is a headline, in which capitals indicate little.
    pub(super) in_headline: bool,
    pub(super) candidates: &'r mut Vec<Candidate>,
}

impl<'r, 't> SentenceScanner<'r, 't> {
    /// Adds a candidate, trimmed, unless it cannot be a name of that kind.
    pub(super) fn propose(
        &mut self,
        tokens: Range<usize>,
        kind: Option<Kind>,
        evidence: Evidence,
        weight: f32,
    ) {
        let Some(tokens) = self.trim(tokens, kind) else { return };
        let is_hint = matches!(evidence, Evidence::Tagger(_) | Evidence::Acronym);
        let is_emphasised =
            tokens.len() == 1 && self.word(tokens.start).is_some_and(|word| word.is_emphasised);
        if is_hint && is_emphasised {
            return;
        }
        self.add(tokens, kind, evidence, weight);
    }

    /// Adds a candidate that is certainly a name as it is.
    pub(super) fn add(
        &mut self,
        tokens: Range<usize>,
        kind: Option<Kind>,
        evidence: Evidence,
        weight: f32,
    ) {
        self.candidates.push(Candidate {
            passage: self.passage,
            tokens: tokens.start + self.start..tokens.end + self.start,
            kind,
            evidence,
            weight,
            in_headline: self.in_headline,
        });
    }

    /// Returns the token at `at`, or `None` outside of the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&'r Token<'t>> {
        self.sentence.tokens.get(at)
    }

    /// Returns the word of the token at `at`, or `None` outside of the sentence.
    pub(super) fn word(&self, at: usize) -> Option<&'r Word> {
        self.sentence.words.get(at).copied()
    }

    /// Returns the token at `at` in lower case, or an empty text outside of the sentence.
    pub(super) fn lower(&self, at: usize) -> &'r str {
        self.word(at).map_or("", |word| &word.lower)
    }

    /// Returns whether the token at `at` is capitalised.
    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_capitalised)
    }

    /// Returns the token before `at` in lower case, or an empty text at the start of the sentence.
    pub(super) fn lower_before(&self, at: usize) -> &'r str {
        at.checked_sub(1).map_or("", |at| self.lower(at))
    }

    /// Returns a range of tokens joined by spaces, or `None` outside of the sentence.
    pub(super) fn text(&self, tokens: Range<usize>) -> Option<String> {
        let texts = self.sentence.tokens.get(tokens)?.iter().map(|token| token.text);
        Some(texts.collect::<Vec<_>>().join(" "))
    }

    /// Returns whether the token at `at` is a common word.
    pub(super) fn is_common(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_common)
    }

    /// Returns whether the token at `at` is a demonym.
    pub(super) fn is_demonym(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_demonym)
    }

    /// Returns whether the token at `at` is an acronym.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_acronym)
    }

    /// Returns whether the token at `at` is a title.
    pub(super) fn is_title(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_title)
    }

    /// Returns the number of capitalised tokens from `at` on.
    pub(super) fn run_length(&self, at: usize) -> usize {
        self.sentence.words.iter().skip(at).take_while(|word| word.is_capitalised).count()
    }

    /// Returns whether the gazetteer lists a range of tokens as a place.
    pub(super) fn is_place(&self, tokens: Range<usize>) -> bool {
        self.place_kind(tokens).is_some()
    }

    /// Returns the kind of place that a range of tokens stands for.
    pub(super) fn place_kind(&self, tokens: Range<usize>) -> Option<PlaceKind> {
        let first = self.word(tokens.start).filter(|word| word.place_words > 0)?;
        if tokens.len() == 1 {
            return first.place;
        }
        GAZETTEER.place_kind(&self.text(tokens)?)
    }

    /// Returns whether the tokens around a range are not part of a longer name that contains it.
    pub(super) fn is_isolated(&self, first: usize, end: usize) -> bool {
        let may_join = |at: Option<usize>| {
            at.and_then(|at| self.word(at)).is_some_and(|word| {
                word.is_capitalised
                    && !VOCABULARY.dates.contains(&word.lower)
                    && !word.is_demonym
                    && !word.is_title
                    && !word.is_common
                    // "L’" before a name in French.
                    && !word.lower.ends_with(['’', '\''])
            })
        };
        let precedes_head = self.word(end).is_some_and(|word| {
            word.is_capitalised
                && VOCABULARY.organisation_heads.contains(word.lower.trim_end_matches('.'))
        });
        !precedes_head
            && (self.in_headline || !(may_join(first.checked_sub(1)) || may_join(Some(end))))
    }

    /// Trims articles, punctuation, titles and demonyms off a candidate. Returns `None` if the rest
    /// cannot be a name.
    fn trim(&self, mut tokens: Range<usize>, kind: Option<Kind>) -> Option<Range<usize>> {
        // "The Hague" keeps its article, and "Côte d’Ivoire" its second word.
        let is_place = self.is_place(tokens.clone());
        while !tokens.is_empty() && !is_place {
            let is_title_of_organisation =
                || kind == Some(Kind::Organisation) && self.is_title_of_organisation(&tokens);
            let length = tokens.len();
            let is_trimmed =
                self.word(tokens.start).is_some_and(|word| is_trimmed_at_start(word, length, kind));
            if !is_trimmed && !is_title_of_organisation() {
                break;
            }
            tokens.start += 1;
        }
        let is_office_at = |at: usize| VOCABULARY.offices.contains(self.lower(at));
        let names_office = kind.is_some_and(|kind| kind != Kind::Person)
            && tokens.end.checked_sub(1).is_some_and(is_office_at)
            || kind == Some(Kind::Organisation) && is_office_at(tokens.end);
        while !tokens.is_empty() && !is_place {
            let last = tokens.end.checked_sub(1)?;
            if !is_trimmed_at_end(self.token(last)?, self.word(last)?, names_office) {
                break;
            }
            tokens.end -= 1;
        }
        let words = self.sentence.words.get(tokens.clone()).filter(|words| !words.is_empty())?;
        let name = self.sentence.tokens.get(tokens.clone())?;
        (may_be_name(name, words, kind) && !is_identifier(name, words, kind)).then_some(tokens)
    }

    /// Returns whether a name of an organisation begins with a title that is not part of it
    /// ("Deputy Pentagon", "Chairman Federal Reserve").
    fn is_title_of_organisation(&self, name: &Range<usize>) -> bool {
        let rest = self.sentence.tokens.get(name.start + 1..name.end).unwrap_or_default();
        let first = self.lower(name.start);
        if rest.is_empty() || !self.is_title(name.start) && !MODIFIERS_OF_TITLES.contains(&first) {
            return false;
        }
        if self.word(name.start + 1).is_none_or(|word| word.organisation_words == 0) {
            return false;
        }
        let rest: Vec<&str> = rest.iter().map(|token| token.text).collect();
        let whole = self.text(name.clone()).unwrap_or_default();
        GAZETTEER.longest_organisation(&rest) == Some(rest.len())
            && GAZETTEER.longest_organisation(&[&whole]).is_none()
    }
}

/// Words before a title that are not part of the name after it: "Deputy Pentagon spokesman".
const MODIFIERS_OF_TITLES: [&str; 8] =
    ["deputy", "assistant", "associate", "former", "acting", "interim", "senior", "then"];

/// Returns whether a name of `length` tokens and of that kind does not start with this token.
fn is_trimmed_at_start(word: &Word, length: usize, kind: Option<Kind>) -> bool {
    let lower = word.lower.as_str();
    // The number of a military unit may come first.
    let may_start = || {
        VOCABULARY.name_particles.contains(lower)
            || kind == Some(Kind::Organisation) && lower.starts_with(|c: char| c.is_ascii_digit())
    };
    !word.is_word
        || matches!(lower, "the" | "a" | "an")
        || kind == Some(Kind::Person)
            && (word.is_title
                || word.is_demonym
                || VOCABULARY.title_parts.contains(lower)
                || length > 1 && word.is_long_acronym)
        || length > 1 && !(word.is_capitalised || may_start())
}

/// Returns whether a name does not end in this token. `names_office` tells whether the name ends in
/// an office ("Pentagon Press Secretary"), which is not part of it.
fn is_trimmed_at_end(token: &Token<'_>, word: &Word, names_office: bool) -> bool {
    let lower = &word.lower;
    !word.is_word
        || token.is_possessive()
        || token.text.starts_with(char::is_lowercase) && !word.is_capitalised
        || names_office
            && (VOCABULARY.offices.contains(lower) || VOCABULARY.title_parts.contains(lower))
}

/// Returns whether trimmed tokens can be a name of that kind.
fn may_be_name(name: &[Token<'_>], words: &[&Word], kind: Option<Kind>) -> bool {
    let (Some(first), Some(word)) = (name.first(), words.first()) else { return false };
    // The first word, or the one after a particle, has to be capitalised or a number.
    let has_particle = VOCABULARY.name_particles.contains(first.text);
    let is_capitalised = words.get(usize::from(has_particle)).is_some_and(|word| {
        word.is_capitalised || word.lower.starts_with(|c: char| c.is_ascii_digit())
    });
    let has_punctuation = name.iter().any(|token| {
        matches!(
            token.text,
            "-" | "–" | "[" | "]" | "(" | ")" | "\"" | "“" | "”" | ";" | ":" | "/" | "--" | "—"
        )
    });
    let is_adjective = words.iter().all(|word| word.is_demonym || is_direction(&word.lower));
    let lower = word.lower.as_str();
    let is_other_word = name.len() == 1
        && (VOCABULARY.dates.contains(lower.trim_end_matches('.'))
            || VOCABULARY.non_names.contains(lower.trim_end_matches('.'))
            || kind.is_some() && word.is_title
            || first.text.chars().filter(|c| c.is_alphanumeric()).count() < 2
            || is_party_and_state(first.text)
            || matches!(lower, "i" | "the"));
    let is_numbered = kind == Some(Kind::Organisation)
        && name.len() > 1
        && name.last().is_some_and(|last| is_roman_numeral(last.text))
        && !words.iter().any(|word| VOCABULARY.organisation_heads.contains(&word.lower));
    // "Board of Directors"
    let is_office = name.len() == 3
        && lower == "board"
        && name.last().is_some_and(|last| matches!(last.text, "Directors" | "Trustees"));
    let is_only_legal_form = kind == Some(Kind::Organisation)
        && words
            .iter()
            .all(|word| VOCABULARY.legal_forms.contains(word.lower.trim_end_matches('.')));
    is_capitalised
        && !has_punctuation
        && !is_adjective
        && !is_other_word
        && !is_numbered
        && !is_office
        && !is_only_legal_form
}

/// Returns whether a name is that of a program, a file or another thing that programs read, judging
/// by its shape or by the gazetteer. Such a name may be part of an organisation's ("Node.js
/// Foundation"), but is not that of a person or a place.
fn is_identifier(name: &[Token<'_>], words: &[&Word], kind: Option<Kind>) -> bool {
    let is_code =
        || name.iter().zip(words).any(|(token, word)| token.is_literal && !word.is_capitalised);
    let is_product = || {
        name.len() > 1 && words.first().is_some_and(|first| first.begins_product) && {
            let texts: Vec<&str> = name.iter().map(|token| token.text).collect();
            GAZETTEER.is_product(&texts.join(" "))
        }
    };
    match kind {
        Some(Kind::Person | Kind::Place | Kind::Organisation) if is_product() => true,
        Some(Kind::Person) => {
            words.iter().any(|word| word.is_program) || words.last().is_some_and(|it| it.is_coded)
        }
        Some(Kind::Place) => words.iter().any(|word| word.is_program || word.is_coded),
        Some(Kind::Organisation) => words.iter().all(|word| word.is_program) || is_code(),
        Some(Kind::Weapon) | None => is_code(),
    }
}

/// Returns whether a word is a Roman numeral of two digits or more.
fn is_roman_numeral(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Returns whether `text` is the party and state of a politician ("R-S.C.").
fn is_party_and_state(text: &str) -> bool {
    ["R-", "D-", "I-"].iter().any(|party| {
        text.strip_prefix(party).is_some_and(|state| state.starts_with(char::is_uppercase))
    })
}
