//! `cargo xtask keystrokes`: measures in Chromium how fast the page reacts to keys, and its longest
//! tasks, served by nginx with `docs/hosting/nginx.conf`.

use crate::browser_measurement::Measurement;
use crate::results::KEYSTROKES;
use serde::Deserialize;
use std::fmt::Write as _;

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
    interactions: Typed<Interactions>,
    tasks: Tasks,
}

/// A measurement of the time when a person types right after the start, and of a later one.
#[derive(Clone, Copy, Deserialize)]
struct Typed<T> {
    first: T,
    second: T,
}

/// The times from a key to the next paint.
#[derive(Clone, Copy, Deserialize)]
struct Interactions {
    p50: f64,
    p95: f64,
    worst: f64,
}

/// The longest task of each activity.
#[derive(Deserialize)]
struct Tasks {
    start: Task,
    #[serde(flatten)]
    typing: Typed<Task>,
    scroll: Task,
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
    fn all(&self) -> [(&'static str, Task); 6] {
        [
            ("at the start", self.start),
            ("while typing at first", self.typing.first),
            ("while typing later", self.typing.second),
            ("while scrolling", self.scroll),
            ("for the longest article", self.open),
            ("for the facets", self.unfold),
        ]
    }
}

const MEASUREMENT: Measurement<Timings> = Measurement {
    usage: USAGE,
    script: "keystrokes.mjs",
    rounds: ROUNDS,
    heading: KEYSTROKES,
    section,
    exceeded_limits,
};

/// `cargo xtask keystrokes DIR… [--write]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    MEASUREMENT.run(arguments)
}

fn section(all: &[Timings]) -> String {
    let mut out = format!(
        "{KEYSTROKES}\n\n\
         Measured in headless Chromium, 1280 px wide: medians of {ROUNDS} visits. Titles are typed letter by\n\
         letter into the empty search box, by one key per 120 ms: first right after the start, when code runs\n\
         for the first time and parts of the edition arrive from this machine, then again when what these\n\
         titles need is there. The service worker stores nothing meanwhile, as on any visit but the first.\n\n\
         The time from a key to the next paint, as the browser reports it: at least 16 ms, in steps of 8 ms.\n\n\
         | items | first, p50, ms | p95, ms | worst, ms | again, p50, ms | p95, ms | worst, ms |\n\
         |---:|---:|---:|---:|---:|---:|---:|\n"
    );
    for Timings { items, interactions: Typed { first, second }, .. } in all {
        let _ = write!(out, "| {items} |");
        for Interactions { p50, p95, worst } in [first, second] {
            let _ = write!(out, " {p50:.0} | {p95:.0} | {worst:.0} |");
        }
        out.push('\n');
    }
    out.push_str(
        "\nThe work of the same keys, when everything is there, until their results are painted, without\n\
         waiting for a frame.\n\n\
         | items | first paint, ms | keys | p50, ms | p95, ms |\n|---:|---:|---:|---:|---:|\n",
    );
    for Timings { items, painted, keys, p50, p95, .. } in all {
        let _ = writeln!(out, "| {items} | {painted:.0} | {keys} | {p50:.1} | {p95:.1} |");
    }
    out.push_str(
        "\nThe longest task of the main thread while the page starts, and while a reader types these keys,\n\
         scrolls through the first page of results, opens the longest article, scrolls in it and to its\n\
         end and goes back, and unfolds the facets, asks for more values and finds some by letters; in\n\
         brackets the longest processor time of a task, which need not be the same one.\n\n\
         | items | start, ms | typing, ms | typing again, ms | scrolling, ms | article, ms | facets, ms |\n\
         |---:|---:|---:|---:|---:|---:|---:|\n",
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
    for (time, Interactions { p95, .. }) in
        [("at first", interactions.first), ("later", interactions.second)]
    {
        if p95 > LIMIT_INTERACTION {
            exceeded.push(format!(
                "{items} items: {p95:.0} ms from a key to the next paint at the 95th percentile \
                 {time}, more than {LIMIT_INTERACTION}"
            ));
        }
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
            let interaction = Interactions { p50: 16.0, p95: interaction, worst: 99.0 };
            let timings = Timings {
                items,
                painted: 1.0,
                keys: 9,
                p50: 1.0,
                p95,
                interactions: Typed {
                    first: Interactions { p95: 40.0, ..interaction },
                    second: interaction,
                },
                tasks: Tasks {
                    start: task(0.0),
                    typing: Typed { first: task(longest), second: task(0.0) },
                    scroll: task(longest),
                    open: task(0.0),
                    unfold: task(50.0),
                },
            };
            assert_eq!(
                exceeded_limits(&timings).len(),
                expected,
                "{items} items, {p95} ms, {} ms, {longest} ms",
                interaction.p95
            );
        };
        check(17, 15.0, 40.0, 0.0, 0);
        check(17, 17.0, 40.0, 0.0, 1);
        check(10_000, 17.0, 48.0, 50.0, 1);
        check(10_000, 33.0, 48.0, 51.0, 4);
    }
}
