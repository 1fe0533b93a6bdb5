//! How soon built editions answer a key with painted results, in Chromium, from the host that `docs/hosting/nginx.conf`
//! makes.

use crate::hosting::Host;
use crate::results::{self, KEYSTROKES};
use crate::root;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Up to this many items a key has [`SMALL`] ms, above that [`LARGE`], at the 95th percentile.
const FEW: u32 = 100;
const SMALL: f64 = 16.0;
const LARGE: f64 = 32.0;
/// How long the main thread may be busy at a stretch while one scrolls, in ms.
const TASK: f64 = 50.0;

/// How often each edition is opened.
const ROUNDS: &str = "3";

const USAGE: &str = "\
cargo xtask keystrokes DIR… [--write]

  DIR      an edition built for /
  --write  put the table into bench/RESULTS.md";

/// What `bench/browser/keystrokes.mjs` says; times in ms.
#[derive(Deserialize)]
struct Measured {
    items: u32,
    painted: f64,
    keys: u32,
    p50: f64,
    p95: f64,
    longest: f64,
}

/// `cargo xtask keystrokes DIR… [--write]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let folders: Vec<&String> = arguments.iter().filter(|word| *word != "--write").collect();
    if folders.is_empty() {
        return Err(USAGE.into());
    }
    let all = folders
        .into_iter()
        .map(|folder| measure(Path::new(folder)))
        .collect::<Result<Vec<_>, _>>()?;
    let section = section(&all);
    print!("{section}");
    if arguments.iter().any(|word| word == "--write") {
        results::put(KEYSTROKES, &section)?;
    }
    let short: Vec<String> = all.iter().flat_map(shortcomings).collect();
    if short.is_empty() { Ok(()) } else { Err(short.join("\n       ")) }
}

fn measure(folder: &Path) -> Result<Measured, String> {
    let host = Host::start(folder, "/")?;
    let output = Command::new("node")
        .arg(root().join("bench/browser/keystrokes.mjs"))
        .args([&host.address(""), ROUNDS])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("node: {error}"))?;
    if !output.status.success() {
        return Err(format!("keystrokes.mjs ended with {}", output.status));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("keystrokes.mjs: {error}"))
}

fn section(all: &[Measured]) -> String {
    let mut out = format!(
        "{KEYSTROKES}\n\nFrom a key to results that are painted, in headless Chromium, 1280 px wide: medians of {ROUNDS} visits for each key, titles \
         typed letter by letter into the empty box; nothing is kept for offline meanwhile, as on any visit but the first. The longest task is the main thread's while all of the page is scrolled through.\n\n\
         | items | first paint, ms | keys | p50, ms | p95, ms | longest task, ms |\n|---:|---:|---:|---:|---:|---:|\n"
    );
    for Measured { items, painted, keys, p50, p95, longest } in all {
        let _ = writeln!(
            out,
            "| {items} | {painted:.0} | {keys} | {p50:.1} | {p95:.1} | {longest:.0} |"
        );
    }
    out.push('\n');
    out
}

/// What is not as it should be, in words.
fn shortcomings(measured: &Measured) -> Vec<String> {
    let Measured { items, p95, longest, .. } = measured;
    let most = if *items <= FEW { SMALL } else { LARGE };
    let mut short = Vec::new();
    if *p95 > most {
        short.push(format!(
            "{items} items: a key takes {p95:.1} ms at the 95th percentile, not at most {most}"
        ));
    }
    if *longest > TASK {
        short.push(format!(
            "{items} items: a task takes {longest:.0} ms while scrolling, not at most {TASK}"
        ));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_slow_is_said() {
        let check = |items, p95, longest, expected: usize| {
            let measured = Measured { items, painted: 1.0, keys: 9, p50: 1.0, p95, longest };
            assert_eq!(
                shortcomings(&measured).len(),
                expected,
                "{items} items, {p95} ms, {longest} ms"
            );
        };
        check(17, 15.0, 0.0, 0);
        check(17, 17.0, 0.0, 1);
        check(10_000, 17.0, 50.0, 0);
        check(10_000, 33.0, 51.0, 2);
    }
}
