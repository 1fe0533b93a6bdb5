//! Parses seeds into typed articles, teasers and diagnostics.
//!
//! A seed has one of two formats, chosen by the extension of its name:
//!
//! - A *listing* (`.txt`) is text scraped from a category page. The parser recognises
//!   sections, titles, headings and paragraphs by the look and the place of each line. It finds the
//!   article in a whole copied page.
//! - *Markdown* (`.md`, `.markdown` or `.mdx`) holds one article, with YAML front matter.
//!
//! [`parse`] reads a folder's worth of seeds. [`inspect`] returns the role of each line of one seed
//! and the rule that decided. Both use the same decisions, so they cannot disagree. `docs/seeds.md`
//! lists the rules with their reasons.
//!
//! The crate is pure: no I/O, no clock, no panic on any input. It does not follow links, guess an
//! encoding, or interpret the text.
//!
//! ```
//! use cuttings_corpus::parse;
//! use cuttings_diagnostics::SourceFile;
//!
//! let text = "Harbours\nFerry Returns to the Northern Route After Nine Years\n\
//!             The first boat left at dawn with forty people on board, and came back full.\n";
//! let corpus = parse(&[SourceFile { name: "ferry.txt", bytes: text.as_bytes() }]);
//! assert_eq!(corpus.articles[0].section, "Harbours");
//! assert!(corpus.diagnostics.is_empty());
//! ```

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod article;
mod block;
mod duplicates;
mod language_tag;
mod line_report;
mod listing;
mod markdown;
mod metadata;
mod site;
mod source;
mod title;

use cuttings_diagnostics::SourceFile;

pub use article::{Anchor, Article, Corpus, DEFAULT_SECTION, Teaser};
pub use block::{
    AlertKind, Alignment, Block, BlockKind, Container, ContainerKind, LinkTarget, Mark, MarkKind,
    Picture,
};
pub use line_report::{LineReport, LineRole};
pub use markdown::heading_id;
pub use metadata::{Author, CustomField, Date, Day, Source};
pub use site::{Alias, Site, SiteNames, is_day, parse_site};

/// Parses seeds in the given order.
///
/// It never fails: every mistake becomes a diagnostic. An article or teaser that occurs again, in
/// the same file or in another, is kept only where it occurs first, with a note that names both
/// places.
pub fn parse(files: &[SourceFile<'_>]) -> Corpus {
    let mut corpus = Corpus::default();
    for file in files {
        let parsed = match source::decode(*file) {
            Err(diagnostic) => Corpus { diagnostics: vec![*diagnostic], ..Corpus::default() },
            Ok(text) if is_markdown(file.name) => {
                markdown::Document::parse(file.name, text).into_corpus()
            }
            Ok(text) => listing::Listing::parse(file.name, text).into_corpus(),
        };
        corpus.articles.extend(parsed.articles);
        corpus.teasers.extend(parsed.teasers);
        corpus.diagnostics.extend(parsed.diagnostics);
    }
    duplicates::remove(&mut corpus);
    corpus
}

/// Returns the role of each line of a seed and the rule that decided, as [`parse`] applies them.
///
/// A seed that is not UTF-8 has no lines.
pub fn inspect(file: SourceFile<'_>) -> Vec<LineReport> {
    match source::decode(file) {
        Err(_) => Vec::new(),
        Ok(text) if is_markdown(file.name) => markdown::Document::parse(file.name, text).reports(),
        Ok(text) => listing::Listing::parse(file.name, text).reports(),
    }
}

fn is_markdown(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["md", "markdown", "mdx"].iter().any(|markdown| extension.eq_ignore_ascii_case(markdown))
}
