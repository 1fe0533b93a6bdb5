//! `cargo xtask bench`: measures speed, size and relevance, and writes `bench/RESULTS.md`.
//!
//! It has seven parts: native benchmarks, relevance on judged collections, a comparison with other
//! search libraries in a browser, Lighthouse on the published page, whole editions beside other
//! search engines on the same texts, the answers of all of them to queries with expected ones, and
//! imports of a reader's own files.

mod answers;
mod browser;
mod command;
mod editions;
mod imports;
mod machine;
mod markdown;
mod native;
mod report;
mod targets;
mod texts;
mod tools;

use crate::root;
use crate::{keystrokes, lighthouse, relevance};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const USAGE: &str = "\
cargo xtask bench [--quick | --only PART[,PART…]]

  --quick   run only the browser part, on few documents, to check that every engine answers. Writes no
            report
  --only    run only these parts: relevance, browser, native, editions, answers, imports, page. The
            report keeps the last figures of the other parts, and of other corpora in the browser part

BENCH_CORPUS=FILE[,FILE…]     documents, one JSON object {id, title, text} per line, optionally gzipped;
                              generated if unset
BENCH_DOCS=N[,N…]             number of documents for the browser part, the longest first (10000)
BENCH_ENGINES=NAME[,NAME…]    engines for the browser part: names of files in bench/browser/engines
BENCH_RELEVANCE=DIR[,DIR…]    judged collections: docs.jsonl(.gz), queries.jsonl, qrels.tsv
BENCH_EDITIONS=EDITION[,EDITION…]
                              folders of articles for the editions part (seeds), each as
                              [NAME=]FOLDER[:KBITS/MS[:QUERY|QUERY…]]: its name in the report, the line in
                              kilobits per second and ms for each request (1440/150), and queries with
                              results, for first answers
BENCH_ANSWERS=FOLDER[:FILE]   a folder of articles for the answers part, which is left out if unset, and
                              queries with the slugs of right results
                              (bench/answers/nodejs-blog.txt, for the blog of Node.js)
BENCH_IMPORTS=FILE:QUERY[,…]  files that a reader adds to the library, such as ZIP archives, each with a
                              query that has results, for the imports part, which is left out if unset
BENCH_PROGRAM=FILE            the program for the editions, answers and imports parts (target/cuttings,
                              which `make dist` builds)
BENCH_ROUNDS=N                number of builds and edits (3) and of visits for each query (5) in the
                              editions part";

/// The measures of the engine on a judged collection.
#[derive(Deserialize, Serialize)]
struct CollectionMeasures {
    name: String,
    measures: relevance::Measures,
}

/// The parts in the order in which they run. The last one fails if the page exceeds a limit.
const PARTS: [&str; 7] =
    ["relevance", "browser", "native", "editions", "answers", "imports", "page"];

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
    // A missing program is found now, not after the hours of the other parts.
    let plan = wanted.contains(&"editions").then(editions::Plan::from_environment).transpose()?;
    let answers = match answers::Plan::from_environment()? {
        None if wanted.contains(&"answers") && !words.is_empty() => {
            return Err(format!("BENCH_ANSWERS names no folder\n{USAGE}"));
        }
        plan => plan.filter(|_| wanted.contains(&"answers")),
    };
    let imports = match imports::Plan::from_environment()? {
        None if wanted.contains(&"imports") && !words.is_empty() => {
            return Err(format!("BENCH_IMPORTS names no file\n{USAGE}"));
        }
        plan => plan.filter(|_| wanted.contains(&"imports")),
    };
    let store = Store(work);
    let results = root().join("bench");
    if words.is_empty() {
        store.clear();
        store.save("before", &report::last_figures(&results))?;
    }
    let mut measured = Measured {
        compared: browser::previous_runs(&store.0)?,
        judged: store.load("relevance"),
        benches: store.load("native"),
        before: store.load("before"),
    };
    // The report is written after each part, so that a failed or interrupted part loses no figures
    // of the others.
    for part in PARTS.into_iter().filter(|part| wanted.contains(part)) {
        match part {
            "relevance" => {
                let collections = list("BENCH_RELEVANCE");
                measured.judged = collections
                    .iter()
                    .map(|folder| judge(Path::new(folder)))
                    .collect::<Result<_, _>>()?;
                store.save(part, &measured.judged)?;
            }
            "browser" => measured.compared = browser::compare(&store.0)?,
            "native" => {
                // The native benchmarks use the last corpus of the list.
                measured.benches = native::run(list("BENCH_CORPUS").last())?;
                store.save(part, &measured.benches)?;
            }
            "editions" => {
                if let Some(plan) = &plan {
                    editions::run(plan, &store.0)?;
                }
                continue;
            }
            "answers" => {
                if let Some(plan) = &answers {
                    answers::run(plan, &store.0)?;
                }
                continue;
            }
            "imports" => {
                if let Some(plan) = &imports {
                    imports::run(plan, &store.0)?;
                }
                continue;
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

/// The figures of all parts but the last four, which edit the report themselves.
struct Measured {
    compared: Vec<browser::Run>,
    judged: Vec<CollectionMeasures>,
    benches: Vec<(String, Vec<native::Bench>)>,
    /// Our own figures of the previous report.
    before: report::Figures,
}

/// Stores the figures of each part between runs: a folder with a JSON file per part.
struct Store(PathBuf);

impl Store {
    fn clear(&self) {
        for part in PARTS {
            // A missing file needs no removal.
            let _ = fs::remove_file(self.path(part));
        }
    }

    fn path(&self, part: &str) -> PathBuf {
        self.0.join(part).with_extension("json")
    }

    fn save(&self, part: &str, contents: &impl Serialize) -> Result<(), String> {
        let path = self.path(part);
        let text = serde_json::to_string(contents).map_err(|error| error.to_string())?;
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Reads stored figures; returns the default if there are none, or if another version wrote
    /// them.
    fn load<T: DeserializeOwned + Default>(&self, part: &str) -> T {
        let text = fs::read_to_string(self.path(part)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }
}

/// Builds the edition of `seeds/` for publication, and adds the figures of Lighthouse and of
/// keystrokes to the report.
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
        return Err("the page does not build".into());
    }
    lighthouse::run(&[folder.clone(), "--write".to_owned()])
        .and(keystrokes::run(&[folder, "--write".to_owned()]))
}

/// Splits an environment variable at its commas.
fn list(name: &str) -> Vec<String> {
    let value = std::env::var(name).unwrap_or_default();
    value.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn judge(folder: &Path) -> Result<CollectionMeasures, String> {
    let packed = folder.join("docs.jsonl.gz");
    let docs = if packed.exists() { packed } else { folder.join("docs.jsonl") };
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    eprintln!("bench: {name}: ranking");
    let measures =
        relevance::measure(&docs, &folder.join("queries.jsonl"), &folder.join("qrels.tsv"))?;
    Ok(CollectionMeasures { name, measures })
}
