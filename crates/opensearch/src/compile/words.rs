//! Compiles words: as typed, by their stems, as prefixes, as parts of compounds, and by aliases.

use super::Compiler;
use super::clause::{Clause, all_of, any_of, best_of};
use crate::index_body::decimal;
use crate::schema::StemField;
use cuttings_search::score::{
    ALIAS_WEIGHT, EXACT_WEIGHT, FIELD_WEIGHTS, FUZZY_WEIGHT, PREFIX_WEIGHT, RELATED_WEIGHT,
    STEM_WEIGHT, WEAK_MATCH_FACTOR,
};
use cuttings_search::{Alias, Field, analyze, is_stop_word, normalized};
use serde_json::{Value, json};

/// A part of a typed word.
pub(super) struct Part {
    /// The folded part.
    term: String,
    /// The part as typed.
    written: String,
    /// True if nothing separates it from the part before it.
    is_attached: bool,
    /// True if it is a pair of signs, or a single one of such a script.
    is_in_pairs: bool,
}

/// Returns the text of a part for the server's analyzer. A sign without a number beside it would
/// be no word there, so signs are sent as words. Letters that fold to several characters are sent
/// as typed.
pub(super) fn text_of(part: &Part) -> &str {
    if part.term.is_ascii() { &part.term } else { &part.written }
}

/// Splits a typed text into its parts and the wholes of its compounds. The last sign of a run of
/// pairs is in the pair before it.
pub(super) fn parts(text: &str) -> (Vec<Part>, Vec<String>) {
    let mut parts: Vec<Part> = Vec::new();
    let mut compounds = Vec::new();
    let mut last_end = 0;
    analyze(text, |token| {
        let is_in_last_pair = token.is_in_pairs && token.end == last_end;
        last_end = token.end;
        if token.is_compound {
            compounds.push(token.term.to_owned());
        } else if !is_in_last_pair {
            let written = text.get(token.range()).unwrap_or_default();
            parts.push(Part {
                term: token.term.to_owned(),
                written: written.to_owned(),
                is_attached: token.is_attached,
                is_in_pairs: token.is_in_pairs,
            });
        }
    });
    (parts, compounds)
}

/// Returns the words of a phrase for the server's analyzer, which divides runs of pairs into signs.
fn words_of_phrase(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // The start of a run, and the end of its last pair.
    let mut run: Option<(usize, usize)> = None;
    analyze(text, |token| {
        if token.is_compound {
            return;
        }
        let start = run.filter(|(_, end)| token.is_in_pairs && token.start < *end);
        let start = start.map(|(start, _)| start);
        if start.is_some() {
            words.pop();
        }
        let start = start.unwrap_or(token.start);
        run = token.is_in_pairs.then_some((start, token.end));
        let written = text.get(start..token.end).unwrap_or_default();
        words.push(if token.term.is_ascii() { token.term } else { written }.to_owned());
    });
    words
}

