//! Every check there is, one after the other: what `make test` and CI run.
//!
//! A step's output goes to a log and is shown only if the step fails. The last line counts: each test of a step that
//! runs tests, and 1 for each step that does not.

use crate::root;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// A check: its name, and the commands that must all succeed.
struct Step {
    name: &'static str,
    commands: Vec<Vec<String>>,
    environment: Vec<(&'static str, String)>,
    /// Whether its output is worth showing when it succeeds.
    shown: bool,
    /// A part of every line that has to appear in the output exactly once.
    once: Option<&'static str>,
}

impl Step {
    fn new(name: &'static str, commands: &[&str]) -> Step {
        let commands = commands
            .iter()
            .map(|command| command.split_whitespace().map(str::to_owned).collect())
            .collect();
        Step { name, commands, environment: Vec::new(), shown: false, once: None }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Step {
        self.environment.push((name, value.into()));
        self
    }

    fn with_each_line_once(mut self, part: &'static str) -> Step {
        self.once = Some(part);
        self
    }

    fn shown(mut self) -> Step {
        self.shown = true;
        self
    }
}

/// The path that the second build is served under: as deep as a real one.
const SUB_PATH: &str = "/papers/2026/";

/// Where the edition as one file is written.
const SINGLE: &str = "target/e2e/cuttings.html";

/// The browser engines there are tests for.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Those to test in: all, unless someone who cannot have one of them says so in `CUTTINGS_ENGINES`.
fn engines() -> Vec<String> {
    let chosen = std::env::var("CUTTINGS_ENGINES").unwrap_or_else(|_| ENGINES.join(" "));
    chosen.split_whitespace().map(str::to_owned).collect()
}

fn steps() -> Vec<Step> {
    // Set by `scripts/with` where the wasm target belongs to a compiler of the project's own, which has no clippy; the
    // page is linted for the host then, and checked with warnings as errors for wasm.
    let web_rustc = std::env::var("CUTTINGS_WEB_RUSTC").ok();
    let for_wasm = |step: Step| {
        let step = step.with("CARGO_TARGET_DIR", root().join("target/web").display().to_string());
        match &web_rustc {
            Some(rustc) => step.with("RUSTC", rustc),
            None => step,
        }
    };
    let lint_wasm = if web_rustc.is_some() {
        Step::new(
            "check for wasm, warnings as errors (this compiler has no clippy)",
            &["cargo check --locked -p cuttings --target wasm32-unknown-unknown"],
        )
        .with("RUSTFLAGS", "-Dwarnings")
    } else {
        Step::new(
            "clippy for wasm",
            &[
                "cargo clippy --locked -p cuttings --target wasm32-unknown-unknown --all-targets -- -Dwarnings",
            ],
        )
    };
    let build = |flags: &str, dist: &str| {
        format!("scripts/with build trunk build --offline {flags} --dist target/e2e/{dist}")
    };
    let browsers = |flags: &str| format!("cargo run --locked --package cuttings-e2e -- {flags}");
    let seeds = |folder: &str| root().join(folder).display().to_string();
    let mut steps = vec![
        Step::new("formatting", &["cargo fmt --all --check"]),
        Step::new("house rules", &["cargo xtask tidy"]),
        Step::new(
            "clippy for the host",
            &["cargo clippy --locked --workspace --all-targets --all-features -- -Dwarnings"],
        ),
        for_wasm(lint_wasm),
        Step::new("types of the page's scripts", &["tsc -p src/js", "tsc -p src/js/worker"]),
        Step::new("documentation", &["cargo doc --locked --workspace --no-deps --all-features"])
            .with("RUSTDOCFLAGS", "-Dwarnings"),
        Step::new("native tests", &["cargo test --locked --workspace --all-features"]),
        Step::new("a page in German", &["cargo test --locked -p cuttings --features ssr --test german"])
            .with("CUTTINGS_SEEDS", seeds("tests/german")),
        for_wasm(Step::new(
            "wasm tests in Chromium",
            &["cargo test --locked -p cuttings --target wasm32-unknown-unknown --test web"],
        ))
        .with(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            // It takes the first driver that it is told of, and would take Firefox's.
            "env -u GECKODRIVER wasm-bindgen-test-runner",
        ),
        Step::new("licences and duplicate versions", &["cargo xtask dependencies"]),
        Step::new(
            "release builds",
            &[
                &build("--release --public-url /", "root"),
                &build(&format!("--release --public-url {SUB_PATH}"), "sub-path"),
            ],
        )
        .with("CUTTINGS_SEEDS", seeds("seeds"))
        .with("CUTTINGS_SINGLE", SINGLE),
        Step::new("build of seeds that mean harm", &[&build("--public-url /", "hostile")])
            .with("CUTTINGS_SEEDS", seeds("e2e/hostile-seeds"))
            // `trunk build` compiles the page for the browser and for the publisher.
            .with_each_line_once("warning: cuttings@"),
        Step::new("build of a page in German", &[&build("--public-url /", "german")])
            .with("CUTTINGS_SEEDS", seeds("tests/german")),
        Step::new(
            "hosting by nginx, Apache and Caddy",
            &[&format!("cargo xtask hosting target/e2e/root / target/e2e/sub-path {SUB_PATH}")],
        ),
        Step::new(
            "browser tests",
            &[&browsers(
                "--dist target/e2e/root --hostile-dist target/e2e/hostile --german-dist target/e2e/german",
            )],
        )
        .with("CUTTINGS_SINGLE", SINGLE),
        Step::new(
            "browser tests under a path",
            // What a path can break: addresses, links, files. The rest has no part in it.
            &[&browsers(&format!(
                "--dist target/e2e/sub-path --base {SUB_PATH} address:: reader:: results:: search:: accidents:: takeover:: privacy:: offline::"
            ))],
        ),
    ];
    // What engines may do otherwise; the programs that search and rank are the same in all.
    let engines = engines();
    for (engine, name) in
        [("firefox", "browser tests in Firefox"), ("webkit", "browser tests in WebKit")]
    {
        if engines.iter().any(|wanted| wanted == engine) {
            let flags = format!(
                "--browser {engine} --dist target/e2e/root --hostile-dist target/e2e/hostile"
            );
            steps.push(Step::new(name, &[&browsers(&flags)]).with("CUTTINGS_SINGLE", SINGLE));
        }
    }
    steps
        .push(Step::new("sizes", &[&format!("cargo xtask size target/e2e/root {SINGLE}")]).shown());
    steps
}

/// `cargo xtask ci [STEP…]`
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let logs = root().join("target/ci");
    fs::create_dir_all(&logs).map_err(|error| format!("{}: {error}", logs.display()))?;
    let (mut passed, mut failed) = (0, 0);
    for (number, step) in steps().iter().enumerate() {
        if !words.is_empty() && !words.iter().any(|word| step.name.contains(word.as_str())) {
            continue;
        }
        eprintln!("── {} …", step.name);
        let started = Instant::now();
        let log = logs.join(format!("{:02}.log", number + 1));
        let succeeded = execute(step, &log)?;
        let mut output = fs::read_to_string(&log).unwrap_or_default();
        let not_once = step.once.filter(|_| succeeded).and_then(|part| not_once(&output, part));
        let fine = succeeded && not_once.is_none();
        output.extend(not_once);
        let counted = tests_in(&output);
        let seconds = started.elapsed().as_secs_f32();
        match (fine, counted) {
            (true, Some(tests)) => eprintln!("   ok, {} tests, {seconds:.0} s", tests.passed),
            (true, None) => eprintln!("   ok, {seconds:.0} s"),
            (false, _) => eprintln!("{output}\n   FAILED: {}, {seconds:.0} s", step.name),
        }
        if fine && step.shown {
            println!("{}", output.trim_end());
        }
        for line in output.lines().filter(|line| fine && line.starts_with("── unsteady")) {
            println!("{line}");
        }
        let tests = counted.unwrap_or(Tests { passed: usize::from(fine), failed: 0 });
        passed += tests.passed;
        // A step that fails without a failing test, in a build say, is itself the failure.
        failed += if fine { tests.failed } else { tests.failed.max(1) };
    }
    for engine in ENGINES.iter().filter(|engine| !engines().iter().any(|wanted| wanted == *engine))
    {
        println!("not tested in {engine}, as asked for by ENGINES");
    }
    println!("cuttings: {passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err("not every check passed; see above".into()) }
}

/// Runs a step's commands with their output in `log`; true if all succeed.
fn execute(step: &Step, log: &PathBuf) -> Result<bool, String> {
    let sink = File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
    for command in &step.commands {
        let Some((program, arguments)) = command.split_first() else { continue };
        let copy =
            |sink: &File| sink.try_clone().map(Stdio::from).map_err(|error| error.to_string());
        let status = Command::new(program)
            .args(arguments)
            .envs(step.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(root())
            .stdin(Stdio::null())
            .stdout(copy(&sink)?)
            .stderr(copy(&sink)?)
            .status()
            .map_err(|error| format!("{program}: {error}"))?;
        if !status.success() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Describes the error if no line of `output` contains `part`, or if two lines that do are equal.
fn not_once(output: &str, part: &str) -> Option<String> {
    let mut lines: Vec<&str> =
        output.lines().map(str::trim).filter(|line| line.contains(part)).collect();
    if lines.is_empty() {
        return Some(format!("no line contains “{part}”"));
    }
    lines.sort_unstable();
    let repeated = lines.windows(2).find(|pair| pair.first() == pair.last())?;
    repeated.first().map(|line| format!("printed more than once: {line}"))
}

/// How many tests a step ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tests {
    passed: usize,
    failed: usize,
}

/// The tests that the runners' closing lines in `output` add up to; `None` if no runner closed.
fn tests_in(output: &str) -> Option<Tests> {
    output.lines().filter_map(closing_line).reduce(|one, other| Tests {
        passed: one.passed + other.passed,
        failed: one.failed + other.failed,
    })
}

/// `test result: ok. 3 passed; 0 failed; …`, as every Rust test runner ends.
fn closing_line(line: &str) -> Option<Tests> {
    let counts = line.trim().strip_prefix("test result: ")?;
    let count = |what: &str| {
        let before = counts.split(what).next()?;
        before.split_whitespace().next_back()?.parse().ok()
    };
    Some(Tests { passed: count(" passed")?, failed: count(" failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, expected: Option<Tests>) {
        assert_eq!(tests_in(output), expected, "{output}");
    }

    #[test]
    fn repeated_and_missing_lines_are_errors() {
        let check = |output, expected: Option<&str>| {
            assert_eq!(not_once(output, "warning: a@").as_deref(), expected, "{output}");
        };
        check("warning: a@1: x\nCompiling b\nCompiling b\nwarning: a@1: y", None);
        check(
            "warning: a@1: x\nwarning: a@1: y\nwarning: a@1: x",
            Some("printed more than once: warning: a@1: x"),
        );
        check("Compiling b", Some("no line contains “warning: a@”"));
    }

    #[test]
    fn closing_lines_add_up() {
        check("Compiling x\nFinished", None);
        check(
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            Some(Tests { passed: 3, failed: 0 }),
        );
        check(
            "test result: ok. 3 passed; 0 failed; 1 ignored\nnoise\ntest result: FAILED. 10 passed; 2 failed; 0 ignored",
            Some(Tests { passed: 13, failed: 2 }),
        );
    }
}
