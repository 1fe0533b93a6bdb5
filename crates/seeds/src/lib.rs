//! Reads a folder of seeds from disk.
//!
//! The build script of the page calls [`read`], which builds the edition. The publisher takes the
//! edition from the program and calls [`read_site`] for the settings. It is a library because a
//! build script cannot depend on a crate above its own package.

use std::error::Error;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cuttings_corpus::Site;
use cuttings_diagnostics::{Diagnostic, Severity, SourceFile};

/// The file name extensions of seeds.
const EXTENSIONS: [&str; 3] = ["txt", "md", "markdown"];

/// The name of the file with the settings of the site.
const SITE_FILE: &str = "site.toml";

/// The folder of seeds that is read by default, relative to the project's root.
const DEFAULT_FOLDER: &str = "seeds";

/// The contents of a folder of seeds.
#[derive(Debug)]
pub struct Seeds {
    /// The settings in `site.toml`, or the defaults.
    pub site: Site,
    /// The bytes of the edition.
    pub edition: Vec<u8>,
    /// The notes and warnings, in the order of the files; those about `site.toml` come last.
    pub diagnostics: Vec<Diagnostic>,
}

/// The errors that prevent an edition, each with its file and, where possible, a remedy.
#[derive(Debug)]
pub struct SeedErrors(pub Vec<String>);

impl fmt::Display for SeedErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl Error for SeedErrors {}

/// Returns the folder of seeds `name` below `root`, or the default folder if there is no name or an
/// empty one.
pub fn folder(root: &Path, name: Option<&str>) -> PathBuf {
    root.join(name.filter(|name| !name.is_empty()).unwrap_or(DEFAULT_FOLDER))
}

/// Reads the seeds in `folder` and builds their edition.
///
/// Diagnostics name each file by its path relative to `root`.
///
/// # Errors
/// If a file cannot be read or is not a valid seed, if `site.toml` has mistakes, or if there is no
/// article.
pub fn read(root: &Path, folder: &Path) -> Result<Seeds, SeedErrors> {
    let failed = |path: &Path, error: &dyn fmt::Display| failure(root, path, error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, &error))? {
        let path = entry.map_err(|error| failed(folder, &error))?.path();
        if is_seed(&path) {
            let bytes = std::fs::read(&path).map_err(|error| failed(&path, &error))?;
            files.push((display_name(root, &path), bytes));
        }
    }
    // File systems list files in different orders. The same seeds must make the same edition on
    // all.
    files.sort();
    let seeds: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let mut corpus = cuttings_corpus::parse(&seeds);

    let (site, site_diagnostics) = parse_site(root, folder)?;
    let diagnostics: Vec<Diagnostic> =
        corpus.diagnostics.drain(..).chain(site_diagnostics).collect();
    refuse_errors(&diagnostics)?;
    let edition =
        cuttings_edition_builder::build(&corpus, &site).map_err(|error| failed(folder, &error))?;
    Ok(Seeds { site, edition, diagnostics })
}

/// Reads only the settings of the site. Warnings and notes about them are left to [`read`].
///
/// # Errors
/// If `site.toml` exists and cannot be read, or has mistakes.
pub fn read_site(root: &Path, folder: &Path) -> Result<Site, SeedErrors> {
    let (site, diagnostics) = parse_site(root, folder)?;
    refuse_errors(&diagnostics)?;
    Ok(site)
}

/// Returns the path of `site.toml`, which does not have to exist.
pub fn site_file(folder: &Path) -> PathBuf {
    folder.join(SITE_FILE)
}

fn parse_site(root: &Path, folder: &Path) -> Result<(Site, Vec<Diagnostic>), SeedErrors> {
    let path = site_file(folder);
    match std::fs::read(&path) {
        Ok(bytes) => {
            let name = display_name(root, &path);
            Ok(cuttings_corpus::parse_site(SourceFile { name: &name, bytes: &bytes }))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok((Site::default(), Vec::new())),
        Err(error) => Err(failure(root, &path, &error)),
    }
}

/// Fails if any diagnostic is an error.
fn refuse_errors(diagnostics: &[Diagnostic]) -> Result<(), SeedErrors> {
    let errors: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(Diagnostic::to_string)
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(SeedErrors(errors)) }
}

fn failure(root: &Path, path: &Path, error: &dyn fmt::Display) -> SeedErrors {
    SeedErrors(vec![format!("{}: error: {error}", display_name(root, path))])
}

fn is_seed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|seed| extension == *seed))
}

/// Returns the path relative to `root`, or the whole path if it is outside of it.
fn display_name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
