//! Highlighting: the words of a query in the original text, and snippets that show them.

mod highlighter;
mod sentences;
mod snippet;

pub use highlighter::{Findings, Matcher};
pub use sentences::sentences;
pub use snippet::Snippet;
