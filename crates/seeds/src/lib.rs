//! Reads a folder of seeds from disk.
//!
//! The build script of the page calls [`read`], which builds the edition. The publisher takes the
//! edition from the program, and calls [`read_site`] for the settings and [`find_assets`] for the
//! pictures. It is a library because a build script cannot depend on a crate above its own package.

mod asset;
mod confined;
#[cfg(feature = "import")]
mod imported;
mod orientation;
mod picture_file;
mod pictures;
mod select;
mod walk;
mod within;

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cuttings_corpus::{Corpus, FileContents, Folder, Site};
use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile};
use cuttings_edition_builder::{BuiltEdition, Outline};
use cuttings_memory::Memory;

pub use asset::Asset;
pub use confined::read_confined;
#[cfg(feature = "import")]
use imported::ImportedFiles;
use pictures::PictureFiles;
use select::{Part, part};
use walk::{Entry, walk};

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
    /// The places where the edition's items begin and end, for splitting it.
    pub outline: Outline,
    /// The pictures that articles use.
    pub assets: Vec<Asset>,
    /// The errors, warnings and notes, in the order of the files. A file with an error is not in
    /// the edition.
    pub diagnostics: Vec<Diagnostic>,
}

impl Seeds {
    /// Returns the names of the files that were left out because of an error.
    pub fn left_out(&self) -> BTreeSet<&str> {
        left_out(&self.diagnostics)
    }
}

/// The articles of a folder of seeds, before an edition is built from them.
#[derive(Debug)]
pub struct Contents {
    /// The articles, teasers and diagnostics.
    pub corpus: Corpus,
    /// The settings in `site.toml`, or the defaults.
    pub site: Site,
    /// The pictures that articles use.
    pub assets: Vec<Asset>,
}

/// Returns the names of the files that have an error among the diagnostics.
pub fn left_out(diagnostics: &[Diagnostic]) -> BTreeSet<&str> {
    let errors = diagnostics.iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| &*it.origin.file).collect()
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
/// Diagnostics name each file by its path relative to `root`. A file that cannot be read, or is not
/// a valid seed, is left out with an error among the diagnostics.
///
/// # Errors
/// If the folder cannot be read, if `site.toml` has mistakes, or if there is no article.
pub fn read(root: &Path, folder: &Path) -> Result<Seeds, SeedErrors> {
    read_with(root, folder, None)
}

/// Does the same with what earlier builds have computed about the same files.
///
/// # Errors
/// Those of [`read`].
pub fn read_with(
    root: &Path,
    folder: &Path,
    memory: Option<&dyn Memory>,
) -> Result<Seeds, SeedErrors> {
    let Contents { mut corpus, site, assets } = contents(root, folder, memory)?;
    let diagnostics = std::mem::take(&mut corpus.diagnostics);
    let built = cuttings_edition_builder::build_with_memory(corpus, &site, memory);
    let BuiltEdition { bytes: edition, outline } = built.map_err(|error| {
        let mut errors: Vec<String> = diagnostics
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .map(Diagnostic::to_string)
            .collect();
        errors.extend(failure(root, folder, &error).0);
        SeedErrors(errors)
    })?;
    Ok(Seeds { site, edition, outline, assets, diagnostics })
}

/// Reads the seeds in `folder` without building an edition.
///
/// # Errors
/// If the folder cannot be read, or if `site.toml` has mistakes.
pub fn read_contents(root: &Path, folder: &Path) -> Result<Contents, SeedErrors> {
    contents(root, folder, None)
}

