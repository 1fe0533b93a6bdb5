//! The bytes of an edition, whole or in parts.
//!
//! A small edition is one slice of bytes. A large one is published as a *head* and *parts*: files
//! that a reader fetches when a search or a page needs them. [`Bytes`] reads either. Code that
//! reads an edition need not know which parts have arrived: a read of absent bytes returns `None`,
//! as from damaged bytes, and [`PartStore`] notes the part that holds them. Whoever started the
//! work then looks whether [parts were missing](PartStore::take_missing), fetches them, and starts
//! again.
//!
//! This crate does no I/O. `split` (with the feature `build`) writes the files, and
//! [`PartStore::insert`] takes what has been fetched.

mod bytes;
mod format;
#[cfg(feature = "build")]
mod split;
mod store;

pub use bytes::Bytes;
pub use format::{PartError, VERSION};
#[cfg(feature = "build")]
pub use split::{Files, Splitter};
pub use store::{PartId, PartStore};

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests say what they expect by panicking"
)]
mod tests;
