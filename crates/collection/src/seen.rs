//! Finds the item that another one is a duplicate of.

use crate::entry::{Entry, Keys};
use cuttings_corpus::Block;
use cuttings_import::Item;
use cuttings_memory::Key;
use std::collections::HashMap;

/// The most items with the same address that an item is compared with. The chapters of a book name
/// that of the book.
const MAX_COMPARED: usize = 8;

/// The shortest block, in bytes, that only versions of one text have in common.
const LEAST_TELLING: usize = 60;

/// The entries of a collection by their keys.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    by_content: HashMap<Key, u32>,
    by_address: HashMap<Key, Vec<u32>>,
}

impl Seen {
    /// Adds the keys of an entry.
    pub(crate) fn add(&mut self, number: u32, keys: Keys) {
        if let Some(key) = keys.content {
            self.by_content.entry(key).or_insert(number);
        }
        if let Some(key) = keys.address {
            let numbers = self.by_address.entry(key).or_default();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }

    /// Forgets all but the addresses, by which links find items.
    pub(crate) fn forget_contents(&mut self) {
        self.by_content = HashMap::new();
    }

    /// Returns the entry of an item with the same texts, or of one at the same address that is
    /// another version of it.
    pub(crate) fn find(&self, item: &Item, keys: Keys, entries: &[Entry]) -> Option<u32> {
        let same_text = keys.content.and_then(|key| self.by_content.get(&key));
        if let Some(number) = same_text {
            return Some(*number);
        }
        let numbers = self.by_address.get(&keys.address?)?;
        let is_version = |number: &&u32| {
            let other = entries.get(**number as usize).and_then(Entry::item);
            other.is_some_and(|other| are_versions(item, &other))
        };
        numbers.iter().rev().take(MAX_COMPARED).find(is_version).copied()
    }

    /// Returns the first entry at an address.
    pub(crate) fn at_address(&self, key: Key) -> Option<u32> {
        self.by_address.get(&key)?.first().copied()
    }
}

/// Returns whether two items at one address are the same article: one is only a link to it, or they
/// have the title or a paragraph in common.
fn are_versions(one: &Item, other: &Item) -> bool {
    if one.is_teaser() || other.is_teaser() || one.article.title == other.article.title {
        return true;
    }
    let telling = |block: &&Block| block.text.len() >= LEAST_TELLING;
    let mut texts = one.article.body.iter().filter(telling);
    texts.any(|it| other.article.body.iter().any(|block| block.text == it.text))
}
