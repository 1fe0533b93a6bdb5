//! The pages, one per file.

pub mod article;
mod entity;
mod figures;
mod names;
mod not_found;
pub mod plain_page;
mod quotes;
pub mod results;
mod saved;
