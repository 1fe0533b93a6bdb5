//! `cargo xtask train-names`: trains the tagger's weights on annotated corpora.

use super::corpora::{Document, bio, gum, spans};
use super::{Measures, measure};
use cuttings_insight::{Class, Example, Kind, LabelledText, Model, examples, to_bytes, train};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

const USAGE: &str =
    "cargo xtask train-names [--gum DIR] [--spans FILE]… [--bio FILE]… [--check FILE]… --out FILE";

/// The genres of GUM whose licence requires only attribution, by the corpus's LICENSE.txt.
const GENRES: [&str; 4] = ["news", "interview", "academic", "court"];

/// The number of passes over each order of the sentences, and the number of orders.
const ROUNDS: usize = 5;
const ORDERS: u64 = 5;
/// The number of features in the model, those with the largest weights.
const FEATURES: usize = 40_000;

/// The number of folds for cross-validation.
const FOLDS: usize = 5;

/// `cargo xtask train-names …`
///
/// Training also uses the files of `--check`. Before that it cross-validates on each of them: it
/// measures each fold of its documents with a model trained on all other documents.
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
    let mut all_examples = examples_of(&documents);
    for path in checks {
        let documents = spans(&path, &path)?;
        cross_validate(&all_examples, &documents);
        all_examples.extend(examples_of(&documents));
    }
    let bytes = to_bytes(&train(&all_examples, ROUNDS, ORDERS), FEATURES);
    std::fs::write(&out, &bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    println!("{} sentences, {} bytes", all_examples.len(), bytes.len());
    Ok(())
}

/// Cross-validates on `documents`: measures each fold with a model trained on `others` and on the
/// other folds, and prints the sums.
fn cross_validate(others: &[Example], documents: &[Document]) {
    let select = |fold: usize, is_in: bool| -> Vec<Document> {
        let selected = documents.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == is_in);
        selected.map(|(_, document)| document.clone()).collect()
    };
    let mut sums: BTreeMap<Kind, Measures> = BTreeMap::new();
    for fold in 0..FOLDS {
        let mut examples = others.to_vec();
        examples.extend(examples_of(&select(fold, false)));
        let model = Model::from_bytes(&to_bytes(&train(&examples, ROUNDS, ORDERS), FEATURES));
        for (kind, measures) in measure(&model, &select(fold, true), false) {
            *sums.entry(kind).or_default() += measures;
        }
    }
    for (kind, measures) in &sums {
        println!("{kind:<13} {measures}");
    }
}

/// Reads the documents of GUM that belong to [`GENRES`].
fn genres(folder: &Path) -> Result<Vec<Document>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let is_usable = |path: &PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| {
            GENRES.iter().any(|genre| name.starts_with(&format!("GUM_{genre}_")))
        })
    };
    paths.iter().filter(|path| is_usable(path)).map(|path| Ok(gum(&read(path)?))).collect()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn examples_of(documents: &[Document]) -> Vec<Example> {
    documents.iter().flat_map(|document| examples(&labelled(document))).collect()
}

/// Converts the kinds of names to the tagger's classes, and removes titles from names of people.
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
