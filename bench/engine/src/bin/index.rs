//! Builds the index that the browser bench opens:
//!
//! `cuttings-bench-index DOCUMENTS OUT [--facets]`
//!
//! DOCUMENTS has one JSON object per line: `title`, `text` (one paragraph per line), and facet
//! values in `facets`. The program prints its time in seconds and its peak memory in bytes as JSON;
//! the memory is 0 on systems that do not report it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::ExitCode;
use std::time::Instant;

use cuttings_search::{Document, FacetId, FacetSpec, Field, IndexBuilder, Passage, Schema};
use serde::Deserialize;

/// A line of DOCUMENTS.
#[derive(Deserialize)]
struct Record {
    title: String,
    text: String,
    #[serde(default)]
    facets: BTreeMap<String, Vec<String>>,
}

/// The facets that `--facets` indexes.
const FACETS: [&str; 5] = ["category", "people", "places", "organisations", "length"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        [documents, out] => build(documents, out, &[]),
        [documents, out, "--facets"] => build(documents, out, &FACETS),
        _ => Err("usage: cuttings-bench-index DOCUMENTS OUT [--facets]".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("cuttings-bench-index: {message}");
            ExitCode::FAILURE
        }
    }
}

fn build(documents: &str, out: &str, facets: &[&'static str]) -> Result<(), String> {
    let file = File::open(documents).map_err(|error| format!("{documents}: {error}"))?;
    let start = Instant::now();
    let schema = Schema {
        facets: facets.iter().map(|name| FacetSpec::from(*name)).collect(),
        ..Schema::default()
    };
    let mut builder = IndexBuilder::new(schema);
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let record: Record = line
            .map_err(|error| error.to_string())
            .and_then(|line| serde_json::from_str(&line).map_err(|error| error.to_string()))
            .map_err(|error| format!("{documents}, line {}: {error}", number + 1))?;
        builder.add(&document(&record, facets));
    }
    let bytes = builder.finish().bytes;
    let seconds = start.elapsed().as_secs_f64();
    fs::write(out, bytes).map_err(|error| format!("{out}: {error}"))?;
    println!("{{\"seconds\": {seconds}, \"memory\": {}}}", peak_memory());
    Ok(())
}

fn document<'r>(record: &'r Record, facets: &[&str]) -> Document<'r> {
    let title = Passage { field: Field::Title, text: &record.title };
    let paragraphs = record.text.lines().map(|text| Passage { field: Field::Body, text });
    let values = facets.iter().zip(0..).flat_map(|(name, id)| {
        let values = record.facets.get(*name).map(Vec::as_slice).unwrap_or_default();
        values.iter().map(move |value| (FacetId(id), value.as_str()))
    });
    Document {
        passages: std::iter::once(title).chain(paragraphs).collect(),
        facets: values.collect(),
        ..Document::default()
    }
}

/// Returns the peak memory of this program in bytes, as Linux reports it.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}
