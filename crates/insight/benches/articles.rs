//! How long articles take to be read, by their number, and texts that would show a pass that is not linear.
//!
//! The target is 5 ms an article, whatever is in it, and ten times as long for ten times as many.

use cuttings_corpus::{Block, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_insight::{Document, Passage, Role, Settings, figures, names, quotes, related, summaries};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

const SEED: &str = include_str!("../../../seeds/000_3207367889ee2696.txt");

fn main() {
    divan::main();
}

/// An article: its parts in order.
type Article = Vec<(Role, String)>;

/// So many articles: those of the seed over and over, with other people in each round.
fn articles(count: usize) -> Vec<Article> {
    let parsed = parse(&[SourceFile { name: "seed.txt", bytes: SEED.as_bytes() }]).articles;
    let written = |round: usize, text: &str| {
        let letters: String =
            format!("{round:03}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        text.replace("Zelenskyy", &format!("Zelensk{letters}")).replace("Macron", &format!("Macro{letters}"))
    };
    (0..count)
        .zip(parsed.iter().cycle())
        .map(|(number, article)| {
            let round = number / parsed.len();
            let mut parts = vec![(Role::Title, written(round, article.title.as_str()))];
            parts.extend(article.standfirst.iter().map(|text| (Role::Standfirst, written(round, text))));
            parts.extend(article.body.iter().map(|block| match block {
                Block::Heading(text) => (Role::Heading, written(round, text)),
                Block::Paragraph(text) => (Role::Paragraph, written(round, text)),
            }));
            parts
        })
        .collect()
}

fn documents(articles: &[Article]) -> Vec<Document<'_>> {
    articles
        .iter()
        .map(|parts| Document {
            passages: parts.iter().map(|(role, text)| Passage { role: *role, text }).collect(),
        })
        .collect()
}

// Few samples: a thousand articles are seconds each.
#[divan::bench(args = [10, 100, 1000], sample_count = 7)]
fn everything(bencher: Bencher<'_, '_>, count: usize) {
    let articles = articles(count);
    let documents = documents(&articles);
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let names = names(&documents, &Settings::default());
        black_box((quotes(&documents, &names), figures(&documents), summaries(&documents, &names)));
        black_box(related(&documents, &names));
        names
    });
}

#[divan::bench(args = [10, 100, 1000], sample_count = 7)]
fn only_names(bencher: Bencher<'_, '_>, count: usize) {
    let articles = articles(count);
    let documents = documents(&articles);
    bencher.counter(ItemsCount::new(count)).bench_local(|| names(&documents, &Settings::default()));
}

/// One paragraph of so many words, all of them capitalised, and within quotation marks.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 7)]
fn one_run(bencher: Bencher<'_, '_>, words: usize) {
    let text = format!("“{}”", "Ministry of Okonkwo ".repeat(words / 3));
    let documents = [Document { passages: vec![Passage { role: Role::Paragraph, text: &text }] }];
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        let names = names(&documents, &Settings::default());
        black_box((quotes(&documents, &names), figures(&documents), summaries(&documents, &names)));
        names
    });
}
