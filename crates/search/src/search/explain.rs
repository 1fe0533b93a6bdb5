//! Why a document has its score: the sum, part by part.

use super::plan::{Alternative, Kind, Leaf, scored};
use super::{Matching, Order, Request, Searcher};
use crate::document::{DocId, Field};
use crate::index::dictionary::FormId;
use crate::index::field_length::lengths;
use crate::index::postings::{Entries, Entry, Frequencies, Postings};
use crate::index::prefix_lists::MARK;
use crate::score::{WEAK, saturate};
use std::fmt::{self, Display, Formatter};

/// How the score of one document comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Whether the document is among the results at all.
    pub matches: bool,
    /// Its score.
    pub score: f32,
    /// What each word or phrase of the query adds; 0 for what the document does not hold.
    pub words: Vec<WordScore>,
    /// What the words' sum is multiplied by because they stand together.
    pub closeness: f32,
    /// What is added because the query is the title, or because it is spelt as it was typed.
    pub title: f32,
}

/// What a word or phrase of the query adds.
#[derive(Clone, Debug, PartialEq)]
pub struct WordScore {
    /// As it was typed.
    pub typed: String,
    /// `rarity` times the occurrences, saturated, and a little for the weak ones.
    pub score: f32,
    /// How much it says that a document holds it.
    pub rarity: f32,
    /// Weighted occurrences of the word itself, its other forms and names, before they saturate.
    pub occurrences: f32,
    /// Weighted occurrences of words that only begin so or are spelt nearly so.
    pub weak: f32,
    /// Where those come from.
    pub parts: Vec<Part>,
}

/// Occurrences of one form in one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The form, or the forms of a phrase.
    pub form: String,
    /// How it answers what was typed: "exact", "alias", "stem", "prefix" or "typo".
    pub kind: &'static str,
    /// In which field.
    pub field: Field,
    /// How often.
    pub times: u32,
    /// Roughly how many words the field has.
    pub length: u32,
    /// What they count together: times, the form's weight, the field's weight, over its length.
    pub counts: f32,
}

impl Searcher<'_> {
    /// Explains the score that a document has in a request.
    pub fn explain(&mut self, request: &Request<'_>, document: DocId) -> Explanation {
        let everything = Request {
            order: Order::Relevance,
            limit: self.index.len() as usize,
            offset: 0,
            ..request.clone()
        };
        let outcome = self.search(&everything);
        let score = outcome.hits.iter().find(|hit| hit.doc == document).map(|hit| hit.score);
        let mut words = Vec::new();
        for leaf in scored(&outcome.plans) {
            words.push(self.word_score(leaf, document));
        }
        let sum: f32 = words.iter().map(|word| word.score).sum();
        let mut explanation = Explanation {
            matches: score.is_some(),
            score: score.unwrap_or_default(),
            words,
            closeness: 1.0,
            title: 0.0,
        };
        if request.matching == Matching::All && score.is_some() {
            explanation.closeness = self.closeness_of(&outcome.plans, &outcome.query, document);
            // Whatever is left was added at the end.
            let rest = explanation.score - sum * explanation.closeness;
            explanation.title = if rest > sum * 0.01 { rest } else { 0.0 };
        }
        explanation
    }

    fn word_score(&self, leaf: &Leaf, document: DocId) -> WordScore {
        let rarity = self.find(leaf).rarity;
        let mut parts = Vec::new();
        for alternative in &leaf.alternatives {
            let (weight, kind) = (alternative.weight(), alternative.kind());
            let mut found: Vec<(String, Frequencies)> = Vec::new();
            let name = |form: &FormId| self.index.dictionary.form(*form);
            let frequencies = |entry: Entry| {
                let mut postings = Postings::new(&self.index, entry);
                (postings.seek(document.0) == Some(document.0)).then(|| postings.frequencies())
            };
            match alternative {
                Alternative::Form { form, entry, .. } => {
                    found.extend(frequencies(*entry).map(|frequencies| (name(form), frequencies)));
                }
                Alternative::Beginning { forms } => {
                    for (form, entry) in Entries::new(&self.index, forms.clone()) {
                        found.extend(
                            frequencies(entry)
                                .map(|frequencies| (shown(&name(&form)), frequencies)),
                        );
                    }
                }
                Alternative::Phrase { forms, .. } => {
                    let times =
                        self.times(&mut self.sequence(forms), document, leaf.fields, u32::MAX);
                    if times.total() > 0 {
                        found.push((forms.iter().map(name).collect::<Vec<_>>().join(" "), times));
                    }
                }
            }
            for (form, frequencies) in found {
                for field in Field::ALL
                    .into_iter()
                    .filter(|field| leaf.fields.has(*field) && frequencies.get(*field) > 0)
                {
                    let times = frequencies.get(field);
                    let code = self.index.length_code(field, document.0);
                    let counts = weight * times as f32 * self.norms.of(field, code);
                    let length =
                        lengths().get(usize::from(code)).copied().unwrap_or_default() as u32;
                    parts.push(Part {
                        form: form.clone(),
                        kind: kind.name(),
                        field,
                        times,
                        length,
                        counts,
                    });
                }
            }
        }
        let is_weak =
            |part: &&Part| part.kind == Kind::Prefix.name() || part.kind == Kind::Typo.name();
        let weak: f32 = parts.iter().filter(is_weak).map(|part| part.counts).sum();
        let occurrences: f32 =
            parts.iter().filter(|part| !is_weak(part)).map(|part| part.counts).sum();
        let score = rarity * (saturate(occurrences) + WEAK * saturate(weak));
        WordScore { typed: leaf.typed.clone(), score, rarity, occurrences, weak, parts }
    }
}

/// A form as people read it.
fn shown(form: &str) -> String {
    form.strip_prefix(MARK).map_or_else(|| form.to_owned(), |beginning| format!("{beginning}…"))
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Alias => "alias",
            Self::Stem => "stem",
            Self::Prefix => "prefix",
            Self::Typo => "typo",
        }
    }
}

impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.matches {
            writeln!(f, "does not match")?;
        }
        writeln!(f, "{:.3} in all", self.score)?;
        for word in &self.words {
            let WordScore { typed, score, rarity, occurrences, weak, parts } = word;
            writeln!(
                f,
                "  {score:.3} for {typed}: rarity {rarity:.3} · saturated {occurrences:.3}"
            )?;
            if *weak > 0.0 {
                writeln!(
                    f,
                    "    and {WEAK} · rarity · saturated {weak:.3} for beginnings and near spellings"
                )?;
            }
            for Part { form, kind, field, times, length, counts } in parts {
                writeln!(
                    f,
                    "    {counts:.3} {times} × {form} ({kind}) in the {field} of {length} words"
                )?;
            }
        }
        if self.closeness > 1.0 {
            writeln!(f, "  × {:.3} for words that stand together", self.closeness)?;
        }
        if self.title > 0.0 {
            writeln!(f, "  + {:.3} for being what was asked for", self.title)?;
        }
        Ok(())
    }
}
