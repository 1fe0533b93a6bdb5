//! Tests of catalogues, from their text to the generated Rust and the compact form.

#![allow(clippy::unwrap_used, reason = "a failed test panics")]

mod catalogue;
mod diagnostics;
mod rust;

use cuttings_diagnostics::{Diagnostic, SourceFile};
use cuttings_messages::Messages;

/// Compiles the messages for a page in `language` from (language, text) pairs.
fn compiled(catalogues: &[(&str, &str)], language: &str) -> (Messages, Vec<Diagnostic>) {
    let names: Vec<String> =
        catalogues.iter().map(|(language, _)| format!("{language}.ftl")).collect();
    let files: Vec<SourceFile<'_>> = names
        .iter()
        .zip(catalogues)
        .map(|(name, (_, text))| SourceFile { name, bytes: text.as_bytes() })
        .collect();
    cuttings_messages::compile(&files, language)
}
