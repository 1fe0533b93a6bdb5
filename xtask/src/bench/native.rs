//! The native benchmarks: runs them and parses the tables that divan prints.

use crate::root;
use serde::{Deserialize, Serialize};
use std::process::{Command, Stdio};

/// The packages with benchmarks.
const PACKAGES: [&str; 3] = ["cuttings-corpus", "cuttings-insight", "cuttings-search"];

/// A benchmark and the median of its samples.
#[derive(Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Bench {
    /// The path in divan's tree: groups, function, argument.
    pub(super) path: Vec<String>,
    /// The median with its unit, as divan prints it.
    pub(super) median: String,
    /// Bytes or items per second at the median, if the benchmark counts them.
    pub(super) throughput: Option<String>,
}

/// Runs the benchmarks of each package, on a corpus or on the generated one.
pub(super) fn run(corpus: Option<&String>) -> Result<Vec<(String, Vec<Bench>)>, String> {
    PACKAGES
        .into_iter()
        .map(|package| Ok((package.to_owned(), benches_of(package, corpus)?)))
        .collect()
}

fn benches_of(package: &str, corpus: Option<&String>) -> Result<Vec<Bench>, String> {
    eprintln!("bench: native benches of {package}");
    let mut command = Command::new("cargo");
    command.args(["bench", "--quiet", "--locked", "--benches", "-p", package]).current_dir(root());
    if let Some(corpus) = corpus {
        command.env("BENCH_CORPUS", corpus);
    }
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| format!("cargo: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        Ok(parse(&text))
    } else {
        Err(format!("the benches of {package} fail\n{text}"))
    }
}

/// Parses divan's tables and skips all other lines.
fn parse(output: &str) -> Vec<Bench> {
    let mut path: Vec<String> = Vec::new();
    let mut benches: Vec<Bench> = Vec::new();
    for line in output.lines() {
        let Some(median) = median(line) else { continue };
        let is_figure = median.starts_with(|letter: char| letter.is_ascii_digit());
        match branch(line) {
            Some((depth, name)) => {
                path.truncate(depth);
                path.push(name.to_owned());
                if is_figure {
                    benches.push(Bench {
                        path: path.clone(),
                        median: median.to_owned(),
                        throughput: None,
                    });
                }
            }
            // The line with a program's name also has the column heads.
            None if median == "median" => {
                path = vec![line.split("  ").next().unwrap_or_default().to_owned()];
            }
            // A line without a name has the throughput of the benchmark above it.
            None if is_figure => {
                if let Some(bench) = benches.last_mut() {
                    bench.throughput.get_or_insert_with(|| median.to_owned());
                }
            }
            None => {}
        }
    }
    benches
}

/// Returns the column "median", the fourth from the right; empty for a group.
fn median(line: &str) -> Option<&str> {
    line.rsplit('│').nth(3).map(str::trim)
}

/// Returns the depth and the name of a line. Each level of the tree is three characters wide.
fn branch(line: &str) -> Option<(usize, &str)> {
    let (before, after) = line.split_once("├─ ").or_else(|| line.split_once("╰─ "))?;
    Some((before.chars().count() / 3 + 1, after.split("  ").next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, expected: &[(&str, &str, Option<&str>)]) {
        let found = parse(output);
        let found: Vec<(String, &str, Option<&str>)> = found
            .iter()
            .map(|bench| (bench.path.join(" "), bench.median.as_str(), bench.throughput.as_deref()))
            .collect();
        let expected: Vec<(String, &str, Option<&str>)> = expected
            .iter()
            .map(|(path, median, throughput)| ((*path).to_owned(), *median, *throughput))
            .collect();
        assert_eq!(found, expected, "{output}");
    }

    #[test]
    fn tables_parse_with_groups_arguments_and_throughput() {
        check("running 0 tests\n\ntest result: ok. 0 passed; 0 failed\n", &[]);
        check(
            "
Timer precision: 20 ns
parse                  fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ open                              │               │               │               │         │
│  ├─ 1000             139.9 ns      │ 143 ns        │ 141.1 ns      │ 141.3 ns      │ 100     │ 1600
│  │                   7.147 GB/s    │ 6.991 GB/s    │ 7.082 GB/s    │ 7.077 GB/s    │         │
│  ╰─ 10000            1.371 µs      │ 2.03 ms       │ 1.386 µs      │ 21.68 µs      │ 100     │ 200
├─ simple              0.006 ns      │ 0.036 ns      │ 0.011 ns      │ 0.011 ns      │ 100     │ 819200
╰─ query                             │               │               │               │         │
   ├─ word                           │               │               │               │         │
   │  ╰─ grain export  0.097 ns      │ 0.103 ns      │ 0.099 ns      │ 0.1 ns        │ 10      │ 81920
   ╰─ last             0.003 ns      │ 0.015 ns      │ 0.005 ns      │ 0.006 ns      │ 100     │ 819200
                       1.666 Titem/s │ 333.3 Gitem/s │ 1 Titem/s     │ 833.3 Gitem/s │         │
",
            &[
                ("parse open 1000", "141.1 ns", Some("7.082 GB/s")),
                ("parse open 10000", "1.386 µs", None),
                ("parse simple", "0.011 ns", None),
                ("parse query word grain export", "0.099 ns", None),
                ("parse query last", "0.005 ns", Some("1 Titem/s")),
            ],
        );
    }
}
