//! `cargo xtask pages`: measures how well whole copied web pages become articles.
//!
//! A folder holds pages as text, as "select all, copy" gives them, and a `gold.json` that maps each
//! file to the title and the paragraphs of its article. Each page is parsed on its own. Of its
//! articles the command measures the one whose title is most like the gold title.

mod measures;
mod saved;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cuttings_corpus::{Article, LineRole, inspect, parse};
use cuttings_diagnostics::SourceFile;
use serde::Deserialize;

use measures::{Group, Measures};
use words::{Words, normalised};

pub(crate) use saved::run as run_saved;

const USAGE: &str = "cargo xtask pages [--show] DIR [WORD…]";

/// The share of common words from which on two titles are the same headline.
const MIN_COMMON_WORDS: f64 = 0.75;

/// An entry of a `gold.json`.
#[derive(Deserialize)]
struct Gold {
    title: String,
    paragraphs: Vec<String>,
}

/// Runs `cargo xtask pages [--show] DIR [WORD…]`.
///
/// # Errors
/// If the folder or its `gold.json` cannot be read.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let options = Options::read(arguments, USAGE)?;
    let golds = golds(&options.folder)?;
    report(&options.words, golds, |name, gold| {
        let path = options.folder.join(name);
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let file = SourceFile { name, bytes: &bytes };
        let measures = measure(file, gold);
        println!("{}", measures.row(name));
        if options.show {
            show_lines(file, gold);
        }
        Ok(measures)
    })
}

/// Measures pages, and prints the totals below what `measure` prints of each. If there are words,
/// pages are skipped whose names have none of them.
fn report(
    words: &[String],
    golds: BTreeMap<String, Gold>,
    measure: impl Fn(&str, &Gold) -> Result<Measures, String>,
) -> Result<(), String> {
    let mut groups: BTreeMap<Group, Vec<Measures>> = BTreeMap::new();
    println!("{}", Measures::HEADER);
    for (name, gold) in golds {
        if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let measures = measure(&name, &gold)?;
        groups.entry(Group::of(&gold.paragraphs)).or_default().push(measures);
    }
    println!();
    for (group, pages) in &groups {
        println!("{}", Measures::total(group.as_str(), pages));
    }
    println!("{}", Measures::total("all", groups.values().flatten()));
    Ok(())
}

struct Options {
    show: bool,
    folder: PathBuf,
    /// Parts of names; if there are any, other pages are skipped.
    words: Vec<String>,
}

impl Options {
    fn read(arguments: &[String], usage: &str) -> Result<Self, String> {
        use lexopt::prelude::*;
        let (mut show, mut folder, mut words) = (false, None, Vec::new());
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{usage}"))? {
            match argument {
                Long("show") => show = true,
                Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
                Value(word) => words.push(word.to_string_lossy().into_owned()),
                other => return Err(format!("{}\n\n{usage}", other.unexpected())),
            }
        }
        Ok(Self { show, folder: folder.ok_or(usage)?, words })
    }
}

fn golds(folder: &Path) -> Result<BTreeMap<String, Gold>, String> {
    let path = folder.join("gold.json");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Parses a page and compares it with its gold article.
fn measure(file: SourceFile<'_>, gold: &Gold) -> Measures {
    compare(&parse(&[file]).articles, gold)
}

/// Compares the article whose title is most like the gold title with the gold article.
fn compare(articles: &[Article], gold: &Gold) -> Measures {
    let expected = Words::of(gold.paragraphs.iter().map(String::as_str));
    let title = Words::of([&*gold.title]);
    let likeness = |article: &&Article| title.likeness(&Words::of([&*article.title]));
    let best = articles.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let article = best.filter(|article| {
        normalised(&article.title) == normalised(&gold.title)
            || likeness(article) >= MIN_COMMON_WORDS
    });
    let found = article.map_or_else(Words::default, |article| {
        let standfirst = article.standfirst.as_deref();
        Words::of(standfirst.into_iter().chain(article.body.iter().map(|block| block.text())))
    });
    Measures {
        has_title: article.is_some(),
        has_exact_title: article.is_some_and(|a| normalised(&a.title) == normalised(&gold.title)),
        expected: expected.len(),
        found: found.len(),
        common: expected.common(&found),
        articles: articles.len(),
    }
}

/// Prints the role of each line that is in the article or in the gold article, with `+` before
/// lines of the gold article.
fn show_lines(file: SourceFile<'_>, gold: &Gold) {
    let paragraphs: Vec<String> = gold.paragraphs.iter().map(|text| normalised(text)).collect();
    let title = normalised(&gold.title);
    for report in inspect(file) {
        let text = normalised(&report.text);
        let is_gold = text == title || paragraphs.contains(&text);
        if report.role == LineRole::Blank || report.role == LineRole::LeftOut && !is_gold {
            continue;
        }
        let start: String = report.text.chars().take(90).collect();
        let mark = if is_gold { '+' } else { ' ' };
        println!(
            "{mark} {:>5} {:<10} {start}  ({})",
            report.line,
            report.role.as_str(),
            report.reason
        );
    }
}
