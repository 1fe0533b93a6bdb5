//! The developers' commands: `cargo xtask COMMAND`.

mod bench;
mod browser_measurement;
mod cargo_metadata;
mod ci;
mod dependencies;
mod fuzz;
mod hosting;
mod import_time;
mod keystrokes;
mod licences;
mod lighthouse;
mod markdown;
mod messages;
mod names;
mod opensearch;
mod pages;
mod parts;
mod places;
mod relevance;
mod results;
mod same_site;
mod seeds;
mod shares;
mod size;
mod spellings;
mod stories;
mod tidy;
mod views;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  bench [--quick | --only PART[,PART…]]
                        measure speed, size, relevance and whole editions against other libraries, for
                        bench/RESULTS.md; `make bench` runs this
  ci [STEP…]            run every check, or those whose names contain one of the words; `make test` runs
                        this
  entities [--top N] [--first N] [--context NAME] PATH…
                        list the most frequent entities of folders and JSON lines, or the mentions of one
  fuzz [--runs N] [--seconds N] [TARGET…]
                        run fuzz targets, or all, a million times each
  hosting DIR PATH …    test nginx, Apache and Caddy with the documented configurations, on editions that
                        were built for these paths
  gazetteer DIR         generate the lists of places, names and words from the packages that docs/entities.md
                        lists
  import-pages [--show] DIR [WORD…]
                        measure how well saved pages in HTML, with a gold.json, become articles
  import-time FILE…     measure the processor time and the memory that an import takes
  keystrokes DIR…       measure the time from a key to painted results; part of `make bench`
  licences [FILE…]      print the licences of everything in the program, and these files; part of
                        `make dist`
  lighthouse DIR …      run Lighthouse on an edition built for /; part of `make bench`
  markdown DIR          compare every article of a folder of Markdown with the HTML of a reference
                        renderer: text, links, list items, code blocks, table cells, pictures, footnotes
  names --docs FILE --gold FILE [--show]
                        measure entity recognition on annotated texts; --show lists the errors
  opensearch JARS DIR…  compare the export of folders with our search on Lucene, OpenSearch's engine;
                        docs/opensearch.md says where its JARS come from
  pages [--show] DIR [WORD…]
                        measure how well whole copied pages, with a gold.json, become articles
  parts DIR QUERY…      split the edition of a folder, and report the bytes that searches need
  places DIR            generate the list of places and the outlines for maps from the packages that
                        docs/entities.md lists
  dependencies          check licences and duplicate versions of all dependencies
  quotes --gold FILE [--show]
                        measure quote attribution on annotated texts
  relevance --docs FILE --queries FILE [--qrels FILE] [--run FILE]
                        rank a judged collection: nDCG@10, MAP, Recall@100, a TREC run
  same-site DIR DIR     compare two sites that were published from one folder in two ways
  seeds --docs FILE [--count N] DIR
                        write documents of a collection as a folder of seeds, for editions of any size
  size DIR              report the file sizes of a built edition, and check the budgets
  spellings --docs FILE [--queries N]
                        compare searches for misspelt words in the list of spellings and in all terms
  stories [--fit] FOLDER
                        group a judged collection by story and find reused passages: precision, recall;
                        --fit prints weights of evidence for the crate
  tidy                  check the house rules that the compiler does not know
  views DIR…            measure how fast the views that explore follow a query
  train-names …         train the tagger on the corpora that docs/entities.md lists
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "bench" => bench::run(&rest),
        "ci" => ci::run(&rest),
        "dependencies" => dependencies::run(),
        "entities" => names::entities::run(&rest),
        "fuzz" => fuzz::run(&rest),
        "hosting" => hosting::run(&rest),
        "gazetteer" => names::gazetteer::run(&rest),
        "keystrokes" => keystrokes::run(&rest),
        "licences" => licences::run(&rest),
        "lighthouse" => lighthouse::run(&rest),
        "markdown" => markdown::run(&rest),
        "names" => names::run(&rest),
        "opensearch" => opensearch::run(&rest),
        "pages" => pages::run(&rest),
        "import-pages" => pages::run_saved(&rest),
        "import-time" => import_time::run(&rest),
        "parts" => parts::run(&rest),
        "places" => places::run(&rest),
        "quotes" => names::quotes::run(&rest),
        "relevance" => relevance::run(&rest),
        "same-site" => same_site::run(&rest),
        "seeds" => seeds::run(&rest),
        "size" => size::run(&rest),
        "spellings" => spellings::run(&rest),
        "stories" => stories::run(&rest),
        "tidy" => tidy::run(),
        "views" => views::run(&rest),
        "train-names" => names::train::run(&rest),
        "" | "help" | "--help" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("unknown command '{unknown}'\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the workspace root.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
