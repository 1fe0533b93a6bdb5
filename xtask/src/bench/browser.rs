//! The browser part: builds the engine for wasm, runs `bench/browser/run.mjs`, which compares it
//! with its peers, and reads the figures.

use crate::root;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A comparison of all engines on a number of documents of one corpus.
#[derive(Debug, Deserialize)]
pub(super) struct Run {
    pub(super) corpus: Corpus,
    pub(super) rounds: u32,
    pub(super) browser: String,
    pub(super) engines: Vec<Engine>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Corpus {
    pub(super) name: String,
    pub(super) documents: u32,
    /// The size of titles and texts in UTF-8.
    pub(super) bytes: u64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Engine {
    pub(super) name: String,
    pub(super) version: Option<String>,
    /// Orders hits by score.
    pub(super) ranks: bool,
    #[serde(default)]
    pub(super) ours: bool,
    /// Reads all texts for each query.
    #[serde(default)]
    pub(super) scans: bool,
    /// Fetches parts of its index on demand.
    #[serde(default)]
    pub(super) fetches: bool,
    pub(super) build: Build,
    pub(super) wire: Wire,
    pub(super) load: Load,
    pub(super) memory: Memory,
    pub(super) rows: BTreeMap<String, Row>,
}

/// The cost of building the index, in seconds and bytes.
#[derive(Debug, Deserialize)]
pub(super) struct Build {
    pub(super) seconds: f64,
    pub(super) memory: u64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wire {
    pub(super) code: Weight,
    pub(super) index: Weight,
}

#[derive(Debug, Deserialize)]
pub(super) struct Weight {
    pub(super) raw: u64,
    pub(super) brotli: u64,
    /// The lowest brotli quality that a file was compressed with.
    pub(super) quality: u8,
}

/// Times in ms: from the code's bytes to running code, from the index's bytes to an open index, and
/// the first answer.
#[derive(Debug, Deserialize)]
pub(super) struct Load {
    pub(super) start: f64,
    pub(super) open: f64,
    pub(super) first: f64,
}

impl Load {
    /// Returns the time from the bytes of the index to the first answer.
    pub(super) fn ready(&self) -> f64 {
        self.open + self.first
    }
}

/// Memory in bytes after all queries and a garbage collection.
#[derive(Debug, Deserialize)]
pub(super) struct Memory {
    pub(super) heap: f64,
    pub(super) buffers: f64,
    pub(super) wasm: f64,
}

impl Memory {
    pub(super) fn total(&self) -> f64 {
        self.heap + self.buffers + self.wasm
    }
}

/// A row of queries: times in ms, and the number of correct answers.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    /// The number of queries, and of those that ran before the time limit.
    pub(super) queries: u32,
    pub(super) asked: u32,
    pub(super) p50: f64,
    pub(super) p95: f64,
    pub(super) p99: f64,
    /// The number of queries that were drawn from a document, and of those with the document among
    /// the first ten hits, and as the first.
    pub(super) looked: u32,
    pub(super) right: u32,
    pub(super) first: u32,
}

impl Row {
    /// Returns whether all queries ran.
    pub(super) fn complete(&self) -> bool {
        self.asked == self.queries
    }
}

#[derive(Deserialize)]
struct Output {
    runs: Vec<Run>,
}

/// Compares all engines, with temporary files under `work`. Returns the new and the previous runs.
pub(super) fn compare(work: &Path) -> Result<Vec<Run>, String> {
    measure(work, &output(work), false)?;
    previous_runs(work)
}

/// Checks all engines on a few documents.
pub(super) fn quick(work: &Path) -> Result<(), String> {
    measure(work, &work.join("quick.json"), true)
}

/// Returns the runs that earlier calls stored.
pub(super) fn previous_runs(work: &Path) -> Result<Vec<Run>, String> {
    let out = output(work);
    let Ok(text) = std::fs::read_to_string(&out) else { return Ok(Vec::new()) };
    let Output { runs } =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", out.display()))?;
    Ok(runs)
}

fn output(work: &Path) -> PathBuf {
    work.join("browser.json")
}

/// Runs the comparison, which writes each run to `out` as it ends.
fn measure(work: &Path, out: &Path, quick: bool) -> Result<(), String> {
    let engine = work.join("engine");
    build_for_wasm(&engine)?;
    succeed(Command::new("cargo").args([
        "build",
        "--quiet",
        "--locked",
        "--profile",
        "native",
        "-p",
        "cuttings-bench",
        "--features",
        "build",
    ]))?;
    let mut command = Command::new("node");
    command.arg("bench/browser/run.mjs").arg("--work").arg(work).arg("--out").arg(out);
    command
        .arg("--engine")
        .arg(&engine)
        .arg("--indexer")
        .arg(root().join("target/native/cuttings-bench-index"));
    if quick {
        command.arg("--quick");
    }
    succeed(&mut command)
}

/// Compiles the engine for wasm with the page's settings, into `folder`.
fn build_for_wasm(folder: &Path) -> Result<(), String> {
    let mut compile = Command::new("scripts/with");
    compile.args([
        "build",
        "cargo",
        "build",
        "--quiet",
        "--locked",
        "--release",
        "-p",
        "cuttings-bench",
        "--lib",
    ]);
    succeed(compile.args(["--target", "wasm32-unknown-unknown"]))?;
    let module = root().join("target/web/wasm32-unknown-unknown/release/cuttings_bench.wasm");
    succeed(
        Command::new("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(folder)
            .arg(module),
    )?;
    let packed = folder.join("cuttings_bench_bg.wasm");
    succeed(Command::new("wasm-opt").arg("-Oz").arg(&packed).arg("-o").arg(&packed))
}

fn succeed(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.current_dir(root()).stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program}: {status}")),
        Err(error) => Err(format!(
            "{program}: {error}; run this with `scripts/with test …`, which installs it"
        )),
    }
}
