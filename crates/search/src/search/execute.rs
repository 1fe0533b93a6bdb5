//! Running a plan: first which documents match, then what each word of the query gives to those.
//!
//! The first needs no more of a list than its documents, and how rare a word is follows from it; how often a word occurs,
//! and how long fields are, is read of documents that are among the results, and passed over in all others.

use super::Searcher;
use super::plan::{Alternative, Kind, Leaf, Plan};
use crate::document::{DocId, Field};
use crate::index::Index;
use crate::index::postings::{Entries, Entry, Frequencies, Postings};
use crate::score::{FieldNorms, PREFIX, WEAK, inverse_document_frequency, saturate};
use crate::search::bit_set::Bits;

/// A number for each document, kept between searches.
#[derive(Debug)]
pub(super) struct Scores {
    total: Vec<f32>,
    /// Weighted occurrences of the leaf at hand. All zero between leaves.
    leaf: Vec<f32>,
}

impl Scores {
    pub(super) fn new(documents: u32) -> Self {
        Self { total: vec![0.0; documents as usize], leaf: vec![0.0; documents as usize] }
    }

    pub(super) fn clear(&mut self) {
        self.total.fill(0.0);
    }

    #[inline(always)]
    pub(super) fn of(&self, document: DocId) -> f32 {
        self.total.get(document.0 as usize).copied().unwrap_or_default()
    }

    pub(super) fn multiply(&mut self, document: DocId, factor: f32) {
        if let Some(total) = self.total.get_mut(document.0 as usize) {
            *total *= factor;
        }
    }

    /// Puts some documents before all others.
    pub(super) fn raise(&mut self, documents: impl Iterator<Item = DocId>, times_the_highest: f32) {
        let mut highest = 0.0;
        for total in &self.total {
            if *total > highest {
                highest = *total;
            }
        }
        let bonus = times_the_highest * highest;
        for document in documents {
            if let Some(total) = self.total.get_mut(document.0 as usize) {
                *total += bonus;
            }
        }
    }
}

/// What was found for a leaf.
#[derive(Debug)]
pub(super) struct Found {
    /// The documents that hold it.
    itself: Bits,
    /// Those that hold what begins or is spelt like it.
    weak: Bits,
    /// How much it says that a document holds it.
    pub(super) rarity: f32,
    /// The documents of its phrases, in the order of the alternatives: finding them took reading texts.
    phrases: Vec<Vec<(u32, Frequencies)>>,
}

