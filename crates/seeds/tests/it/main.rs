//! Tests of reading folders of seeds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic fails the test")]

#[cfg(feature = "import")]
mod imported;
mod sample;

use std::fs;
use std::path::{Path, PathBuf};

use cuttings_diagnostics::{Diagnostic, Severity};
use cuttings_seeds::{folder, read, read_contents};

/// Writes files into a new folder below a root, and returns the root.
fn root_with(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("seeds")).unwrap();
    for (name, text) in files {
        let file = root.join("seeds").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
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
fn every_other_file_is_skipped_with_a_reason() {
    let files = [
        ("a.md", ARTICLE),
        ("b.psd", "8BPS"),
        ("saved.zip", "PK"),
        ("package.json", "{}"),
        (".hidden.md", ""),
        ("node_modules/a/README.md", "# A"),
        ("site.toml", "title = \"Papers\""),
    ];
    let root = root_with("only_seeds", &files);
    let seeds = read(&root, &folder(&root, None)).unwrap();
    assert_eq!(seeds.site.title, "Papers");
    let lines: Vec<String> = seeds.diagnostics.iter().map(ToString::to_string).collect();
    let ambiguous = |extension: &str| match cfg!(feature = "import") {
        true => format!(
            "`.{extension}` files without articles are not read. Exports of articles, feeds and \
             bibliographies are."
        ),
        false => format!(
            "`.{extension}` files are not read. If it is an export of articles, `cuttings build` \
             reads it."
        ),
    };
    let psd =
        "seeds/b.psd:1: note: `.psd` files are not read. Articles are .md, .mdx or .txt files.";
    let json = format!("seeds/package.json:1: note: {}", ambiguous("json"));
    let zip = format!("seeds/saved.zip:1: note: {}", ambiguous("zip"));
    assert_eq!(lines, [psd, &json, &zip]);
}

#[test]
fn folders_are_read_to_any_depth_and_name_the_section() {
    let other = ARTICLE.replace("Returns", "Stays");
    let root = root_with("deep", &[("deeper/and/a.md", ARTICLE), ("b.md", &other)]);
    let contents = read_contents(&root, &folder(&root, None)).unwrap();
    let sections: Vec<&str> =
        contents.corpus.articles.iter().map(|article| &*article.section).collect();
    assert_eq!(sections, ["Articles", "deeper"]);
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
fn a_file_with_an_error_is_left_out_and_named() {
    let files = [("a.md", ARTICLE), ("b.txt", ""), ("c.md", "---\ntitle: C\nText.\n")];
    let root = root_with("errors", &files);
    let seeds = read(&root, &folder(&root, None)).unwrap();
    assert_eq!(seeds.left_out().into_iter().collect::<Vec<_>>(), ["seeds/b.txt", "seeds/c.md"]);
    let is_error = |it: &&Diagnostic| it.severity == Severity::Error;
    assert_eq!(seeds.diagnostics.iter().filter(is_error).count(), 2, "{:?}", seeds.diagnostics);
}

#[test]
fn a_mistake_in_the_settings_is_an_error() {
    let errors =
        errors(&root_with("settings", &[("a.md", ARTICLE), ("site.toml", "tilte = \"P\"")]));
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with("seeds/site.toml:1: error: There is no setting"), "{errors:?}");
}

#[test]
fn an_empty_page_does_not_stop_the_build() {
    let root = root_with("empty", &[("a.md", ARTICLE), ("index.md", "---\ntitle: Blog\n---\n")]);
    let seeds = read(&root, &folder(&root, None)).unwrap();
    assert!(seeds.left_out().is_empty());
    assert_eq!(seeds.diagnostics[0].severity, Severity::Note);
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
