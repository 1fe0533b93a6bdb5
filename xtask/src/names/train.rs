//! `cargo xtask train-names`: learns the weights of the tagger anew.

use super::corpora::{Document, gum, spans};
use cuttings_insight::{Class, Labelled, examples, to_bytes, train};
use std::ops::Range;
use std::path::PathBuf;

const USAGE: &str = "cargo xtask train-names [--gum DIR] [--spans FILE]… --out FILE";

/// Texts of GUM under a licence that asks for attribution alone; the corpus names it in LICENSE.txt.
const GENRES: [&str; 4] = ["news", "interview", "academic", "court"];

/// How often each order of the sentences is gone through, and how many orders there are.
const ROUNDS: usize = 5;
const ORDERS: u64 = 5;
/// How many features are kept: those that weigh most.
const FEATURES: usize = 40_000;

/// `cargo xtask train-names …`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let (mut folder, mut files, mut out): (Option<PathBuf>, Vec<PathBuf>, Option<PathBuf>) =
        (None, Vec::new(), None);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{USAGE}"))? {
        let path = |parser: &mut lexopt::Parser| {
            parser.value().map(PathBuf::from).map_err(|error| error.to_string())
        };
        match argument {
            Long("gum") => folder = Some(path(&mut parser)?),
            Long("spans") => files.push(path(&mut parser)?),
            Long("out") => out = Some(path(&mut parser)?),
            _ => return Err(format!("{}\n\n{USAGE}", argument.unexpected())),
        }
    }
    let Some(out) = out else { return Err(USAGE.into()) };
    let mut documents = Vec::new();
    for file in &files {
        documents.extend(spans(file, file)?);
    }
    if let Some(folder) = folder {
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        let is_ours = |path: &PathBuf| {
            path.file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| GENRES.iter().any(|genre| name.starts_with(&format!("GUM_{genre}_"))))
        };
        for path in paths.into_iter().filter(is_ours) {
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            documents.push(gum(&text));
        }
    }
    let examples: Vec<_> = documents.iter().flat_map(|document| examples(&labelled(document))).collect();
    let bytes = to_bytes(&train(&examples, ROUNDS, ORDERS), FEATURES);
    std::fs::write(&out, &bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    println!("{} documents, {} sentences, {} bytes", documents.len(), examples.len(), bytes.len());
    Ok(())
}

/// A document with the kinds of its names as the tagger has them. Titles are no part of a person's name.
fn labelled(document: &Document) -> Vec<Labelled> {
    let class = |kind: &str| match kind {
        "person" | "PER" => Some(Class::Person),
        "place" | "location" | "LOC" => Some(Class::Place),
        "organization" | "corporation" | "group" | "ORG" => Some(Class::Organisation),
        "time" => None,
        _ => Some(Class::Other),
    };
    document
        .texts
        .iter()
        .map(|text| {
            let names = text.names.iter().filter_map(|(range, kind)| Some((range.clone(), class(kind)?)));
            let names = names.filter_map(|(range, class)| {
                let range = if class == Class::Person {
                    cuttings_insight::without_titles(&text.text, range)
                } else {
                    range
                };
                (!Range::is_empty(&range)).then_some((range, class))
            });
            (text.text.clone(), names.collect())
        })
        .collect()
}
