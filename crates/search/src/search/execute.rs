//! Running a plan: which documents match, and what each word of the query gives them.

use super::Searcher;
use super::plan::{Alternative, Kind, Leaf, Plan};
use crate::bits::Bits;
use crate::document::{DocId, Field, Fields};
use crate::index::Index;
use crate::postings::{Entries, Frequencies, Postings};
use crate::score::{FieldNorms, WEAK, inverse_document_frequency, saturate};

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

    pub(super) fn of(&self, document: DocId) -> f32 {
        self.total.get(document.0 as usize).copied().unwrap_or_default()
    }

    pub(super) fn get_mut(&mut self, document: DocId) -> Option<&mut f32> {
        self.total.get_mut(document.0 as usize)
    }

    pub(super) fn add(&mut self, document: DocId, score: f32) {
        if let Some(total) = self.get_mut(document) {
            *total += score;
        }
    }

    /// Adds weighted occurrences to those of the leaf at hand.
    fn add_up(
        &mut self,
        index: &Index<'_>,
        norms: &FieldNorms,
        fields: Fields,
        postings: &mut impl Iterator<Item = (u32, Frequencies)>,
        weight: f32,
        found: &mut Bits,
    ) {
        for (document, mut frequencies) in postings {
            if !fields.is_every() {
                for field in Field::ALL.into_iter().filter(|field| !fields.has(*field)) {
                    if let Some(count) = frequencies.0.get_mut(field.index()) {
                        *count = 0;
                    }
                }
                if frequencies.total() == 0 {
                    continue;
                }
            }
            found.insert(document);
            let weighed = norms.weigh(frequencies, |field| index.length_code(field, document));
            if let Some(occurrences) = self.leaf.get_mut(document as usize) {
                *occurrences += weight * weighed;
            }
        }
    }

    pub(super) fn highest(&self) -> f32 {
        self.total.iter().copied().fold(0.0, f32::max)
    }
}

impl Searcher<'_> {
    /// The documents that match a plan. With `scored`, what they get for it is added to their scores.
    pub(super) fn evaluate(&mut self, plan: &Plan, scored: bool) -> Bits {
        let documents = self.index.len();
        match plan {
            Plan::Leaf(leaf) => self.leaf(leaf, scored).0,
            Plan::Facet(facet, values) => super::facets::having(&self.index, *facet, values),
            Plan::Not(inner) => {
                let mut found = self.evaluate(inner, false);
                found.invert();
                found
            }
            Plan::Any(plans) => {
                let mut found = Bits::none(documents);
                plans.iter().for_each(|plan| found.add(&self.evaluate(plan, scored)));
                found
            }
            Plan::All(plans) => {
                let mut found = Bits::all(documents);
                plans.iter().for_each(|plan| found.keep(&self.evaluate(plan, scored)));
                found
            }
        }
    }

    /// The documents that hold a leaf, and how much that says.
    pub(super) fn leaf(&mut self, leaf: &Leaf, scored: bool) -> (Bits, f32) {
        let mut found = Bits::none(self.index.len());
        leaf.alternatives
            .iter()
            .filter(|way| !way.is_weak())
            .for_each(|way| self.add_up(leaf, way, &mut found));
        let mut weak = Bits::none(self.index.len());
        if leaf.alternatives.iter().any(Alternative::is_weak) {
            // How rare a word is is told by itself, not by all that begins or is spelt like it, if it is there at all.
            let rarity =
                (!found.is_empty()).then(|| inverse_document_frequency(self.index.len(), found.count()));
            if let Some(rarity) = rarity {
                self.settle(&found, scored, rarity, 1.0);
            }
            leaf.alternatives
                .iter()
                .filter(|way| way.is_weak())
                .for_each(|way| self.add_up(leaf, way, &mut weak));
            let rarity = rarity.unwrap_or_else(|| inverse_document_frequency(self.index.len(), weak.count()));
            self.settle(&weak, scored, rarity, WEAK);
            found.add(&weak);
            return (found, rarity);
        }
        let rarity = inverse_document_frequency(self.index.len(), found.count());
        self.settle(&found, scored, rarity, 1.0);
        (found, rarity)
    }

    /// Adds up the weighted occurrences of one way of finding a leaf.
    fn add_up(&mut self, leaf: &Leaf, way: &Alternative, found: &mut Bits) {
        match way {
            Alternative::Forms { forms, weight, .. } => {
                for (_, entry) in Entries::new(&self.index, forms.clone()) {
                    let postings = &mut Postings::new(&self.index, entry);
                    self.scores.add_up(&self.index, &self.norms, leaf.fields, postings, *weight, found);
                }
            }
            Alternative::Phrase { forms, weight, .. } => {
                let postings = &mut self.phrase(forms, leaf.fields, None, u32::MAX).into_iter();
                self.scores.add_up(&self.index, &self.norms, leaf.fields, postings, *weight, found);
            }
        }
    }

    /// Turns added up occurrences into scores, and forgets them.
    fn settle(&mut self, documents: &Bits, scored: bool, rarity: f32, share: f32) {
        for document in documents.iter() {
            let Some(occurrences) = self.scores.leaf.get_mut(document.0 as usize) else { continue };
            if scored && let Some(total) = self.scores.total.get_mut(document.0 as usize) {
                *total += share * rarity * saturate(*occurrences);
            }
            *occurrences = 0.0;
        }
    }
}

impl Alternative {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Forms { kind, .. } | Self::Phrase { kind, .. } => *kind,
        }
    }

    /// Whether it says little that this is found, however often.
    pub(super) fn is_weak(&self) -> bool {
        self.kind() >= Kind::Prefix
    }

    pub(super) fn weight(&self) -> f32 {
        match self {
            Self::Forms { weight, .. } | Self::Phrase { weight, .. } => *weight,
        }
    }
}
