//! The program that imports and indexes a reader's own files in their browser, in a worker beside
//! the page. Readers download it when they first add a file.
//!
//! It only connects `cuttings-collection` with JavaScript. The scripts of the page start it and
//! keep what it returns.

#[cfg(target_arch = "wasm32")]
mod blob_source;
#[cfg(target_arch = "wasm32")]
mod chosen;
#[cfg(target_arch = "wasm32")]
mod collection;
#[cfg(target_arch = "wasm32")]
mod edition_file;
#[cfg(target_arch = "wasm32")]
mod item_file;
#[cfg(target_arch = "wasm32")]
mod observer;
#[cfg(target_arch = "wasm32")]
mod preview;
#[cfg(target_arch = "wasm32")]
mod report;

/// Does nothing: JavaScript calls the exported class.
fn main() {}
