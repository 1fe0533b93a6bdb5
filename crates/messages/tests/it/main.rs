//! Catalogues, from their text to the Rust that is made of them.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

mod diagnostics;
mod rust;
mod translations;

use cuttings_diagnostics::{Diagnostic, SourceFile};
use cuttings_messages::Messages;

/// The messages for a page in a language, from catalogues called by theirs.
fn compiled(catalogues: &[(&str, &str)], language: &str) -> (Messages, Vec<Diagnostic>) {
    let names: Vec<String> = catalogues.iter().map(|(language, _)| format!("{language}.ftl")).collect();
    let files: Vec<SourceFile<'_>> = names
        .iter()
        .zip(catalogues)
        .map(|(name, (_, text))| SourceFile { name, bytes: text.as_bytes() })
        .collect();
    cuttings_messages::compile(&files, language)
}
