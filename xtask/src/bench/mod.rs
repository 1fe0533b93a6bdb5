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
use crate::{keystrokes, lighthouse, relevance};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const USAGE: &str = "\
cargo xtask bench [--quick | --only PART[,PART…]]

  --quick   the browser's part alone, on few documents: does every engine answer, and ours rightly? Writes no report
  --only    these parts alone: relevance, browser, native, page. The report keeps what was last measured of the others,
            and of other documents in the browser. So an interrupted bench is finished, and a large corpus added

BENCH_CORPUS=FILE[,FILE…]     documents, one JSON object a line {id, title, text}, perhaps gzipped; else they are made up
BENCH_DOCS=N[,N…]             how many of them the browser takes, the longest (10000)
BENCH_ENGINES=NAME[,NAME…]    which engines the browser compares: the names of files in bench/browser/engines
BENCH_RELEVANCE=DIR[,DIR…]    judged collections: docs.jsonl(.gz), queries.jsonl, qrels.tsv";

/// A judged collection, and how well the engine ranks it.
#[derive(Deserialize, Serialize)]
struct Judged {
    name: String,
    measures: relevance::Measures,
}

/// The parts, in the order in which they are run.
const PARTS: [&str; 4] = ["relevance", "browser", "native", "page"];

/// `cargo xtask bench [--quick | --only PART[,PART…]]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let work = root().join("target/bench");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let wanted: Vec<&str> = match words.as_slice() {
        [] => PARTS.to_vec(),
        ["--quick"] => return browser::quick(&work),
        ["--only", parts] => parts.split(',').collect(),
        _ => return Err(USAGE.into()),
    };
    if wanted.iter().any(|part| !PARTS.contains(part)) {
        return Err(USAGE.into());
    }
    let store = Store(work);
    let results = root().join("bench");
    if words.is_empty() {
        store.clear();
        store.keep("before", &report::last(&results))?;
    }
    let mut measured = Measured {
        compared: browser::compared(&store.0)?,
        judged: store.kept("relevance"),
        benches: store.kept("native"),
        before: store.kept("before"),
    };
    // After each part, so that one that fails or is interrupted takes nothing with it.
    for part in PARTS.into_iter().filter(|part| wanted.contains(part)) {
        match part {
            "relevance" => {
                let collections = list("BENCH_RELEVANCE");
                measured.judged = collections
                    .iter()
                    .map(|folder| judge(Path::new(folder)))
                    .collect::<Result<_, _>>()?;
                store.keep(part, &measured.judged)?;
            }
            "browser" => measured.compared = browser::compare(&store.0)?,
            "native" => {
                // The last one: of several the largest, by habit.
                measured.benches = native::run(list("BENCH_CORPUS").last())?;
                store.keep(part, &measured.benches)?;
            }
            _ => {
                page(&store.0)?;
                continue;
            }
        }
        report::write(&results, &measured)?;
    }
    report::print(&measured);
    Ok(())
}

/// Everything that is measured natively or in the browser.
struct Measured {
    compared: Vec<browser::Run>,
    judged: Vec<Judged>,
    benches: Vec<(String, Vec<native::Bench>)>,
    /// Our own figures before.
    before: report::Figures,
}

/// Where parts are kept from one run to the next: a folder with a file for each.
struct Store(PathBuf);

impl Store {
    fn clear(&self) {
        for part in PARTS {
            // One that is not there is what is wanted.
            let _ = fs::remove_file(self.path(part));
        }
    }

    fn path(&self, part: &str) -> PathBuf {
        self.0.join(part).with_extension("json")
    }

    fn keep(&self, part: &str, contents: &impl Serialize) -> Result<(), String> {
        let path = self.path(part);
        let text = serde_json::to_string(contents).map_err(|error| error.to_string())?;
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// What was kept; nothing if nothing was, or by another version of this program.
    fn kept<T: DeserializeOwned + Default>(&self, part: &str) -> T {
        let text = fs::read_to_string(self.path(part)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }
}

/// Builds the edition in `seeds/` as readers get it, and puts what Lighthouse says of it into the report.
fn page(work: &Path) -> Result<(), String> {
    let folder = work.join("page").display().to_string();
    let built = Command::new("scripts/with")
        .args([
            "build",
            "trunk",
            "build",
            "--release",
            "--offline",
            "--public-url",
            "/",
            "--dist",
            &folder,
        ])
        .env("CUTTINGS_SEEDS", root().join("seeds"))
        .current_dir(root())
        .status()
        .map_err(|error| format!("scripts/with: {error}"))?;
    if !built.success() {
        return Err("the page cannot be built".into());
    }
    lighthouse::run(&[folder.clone(), "--write".to_owned()])
        .and(keystrokes::run(&[folder, "--write".to_owned()]))
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
    let measures =
        relevance::measure(&docs, &folder.join("queries.jsonl"), &folder.join("qrels.tsv"))?;
    Ok(Judged { name, measures })
}
