//! `cargo xtask lighthouse`: runs Lighthouse on the published pages with its mobile preset, served
//! by nginx with `docs/hosting/nginx.conf`, and reports the median of each figure.

use crate::hosting::Host;
use crate::results::{self, PAGE};
use crate::size;
use serde_json::Value;
use std::env;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Lighthouse's categories and their titles. Each must score 100.
const CATEGORIES: [(&str, &str); 4] = [
    ("performance", "Performance"),
    ("accessibility", "Accessibility"),
    ("best-practices", "Best practices"),
    ("seo", "SEO"),
];

/// Further audits: Lighthouse's name, the title, the divisor from its unit to the reported one, and
/// the limit.
const FIGURES: [(&str, &str, f64, Option<f64>); 5] = [
    ("first-contentful-paint", "first paint, s", 1000.0, None),
    ("largest-contentful-paint", "largest paint, s", 1000.0, None),
    ("speed-index", "speed index, s", 1000.0, None),
    ("total-blocking-time", "blocked, ms", 1.0, Some(50.0)),
    ("cumulative-layout-shift", "shift", 1.0, Some(0.0)),
];

/// The default number of loads of each page.
const RUNS: usize = 5;

const USAGE: &str = "\
cargo xtask lighthouse DIR [--runs N] [--write]

  DIR       an edition built for /
  --runs N  number of loads of each page (5)
  --write   write the table to bench/RESULTS.md";

/// `cargo xtask lighthouse DIR [--runs N] [--write]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (mut folder, mut runs, mut write) = (None, RUNS, false);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--write" => write = true,
            "--runs" => runs = words.next().and_then(|number| number.parse().ok()).ok_or(USAGE)?,
            path if folder.is_none() => folder = Some(path),
            _ => return Err(USAGE.into()),
        }
    }
    let folder = Path::new(folder.ok_or(USAGE)?);
    let pages = measure(folder, runs.max(1))?;
    let section = section(&pages, runs) + &size::table(folder)?;
    print!("{section}");
    if write {
        results::put(PAGE, &section)?;
    }
    let missed: Vec<String> = pages.iter().flat_map(missed_limits).collect();
    if missed.is_empty() { Ok(()) } else { Err(missed.join("\n       ")) }
}

/// A page with the medians of its category scores (0 to 100) and figures.
struct Page {
    name: &'static str,
    scores: Vec<f64>,
    figures: Vec<f64>,
    /// The audits that lower a score, in Lighthouse's words.
    complaints: Vec<String>,
}

fn measure(folder: &Path, runs: usize) -> Result<Vec<Page>, String> {
    let host = Host::start(folder, "/")?;
    let article = host.article()?;
    let mut pages = Vec::new();
    for (name, path) in [("results", String::new()), ("reader", article)] {
        let mut reports = Vec::new();
        for nth in 1..=runs {
            eprintln!("lighthouse: {name}, {nth} of {runs}");
            // Lighthouse sometimes misses the start of its trace and asks for another run.
            let address = host.address(&path);
            reports.push(report(&address).or_else(|_| report(&address))?);
        }
        let median_of = |figure: &dyn Fn(&Value) -> Option<f64>| -> Result<f64, String> {
            let mut values = reports
                .iter()
                .map(|report| figure(report).ok_or("a report lacks a figure"))
                .collect::<Result<Vec<_>, _>>()?;
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied().ok_or_else(|| "no report".to_owned())
        };
        let scores = CATEGORIES
            .iter()
            .map(|(key, _)| {
                median_of(&|report| Some(100.0 * report["categories"][key]["score"].as_f64()?))
            })
            .collect::<Result<_, _>>()?;
        let figures = FIGURES
            .iter()
            .map(|(audit, _, unit, _)| {
                median_of(&|report| Some(report["audits"][audit]["numericValue"].as_f64()? / unit))
            })
            .collect::<Result<_, _>>()?;
        let complaints = reports.last().map(complaints).unwrap_or_default();
        pages.push(Page { name, scores, figures, complaints });
    }
    Ok(pages)
}

/// Runs Lighthouse once.
fn report(address: &str) -> Result<Value, String> {
    let modules = env::var("CUTTINGS_LIGHTHOUSE").unwrap_or_default();
    let program = Path::new(&modules).join(".bin/lighthouse");
    let categories: Vec<&str> = CATEGORIES.iter().map(|(key, _)| *key).collect();
    let output = Command::new(&program)
        .arg(address)
        .args(["--output=json", "--quiet", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", categories.join(",")))
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync")
        .env("CHROME_PATH", env::var_os("CHROME").unwrap_or_default())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| {
            format!("{}: {error}; run this with `scripts/with bench …`, which installs it", program.display())
        })?;
    if !output.status.success() {
        return Err(format!("lighthouse ended with {}", output.status));
    }
    let report: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("lighthouse: {error}"))?;
    match report["runtimeError"]["message"].as_str() {
        Some(message) => Err(format!("lighthouse: {message}")),
        None => Ok(report),
    }
}

/// Returns the weighted audits that are not passed in full.
fn complaints(report: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (key, name) in CATEGORIES {
        for audit in report["categories"][key]["auditRefs"].as_array().into_iter().flatten() {
            let counts = audit["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            let audit = &report["audits"][audit["id"].as_str().unwrap_or_default()];
            if counts && audit["score"].as_f64().is_some_and(|score| score < 0.99) {
                let text = |key: &str| audit[key].as_str().unwrap_or_default();
                found.push(format!("{name}: {} {}", text("title"), text("displayValue")));
            }
        }
    }
    found
}

/// Returns a message for each score and figure that misses its limit.
fn missed_limits(page: &Page) -> Vec<String> {
    let mut missed = Vec::new();
    for ((_, category), score) in CATEGORIES.iter().zip(&page.scores) {
        if *score < 100.0 {
            missed.push(format!("{}: {category} is {score:.0}, not 100", page.name));
        }
    }
    for ((_, figure, _, limit), value) in FIGURES.iter().zip(&page.figures) {
        if let Some(limit) = limit.filter(|limit| value > limit) {
            missed.push(format!("{}: {figure} is {value:.2}, more than {limit}", page.name));
        }
    }
    if !missed.is_empty() {
        missed
            .extend(page.complaints.iter().map(|complaint| format!("{}: {complaint}", page.name)));
    }
    missed
}

/// Returns the section for the report.
fn section(pages: &[Page], runs: usize) -> String {
    let mut out = format!(
        "{PAGE}\n\nLighthouse: medians of {runs} loads with its mobile preset (a slow phone on a slow network), served by\n\
         nginx with `docs/hosting/nginx.conf`.\n\n| page |"
    );
    for (_, name) in CATEGORIES {
        let _ = write!(out, " {name} |");
    }
    for (_, name, ..) in FIGURES {
        let _ = write!(out, " {name} |");
    }
    out.push_str("\n|---|");
    out.push_str(&"---:|".repeat(CATEGORIES.len() + FIGURES.len()));
    for page in pages {
        let _ = write!(out, "\n| {} |", page.name);
        for score in &page.scores {
            let _ = write!(out, " {score:.0} |");
        }
        for ((_, _, unit, _), value) in FIGURES.iter().zip(&page.figures) {
            let _ = if *unit > 1.0 {
                write!(out, " {value:.2} |")
            } else {
                write!(out, " {} |", (value * 1000.0).round() / 1000.0)
            };
        }
    }
    out.push_str("\n\n");
    out
}
