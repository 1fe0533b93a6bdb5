//! Reads articles as an editor would: whom and what they name. Pure: no I/O, no clock, no panic on any input.
//!
//! [`quotes`], [`figures`], [`summaries`] and [`related`] read on from there.
//!
//! [`names`] finds people, places, organisations and weapons, unites the spellings of each, and gives the reason for every
//! decision. Rules look at the words around a capitalised run (titles, verbs of saying, what it is called); lists know the
//! places of the world and common names; a small linear tagger, whose weights come with the crate, weighs the rest.
//! `docs/names.md` says how all of it decides and how often it errs.
//!
//! What it does not do: read other languages than English well, look anything up, or change with the reader. It works while an
//! edition is built; nothing of it is in the page.

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod document;
mod features;
mod figures;
mod gazetteer;
mod names;
mod quotes;
mod related;
mod summary;
#[cfg_attr(
    not(feature = "train"),
    allow(unreachable_pub, reason = "seen by the program that learns the weights")
)]
mod tagger;
mod terms;
mod token;
#[cfg(feature = "train")]
#[allow(clippy::indexing_slicing, reason = "labels are less than their number")]
mod train;
mod vocabulary;

pub use document::{Document, Passage, Role, Span};
pub use figures::{Figure, Qualifier, figures};
pub use gazetteer::stems;
#[cfg(feature = "train")]
pub use names::names_by;
pub use names::{Entity, EntityId, Evidence, Kind, Mention, Names, Settings, names};
pub use quotes::{Quote, Reason, Speaker, quotes};
pub use related::{Related, related};
pub use summary::summaries;
#[cfg(feature = "train")]
pub use tagger::{Class, Model};
#[cfg(feature = "train")]
pub use train::{Example, Labelled, examples, to_bytes, train, without_titles};
