//! `cargo xtask train-names`: learns the weights of the tagger anew.

use super::corpora::{Document, bio, gum, spans};
use super::{Measures, measure};
use cuttings_insight::{Class, Example, Kind, LabelledText, Model, examples, to_bytes, train};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

const USAGE: &str =
    "cargo xtask train-names [--gum DIR] [--spans FILE]… [--bio FILE]… [--check FILE]… --out FILE";

/// Texts of GUM under a licence that asks for attribution alone; the corpus names it in LICENSE.txt.
const GENRES: [&str; 4] = ["news", "interview", "academic", "court"];

/// How often each order of the sentences is gone through, and how many orders there are.
const ROUNDS: usize = 5;
const ORDERS: u64 = 5;
/// How many features are kept: those that weigh most.
const FEATURES: usize = 40_000;

/// In how many parts the texts are taken apart that the weights are also checked by.
const FOLDS: usize = 5;

/// `cargo xtask train-names …`
///
/// Each `--check` is learned from as well, but first the whole is measured on it: each fifth of its documents by weights that
/// were learned from everything else.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let mut documents = Vec::new();
    let (mut checks, mut out): (Vec<PathBuf>, Option<PathBuf>) = (Vec::new(), None);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{USAGE}"))? {
        let path = |parser: &mut lexopt::Parser| {
            parser.value().map(PathBuf::from).map_err(|error| error.to_string())
        };
        match argument {
            Long("gum") => documents.extend(genres(&path(&mut parser)?)?),
            Long("spans") => {
                let file = path(&mut parser)?;
                documents.extend(spans(&file, &file)?);
            }
            Long("bio") => documents.extend(bio(&read(&path(&mut parser)?)?)),
            Long("check") => checks.push(path(&mut parser)?),
            Long("out") => out = Some(path(&mut parser)?),
            _ => return Err(format!("{}\n\n{USAGE}", argument.unexpected())),
        }
    }
    let Some(out) = out else { return Err(USAGE.into()) };
    let mut all = learned_from(&documents);
    for path in checks {
        let documents = spans(&path, &path)?;
        cross_validate(&all, &documents);
        all.extend(learned_from(&documents));
    }
    let bytes = to_bytes(&train(&all, ROUNDS, ORDERS), FEATURES);
    std::fs::write(&out, &bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    println!("{} sentences, {} bytes", all.len(), bytes.len());
    Ok(())
}

/// Measures on each part of `documents` what `others` and the other parts teach.
fn cross_validate(others: &[Example], documents: &[Document]) {
    let part = |fold: usize, is_in: bool| -> Vec<Document> {
        let of_part = documents.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == is_in);
        of_part.map(|(_, document)| document.clone()).collect()
    };
    let mut sums: BTreeMap<Kind, Measures> = BTreeMap::new();
    for fold in 0..FOLDS {
        let mut examples = others.to_vec();
        examples.extend(learned_from(&part(fold, false)));
        let model = Model::from_bytes(&to_bytes(&train(&examples, ROUNDS, ORDERS), FEATURES));
        for (kind, measures) in measure(&model, &part(fold, true), false) {
            *sums.entry(kind).or_default() += measures;
        }
    }
    for (kind, measures) in &sums {
        println!("{kind:<13} {measures}");
    }
}

/// The documents of GUM that are in its genres that we may learn from.
fn genres(folder: &Path) -> Result<Vec<Document>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let is_ours = |path: &PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| {
            GENRES.iter().any(|genre| name.starts_with(&format!("GUM_{genre}_")))
        })
    };
    paths.iter().filter(|path| is_ours(path)).map(|path| Ok(gum(&read(path)?))).collect()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn learned_from(documents: &[Document]) -> Vec<Example> {
    documents.iter().flat_map(|document| examples(&labelled(document))).collect()
}

/// A document with the kinds of its names as the tagger has them. Titles are no part of a person's name.
fn labelled(document: &Document) -> Vec<LabelledText> {
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
            let names =
                text.names.iter().filter_map(|(range, kind)| Some((range.clone(), class(kind)?)));
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
