//! `cargo xtask keystrokes`: measures in Chromium how fast the page reacts to keys, and its longest
//! tasks, served by nginx with `docs/hosting/nginx.conf`.

use crate::hosting::Host;
use crate::results::{self, KEYSTROKES};
use crate::root;
use serde::Deserialize;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// The limits in ms at the 95th percentile for the work of a key: [`LIMIT_SMALL`] for up to this
/// many items, [`LIMIT_LARGE`] for more.
const SMALL_EDITION: u32 = 100;
const LIMIT_SMALL: f64 = 16.0;
const LIMIT_LARGE: f64 = 32.0;
/// The limit at the 95th percentile from a key to the next paint, in ms, for a person who types.
const LIMIT_INTERACTION: f64 = 40.0;
/// The limit for the longest task of the main thread, in ms.
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
    interactions: Interactions,
    tasks: Tasks,
}

/// The times from a key to the next paint.
#[derive(Deserialize)]
struct Interactions {
    p50: f64,
    p95: f64,
    worst: f64,
}

/// The longest task of each activity.
#[derive(Deserialize)]
struct Tasks {
    scroll: Task,
    #[serde(rename = "type")]
    typing: Task,
    open: Task,
    unfold: Task,
}

/// A task of the main thread.
#[derive(Clone, Copy, Deserialize)]
struct Task {
    duration: f64,
    processor: f64,
}

impl Tasks {
    /// Returns each activity with its longest task.
    fn all(&self) -> [(&'static str, Task); 4] {
        [
            ("while typing", self.typing),
            ("while scrolling", self.scroll),
            ("for the longest article", self.open),
            ("for the largest facet", self.unfold),
        ]
    }
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
         stores nothing meanwhile, as on any visit but the first.\n\n\
         | items | first paint, ms | keys | p50, ms | p95, ms |\n|---:|---:|---:|---:|---:|\n"
    );
    for Timings { items, painted, keys, p50, p95, .. } in all {
        let _ = writeln!(out, "| {items} | {painted:.0} | {keys} | {p50:.1} | {p95:.1} |");
    }
    out.push_str(
        "\nThe same keys typed with one key per 120 ms, as the browser reports them: from a key to the next\n\
         paint, at least 16 ms and in steps of 8 ms.\n\n\
         | items | p50, ms | p95, ms | worst, ms |\n|---:|---:|---:|---:|\n",
    );
    for Timings { items, interactions: Interactions { p50, p95, worst }, .. } in all {
        let _ = writeln!(out, "| {items} | {p50:.0} | {p95:.0} | {worst:.0} |");
    }
    out.push_str(
        "\nThe longest task of the main thread while a reader types these keys, scrolls through the first page\n\
         of results, opens the longest article, scrolls in it and goes back, and unfolds the largest facet;\n\
         in brackets its processor time.\n\n\
         | items | typing, ms | scrolling, ms | longest article, ms | largest facet, ms |\n\
         |---:|---:|---:|---:|---:|\n",
    );
    for Timings { items, tasks, .. } in all {
        let _ = write!(out, "| {items} |");
        for (_, Task { duration, processor }) in tasks.all() {
            let _ = write!(out, " {duration:.0} ({processor:.0}) |");
        }
        out.push('\n');
    }
    out.push('\n');
    out
}

/// Returns a message for each limit that the timings exceed.
fn exceeded_limits(timings: &Timings) -> Vec<String> {
    let Timings { items, p95, interactions, tasks, .. } = timings;
    let limit = if *items <= SMALL_EDITION { LIMIT_SMALL } else { LIMIT_LARGE };
    let mut exceeded = Vec::new();
    if *p95 > limit {
        exceeded.push(format!(
            "{items} items: a key takes {p95:.1} ms at the 95th percentile, more than {limit}"
        ));
    }
    if interactions.p95 > LIMIT_INTERACTION {
        exceeded.push(format!(
            "{items} items: {:.0} ms from a key to the next paint at the 95th percentile, more than \
             {LIMIT_INTERACTION}",
            interactions.p95
        ));
    }
    for (activity, Task { duration, .. }) in tasks.all() {
        if duration > LONGEST_TASK {
            exceeded.push(format!(
                "{items} items: a task takes {duration:.0} ms {activity}, more than {LONGEST_TASK}"
            ));
        }
    }
    exceeded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_keys_and_long_tasks_are_reported() {
        let check = |items, p95, interaction, longest, expected: usize| {
            let task = |duration| Task { duration, processor: 0.0 };
            let timings = Timings {
                items,
                painted: 1.0,
                keys: 9,
                p50: 1.0,
                p95,
                interactions: Interactions { p50: 16.0, p95: interaction, worst: 99.0 },
                tasks: Tasks {
                    scroll: task(longest),
                    typing: task(longest),
                    open: task(0.0),
                    unfold: task(50.0),
                },
            };
            assert_eq!(
                exceeded_limits(&timings).len(),
                expected,
                "{items} items, {p95} ms, {interaction} ms, {longest} ms"
            );
        };
        check(17, 15.0, 40.0, 0.0, 0);
        check(17, 17.0, 40.0, 0.0, 1);
        check(10_000, 17.0, 48.0, 50.0, 1);
        check(10_000, 33.0, 48.0, 51.0, 4);
    }
}
