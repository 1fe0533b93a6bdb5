//! Parses arbitrary bytes as Markdown, or as MDX if their number is odd.
//!
//! No input may cause a panic or a hang, the article keeps the promises of its types, and there is
//! a report for each line.

#![no_main]

use cuttings_corpus::{inspect, parse};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let name = if bytes.len().is_multiple_of(2) { "seed.md" } else { "seed.mdx" };
    let seed = SourceFile { name, bytes };
    let corpus = parse(&[seed]);
    cuttings_fuzz::check(&corpus);
    let reports = inspect(seed);
    assert!((1..).zip(&reports).all(|(line, report)| report.line == line));
    assert!(corpus.articles.is_empty() || !reports.is_empty());
    // Nothing is left out without a word: neither a file nor a line of text.
    assert!(bytes.is_empty() || !corpus.articles.is_empty() || !corpus.diagnostics.is_empty());
});
