//! The program whose sites are measured, and the packages of the other engines.

use super::command::{output, read_json, remove};
use super::texts;
use crate::root;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program, where `make dist` writes it.
const PROGRAM: &str = "target/cuttings";

/// The programs that a part takes, found before any part of the benchmark begins.
pub(super) struct Tools {
    pub(super) program: PathBuf,
    /// The folder of the installed packages.
    packages: PathBuf,
}

impl Tools {
    /// Reads the environment variables. Fails if a program is missing.
    pub(super) fn from_environment() -> Result<Self, String> {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let program = root().join(variable("BENCH_PROGRAM").as_deref().unwrap_or(PROGRAM));
        if !program.is_file() {
            return Err(format!(
                "{}: the program is not there; `make dist` builds {PROGRAM}, or name another \
                 in BENCH_PROGRAM",
                program.display()
            ));
        }
        let packages = variable("CUTTINGS_BENCH_MODULES").map(PathBuf::from).ok_or(
            "run this with `scripts/with bench …`, which installs Pagefind and MiniSearch",
        )?;
        Ok(Self { program, packages })
    }

    /// Returns the version of the program as it prints it.
    pub(super) fn program_version(&self) -> Result<String, String> {
        let mut version = output(Command::new(&self.program).arg("--version"))?.trim().to_owned();
        // The commit in the report need not be that of another program.
        if self.program != root().join(PROGRAM) {
            version.push_str(" (a program that BENCH_PROGRAM names)");
        }
        Ok(version)
    }

    pub(super) fn package_version(&self, name: &str) -> Result<String, String> {
        #[derive(Deserialize)]
        struct Package {
            version: String,
        }
        let package: Package = read_json(&self.packages.join(name).join("package.json"))?;
        Ok(package.version)
    }

    /// Exports the texts of `folder`, and writes them into the files "documents.jsonl" and "pages"
    /// of the folder `work`, as JSON and as a page for each. Returns their number.
    pub(super) fn write_texts(&self, folder: &Path, work: &Path) -> Result<usize, String> {
        let export = work.join("export");
        let mut command = Command::new(&self.program);
        command.args(["export", "opensearch", "--quiet", "--out"]).arg(&export);
        output(command.arg("--").arg(folder))?;
        let count = texts::write(&export, &work.join("documents.jsonl"), &work.join("pages"))?;
        remove(&export)?;
        Ok(count)
    }

    /// Returns a command that builds the site of `folder`.
    pub(super) fn build(&self, folder: &Path, site: &Path, cache: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["build", "--quiet", "--out"]).arg(site).arg("--cache").arg(cache);
        command.arg("--").arg(folder);
        command
    }

    /// Returns a command that builds Pagefind's index of a folder of pages.
    pub(super) fn pagefind(&self, pages: &Path, index: &Path) -> Command {
        let mut command = Command::new("node");
        command.arg(self.packages.join("pagefind/lib/runner/bin.cjs")).arg("--site");
        command.arg(pages).arg("--output-path").arg(index);
        command
    }
}
