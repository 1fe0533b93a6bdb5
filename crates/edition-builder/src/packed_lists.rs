//! Lists of small values, encoded one after the other.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// A list for each item, in few bytes. What is found in a collection is many small values, which
/// would lie scattered over the memory of a browser, so that nothing large fits between them.
#[derive(Debug)]
pub(crate) struct PackedLists<T> {
    /// The lists in the form of `postcard`, in pieces that do not grow, and the first item of each.
    pieces: Vec<(usize, Vec<u8>)>,
    /// The end of each list in its piece.
    ends: Vec<usize>,
    values: PhantomData<fn() -> T>,
}

/// The bytes of a piece, unless a list has more.
const PIECE: usize = 64 << 10;

impl<T> Default for PackedLists<T> {
    fn default() -> Self {
        Self { pieces: Vec::new(), ends: Vec::new(), values: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> PackedLists<T> {
    /// Packs the lists of all items. Each is dropped then.
    pub(crate) fn new(lists: impl IntoIterator<Item = Vec<T>>) -> Self {
        let mut packed = Self::default();
        for (item, list) in lists.into_iter().enumerate() {
            // Encoding into memory cannot fail.
            let bytes = postcard::to_allocvec(&list).unwrap_or_default();
            let room = packed.pieces.last().map_or(0, |(_, piece)| piece.capacity() - piece.len());
            if room < bytes.len() || packed.pieces.is_empty() {
                packed.pieces.push((item, Vec::with_capacity(PIECE.max(bytes.len()))));
            }
            if let Some((_, piece)) = packed.pieces.last_mut() {
                piece.extend_from_slice(&bytes);
                packed.ends.push(piece.len());
            }
        }
        if let Some((_, piece)) = packed.pieces.last_mut() {
            piece.shrink_to_fit();
        }
        packed
    }

    /// Returns the number of lists.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether there is no list.
    pub(crate) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the list of an item; an empty one if there is none.
    pub(crate) fn get(&self, item: usize) -> Vec<T> {
        let bytes = || {
            let after = self.pieces.partition_point(|(first, _)| *first <= item);
            let (first, piece) = self.pieces.get(after.checked_sub(1)?)?;
            let before = item.checked_sub(1).filter(|_| item > *first);
            let start = before.and_then(|before| self.ends.get(before)).copied();
            piece.get(start.unwrap_or_default()..*self.ends.get(item)?)
        };
        bytes().and_then(|bytes| postcard::from_bytes(bytes).ok()).unwrap_or_default()
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
        assert!(packed.pieces.len() > 5);
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
