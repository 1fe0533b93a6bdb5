//! What words give that stand together: proximity, order, and being the title.
//!
//! Only documents that could still come first are looked at: a bonus is at most a known share of the score, so all others
//! stay where they are, and their blocks are never read; and of those, only the texts of such as would come first if the
//! query stood in them.

use super::plan::{Alternative, Leaf, Plan};
use super::top_hits::{Smallest, by_score};
use super::{Order, Searcher};
use crate::document::{DocId, Field, Fields};
use crate::index::dictionary::FormId;
use crate::index::field_length::is_exactly;
use crate::index::postings::{Entry, Postings};
use crate::query::Query;
use crate::score::{PHRASE, PROXIMITY, TITLE};
use crate::search::bit_set::Bits;

/// At most so many documents are looked at for words that stand together.
const MAX_CANDIDATES: usize = 128;

/// At most so many words of a query are looked at.
const MAX_WORDS: usize = 12;

/// At most so many forms of a word are looked at, the word itself first.
const MAX_FORMS: usize = 8;

/// Where a word of the query stands: in a document and field, in a block, which word. As one number, by which places sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place(u64);

impl Place {
    fn new(document: DocId, field: Field, block: u32, word: usize) -> Self {
        let block = block.min(u32::MAX >> 6);
        Self(
            (u64::from(document.0) << 32)
                | (field.index() as u64) << 30
                | u64::from(block) << 4
                | word as u64 & 15,
        )
    }

    fn document(self) -> DocId {
        DocId((self.0 >> 32) as u32)
    }

    /// A number for the document and field.
    fn field(self) -> u64 {
        self.0 >> 30
    }

    fn block(self) -> u32 {
        (self.0 >> 4) as u32 & (u32::MAX >> 6)
    }

