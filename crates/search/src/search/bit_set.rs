//! Sets of documents, one bit each.

use crate::document::DocId;

/// A set of the documents below a fixed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BitSet {
    words: Vec<u64>,
    /// The number of documents that the set could contain. Bits beyond it are zero.
    capacity: u32,
}

impl BitSet {
    pub(super) fn empty(capacity: u32) -> Self {
        Self { words: vec![0; capacity.div_ceil(64) as usize], capacity }
    }

    pub(super) fn full(capacity: u32) -> Self {
        let mut set = Self { words: vec![u64::MAX; capacity.div_ceil(64) as usize], capacity };
        set.clear_beyond_capacity();
        set
    }

    fn clear_beyond_capacity(&mut self) {
        if let Some(last) = self.words.last_mut().filter(|_| !self.capacity.is_multiple_of(64)) {
            *last &= (1 << (self.capacity % 64)) - 1;
        }
    }

    /// Inserts a document. Ignores one beyond the capacity, which damaged bytes may name.
    #[inline(always)]
    pub(super) fn insert(&mut self, document: u32) {
        if document < self.capacity
            && let Some(word) = self.words.get_mut((document / 64) as usize)
        {
            *word |= 1 << (document % 64);
        }
    }

    #[inline(always)]
    pub(super) fn contains(&self, document: u32) -> bool {
        let word = self.words.get((document / 64) as usize);
        word.is_some_and(|word| word & (1 << (document % 64)) != 0)
    }

    pub(super) fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(super) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    pub(super) fn union(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    pub(super) fn invert(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.clear_beyond_capacity();
    }

    /// Iterates over the documents in order.
    pub(super) fn iter(&self) -> Iter<'_> {
        Iter { words: self.words.iter(), word: 0, next_word_start: 0 }
    }
}

/// Iterates over the documents of a set.
#[derive(Clone, Debug)]
pub(super) struct Iter<'a> {
    words: std::slice::Iter<'a, u64>,
    /// The remaining bits of the current word.
    word: u64,
    /// The first document of the next word.
    next_word_start: u32,
}

impl Iterator for Iter<'_> {
    type Item = DocId;

    #[inline(always)]
    fn next(&mut self) -> Option<DocId> {
        while self.word == 0 {
            self.word = *self.words.next()?;
            self.next_word_start = self.next_word_start.wrapping_add(64);
        }
        let bit = self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(DocId(self.next_word_start.wrapping_sub(64) + bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn agrees_with_a_tree_set(a: BTreeSet<u8>, b: BTreeSet<u8>, capacity in 0_u32..300) {
            let set = |documents: &BTreeSet<u8>| {
                let mut set = BitSet::empty(capacity);
                documents.iter().for_each(|document| set.insert(u32::from(*document)));
                set
            };
            let list = |set: &BitSet| set.iter().map(|document| document.0).collect::<Vec<_>>();
            let filtered = |keep: &dyn Fn(u8) -> bool| {
                let documents = (0..capacity).filter(|document| *document < 256);
                documents.filter(|document| keep(*document as u8)).collect::<Vec<_>>()
            };
            let (left, right) = (set(&a), set(&b));
            let (mut both, mut either, mut inverted) = (left.clone(), left.clone(), left.clone());
            both.intersect(&right);
            either.union(&right);
            inverted.invert();
            prop_assert_eq!(list(&both), filtered(&|d| a.contains(&d) && b.contains(&d)));
            prop_assert_eq!(list(&either), filtered(&|d| a.contains(&d) || b.contains(&d)));
            prop_assert_eq!(inverted.len(), capacity - left.len());
            prop_assert!((0..capacity).all(|d| inverted.contains(d) != left.contains(d)));
            prop_assert_eq!(BitSet::full(capacity).len(), capacity);
        }
    }
}
