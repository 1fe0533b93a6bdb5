//! The house rules that no compiler knows: every file says what it is for, and the tree keeps its shape.

use crate::{messages, root};
use std::path::Path;
use std::process::Command;

/// A rule: which files it is for, and what it finds wrong with one.
struct Rule {
    applies: fn(&Path) -> bool,
    fault: fn(&Path, &str) -> Option<String>,
}

const RULES: [Rule; 5] = [
    Rule {
        applies: |path| has_ending(path, "rs"),
        fault: |_, text| {
            let opens = text
                .lines()
                .find(|line| !line.starts_with("#!"))
                .is_some_and(|line| line.starts_with("//! "));
            (!opens).then(|| "does not open with `//!` and what it is for".into())
        },
    },
    Rule {
        applies: |path| has_ending(path, "rs"),
        fault: |path, _| {
            let vague = ["utils", "util", "helpers", "helper", "common", "misc"];
            let stem = path.file_stem()?.to_str()?;
            vague.contains(&stem).then(|| format!("is called '{stem}', which says nothing of what is in it"))
        },
    },
    Rule {
        // Only `hooks` knows the browser; `main.rs` starts the page in it.
        applies: |path| {
            has_ending(path, "rs")
                && path.starts_with("src")
                && !path.starts_with("src/hooks")
                && path != Path::new("src/main.rs")
        },
        fault: |_, text| {
            let line = text.lines().position(|line| {
                let code = line.split("//").next().unwrap_or_default();
                ["web_sys", "gloo", "js_sys"].iter().any(|name| code.contains(name))
            })?;
            Some(format!("touches the browser in line {}; that belongs to src/hooks", line + 1))
        },
    },
    Rule { applies: messages::is_shown, fault: |_, text| messages::fault(text) },
    Rule {
        applies: |path| has_ending(path, "css"),
        fault: |_, text| {
            if !text.trim_start().starts_with("/*") {
                return Some("does not open with a comment on what it is for".into());
            }
            text.contains("!important").then(|| "uses !important: mend the layer instead".into())
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
    let mut faults = Vec::new();
    let mut files = 0;
    let mut sources = Vec::new();
    for name in listing.lines() {
        let path = Path::new(name);
        // A file that git still lists but that is gone is none of ours.
        let Ok(text) = std::fs::read_to_string(root().join(path)) else { continue };
        files += 1;
        faults.extend(faults_of(path, &text));
        if ["rs", "js", "html"].iter().any(|ending| has_ending(path, ending)) {
            sources.push(text);
        }
    }
    let catalogue = root().join(messages::CATALOGUE);
    let catalogue =
        std::fs::read_to_string(catalogue).map_err(|error| format!("{}: {error}", messages::CATALOGUE))?;
    faults.extend(messages::unasked(&catalogue, &sources));
    println!("{files} files, {} faults", faults.len());
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn faults_of(path: &Path, text: &str) -> Vec<String> {
    RULES
        .iter()
        .filter(|rule| (rule.applies)(path))
        .filter_map(|rule| Some(format!("{} {}", path.display(), (rule.fault)(path, text)?)))
        .collect()
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
        check("src/lib.rs", "use x;\n", &["src/lib.rs does not open with `//!` and what it is for"]);
        check(
            "crates/a/src/utils.rs",
            "//! Things.\n",
            &["crates/a/src/utils.rs is called 'utils', which says nothing of what is in it"],
        );
        check("src/browser/theme.rs", "//! Theme.\nuse web_sys::window;\n", &[]);
        check(
            "src/views/reader.rs",
            "//! Reader.\nuse web_sys::window;\n",
            &["src/views/reader.rs touches the browser in line 2; that belongs to src/hooks"],
        );
        check("src/views/reader.rs", "//! Reader.\n// web_sys is for hooks\n", &[]);
        check("styles/a.css", "/* Tokens. */ a { color: red }", &[]);
        check(
            "styles/a.css",
            "/* x */ a { color: red !important }",
            &["styles/a.css uses !important: mend the layer instead"],
        );
    }
}
