//! Benchmarks of the analyses by the number of articles, and with a text that would expose a
//! quadratic pass.
//!
//! The time per article has to be independent of the number of articles and of their content.
//! `bench/RESULTS.md` lists the times.

use cuttings_corpus::{Article, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_insight::{
    Document, Passage, Role, Settings, figures, insights, names, quotes, summaries,
};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

const SEED: &str = include_str!("../../../seeds/000_3207367889ee2696.txt");

fn main() {
    divan::main();
}

/// The passages of an article in order.
type Passages = Vec<(Role, String)>;

/// Generates `count` articles: those of the seed repeatedly, with other names in each round.
fn articles(count: usize) -> Vec<Passages> {
    let parsed = parse(&[SourceFile { name: "seed.txt", bytes: SEED.as_bytes() }]).articles;
    (0..count)
        .zip(parsed.iter().cycle())
        .map(|(number, article)| passages(article, number / parsed.len()))
        .collect()
}

/// Returns the passages of an article with the names of a round.
fn passages(article: &Article, round: usize) -> Passages {
    let letters: String =
        format!("{round:03}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    let rename = |text: &str| {
        text.replace("Zelenskyy", &format!("Zelensk{letters}"))
            .replace("Macron", &format!("Macro{letters}"))
    };
    let mut passages = vec![(Role::Title, rename(article.title.as_str()))];
    passages.extend(article.standfirst.iter().map(|text| (Role::Standfirst, rename(text))));
    passages.extend(article.body.iter().map(|block| {
        (if block.is_heading() { Role::Heading } else { Role::Paragraph }, rename(block.text()))
    }));
    passages
}

fn documents(articles: &[Passages]) -> Vec<Document<'_>> {
    articles
        .iter()
        .map(|passages| Document {
            passages: passages.iter().map(|(role, text)| Passage::new(*role, text)).collect(),
            ..Document::default()
        })
        .collect()
}

// A thousand articles take seconds, so there are few samples.
#[divan::bench(args = [10, 100, 1000], sample_count = 7)]
fn everything(bencher: Bencher<'_, '_>, count: usize) {
    let articles = articles(count);
    let documents = documents(&articles);
    bencher
        .counter(ItemsCount::new(count))
        .bench_local(|| insights(&documents, &Settings::default()));
}

#[divan::bench(args = [10, 100, 1000], sample_count = 7)]
fn only_names(bencher: Bencher<'_, '_>, count: usize) {
    let articles = articles(count);
    let documents = documents(&articles);
    bencher.counter(ItemsCount::new(count)).bench_local(|| names(&documents, &Settings::default()));
}

/// One quoted paragraph of `words` words: a single sentence with long capitalised names.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 7)]
fn one_run(bencher: Bencher<'_, '_>, words: usize) {
    let text = format!("“{}”", "Ministry of Okonkwo ".repeat(words / 3));
    let documents =
        [Document { passages: vec![Passage::new(Role::Paragraph, &text)], ..Document::default() }];
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        let names = names(&documents, &Settings::default());
        black_box(quotes(&documents, &names));
        black_box(figures(&documents));
        black_box(summaries(&documents, &names));
        names
    });
}
