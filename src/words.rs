//! The page's own words, in the language of the edition: `build.rs` makes them of a catalogue in `src/words`.
//!
//! Every label, sentence and name that the page says of itself is written `words!("its-name")`. What articles say, and
//! keys that only programs read, are no words of the page's.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A message for what is not Rust: texts, and between them the names of what it holds. `None` if there is no such message,
/// or if it is chosen by a number.
#[cfg(not(target_arch = "wasm32"))]
pub fn pieces(name: &str) -> Option<&'static [&'static str]> {
    PIECES.iter().find_map(|(other, pieces)| (*other == name).then_some(*pieces))
}
