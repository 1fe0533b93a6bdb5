//! The part with a reader's own files: has a published page in a browser import them, and measures
//! when the first article can be read, the search answers, and the names have been found.

use super::command::{json, remove, run_measured, script};
use super::machine::Machine;
use super::markdown::{table, wrapped};
use super::tools::Tools;
use crate::results::{self, READERS_FILES};
use crate::root;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// The wanted times in milliseconds, in the order of [`Times`]: those of 10,000 short articles.
const WANTED: [f64; 5] = [700.0, 4000.0, 20_000.0, 50.0, 300.0];

/// The medians of some rounds, in milliseconds, as `bench/browser/import.mjs` prints them.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Times {
    first: f64,
    search: f64,
    names: f64,
    /// The longest task of the page; 0 if none was above 50 ms.
    longest: f64,
    reopened: f64,
    /// The number of highlights and notes in the collection.
    notes: f64,
}

/// The files and the queries, found before any part of the benchmark begins.
pub(super) struct Plan {
    tools: Tools,
    /// Each file that a reader chooses, with a query that has results in it.
    files: Vec<(PathBuf, String)>,
}

impl Plan {
    /// Reads the environment variables. Returns `None` without `BENCH_IMPORTS`, and fails if
    /// something that it names is missing.
    pub(super) fn from_environment() -> Result<Option<Self>, String> {
        let Some(value) = std::env::var("BENCH_IMPORTS").ok().filter(|value| !value.is_empty())
        else {
            return Ok(None);
        };
        let file = |entry: &str| {
            let (file, query) = entry
                .rsplit_once(':')
                .ok_or(format!("BENCH_IMPORTS: {entry} has no query: FILE:QUERY"))?;
            let path = root().join(file);
            if !path.is_file() {
                return Err(format!("BENCH_IMPORTS: {} is no file", path.display()));
            }
            Ok((path, query.to_owned()))
        };
        let files = value.split(',').map(file).collect::<Result<_, String>>()?;
        Ok(Some(Self { tools: Tools::from_environment()?, files }))
    }
}

/// Imports all files and writes the section.
pub(super) fn run(plan: &Plan, work: &Path) -> Result<(), String> {
    let work = work.join("imports");
    remove(&work)?;
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let site = work.join("site");
    let mut build = plan.tools.build(&root().join("seeds"), &site, &work.join("cache"));
    run_measured(&mut build, &work.join("log"))?;
    let mut rows = Vec::new();
    for (file, query) in &plan.files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        eprintln!("bench: imports: {name}");
        let times: Times = json(script("import.mjs").arg(&site).arg(file).arg(query))?;
        rows.push(row(name, times));
    }
    let wanted = std::iter::once("wanted".to_owned()).chain(WANTED.map(cell));
    rows.push(wanted.chain(["all".to_owned()]).collect());
    let section = section(&Machine::here(), &plan.tools.program_version()?, rows);
    results::put(READERS_FILES, &section)?;
    print!("{section}");
    remove(&work)
}

fn row(name: String, times: Times) -> Vec<String> {
    let Times { first, search, names, longest, reopened, notes } = times;
    let longest = if longest > 0.0 { cell(longest) } else { "none of 50".to_owned() };
    vec![name, cell(first), cell(search), cell(names), longest, cell(reopened), cell(notes)]
}

fn cell(milliseconds: f64) -> String {
    format!("{milliseconds:.0}")
}

fn section(machine: &Machine, version: &str, rows: Vec<Vec<String>>) -> String {
    let Machine { processor, cores, date, .. } = machine;
    let mut out = format!("{READERS_FILES}\n\n");
    out.push_str(&wrapped(&format!(
        "Files that a reader chooses on the published page of {version}, in headless Chromium on \
         {processor} with {cores} cores ({date}): milliseconds until the first article can be read, \
         the collection can be searched, and its names have been found; the longest task of the \
         page meanwhile; and the time in which the collection opens again with the results of a \
         query. The last column counts the highlights that the files brought along. Each figure is a \
         median, and each round has a fresh browser."
    )));
    let heads =
        ["file", "first article", "search", "names", "longest task", "opened again", "highlights"];
    table(&mut out, &heads, rows);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_for_each_head() {
        let text =
            r#"{"first":461.6,"search":3838,"names":9087,"longest":0,"reopened":352,"notes":2}"#;
        let times: Times = serde_json::from_str(text).unwrap();
        assert_eq!(
            row("a.zip".into(), times),
            ["a.zip", "462", "3838", "9087", "none of 50", "352", "2"]
        );
    }
}