impl Compiler<'_, '_> {
    /// Compiles adjacent words. Several of them may form one name.
    pub(super) fn words(
        &mut self,
        words: &[&str],
        skip_stop_words: bool,
        fields: &[Field],
        last_is_prefix: bool,
    ) -> Vec<Clause> {
        let normalized: Vec<String> = words.iter().map(|word| normalized(word)).collect();
        let mut clauses = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let rest = normalized.get(at..).unwrap_or_default();
            let (names, length) = self.schema.index.other_names(rest);
            let is_prefix = |length: usize| last_is_prefix && at + length == words.len();
            if length > 1 {
                let name = words.get(at..at + length).unwrap_or_default();
                clauses.extend(self.name(name, &names, fields, is_prefix(length)));
                at += length;
                continue;
            }
            if skip_stop_words && rest.first().is_some_and(|term| is_stop_word(term)) {
                at += 1;
                continue;
            }
            let mut own = self.word(word, fields, is_prefix(1));
            if !names.is_empty() && own.len() == 1 {
                let mut ways = own;
                ways.extend(names.iter().map(|name| self.alias(*name, fields)));
                own = any_of(ways).into_iter().collect();
            }
            if let Some(code) = code(rest) {
                let second = words.get(at + 1).copied().unwrap_or_default();
                if !(skip_stop_words && rest.get(1).is_some_and(|term| is_stop_word(term))) {
                    own.extend(self.word(second, fields, is_prefix(2)));
                }
                let whole = Clause::Scored(self.exact(&code, fields, EXACT_WEIGHT));
                clauses.extend(any_of(all_of(own).into_iter().chain([whole]).collect()));
                at += 2;
            } else {
                clauses.append(&mut own);
                at += 1;
            }
        }
        clauses
    }

    /// Compiles a name of several words that has aliases.
    fn name(
        &mut self,
        words: &[&str],
        names: &[Alias<'_>],
        fields: &[Field],
        last_is_prefix: bool,
    ) -> Option<Clause> {
        let mut clauses = Vec::new();
        for (position, word) in words.iter().enumerate() {
            let is_prefix = last_is_prefix && position + 1 == words.len();
            clauses.extend(self.word(word, fields, is_prefix));
        }
        let mut ways: Vec<Clause> = all_of(clauses).into_iter().collect();
        ways.extend(names.iter().map(|name| self.alias(*name, fields)));
        any_of(ways)
    }

    /// Compiles another name for the same thing.
    fn alias(&mut self, alias: Alias<'_>, fields: &[Field]) -> Clause {
        let Alias { name, is_same } = alias;
        let weight = if is_same { ALIAS_WEIGHT } else { RELATED_WEIGHT };
        Clause::Scored(if name.contains(' ') {
            self.in_sequence(name, fields, weight)
        } else {
            self.exact(name, fields, weight)
        })
    }

    /// Compiles a typed word. Attached parts become a phrase; every other part gets a clause of its
    /// own.
    pub(super) fn word(&mut self, word: &str, fields: &[Field], is_prefix: bool) -> Vec<Clause> {
        let (parts, compounds) = parts(word);
        let mut clauses = Vec::new();
        let mut rest = parts.as_slice();
        while let Some((first, others)) = rest.split_first() {
            if first.is_in_pairs {
                // Signs are words for the server: a pair is a phrase, and one is found anywhere.
                clauses.push(Clause::Scored(self.in_sequence(
                    &first.written,
                    fields,
                    EXACT_WEIGHT,
                )));
                rest = others;
                continue;
            }
            let others = others.iter();
            let length =
                1 + others.take_while(|part| part.is_attached && !part.is_in_pairs).count();
            let (run, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            rest = after;
            let is_prefix = is_prefix && rest.is_empty();
            if let [part] = run {
                let query = self.term(&part.term, text_of(part), &part.written, fields, is_prefix);
                clauses.extend(query.map(Clause::Scored));
                continue;
            }
            let terms: Vec<&str> = run.iter().map(text_of).collect();
            let mut ways = vec![self.in_sequence(&terms.join(" "), fields, EXACT_WEIGHT)];
            let whole: String = run.iter().map(|part| part.term.as_str()).collect();
            if compounds.contains(&whole) {
                let text: String = terms.concat();
                let written: String = run.iter().map(|part| part.written.as_str()).collect();
                ways.extend(self.term(&whole, &text, &written, fields, is_prefix));
            }
            clauses.extend(best_of(ways).map(Clause::Scored));
        }
        clauses
    }

    /// Compiles words in quotation marks: these terms and no others.
    pub(super) fn phrase(&mut self, words: &str, fields: &[Field]) -> Clause {
        let terms = words_of_phrase(words);
        Clause::Scored(match terms.as_slice() {
            [] => json!({ "match_none": {} }),
            [term] => self.exact(term, fields, EXACT_WEIGHT),
            terms => self.in_sequence(&terms.join(" "), fields, EXACT_WEIGHT),
        })
    }

    /// Compiles one term: itself, terms with the same stem, terms with the prefix, and similar
    /// terms.
    fn term(
        &mut self,
        term: &str,
        text: &str,
        written: &str,
        fields: &[Field],
        is_prefix: bool,
    ) -> Option<Value> {
        let mut ways = vec![self.exact(text, fields, EXACT_WEIGHT)];
        // Numbers and codes have no stems.
        if term.len() > 2 && term.chars().all(char::is_alphabetic) {
            let schema = self.schema;
            for stem in &schema.stems {
                ways.push(self.same_stem(stem, text, written, fields));
            }
        }
        if is_prefix {
            let boost = PREFIX_WEIGHT * WEAK_MATCH_FACTOR;
            ways.push(self.multi_match("bool_prefix", text, &names(fields, ""), boost, &[]));
        }
        if self.is_similar && term.chars().count() > 3 {
            // One edit in words of four characters, two in words of eight.
            let similar = [("fuzziness", json!("AUTO:4,8"))];
            let boost = FUZZY_WEIGHT * WEAK_MATCH_FACTOR;
            ways.push(self.multi_match("most_fields", text, &names(fields, ""), boost, &similar));
        }
        best_of(ways)
    }

    fn exact(&mut self, text: &str, fields: &[Field], weight: f32) -> Value {
        self.multi_match("most_fields", text, &names(fields, ""), weight, &[])
    }

    fn in_sequence(&mut self, text: &str, fields: &[Field], weight: f32) -> Value {
        self.multi_match("phrase", text, &names(fields, ""), weight, &[])
    }

    /// Compiles the stem of a word in one language, for documents in this language.
    fn same_stem(
        &mut self,
        stem: &StemField,
        text: &str,
        written: &str,
        fields: &[Field],
    ) -> Value {
        let text = if stem.stemmer.code == "en" { text } else { written };
        let names = names(fields, &[".", &stem.name()].concat());
        let query = self.multi_match("most_fields", text, &names, STEM_WEIGHT, &[]);
        if !self.schema.is_multilingual {
            return query;
        }
        self.clauses += 1;
        let languages = json!({ "terms": { "lang": stem.tags } });
        json!({ "bool": { "must": [query], "filter": [languages] } })
    }

    fn multi_match(
        &mut self,
        kind: &str,
        text: &str,
        fields: &[String],
        boost: f32,
        others: &[(&str, Value)],
    ) -> Value {
        self.clauses += fields.len();
        let mut query = json!({ "query": text, "type": kind, "fields": fields });
        if let Some(query) = query.as_object_mut() {
            if boost != 1.0 {
                query.insert("boost".to_owned(), decimal(boost));
            }
            if kind == "most_fields" {
                query.insert("operator".to_owned(), json!("and"));
            }
            query.extend(others.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        }
        json!({ "multi_match": query })
    }
}

/// Returns the names of fields with their weights.
fn names(fields: &[Field], sub_field: &str) -> Vec<String> {
    let weights = Field::ALL.into_iter().zip(FIELD_WEIGHTS);
    let weights = weights.filter(|(field, _)| fields.contains(field));
    weights.map(|(field, weight)| format!("{}{sub_field}^{weight}", field.name())).collect()
}

/// Returns two words that documents may write as one code ("rs 26"), joined.
fn code(words: &[String]) -> Option<String> {
    let [first, second, ..] = words else { return None };
    let is_code = |word: &str| word.chars().any(char::is_numeric);
    let is_one_word = |word: &str| !word.is_empty() && !word.contains(' ');
    (is_code(first) != is_code(second) && is_one_word(first) && is_one_word(second))
        .then(|| [first.as_str(), second].concat())
}
