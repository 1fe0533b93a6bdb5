//! The pages, one to a file.

pub mod names;
pub mod not_found;
pub mod reader;
pub mod results;
pub mod saved;
