//! The part with a reader's own files: has a published page in a browser import them, and measures
//! when the first article can be read, the search answers, and the names have been found.

use super::command::{json, remove, run_measured, script};
use super::machine::Machine;
use super::markdown::{table, wrapped};
use super::tools::Tools;
use crate::results::{self, READERS_FILES};
use crate::root;
use cuttings_collection::{Collection, Settings, Unobserved};
use cuttings_import::Source;
use serde::Deserialize;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The wanted times in milliseconds, in the order of [`Times`]: those of 10,000 short articles.
const WANTED: [f64; 5] = [700.0, 4000.0, 20_000.0, 50.0, 300.0];

/// The memory that is wanted, as a multiple of the bytes of the text.
const WANTED_MEMORY: f64 = 4.0;

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
    /// The bytes of the importer's memory when the search is there.
    #[serde(rename = "searchMemory")]
    search_memory: f64,
    /// The same when the names are there, too.
    #[serde(rename = "namesMemory")]
    names_memory: f64,
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
    let (mut rows, mut memory) = (Vec::new(), Vec::new());
    for (file, query) in &plan.files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        eprintln!("bench: imports: {name}");
        let times: Times = json(script("import.mjs").arg(&site).arg(file).arg(query))?;
        let text = text_bytes(file)?;
        rows.push(row(name.clone(), times));
        memory.push(memory_row(name, text, times));
    }
    let wanted = || std::iter::once("wanted".to_owned());
    rows.push(wanted().chain(WANTED.map(cell)).chain(["all".to_owned()]).collect());
    let no_text = std::iter::once(String::new());
    memory.push(wanted().chain(no_text).chain([WANTED_MEMORY; 2].map(multiple)).collect());
    let section = section(&Machine::here(), &plan.tools.program_version()?, rows, memory);
    results::put(READERS_FILES, &section)?;
    print!("{section}");
    remove(&work)
}

fn row(name: String, times: Times) -> Vec<String> {
    let Times { first, search, names, longest, reopened, notes, .. } = times;
    let longest = if longest > 0.0 { cell(longest) } else { "none of 50".to_owned() };
    vec![name, cell(first), cell(search), cell(names), longest, cell(reopened), cell(notes)]
}

/// Returns the row of a file with `text` bytes of text.
fn memory_row(name: String, text: u64, times: Times) -> Vec<String> {
    let megabytes = |bytes: f64| format!("{:.1}", bytes / 1e6);
    let of =
        |bytes: f64| format!("{} ({})", megabytes(bytes), multiple(bytes / text.max(1) as f64));
    vec![name, megabytes(text as f64), of(times.search_memory), of(times.names_memory)]
}

fn multiple(factor: f64) -> String {
    format!("{factor:.1} times")
}

/// Returns the bytes of text in a file's articles, without duplicates.
fn text_bytes(path: &Path) -> Result<u64, String> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let source: Box<dyn Source> = Box::new(BufReader::new(file));
    let mut collection = Collection::new(Settings::default());
    collection.add([(name, source)], &mut Unobserved);
    Ok(collection.text_bytes())
}

fn cell(milliseconds: f64) -> String {
    format!("{milliseconds:.0}")
}

fn section(
    machine: &Machine,
    version: &str,
    rows: Vec<Vec<String>>,
    memory: Vec<Vec<String>>,
) -> String {
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
    out.push('\n');
    out.push_str(&wrapped(
        "The memory of the importer's program in MB: all of its linear memory, which never shrinks, \
         with what the program itself takes. Of one round, at the end of the two steps. The text is \
         that of the articles' bodies in UTF-8, each article once.",
    ));
    table(&mut out, &["file", "text", "memory until the search", "memory until the names"], memory);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_for_each_head() {
        let text = r#"{"first":461.6,"search":3838,"names":9087,"longest":0,"reopened":352,"notes":2,
            "searchMemory":32000000,"namesMemory":46000000}"#;
        let times: Times = serde_json::from_str(text).unwrap();
        assert_eq!(
            row("a.zip".into(), times),
            ["a.zip", "462", "3838", "9087", "none of 50", "352", "2"]
        );
        assert_eq!(
            memory_row("a.zip".into(), 8_000_000, times),
            ["a.zip", "8.0", "32.0 (4.0 times)", "46.0 (5.8 times)"]
        );
    }
}
