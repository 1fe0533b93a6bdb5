//! `cargo xtask dependencies`: checks the licences and duplicate versions of all dependencies.
//!
//! These are cargo-deny's checks `licenses` and `bans` over `cargo metadata`. Building cargo-deny
//! takes longer than all of `make test`. Advisories are not checked, because they need a network.

use crate::cargo_metadata::{self, Metadata, Node, Package};
use std::collections::{BTreeMap, BTreeSet};

/// The accepted licences, by their SPDX identifiers: anyone may publish a page under them.
const ACCEPTED: [&str; 13] = [
    "0BSD",
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0", // a waiver of all rights; of programs only, no page links such a crate
    "ISC",
    "Unlicense",
    "Zlib",
    "Unicode-3.0",
    "MPL-2.0", // covers its own files, not ours
];

/// Crates whose `license` field is not a valid SPDX expression, with the correct one.
const CORRECTED: [(&str, &str); 3] = [
    ("fst", "Unlicense OR MIT"),
    ("utf8-ranges", "Unlicense OR MIT"),
    ("rust-stemmers", "MIT OR BSD-3-Clause"),
];

/// Crates that the page may link in two versions, each with the reason.
const ALLOWED_DUPLICATES: [(&str, &str); 3] = [
    (
        "bincode",
        "Yew's server-side rendering, used in tests, brings the second; neither has code in the page",
    ),
    (
        "getrandom",
        "Yew brings 0.2 with gloo's history, and the archives of books 0.4 for encryption; neither has code in the page",
    ),
    (
        "thiserror",
        "Yew brings both: gloo 0.11 uses version 1, tokise version 2; they add no code to the page",
    ),
];

/// `cargo xtask dependencies`
pub(crate) fn run() -> Result<(), String> {
    let all = cargo_metadata::read(&[])?;
    let mut faults = Vec::new();
    for package in
        all.packages.iter().filter(|package| !all.workspace_members.contains(&package.id))
    {
        if let Err(fault) = accepted(package) {
            faults.push(format!("{} {}: {fault}", package.name, package.version));
        }
    }
    // Readers download only the page's normal dependencies for wasm.
    let page = cargo_metadata::read(&["--filter-platform", "wasm32-unknown-unknown"])?;
    for (name, versions) in duplicates(&page) {
        if !ALLOWED_DUPLICATES.iter().any(|(allowed, _)| *allowed == name) {
            faults.push(format!(
                "{name} is linked into the page in {} versions: {}",
                versions.len(),
                join(&versions)
            ));
        }
    }
    println!("{} packages, {} faults", all.packages.len(), faults.len());
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn accepted(package: &Package) -> Result<(), String> {
    let spelled =
        CORRECTED.iter().find(|(name, _)| *name == package.name).map(|(_, licence)| *licence);
    let Some(licence) = spelled.or(package.license.as_deref()) else {
        return Err("has no licence".into());
    };
    // Old manifests separate alternatives with a slash.
    let expression = spdx::Expression::parse(&licence.replace('/', " OR "))
        .map_err(|error| format!("licence '{licence}': {error}"))?;
    let is_accepted =
        expression.evaluate(|requirement| ACCEPTED.contains(&requirement.to_string().as_str()));
    if is_accepted { Ok(()) } else { Err(format!("licence '{licence}' is not accepted")) }
}

/// Returns the crates that the page links in more than one version.
fn duplicates(metadata: &Metadata) -> BTreeMap<String, BTreeSet<String>> {
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = metadata
        .packages
        .iter()
        .filter(|package| package.name == "cuttings")
        .map(|package| package.id.as_str())
        .collect();
    while let Some(id) = open.pop() {
        // Procedural macros and their dependencies run in the compiler only.
        if !reached.insert(id) || is_macro(packages.get(id)) {
            continue;
        }
        let linked = nodes.get(id).into_iter().flat_map(|node| &node.deps);
        open.extend(
            linked
                .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none()))
                .map(|dep| dep.pkg.as_str()),
        );
    }
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in
        reached.iter().filter_map(|id| packages.get(id)).filter(|package| !is_macro(Some(package)))
    {
        versions.entry(package.name.clone()).or_default().insert(package.version.clone());
    }
    versions.retain(|_, versions| versions.len() > 1);
    versions
}

fn is_macro(package: Option<&&Package>) -> bool {
    package.is_some_and(|package| {
        package.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    })
}

fn join(versions: &BTreeSet<String>) -> String {
    versions.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn check(licence: Option<&str>, expected: bool) {
        let license = licence.map(str::to_owned);
        let package = Package {
            manifest_path: PathBuf::new(),
            id: "x".into(),
            name: "x".into(),
            version: "1.0.0".into(),
            license,
            targets: Vec::new(),
        };
        assert_eq!(accepted(&package).is_ok(), expected, "{licence:?}");
    }

    #[test]
    fn a_licence_is_accepted_if_one_of_its_alternatives_is() {
        check(Some("MIT"), true);
        check(Some("MIT/Apache-2.0"), true);
        check(Some("GPL-3.0-only OR MIT"), true);
        check(Some("(MIT OR Apache-2.0) AND Unicode-3.0"), true);
        check(Some("MIT AND GPL-3.0-only"), false);
        check(Some("AGPL-3.0-only"), false);
        check(Some("my own"), false);
        check(None, false);
    }
}
