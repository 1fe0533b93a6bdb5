//! `cargo xtask entities`: lists the most frequent entities of a collection, for reading them
//! through.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use cuttings_corpus::{Article, Block, Corpus, Site};
use cuttings_diagnostics::Origin;
use cuttings_edition_builder::documents;
use cuttings_insight::{Document, Kind, Names, Settings, names};
use serde::Deserialize;

use crate::relevance::lines;
use crate::root;

const USAGE: &str = "cargo xtask entities [--top N] [--first N] [--context NAME] PATH…";

/// The options of the command.
struct Options {
    /// The number of entities that are listed for each kind.
    top: usize,
    /// The number of articles that are read.
    first: usize,
    /// An entity whose mentions are listed instead.
    context: Option<String>,
    /// Folders of seeds, and files of JSON lines.
    paths: Vec<PathBuf>,
}

/// Runs `cargo xtask entities …`.
///
/// # Errors
/// If a file cannot be read.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let options = parse_arguments(arguments)?;
    let mut corpus = Corpus::default();
    for path in &options.paths {
        corpus.articles.extend(read(path)?);
    }
    corpus.articles.truncate(options.first);
    let documents = documents(&corpus, &Site::default());
    let names = names(&documents, &Settings::default());
    let out = match &options.context {
        Some(name) => contexts(name, &documents, &names),
        None => lists(options.top, &names),
    };
    // A closed pipe, as in `| head`, is no failure.
    let _ = std::io::stdout().lock().write_all(out.as_bytes());
    Ok(())
}

fn parse_arguments(arguments: &[String]) -> Result<Options, String> {
    use lexopt::prelude::*;
    let mut options = Options { top: 30, first: usize::MAX, context: None, paths: Vec::new() };
    let mut parser = lexopt::Parser::from_args(arguments);
    let fault = |error: lexopt::Error| format!("{error}\n\n{USAGE}");
    while let Some(argument) = parser.next().map_err(fault)? {
        match argument {
            Long("top") => options.top = parser.value().and_then(|v| v.parse()).map_err(fault)?,
            Long("first") => {
                options.first = parser.value().and_then(|v| v.parse()).map_err(fault)?;
            }
            Long("context") => {
                options.context = Some(parser.value().and_then(|v| v.string()).map_err(fault)?);
            }
            Value(path) => options.paths.push(path.into()),
            _ => return Err(fault(argument.unexpected())),
        }
    }
    if options.paths.is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
}

/// Reads a folder of seeds, or a file of JSON lines.
fn read(path: &Path) -> Result<Vec<Article>, String> {
    if path.is_dir() {
        let contents = cuttings_seeds::read_contents(&root(), path);
        contents.map(|contents| contents.corpus.articles).map_err(|errors| errors.to_string())
    } else {
        read_lines(path)
    }
}

/// A line of a file of JSON lines. Each line of its text is a paragraph.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
}

fn read_lines(path: &Path) -> Result<Vec<Article>, String> {
    let name = path.display().to_string();
    lines(path)?
        .zip(1..)
        .map(|(line, number)| {
            let line: Line = serde_json::from_str(&line?)
                .map_err(|error| format!("{name}:{number}: {error}"))?;
            let body = line.text.lines().map(Block::paragraph).collect();
            Ok(Article { body, ..Article::new("", line.title, Origin::new(&name, number)) })
        })
        .collect()
}

/// Lists the most frequent entities of each kind, each with the number of documents that mention
/// it, of its mentions, and its spellings.
fn lists(top: usize, names: &Names) -> String {
    let mut documents: BTreeMap<u32, usize> = BTreeMap::new();
    for mentions in &names.mentions {
        let mut mentioned: Vec<u32> = mentions.iter().map(|mention| mention.entity.0).collect();
        mentioned.sort_unstable();
        mentioned.dedup();
        for entity in mentioned {
            *documents.entry(entity).or_default() += 1;
        }
    }
    let mut out = String::new();
    for kind in Kind::ALL {
        let of_kind = || names.entities.iter().zip(0..).filter(|(entity, _)| entity.kind == kind);
        let _ = writeln!(out, "{kind}: {} in all", of_kind().count());
        for (entity, id) in of_kind().take(top) {
            let in_documents = documents.get(&id).copied().unwrap_or_default();
            let others: Vec<&str> = entity
                .spellings
                .iter()
                .map(String::as_str)
                .filter(|spelling| *spelling != entity.name)
                .take(5)
                .collect();
            let others = if others.is_empty() { String::new() } else { others.join(", ") };
            let (name, mentions) = (&entity.name, entity.mentions);
            let _ = writeln!(out, "{in_documents:>6} {mentions:>6}  {name:<40} {others}");
        }
        out.push('\n');
    }
    out
}

/// Lists the mentions of the entities that are called `name`, each in its context and with its
/// evidence.
fn contexts(name: &str, documents: &[Document<'_>], names: &Names) -> String {
    let mut out = String::new();
    for (document, mentions) in documents.iter().zip(&names.mentions) {
        for mention in mentions {
            let entity = names.entities.get(mention.entity.0 as usize);
            let Some(entity) = entity.filter(|entity| entity.name == name) else { continue };
            let passage = document.passages.get(mention.span.passage).map_or("", |p| p.text);
            let range = &mention.span.range;
            let before = passage.get(..range.start).unwrap_or_default();
            let after = passage.get(range.end..).unwrap_or_default();
            let skipped = before.chars().count().saturating_sub(50);
            let before: String = before.chars().skip(skipped).collect();
            let after: String = after.chars().take(40).collect();
            let evidence: Vec<String> = mention.evidence.iter().map(ToString::to_string).collect();
            let line = format!(
                "{}  {before}[{}]{after}  ({})",
                entity.kind,
                document.text(&mention.span),
                evidence.join("; ")
            );
            let _ = writeln!(out, "{}", line.replace('\n', " "));
        }
    }
    out
}
