//! The pages, one per file.

pub mod article;
mod entity;
mod figures;
mod names;
mod not_found;
mod quotes;
pub mod results;
mod saved;
pub mod section;
