//! Builds the site with a run of this program for each build.

use super::site::Site;
use crate::arguments::Cache;
use crate::outcome::Outcome;
use cuttings_diagnostics::Diagnostic;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;
use tokio::process::Command;

/// The folders that take turns.
const FOLDERS: [&str; 2] = ["one", "other"];

/// Builds a folder again and again. The sites are removed when it is dropped.
pub(super) struct Builder<'a> {
    folder: &'a Path,
    page: Option<&'a Path>,
    cache: &'a Cache,
    temporary: TempDir,
    /// The folder of the last good site.
    current: Option<PathBuf>,
}

/// The outcome of a build.
pub(super) enum Build {
    Succeeded {
        site: Site,
        diagnostics: Vec<Diagnostic>,
    },
    /// Nothing was published, for these reasons.
    Failed(Vec<String>),
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        folder: &'a Path,
        page: Option<&'a Path>,
        cache: &'a Cache,
    ) -> Result<Self, Box<dyn Error>> {
        let temporary = TempDir::with_prefix("cuttings-")?;
        Ok(Builder { folder, page, cache, temporary, current: None })
    }

    /// Builds the site. A build that is no longer awaited is stopped.
    ///
    /// # Errors
    /// If this program cannot be run.
    pub(super) async fn build(&mut self) -> Result<Build, Box<dyn Error>> {
        let [one, other] = FOLDERS.map(|name| self.temporary.path().join(name));
        let out = if self.current.as_ref() == Some(&one) { other } else { one };
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["build", "--json", "--preview"]).arg("--out").arg(&out);
        if let Some(page) = self.page {
            command.arg("--page").arg(page);
        }
        command.args(self.cache.options());
        // A folder may be named like an option.
        command.arg("--").arg(self.folder).stdin(Stdio::null()).kill_on_drop(true);
        let output = command.output().await?;
        let Ok(outcome) = serde_json::from_slice::<Outcome>(&output.stdout) else {
            let reason = String::from_utf8_lossy(&output.stderr);
            let reason = reason.trim().lines().last().unwrap_or("it says nothing").to_owned();
            return Ok(Build::Failed(vec![format!("error: the build stopped: {reason}")]));
        };
        let diagnostics = outcome.diagnostics.iter().map(Into::into).collect();
        match (outcome.base, outcome.edition) {
            (Some(base), Some(edition)) if outcome.ok => {
                let earlier = self.current.replace(out.clone());
                let site = Site { folder: out, earlier, base, edition };
                Ok(Build::Succeeded { site, diagnostics })
            }
            _ => Ok(Build::Failed(outcome.errors.iter().map(|error| as_error(error)).collect())),
        }
    }
}

/// Returns an error as it is printed: those of files say where they are from and what they are.
fn as_error(error: &str) -> String {
    if error.contains("error: ") { error.to_owned() } else { format!("error: {error}") }
}
