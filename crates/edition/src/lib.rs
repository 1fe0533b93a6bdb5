//! Opens and reads an *edition*: everything built from one folder of seeds, as one run of bytes.
//!
//! `cuttings-edition-builder` builds editions natively, and the browser opens them in place. An
//! edition holds every text once. Opening it checks a header and a checksum and parses nothing;
//! each accessor reads what it is asked for from the bytes. The bytes may be embedded in a program,
//! fetched, or read from a file.
//!
//! ```
//! use cuttings_edition::{Edition, OpenError};
//!
//! fn titles(bytes: &[u8]) -> Result<Vec<&str>, OpenError> {
//!     Ok(Edition::open(bytes)?.items().map(|item| item.title()).collect())
//! }
//! # assert!(matches!(titles(b"<!DOCTYPE html>"), Err(OpenError::NotAnEdition)));
//! ```
//!
//! # What it does not do
//! It uses no file system and no browser. It does not detect forgery: the checksum finds accidental
//! damage only. Even so, no bytes make an accessor panic: what cannot be read is empty.

mod asset;
mod block;
mod connections;
mod custom_fields;
mod day;
mod edition;
mod entities;
mod error;
mod figures;
mod id;
mod item;
pub mod layout;
mod metadata;
mod period;
mod quotes;
mod records;
mod related;
mod schema;
mod text_span;

pub use asset::{Asset, Picture};
pub use block::{
    Alert, Alignment, Block, BlockKind, Container, ContainerKind, LinkTarget, Mark, MarkKind,
};
pub use connections::{ReusedPassage, Story};
pub use custom_fields::CustomField;
pub use day::Day;
pub use edition::Edition;
pub use entities::{Entity, Mention};
pub use error::OpenError;
pub use figures::{Figure, Unit};
pub use id::{EntityId, EntityKind, FieldId, ItemId, StoryId, TextId, UnitId};
pub use item::{Article, Blocks, Item, Length, Teaser};
pub use layout::{FORMAT_VERSION, MAGIC};
pub use metadata::{Author, Date, Metadata};
pub use period::Period;
pub use quotes::{Quote, Speaker};
pub use related::Related;
pub use schema::{change, column, facet};
pub use text_span::{TextRange, TextSpan};
