//! Scores: a number for each document, with buffers that searches share.

use crate::document::DocId;

/// The scores of all documents. The memory is kept between searches.
#[derive(Debug)]
pub(super) struct Scores {
    pub(super) total: Vec<f32>,
    /// The weighted occurrences of the current query term. All zero between terms.
    pub(super) occurrences: Vec<f32>,
}

impl Scores {
    pub(super) fn new(documents: u32) -> Self {
        let zeros = || vec![0.0; documents as usize];
        Self { total: zeros(), occurrences: zeros() }
    }

    pub(super) fn clear(&mut self) {
        self.total.fill(0.0);
    }

    #[inline(always)]
    pub(super) fn get(&self, document: DocId) -> f32 {
        self.total.get(document.0 as usize).copied().unwrap_or_default()
    }

    pub(super) fn multiply(&mut self, document: DocId, factor: f32) {
        if let Some(total) = self.total.get_mut(document.0 as usize) {
            *total *= factor;
        }
    }

    /// Gives some documents the same score, a multiple of the highest one.
    pub(super) fn raise(&mut self, documents: impl Iterator<Item = DocId>, times_highest: f32) {
        let highest = self.total.iter().copied().fold(0.0, f32::max);
        for document in documents {
            if let Some(total) = self.total.get_mut(document.0 as usize) {
                *total = highest * times_highest;
            }
        }
    }

    /// Adds a multiple of the highest score to the scores of some documents.
    pub(super) fn add_bonus(&mut self, documents: impl Iterator<Item = DocId>, times_highest: f32) {
        let mut highest = 0.0;
        for total in &self.total {
            if *total > highest {
                highest = *total;
            }
        }
        let bonus = times_highest * highest;
        for document in documents {
            if let Some(total) = self.total.get_mut(document.0 as usize) {
                *total += bonus;
            }
        }
    }
}
