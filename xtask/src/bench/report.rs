//! Writes `bench/RESULTS.md`, and `bench/results.json` for the comparison with the next run.

use super::browser::{Engine, Row, Run};
use super::machine::Machine;
use super::markdown::table;
use super::targets::{Target, ours, rivals, targets};
use super::{CollectionMeasures, Measured};
use crate::results;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Figures by name, stored for the comparison with the next run.
pub(super) type Figures = BTreeMap<String, f64>;

/// The query rows in the order of the report, with their titles.
const ROWS: [(&str, &str); 7] = [
    ("word", "single word"),
    ("words", "several words"),
    ("title", "whole title"),
    ("typed", "each keystroke"),
    ("typo", "typo"),
    ("phrase", "phrase"),
    ("none", "no hit"),
];

/// The file that stores the figures.
const FIGURES_FILE: &str = "results.json";

/// Returns the figures of the last report in `folder`.
pub(super) fn last_figures(folder: &Path) -> Figures {
    let text = fs::read_to_string(folder.join(FIGURES_FILE)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Writes both files into `folder`. Keeps the sections that other commands write.
pub(super) fn write(folder: &Path, measured: &Measured) -> Result<(), String> {
    let file = folder.join("RESULTS.md");
    let old = fs::read_to_string(&file).unwrap_or_default();
    let now = figures(measured);
    let text = results::with_kept_sections(&old, &markdown(measured, &Machine::here(), &now));
    let json = serde_json::to_string_pretty(&now).map_err(|error| error.to_string())?;
    for (file, contents) in [(file, text), (folder.join(FIGURES_FILE), json + "\n")] {
        fs::write(&file, contents).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// Prints for each target whether it is met.
pub(super) fn print(measured: &Measured) {
    for Target { subject, required, measured, met } in targets(&measured.compared, &measured.judged)
    {
        println!(
            "{:7}  {subject}: {measured} (target: {required})",
            if met { "met" } else { "NOT MET" }
        );
    }
}

/// Returns our own figures in ms, bytes, seconds and ratios.
fn figures(measured: &Measured) -> Figures {
    let mut figures = Figures::new();
    for run in &measured.compared {
        let Some(engine) = ours(run) else { continue };
        let name = |what: &str| format!("{} {}: {what}", run.corpus.name, run.corpus.documents);
        for (row, title) in ROWS {
            if let Some(row) = engine.rows.get(row) {
                figures.insert(name(&format!("{title}, p95 ms")), rounded(row.p95));
            }
        }
        figures.insert(name("ready, ms"), rounded(engine.load.ready()));
        figures.insert(name("index, brotli bytes"), engine.wire.index.brotli as f64);
        figures.insert(name("code, brotli bytes"), engine.wire.code.brotli as f64);
        figures.insert(name("memory, bytes"), engine.memory.total().round());
        figures.insert(name("build, s"), rounded(engine.build.seconds));
    }
    for CollectionMeasures { name, measures } in &measured.judged {
        figures.insert(format!("{name}: nDCG@10"), rounded(measures.ndcg_10));
        figures.insert(format!("{name}: MAP"), rounded(measures.average_precision));
    }
    figures
}

/// Rounds to four significant digits.
fn rounded(figure: f64) -> f64 {
    format!("{figure:.3e}").parse().unwrap_or(figure)
}

fn markdown(measured: &Measured, machine: &Machine, now: &Figures) -> String {
    let Machine { processor, cores, gigabytes, rustc, node, date, commit } = machine;
    let browser = measured.compared.first().map_or("none", |run| run.browser.as_str());
    let mut out = format!(
        "# Results\n\n\
         `make bench` writes this file, except for the sections that other commands write or that are\n\
         measured by hand. The engine was measured with:\n\n\
         | date | commit | machine | browser, headless | compiler | Node |\n\
         |---|---|---|---|---|---|\n\
         | {date} | {commit} | {processor}, {cores} cores, {gigabytes} GB | {browser} | {rustc} | {node} |\n\n\
         ## Targets of the engine\n\n"
    );
    table(
        &mut out,
        &["subject", "target", "measured", ""],
        targets(&measured.compared, &measured.judged).into_iter().map(
            |Target { subject, required, measured, met }| {
                vec![
                    subject,
                    required,
                    measured,
                    if met { "met" } else { "**not met**" }.to_owned(),
                ]
            },
        ),
    );
    growth(&mut out, &measured.compared);
    for run in &measured.compared {
        browser_part(&mut out, run);
    }
    if !measured.judged.is_empty() {
        out.push_str(
            "## Relevance\n\nQueries are bags of words. All collections use the same settings.\n\n",
        );
        table(
            &mut out,
            &["collection", "queries", "nDCG@10", "MAP", "Recall@100"],
            measured.judged.iter().map(|judged| {
                let measures = &judged.measures;
                let share = |figure: f64| format!("{figure:.3}");
                vec![
                    judged.name.clone(),
                    measures.queries.to_string(),
                    share(measures.ndcg_10),
                    share(measures.average_precision),
                    share(measures.recall_100),
                ]
            }),
        );
    }
    for (package, benches) in &measured.benches {
        let _ = write!(out, "## Native: {package}\n\nMedian times.\n\n");
        table(
            &mut out,
            &["benchmark", "median", "throughput"],
            benches.iter().map(|bench| {
                vec![
                    bench.path.join(" › "),
                    bench.median.clone(),
                    bench.throughput.clone().unwrap_or_default(),
                ]
            }),
        );
    }
    compared_with_last(&mut out, now, &measured.before);
    out.push_str(METHOD);
    out
}

/// Adds a table of the cost of more documents, for each corpus with several runs.
fn growth(out: &mut String, runs: &[Run]) {
    for (name, mut runs) in corpora(runs).into_iter().filter(|(_, runs)| runs.len() > 1) {
        runs.sort_by_key(|run| run.corpus.documents);
        let _ = write!(
            out,
            "## Growth: {name}\n\nOur engine. Query times are 95th percentiles in ms.\n\n"
        );
        let heads = [
            "documents",
            "text, MB",
            "build, s",
            "peak memory, MB",
            "index, MB",
            "index opens, ms",
        ];
        let heads: Vec<&str> = heads.into_iter().chain(ROWS.map(|(_, title)| title)).collect();
        let rows = runs.iter().filter_map(|run| {
            let Engine { build, wire, load, rows, .. } = ours(run)?;
            let mega = |bytes: u64| format!("{:.1}", bytes as f64 / 1e6);
            let built = [three_digits(build.seconds), mega(build.memory), mega(wire.index.raw)];
            let figures =
                [run.corpus.documents.to_string(), mega(run.corpus.bytes)].into_iter().chain(built);
            let asked = ROWS.map(|(row, _)| {
                rows.get(row).map_or_else(|| "–".into(), |row| three_digits(row.p95))
            });
            Some(figures.chain([three_digits(load.open)]).chain(asked).collect())
        });
        table(out, &heads, rows);
    }
}

/// Groups the runs by the name of their corpus.
fn corpora(runs: &[Run]) -> BTreeMap<&str, Vec<&Run>> {
    let mut corpora: BTreeMap<&str, Vec<&Run>> = BTreeMap::new();
    runs.iter().for_each(|run| corpora.entry(&run.corpus.name).or_default().push(run));
    corpora
}

fn browser_part(out: &mut String, run: &Run) {
    let corpus = &run.corpus;
    let _ = write!(
        out,
        "## In the browser: {} documents of {}\n\n{:.1} MB of text, {} rounds. Times of warm queries in ms, as \
         `p50 / p95 / p99`, each with\nthe ten best documents.\n\n",
        corpus.documents,
        corpus.name,
        corpus.bytes as f64 / 1e6,
        run.rounds
    );
    let heads: Vec<&str> = std::iter::once("engine").chain(ROWS.map(|(_, title)| title)).collect();
    table(
        out,
        &heads,
        run.engines.iter().map(|engine| {
            let cells = ROWS.map(|(row, _)| engine.rows.get(row).map_or_else(|| "–".into(), times));
            std::iter::once(name(engine)).chain(cells).collect()
        }),
    );
    out.push_str("Ratios to our times at the 95th percentile:\n\n");
    if let Some(own) = ours(run) {
        table(
            out,
            &heads,
            run.engines.iter().filter(|engine| !engine.ours).map(|engine| {
                let ratio = |row| Some(engine.rows.get(row)?.p95 / own.rows.get(row)?.p95);
                let cells = ROWS.map(|(row, _)| {
                    ratio(row)
                        .map_or_else(|| "–".into(), |ratio| format!("{} ×", three_digits(ratio)))
                });
                std::iter::once(name(engine)).chain(cells).collect()
            }),
        );
    }
    out.push_str(
        "Correct answers: queries whose source document is among the first ten hits, or for whole titles the\n\
         first hit.\n\n",
    );
    let rows = ["words", "title", "typo", "phrase"];
    let heads = ["engine", "several words", "whole title, first", "typo", "phrase"];
    table(
        out,
        &heads,
        run.engines.iter().map(|engine| {
            let cells = rows.map(|name| {
                engine.rows.get(name).map_or_else(
                    || "–".into(),
                    |row| {
                        let correct = if name == "title" { row.first } else { row.right };
                        format!("{correct} of {}", row.looked)
                    },
                )
            });
            std::iter::once(name(engine)).chain(cells).collect()
        }),
    );
    out.push_str("Size on the wire, time to the first answer, and memory:\n\n");
    let heads = [
        "engine",
        "code, KB (brotli)",
        "index, MB",
        "index, MB (brotli)",
        "code starts, ms",
        "index opens, ms",
        "first answer, ms",
        "memory, MB",
        "of which wasm, MB",
        "index build, s",
    ];
    table(
        out,
        &heads,
        run.engines.iter().map(|engine| {
            let mega = |bytes: f64| format!("{:.2}", bytes / 1e6);
            let Engine { wire, load, memory, build, .. } = engine;
            // An engine that fetches its index does not expose the memory of its wasm module.
            let hidden = engine.fetches;
            vec![
                name(engine),
                format!("{:.1}", wire.code.brotli as f64 / 1e3),
                mega(wire.index.raw as f64),
                format!(
                    "{}{}",
                    mega(wire.index.brotli as f64),
                    if wire.index.quality < 11 { " (quality 9)" } else { "" }
                ),
                three_digits(load.start),
                three_digits(load.open),
                three_digits(load.first),
                if hidden {
                    format!("{} and its wasm module", mega(memory.total()))
                } else {
                    mega(memory.total())
                },
                if hidden { "?".into() } else { mega(memory.wasm) },
                three_digits(build.seconds),
            ]
        }),
    );
    let _ = write!(
        out,
        "The targets compare with the best of: {}.\n\n",
        rivals(run).map(|engine| engine.name.as_str()).collect::<Vec<_>>().join("; ")
    );
}

fn name(engine: &Engine) -> String {
    match &engine.version {
        Some(version) => format!("{} {version}", engine.name),
        None => format!("**{}**", engine.name),
    }
}

/// Formats the percentiles of a row, with the number of queries if the time limit cut the row off.
fn times(row: &Row) -> String {
    let figures = [row.p50, row.p95, row.p99].map(three_digits).join(" / ");
    if row.complete() { figures } else { format!("{figures} ({} asked)", row.asked) }
}

/// Formats a figure with three significant digits.
fn three_digits(figure: f64) -> String {
    let places = match figure.abs() {
        figure if figure >= 100.0 => 0,
        figure if figure >= 10.0 => 1,
        figure if figure >= 1.0 => 2,
        figure if figure >= 0.1 => 3,
        _ => 4,
    };
    format!("{figure:.places$}")
}

fn compared_with_last(out: &mut String, now: &Figures, before: &Figures) {
    let both: Vec<Vec<String>> = now
        .iter()
        .filter_map(|(name, figure)| {
            let last = before.get(name)?;
            let ratio = format!("{:.2}", figure / last);
            Some(vec![name.clone(), last.to_string(), figure.to_string(), ratio])
        })
        .collect();
    if !both.is_empty() {
        out.push_str(
            "## Against the last run\n\nOur own figures. Small times vary by a fifth between runs.\n\n",
        );
        table(out, &["figure", "last", "now", "now / last"], both);
    }
}

/// The last section of the report.
const METHOD: &str = "\
## How it is measured

`cargo xtask bench --help` lists the environment variables that choose the documents, the engines
and the judged collections. Without them, the documents are generated.

- **Engines.** `bench/browser/engines` has a file for each. It sets the engine up as its
  documentation says, with the version in `bench/browser/package-lock.json`. Node builds the indexes
  beforehand, ours with a native program, and the browser gets their bytes. The bytes of Orama and
  Fuse.js include the texts.
- **Our engine** is `crates/search`, compiled with the page's settings and called from JavaScript.
  Its ten hits are copied into objects, as every other engine returns them. To recognise a phrase,
  it asks the page for texts. A page needs the texts with any engine, so they count neither as
  size on the wire nor as memory. \"Counting facets\" is the same engine with facet values in its
  index.
- **Queries** are drawn from the documents with a fixed seed, by `bench/browser/queries.mjs`: words
  in four bands of frequency; two or three words of a title; whole titles; every prefix of words and
  pairs of words as they are typed; words with one edit, of which at most ten documents contain the
  correct form; two to four consecutive words of a text; random letters. No query consists of a
  function word alone.
- **Times** are those of warm queries. The engines take turns: each round opens every engine in a
  fresh browser. The time of a query in a round is the median of three samples, each long enough for
  the browser's clock (5 µs). Its final time is the median over the rounds. Percentiles are over
  queries. A row of queries is cut off after 4 s per round. An engine that takes more than 25 s for
  all rows has two rounds.
- **Opening and the first answer.** \"Code starts\" lasts from the bytes of the code until the index
  can be opened, \"index opens\" from the bytes of the index in memory until the engine can answer,
  and \"first answer\" is the query after that, for which the browser compiles the functions that it
  calls. None of them includes a network, except for Pagefind's files, which come from the same
  machine.
- **Memory** is measured after all queries and a garbage collection. It is the JavaScript heap with
  its buffers, minus that of the empty page, plus the memory of the wasm module.
- **Sizes** are those of minified code and of the index's files, each in brotli 11 with a window of
  16 MB (quality 9 for files above 64 MB). Our code is a module of its own with glue and allocator;
  `cargo xtask size` reports its share of the page.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_fits_the_width_of_markdown() {
        for line in METHOD.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }

    #[test]
    fn figures_have_three_significant_digits() {
        for (figure, expected) in [
            (1234.5, "1234"),
            (123.4, "123"),
            (12.34, "12.3"),
            (1.234, "1.23"),
            (0.1234, "0.123"),
            (0.01234, "0.0123"),
        ] {
            assert_eq!(three_digits(figure), expected);
        }
    }
}
