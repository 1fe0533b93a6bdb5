//! Exports small editions and compares the compiled queries with our search.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what they expect by panicking"
)]

mod bulk;
mod compile;
mod documents;
mod index;
mod interpreter;
mod requests;
mod results;
mod sample;
mod template;
