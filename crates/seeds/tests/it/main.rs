//! Tests of reading folders of seeds.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use cuttings_seeds::{folder, read};

/// Writes files into a new folder below a root, and returns the root.
fn root_with(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("seeds")).unwrap();
    for (name, text) in files {
        fs::write(root.join("seeds").join(name), text).unwrap();
    }
    root
}

fn errors(root: &Path) -> Vec<String> {
    read(root, &folder(root, None)).unwrap_err().0
}

const ARTICLE: &str = "# The Ferry Returns\n\nThe first boat left at dawn.\n";

#[test]
fn the_default_folder_is_named_seeds() {
    let root = Path::new("root");
    assert_eq!(folder(root, None), root.join("seeds"));
    assert_eq!(folder(root, Some("")), root.join("seeds"));
    assert_eq!(folder(root, Some("papers")), root.join("papers"));
}

#[test]
fn only_seeds_and_the_site_file_are_read() {
    let files = [("a.md", ARTICLE), ("b.pdf", "%PDF"), ("site.toml", "title = \"Papers\"")];
    let root = root_with("only_seeds", &files);
    let seeds = read(&root, &folder(&root, None)).unwrap();
    assert_eq!(seeds.site.title, "Papers");
    assert!(seeds.diagnostics.is_empty(), "{:?}", seeds.diagnostics);
}

#[test]
fn diagnostics_name_files_relative_to_the_root_in_their_order() {
    let untitled = "It rained for most of the afternoon.\n";
    let root = root_with("diagnostics", &[("b.md", untitled), ("a.md", untitled)]);
    let seeds = read(&root, &folder(&root, None)).unwrap();
    let files: Vec<&str> = seeds.diagnostics.iter().map(|d| &*d.origin.file).collect();
    assert_eq!(files, ["seeds/a.md", "seeds/b.md", "seeds/b.md"]);
}

#[test]
fn every_error_of_every_file_is_returned() {
    let files = [("a.md", ARTICLE), ("b.txt", ""), ("site.toml", "tilte = \"Papers\"")];
    let errors = errors(&root_with("errors", &files));
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].starts_with("seeds/b.txt:1: error: This file is empty."), "{errors:?}");
    assert!(errors[1].starts_with("seeds/site.toml:1: error: There is no setting"), "{errors:?}");
}

#[test]
fn a_folder_without_articles_is_an_error() {
    let errors = errors(&root_with("no_articles", &[]));
    assert_eq!(errors.len(), 1);
    assert!(errors[0].starts_with("seeds: error: "), "{errors:?}");
}

#[test]
fn a_missing_folder_is_an_error() {
    let root = root_with("missing", &[]);
    let errors = read(&root, &root.join("papers")).unwrap_err().0;
    assert!(errors[0].starts_with("papers: error: "), "{errors:?}");
}
