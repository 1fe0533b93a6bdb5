//! Runs the fuzz targets with the compiler of the project: `cargo xtask fuzz`.
//!
//! The instrumentation is LLVM's, which a stable compiler passes on, so neither cargo-fuzz nor a
//! nightly compiler is needed. Each target gets the samples of `fuzz/seeds` and the words of
//! `fuzz/dictionaries`; what it learns stays in `fuzz/corpus`, what it finds in `fuzz/artifacts`.

use crate::root;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The executions of a target, unless `--runs` says otherwise.
const RUNS: u64 = 1_000_000;

/// The longest input in bytes. Longer ones are slow and seldom find more.
const MAX_LENGTH: usize = 256;

/// The flags that record edges for libFuzzer, as cargo-fuzz sets them. Comparisons are not
/// recorded: that doubles the time of an execution, and the dictionaries have the words.
const INSTRUMENTATION: &str = "--cfg fuzzing \
    -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0";

/// Runs `cargo xtask fuzz [--runs N] [--seconds N] [TARGET…]`.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let (mut runs, mut seconds, mut targets) = (RUNS, None, Vec::new());
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut read = || -> Result<(), lexopt::Error> {
        while let Some(argument) = parser.next()? {
            match argument {
                Long("runs") => runs = parser.value()?.parse()?,
                Long("seconds") => seconds = Some(parser.value()?.parse()?),
                Value(target) => targets.push(target.string()?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(())
    };
    read().map_err(|error| error.to_string())?;
    let known = targets_in(&root().join("fuzz/fuzz_targets"))?;
    if let Some(unknown) = targets.iter().find(|target| !known.contains(target)) {
        return Err(format!("unknown target '{unknown}'; there are {}", known.join(", ")));
    }
    if targets.is_empty() {
        targets = known;
    }
    let host = host()?;
    build(&host, &targets)?;
    println!("| target | executions | seconds | edges |\n|---|---:|---:|---:|");
    let mut faults = Vec::new();
    for target in &targets {
        match fuzz(&host, target, runs, seconds) {
            Ok(row) => println!("{row}"),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Returns the names of the targets, in alphabetical order.
fn targets_in(folder: &Path) -> Result<Vec<String>, String> {
    let files = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = files
        .filter_map(|file| Some(file.ok()?.path().file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    Ok(names)
}

/// Returns the compiler's target for this machine. With a target, the flags do not apply to build
/// scripts.
fn host() -> Result<String, String> {
    let output = Command::new("rustc").arg("-vV").current_dir(root()).output();
    let output = output.map_err(|error| format!("rustc: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc names no host".to_owned())
}

fn build(host: &str, targets: &[String]) -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
        .args(["--target", host, "--target-dir", "target/fuzz"])
        .args(targets.iter().flat_map(|target| ["--bin", target]))
        .env("RUSTFLAGS", INSTRUMENTATION)
        .current_dir(root())
        .status()
        .map_err(|error| format!("cargo: {error}"))?;
    status.success().then_some(()).ok_or_else(|| "the targets do not compile".to_owned())
}

/// Runs a target and returns its row of the table.
///
/// # Errors
/// If the target finds something.
fn fuzz(host: &str, target: &str, runs: u64, seconds: Option<u64>) -> Result<String, String> {
    let folder = root().join("fuzz");
    let (corpus, seeds) = (folder.join("corpus").join(target), folder.join("seeds").join(target));
    let artifacts = folder.join("artifacts").join(target);
    for folder in [&corpus, &artifacts] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut command =
        Command::new(root().join("target/fuzz").join(host).join("release").join(target));
    command.arg(corpus);
    if seeds.is_dir() {
        command.arg(seeds);
    }
    let dictionary = folder.join("dictionaries").join(format!("{target}.dict"));
    if dictionary.is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    command
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(format!("-runs={runs}"))
        .arg(format!("-max_total_time={}", seconds.unwrap_or(0)))
        .arg(format!("-max_len={MAX_LENGTH}"))
        // To weigh rare edges takes longer than an execution of the larger targets.
        .args(["-entropic=0", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    let started = Instant::now();
    let mut child =
        command.stderr(Stdio::piped()).spawn().map_err(|error| format!("{target}: {error}"))?;
    let mut log = Log::default();
    for line in child.stderr.take().into_iter().flat_map(|it| BufReader::new(it).split(b'\n')) {
        let line = line.map_err(|error| format!("{target}: {error}"))?;
        let line = String::from_utf8_lossy(&line);
        eprintln!("{target}: {line}");
        log.read(&line);
    }
    let status = child.wait().map_err(|error| format!("{target}: {error}"))?;
    if !status.success() {
        return Err(format!("{target} found the input in {}", artifacts.display()));
    }
    if log.edges <= log.first_edges {
        return Err(format!("{target} is not guided by coverage: it covers {} edges", log.edges));
    }
    let Log { executions, edges, .. } = log;
    Ok(format!("| {target} | {executions} | {} | {edges} |", started.elapsed().as_secs()))
}

/// The figures in the output of libFuzzer.
#[derive(Debug, Default, PartialEq, Eq)]
struct Log {
    executions: u64,
    /// The edges that the empty input covers.
    first_edges: u64,
    /// The edges that all inputs cover.
    edges: u64,
}

impl Log {
    fn read(&mut self, line: &str) {
        let number_after = |words: &str| -> Option<u64> {
            line.split_once(words)?.1.split_whitespace().next()?.parse().ok()
        };
        if let Some(executions) = number_after("stat::number_of_executed_units:") {
            self.executions = executions;
        }
        if let Some(edges) = number_after(" cov: ") {
            if self.edges == 0 {
                self.first_edges = edges;
            }
            self.edges = self.edges.max(edges);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_the_log_of_libfuzzer() {
        let mut log = Log::default();
        for line in [
            "INFO: Seed: 2870394051",
            "#2\tINITED cov: 12 ft: 13 corp: 1/1b exec/s: 0 rss: 30Mb",
            "#513\tNEW    cov: 431 ft: 600 corp: 2/9b lim: 4 exec/s: 0 rss: 31Mb L: 8/8 MS: 1",
            "#1000\tDONE   cov: 430 ft: 600 corp: 2/9b lim: 4 exec/s: 500 rss: 31Mb",
            "stat::number_of_executed_units: 1000",
        ] {
            log.read(line);
        }
        assert_eq!(log, Log { executions: 1000, first_edges: 12, edges: 431 });
    }
}
