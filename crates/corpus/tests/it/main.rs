//! Tests of the parser on real, made-up and broken seeds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic fails the test")]

mod block_outline;
mod duplicates;
mod front_matter;
mod generated_listings;
mod listings;
mod markdown;
mod markdown_blocks;
mod markdown_dialects;
mod nothing_lost;
mod outline;
mod pages;
mod project_seed;
mod script;
mod site;
mod teasers;
