//! A folder of seeds on a disk: read, parsed, and put together as one edition. What compiles the page and what writes it
//! out beforehand both call this, so that they speak of the same edition.

use cuttings_corpus::{Corpus, Site};
use cuttings_diagnostics::{Diagnostic, Severity, SourceFile};
use std::error::Error;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The endings of file names that are seeds.
const ENDINGS: [&str; 3] = ["txt", "md", "markdown"];

/// The name of the folder's file on the whole site.
const ABOUT_SITE: &str = "site.toml";

/// What a folder holds.
#[derive(Debug)]
pub struct Seeds {
    /// What its `site.toml` says, or the defaults.
    pub site: Site,
    /// The edition's bytes.
    pub edition: Vec<u8>,
    /// What was noticed that stops nothing, in the order of files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a folder could not be made an edition: each fault with its file and what to do.
#[derive(Debug)]
pub struct Faults(pub Vec<String>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Error for Faults {}

/// The folder of seeds below `root` that `wanted` names; `seeds` if it names none.
pub fn folder(root: &Path, wanted: Option<&str>) -> PathBuf {
    root.join(wanted.filter(|name| !name.is_empty()).unwrap_or("seeds"))
}

/// Reads the seeds in `folder` and puts their edition together. In what is said of them, files are called by their path
/// from `root`.
///
/// # Errors
/// If a file cannot be read or is no seed, if `site.toml` has mistakes, or if there is no article.
pub fn read(root: &Path, folder: &Path) -> Result<Seeds, Faults> {
    let fault = |path: &Path, error: &dyn fmt::Display| {
        Faults(vec![format!("{}: error: {error}", shown(root, path))])
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| fault(folder, &error))? {
        let path = entry.map_err(|error| fault(folder, &error))?.path();
        if path.extension().is_some_and(|ending| ENDINGS.iter().any(|seed| ending == *seed)) {
            let bytes = std::fs::read(&path).map_err(|error| fault(&path, &error))?;
            files.push((shown(root, &path), bytes));
        }
    }
    // Not every file system lists them in one order, and the same seeds make the same edition everywhere.
    files.sort();
    let seeds: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let mut corpus: Corpus = cuttings_corpus::parse(&seeds);
    let about_site = folder.join(ABOUT_SITE);
    let (site, on_site) = match std::fs::read(&about_site) {
        Ok(bytes) => {
            cuttings_corpus::parse_site(SourceFile { name: &shown(root, &about_site), bytes: &bytes })
        }
        Err(error) if error.kind() == ErrorKind::NotFound => (Site::default(), Vec::new()),
        Err(error) => return Err(fault(&about_site, &error)),
    };
    let diagnostics: Vec<Diagnostic> = corpus.diagnostics.drain(..).chain(on_site).collect();
    let faults: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(Diagnostic::to_string)
        .collect();
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let edition = cuttings_edition::build(&corpus, &site).map_err(|error| fault(folder, &error))?;
    Ok(Seeds { site, edition, diagnostics })
}

/// A path as a person knows it: from the project's root, if it is inside.
fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
