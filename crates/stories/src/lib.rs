//! Groups articles by story, and finds what they share.
//!
//! - [`stories`] groups the articles of a collection that tell of the same event: reprints,
//!   updates, corrections, and reports of what happened next within days.
//! - [`reused_passages`] finds passages that one article reuses of an earlier one.
//! - [`compare`] aligns the sentences of two articles: those that both have, and those that only
//!   one has. [`new_sentences`] tells what each article of a story adds to those before it.
//!
//! The input is plain data. A [`Document`] has tokens as hashes with their places in the text. With
//! the feature `text`, `Block::new` makes them of a text. Grouping and finding passages need the
//! feature `build`; comparing needs nothing, so that the page can do it.
//!
//! ```
//! use cuttings_stories::{Block, Digest, Document, stories};
//!
//! let document = |title: &str, text: &str, day| Document {
//!     title: Block::new(title),
//!     blocks: vec![Block::new(text)],
//!     day: Some(day),
//! };
//! let documents = [
//!     document("Ferry sinks off Lagos", "A ferry with 40 people sank off Lagos on Monday.", 1),
//!     document("Cocoa harvest ends", "Farmers in Ghana ended the harvest of cocoa early.", 1),
//!     document("Ferry sinks off Lagos", "A ferry with 40 people sank off Lagos on Monday.", 1),
//! ];
//! let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
//! let stories = stories(&digests);
//! assert!(stories.of(0).is_some());
//! assert_eq!(stories.of(0), stories.of(2));
//! assert_eq!(stories.of(1), None);
//! ```
//!
//! `docs/stories.md` explains the method, how it was measured and how often it errs.
//!
//! The crate has no I/O, no clock and no state. It does not panic on any input. The result depends
//! neither on the number of threads nor on the order of the documents.

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

#[cfg(feature = "build")]
mod candidates;
#[cfg(feature = "build")]
mod cluster;
mod compare;
#[cfg(feature = "build")]
mod digest;
mod document;
#[cfg(feature = "build")]
mod evidence;
#[cfg(feature = "build")]
mod fingerprint;
#[cfg(feature = "build")]
mod hash;
#[cfg(feature = "build")]
mod passages;
#[cfg(feature = "build")]
mod runs;
#[cfg(feature = "build")]
mod stories;
#[cfg(feature = "build")]
mod templates;
#[cfg(feature = "text")]
mod text;
#[cfg(feature = "build")]
mod vectors;
#[cfg(feature = "build")]
mod vocabulary;

pub use compare::{Alignment, Comparison, Place, compare, new_sentences};
#[cfg(feature = "build")]
pub use digest::Digest;
#[cfg(feature = "build")]
pub use document::PackedDocument;
pub use document::{Block, Document, Token, TokenKind};
#[cfg(feature = "build")]
pub use evidence::{EVIDENCE, Evidence};
#[cfg(feature = "build")]
pub use passages::{PassageRange, ReusedPassage, reused_passages};
#[cfg(feature = "build")]
pub use stories::{Stories, StoryId, evidence_of_pairs, stories};
