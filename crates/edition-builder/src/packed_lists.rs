//! Lists of small values, encoded one after the other.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// A list for each item, in few bytes. What is found in a collection is many small values, which
/// would lie scattered over the memory of a browser, so that nothing large fits between them.
#[derive(Debug)]
pub(crate) struct PackedLists<T> {
    /// The lists in the form of `postcard`, and the end of each.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    values: PhantomData<fn() -> T>,
}

impl<T> Default for PackedLists<T> {
    fn default() -> Self {
        Self { bytes: Vec::new(), ends: Vec::new(), values: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> PackedLists<T> {
    /// Packs the lists of all items. Each is dropped then.
    pub(crate) fn new(lists: impl IntoIterator<Item = Vec<T>>) -> Self {
        let mut packed = Self::default();
        for list in lists {
            // Encoding into memory cannot fail.
            packed.bytes.extend(postcard::to_allocvec(&list).unwrap_or_default());
            packed.ends.push(packed.bytes.len());
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
        let start = item.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let bytes =
            start.zip(self.ends.get(item)).and_then(|(start, end)| self.bytes.get(start..*end));
        bytes.and_then(|bytes| postcard::from_bytes(bytes).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