impl Searcher<'_> {
    /// The documents that match a plan, and what was found for those of its leaves that give scores, in their order.
    pub(super) fn evaluate(&self, plan: &Plan, found: &mut Vec<Found>) -> Bits {
        let documents = self.index.len();
        match plan {
            Plan::Leaf(leaf) => {
                let leaf = self.find(leaf);
                let mut either = leaf.itself.clone();
                either.add(&leaf.weak);
                found.push(leaf);
                either
            }
            Plan::Facet(facet, values) => super::facet_counts::having(&self.index, *facet, values),
            Plan::Not(inner) => {
                let mut matching = self.evaluate(inner, &mut Vec::new());
                matching.invert();
                matching
            }
            Plan::Any(plans) => {
                let mut matching = Bits::none(documents);
                plans.iter().for_each(|plan| matching.add(&self.evaluate(plan, found)));
                matching
            }
            Plan::All(plans) => {
                let mut matching = Bits::all(documents);
                plans.iter().for_each(|plan| matching.keep(&self.evaluate(plan, found)));
                matching
            }
        }
    }

    /// The documents that hold a leaf.
    pub(super) fn find(&self, leaf: &Leaf) -> Found {
        let documents = self.index.len();
        let mut found = Found {
            itself: Bits::none(documents),
            weak: Bits::none(documents),
            rarity: 0.0,
            phrases: Vec::new(),
        };
        for way in &leaf.alternatives {
            let holders = if way.is_weak() { &mut found.weak } else { &mut found.itself };
            match way {
                Alternative::Form { entry, .. } => self.collect(leaf, *entry, holders),
                Alternative::Beginning { forms } => {
                    for (_, entry) in Entries::new(&self.index, forms.clone()) {
                        self.collect(leaf, entry, holders);
                    }
                }
                Alternative::Phrase { forms, .. } => {
                    let phrases = self.phrase(forms, leaf.fields, u32::MAX);
                    phrases.iter().for_each(|(document, _)| holders.insert(*document));
                    found.phrases.push(phrases);
                }
            }
        }
        // How rare a word is is told by itself, not by all that begins or is spelt like it, if it is there at all.
        let telling = if found.itself.is_empty() { &found.weak } else { &found.itself };
        found.rarity = inverse_document_frequency(documents, telling.count());
        found
    }

    /// Adds the documents of a list to a set.
    fn collect(&self, leaf: &Leaf, entry: Entry, documents: &mut Bits) {
        let mut postings = Postings::new(&self.index, entry);
        let is_every = leaf.fields.is_every();
        while let Some(document) = postings.advance() {
            if is_every || postings.frequencies().only(leaf.fields).total() > 0 {
                documents.insert(document);
            }
        }
    }

    /// Adds to the scores of some documents what a leaf gives them.
    pub(super) fn score(&mut self, leaf: &Leaf, found: Found, among: &Bits) {
        let Self { index, norms, scores, .. } = self;
        let Found { itself, weak, rarity, phrases } = found;
        let mut phrases = phrases.into_iter();
        for (mut documents, is_weak, share) in [(itself, false, 1.0), (weak, true, WEAK)] {
            documents.keep(among);
            let mut sum =
                Sum { index, norms, occurrences: &mut scores.leaf, among: &documents, leaf };
            for way in leaf.alternatives.iter().filter(|way| way.is_weak() == is_weak) {
                match way {
                    Alternative::Form { entry, .. } => sum.list(*entry, way.weight()),
                    Alternative::Beginning { forms } => {
                        for (_, entry) in Entries::new(index, forms.clone()) {
                            sum.list(entry, way.weight());
                        }
                    }
                    Alternative::Phrase { .. } => {
                        for (document, frequencies) in phrases.next().unwrap_or_default() {
                            if documents.has(document) {
                                sum.document(document, frequencies, way.weight());
                            }
                        }
                    }
                }
            }
            // Occurrences become scores, and are forgotten.
            for document in documents.iter() {
                let at = document.0 as usize;
                if let Some((occurrences, total)) =
                    scores.leaf.get_mut(at).zip(scores.total.get_mut(at))
                {
                    *total += share * rarity * saturate(*occurrences);
                    *occurrences = 0.0;
                }
            }
        }
    }
}

/// Adds up the weighted occurrences of a leaf in some documents.
struct Sum<'s, 'a> {
    index: &'s Index<'a>,
    norms: &'s FieldNorms,
    occurrences: &'s mut [f32],
    among: &'s Bits,
    leaf: &'s Leaf,
}

impl Sum<'_, '_> {
    /// Those of a form.
    fn list(&mut self, entry: Entry, weight: f32) {
        let mut postings = Postings::new(self.index, entry);
        let is_in_body = self.leaf.fields.has(Field::Body);
        while let Some(document) = postings.advance() {
            if !self.among.has(document) {
                continue;
            }
            let head = postings.head();
            if head >= 0x80 || !is_in_body {
                let frequencies = postings.behind(head).only(self.leaf.fields);
                self.document(document, frequencies, weight);
            } else if let Some(occurrences) = self.occurrences.get_mut(document as usize) {
                let norm =
                    self.norms.of(Field::Body, self.index.length_code(Field::Body, document));
                *occurrences += weight * (f32::from(head) * norm);
            }
        }
    }

    /// Those in one document.
    #[inline(never)]
    fn document(&mut self, document: u32, frequencies: Frequencies, weight: f32) {
        if let Some(occurrences) = self.occurrences.get_mut(document as usize) {
            let weighed =
                self.norms.weigh(frequencies, |field| self.index.length_code(field, document));
            *occurrences += weight * weighed;
        }
    }
}

impl Alternative {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Form { kind, .. } | Self::Phrase { kind, .. } => *kind,
            Self::Beginning { .. } => Kind::Prefix,
        }
    }

    /// Whether it says little that this is found, however often.
    pub(super) fn is_weak(&self) -> bool {
        self.kind() >= Kind::Prefix
    }

    pub(super) fn weight(&self) -> f32 {
        match self {
            Self::Form { weight, .. } | Self::Phrase { weight, .. } => *weight,
            Self::Beginning { .. } => PREFIX,
        }
    }
}
