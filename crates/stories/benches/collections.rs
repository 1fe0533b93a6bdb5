//! Benches of grouping and of reused passages by the number of documents, which the time has to
//! follow.
//!
//! `BENCH_CORPUS` names a `docs.jsonl` or `docs.jsonl.gz` of {id, title, text}. Without it the
//! documents are generated. Sizes beyond that of the corpus are skipped.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench fails by panicking")]

use cuttings_stories::{Block, Digest, Document, compare, reused_passages, stories};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::OnceLock;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

fn documents() -> &'static [Document] {
    static DOCUMENTS: OnceLock<Vec<Document>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| match std::env::var_os("BENCH_CORPUS") {
        Some(path) => read(Path::new(&path)),
        None => (0..100_000).map(generated).collect(),
    })
}

fn read(path: &Path) -> Vec<Document> {
    let file = std::fs::File::open(path).unwrap();
    let is_compressed = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> = if is_compressed {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let document = |(day, line): (i32, String)| {
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        document(day / 30, &text("title"), &text("text"))
    };
    (0..).zip(BufReader::new(reader).lines().map(Result::unwrap)).map(document).collect()
}

fn document(day: i32, title: &str, text: &str) -> Document {
    Document {
        title: Block::new(title),
        blocks: text.lines().map(Block::new).collect(),
        day: Some(day),
    }
}

/// Generates an article of 150 words, every third of which tells the story of the one before it.
fn generated(number: usize) -> Document {
    let story = number - usize::from(number % 3 == 2);
    let mut state = story as u64;
    let mut word = |limit: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = (state >> 33) as f64 / f64::from(u32::MAX >> 1);
        // Few words are common, as in a language.
        (place.powi(3) * limit as f64) as u64
    };
    let words: Vec<String> = (0..150).map(|_| format!("word{}", word(50_000))).collect();
    document(number as i32 / 300, &words[..8].join(" "), &words.join(" "))
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn digest(bencher: Bencher<'_, '_>, size: usize) {
    let Some(documents) = documents().get(..size) else { return };
    bencher.counter(ItemsCount::new(size)).bench_local(|| {
        documents.iter().map(Digest::new).for_each(|digest| {
            black_box(digest);
        });
    });
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn group(bencher: Bencher<'_, '_>, size: usize) {
    let Some(documents) = documents().get(..size) else { return };
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    bencher.counter(ItemsCount::new(size)).bench_local(|| stories(&digests));
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn reuse(bencher: Bencher<'_, '_>, size: usize) {
    let Some(documents) = documents().get(..size) else { return };
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    let found = stories(&digests);
    bencher
        .counter(ItemsCount::new(size))
        .bench_local(|| reused_passages(&digests, &found, |number| &documents[number]));
}

/// Two articles of a number of sentences each.
#[divan::bench(args = [10, 100, 1_000])]
fn compare_two(bencher: Bencher<'_, '_>, sentences: usize) {
    let text = |start: usize| -> String {
        let sentence =
            |it: usize| format!("Word{it} said that thing{it} went to place{it} again. ");
        (start..start + sentences).map(sentence).collect()
    };
    let (one, other) = (document(1, "", &text(0)), document(1, "", &text(sentences / 2)));
    bencher.bench_local(|| compare(&one, &other));
}
