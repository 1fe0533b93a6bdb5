//! `cargo xtask tidy`: checks the house rules that neither the compiler nor clippy knows.

mod imports;
mod prose;
mod references;

use crate::{messages, root};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A rule: the files that it applies to, and the fault that it finds in one.
struct Rule {
    applies: fn(&Path) -> bool,
    fault: fn(&Path, &str) -> Option<String>,
}

const RULES: [Rule; 6] = [
    Rule {
        applies: |path| has_ending(path, "rs"),
        fault: |_, text| {
            let opens = text
                .lines()
                .find(|line| !line.starts_with("#!"))
                .is_some_and(|line| line.starts_with("//! "));
            (!opens).then(|| "does not open with `//!` and its purpose".into())
        },
    },
    Rule {
        applies: |path| has_ending(path, "rs"),
        fault: |path, _| {
            let vague = ["utils", "util", "helpers", "helper", "common", "misc"];
            let stem = path.file_stem()?.to_str()?;
            vague
                .contains(&stem)
                .then(|| format!("has the vague name '{stem}': name it by its purpose"))
        },
    },
    Rule {
        // Only `src/browser` knows the browser; `main.rs` starts the page in it.
        applies: |path| {
            has_ending(path, "rs")
                && path.starts_with("src")
                && !path.starts_with("src/browser")
                && path != Path::new("src/main.rs")
        },
        fault: |_, text| {
            let line = text.lines().position(|line| {
                let code = line.split("//").next().unwrap_or_default();
                ["web_sys", "gloo", "js_sys"].iter().any(|name| code.contains(name))
            })?;
            Some(format!("uses the browser in line {}; that belongs to src/browser", line + 1))
        },
    },
    Rule { applies: messages::is_shown, fault: |_, text| messages::fault(text) },
    Rule { applies: |path| path.starts_with("crates"), fault: imports::import_of_page },
    Rule {
        applies: |path| has_ending(path, "css"),
        fault: |_, text| {
            if !text.trim_start().starts_with("/*") {
                return Some("does not open with a comment on its purpose".into());
            }
            text.contains("!important")
                .then(|| "uses !important: use a cascade layer instead".into())
        },
    },
];

/// `cargo xtask tidy`
pub(crate) fn run() -> Result<(), String> {
    let listing = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("git ls-files: {error}"))?;
    let listing = String::from_utf8_lossy(&listing.stdout).into_owned();
    // git also lists files that were deleted but not yet committed.
    let files = listing.lines().map(PathBuf::from).filter(|path| root().join(path).is_file());
    let files: BTreeSet<PathBuf> = files.collect();
    let text =
        |path: &PathBuf| Some((path.clone(), std::fs::read_to_string(root().join(path)).ok()?));
    let sources: BTreeMap<PathBuf, String> = files.iter().filter_map(text).collect();
    let mut faults: Vec<String> =
        sources.iter().flat_map(|(path, text)| faults_of(path, text)).collect();
    for (path, text) in &sources {
        let broken = references::faults(path, text, &files, &sources);
        faults.extend(broken.into_iter().map(|fault| format!("{} {fault}", path.display())));
    }
    for root in sources.keys().filter(|path| is_crate_root(path)) {
        faults.extend(imports::circles(root, &sources));
    }
    let catalogue = sources.get(Path::new(messages::CATALOGUE)).map_or("", String::as_str);
    let callers = sources
        .iter()
        .filter(|(path, _)| ["rs", "js", "html"].iter().any(|ending| has_ending(path, ending)));
    let callers: Vec<String> = callers.map(|(_, text)| text.clone()).collect();
    faults.extend(messages::unused(catalogue, &callers));
    println!("{} files, {} faults", sources.len(), faults.len());
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Returns whether a file is the root of a library or a program.
fn is_crate_root(path: &Path) -> bool {
    ["src/lib.rs", "src/main.rs"].iter().any(|root| path.ends_with(root))
}

fn faults_of(path: &Path, text: &str) -> Vec<String> {
    let of_rules = RULES
        .iter()
        .filter(|rule| (rule.applies)(path))
        .filter_map(|rule| (rule.fault)(path, text));
    let faults = of_rules.chain(prose::faults(path, text));
    faults.map(|fault| format!("{} {fault}", path.display())).collect()
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(faults_of(Path::new(path), text), expected, "{path}");
    }

    #[test]
    fn each_rule_finds_its_fault_and_leaves_good_files_alone() {
        check("src/lib.rs", "//! The page.\n", &[]);
        check("src/lib.rs", "use x;\n", &["src/lib.rs does not open with `//!` and its purpose"]);
        check(
            "crates/a/src/utils.rs",
            "//! Things.\n",
            &["crates/a/src/utils.rs has the vague name 'utils': name it by its purpose"],
        );
        check("src/browser/theme.rs", "//! Theme.\nuse web_sys::window;\n", &[]);
        check(
            "src/views/reader.rs",
            "//! Reader.\nuse web_sys::window;\n",
            &["src/views/reader.rs uses the browser in line 2; that belongs to src/browser"],
        );
        check("src/views/reader.rs", "//! Reader.\n// web_sys is for src/browser\n", &[]);
        check("styles/a.css", "/* Tokens. */ a { color: red }", &[]);
        check(
            "styles/a.css",
            "/* x */ a { color: red !important }",
            &["styles/a.css uses !important: use a cascade layer instead"],
        );
    }
}
