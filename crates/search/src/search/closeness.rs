//! What words give that stand together: proximity, order, and being the title.
//!
//! Only documents that could still come first are looked at: a bonus is at most a known share of the score, so all others
//! stay where they are, and their positions are never read.

use super::execute::Scores;
use super::plan::{Alternative, Kind, Leaf, Plan};
use super::top::{best, by_score};
use super::{Hit, Searcher};
use crate::bits::Bits;
use crate::dictionary::FormId;
use crate::document::{DocId, Field, Fields};
use crate::length::is_exactly;
use crate::postings::Occurrences;
use crate::query::Query;
use crate::score::{PHRASE, PROXIMITY, TITLE};

/// At most so many documents are looked at for words that stand together.
const MAX_CANDIDATES: usize = 128;

/// At most so many words of a query are looked at.
const MAX_WORDS: usize = 12;

/// At most so many forms of a word are looked at, the word itself first.
const MAX_FORMS: usize = 8;

/// Where a word of the query stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    document: DocId,
    field: Field,
    block: u32,
    word: usize,
}

impl Searcher<'_> {
    /// Adds the bonuses to the scores of the documents that can be among the first `wanted`.
    pub(super) fn reward_closeness(
        &mut self,
        plans: &[Plan],
        query: &Query,
        documents: &Bits,
        wanted: usize,
    ) {
        let mut words = Vec::new();
        plans.iter().for_each(|plan| leaves(plan, &mut words));
        let whole = query.plain_forms().and_then(|forms| self.known(&forms));
        if words.len() >= 2 || whole.as_ref().is_some_and(|forms| forms.len() >= 2) {
            let candidates = self.candidates(documents, wanted, 1.0 + PROXIMITY + PHRASE);
            for (document, factor) in self.factors(&words, whole.as_deref(), &candidates) {
                self.scores.multiply(document, factor);
            }
        }
        let titled = whole.map_or_else(Vec::new, |forms| self.titled(&forms, documents));
        if !titled.is_empty() {
            let bonus = TITLE * self.scores.highest();
            titled.into_iter().for_each(|document| self.scores.add(document, bonus));
        }
    }

    /// The numbers of all forms, if the documents have them all.
    fn known(&self, forms: &[String]) -> Option<Vec<FormId>> {
        forms.iter().map(|form| self.index.dictionary.get(form)).collect()
    }

    /// What the scores of the candidates are multiplied by, where that is more than one.
    fn factors(&self, words: &[&Leaf], whole: Option<&[FormId]>, candidates: &[DocId]) -> Vec<(DocId, f32)> {
        let mut factors: Vec<(DocId, f32)> = candidates.iter().map(|document| (*document, 1.0)).collect();
        let mut reward = |document: DocId, bonus: f32| {
            if let Ok(at) = factors.binary_search_by_key(&document, |(document, _)| *document)
                && let Some((_, factor)) = factors.get_mut(at)
            {
                *factor += bonus;
            }
        };
        if words.len() >= 2 {
            for document in self.places(words, candidates).chunk_by(|a, b| a.document == b.document) {
                if let Some(first) = document.first() {
                    reward(first.document, PROXIMITY * closeness(document, words.len().min(MAX_WORDS)));
                }
            }
        }
        if let Some(forms) = whole.filter(|forms| forms.len() >= 2) {
            for (document, _) in self.phrase(forms, Fields::EVERY, Some(candidates), 1) {
                reward(DocId(document), PHRASE);
            }
        }
        factors.retain(|(_, factor)| *factor > 1.0);
        factors
    }

    /// What a document's score was multiplied by for words that stand together.
    pub(super) fn closeness_of(&self, plans: &[Plan], query: &Query, document: DocId) -> f32 {
        let mut words = Vec::new();
        plans.iter().for_each(|plan| leaves(plan, &mut words));
        let whole = query.plain_forms().and_then(|forms| self.known(&forms));
        self.factors(&words, whole.as_deref(), &[document]).first().map_or(1.0, |(_, factor)| *factor)
    }

    /// The documents that are among the first, or would be if their score were `factor` times what it is.
    fn candidates(&self, documents: &Bits, wanted: usize, factor: f32) -> Vec<DocId> {
        let mut hits = documents.iter().map(|doc| Hit { doc, score: self.scores.of(doc) });
        let most = best(&mut hits, wanted.max(MAX_CANDIDATES), &by_score);
        let least = most.get(wanted.saturating_sub(1)).map_or(0.0, |hit| hit.score);
        let mut candidates: Vec<DocId> =
            most.iter().filter(|hit| hit.score * factor >= least).map(|hit| hit.doc).collect();
        candidates.sort_unstable();
        candidates
    }

    /// Where the words stand in the candidates, by document, field and block.
    fn places(&self, words: &[&Leaf], candidates: &[DocId]) -> Vec<Place> {
        let mut places = Vec::new();
        for (word, leaf) in words.iter().take(MAX_WORDS).enumerate() {
            let forms = leaf.alternatives.iter().filter_map(|alternative| match alternative {
                Alternative::Forms { forms, kind, .. } if *kind != Kind::Prefix => Some(FormId(forms.start)),
                Alternative::Phrase { forms, .. } => forms.first().copied(),
                Alternative::Forms { .. } => None,
            });
            for form in forms.take(MAX_FORMS) {
                self.occurrences(form, candidates, |document, field, block| {
                    if leaf.fields.has(field) {
                        places.push(Place { document, field, block, word });
                    }
                });
            }
        }
        places.sort_unstable();
        places
    }

    /// The places of a form in some documents, which are sorted.
    fn occurrences(&self, form: FormId, documents: &[DocId], mut place: impl FnMut(DocId, Field, u32)) {
        let mut occurrences = Occurrences::new(&self.index, self.index.entry(form));
        let mut documents = documents.iter().peekable();
        while let Some(wanted) = documents.peek()
            && let Some((document, frequencies)) = occurrences.advance()
        {
            if document > wanted.0 {
                while documents.next_if(|wanted| wanted.0 < document).is_some() {}
            }
            if documents.next_if(|wanted| wanted.0 == document).is_some() {
                occurrences.read(frequencies, |field, block| place(DocId(document), field, block));
            }
        }
    }

    /// The documents whose whole title is these forms, one by one.
    fn titled(&self, forms: &[FormId], documents: &Bits) -> Vec<DocId> {
        let length = forms.len() as u32;
        let has_length =
            |document: &DocId| is_exactly(self.index.length_code(Field::Title, document.0), length);
        let candidates: Vec<DocId> =
            if length == 0 { Vec::new() } else { documents.iter().filter(has_length).collect() };
        let titled = self.phrase(forms, Fields::only(Field::Title), Some(&candidates), 1);
        titled.into_iter().map(|(document, _)| DocId(document)).collect()
    }
}

