//! Measurements of editions in Chromium, by a script in `bench/browser` and served by nginx with
//! `docs/hosting/nginx.conf`, for a section of `bench/RESULTS.md`.

use crate::hosting::Host;
use crate::{results, root};
use serde::de::DeserializeOwned;
use std::path::Path;
use std::process::{Command, Stdio};

/// A measurement of editions. `T` is what the script prints as JSON.
pub(crate) struct Measurement<T> {
    pub(crate) usage: &'static str,
    /// The file of the script. It gets the address of an edition and the number of visits.
    pub(crate) script: &'static str,
    /// The number of visits to each edition.
    pub(crate) rounds: &'static str,
    /// The heading of the section.
    pub(crate) heading: &'static str,
    /// Returns the section, with the figures of all editions.
    pub(crate) section: fn(&[T]) -> String,
    /// Returns a message for each limit that the figures of an edition exceed.
    pub(crate) exceeded_limits: fn(&T) -> Vec<String>,
}

impl<T: DeserializeOwned> Measurement<T> {
    /// Measures the editions of the folders that `arguments` name, prints the section, and with
    /// `--write` puts it into the report.
    ///
    /// # Errors
    /// If no folder is named, a measurement fails, or a limit is exceeded.
    pub(crate) fn run(&self, arguments: &[String]) -> Result<(), String> {
        let folders: Vec<&String> = arguments.iter().filter(|word| *word != "--write").collect();
        if folders.is_empty() {
            return Err(self.usage.into());
        }
        let all = folders
            .into_iter()
            .map(|folder| self.measure(Path::new(folder)))
            .collect::<Result<Vec<T>, String>>()?;
        let section = (self.section)(&all);
        print!("{section}");
        if arguments.iter().any(|word| word == "--write") {
            results::put(self.heading, &section)?;
        }
        let exceeded: Vec<String> = all.iter().flat_map(self.exceeded_limits).collect();
        if exceeded.is_empty() { Ok(()) } else { Err(exceeded.join("\n       ")) }
    }

    fn measure(&self, folder: &Path) -> Result<T, String> {
        let host = Host::start(folder, "/")?;
        let output = Command::new("node")
            .arg(root().join("bench/browser").join(self.script))
            .args([&host.address(""), self.rounds])
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("node: {error}"))?;
        if !output.status.success() {
            return Err(format!("{} ended with {}", self.script, output.status));
        }
        serde_json::from_slice(&output.stdout).map_err(|error| format!("{}: {error}", self.script))
    }
}
