//! The command line of Cuttings: `cuttings-cli COMMAND`.

use cuttings_cli::export::{OpenSearchOptions, export_opensearch};
use cuttings_cli::publish::{Options, Profile, publish};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, error};

const USAGE: &str = "\
usage: cuttings-cli COMMAND

  publish   turn the folder that Trunk has built into the one that readers get; Trunk runs this as
            its last hook, and tells it by environment variables what it has built";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["publish"] => run_publish(),
        ["export", "opensearch", folder, "-o", out, ref queries @ ..] => {
            run_export(folder, out, queries)
        }
        ["--help" | "-h" | "help"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn run_publish() -> ExitCode {
    match publish_options().and_then(|options| publish(&options)) {
        Ok(report) => {
            report.iter().for_each(|line| println!("publish: {line}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("publish: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run_export(folder: &str, out: &str, queries: &[&str]) -> ExitCode {
    let queries = queries.iter().map(|query| (*query).to_owned()).collect();
    let options = OpenSearchOptions { queries, ..OpenSearchOptions::default() };
    match export_opensearch(Path::new(folder), Path::new(out), &options) {
        Ok(report) => {
            report.iter().for_each(|line| println!("export: {line}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("export: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the options from the environment that Trunk gives its hooks.
fn publish_options() -> Result<Options, Box<dyn error::Error>> {
    let variable = |name: &str| {
        env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this, see Trunk.toml"))
    };
    let root = PathBuf::from(variable("TRUNK_SOURCE_DIR")?);
    let release = variable("TRUNK_PROFILE")? == "release";
    Ok(Options {
        seeds: cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref()),
        folder: PathBuf::from(variable("TRUNK_STAGING_DIR")?),
        scripts: root.join("src/js"),
        typefaces: PathBuf::from(env::var("CUTTINGS_TYPEFACES").map_err(
            |_| "CUTTINGS_TYPEFACES is not set: build through `make` or `scripts/with build`",
        )?),
        profile: if release { Profile::Release } else { Profile::Development },
        // Drawing them takes time, which a developer would wait for after each change.
        pictures: release,
        single: env::var_os("CUTTINGS_SINGLE")
            .filter(|path| !path.is_empty())
            .map(|path| root.join(path)),
        root,
    })
}
