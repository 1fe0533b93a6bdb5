//! Runs every check, one after the other, for `make test` and CI.
//!
//! The output of a step goes to a log and is printed only if the step fails. The report at the end
//! gives the time of each step. Its last line counts the tests of each step, and counts a step
//! without tests as one.

use crate::root;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A check: a name, and commands that must all succeed.
struct Step {
    name: &'static str,
    commands: Vec<Vec<String>>,
    environment: Vec<(&'static str, String)>,
    /// Print the output even if the step succeeds.
    print_output: bool,
    /// A part of lines of which each must appear in the output exactly once.
    once: Option<&'static str>,
}

impl Step {
    fn new(name: &'static str, commands: &[&str]) -> Step {
        let commands = commands
            .iter()
            .map(|command| command.split_whitespace().map(str::to_owned).collect())
            .collect();
        Step { name, commands, environment: Vec::new(), print_output: false, once: None }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Step {
        self.environment.push((name, value.into()));
        self
    }

    fn with_each_line_once(mut self, part: &'static str) -> Step {
        self.once = Some(part);
        self
    }

    fn print_output(mut self) -> Step {
        self.print_output = true;
        self
    }
}

/// The path that the second build is served under. It has two segments, as the path of a real host
/// may.
const SUB_PATH: &str = "/papers/2026/";

/// The file of the single-file edition.
const SINGLE: &str = "target/e2e/cuttings.html";

/// The sites that the browser tests need.
const SITES: &str = "--dist target/e2e/root --hostile-dist target/e2e/hostile \
     --german-dist target/e2e/german --arabic-dist target/e2e/arabic \
     --japanese-dist target/e2e/japanese --parts-dist target/e2e/parts";

/// The browser engines that the tests support.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Returns the engines to test in: those in `CUTTINGS_ENGINES`, or all.
fn selected_engines() -> Vec<String> {
    let engines = std::env::var("CUTTINGS_ENGINES").unwrap_or_else(|_| ENGINES.join(" "));
    engines.split_whitespace().map(str::to_owned).collect()
}

fn steps() -> Vec<Step> {
    // `scripts/with` sets this variable if the user's toolchain has no wasm target. The compiler
    // that it names has no clippy, so the page is then linted for the host only and checked for
    // wasm with warnings as errors.
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
            "check for wasm with warnings as errors (this compiler has no clippy)",
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
    let program = |folder: &str, out: &str| {
        format!(
            "target/debug/cuttings-cli build {folder} --page target/e2e/page --out target/e2e/{out}"
        )
    };
    let book = |folder: &str, name: &str| {
        format!("target/debug/cuttings-cli export epub {folder} --out target/e2e/{name}.epub")
    };
    let browsers = |flags: &str| format!("cargo run --locked --package cuttings-e2e -- {flags}");
    let seeds = |folder: &str| root().join(folder).display().to_string();
    let mut steps = vec![
        Step::new("formatting", &["cargo fmt --all --check"]),
        Step::new("house rules", &["cargo xtask tidy"]),
        Step::new("offline release builds after setup", &["scripts/check-offline"]).print_output(),
        Step::new("workflows", &["node scripts/check-workflows.mjs"]),
        Step::new("types of the page's scripts", &["tsc -p src/js", "tsc -p src/js/worker", "tsc -p src/js/importer", "tsc -p src/js/exporter"]),
        Step::new(
            "clippy for the host",
            &["cargo clippy --locked --workspace --all-targets --all-features -- -Dwarnings"],
        ),
        Step::new(
            "fuzz targets",
            &[
                "cargo fmt --manifest-path fuzz/Cargo.toml --check",
                "cargo clippy --locked --manifest-path fuzz/Cargo.toml --target-dir target/fuzz --bins --lib -- -Dwarnings",
            ],
        )
        // The targets are not linked, so libFuzzer need not be compiled.
        .with("CUSTOM_LIBFUZZER_PATH", "/absent/libfuzzer.a"),
        for_wasm(lint_wasm),
        Step::new("documentation", &["cargo doc --locked --workspace --no-deps --all-features"])
            .with("RUSTDOCFLAGS", "-Dwarnings"),
        Step::new("native tests", &["cargo test --locked --workspace --all-features --no-fail-fast"]),
        Step::new("a page in German", &["cargo test --locked -p cuttings --features ssr --test german"])
            .with("CUTTINGS_SEEDS", seeds("tests/german")),
        for_wasm(Step::new(
            "wasm tests in Chromium",
            &["cargo test --locked -p cuttings --target wasm32-unknown-unknown --test web"],
        ))
        .with(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            // The runner takes the first driver that a variable names, and would take Firefox's.
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
        Step::new("build of hostile seeds", &[&build("--public-url /", "hostile")])
            .with("CUTTINGS_SEEDS", seeds("e2e/hostile-seeds"))
            // `trunk build` compiles the page for the browser and for the publisher.
            .with_each_line_once("warning: cuttings@"),
        Step::new("the page without an edition", &[&build("--release --features parts --public-url /", "page")])
            .with("CUTTINGS_SEPARATE_EDITION", "1"),
        Step::new(
            "sites by the native program",
            &[
                &program("seeds", "separate"),
                "cargo xtask same-site target/e2e/root target/e2e/separate",
                // The browser tests of pages in other languages open an edition beside the program.
                &program("tests/german", "german"),
                &program("tests/arabic", "arabic"),
                &program("tests/japanese", "japanese"),
                // The folder that `cuttings new` makes.
                &program("cli/src/commands/starter/folder", "starter"),
                // Small parts, so that even the seeds have many.
                &program("seeds", "parts --part-bytes 4000"),
                &program(
                    "seeds",
                    &format!("sub-path-parts --part-bytes 4000 --base-url https://example.org{SUB_PATH}"),
                ),
            ],
        )
        .print_output(),
        Step::new(
            "HTML by the Nu checker",
            &[&format!(
                "scripts/check-html target/e2e/root target/e2e/hostile target/e2e/german target/e2e/arabic target/e2e/japanese target/e2e/starter {SINGLE}"
            )],
        )
        .print_output(),
        Step::new(
            "books by EPUBCheck",
            &[
                &book("seeds", "seeds"),
                &book("tests/german", "german"),
                &book("tests/arabic", "arabic"),
                &book("tests/japanese", "japanese"),
                &book("e2e/hostile-seeds", "hostile"),
                "scripts/check-epub target/e2e/seeds.epub target/e2e/german.epub target/e2e/arabic.epub target/e2e/japanese.epub target/e2e/hostile.epub",
            ],
        )
        .print_output(),
        Step::new("make serve", &["scripts/check-serve"]),
        Step::new(
            "hosting by nginx, Apache and Caddy",
            // The hostile seeds have a slug in Arabic.
            &[&format!(
                "cargo xtask hosting target/e2e/root / target/e2e/sub-path {SUB_PATH} target/e2e/hostile /"
            )],
        ),
        Step::new(
            "browser tests",
            &[&browsers(SITES)],
        )
        .with("CUTTINGS_SINGLE", SINGLE),
        Step::new(
            "browser tests under a path",
            // The e2e package knows which of its tests depend on the path.
            &[&browsers(&format!(
                "--dist target/e2e/sub-path --parts-dist target/e2e/sub-path-parts --base {SUB_PATH}"
            ))],
        ),
    ];
    // The e2e package knows which of its tests depend on the engine. Search and ranking do not.
    let engines = selected_engines();
    for (engine, name) in
        [("firefox", "browser tests in Firefox"), ("webkit", "browser tests in WebKit")]
    {
        if engines.iter().any(|selected| selected == engine) {
            let flags = format!("--browser {engine} {SITES}");
            steps.push(Step::new(name, &[&browsers(&flags)]).with("CUTTINGS_SINGLE", SINGLE));
        }
    }
    steps.push(
        Step::new("sizes", &[&format!("cargo xtask size target/e2e/root {SINGLE}")]).print_output(),
    );
    steps
}

/// Runs `cargo xtask ci [STEP…]`: all steps, or those with one of the words in their names.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let logs = root().join("target/ci");
    fs::create_dir_all(&logs).map_err(|error| format!("{}: {error}", logs.display()))?;
    let (mut passed, mut failed) = (0, 0);
    let mut times = Vec::new();
    for (number, step) in steps().iter().enumerate() {
        if !words.is_empty() && !words.iter().any(|word| step.name.contains(word.as_str())) {
            continue;
        }
        eprintln!("── {} …", step.name);
        let started = Instant::now();
        let log = logs.join(format!("{:02}.log", number + 1));
        let mut succeeded = execute(step, &log)?;
        let time = started.elapsed();
        times.push((step.name, time));
        let mut output = fs::read_to_string(&log).unwrap_or_default();
        let problem = step.once.filter(|_| succeeded).and_then(|part| not_once(&output, part));
        succeeded &= problem.is_none();
        output.extend(problem);
        let counts = count_tests(&output);
        let seconds = time.as_secs_f32();
        match (succeeded, counts) {
            (true, Some(tests)) => eprintln!("   ok, {} tests, {seconds:.0} s", tests.passed),
            (true, None) => eprintln!("   ok, {seconds:.0} s"),
            (false, _) => {
                eprintln!(
                    "{}\n   FAILED: {}, {seconds:.0} s",
                    without_progress(&output),
                    step.name
                );
            }
        }
        if succeeded && step.print_output {
            println!("{}", output.trim_end());
        }
        for line in output.lines().filter(|line| succeeded && line.starts_with("── flaky")) {
            println!("{line}");
        }
        let tests = counts.unwrap_or(Tests { passed: usize::from(succeeded), failed: 0 });
        passed += tests.passed;
        // A step can fail without a failing test, for example in a build. It then counts as one
        // failure.
        failed += if succeeded { tests.failed } else { tests.failed.max(1) };
    }
    println!("{}", time_table(&times));
    let engines = selected_engines();
    for engine in
        ENGINES.iter().filter(|engine| !engines.iter().any(|selected| selected == *engine))
    {
        println!("not tested in {engine}, because ENGINES leaves it out");
    }
    println!("cuttings: {passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err("not every check passed; see above".into()) }
}

/// Runs the commands of a step up to the first that fails. Writes their output to `log`, and
/// returns true if all succeed.
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

/// Leaves out the lines in which cargo tells of each crate it compiles: an error among them is hard
/// to find.
fn without_progress(output: &str) -> String {
    let progress = |line: &str| {
        let verb = line.trim_start().split(' ').next();
        line.starts_with(' ') && matches!(verb, Some("Checking" | "Compiling" | "Documenting"))
    };
    let lines: Vec<&str> = output.lines().filter(|line| !progress(line)).collect();
    lines.join("\n")
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

/// Lists the time of each step, and the sum.
fn time_table(times: &[(&str, Duration)]) -> String {
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    let row = |(name, time): (&str, Duration)| format!("{:>6.0} s  {name}\n", time.as_secs_f32());
    let rows: String = times.iter().copied().map(row).collect();
    format!("time of each step:\n{rows}{}", row(("total", total)).trim_end())
}

/// The numbers of passed and failed tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tests {
    passed: usize,
    failed: usize,
}

/// Adds up the summaries of all test runners in `output`. Returns `None` if there is no summary.
fn count_tests(output: &str) -> Option<Tests> {
    output.lines().filter_map(parse_summary).reduce(|one, other| Tests {
        passed: one.passed + other.passed,
        failed: one.failed + other.failed,
    })
}

/// Parses the last line of a Rust test runner: `test result: ok. 3 passed; 0 failed; …`.
fn parse_summary(line: &str) -> Option<Tests> {
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
        assert_eq!(count_tests(output), expected, "{output}");
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
    fn time_table_ends_with_the_total() {
        let times =
            [("formatting", Duration::from_secs(3)), ("native tests", Duration::from_secs(70))];
        assert_eq!(
            time_table(&times),
            "time of each step:\n     3 s  formatting\n    70 s  native tests\n    73 s  total"
        );
    }

    #[test]
    fn failures_are_printed_without_the_progress_of_cargo() {
        let output = "   Compiling syn v3.0.9\nerror: no space left\n Documenting serde v1.0.0\n\
            Compiling is over\nerror: 1 test failed";
        assert_eq!(
            without_progress(output),
            "error: no space left\nCompiling is over\nerror: 1 test failed"
        );
    }

    #[test]
    fn summaries_add_up() {
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
