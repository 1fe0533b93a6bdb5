//! `cargo xtask import-pages`: measures how well saved web pages become articles.
//!
//! A folder holds pages as HTML, also packed with gzip, and a `gold.json` that maps each file to
//! the title, the standfirst, and the headings and paragraphs of its article.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use cuttings_corpus::Article;
use cuttings_import::{Import, Limits, import_all};
use flate2::read::GzDecoder;
use serde::Deserialize;

use super::words::normalised;
use super::{Gold, Options, compare, report};

const USAGE: &str = "cargo xtask import-pages [--show] DIR [WORD…]";

/// An entry of the `gold.json`.
#[derive(Deserialize)]
struct SavedGold {
    title: String,
    standfirst: Vec<String>,
    body: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    headings: Vec<String>,
    paragraphs: Vec<String>,
}

/// Runs `cargo xtask import-pages [--show] DIR [WORD…]`.
///
/// # Errors
/// If the folder or its `gold.json` cannot be read.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let options = Options::read(arguments, USAGE)?;
    report(&options.words, golds(&options.folder)?, |name, gold| {
        let bytes = read(&options.folder.join(name))?;
        let name = name.trim_end_matches(".gz");
        let import = import_all([(name, &*bytes)], &Limits::default());
        let articles: Vec<Article> = import.items.iter().map(|it| it.article.clone()).collect();
        let measures = compare(&articles, gold);
        println!("{}", measures.row(name));
        if options.show {
            show_blocks(&import, gold);
        }
        Ok(measures)
    })
}

fn golds(folder: &Path) -> Result<BTreeMap<String, Gold>, String> {
    let path = folder.join("gold.json");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let golds: BTreeMap<String, SavedGold> =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let gold = |SavedGold { title, standfirst, body }| {
        let parts =
            body.into_iter().flat_map(|part| part.headings.into_iter().chain(part.paragraphs));
        Gold { title, paragraphs: standfirst.into_iter().chain(parts).collect() }
    };
    Ok(golds.into_iter().map(|(name, saved)| (name, gold(saved))).collect())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    let result = GzDecoder::new(&*bytes).read_to_end(&mut unpacked);
    result.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(unpacked)
}

/// Prints the blocks, with `+` before those of the gold article, and the paragraphs of the gold
/// article that are no blocks, with `-`.
fn show_blocks(import: &Import, gold: &Gold) {
    for diagnostic in &import.diagnostics {
        println!("  {diagnostic}");
    }
    let golds: Vec<String> = gold.paragraphs.iter().map(|text| normalised(text)).collect();
    let mut found = Vec::new();
    for item in &import.items {
        let article = &item.article;
        println!("  title: {}", article.title);
        println!("  gold title: {}", gold.title);
        let standfirst = article.standfirst.iter().map(|text| ("standfirst", text));
        let blocks = article.body.iter().map(|block| ("", &block.text));
        for (kind, text) in standfirst.chain(blocks) {
            let text = normalised(text);
            let is_gold = golds.iter().any(|gold| {
                gold.contains(&text) && text.len() * 2 > gold.len() || text.contains(gold)
            });
            println!("{} {kind} {}", if is_gold { '+' } else { ' ' }, start_of(&text));
            found.push(text);
        }
    }
    for gold in golds.iter().filter(|gold| !found.iter().any(|text| text.contains(*gold))) {
        println!("- {}", start_of(gold));
    }
}

fn start_of(text: &str) -> String {
    text.chars().take(100).collect()
}
