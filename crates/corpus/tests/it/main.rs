//! What seeds come to, as data: real and made-up listings, Markdown, and what is wrong with broken ones.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect by panicking")]

mod generated;
mod listings;
mod markdown;
mod nothing_lost;
mod outline;
mod script;
mod seed;
mod site;
mod teasers;
