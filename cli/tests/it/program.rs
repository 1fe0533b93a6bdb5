//! The program as people and other programs run it: its help, exit codes, colours, JSON,
//! completions and manual pages. The other modules run it with the functions at the top.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The commands that people see.
const COMMANDS: [&str; 8] =
    ["new", "serve", "build", "single", "inspect", "import", "export", "completions"];

/// The files of a page as `make dist` compiles them into the program.
const PAGE: [(&str, &str); 20] = [
    (
        "shell.html",
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\" /><base href=\"/\" /></head>\n\
         <body><div id=\"page\"></div></body></html>",
    ),
    ("style.css", "a { color: red }"),
    ("reading.css", "p { color: tan }"),
    ("boot.js", "say(msg(\"copied\"));"),
    ("tools.js", "say(msg(\"close\"));"),
    ("library.js", "console.log(IMPORTER, EXPORTER);"),
    ("explorer.js", "export const initSync = 1;"),
    ("explorer.wasm", "no explorer"),
    ("single-boot.js", "console.log(1);"),
    ("importer.js", "console.log(IMPORTER_PROGRAM, NAMES);"),
    ("importer.wasm", "no importer"),
    ("exporter.js", "console.log(EXPORTER_PROGRAM);"),
    ("exporter.wasm", "no exporter"),
    ("worker.js", "console.log(EDITION, FILES);"),
    ("single-file.js", "console.log(1);"),
    ("program.wasm", "not a program"),
    (
        "icon.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>",
    ),
    ("typefaces.css", "@font-face{src:url(a-latin.woff2)}"),
    ("typefaces.txt", "Everyone may use these letters."),
    ("fonts/a-latin.woff2", "abc"),
];

/// Returns the folder of a built page, for `--page`.
pub(crate) fn page() -> &'static str {
    static FOLDER: OnceLock<String> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page");
        for (name, text) in PAGE {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder.display().to_string()
    })
}

/// Returns an empty folder of a test's own.
pub(crate) fn empty_folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Returns the program, in an environment without wishes about colours.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cuttings-cli"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command
}

/// Runs the program.
#[track_caller]
pub(crate) fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

#[track_caller]
pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

#[track_caller]
pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Writes a folder with one article, and one file that is an error if `broken`.
fn folder(test: &str, broken: bool) -> (String, String) {
    let root = empty_folder(test);
    let (notes, out) = (root.join("notes"), root.join("out"));
    fs::create_dir(&notes).unwrap();
    fs::write(notes.join("a.md"), "---\ntitle: The ferry\nlayout: post\n---\nIt is back.\n")
        .unwrap();
    if broken {
        fs::write(notes.join("b.md"), "---\ntitle: Not closed\n").unwrap();
    }
    (notes.display().to_string(), out.display().to_string())
}

