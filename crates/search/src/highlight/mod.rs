//! Highlighting: finds the words of a query in original texts, and cuts snippets that show them.

mod highlighter;
mod sentences;
mod snippet;

pub use highlighter::{Highlighter, Highlights};
pub use sentences::sentences;
pub use snippet::Snippet;