    fn word(self) -> usize {
        self.0 as usize & 15
    }
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
        let titled = self.titled(whole.as_deref().unwrap_or_default(), documents);
        if words.len() >= 2 || whole.as_ref().is_some_and(|forms| forms.len() >= 2) {
            let mut candidates = self.candidates(documents, wanted, 1.0 + PROXIMITY + PHRASE);
            candidates.add(&titled);
            let candidates: Vec<DocId> = candidates.iter().collect();
            for (document, factor) in
                self.factors(&words, whole.as_deref(), &candidates, wanted, &titled)
            {
                self.scores.multiply(document, factor);
            }
        }
        if !titled.is_empty() {
            self.scores.raise(titled.iter(), TITLE);
        }
    }

    /// The numbers of all forms, if the documents have them all.
    fn known(&self, forms: &[String]) -> Option<Vec<FormId>> {
        forms.iter().map(|form| self.index.dictionary.get(form)).collect()
    }

    /// What the scores of the candidates are multiplied by, to find the first `wanted` of them and those whose title the
    /// query is. Less than it should be only where that is not enough to be among those.
    fn factors(
        &self,
        words: &[&Leaf],
        whole: Option<&[FormId]>,
        candidates: &[DocId],
        wanted: usize,
        titled: &Bits,
    ) -> Vec<(DocId, f32)> {
        let mut factors: Vec<(DocId, f32)> =
            candidates.iter().map(|document| (*document, 1.0)).collect();
        if words.len() >= 2 {
            for places in
                self.places(words, candidates).chunk_by(|a, b| a.document() == b.document())
            {
                if let Some(first) = places.first()
                    && let Some((_, factor)) = factor_of(&mut factors, first.document())
                {
                    *factor += PROXIMITY * closeness(places, words.len().min(MAX_WORDS));
                }
            }
        }
        if let Some(forms) = whole.filter(|forms| forms.len() >= 2) {
            self.reward_phrases(forms, &mut factors, wanted, titled);
        }
        factors
    }

    /// Rewards the documents that hold the forms one after the other. Texts are read in the order of the scores that
    /// documents would have then, until none of them can be among the first `wanted`.
    fn reward_phrases(
        &self,
        forms: &[FormId],
        factors: &mut [(DocId, f32)],
        wanted: usize,
        titled: &Bits,
    ) {
        let candidates: Vec<DocId> = factors.iter().map(|(document, _)| *document).collect();
        let mut possible: Vec<(DocId, Fields)> = Vec::new();
        let mut ranked: Vec<u64> = Vec::new();
        self.possible(forms, Fields::EVERY, Some(&candidates), &mut |document, fields| {
            if let Some((_, factor)) = factor_of(factors, document) {
                let most = self.scores.of(document) * (*factor + PHRASE);
                ranked.push((u64::from(by_score(most)) << 32) | possible.len() as u64);
                possible.push((document, fields));
            }
        });
        let mut least = self.least(factors, wanted);
        let mut sequence = self.sequence(forms);
        ranked.sort_unstable();
        for number in ranked {
            let Some((document, fields)) = possible.get(number as u32 as usize).copied() else {
                continue;
            };
            let is_titled = titled.has(document.0);
            if (number >> 32) as u32 > least && !is_titled {
                continue;
            }
            if (is_titled || self.times(&mut sequence, document, fields, 1).total() > 0)
                && let Some((_, factor)) = factor_of(factors, document)
            {
                *factor += PHRASE;
                least = self.least(factors, wanted);
            }
        }
    }

    /// The score of the last one of the first `wanted`, if these are their factors; as [`by_score`] has it.
    fn least(&self, factors: &[(DocId, f32)], wanted: usize) -> u32 {
        let mut smallest = Smallest::new(wanted);
        for (document, factor) in factors {
            smallest.add(u64::from(by_score(self.scores.of(*document) * factor)));
        }
        smallest.largest().map_or(u32::MAX, |largest| largest as u32)
    }

    /// What a document's score was multiplied by for words that stand together.
    pub(super) fn closeness_of(&self, plans: &[Plan], query: &Query, document: DocId) -> f32 {
        let mut words = Vec::new();
        plans.iter().for_each(|plan| leaves(plan, &mut words));
        let whole = query.plain_forms().and_then(|forms| self.known(&forms));
        let titled = Bits::none(self.index.len());
        self.factors(&words, whole.as_deref(), &[document], 1, &titled)
            .first()
            .map_or(1.0, |(_, factor)| *factor)
    }

    /// The documents that are among the first, or would be if their score were `factor` times what it is.
    fn candidates(&self, documents: &Bits, wanted: usize, factor: f32) -> Bits {
        let most = self.best(documents, Order::Relevance, wanted.max(MAX_CANDIDATES));
        let least = most.get(wanted.saturating_sub(1)).map_or(0.0, |hit| hit.score);
        let mut candidates = Bits::none(self.index.len());
        most.iter()
            .filter(|hit| hit.score * factor >= least)
            .for_each(|hit| candidates.insert(hit.doc.0));
        candidates
    }

    /// Where the words stand in the candidates, by document, field and block.
    fn places(&self, words: &[&Leaf], candidates: &[DocId]) -> Vec<Place> {
        let mut places = Vec::new();
        for (word, leaf) in words.iter().take(MAX_WORDS).enumerate() {
            let lists = leaf.alternatives.iter().filter_map(|alternative| match alternative {
                Alternative::Form { entry, .. } => Some(*entry),
                Alternative::Beginning { .. } => None,
                Alternative::Phrase { forms, .. } => {
                    forms.first().map(|form| self.index.entry(*form))
                }
            });
            for entry in lists.take(MAX_FORMS) {
                self.blocks(entry, candidates, &mut |document, field, block| {
                    if leaf.fields.has(field) {
                        places.push(Place::new(document, field, block, word).0);
                    }
                });
            }
        }
        places.sort_unstable();
        places.into_iter().map(Place).collect()
    }

    /// The blocks of a form in some documents, which are sorted.
    fn blocks(&self, entry: Entry, documents: &[DocId], place: &mut dyn FnMut(DocId, Field, u32)) {
        if !entry.is_placed {
            return;
        }
        let mut postings = Postings::new(&self.index, entry);
        for document in documents {
            let Some(found) = postings.seek(document.0) else { return };
            if found == document.0 {
                let frequencies = postings.frequencies();
                postings.blocks(frequencies, &mut |field, block| place(*document, field, block));
            }
        }
    }

    /// The documents whose whole title is these forms, one by one.
    fn titled(&self, forms: &[FormId], documents: &Bits) -> Bits {
        let mut titled = Bits::none(self.index.len());
        if forms.is_empty() {
            return titled;
        }
        let length = forms.len() as u32;
        let mut candidates = Vec::new();
        for document in documents.iter() {
            if is_exactly(self.index.length_code(Field::Title, document.0), length) {
                candidates.push(document);
            }
        }
        if !candidates.is_empty() {
            let mut sequence = self.sequence(forms);
            self.possible(
                forms,
                Fields::only(Field::Title),
                Some(&candidates),
                &mut |document, fields| {
                    if self.times(&mut sequence, document, fields, 1).total() > 0 {
                        titled.insert(document.0);
                    }
                },
            );
        }
        titled
    }
}

/// The factor of a document, of those in their order.
fn factor_of(factors: &mut [(DocId, f32)], document: DocId) -> Option<&mut (DocId, f32)> {
    let at = factors.binary_search_by_key(&document, |(document, _)| *document).ok()?;
    factors.get_mut(at)
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
            let other = other.copied().flatten().filter(|other| other.field() == place.field());
            other
                .map_or(0.0, |other| 1.0 / (1 + place.block().saturating_sub(other.block())) as f32)
        };
        let word = place.word();
        let before = word.checked_sub(1);
        let pairs = [(before, before), (Some(word), Some(word + 1))];
        for (pair, other) in pairs {
            let value = near(other.and_then(|other| last.get(other)));
            if let Some(pair) = pair.and_then(|pair| nearest.get_mut(pair)) {
                *pair = pair.max(value);
            }
        }
        if let Some(last) = last.get_mut(word) {
            *last = Some(*place);
        }
    }
    nearest.iter().sum::<f32>() / (words.max(2) - 1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closeness_is_by_blocks() {
        let check = |places: &[(u32, usize)], words: usize, expected: f32| {
            let place =
                |(block, word): &(u32, usize)| Place::new(DocId(7), Field::Body, *block, *word);
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
