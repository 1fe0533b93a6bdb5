//! Tests of the Markdown parser against the reference renderer.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic fails the test")]

mod examples;
mod generated;
mod hostile;
mod sample;

use cuttings_corpus::Article;
use cuttings_diagnostics::SourceFile;
use cuttings_markdown_check::{
    Contents, Difference, contents_of_article, contents_of_html, differences, parse,
};

/// Parses Markdown without front matter, under a title of its own.
fn article(markdown: &str) -> Option<Article> {
    let text = format!("---\ntitle: Test of the parser\n---\n{markdown}");
    let corpus = parse(SourceFile { name: "seed.md", bytes: text.as_bytes() });
    corpus.articles.into_iter().next()
}

/// Compares Markdown with HTML of it.
fn compare(markdown: &str, html: &str) -> Vec<Difference> {
    let contents = article(markdown).map_or_else(Contents::default, |it| contents_of_article(&it));
    differences(&contents, &contents_of_html(html, "Test of the parser"))
}