fn contents(
    root: &Path,
    folder: &Path,
    memory: Option<&dyn Memory>,
) -> Result<Contents, SeedErrors> {
    let (site, site_diagnostics) = parse_site(root, folder)?;
    refuse_errors(&site_diagnostics)?;
    let (entries, unreadable) = walk(folder).map_err(|error| failure(root, folder, &error))?;
    let statics = static_files(&site, folder);
    // The static folder may be the folder itself, or one around it: then its articles are read.
    let apart = static_folder(&site, folder).filter(|statics| !folder.starts_with(statics));
    let in_statics =
        |entry: &Entry| apart.as_ref().is_some_and(|statics| entry.file.starts_with(statics));
    let mut diagnostics: Vec<Diagnostic> = unreadable
        .iter()
        .map(|(path, error)| about(root, path, Severity::Error, format!("{error}.")))
        .collect();
    let mut files: Vec<&Entry> = Vec::new();
    let mut unused: Vec<&Entry> = Vec::new();
    #[cfg(feature = "import")]
    let parts = cuttings_import::parts_of_pages(entries.iter().map(|entry| &*entry.path));
    for entry in &entries {
        if entry.path == SITE_FILE {
            continue;
        }
        match part(&entry.path, &site) {
            _ if in_statics(entry) => unused.push(entry),
            Part::Picture => unused.push(entry),
            #[cfg(feature = "import")]
            _ if parts.contains(&*entry.path) => {
                let reason = "This file is a part of the saved page beside its folder.";
                let group = "files of saved pages are left out, except for pictures";
                diagnostics
                    .push(about(root, &entry.file, Severity::Note, reason.into()).in_group(group));
            }
            Part::Seed | Part::Imported => files.push(entry),
            #[cfg(feature = "import")]
            Part::Ambiguous { .. } if imported::is_known(&entry.file) => files.push(entry),
            Part::Skipped { reason, group } | Part::Ambiguous { reason, group } => {
                diagnostics.push(about(root, &entry.file, Severity::Note, reason).in_group(group));
            }
        }
    }
    let pictures = PictureFiles::new(&entries, &statics);
    let name = display_name(root, folder);
    let surroundings = Folder { name: Some(&name), site: &site, pictures: Some(&pictures), memory };
    #[cfg(feature = "import")]
    let within = pictures.within();
    #[cfg(feature = "import")]
    let imported_files = ImportedFiles { folder, within: &within, site: &site, memory };
    let read_file = |entry: &&Entry| {
        let name = display_name(root, &entry.file);
        #[cfg(feature = "import")]
        match part(&entry.path, &site) {
            Part::Imported => return Ok(imported_files.read(&name, &entry.file, false)),
            Part::Ambiguous { .. } => return Ok(imported_files.read(&name, &entry.file, true)),
            _ => {}
        }
        match std::fs::read(&entry.file) {
            Ok(bytes) => Ok(FileContents::Seed(name, bytes)),
            Err(error) => Err(about(root, &entry.file, Severity::Error, format!("{error}."))),
        }
    };
    let mut corpus = cuttings_corpus::parse_contents(&files, read_file, &surroundings);
    for entry in unused.into_iter().filter(|entry| !pictures.is_used(&entry.file)) {
        let note =
            about(root, &entry.file, Severity::Note, "No article uses this file.".to_owned());
        diagnostics
            .push(note.in_group("pictures and static files that no article uses are left out"));
    }
    corpus.diagnostics.extend(diagnostics);
    // Stable: what is known about one file keeps its order.
    corpus.diagnostics.sort_by(|one, other| one.origin.file.cmp(&other.origin.file));
    corpus.diagnostics.extend(site_diagnostics);
    Ok(Contents { corpus, site, assets: pictures.used() })
}

/// Returns the pictures of a folder of seeds whose published names are wanted: those that its
/// edition names.
///
/// # Errors
/// If the folder cannot be read, or if `site.toml` has mistakes.
pub fn find_assets(
    root: &Path,
    folder: &Path,
    wanted: &BTreeSet<&str>,
) -> Result<Vec<Asset>, SeedErrors> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let site = read_site(root, folder)?;
    let (entries, _) = walk(folder).map_err(|error| failure(root, folder, &error))?;
    let statics = static_files(&site, folder);
    let pictures = PictureFiles::new(&entries, &statics);
    for entry in entries.iter().chain(&statics) {
        let extension = entry.path.rsplit('.').next().unwrap_or_default().to_lowercase();
        if picture_file::EXTENSIONS.contains(&&*extension) {
            // Files that are no pictures are not wanted either.
            let _ = pictures.read(&entry.file);
        }
    }
    #[cfg(feature = "import")]
    {
        let found: BTreeSet<String> = pictures.used().into_iter().map(|it| it.name).collect();
        if wanted.iter().any(|name| !found.contains(*name)) {
            let parts = cuttings_import::parts_of_pages(entries.iter().map(|entry| &*entry.path));
            let within = pictures.within();
            let imported_files =
                ImportedFiles { folder, within: &within, site: &site, memory: None };
            for entry in entries.iter().filter(|entry| !parts.contains(&*entry.path)) {
                let is_read = match part(&entry.path, &site) {
                    Part::Imported => true,
                    Part::Ambiguous { .. } => imported::is_known(&entry.file),
                    _ => false,
                };
                if is_read {
                    imported_files.read(&display_name(root, &entry.file), &entry.file, false);
                }
            }
        }
    }
    Ok(pictures.used().into_iter().filter(|asset| wanted.contains(&*asset.name)).collect())
}

/// Returns the static folder, if `site.toml` names one.
pub fn static_folder(site: &Site, folder: &Path) -> Option<PathBuf> {
    site.static_folder.as_ref().map(|statics| folder.join(statics))
}

/// Returns the files of the static folder. One that does not exist has none: the pictures under it
/// are then missing, which diagnostics say.
fn static_files(site: &Site, folder: &Path) -> Vec<Entry> {
    let statics = static_folder(site, folder);
    statics.and_then(|statics| walk(&statics).ok()).map(|(entries, _)| entries).unwrap_or_default()
}

fn about(root: &Path, file: &Path, severity: Severity, message: String) -> Diagnostic {
    Diagnostic::new(Origin::new(display_name(root, file), 1), severity, message)
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

/// Returns the path relative to `root`, or the whole path if it is outside of it.
fn display_name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