/// Returns the object that a command prints, and checks that it prints nothing else.
#[track_caller]
fn object(arguments: &[&str], expected: i32) -> Value {
    let output = run(&[arguments, &["--json"]].concat());
    assert_eq!(code(&output), expected, "{output:?}");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(text(&output.stdout).lines().count(), 1);
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_build_is_an_object_for_programs() {
    let (notes, out) = folder("object", true);
    let build = ["build", &notes, "--out", &out, "--page", page()];
    let built = object(&build, 0);
    assert_eq!(built["version"], 1);
    assert_eq!(built["command"], "build");
    assert_eq!(built["ok"], true);
    assert_eq!((&built["folder"], &built["out"]), (&json!(notes), &json!(out)));
    assert_eq!(built["base"], "/");
    assert_eq!(built["edition"].as_str().unwrap().len(), 16);
    assert!(built["files"].as_u64().unwrap() > 20, "{built}");
    assert_eq!(built["errors"], json!([]));
    let severities: Vec<&str> = built["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["severity"].as_str().unwrap())
        .collect();
    assert_eq!(severities, ["note", "error", "warning"], "{built}");
    assert_eq!(built["diagnostics"][0]["line"], 3);
    assert!(built["left_out"][0].as_str().unwrap().ends_with("b.md"));
    assert!(Path::new(&out).join("index.html").is_file());

    // The same files are the same edition, written or not; only --strict minds the error.
    let strict = object(&[&build[..], &["--strict"]].concat(), 1);
    assert_eq!(strict["ok"], false);
    assert_eq!(strict["edition"], built["edition"]);
}

#[test]
fn a_failure_is_an_object_for_programs() {
    let root = empty_folder("failure");
    let missing = root.join("missing").display().to_string();
    let out = root.join("out").display().to_string();
    let failed = object(&["build", &missing, "--out", &out, "--page", page()], 1);
    assert_eq!(failed["ok"], false);
    assert!(failed["errors"][0].as_str().unwrap().contains("missing"), "{failed}");
    assert!(failed["edition"].is_null());
    assert!(!Path::new(&out).exists());
}

#[test]
fn single_and_export_are_objects_for_programs() {
    let (notes, out) = folder("others", false);
    let file = format!("{out}.html");
    let single = object(&["single", &notes, "--out", &file, "--page", page()], 0);
    assert_eq!((&single["command"], &single["ok"]), (&json!("single"), &json!(true)));
    assert!(fs::read_to_string(&file).unwrap().contains("The ferry"));
    let export = object(&["export", "opensearch", &notes, "ferry", "--out", &out], 0);
    assert_eq!(export["command"], "export opensearch");
    assert_eq!((&export["documents"], &export["bulk_files"]), (&json!(1), &json!(1)));
    assert!(Path::new(&out).join("query-1.json").is_file());
}

#[test]
fn a_book_has_the_articles_of_a_page_of_results() {
    let (notes, out) = folder("book", false);
    let file = format!("{out}.epub");
    let all = object(&["export", "epub", &notes, "--out", &file], 0);
    assert_eq!((&all["command"], &all["ok"]), (&json!("export epub"), &json!(true)));
    assert_eq!(all["articles"], 1);
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
    let some = object(&["export", "epub", &notes, "q=title:ferry", "--out", &file], 0);
    assert_eq!(some["articles"], 1);
    let none = object(&["export", "epub", &notes, "q=zeppelin", "--out", &file], 1);
    assert_eq!(none["errors"][0], "no article matches q=zeppelin");
}

#[test]
fn people_get_messages_stages_and_diagnostics() {
    let (notes, out) = folder("messages", true);
    let build = ["build", &notes, "--out", &out, "--page", page()];
    let output = run(&build);
    assert_eq!(code(&output), 0);
    assert!(text(&output.stdout).ends_with(&format!("wrote {out}\n")), "{output:?}");
    let stderr = text(&output.stderr);
    for part in ["reading the folder …", "rendering pages: ", "error: ", "note: ", "left out"] {
        assert!(stderr.contains(part), "{part} is not in {stderr}");
    }
    // Without a terminal there are no colours and no bars.
    assert!(!stderr.contains(['\x1b', '\r']), "{stderr:?}");
    assert_eq!(code(&run(&[&build[..], &["--strict"]].concat())), 1);

    let quiet = run(&[&build[..], &["--quiet"]].concat());
    assert_eq!(text(&quiet.stdout), "");
    let stderr = text(&quiet.stderr);
    assert!(stderr.contains("error: ") && !stderr.contains("note: "), "{stderr}");
    assert!(!stderr.contains("reading"), "{stderr}");
}

#[test]
fn colours_are_used_where_they_are_wanted() {
    let colored = |arguments: &[&str], variable: Option<&str>| {
        let mut command = program();
        command.args(["build", "no-such-folder", "--page", page()]).args(arguments);
        if let Some(variable) = variable {
            command.env(variable, "1");
        }
        let output = command.output().unwrap();
        assert_eq!(code(&output), 1);
        text(&output.stderr).contains("\x1b[")
    };
    assert!(!colored(&[], None));
    assert!(colored(&["--color", "always"], None));
    assert!(colored(&[], Some("CLICOLOR_FORCE")));
    assert!(!colored(&["--color", "never"], Some("CLICOLOR_FORCE")));
    assert!(!colored(&[], Some("NO_COLOR")));
}

#[test]
fn wrong_arguments_exit_with_2() {
    for arguments in [
        &[][..],
        &["bild"],
        &["build"],
        &["build", "notes", "--bas-url", "x"],
        &["serve", "notes", "--port", "99999"],
        &["export", "elasticsearch", "notes"],
        &["completions", "korn"],
    ] {
        let output = run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        let stderr = text(&output.stderr);
        assert!(stderr.contains("--help") && !stderr.contains("cuttings-cli"), "{output:?}");
    }
}

#[test]
fn every_command_has_a_short_and_a_long_help() {
    let help = |arguments: &[&str]| {
        let output = run(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}");
        text(&output.stdout).to_owned()
    };
    let (short, long) = (help(&["-h"]), help(&["--help"]));
    assert!(short.lines().count() < 30, "{short}");
    for command in COMMANDS {
        assert!(short.contains(&format!("  {command}")), "{command}: {short}");
        let paths = match command {
            "export" => vec![vec!["export", "opensearch"], vec!["export", "epub"]],
            command => vec![vec![command]],
        };
        for path in &paths {
            let with = |option| help(&[&path[..], &[option]].concat());
            let (short, long) = (with("-h"), with("--help"));
            assert!(short.contains("Examples:\n  cuttings "), "{short}");
            assert!(long.len() > short.len(), "{command}");
        }
    }
    for part in ["Exit codes:", "NO_COLOR", "Examples:"] {
        assert!(long.contains(part), "{long}");
    }
    assert!(long.lines().all(|line| line.chars().count() <= 100), "{long}");
    assert_eq!(help(&["--version"]), format!("cuttings {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completions", shell]);
        assert_eq!(code(&output), 0, "{shell}");
        let script = text(&output.stdout);
        for word in COMMANDS.iter().chain(&["base-url", "strict"]) {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
        assert!(!script.contains("cuttings-cli"), "{shell}");
    }
}

#[test]
fn manual_pages_describe_every_command() {
    let folder = empty_folder("documents");
    let output = run(&["documents", folder.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{output:?}");
    let manual = |name: &str| fs::read_to_string(folder.join("man").join(name)).unwrap();
    let main = manual("cuttings.1");
    for command in COMMANDS {
        assert!(main.contains(&format!("cuttings\\-{command}(1)")), "{command}: {main}");
        let page = manual(&format!("cuttings-{command}.1"));
        assert!(page.contains(".TH"), "{page}");
    }
    assert!(main.contains("Exit codes"), "{main}");
    assert!(manual("cuttings-build.1").contains("It replaces base_url in site.toml."));
    assert!(!folder.join("man/cuttings-publish.1").exists());
    for file in ["cuttings.bash", "_cuttings", "cuttings.fish", "_cuttings.ps1"] {
        assert!(folder.join("completions").join(file).is_file(), "{file}");
    }
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/000_3207367889ee2696.txt");
    let mut command = program();
    command.args(["inspect", seed]).stdout(std::process::Stdio::piped());
    let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0, "{output:?}");
}
