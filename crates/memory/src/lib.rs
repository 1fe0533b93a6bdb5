//! Remembers what a pure function returned for its input, so that a later build need not call it
//! again.
//!
//! An entry is found by a hash of everything that the function reads. Whoever keeps the entries
//! implements [`Memory`]; this crate reads and writes no files. An entry that does not decode is
//! computed again.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use xxhash_rust::xxh3::Xxh3;

/// The key of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u128);

/// A place that keeps entries from one build to the next.
pub trait Memory: Sync {
    /// Returns the bytes of an entry, if it is there and undamaged.
    fn get(&self, key: Key) -> Option<&[u8]>;

    /// Keeps an entry.
    fn put(&self, key: Key, bytes: Vec<u8>);
}

/// All that a function reads, as a hash.
#[derive(Clone)]
pub struct Input(Box<Xxh3>);

impl Input {
    /// Creates the input of a function, which `purpose` names. The name changes with the meaning of
    /// what is added.
    pub fn of(purpose: &str) -> Self {
        Self(Box::default()).with(purpose.as_bytes())
    }

    /// Adds something that the function reads.
    #[must_use]
    pub fn with(mut self, bytes: &[u8]) -> Self {
        self.add(bytes);
        self
    }

    /// Does the same in place. The length goes first, so that different parts never look the same.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// Adds a value by its encoding.
    pub fn add_value(&mut self, value: &impl Serialize) {
        // Values that cannot be encoded do not exist: maps have a length, and memory suffices.
        self.add(&postcard::to_allocvec(value).unwrap_or_default());
    }

    /// Returns the hash.
    pub fn key(&self) -> Key {
        Key(self.0.digest128())
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Input").field(&self.key()).finish()
    }
}

/// Returns what was kept for an input, if it is there and decodes.
pub fn get<T: DeserializeOwned>(memory: &dyn Memory, input: &Input) -> Option<T> {
    postcard::from_bytes(memory.get(input.key())?).ok()
}

/// Keeps a value for an input.
pub fn put(memory: &dyn Memory, input: &Input, value: &impl Serialize) {
    if let Ok(bytes) = postcard::to_allocvec(value) {
        memory.put(input.key(), bytes);
    }
}

/// Returns what a function returns for an input, from memory if possible.
pub fn remembered<T: Serialize + DeserializeOwned>(
    memory: Option<&dyn Memory>,
    input: impl FnOnce() -> Input,
    compute: impl FnOnce() -> T,
) -> T {
    let encode = |value: &T| postcard::to_allocvec(value).ok();
    remembered_as(memory, input, compute, encode, |bytes| postcard::from_bytes(bytes).ok())
}

/// Does the same for a value with an encoding of its own.
pub fn remembered_as<T>(
    memory: Option<&dyn Memory>,
    input: impl FnOnce() -> Input,
    compute: impl FnOnce() -> T,
    encode: impl FnOnce(&T) -> Option<Vec<u8>>,
    decode: impl FnOnce(&[u8]) -> Option<T>,
) -> T {
    let Some(memory) = memory else { return compute() };
    let key = input().key();
    memory.get(key).and_then(decode).unwrap_or_else(|| {
        let value = compute();
        if let Some(bytes) = encode(&value) {
            memory.put(key, bytes);
        }
        value
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;
    use std::sync::Mutex;

    /// A memory that leaks its entries.
    #[derive(Default)]
    struct Leaking(Mutex<HashMap<Key, &'static [u8]>>);

    impl Memory for Leaking {
        fn get(&self, key: Key) -> Option<&[u8]> {
            self.0.lock().unwrap().get(&key).copied()
        }

        fn put(&self, key: Key, bytes: Vec<u8>) {
            self.0.lock().unwrap().insert(key, bytes.leak());
        }
    }

    /// Returns the length of a text, and whether it was counted anew.
    fn length(memory: &Leaking, purpose: &str, text: &str) -> (usize, bool) {
        let mut is_new = false;
        let count = || {
            is_new = true;
            text.len()
        };
        let input = || Input::of(purpose).with(text.as_bytes());
        (remembered(Some(memory), input, count), is_new)
    }

    #[test]
    fn the_same_input_is_not_computed_twice() {
        let memory = Leaking::default();
        assert_eq!(length(&memory, "length", "boat"), (4, true));
        assert_eq!(length(&memory, "length", "boat"), (4, false));
        assert_eq!(length(&memory, "length", "boats"), (5, true));
        assert_eq!(length(&memory, "another", "boat"), (4, true));
    }

    #[test]
    fn damaged_entries_are_computed_again() {
        let memory = Leaking::default();
        memory.put(Input::of("length").with(b"boat").key(), vec![0xFF; 3]);
        assert_eq!(length(&memory, "length", "boat"), (4, true));
        assert_eq!(length(&memory, "length", "boat"), (4, false));
    }

    #[test]
    fn without_a_memory_everything_is_computed() {
        assert_eq!(remembered(None, || Input::of("length"), || 4), 4);
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let key = |one: &[u8], other: &[u8]| Input::of("").with(one).with(other).key();
        assert_eq!(key(b"ab", b"c"), key(b"ab", b"c"));
        assert_ne!(key(b"ab", b"c"), key(b"a", b"bc"));
    }
}
