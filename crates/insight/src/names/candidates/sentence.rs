//! A sentence in which candidates are sought, and the rules that all candidates have to satisfy.

use super::candidate::Candidate;
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::identifier::{
    has_inner_capital, is_file_name, is_pascal_case, mixes_letters_and_digits,
};
use crate::lexicon::Word;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::sentence::Sentence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym, is_direction, is_title};
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
        if is_hint && self.sentence.tokens.get(tokens.clone()).is_some_and(is_emphasised_word) {
            return;
        }
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
        // "The Hague" keeps its article.
        let is_place = self.is_place(tokens.clone());
        while let Some(first) = self.token(tokens.start).filter(|_| !tokens.is_empty() && !is_place)
        {
            let is_title_of_organisation =
                || kind == Some(Kind::Organisation) && self.is_title_of_organisation(&tokens);
            if !is_trimmed_at_start(first, tokens.len(), kind) && !is_title_of_organisation() {
                break;
            }
            tokens.start += 1;
        }
        let is_office_at = |at: usize| VOCABULARY.offices.contains(self.lower(at));
        let names_office = kind.is_some_and(|kind| kind != Kind::Person)
            && tokens.end.checked_sub(1).is_some_and(is_office_at)
            || kind == Some(Kind::Organisation) && is_office_at(tokens.end);
        while let Some(last) =
            tokens.end.checked_sub(1).and_then(|at| self.token(at)).filter(|_| !tokens.is_empty())
        {
            if !is_trimmed_at_end(last, names_office) {
                break;
            }
            tokens.end -= 1;
        }
        let name = self.sentence.tokens.get(tokens.clone()).filter(|name| !name.is_empty())?;
        (may_be_name(name, kind) && !is_identifier(name, kind)).then_some(tokens)
    }

    /// Returns whether a name of an organisation begins with a title that is not part of it
    /// ("Deputy Pentagon", "Chairman Federal Reserve").
    fn is_title_of_organisation(&self, name: &Range<usize>) -> bool {
        let rest = self.sentence.tokens.get(name.start + 1..name.end).unwrap_or_default();
        let first = self.lower(name.start);
        if rest.is_empty() || !is_title(first) && !MODIFIERS_OF_TITLES.contains(&first) {
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
fn is_trimmed_at_start(token: &Token<'_>, length: usize, kind: Option<Kind>) -> bool {
    let lower = token.lower();
    // The number of a military unit may come first.
    let may_start = VOCABULARY.name_particles.contains(&lower)
        || kind == Some(Kind::Organisation) && lower.starts_with(|c: char| c.is_ascii_digit());
    !token.is_word()
        || matches!(lower.as_ref(), "the" | "a" | "an")
        || kind == Some(Kind::Person)
            && (is_title(&lower)
                || is_demonym(&lower)
                || VOCABULARY.title_parts.contains(&lower)
                || length > 1 && is_long_acronym(token))
        || length > 1 && !(token.is_capitalised() || may_start)
}

/// Returns whether a name does not end in this token. `names_office` tells whether the name ends in
/// an office ("Pentagon Press Secretary"), which is not part of it.
fn is_trimmed_at_end(token: &Token<'_>, names_office: bool) -> bool {
    let lower = token.lower();
    !token.is_word()
        || token.is_possessive()
        || token.text.starts_with(char::is_lowercase) && !token.is_capitalised()
        || names_office
            && (VOCABULARY.offices.contains(&lower) || VOCABULARY.title_parts.contains(&lower))
}

/// Returns whether trimmed tokens can be a name of that kind.
fn may_be_name(name: &[Token<'_>], kind: Option<Kind>) -> bool {
    let Some(first) = name.first() else { return false };
    // The first word, or the one after a particle, has to be capitalised or a number.
    let has_particle = VOCABULARY.name_particles.contains(first.text);
    let is_capitalised = name.get(usize::from(has_particle)).is_some_and(|word| {
        word.is_capitalised() || word.text.starts_with(|c: char| c.is_ascii_digit())
    });
    let has_punctuation = name.iter().any(|token| {
        matches!(
            token.text,
            "-" | "–" | "[" | "]" | "(" | ")" | "\"" | "“" | "”" | ";" | ":" | "/" | "--" | "—"
        )
    });
    let is_adjective =
        name.iter().all(|token| is_demonym(&token.lower()) || is_direction(&token.lower()));
    let lower = first.lower();
    let is_other_word = name.len() == 1
        && (VOCABULARY.dates.contains(lower.trim_end_matches('.'))
            || VOCABULARY.non_names.contains(lower.trim_end_matches('.'))
            || kind.is_some() && is_title(&lower)
            || first.text.chars().filter(|c| c.is_alphanumeric()).count() < 2
            || is_party_and_state(first.text)
            || matches!(lower.as_ref(), "i" | "the"));
    let is_numbered = kind == Some(Kind::Organisation)
        && name.len() > 1
        && name.last().is_some_and(|last| is_roman_numeral(last.text))
        && !name.iter().any(|token| VOCABULARY.organisation_heads.contains(&token.lower()));
    // "Board of Directors"
    let is_office = name.len() == 3
        && lower == "board"
        && name.last().is_some_and(|last| matches!(last.text, "Directors" | "Trustees"));
    let is_only_legal_form = kind == Some(Kind::Organisation)
        && name.iter().all(|token| {
            let lower = token.lower();
            VOCABULARY.legal_forms.contains(lower.trim_end_matches('.'))
        });
    is_capitalised
        && !has_punctuation
        && !is_adjective
        && !is_other_word
        && !is_numbered
        && !is_office
        && !is_only_legal_form
}

/// Returns whether a name is a single common word that is emphasised by capitals ("NOTE").
fn is_emphasised_word(name: &[Token<'_>]) -> bool {
    let [word] = name else { return false };
    word.is_acronym() && word.text.len() >= 4 && GAZETTEER.is_common_word(&word.lower())
}

/// Returns whether a name is that of a program, a file or another thing that programs read, judging
/// by its shape or by the gazetteer. Such a name may be part of an organisation's ("Node.js
/// Foundation"), but is not that of a person or a place.
fn is_identifier(name: &[Token<'_>], kind: Option<Kind>) -> bool {
    let is_program = |token: &Token<'_>| {
        token.is_literal
            || GAZETTEER.is_product(token.text)
            || is_file_name(token.text)
            || is_pascal_case(token.text) && GAZETTEER.longest_organisation(&[token.text]).is_none()
    };
    let is_code = |token: &Token<'_>| token.is_literal && !token.is_capitalised();
    let is_coded = |token: &Token<'_>| {
        has_inner_capital(token.text)
            || token.text.starts_with(char::is_alphabetic) && mixes_letters_and_digits(token.text)
    };
    let texts: Vec<&str> = name.iter().map(|token| token.text).collect();
    let is_product = texts.len() > 1 && GAZETTEER.is_product(&texts.join(" "));
    match kind {
        Some(Kind::Person | Kind::Place | Kind::Organisation) if is_product => true,
        Some(Kind::Person) => name.iter().any(is_program) || name.last().is_some_and(is_coded),
        Some(Kind::Place) => name.iter().any(|token| is_program(token) || is_coded(token)),
        Some(Kind::Organisation) => name.iter().all(is_program) || name.iter().any(is_code),
        Some(Kind::Weapon) | None => name.iter().any(is_code),
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

/// Returns whether a token is an acronym that cannot be the initials of a person ("NATO").
fn is_long_acronym(token: &Token<'_>) -> bool {
    token.is_acronym() && token.text.chars().count() > 2 && !token.text.contains('.')
}
