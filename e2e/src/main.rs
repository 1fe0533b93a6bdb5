//! Tests a built `dist/` in real browsers, over WebDriver: finds what it needs by accessible role and name, and fails on
//! any console error, request to elsewhere, or accessibility violation, whatever the test is about.
//!
//! ```text
//! scripts/with test cargo run -p cuttings-e2e -- --dist dist
//! ```
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "the whole program is tests"
)]

mod accessibility;
mod aria_state;
mod driver;
mod focus;
mod guards;
mod locator;
mod options;
mod page;
mod page_object;
mod pictures;
mod runner;
mod scenes;
mod seed;
mod server;
mod tests;
mod webdriver;

use std::{env, fs, path::Path, process::ExitCode, time::Instant};

use driver::Browser;
use options::Options;
use page::Flags;
use runner::{Places, Site};
use server::Files;

fn main() -> ExitCode {
    match Options::parse(env::args_os().skip(1)).and_then(|options| run(&options)) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<ExitCode, String> {
    tests::check_names()?;
    let wanted = |name: &str| {
        options.filters.is_empty() || options.filters.iter().any(|part| name.contains(part))
    };
    let mut tests = tests::all();
    tests.retain(|test| wanted(&test.path()));
    if options.browser != Browser::Chromium && options.filters.is_empty() {
        tests.retain(|test| tests::is_for_every_engine(&test.path()));
    }
    if options.list {
        tests.iter().for_each(|test| println!("{}", test.path()));
        return Ok(ExitCode::SUCCESS);
    }
    let mut leave_out = |what: &str, needs: fn(&Site) -> bool| {
        let before = tests.len();
        tests.retain(|test| !needs(&test.site));
        if tests.len() < before {
            println!("tests not run, for want of {what}: {}", before - tests.len());
        }
    };
    if options.hostile_dist.is_none() {
        leave_out("--hostile-dist", |site| matches!(site, Site::Hostile | Site::Replaced));
    }
    if options.german_dist.is_none() {
        leave_out("--german-dist", |site| matches!(site, Site::German));
    }
    for folder in [Some(&options.dist), options.hostile_dist.as_ref(), options.german_dist.as_ref()]
        .into_iter()
        .flatten()
    {
        built_for(folder, &options.base)?;
    }

    let places = Places {
        built: Files::Folder(options.dist.clone()),
        hostile: options.hostile_dist.clone().map(Files::Folder),
        german: options.german_dist.clone().map(Files::Folder),
        base: options.base.clone(),
        flags: Flags { update_screenshot: options.update_screenshot },
    };
    guards::prepare()?;
    let started = Instant::now();
    let tally = runner::run(&tests, &places, options.browser, options.jobs)?;
    println!(
        "\ntest result: {}. {} passed, {} of them unsteady, {} failed; finished in {:.0} s",
        if tally.failed == 0 { "ok" } else { "FAILED" },
        tally.passed,
        tally.unsteady,
        tally.failed,
        started.elapsed().as_secs_f64()
    );
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether a folder holds a build for the base path.
fn built_for(folder: &Path, base: &str) -> Result<(), String> {
    let front = fs::read_to_string(folder.join("index.html")).map_err(|error| {
        format!(
            "{} holds no build: {error}; make build DIST={0} PUBLIC_URL={base}",
            folder.display()
        )
    })?;
    match front.split_once("<base href=\"").and_then(|(_, rest)| rest.split_once('"')) {
        Some((href, _)) if href != base => {
            Err(format!("{} was built for {href}, not for {base}: give --base", folder.display()))
        }
        _ => Ok(()),
    }
}
