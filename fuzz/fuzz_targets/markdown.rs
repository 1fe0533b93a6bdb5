//! Parses arbitrary bytes as Markdown and as MDX.
//!
//! No input may cause a panic or a hang, marks are ranges of their text that nest, and containers
//! are bounded.

#![no_main]

use cuttings_corpus::{Block, inspect, parse};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

/// The most containers around a block.
const MAX_CONTAINERS: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    for name in ["seed.md", "seed.mdx"] {
        let seed = SourceFile { name, bytes };
        inspect(seed);
        for article in parse(&[seed]).articles {
            assert!(!article.title.is_empty());
            article.body.iter().for_each(check);
            for anchor in &article.anchors {
                assert!((anchor.block as usize) < article.body.len());
            }
        }
    }
});

fn check(block: &Block) {
    assert!(block.containers.len() <= MAX_CONTAINERS);
    let mut ends: Vec<usize> = Vec::new();
    let mut last_start = 0;
    for mark in &block.marks {
        assert!(block.text.get(mark.range.clone()).is_some_and(|text| !text.is_empty()));
        assert!(last_start <= mark.range.start);
        last_start = mark.range.start;
        ends.retain(|end| *end > mark.range.start);
        assert!(ends.iter().all(|end| *end >= mark.range.end));
        ends.push(mark.range.end);
    }
}
