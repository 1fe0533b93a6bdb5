//! The program that exports a reader's own articles in their browser, in a worker beside the page.
//! Readers download it when they first cite or export one of them.
//!
//! It only connects `cuttings-exports` and `cuttings-markdown-writer` with JavaScript.

#[cfg(target_arch = "wasm32")]
mod edition;

/// Does nothing: JavaScript calls the exported class.
fn main() {}
