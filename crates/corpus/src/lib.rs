//! Seed text to typed articles, teasers and diagnostics. Pure: no I/O, no clock, no panic on any input.
//!
//! A seed is one of two forms: a *listing* (`.txt`), text scraped from a category page in which sections, titles,
//! headings and paragraphs are told apart by how lines look and where they stand; or *Markdown* (`.md`) with YAML
//! front matter. [`parse`] reads a folder's worth of them, [`inspect`] shows for one file what each line was taken
//! for and why. Both come out of one pass, so they cannot disagree. `docs/seeds.md` gives the rules with their reasons.
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
//!
//! What it does not do: read files, follow links, guess an encoding, understand the text.

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod duplicates;
mod front_matter;
mod listing;
mod markdown;
mod site;
mod source;
mod title;

use cuttings_diagnostics::{Diagnostic, Origin, SourceFile};

pub use site::{Alias, Site, SiteNames, is_day, parse_site};

/// The section of an article whose seed names none.
pub const DEFAULT_SECTION: &str = "Articles";

/// What a folder of seeds holds, in the order of the files and of the text in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The articles, each once.
    pub articles: Vec<Article>,
    /// The headlines listed without their text, each once.
    pub teasers: Vec<Teaser>,
    /// What a person should know about the seeds: mistakes, guesses, and every line that was left out.
    pub diagnostics: Vec<Diagnostic>,
}

/// An article: a title over text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The site's own category; [`DEFAULT_SECTION`] if the seed names none.
    pub section: String,
    /// The headline; never empty.
    pub title: String,
    /// The line under the headline that sums the article up.
    pub standfirst: Option<String>,
    /// Headings and paragraphs in reading order.
    pub body: Vec<Block>,
    /// Who wrote it, as the seed spells it, without "By".
    pub author: Option<String>,
    /// When it was published, as the seed spells it.
    pub date: Option<String>,
    /// Where it was published.
    pub source: Option<String>,
    /// Its language as a BCP 47 tag, if the seed says.
    pub language: Option<String>,
    /// Where its first line (the section label, if there is one) stands.
    pub origin: Origin,
}

/// A piece of an article's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading over the paragraphs that follow.
    Heading(String),
    /// A paragraph, a quotation or a list item.
    Paragraph(String),
}

impl Block {
    /// The text, whichever kind of block it is.
    pub fn text(&self) -> &str {
        match self {
            Self::Heading(text) | Self::Paragraph(text) => text,
        }
    }
}

/// A headline that a listing names without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teaser {
    /// The category it is listed under; [`DEFAULT_SECTION`] if the seed names none.
    pub section: String,
    /// Its age or date as the seed spells it: "2 months ago".
    pub age: String,
    /// The headline.
    pub title: String,
    /// Where the line with its section and age stands.
    pub origin: Origin,
}

/// What one line of a seed was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineReport {
    /// The line, counted from 1.
    pub line: u32,
    /// What stands on it, cleaned as the parser cleans it.
    pub text: String,
    /// The part it plays.
    pub taken_for: TakenFor,
    /// The rule that decided, in a few words.
    pub reason: std::borrow::Cow<'static, str>,
}

/// The parts a line can play in a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TakenFor {
    /// Nothing on it.
    Blank,
    /// A line of dashes, stars or dots that sets something apart and says nothing.
    Separator,
    /// A section label over an article.
    Section,
    /// An article's title.
    Title,
    /// An article's standfirst.
    Standfirst,
    /// Who wrote it.
    Author,
    /// When it was published.
    Date,
    /// A heading in a body.
    Heading,
    /// A paragraph, or a part of one.
    Paragraph,
    /// The dash before a teaser.
    TeaserMark,
    /// A teaser's section and age.
    TeaserSection,
    /// A teaser's age on a line of its own.
    TeaserAge,
    /// A teaser's title.
    TeaserTitle,
    /// Not part of any article or teaser; a diagnostic quotes it.
    LeftOut,
    /// Markdown front matter.
    FrontMatter,
}

impl TakenFor {
    /// The part's name, in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Separator => "separator",
            Self::Section => "section",
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Author => "author",
            Self::Date => "date",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::TeaserMark => "teaser mark",
            Self::TeaserSection => "teaser section",
            Self::TeaserAge => "teaser age",
            Self::TeaserTitle => "teaser title",
            Self::LeftOut => "left out",
            Self::FrontMatter => "front matter",
        }
    }
}

/// Reads seeds, in the order given. Never fails: what is wrong is among the diagnostics.
///
/// An article or teaser that occurs again, in the same file or another, is kept where it stands first, with a note
/// that names both places.
pub fn parse(files: &[SourceFile<'_>]) -> Corpus {
    let mut corpus = Corpus::default();
    for file in files {
        let read = match source::decode(*file) {
            Err(diagnostic) => Corpus { diagnostics: vec![*diagnostic], ..Corpus::default() },
            Ok(text) if is_markdown(file.name) => {
                markdown::Document::read(file.name, text).into_corpus()
            }
            Ok(text) => listing::Listing::read(file.name, text).into_corpus(),
        };
        corpus.articles.extend(read.articles);
        corpus.teasers.extend(read.teasers);
        corpus.diagnostics.extend(read.diagnostics);
    }
    duplicates::fold(&mut corpus);
    corpus
}

/// Tells for each line of one seed what it was taken for, and why: the very decisions that [`parse`] builds from. A
/// seed that is not UTF-8 has no lines.
pub fn inspect(file: SourceFile<'_>) -> Vec<LineReport> {
    match source::decode(file) {
        Err(_) => Vec::new(),
        Ok(text) if is_markdown(file.name) => markdown::Document::read(file.name, text).reports(),
        Ok(text) => listing::Listing::read(file.name, text).reports(),
    }
}

fn is_markdown(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["md", "markdown"].iter().any(|markdown| extension.eq_ignore_ascii_case(markdown))
}

/// Whether a text has the shape of a BCP 47 language tag: a language of two to eight letters, then parts of one to
/// eight letters and digits. Not whether such a language exists.
fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()))
}