/// The words of a query that are looked for next to each other, in its order.
fn leaves<'p>(plan: &'p Plan, out: &mut Vec<&'p Leaf>) {
    match plan {
        Plan::Leaf(leaf) => out.push(leaf),
        Plan::All(plans) => plans.iter().for_each(|plan| leaves(plan, out)),
        // The first way is what was typed, the others are other names of it.
        Plan::Any(plans) => plans.iter().take(1).for_each(|plan| leaves(plan, out)),
        Plan::Facet(..) | Plan::Not(_) => {}
    }
}

/// How close neighbouring words of the query come to each other in one document, from 0 to 1: the mean over the pairs of
/// 1 in the same block, a half in the next one, and so on.
fn closeness(places: &[Place], words: usize) -> f32 {
    let mut nearest = vec![0.0_f32; words];
    // The last place of each word in the field at hand.
    let mut last: Vec<Option<Place>> = vec![None; words];
    for place in places {
        let near = |other: Option<&Option<Place>>| {
            let other = other.copied().flatten().filter(|other| other.field == place.field);
            other.map_or(0.0, |other| 1.0 / (1 + place.block.saturating_sub(other.block)) as f32)
        };
        let before = place.word.checked_sub(1);
        let pairs = [(before, before), (Some(place.word), Some(place.word + 1))];
        for (pair, other) in pairs {
            let value = near(other.and_then(|other| last.get(other)));
            if let Some(pair) = pair.and_then(|pair| nearest.get_mut(pair)) {
                *pair = pair.max(value);
            }
        }
        if let Some(last) = last.get_mut(place.word) {
            *last = Some(*place);
        }
    }
    nearest.iter().sum::<f32>() / (words.max(2) - 1) as f32
}

impl Scores {
    fn multiply(&mut self, document: DocId, factor: f32) {
        if let Some(score) = self.get_mut(document) {
            *score *= factor;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closeness_is_by_blocks() {
        let check = |places: &[(u32, usize)], words: usize, expected: f32| {
            let place = |(block, word): &(u32, usize)| Place {
                document: DocId(0),
                field: Field::Body,
                block: *block,
                word: *word,
            };
            let places: Vec<Place> = places.iter().map(place).collect();
            assert!((closeness(&places, words) - expected).abs() < 1e-6, "{places:?}");
        };
        check(&[(5, 0), (5, 1)], 2, 1.0);
        check(&[(5, 1), (6, 0)], 2, 0.5);
        check(&[(5, 0), (8, 1)], 2, 0.25);
        check(&[(5, 0), (5, 1), (6, 2)], 3, 0.75);
        check(&[(5, 0), (5, 2)], 3, 0.0);
        check(&[(1, 0)], 2, 0.0);
    }
}
