//! A folder as Trunk leaves it and a folder of seeds, published: what stands in every file.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect by panicking")]

mod built;
mod feeds;
mod heads;
mod hostile;
mod hosts;
mod pages;
