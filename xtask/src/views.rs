//! `cargo xtask views`: measures in Chromium how fast the views that explore an edition follow the
//! query, served by nginx with `docs/hosting/nginx.conf`.

use crate::browser_measurement::Measurement;
use crate::results::VIEWS;
use serde::Deserialize;
use std::fmt::Write as _;

/// The limits in ms at the 95th percentile of a key: for up to [`SMALL_EDITION`] items, and for
/// more.
const SMALL_EDITION: u32 = 20_000;
const LIMIT_SMALL: f64 = 50.0;
const LIMIT_LARGE: f64 = 150.0;

/// The number of visits to each edition.
const ROUNDS: &str = "3";

const USAGE: &str = "\
cargo xtask views DIR… [--write]

  DIR      an edition built for /
  --write  write the table to bench/RESULTS.md";

/// The output of `bench/browser/views.mjs`.
#[derive(Deserialize)]
struct Timings {
    items: u32,
    views: Vec<ViewTimes>,
}

/// The times of a view, in ms.
#[derive(Deserialize)]
struct ViewTimes {
    view: String,
    keys: u32,
    p50: f64,
    p95: f64,
    worst: f64,
}

const MEASUREMENT: Measurement<Timings> = Measurement {
    usage: USAGE,
    script: "views.mjs",
    rounds: ROUNDS,
    heading: VIEWS,
    section,
    exceeded_limits,
};

/// `cargo xtask views DIR… [--write]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    MEASUREMENT.run(arguments)
}

fn section(all: &[Timings]) -> String {
    let mut out = format!(
        "{VIEWS}\n\n\
         `cargo xtask views DIR…` in headless Chromium, 1280 px wide: titles are typed letter by letter while\n\
         a view is shown. The time of a key is the work until the view is painted, the median of {ROUNDS} visits.\n\
         Wanted at the 95th percentile are {LIMIT_SMALL} ms at 10,000 items and {LIMIT_LARGE} ms at 100,000.\n\n\
         | items | view | keys | p50, ms | p95, ms | worst, ms |\n|---:|---|---:|---:|---:|---:|\n"
    );
    for Timings { items, views } in all {
        for ViewTimes { view, keys, p50, p95, worst } in views {
            let _ =
                writeln!(out, "| {items} | {view} | {keys} | {p50:.1} | {p95:.1} | {worst:.1} |");
        }
    }
    out.push('\n');
    out
}

/// Returns a message for each view that exceeds its limit.
fn exceeded_limits(timings: &Timings) -> Vec<String> {
    let Timings { items, views } = timings;
    let limit = if *items <= SMALL_EDITION { LIMIT_SMALL } else { LIMIT_LARGE };
    let exceeded = views.iter().filter(|view| view.p95 > limit);
    let message = |ViewTimes { view, p95, .. }: &ViewTimes| {
        format!(
            "{items} items: a key takes {p95:.1} ms in {view} at the 95th percentile, more than \
             {limit}"
        )
    };
    exceeded.map(message).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_views_are_reported() {
        let timings = |items, p95| {
            let view = ViewTimes { view: "places".into(), keys: 9, p50: 1.0, p95, worst: 999.0 };
            Timings { items, views: vec![view] }
        };
        assert!(exceeded_limits(&timings(10_000, 50.0)).is_empty());
        assert_eq!(exceeded_limits(&timings(10_000, 50.1)).len(), 1);
        assert!(exceeded_limits(&timings(100_000, 150.0)).is_empty());
    }
}
