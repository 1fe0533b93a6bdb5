//! The pages, one to a file.

pub mod figures;
pub mod names;
pub mod not_found;
pub mod quotes;
pub mod reader;
pub mod results;
pub mod saved;
