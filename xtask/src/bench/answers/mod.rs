//! The part with expected answers: asks the site of a folder, and other engines with the same
//! texts, queries of which a file lists the right results.

mod queries;
mod section;

use super::command::{json, remove, run_measured, script};
use super::machine::Machine;
use super::tools::Tools;
use crate::results::{self, ANSWERS};
use crate::root;
use queries::Query;
use section::{Answered, Versions};
use std::fs;
use std::path::{Path, PathBuf};

/// The file of queries, unless `BENCH_ANSWERS` names another.
const QUERIES: &str = "bench/answers/nodejs-blog.txt";

/// The folder and its queries, and the programs, found before any part of the benchmark begins.
pub(super) struct Plan {
    tools: Tools,
    folder: PathBuf,
    /// The name of the file of queries in the report.
    name: String,
    queries: Vec<Query>,
}

impl Plan {
    /// Reads the environment variables. Returns `None` without `BENCH_ANSWERS`, and fails if
    /// something that it names is missing.
    pub(super) fn from_environment() -> Result<Option<Self>, String> {
        let Some(value) = std::env::var("BENCH_ANSWERS").ok().filter(|value| !value.is_empty())
        else {
            return Ok(None);
        };
        let (folder, file) = value.split_once(':').unwrap_or((&value, QUERIES));
        let folder = root().join(folder);
        if !folder.is_dir() {
            return Err(format!("BENCH_ANSWERS: {} is no folder", folder.display()));
        }
        let path = root().join(file);
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let queries = queries::parse(&text).map_err(|fault| format!("{file}: {fault}"))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Some(Self { tools: Tools::from_environment()?, folder, name, queries }))
    }
}

/// Asks all engines and writes the section.
pub(super) fn run(plan: &Plan, work: &Path) -> Result<(), String> {
    let work = work.join("answers");
    // An interrupted run leaves files behind.
    remove(&work)?;
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let at = |name: &str| work.join(name);
    eprintln!("bench: answers: building the site and Pagefind's index");
    let articles = plan.tools.write_texts(&plan.folder, &work)?;
    let site = at("site");
    run_measured(&mut plan.tools.build(&plan.folder, &site, &at("cache")), &at("log"))?;
    run_measured(&mut plan.tools.pagefind(&at("pages"), &at("pagefind")), &at("log"))?;
    let mut command = script("answers.mjs");
    command.arg("--documents").arg(at("documents.jsonl"));
    command.arg("--pagefind").arg(at("pagefind")).arg("--work").arg(&work);
    command.arg("--").arg(&site).args(plan.queries.iter().map(|query| &query.text));
    let answered: Answered = json(&mut command)?;
    let versions = Versions {
        machine: Machine::here(),
        program: plan.tools.program_version()?,
        file: plan.name.clone(),
        articles,
    };
    let section = section::markdown(&plan.queries, &answered, &versions)?;
    results::put(ANSWERS, &section)?;
    print!("{section}");
    remove(&work)
}
