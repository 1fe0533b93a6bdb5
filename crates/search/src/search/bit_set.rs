//! Sets of documents as bits.

use crate::DocId;

/// A set of documents out of a fixed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    len: u32,
}

impl Bits {
    pub(crate) fn none(len: u32) -> Self {
        Self { words: vec![0; len.div_ceil(64) as usize], len }
    }

    pub(crate) fn all(len: u32) -> Self {
        let mut bits = Self { words: vec![u64::MAX; len.div_ceil(64) as usize], len };
        bits.trim();
        bits
    }

    /// Clears what lies beyond the last document.
    fn trim(&mut self) {
        if let Some(last) = self.words.last_mut().filter(|_| !self.len.is_multiple_of(64)) {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }

    /// Documents beyond the last are not added: damaged bytes may name some.
    #[inline(always)]
    pub(crate) fn insert(&mut self, document: u32) {
        if document < self.len
            && let Some(word) = self.words.get_mut((document / 64) as usize)
        {
            *word |= 1 << (document % 64);
        }
    }

    #[inline(always)]
    pub(crate) fn has(&self, document: u32) -> bool {
        self.words
            .get((document / 64) as usize)
            .is_some_and(|word| word & (1 << (document % 64)) != 0)
    }

    pub(crate) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(crate) fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    pub(crate) fn invert(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.trim();
    }

    pub(crate) fn iter(&self) -> Ones<'_> {
        Ones { words: self.words.iter(), left: 0, next: 0 }
    }
}

/// The documents of a set, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Ones<'a> {
    words: std::slice::Iter<'a, u64>,
    /// What is left of the word at hand, and the first document of the word behind it.
    left: u64,
    next: u32,
}

impl Iterator for Ones<'_> {
    type Item = DocId;

    #[inline(always)]
    fn next(&mut self) -> Option<DocId> {
        while self.left == 0 {
            self.left = *self.words.next()?;
            self.next = self.next.wrapping_add(64);
        }
        let bit = self.left.trailing_zeros();
        self.left &= self.left - 1;
        Some(DocId(self.next.wrapping_sub(64) + bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn agrees_with_sets(a: BTreeSet<u8>, b: BTreeSet<u8>, len in 0_u32..300) {
            let bits = |set: &BTreeSet<u8>| {
                let mut bits = Bits::none(len);
                set.iter().for_each(|document| bits.insert(u32::from(*document)));
                bits
            };
            let list = |bits: &Bits| bits.iter().map(|document| document.0).collect::<Vec<_>>();
            let inside = |keep: &dyn Fn(u8) -> bool| {
                (0..len).filter(|document| keep(u8::try_from(*document).unwrap_or(255)) && *document < 256).collect::<Vec<_>>()
            };
            let (left, right) = (bits(&a), bits(&b));
            let (mut both, mut either, mut neither) = (left.clone(), left.clone(), left.clone());
            both.keep(&right);
            either.add(&right);
            prop_assert_eq!(list(&both), inside(&|d| a.contains(&d) && b.contains(&d)));
            prop_assert_eq!(list(&either), inside(&|d| a.contains(&d) || b.contains(&d)));
            neither.invert();
            prop_assert_eq!(neither.count(), len - left.count());
            prop_assert!((0..len).all(|d| neither.has(d) != left.has(d)));
            prop_assert_eq!(Bits::all(len).count(), len);
        }
    }
}
