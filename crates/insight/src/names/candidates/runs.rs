//! Capitalised runs: applies the rules of all kinds to each run, and two rules that fit any kind.

use super::sentence::SentenceScanner;
use super::weights::{DESCRIBED, EVENT, PROGRAM_IN_LIST};
use crate::gazetteer::GAZETTEER;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_title};

impl SentenceScanner<'_, '_> {
    /// Proposes names from each run of capitalised words and from the words beside it.
    pub(super) fn propose_from_runs(&mut self) {
        let mut at = 0;
        while at < self.sentence.tokens.len() {
            let length = self.run_length(at);
            if length == 0 {
                at += 1;
                continue;
            }
            let end = at + length;
            let end_with_particles = self.extend_over_particles(at, end);
            let name = self.propose_titled_person(at, end_with_particles).unwrap_or(at);
            self.propose_by_head(at, end);
            self.propose_firm(at, end);
            self.propose_person_in_context(name, end_with_particles);
            self.propose_place_in_context(at, end);
            self.propose_event(at, end);
            self.propose_program_in_list(at, end);
            self.propose_unlisted_words(at, end);
            self.propose_organisation_in_context(at, end);
            self.propose_described(at, end_with_particles);
            self.propose_team(at, end);
            at = end_with_particles;
        }
    }

    /// Returns the end of a run that continues after a particle: "Charles de Gaulle".
    fn extend_over_particles(&self, first: usize, end: usize) -> usize {
        let mut end = end;
        loop {
            let particles = self
                .sentence
                .tokens
                .iter()
                .zip(&self.sentence.words)
                .skip(end)
                .take(2)
                .take_while(|(token, word)| {
                    !word.is_capitalised && VOCABULARY.name_particles.contains(token.text)
                })
                .count();
            let run = self.run_length(end + particles);
            if particles == 0 || run == 0 || end == first {
                return end;
            }
            end += particles + run;
        }
    }

    /// Proposes a run that the sentence describes by a noun: "X is a village", "X was a company",
    /// "X, a framework".
    fn propose_described(&mut self, first: usize, end: usize) {
        let verb = self.skip_brackets(end);
        let is_copula =
            matches!(self.lower(verb), "is" | "was" | "are" | "were" | "remains" | "became");
        let is_apposition = matches!(self.lower(verb), "," | "-" | "–" | "—");
        let has_article = matches!(
            self.token(verb + 1).map(|token| token.text),
            Some("a" | "an" | "the" | "one")
        );
        if !(is_copula || is_apposition) || !has_article || self.in_headline || end - first > 4 {
            return;
        }
        let described = self
            .sentence
            .tokens
            .iter()
            .skip(verb + 2)
            .take(7)
            .take_while(|token| !matches!(token.text, "," | "." | "who" | "that" | "which"))
            .filter(|token| !token.is_capitalised())
            .find_map(|token| {
                let noun = token.lower();
                Some((described_kind(&noun)?, noun))
            });
        let is_direct = is_copula && verb == end;
        if let Some((kind, noun)) = described.filter(|(kind, _)| is_direct || kind.is_none()) {
            self.propose(first..end, kind, Evidence::Apposition(noun.into_owned()), DESCRIBED);
        }
    }

    /// Returns the index after a short text in brackets at `at`, or `at` if there is none.
    fn skip_brackets(&self, at: usize) -> usize {
        const MAX_TOKENS: usize = 10;
        if self.lower(at) != "(" {
            return at;
        }
        let rest = self.sentence.tokens.iter().skip(at + 1).take(MAX_TOKENS);
        let length = rest.take_while(|token| token.text != ")").count();
        if length < MAX_TOKENS { at + length + 2 } else { at }
    }

