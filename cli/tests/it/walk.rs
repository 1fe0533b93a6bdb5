//! A walk from the program alone to a published folder: `cuttings new`, then `cuttings build`.

use crate::program::{code, empty_folder, page, program, text};
use std::fs;
use std::path::Path;
use std::process::Output;

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).args(arguments).output().unwrap()
}

#[test]
fn a_new_folder_is_published() {
    let root = empty_folder("walk");
    let output = run_in(&root, &["new", "notes"]);
    assert_eq!(code(&output), 0, "{output:?}");
    assert!(text(&output.stdout).ends_with("next, type: cuttings serve notes\n"), "{output:?}");

    let output = run_in(&root, &["build", "notes", "--json", "--page", page()]);
    assert_eq!(code(&output), 0, "{output:?}");
    let built: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(built["diagnostics"], serde_json::json!([]), "the starter is an example");
    let site = root.join("site");
    let read = |path: &str| fs::read_to_string(site.join(path)).unwrap();
    assert!(read("index.html").contains("My articles"));
    let article = read("article/the-ferry-is-back/index.html");
    // The starter shows what its comments promise: tables, pictures, links and sections.
    for part in ["<table", "<img", "The coast", "article/reading-the-tide-tables/", "Ada Okonkwo"] {
        assert!(article.contains(part), "{part} is not in {article}");
    }
    assert!(read("article/three-articles-to-begin-with/index.html").contains("<ol"));
    assert_eq!(fs::read_dir(site.join("media")).unwrap().count(), 3, "a picture and its copies");

    // Later builds of the same folder change nothing but what has changed.
    let before = fs::metadata(site.join("robots.txt")).unwrap().modified().unwrap();
    fs::write(root.join("notes/welcome.md"), "# Begin here\n\nAll is new.\n").unwrap();
    assert_eq!(code(&run_in(&root, &["build", "notes", "--page", page()])), 0);
    assert!(read("article/begin-here/index.html").contains("All is new."));
    assert!(!site.join("article/three-articles-to-begin-with").exists());
    assert_eq!(fs::metadata(site.join("robots.txt")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_starter_overwrites_nothing() {
    let root = empty_folder("no-overwriting");
    fs::create_dir(root.join("empty")).unwrap();
    assert_eq!(code(&run_in(&root, &["new", "empty"])), 0);
    fs::create_dir(root.join("notes")).unwrap();
    fs::write(root.join("notes/site.toml"), "title = \"Mine\"").unwrap();
    fs::write(root.join("file"), "mine").unwrap();
    for taken in ["notes", "file", "empty"] {
        let output = run_in(&root, &["new", taken]);
        assert_eq!(code(&output), 1, "{output:?}");
        let expected = format!("error: {taken} holds something already, and stays as it is");
        assert!(text(&output.stderr).starts_with(&expected), "{output:?}");
        assert_eq!(text(&output.stdout), "");
    }
    assert_eq!(fs::read_dir(root.join("notes")).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(root.join("file")).unwrap(), "mine");
}

#[test]
fn a_site_within_its_own_folder_is_refused() {
    let root = empty_folder("within");
    run_in(&root, &["new", "notes"]);
    let notes = root.join("notes");
    for (folder, arguments) in [
        (&notes, &["build", "."][..]),
        (&notes, &["build", ".", "--out", "../notes/a/b"]),
        (&root, &["build", "notes", "--out", "notes"]),
    ] {
        let output = run_in(folder, &[arguments, &["--page", page()]].concat());
        assert_eq!(code(&output), 1, "{output:?}");
        assert!(text(&output.stderr).contains("would become articles"), "{output:?}");
    }
    assert!(!notes.join("site").exists() && !notes.join("a").exists());
    let beside = ["build", ".", "--out", "../site", "--page", page()];
    assert_eq!(code(&run_in(&notes, &beside)), 0);
}

#[test]
fn a_program_without_a_page_says_so() {
    // Tests are compiled without one.
    let root = empty_folder("without-page");
    run_in(&root, &["new", "notes"]);
    let output = run_in(&root, &["build", "notes"]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("compiled without the page"), "{output:?}");
}
