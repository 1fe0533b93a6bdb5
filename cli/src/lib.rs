//! The commands of Cuttings' command line that other programs may call, one module each.

pub mod export;
pub mod import;
pub mod progress;
pub mod publish;
