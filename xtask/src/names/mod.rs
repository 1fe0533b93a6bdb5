//! `cargo xtask names`: measures entity recognition on annotated texts.

mod corpora;
pub(crate) mod entities;
pub(crate) mod gazetteer;
pub(crate) mod quotes;
pub(crate) mod train;

use corpora::{Document, spans};
use cuttings_insight::{self as insight, Kind, Model, Passage, Role, Settings};
use std::collections::BTreeMap;
use std::path::PathBuf;

const USAGE: &str = "cargo xtask names --docs FILE --gold FILE [--weights FILE] [--show]";

/// `cargo xtask names …`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let (mut docs, mut gold, mut weights, mut show) = (None, None, None, false);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{USAGE}"))? {
        let path = match argument {
            Long("docs") => &mut docs,
            Long("gold") => &mut gold,
            Long("weights") => &mut weights,
            Long("show") => {
                show = true;
                continue;
            }
            _ => return Err(format!("{}\n\n{USAGE}", argument.unexpected())),
        };
        *path = Some(PathBuf::from(parser.value().map_err(|error| format!("{error}\n\n{USAGE}"))?));
    }
    let (Some(docs), Some(gold)) = (docs, gold) else { return Err(USAGE.into()) };
    let documents = spans(&docs, &gold)?;
    let model = match weights {
        Some(path) => Some(Model::from_bytes(
            &std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?,
        )),
        None => None,
    };
    let start = std::time::Instant::now();
    let measures = measure(model.as_ref().unwrap_or_else(|| Model::built_in()), &documents, show);
    let each = start.elapsed() / documents.len().max(1) as u32;
    for (kind, measures) in &measures {
        println!("{kind:<13} {measures}");
    }
    println!("{} documents, {each:.1?} each", documents.len());
    Ok(())
}

/// The numbers of names: those found, the correct ones among them, and those annotated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Measures {
    found: usize,
    correct: usize,
    expected: usize,
}

impl Measures {
    fn ratio(part: usize, whole: usize) -> f64 {
        if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
    }

    fn f1(self) -> f64 {
        Self::ratio(2 * self.correct, self.found + self.expected)
    }
}

impl std::ops::AddAssign for Measures {
    fn add_assign(&mut self, other: Self) {
        self.found += other.found;
        self.correct += other.correct;
        self.expected += other.expected;
    }
}

impl std::fmt::Display for Measures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { found, correct, expected } = *self;
        write!(
            f,
            "precision {:.3}  recall {:.3}  F1 {:.3}  \
             ({correct} correct, {found} found, {expected} expected)",
            Self::ratio(correct, found),
            Self::ratio(correct, expected),
            self.f1()
        )
    }
}

/// Maps a corpus's word for a kind to ours. Other kinds do not count.
fn kind(name: &str) -> Option<Kind> {
    match name.to_ascii_lowercase().as_str() {
        "per" | "person" => Some(Kind::Person),
        "loc" | "location" | "gpe" | "place" | "fac" => Some(Kind::Place),
        "org" | "organization" | "organisation" | "corporation" | "group" => {
            Some(Kind::Organisation)
        }
        "product" | "weapon" => Some(Kind::Weapon),
        _ => None,
    }
}

/// Compares the names found in `documents` with the annotated ones, by exact range and kind.
///
/// Counts only the kinds that are annotated. With `show` it prints every name and its outcome.
pub(crate) fn measure(
    model: &Model,
    documents: &[Document],
    show: bool,
) -> BTreeMap<Kind, Measures> {
    let mut measures: BTreeMap<Kind, Measures> = BTreeMap::new();
    let mut annotated_kinds: Vec<Kind> = Vec::new();
    for name in documents.iter().flat_map(|document| &document.texts).flat_map(|text| &text.names) {
        annotated_kinds.extend(kind(&name.1).filter(|kind| !annotated_kinds.contains(kind)));
    }
    let texts: Vec<insight::Document<'_>> = documents
        .iter()
        .map(|document| insight::Document {
            passages: document
                .texts
                .iter()
                .map(|text| Passage::new(Role::Paragraph, &text.text))
                .collect(),
            ..insight::Document::default()
        })
        .collect();
    for (document, text) in documents.iter().zip(&texts) {
        // Each document is analysed alone, like the only article of an edition.
        let names =
            insight::names_with_model(model, std::slice::from_ref(text), &Settings::default());
        let mut found: Vec<(usize, usize, usize, Kind)> = names
            .mentions
            .iter()
            .flatten()
            .filter_map(|mention| {
                let kind = names.entities.get(mention.entity.0 as usize)?.kind;
                let insight::Span { passage, range } = &mention.span;
                Some((*passage, range.start, range.end, kind))
            })
            .filter(|(.., kind)| annotated_kinds.contains(kind))
            .collect();
        found.sort_unstable();
        let mut expected: Vec<(usize, usize, usize, Kind)> = document
            .texts
            .iter()
            .enumerate()
            .flat_map(|(number, text)| {
                text.names.iter().filter_map(move |(range, name)| {
                    Some((number, range.start, range.end, kind(name)?))
                })
            })
            .collect();
        expected.sort_unstable();
        for name in &found {
            let is_correct = expected.binary_search(name).is_ok();
            let measures = measures.entry(name.3).or_default();
            measures.found += 1;
            measures.correct += usize::from(is_correct);
        }
        for name in &expected {
            measures.entry(name.3).or_default().expected += 1;
        }
        if show {
            let shown = |(number, start, end, kind): &(usize, usize, usize, Kind)| {
                let text = document.texts.get(*number).map_or("", |text| &text.text);
                let before = text.get(..*start).unwrap_or_default();
                let after = text.get(*end..).unwrap_or_default();
                let before: String =
                    before.chars().skip(before.chars().count().saturating_sub(30)).collect();
                let after: String = after.chars().take(20).collect();
                format!(
                    "{kind:<12} {before}[{}]{after}",
                    text.get(*start..*end).unwrap_or_default()
                )
                .replace('\n', " ")
            };
            for name in &found {
                let mention = names.mentions.iter().flatten().find(|mention| {
                    (mention.span.passage, mention.span.range.start) == (name.0, name.1)
                });
                let evidence: Vec<String> = mention
                    .into_iter()
                    .flat_map(|mention| &mention.evidence)
                    .map(ToString::to_string)
                    .collect();
                let outcome =
                    if expected.binary_search(name).is_ok() { "correct" } else { "wrong  " };
                println!("{outcome}  {}  ({})", shown(name), evidence.join(", "));
            }
            for name in expected.iter().filter(|name| found.binary_search(name).is_err()) {
                println!("missed   {}", shown(name));
            }
        }
    }
    measures
}
