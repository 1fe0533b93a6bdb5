//! The pages, one component per file.

pub mod article;
pub mod entity;
pub mod figures;
pub mod names;
pub mod not_found;
pub mod quotes;
pub mod results;
pub mod saved;
