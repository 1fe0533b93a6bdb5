//! `cargo xtask licences`: prints the licences of the crates that the program is made of, which
//! ask for their text to go with it. Equal texts are printed once, with all crates that have them.

use crate::cargo_metadata::{self, Metadata, Node, Package};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The package of the program.
const PROGRAM: &str = "cuttings-cli";

/// The starts of the names of files with a licence or a notice, in upper case.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"];

/// Runs `cargo xtask licences [FILE…]`, with the texts of further files at the end.
pub(crate) fn run(files: &[String]) -> Result<(), String> {
    let metadata = cargo_metadata::read(&[])?;
    println!("The program `cuttings` contains these crates of others.\n");
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in linked(&metadata) {
        let name = format!("{} {}", package.name, package.version);
        println!("{name}: {}", package.license.as_deref().unwrap_or("see below"));
        let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
        for text in licence_texts(folder)? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    for (text, names) in texts {
        println!("\n{}\n{}\n\n{text}", "=".repeat(80), names.join(", "));
    }
    for file in files {
        let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        println!("\n{}\n{}", "=".repeat(80), text.trim());
    }
    Ok(())
}

/// Returns the packages that the program links on any system, without those of this project.
fn linked(metadata: &Metadata) -> Vec<&Package> {
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let program = metadata.packages.iter().find(|package| package.name == PROGRAM);
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = program.map(|package| package.id.as_str()).into_iter().collect();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            let dependencies = nodes.get(id).into_iter().flat_map(|node| &node.deps);
            open.extend(
                dependencies
                    .filter(|dependency| dependency.dep_kinds.iter().any(|it| it.kind.is_none()))
                    .map(|dependency| dependency.pkg.as_str()),
            );
        }
    }
    let mut packages: Vec<&Package> = metadata
        .packages
        .iter()
        .filter(|it| reached.contains(it.id.as_str()))
        .filter(|it| !metadata.workspace_members.contains(&it.id))
        .collect();
    packages.sort_by_key(|package| (&package.name, &package.version));
    packages
}

/// Returns the texts of the licences and notices in a folder, each with lines that end in LF.
fn licence_texts(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && is_licence(path));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(String::from_utf8_lossy(&text).replace("\r\n", "\n").trim().to_owned())
    };
    paths.iter().map(read).collect()
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_uppercase();
    NAMES.iter().any(|start| name.starts_with(start)) && !name.ends_with(".RS")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_told_by_their_names() {
        for (name, expected) in [
            ("LICENSE-MIT", true),
            ("license.txt", true),
            ("COPYING", true),
            ("license.rs", false),
            ("README.md", false),
        ] {
            assert_eq!(is_licence(Path::new(name)), expected, "{name}");
        }
    }
}
