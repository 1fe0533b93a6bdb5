//! A folder as Trunk leaves it and a folder of seeds, published: what stands in every file.

#![allow(clippy::unwrap_used)] // a test's own set-up may stop it

mod built;
mod feeds;
mod heads;
mod hostile;
mod hosts;
mod pages;
