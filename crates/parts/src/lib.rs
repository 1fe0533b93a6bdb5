//! The bytes of an edition, whole or in parts.
//!
//! A small edition is one slice of bytes. A large one is published as a *head* and *parts*: files
//! that a reader fetches when a search or a page needs them. [`Bytes`] reads either. Code that
//! reads an edition need not know which parts have arrived: a read of absent bytes returns `None`,
//! as from damaged bytes, and `PartStore` notes the part that holds them. Whoever started the work
//! then looks whether parts were missing (`PartStore::take_missing`), fetches them, and starts
//! again.
//!
//! This crate does no I/O. `Splitter` (feature `build`) writes the files, or the table of the parts
//! in an edition that stays whole (`PartTable`). `PartStore::insert` (feature `store`) takes what
//! has been fetched. Without features, all bytes are in one piece.

#[cfg(feature = "store")]
mod bytes;
#[cfg(feature = "store")]
mod format;
#[cfg(feature = "build")]
mod part_table;
#[cfg(feature = "build")]
mod split;
#[cfg(feature = "store")]
mod store;
#[cfg(not(feature = "store"))]
mod whole;

#[cfg(feature = "store")]
pub use bytes::Bytes;
#[cfg(feature = "store")]
pub use format::{PartError, VERSION, content_length};
#[cfg(feature = "build")]
pub use part_table::{PartEntry, PartTable};
#[cfg(feature = "build")]
pub use split::{Files, Read, Splitter, Told};
#[cfg(feature = "store")]
pub use store::{PartId, PartStore};
#[cfg(not(feature = "store"))]
pub use whole::Bytes;

#[cfg(all(test, feature = "store"))]
mod tests;
