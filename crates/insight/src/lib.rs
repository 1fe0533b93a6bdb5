//! Reads articles as an editor would: finds names, quotes, figures, summaries and related articles.
//!
//! - [`names`] finds people, places, organisations and weapons, links the spellings of each, and
//!   gives the evidence for every decision. Rules look at the words around a capitalised run, such
//!   as titles and reporting verbs. Gazetteers list places, organisations and common names. A small
//!   linear tagger, whose weights come with the crate, weighs the rest.
//! - [`quotes`] finds quotes and attributes them to speakers.
//! - [`figures`] finds numbers with their units.
//! - [`summaries`] extracts the sentences that best represent an article.
//! - [`related`] finds the articles that share the most characteristic terms.
//!
//! `docs/entities.md` explains the rules and how often they err.
//!
//! The crate runs while an edition is built, and is not part of the page. It has no I/O, no clock
//! and no state that changes except for its [`data`], and does not panic on any input. It reads
//! English, looks nothing up, and gives every reader the same result.

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod capitals;
mod content_word;
pub mod data;
mod digest;
mod document;
mod emissions;
mod features;
mod figures;
mod flags;
mod form;
mod gazetteer;
mod hash;
mod identifier;
mod insights;
mod lexicon;
mod names;
mod packed;
mod quotes;
mod related;
mod sentence;
mod sentence_splitter;
mod suitable;
mod summary;
#[cfg_attr(
    not(feature = "train"),
    allow(unreachable_pub, reason = "the feature `train` exports `Model` and `Class`")
)]
mod tagger;
mod terms;
mod token;
mod tokenized;
#[cfg(feature = "train")]
#[allow(clippy::indexing_slicing, reason = "labels are less than LABEL_COUNT")]
mod train;
mod translated_places;
mod vocabulary;

pub use document::{Document, Documents, Language, Passage, Role, Span};
pub use figures::{Figure, Qualifier, figures};
pub use gazetteer::{fold_name, stems};
pub use insights::{Insights, insights, insights_with};
#[cfg(feature = "train")]
pub use names::names_with_model;
pub use names::{Entity, EntityId, Evidence, Kind, Mention, Names, Settings, names};
pub use quotes::{Attribution, Quote, Speaker, quotes};
pub use related::{Related, related};
pub use summary::summaries;
#[cfg(feature = "train")]
pub use tagger::{Class, Model};
#[cfg(feature = "train")]
pub use train::{Example, LabelledText, examples, to_bytes, train, without_titles};
