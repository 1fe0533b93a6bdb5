//! Tests a built `dist/` in real browsers, over WebDriver.
//!
//! Tests find elements by accessible role and name. Every test fails on a console error, a request
//! to another origin or an accessibility violation, no matter what it tests.
//!
//! ```text
//! scripts/with test cargo run -p cuttings-e2e -- --dist dist
//! ```
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used, reason = "all of it is tests")]

mod accessibility;
mod allowances;
mod aria_state;
mod axe;
mod changes;
mod device;
mod driver;
mod engine;
mod focus;
mod guards;
mod hostile_seeds;
mod locator;
mod options;
mod page;
mod page_object;
mod pictures;
mod program_files;
mod runner;
mod scenes;
mod screenshot;
mod seed;
mod server;
mod site;
mod suite;
mod tests;
mod translations;
mod webdriver;

use std::{fs, path::Path, process::ExitCode};

use clap::Parser as _;
use options::Options;
use runner::Runner;

fn main() -> ExitCode {
    run(&Options::parse()).unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(2)
    })
}

fn run(options: &Options) -> Result<ExitCode, String> {
    let runner = Runner::new(options.sites(), options.update_screenshot);
    let trials = runner::trials(&runner, tests::suites(), &options.engines);
    if !options.libtest.list {
        let Options { dist, hostile_dist, german_dist, parts_dist, .. } = options;
        let Options { arabic_dist, japanese_dist, .. } = options;
        let others = [hostile_dist, german_dist, arabic_dist, japanese_dist, parts_dist];
        for folder in [dist].into_iter().chain(others.into_iter().flatten()) {
            check_build(folder, &options.base)?;
        }
        axe::load()?;
        runner.check_browsers(&options.engines)?;
    }
    let conclusion = libtest_mimic::run(&options.libtest, trials);
    runner.print_report();
    Ok(conclusion.exit_code())
}

/// Checks that a folder holds a build for the base path.
fn check_build(folder: &Path, base: &str) -> Result<(), String> {
    let folder_name = folder.display();
    let front = fs::read_to_string(folder.join("index.html")).map_err(|error| {
        format!(
            "{folder_name} holds no build: {error}; run make build DIST={folder_name} \
             PUBLIC_URL={base}"
        )
    })?;
    match front.split_once("<base href=\"").and_then(|(_, rest)| rest.split_once('"')) {
        Some((href, _)) if href != base => {
            Err(format!("{folder_name} was built for {href}, not for {base}; set --base"))
        }
        _ => Ok(()),
    }
}
