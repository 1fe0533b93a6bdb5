//! What developers run: `cargo xtask COMMAND`.

mod bench;
mod ci;
mod dependencies;
mod findings;
mod hosting;
mod inspect;
mod keystrokes;
mod lighthouse;
mod messages;
mod names;
mod relevance;
mod results;
mod seeds;
mod shares;
mod size;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  bench [--quick]       speed, size and relevance against others, into bench/RESULTS.md; what `make bench` runs
  ci [STEP…]            every check, or those whose name holds one of the words; what `make test` runs
  hosting DIR PATH …    whether nginx, Apache and Caddy, by the documented configurations, serve editions built for these paths
                        as they should
  gazetteer DIR         the lists of places, names and words anew, from the packages that docs/names.md names
  inspect [--json] FILE…  what seeds hold: every line, what it was taken for, and why
  keystrokes DIR…       how soon built editions answer a key; part of `make bench`
  lighthouse DIR …      what Lighthouse says of an edition built for /; part of `make bench`
  names --docs FILE --gold FILE [--show]
                        how well names are found, against texts in which people marked them; --show lists the misses
  dependencies          licences and duplicate versions of everything we depend on
  quotes --gold FILE [--show]
                        how well quotes and their speakers are found, against labelled texts
  relevance --docs FILE --queries FILE [--qrels FILE] [--run FILE]
                        how well the engine ranks a judged collection: nDCG@10, MAP, Recall@100, a TREC run
  seeds --docs FILE [--count N] DIR
                        documents of a collection as a folder of seeds, to see the page at any size
  size DIR              what the files of a built edition weigh: raw, gzip, brotli
  tidy                  the house rules a compiler does not know
  train-names …         the tagger's weights anew, from the corpora that docs/names.md names
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "bench" => bench::run(&rest),
        "ci" => ci::run(&rest),
        "dependencies" => dependencies::run(),
        "hosting" => hosting::run(&rest),
        "gazetteer" => names::gazetteer::run(&rest),
        "inspect" => inspect::run(&rest),
        "keystrokes" => keystrokes::run(&rest),
        "lighthouse" => lighthouse::run(&rest),
        "names" => names::run(&rest),
        "quotes" => names::quotes::run(&rest),
        "relevance" => relevance::run(&rest),
        "seeds" => seeds::run(&rest),
        "size" => size::run(&rest),
        "tidy" => tidy::run(),
        "train-names" => names::train::run(&rest),
        "" | "help" | "--help" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("there is no command '{unknown}'\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder that holds the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
