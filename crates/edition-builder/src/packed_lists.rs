//! Lists of small values, encoded one after the other.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// A list for each item, in few bytes. What is found in a collection is many small values, which
/// would lie scattered over the memory of a browser, so that nothing large fits between them.
#[derive(Debug)]
pub(crate) struct PackedLists<T> {
    /// The lists in the form of `postcard`.
    lists: Pieces,
    values: PhantomData<fn() -> T>,
}

impl<T> Default for PackedLists<T> {
    fn default() -> Self {
        Self { lists: Pieces::default(), values: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> PackedLists<T> {
    /// Packs the lists of all items. Each is dropped then.
    pub(crate) fn new(lists: impl IntoIterator<Item = Vec<T>>) -> Self {
        let mut packed = Self::default();
        for list in lists {
            // Encoding into memory cannot fail.
            packed.lists.push(&postcard::to_allocvec(&list).unwrap_or_default());
        }
        packed
    }

    /// Returns the number of lists.
    pub(crate) fn len(&self) -> usize {
        self.lists.ends.len()
    }

    /// Returns whether there is no list.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the list of an item; an empty one if there is none.
    pub(crate) fn get(&self, item: usize) -> Vec<T> {
        let bytes = self.lists.get(item);
        bytes.and_then(|bytes| postcard::from_bytes(bytes).ok()).unwrap_or_default()
    }
}

/// The bytes of lists, in pieces that do not grow.
#[derive(Debug, Default)]
struct Pieces {
    /// Each piece with the number of its first list.
    pieces: Vec<(usize, Vec<u8>)>,
    /// The end of each list in its piece.
    ends: Vec<usize>,
}

/// The bytes of a piece, unless a list has more.
const PIECE: usize = 64 << 10;

impl Pieces {
    fn push(&mut self, bytes: &[u8]) {
        let room = self.pieces.last().map_or(0, |(_, piece)| piece.capacity() - piece.len());
        if room < bytes.len() || self.pieces.is_empty() {
            let piece = Vec::with_capacity(PIECE.max(bytes.len()));
            self.pieces.push((self.ends.len(), piece));
        }
        if let Some((_, piece)) = self.pieces.last_mut() {
            piece.extend_from_slice(bytes);
            self.ends.push(piece.len());
        }
    }

    fn get(&self, list: usize) -> Option<&[u8]> {
        let after = self.pieces.partition_point(|(first, _)| *first <= list);
        let (first, piece) = self.pieces.get(after.checked_sub(1)?)?;
        let before = list.checked_sub(1).filter(|_| list > *first);
        let start = before.and_then(|before| self.ends.get(before)).copied();
        piece.get(start.unwrap_or_default()..*self.ends.get(list)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lists_of_several_pieces_survive() {
        let list = |item: usize| vec![u32::MAX - item as u32; item * 701 % 3000];
        let packed = PackedLists::new((0..100).map(list).chain([vec![u32::MAX; PIECE]]));
        assert!(packed.lists.pieces.len() > 5);
        for item in 0..100 {
            assert_eq!(packed.get(item), list(item), "{item}");
        }
        assert_eq!(packed.get(100).len(), PIECE);
        assert_eq!((packed.len(), packed.get(101)), (101, vec![]));
    }

    proptest! {
        #[test]
        fn lists_survive(
            lists in prop::collection::vec(prop::collection::vec(any::<(u32, f64)>(), 0..9), 0..9)
        ) {
            let packed = PackedLists::new(lists.clone());
            for (item, list) in lists.iter().enumerate() {
                prop_assert_eq!(&packed.get(item), list);
            }
            prop_assert!(packed.get(lists.len()).is_empty());
        }
    }
}
