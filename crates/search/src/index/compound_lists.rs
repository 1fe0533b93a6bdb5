//! Compound lists: merged posting lists of the compounds that a word is a part of.
//!
//! German, Dutch, the Nordic languages and Finnish write compounds as one word. The builder divides
//! them, so that "Steuer" finds "Grundsteuerreform" although the page knows nothing of German. For
//! the terms with one stem, it merges the lists of all compounds that have any of them as a part.
//! This list counts as one more term with their stem, so it is found without a lookup of its own.
//! Its dictionary key is the first of these terms and [`KEY_SUFFIX`], so that it lies beside them,
//! in the same part of a large edition. It has blocks like the list of any term.

/// Follows a term in the dictionary key of its list. No term contains this character, and all terms
/// that the term begins sort after it.
pub(crate) const KEY_SUFFIX: char = ' ';

/// Returns the dictionary key of the compounds of a term.
#[cfg(feature = "build")]
pub(crate) fn key(term: &str) -> String {
    let mut key = String::from(term);
    key.push(KEY_SUFFIX);
    key
}
