//! Prefix lists: merged posting lists for short prefixes.
//!
//! Thousands of terms start with one letter, and most documents contain some of them, so the first
//! two letters that a reader types are the expensive ones. Where the posting lists of all terms
//! with a prefix are many times as long as the number of documents, the builder stores one merged
//! list without blocks. Its dictionary key is [`KEY_PREFIX`] and the prefix.

/// Precedes a prefix in its dictionary key. No term contains this character, and all terms sort
/// after it.
pub(crate) const KEY_PREFIX: char = ' ';

/// Returns the dictionary key of a prefix list.
pub(crate) fn key(prefix: &str) -> String {
    let mut key = String::from(KEY_PREFIX);
    key.push_str(prefix);
    key
}
