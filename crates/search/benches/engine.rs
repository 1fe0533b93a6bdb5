//! Native benches of the engine: building and opening an index, and each kind of query, at three
//! sizes.
//!
//! `BENCH_CORPUS` names a `docs.jsonl` or `docs.jsonl.gz` of {id, title, text}. Without it the
//! documents are generated. Sizes beyond that of the corpus are skipped.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench fails by panicking")]

use cuttings_search::{
    DocId, Document, Field, Index, IndexBuilder, Passage, PassageVisitor, Query, Request, Schema,
    Searcher,
};
use divan::{Bencher, black_box};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::sync::{Mutex, OnceLock};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// The title and the text of a document.
type Text = (String, String);

fn documents() -> &'static [Text] {
    static DOCUMENTS: OnceLock<Vec<Text>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| match std::env::var_os("BENCH_CORPUS") {
        Some(path) => read(std::path::Path::new(&path)),
        None => generated(100_000),
    })
}

fn read(path: &std::path::Path) -> Vec<Text> {
    let file = std::fs::File::open(path).unwrap();
    let is_compressed = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> = if is_compressed {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let field =
        |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let lines = BufReader::new(reader)
        .lines()
        .take(100_000)
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap());
    lines.map(|value: serde_json::Value| (field(&value, "title"), field(&value, "text"))).collect()
}

/// Generates the same documents each time, with word frequencies that follow Zipf's law.
fn generated(count: usize) -> Vec<Text> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let syllables = [
        "ka", "ri", "to", "men", "sol", "ve", "dan", "pu", "sti", "gor", "le", "mi", "on", "ter",
        "ash", "bru",
    ];
    let word = |mut rank: usize| {
        let mut word = String::new();
        while rank > 0 || word.is_empty() {
            word.push_str(syllables[rank % syllables.len()]);
            rank /= syllables.len();
        }
        word
    };
    let mut words = |length: usize| {
        let ranks = (0..length).map(|_| (60_000_f64.powf(random()) - 1.0) as usize);
        ranks.map(word).collect::<Vec<_>>().join(" ")
    };
    (0..count).map(|_| (words(8), words(150))).collect()
}

fn build(count: usize) -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema::default());
    for text in &documents()[..count] {
        builder.add(&Document { passages: passages(text).into(), ..Document::default() });
    }
    builder.finish().bytes
}

fn passages((title, text): &Text) -> [Passage<'_>; 2] {
    [Passage { field: Field::Title, text: title }, Passage { field: Field::Body, text }]
}

/// Returns the index of the first `count` documents, built once, or `None` if there are fewer.
fn index(count: usize) -> Option<&'static [u8]> {
    static BUILT: Mutex<Option<HashMap<usize, &'static [u8]>>> = Mutex::new(None);
    if documents().len() < count {
        return None;
    }
    let mut built = BUILT.lock().unwrap();
    Some(built.get_or_insert_default().entry(count).or_insert_with(|| build(count).leak()))
}

/// Picks words of more than three letters from all over the documents.
fn words(count: usize) -> Vec<&'static str> {
    let documents = &documents()[..count];
    let pick = |number: usize| {
        let (_, text) = &documents[number * 7919 % count];
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3).collect();
        words.get(number * 31 % words.len().max(1)).copied()
    };
    (0..400).filter_map(pick).collect()
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn building(bencher: Bencher<'_, '_>, count: usize) {
    if documents().len() >= count {
        bencher.bench_local(|| build(black_box(count)));
    }
}

#[divan::bench(args = SIZES)]
fn opening(bencher: Bencher<'_, '_>, count: usize) {
    if let Some(bytes) = index(count) {
        bencher.bench_local(|| Index::open(black_box(bytes)).unwrap().len());
    }
}

/// Runs one query per iteration, in turn.
fn run(bencher: Bencher<'_, '_>, count: usize, queries: impl Fn(&[&str]) -> Vec<String>) {
    let Some(bytes) = index(count) else { return };
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        passages(&documents()[document.0 as usize]).into_iter().try_for_each(visit)
    };
    let mut searcher = Searcher::new(Index::open(bytes).unwrap(), Box::new(source));
    let queries: Vec<Query> =
        queries(&words(count)).iter().map(|query| Query::parse(query)).collect();
    let mut next = 0;
    bencher.bench_local(|| {
        next = (next + 1) % queries.len();
        searcher.search(&Request::new(black_box(&queries[next]))).total
    });
}

#[divan::bench(args = SIZES, sample_count = 400, sample_size = 1)]
fn one_word(bencher: Bencher<'_, '_>, count: usize) {
    run(bencher, count, |words| words.iter().map(|word| (*word).to_owned()).collect());
}

#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn several_words(bencher: Bencher<'_, '_>, count: usize) {
    run(bencher, count, |words| words.chunks(3).map(|words| words.join(" ")).collect());
}

#[divan::bench(args = SIZES, sample_count = 1000, sample_size = 1)]
fn every_keystroke(bencher: Bencher<'_, '_>, count: usize) {
    run(bencher, count, |words| {
        let typed = |word: &str| {
            (1..=word.chars().count())
                .map(|length| word.chars().take(length).collect())
                .collect::<Vec<_>>()
        };
        words.iter().flat_map(|word| typed(word)).collect()
    });
}

#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn typo(bencher: Bencher<'_, '_>, count: usize) {
    run(bencher, count, |words| {
        let swapped = |word: &&str| {
            let mut letters: Vec<char> = word.chars().collect();
            let middle = letters.len() / 2;
            letters.swap(middle - 1, middle);
            letters.into_iter().collect()
        };
        words.iter().filter(|word| word.len() > 4).map(swapped).collect()
    });
}

#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn phrase(bencher: Bencher<'_, '_>, count: usize) {
    run(bencher, count, |_| {
        let three = |(_, text): &Text| {
            text.split_whitespace().skip(5).take(3).collect::<Vec<_>>().join(" ")
        };
        documents()[..count]
            .iter()
            .step_by(count / 200)
            .map(|text| format!("\"{}\"", three(text)))
            .collect()
    });
}

#[divan::bench(args = SIZES, sample_count = 100, sample_size = 1)]
fn no_hit(bencher: Bencher<'_, '_>, count: usize) {
    run(bencher, count, |_| vec!["qzxqzxqzx".to_owned(), "wwwwqqqq zzzz".to_owned()]);
}
