//! Speed, size and relevance, measured and written to `bench/RESULTS.md`.
//!
//! Four parts: native benches, relevance on judged collections, the browser, where the engine stands beside the
//! libraries that others use, and the published page by Lighthouse. The report is written by this program alone.

mod bars;
mod browser;
mod machine;
mod native;
mod report;

use crate::root;
use crate::{lighthouse, relevance};
use std::fs;
use std::path::Path;
use std::process::Command;

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
    report::write(&root().join("bench"), &report::Measured { compared, judged, benches, bars })?;
    page(&work)
}

/// Builds the edition in `seeds/` as readers get it, and puts what Lighthouse says of it into the report.
fn page(work: &Path) -> Result<(), String> {
    let folder = work.join("page").display().to_string();
    let built = Command::new("scripts/with")
        .args(["build", "trunk", "build", "--release", "--offline", "--public-url", "/", "--dist", &folder])
        .env("CUTTINGS_SEEDS", root().join("seeds"))
        .current_dir(root())
        .status()
        .map_err(|error| format!("scripts/with: {error}"))?;
    if !built.success() {
        return Err("the page cannot be built".into());
    }
    lighthouse::run(&[folder, "--write".to_owned()])
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
