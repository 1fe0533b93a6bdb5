//! Plans words: finds their terms, terms with the same stem, aliases, compounds and prefixes.

use super::{Fuzzy, Planner, and};
use crate::analyze::{
    Token, analyze, is_one_sign, is_stop_word, stem_query_word, with_or_without_article,
};
use crate::document::FieldSet;
use crate::index::dictionary::TermId;
use crate::index::{Alias, aliases, prefix_lists};
use crate::score::{ALIAS_WEIGHT, COMPOUND_WEIGHT, EXACT_WEIGHT, RELATED_WEIGHT, STEM_WEIGHT};
use crate::search::plan::{Alternative, MatchKind, Plan, Prefix, TermPlan};

/// The maximum number of terms that are compared to find one with the stem of an unknown word.
const MAX_STEM_CANDIDATES: usize = 2000;

/// A part of a typed word.
struct Part {
    term: String,
    is_attached: bool,
    is_in_pairs: bool,
}

impl Planner<'_, '_> {
    /// Plans adjacent words. Several of them may form one name.
    pub(super) fn words(
        &mut self,
        words: &[&str],
        skip_stop_words: bool,
        fields: FieldSet,
        last_is_prefix: bool,
        plans: &mut Vec<Plan>,
    ) {
        let normalized: Vec<String> = words.iter().map(|word| aliases::normalized(word)).collect();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let rest = normalized.get(at..).unwrap_or_default();
            let (names, length) = self.index.other_names(rest);
            let is_prefix = |length: usize| last_is_prefix && at + length == words.len();
            if length > 1 {
                let name = words.get(at..at + length).unwrap_or_default();
                plans.push(self.name(name, &names, fields, is_prefix(length)));
                at += length;
                continue;
            }
            if skip_stop_words && rest.first().is_some_and(|term| is_stop_word(term)) {
                at += 1;
                continue;
            }
            let joined = self.joined(rest, fields, is_prefix(2));
            let mut word_plans = self.word(word, fields, is_prefix(1));
            if let [Plan::Term(plan)] = word_plans.as_mut_slice() {
                names.iter().for_each(|name| self.add_alias(*name, plan));
            }
            if let Some(joined) = joined {
                if let Some(word) = words.get(at + 1) {
                    word_plans.extend(self.word(word, fields, is_prefix(2)));
                }
                plans.extend(and(word_plans).map(|both| Plan::Or(vec![both, Plan::Term(joined)])));
                at += 2;
            } else {
                plans.append(&mut word_plans);
                at += 1;
            }
        }
    }

    /// Plans a name of several words that has aliases.
    fn name(
        &mut self,
        words: &[&str],
        names: &[Alias<'_>],
        fields: FieldSet,
        last_is_prefix: bool,
    ) -> Plan {
        let mut word_plans = Vec::new();
        for (position, word) in words.iter().enumerate() {
            let is_prefix = last_is_prefix && position + 1 == words.len();
            word_plans.extend(self.word(word, fields, is_prefix));
        }
        let mut plan = TermPlan::new(&words.join(" "), fields);
        names.iter().for_each(|name| self.add_alias(*name, &mut plan));
        match and(word_plans) {
            Some(words) if plan.alternatives.is_empty() => words,
            Some(words) => Plan::Or(vec![words, Plan::Term(plan)]),
            None => Plan::Term(plan),
        }
    }

    /// Plans two words that the documents write as one: a code ("rs 26"), or a compound of which
    /// one part is not a term ("air craft").
    fn joined(&self, words: &[String], fields: FieldSet, is_prefix: bool) -> Option<TermPlan> {
        let (first, second) = (words.first()?, words.get(1)?);
        let is_code = |word: &str| word.chars().any(char::is_numeric);
        // While parts are missing, a word may be a term in one of them.
        let is_no_term = |word: &String| {
            self.index.dictionary.get(word).is_none() && !self.index.is_missing_parts()
        };
        let may_be_joined = is_code(first) != is_code(second)
            || is_no_term(first)
            || (is_no_term(second) && !is_prefix);
        if !may_be_joined || first.contains(' ') || second.contains(' ') {
            return None;
        }
        let term = self.index.dictionary.get(&[&**first, &**second].concat())?;
        let mut plan = TermPlan::new(&[&**first, " ", &**second].concat(), fields);
        self.add_term(term, EXACT_WEIGHT, MatchKind::Exact, &mut plan);
        Some(plan)
    }

    /// Plans a typed word. Attached parts become a phrase; every other part gets a plan of its own,
    /// and so does each pair of signs.
    pub(super) fn word(&mut self, word: &str, fields: FieldSet, is_prefix: bool) -> Vec<Plan> {
        let mut parts: Vec<Part> = Vec::new();
        let mut compounds = Vec::new();
        let mut last_end = 0;
        analyze(word, |token| {
            // The last sign of a run is in the pair before it.
            let is_in_last_pair = token.is_in_pairs && token.end == last_end;
            last_end = token.end;
            if token.is_compound {
                compounds.push(token.term.to_owned());
            } else if !is_in_last_pair {
                let Token { term, is_attached, is_in_pairs, .. } = token;
                parts.push(Part { term: term.to_owned(), is_attached, is_in_pairs });
            }
        });
        if let [Part { term: part, is_in_pairs: false, .. }] = parts.as_slice() {
            // A name with a symbol before it is that name only.
            let term = compounds.first().unwrap_or(part);
            return vec![Plan::Term(self.term(word, term, fields, is_prefix))];
        }
        let mut plans = Vec::new();
        while let Some(first) = parts.first() {
            if first.is_in_pairs {
                // A single sign is the start of a pair, wherever it is.
                let is_single = is_one_sign(&first.term);
                let Part { term, .. } = parts.remove(0);
                let is_prefix = is_single || (is_prefix && parts.is_empty());
                plans.push(Plan::Term(self.term(&term, &term, fields, is_prefix)));
                continue;
            }
            let attached = parts.iter().skip(1);
            let attached = attached.take_while(|part| part.is_attached && !part.is_in_pairs);
            let length = 1 + attached.count();
            let run: Vec<String> = parts.drain(..length).map(|part| part.term).collect();
            let is_prefix = is_prefix && parts.is_empty();
            if let [term] = run.as_slice() {
                plans.push(Plan::Term(self.term(term, term, fields, is_prefix)));
            } else if self.options.split_compounds {
                plans.extend(
                    run.iter().map(|term| Plan::Term(self.term(term, term, fields, false))),
                );
            } else {
                plans.push(Plan::Term(self.compound(word, &run, &compounds, fields, is_prefix)));
            }
        }
        plans
    }

    /// Plans attached parts: as a phrase, and as one term if the word is a compound of them.
    fn compound(
        &mut self,
        word: &str,
        parts: &[String],
        compounds: &[String],
        fields: FieldSet,
        is_prefix: bool,
    ) -> TermPlan {
        let mut plan = TermPlan::new(word, fields);
        let terms: Option<Vec<TermId>> =
            parts.iter().map(|part| self.index.dictionary.get(part)).collect();
        if let Some(terms) = terms {
            let (weight, kind) = (EXACT_WEIGHT, MatchKind::Exact);
            plan.alternatives.push(Alternative::Phrase { terms, weight, kind });
        }
        // The term of a version lacks the letter ("v6.0.2").
        let (joined, dotted) = (parts.concat(), parts.join("."));
        let is_whole = |term: &&String| **term == joined || dotted.strip_prefix('v') == Some(term);
        if let Some(whole) = compounds.iter().find(is_whole) {
            let whole = self.term(word, whole, fields, is_prefix);
            plan.alternatives.extend(whole.alternatives);
            plan.prefix = whole.prefix;
        }
        plan
    }

    /// Plans one term: itself, terms with the same stem, terms with the prefix, and similar terms.
    fn term(&mut self, typed: &str, term: &str, fields: FieldSet, is_prefix: bool) -> TermPlan {
        let mut plan = TermPlan::new(typed, fields);
        match self.index.dictionary.get(term) {
            Some(id) => self.add_term(id, EXACT_WEIGHT, MatchKind::Exact, &mut plan),
            // While parts are missing, the term may be in one of them.
            None if self.index.is_missing_parts() => self.touch_forms(term),
            None => {
                if let Some(id) = self.term_with_stem_of(term) {
                    self.add_term(id, STEM_WEIGHT, MatchKind::Stem, &mut plan);
                }
            }
        }
        let other = with_or_without_article(term);
        if let Some(id) = other.and_then(|other| self.index.dictionary.get(&other)) {
            self.add_term(id, STEM_WEIGHT, MatchKind::Stem, &mut plan);
        }
        self.add_names_with_symbols(term, &mut plan);
        if is_prefix {
            let dictionary = &self.index.dictionary;
            let list = dictionary.get(&prefix_lists::key(term));
            let mut ranges = match list {
                Some(id) => [id.0..id.0 + 1, 0..0],
                None => dictionary.with_whole_prefix(term),
            };
            // A letter finds its forms with a sign only if there is nothing else.
            let cuts_clusters =
                plan.alternatives.is_empty() && ranges.iter().all(|terms| terms.is_empty());
            if cuts_clusters {
                ranges = [dictionary.with_prefix(term), 0..0];
            }
            for terms in ranges.into_iter().filter(|terms| !terms.is_empty()) {
                plan.alternatives.push(Alternative::Prefix { terms });
                plan.prefix = Some(Prefix { text: term.to_owned(), cuts_clusters });
            }
        }
        match self.options.fuzzy {
            Fuzzy::Unknown if plan.alternatives.is_empty() => {
                self.add_similar_terms(term, is_prefix, &mut plan);
            }
            Fuzzy::Rare => self.add_frequent_similar_term(term, &mut plan),
            _ => {}
        }
        plan
    }

    /// Plans a term of the index: itself and terms with the same stem.
    pub(in crate::search) fn exact_word(&self, term: &str) -> TermPlan {
        let mut plan = TermPlan::new(term, FieldSet::ALL);
        if let Some(id) = self.index.dictionary.get(term) {
            self.add_term(id, EXACT_WEIGHT, MatchKind::Exact, &mut plan);
        }
        plan
    }

    /// Adds the names that are the term and symbols after it ("C++" and "C#" for "C").
    fn add_names_with_symbols(&self, term: &str, plan: &mut TermPlan) {
        for symbols in ["+", "++", "#"] {
            if let Some(name) = self.index.dictionary.get(&[term, symbols].concat()) {
                plan.alternatives.push(self.alternative(name, STEM_WEIGHT, MatchKind::Stem));
            }
        }
    }

    /// Reads the dictionary where the other forms of a word are, so that their parts are noted
    /// together with the word's own. Most lie between the stem and its plural.
    fn touch_forms(&self, word: &str) {
        let stem = stem_query_word(word);
        let plural = [&*stem, "s"].concat();
        for form in [&*stem, &*plural] {
            let _ = self.index.dictionary.get(form);
        }
    }

    /// Returns a term with the same stem as a word that no document contains. The term starts like
    /// the stem, apart from the stem's last letter.
    fn term_with_stem_of(&self, word: &str) -> Option<TermId> {
        let stem = stem_query_word(word);
        let mut prefix = stem.as_str();
        if let Some((last, _)) = stem.char_indices().next_back() {
            prefix = stem.get(..last).unwrap_or_default();
        }
        if prefix.chars().count() < 2 {
            return None;
        }
        let dictionary = &self.index.dictionary;
        let mut candidates = dictionary.with_prefix(prefix).take(MAX_STEM_CANDIDATES).map(TermId);
        candidates.find(|id| stem_query_word(&dictionary.term(*id)) == stem)
    }

    /// Adds a term, all terms with the same stem, and their compounds.
    fn add_term(&self, term: TermId, weight: f32, kind: MatchKind, plan: &mut TermPlan) {
        if plan.has_term(term) {
            return;
        }
        let info = self.index.postings.term_info(term);
        plan.alternatives.push(Alternative::Term { term, info, weight, kind });
        let mut compounds = None;
        for (term, info) in self.index.postings.same_stem(term, info) {
            if plan.has_term(term) {
                continue;
            }
            if info.is_of_compounds {
                let (weight, kind) = (COMPOUND_WEIGHT, MatchKind::Compound);
                compounds = Some(Alternative::Term { term, info, weight, kind });
                continue;
            }
            let (weight, kind) = (STEM_WEIGHT, MatchKind::Stem);
            plan.alternatives.push(Alternative::Term { term, info, weight, kind });
        }
        plan.alternatives.extend(compounds.filter(|_| self.options.match_parts));
    }

    /// Adds another name, if the documents contain all its terms.
    fn add_alias(&self, alias: Alias<'_>, plan: &mut TermPlan) {
        let weight = if alias.is_same { ALIAS_WEIGHT } else { RELATED_WEIGHT };
        self.add_terms_in_sequence(alias.name, weight, MatchKind::Alias, plan);
    }

    /// Adds the words of a phrase, if the documents contain all their terms.
    pub(super) fn add_exact_phrase(&self, words: &str, plan: &mut TermPlan) {
        let terms = aliases::normalized(words);
        self.add_terms_in_sequence(&terms, EXACT_WEIGHT, MatchKind::Exact, plan);
    }

    fn add_terms_in_sequence(
        &self,
        terms: &str,
        weight: f32,
        kind: MatchKind,
        plan: &mut TermPlan,
    ) {
        // All terms are looked up, so that all missing parts are noted together.
        let terms: Vec<Option<TermId>> =
            terms.split(' ').map(|term| self.index.dictionary.get(term)).collect();
        let terms: Option<Vec<TermId>> = terms.into_iter().collect();
        match terms.as_deref() {
            Some([term]) => plan.alternatives.push(self.alternative(*term, weight, kind)),
            Some([_, _, ..]) => {
                let terms = terms.unwrap_or_default();
                plan.alternatives.push(Alternative::Phrase { terms, weight, kind });
            }
            Some([]) | None => {}
        }
    }

    pub(super) fn alternative(&self, term: TermId, weight: f32, kind: MatchKind) -> Alternative {
        let info = self.index.postings.term_info(term);
        Alternative::Term { term, info, weight, kind }
    }
}
