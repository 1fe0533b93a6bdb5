//! `cargo xtask keystrokes`: measures the time from a key to painted results, in Chromium, served
//! by nginx with `docs/hosting/nginx.conf`.

use crate::hosting::Host;
use crate::results::{self, KEYSTROKES};
use crate::root;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// The limits in ms at the 95th percentile: [`LIMIT_SMALL`] for up to this many items,
/// [`LIMIT_LARGE`] for more.
const SMALL_EDITION: u32 = 100;
const LIMIT_SMALL: f64 = 16.0;
const LIMIT_LARGE: f64 = 32.0;
/// The limit for the longest task of the main thread while the page scrolls, in ms.
const LONGEST_TASK: f64 = 50.0;

/// The number of visits to each edition.
const ROUNDS: &str = "3";

const USAGE: &str = "\
cargo xtask keystrokes DIR… [--write]

  DIR      an edition built for /
  --write  write the table to bench/RESULTS.md";

/// The output of `bench/browser/keystrokes.mjs`; times in ms.
#[derive(Deserialize)]
struct Timings {
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
    let exceeded: Vec<String> = all.iter().flat_map(exceeded_limits).collect();
    if exceeded.is_empty() { Ok(()) } else { Err(exceeded.join("\n       ")) }
}

fn measure(folder: &Path) -> Result<Timings, String> {
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

fn section(all: &[Timings]) -> String {
    let mut out = format!(
        "{KEYSTROKES}\n\nThe time from a key to painted results, in headless Chromium, 1280 px wide: medians of {ROUNDS}\n\
         visits for each key. Titles are typed letter by letter into the empty search box. The service worker\n\
         stores nothing meanwhile, as on any visit but the first. The longest task is that of the main thread\n\
         while the whole page scrolls.\n\n\
         | items | first paint, ms | keys | p50, ms | p95, ms | longest task, ms |\n|---:|---:|---:|---:|---:|---:|\n"
    );
    for Timings { items, painted, keys, p50, p95, longest } in all {
        let _ = writeln!(
            out,
            "| {items} | {painted:.0} | {keys} | {p50:.1} | {p95:.1} | {longest:.0} |"
        );
    }
    out.push('\n');
    out
}

/// Returns a message for each limit that the timings exceed.
fn exceeded_limits(timings: &Timings) -> Vec<String> {
    let Timings { items, p95, longest, .. } = timings;
    let limit = if *items <= SMALL_EDITION { LIMIT_SMALL } else { LIMIT_LARGE };
    let mut exceeded = Vec::new();
    if *p95 > limit {
        exceeded.push(format!(
            "{items} items: a key takes {p95:.1} ms at the 95th percentile, more than {limit}"
        ));
    }
    if *longest > LONGEST_TASK {
        exceeded.push(format!(
            "{items} items: a task takes {longest:.0} ms while scrolling, more than {LONGEST_TASK}"
        ));
    }
    exceeded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_keys_and_long_tasks_are_reported() {
        let check = |items, p95, longest, expected: usize| {
            let timings = Timings { items, painted: 1.0, keys: 9, p50: 1.0, p95, longest };
            assert_eq!(
                exceeded_limits(&timings).len(),
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
