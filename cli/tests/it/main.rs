//! Tests of published editions (a folder as Trunk leaves it and a folder of seeds, published), and
//! of the program, which people run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect by panicking")]

mod built;
mod exports;
mod feeds;
mod files;
mod head;
mod hostile;
mod hosts;
mod import;
mod inspect;
mod media;
mod opensearch;
mod page_limit;
mod pages;
mod program;
mod reuse;
mod serve;
mod small_folder;
mod walk;
