//! Checks that the documents refer to what exists: relative links, paths of files, and the
//! functions and types that a path names, as in `src/app.rs::App`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// The folders whose paths documents may name in backticks.
const FOLDERS: [&str; 11] =
    ["bench", "cli", "crates", "docs", "e2e", "fuzz", "scripts", "src", "styles", "tests", "xtask"];

/// Paths that documents name as examples.
const EXAMPLES: [&str; 2] = ["src/messages/pl.ftl", "src/components/NAME.rs"];

/// Returns the faults of a document, given all files and the texts of those that are text.
pub(crate) fn faults(
    path: &Path,
    text: &str,
    files: &BTreeSet<PathBuf>,
    sources: &BTreeMap<PathBuf, String>,
) -> Vec<String> {
    let is_sample = path.components().any(|folder| folder.as_os_str() == "tests");
    let is_document = path.extension().is_some_and(|ending| ending == "md")
        && !is_sample
        && !["seeds", "e2e"].iter().any(|folder| path.starts_with(folder));
    if !is_document {
        return Vec::new();
    }
    let exists = |target: &Path| files.iter().any(|file| file.starts_with(target));
    let folder = path.parent().unwrap_or(Path::new(""));
    let broken_links = links(text).filter(|link| !exists(&normalized(&folder.join(link))));
    let mut faults: Vec<String> =
        broken_links.map(|link| format!("links to {link}, which does not exist")).collect();
    for name in text.split('`').skip(1).step_by(2) {
        let (file, item) = name.split_once("::").unwrap_or((name, ""));
        let is_path = FOLDERS
            .iter()
            .any(|folder| file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        let is_plain = !file.contains(['*', ' ', '{', '\n']);
        if !is_path || !is_plain || EXAMPLES.contains(&file) {
            continue;
        }
        let file = Path::new(file);
        if !exists(file) {
            faults.push(format!("names `{}`, which does not exist", file.display()));
        } else if let Some(source) = sources.get(file)
            && !item.is_empty()
            && !defines(source, item)
        {
            faults.push(format!("names `{name}`, which {} does not define", file.display()));
        }
    }
    faults
}

/// Returns the targets of the relative links of a text, without their fragments.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let relative = targets.filter(|target| !target.contains(':') && !target.starts_with('#'));
    relative.filter_map(|target| target.split('#').next())
}

/// Returns whether a source defines the last segment of a path such as `Writer::finish`.
fn defines(source: &str, item: &str) -> bool {
    let name = item.rsplit("::").next().unwrap_or(item);
    ["fn", "struct", "enum", "trait", "const", "macro_rules!"].iter().any(|keyword| {
        let definition = format!("{keyword} {name}");
        source.match_indices(&definition).any(|(at, _)| {
            let after = source.get(at + definition.len()..).unwrap_or_default();
            !after.starts_with(|next: char| next.is_alphanumeric() || next == '_')
        })
    })
}

/// Resolves `.` and `..` without the file system.
fn normalized(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(out.pop()),
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let files = ["docs/a.md", "docs/a.png", "README.md", "src/app.rs"];
        let files = files.map(PathBuf::from).into_iter().collect();
        let source = "pub fn App() {}\nimpl State { fn reduce(self) {} }";
        let sources = BTreeMap::from([(PathBuf::from("src/app.rs"), source.to_owned())]);
        assert_eq!(faults(Path::new("docs/b.md"), text, &files, &sources), expected, "{text}");
    }

    #[test]
    fn links_and_names_that_exist_are_no_faults() {
        check(
            "[a](a.md), ![a](a.png), [b](../README.md#top), [c](#d), [d](https://example.org/x)",
            &[],
        );
        check("`src/app.rs`, `src/`, `src/app.rs::App`, `src/app.rs::State::reduce`", &[]);
        check("`src/*.rs`, `cargo xtask tidy`, `src/components/NAME.rs`, `other/file.rs`", &[]);
    }

    #[test]
    fn broken_links_and_missing_names_are_found() {
        check("[a](c.md)", &["links to c.md, which does not exist"]);
        check("`src/main.rs`", &["names `src/main.rs`, which does not exist"]);
        check("`src/app.rs::Ap`", &["names `src/app.rs::Ap`, which src/app.rs does not define"]);
        check("`src/app.rs::run`", &["names `src/app.rs::run`, which src/app.rs does not define"]);
    }
}
