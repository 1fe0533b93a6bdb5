//! The pages, one per file.

pub mod article;
mod entity;
mod names;
mod not_found;
pub mod plain_page;
pub mod results;
mod saved;
