//! Benchmarks the parser on listings of 5 MB: real text repeated, and shapes on which a pass that
//! is not linear would be slow.
//!
//! The target is less than a second for each; `bench/RESULTS.md` has the measured times.

use cuttings_corpus::parse;
use cuttings_diagnostics::SourceFile;
use divan::{Bencher, counter::BytesCount};

/// The size of each listing, in bytes.
const SIZE: usize = 5_000_000;

const SEED: &str = include_str!("../../../seeds/000_3207367889ee2696.txt");

fn main() {
    divan::main();
}

/// Repeats a part until it fills [`SIZE`]. The part is given the number of the copy.
fn repeated(part: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(SIZE + 100);
    let mut n = 0;
    while text.len() < SIZE {
        text += &part(n);
        n += 1;
    }
    text
}

/// Repeats the seed with numbered titles, so that no article is a duplicate.
fn articles() -> String {
    repeated(|n| SEED.replace("Kyiv", &format!("Kyiv {n}")) + "\n")
}

fn same_articles() -> String {
    repeated(|_| SEED.to_owned() + "\n")
}

fn one_line() -> String {
    repeated(|_| "It rained for most of the afternoon, and nobody came. ".to_owned())
}

fn one_line_without_spaces() -> String {
    "x".repeat(SIZE)
}

fn lines_of_one_letter() -> String {
    "a\n".repeat(SIZE / 2)
}

fn identical_short_lines() -> String {
    "Top stories\n".repeat(SIZE / 12)
}

fn different_short_lines() -> String {
    repeated(|n| format!("A heading that has number {n}\n"))
}

fn labels_and_titles_only() -> String {
    repeated(|n| format!("World\nA title over nothing that has number {n}\n"))
}

fn labels_used_once() -> String {
    repeated(|n| {
        format!(
            "Part {n}\nA title of six words, number {n}\nIt rained for most of the afternoon.\n"
        )
    })
}

fn teasers() -> String {
    repeated(|n| format!("-\nTop stories {n}12 months ago\nA headline that has number {n}\n"))
}

fn dashes() -> String {
    "-\n".repeat(SIZE / 2)
}

fn digits_before_ages() -> String {
    repeated(|_| format!("-\nTop {} months ago\nA headline\n", "1".repeat(300)))
}

fn quotation_marks() -> String {
    repeated(|_| "“”".repeat(30) + "\n")
}

fn blank_lines() -> String {
    "\r\n".repeat(SIZE / 2)
}

#[divan::bench(args = [
    ("articles", articles as fn() -> String),
    ("same_articles", same_articles),
    ("one_line", one_line),
    ("one_line_without_spaces", one_line_without_spaces),
    ("lines_of_one_letter", lines_of_one_letter),
    ("identical_short_lines", identical_short_lines),
    ("different_short_lines", different_short_lines),
    ("labels_and_titles_only", labels_and_titles_only),
    ("labels_used_once", labels_used_once),
    ("teasers", teasers),
    ("dashes", dashes),
    ("digits_before_ages", digits_before_ages),
    ("quotation_marks", quotation_marks),
    ("blank_lines", blank_lines),
].map(|(name, make)| Input { name, make }), sample_count = 5)]
fn five_megabytes(bencher: Bencher<'_, '_>, input: &Input) {
    let text = (input.make)();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse(&[SourceFile { name: "listing.txt", bytes: text.as_bytes() }]));
}

/// A kind of listing, displayed by its name.
struct Input {
    name: &'static str,
    make: fn() -> String,
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
