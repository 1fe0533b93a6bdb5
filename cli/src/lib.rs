//! The commands of Cuttings' command line, one module each.

pub mod export;
pub mod publish;