    /// Proposes a run as the name of a program, which is not reported, if it is listed beside one
    /// that is known: "Python, Ruby and Java".
    fn propose_program_in_list(&mut self, first: usize, end: usize) {
        let is_separator = |at: usize| {
            self.token(at).is_some_and(|token| matches!(token.text, "," | "and" | "or" | "/"))
        };
        let is_product = |at: usize| {
            self.token(at).is_some_and(|token| GAZETTEER.is_product(token.text))
                && !self.is_capitalised(at + 1)
        };
        let mut before = first;
        while before > 0 && first - before < 2 && is_separator(before - 1) {
            before -= 1;
        }
        let after = end + (end..end + 2).take_while(|at| is_separator(*at)).count();
        let neighbour = before.checked_sub(1).filter(|at| before < first && is_product(*at));
        let neighbour = neighbour.or_else(|| Some(after).filter(|at| end < *at && is_product(*at)));
        let product = neighbour.and_then(|at| self.token(at)).map(|token| token.text.to_owned());
        if let Some(product) = product.filter(|_| end - first == 1) {
            self.propose(first..end, None, Evidence::AdjacentWord(product), PROGRAM_IN_LIST);
        }
    }

    /// Proposes a run as the name of an event or a law, which is not reported.
    fn propose_event(&mut self, first: usize, end: usize) {
        let last = self.lower(end - 1);
        // "the Richter scale", "the Gallup poll"
        if end - first <= 2 && EPONYM_HEADS.contains(&self.lower(end)) {
            self.propose(
                first..end,
                None,
                Evidence::AdjacentWord(self.lower(end).to_owned()),
                EVENT,
            );
        }
        // "NodeConf EU"
        if (first..end).any(|at| self.token(at).is_some_and(is_conference)) {
            self.propose(first..end, None, Evidence::HeadWord("conf".to_owned()), EVENT);
        }
        if end - first > 1 && VOCABULARY.event_heads.contains(last) && !self.in_headline {
            self.propose(first..end, None, Evidence::HeadWord(last.to_owned()), EVENT);
        }
        // "the Battle of Sayler's Creek"
        if VOCABULARY.event_leads.contains(last) && self.lower(end) == "of" {
            let run = self.run_length(end + 1);
            if run > 0 {
                self.propose(
                    end - 1..end + 1 + run,
                    None,
                    Evidence::HeadWord(last.to_owned()),
                    EVENT,
                );
            }
        }
    }
}

/// Nouns after the name of a person for what is called after that person.
const EPONYM_HEADS: [&str; 10] = [
    "scale", "index", "syndrome", "disease", "theorem", "poll", "doctrine", "effect", "equation",
    "paradox",
];

/// Returns whether a word is the name of a conference ("RustConf").
fn is_conference(token: &Token<'_>) -> bool {
    token.text.len() > 4 && token.text.ends_with("Conf")
}

/// Nouns for software, whose names are not reported.
const SOFTWARE_NOUNS: [&str; 15] = [
    "platform",
    "tool",
    "framework",
    "library",
    "module",
    "protocol",
    "language",
    "program",
    "runtime",
    "package",
    "plugin",
    "compiler",
    "debugger",
    "browser",
    "app",
];

/// Returns the kind of names that a noun, in lower case, describes, or `None` if it describes none.
/// The inner value is `None` for names that are not reported.
fn described_kind(noun: &str) -> Option<Option<Kind>> {
    if SOFTWARE_NOUNS.contains(&noun) {
        return Some(None);
    }
    named_kind(noun).map(Some)
}

fn named_kind(noun: &str) -> Option<Kind> {
    if VOCABULARY.place_heads.contains(noun) {
        Some(Kind::Place)
    } else if VOCABULARY.organisation_nouns.contains(noun)
        || VOCABULARY.sure_organisation_heads.contains(noun)
    {
        Some(Kind::Organisation)
    } else if is_title(noun)
        && !matches!(noun, "major" | "general" | "private" | "chief" | "leader" | "don")
    {
        Some(Kind::Person)
    } else {
        None
    }
}
