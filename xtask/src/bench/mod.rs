//! Speed, size and relevance, measured and written to `bench/RESULTS.md`.
//!
//! Three parts: native benches, relevance on judged collections, and the browser, where the engine stands beside the
//! libraries that others use. The report is written by this program alone.

mod bars;
mod browser;
mod machine;
mod native;
mod report;

use crate::relevance;
use crate::root;
use std::fs;
use std::path::Path;

const USAGE: &str = "\
cargo xtask bench [--quick]

  --quick   the browser's part alone, on few documents: does every engine answer, and ours rightly? Writes no report

BENCH_CORPUS=FILE[,FILE…]     documents, one JSON object a line {id, title, text}, perhaps gzipped; else they are made up
BENCH_DOCS=N[,N…]             how many of them the browser takes, the longest (10000)
BENCH_ENGINES=NAME[,NAME…]    which engines the browser compares: the names of files in bench/browser/engines
BENCH_RELEVANCE=DIR[,DIR…]    judged collections: docs.jsonl(.gz), queries.jsonl, qrels.tsv";

/// A judged collection, and how well the engine ranks it.
struct Judged {
    name: String,
    measures: relevance::Measures,
}

/// `cargo xtask bench [--quick]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let quick = match arguments {
        [] => false,
        [option] if option == "--quick" => true,
        _ => return Err(USAGE.into()),
    };
    let work = root().join("target/bench");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    if quick {
        return browser::compare(&work, true).map(|_| ());
    }
    let collections = list("BENCH_RELEVANCE");
    let judged =
        collections.iter().map(|folder| judge(Path::new(folder))).collect::<Result<Vec<_>, String>>()?;
    let compared = browser::compare(&work, false)?;
    // The last one: of several the largest, by habit.
    let benches = native::run(list("BENCH_CORPUS").last())?;
    let bars = bars::bars(&compared, &judged);
    report::write(&root().join("bench"), &report::Measured { compared, judged, benches, bars })
}

/// The comma-separated parts of an environment variable.
fn list(name: &str) -> Vec<String> {
    let value = std::env::var(name).unwrap_or_default();
    value.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn judge(folder: &Path) -> Result<Judged, String> {
    let packed = folder.join("docs.jsonl.gz");
    let docs = if packed.exists() { packed } else { folder.join("docs.jsonl") };
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    eprintln!("bench: {name}: ranking");
    let measures = relevance::measure(&docs, &folder.join("queries.jsonl"), &folder.join("qrels.tsv"))?;
    Ok(Judged { name, measures })
}
