//! The pages, one to a file.

pub mod damaged;
pub mod not_found;
pub mod reader;
pub mod results;
