//! The pages, one to a file.

pub mod not_found;
pub mod reader;
pub mod results;
