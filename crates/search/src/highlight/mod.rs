//! Highlighting: finds the words of a query in original texts, and cuts snippets that show them.

mod fragments;
mod highlighter;
mod position_map;
mod sentences;
mod snippet;

pub use highlighter::{HighlightedText, Highlighter, Highlights};
pub use position_map::PositionMap;
pub use sentences::sentences;
pub use snippet::Snippet;
