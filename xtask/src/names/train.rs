//! `cargo xtask train-names`: learns the weights of the tagger anew.

use super::corpora::{Document, gum, spans};
use cuttings_insight::{Class, Labelled, examples, to_bytes, train};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

const USAGE: &str = "cargo xtask train-names [--gum DIR] [--spans FILE]… [--given FILE --surnames FILE --places FILE] --out FILE";

/// Texts of GUM under a licence that asks for attribution alone; the corpus names it in LICENSE.txt.
const GENRES: [&str; 4] = ["news", "interview", "academic", "court"];

const ROUNDS: usize = 12;
const FEATURES: usize = 40_000;

/// `cargo xtask train-names …`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let (mut folder, mut files, mut out): (Option<PathBuf>, Vec<PathBuf>, Option<PathBuf>) =
        (None, Vec::new(), None);
    let mut names = Stock::default();
    let mut copies = COPIES;
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{USAGE}"))? {
        let path = |parser: &mut lexopt::Parser| {
            parser.value().map(PathBuf::from).map_err(|error| error.to_string())
        };
        match argument {
            Long("gum") => folder = Some(path(&mut parser)?),
            Long("spans") => files.push(path(&mut parser)?),
            Long("given") => names.given = list(&path(&mut parser)?)?,
            Long("surnames") => names.surnames = list(&path(&mut parser)?)?,
            Long("places") => names.places = list(&path(&mut parser)?)?,
            Long("people") => names.people = true,
            Long("copies") => copies = path(&mut parser)?.to_string_lossy().parse().unwrap_or(0),
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
    let mut learned = Vec::new();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for document in &documents {
        let labelled = labelled(document);
        learned.extend(examples(&labelled));
        for _ in 0..if names.given.is_empty() { 0 } else { copies } {
            learned.extend(examples(&renamed(&labelled, &names, &mut random)));
        }
    }
    let examples = learned;
    let bytes = to_bytes(&train(&examples, ROUNDS), FEATURES);
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

/// How many copies of each document are learned from, with other people and places in them.
const COPIES: usize = 2;

/// Names to put in the place of others, so that what stands around a name is learned, not the name.
#[derive(Default)]
struct Stock {
    given: Vec<String>,
    surnames: Vec<String>,
    places: Vec<String>,
    people: bool,
}

/// Marsaglia's xorshift: the same numbers every time.
struct Random(u64);

impl Random {
    fn of<'l>(&mut self, list: &'l [String]) -> &'l str {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let at = (self.0 >> 11) as usize % list.len().max(1);
        list.get(at).map_or("", String::as_str)
    }
}

fn list(path: &Path) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect())
}

/// A document with other people and places, each the same throughout.
fn renamed(document: &[Labelled], stock: &Stock, random: &mut Random) -> Vec<Labelled> {
    let mut instead: BTreeMap<(Class, String), String> = BTreeMap::new();
    let mut surnames: BTreeMap<String, String> = BTreeMap::new();
    document
        .iter()
        .map(|(text, names)| {
            let mut sorted = names.clone();
            sorted.sort_by_key(|(range, _)| range.start);
            let (mut out, mut spans, mut end) = (String::new(), Vec::new(), 0);
            for (range, class) in sorted {
                if range.start < end {
                    continue;
                }
                out.push_str(text.get(end..range.start).unwrap_or_default());
                let old = text.get(range.clone()).unwrap_or_default();
                let new = instead.entry((class, old.to_owned())).or_insert_with(|| match class {
                    Class::Person if stock.people => {
                        let last = old.rsplit(' ').next().unwrap_or_default().to_owned();
                        let surname = surnames
                            .entry(last.clone())
                            .or_insert_with(|| random.of(&stock.surnames).to_owned());
                        if old == last {
                            surname.clone()
                        } else {
                            format!("{} {surname}", random.of(&stock.given))
                        }
                    }
                    Class::Place => random.of(&stock.places).to_owned(),
                    _ => old.to_owned(),
                });
                let start = out.len();
                out.push_str(new);
                spans.push((start..out.len(), class));
                end = range.end;
            }
            out.push_str(text.get(end..).unwrap_or_default());
            (out, spans)
        })
        .collect()
}
