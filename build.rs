//! Makes one edition of the seeds: `seeds/`, or the folder that CUTTINGS_SEEDS names. Bad seeds stop the build here.

use cuttings_corpus::{SeedFile, Severity, Site};
use std::error::Error;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CUTTINGS_SEEDS");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let folder = match env::var("CUTTINGS_SEEDS") {
        Ok(folder) if !folder.is_empty() => root.join(folder),
        _ => root.join("seeds"),
    };
    println!("cargo::rerun-if-changed={}", folder.display());
    match edition(&root, &folder) {
        Ok(bytes) => fs::write(PathBuf::from(env::var("OUT_DIR")?).join("edition.bin"), bytes)?,
        // Cargo shows these lines as its own errors and stops, without a panic's noise.
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}

/// The edition of the seeds in a folder, or what has to be mended first.
fn edition(root: &Path, folder: &Path) -> Result<Vec<u8>, Vec<String>> {
    let fault =
        |path: &Path, error: &dyn std::fmt::Display| vec![format!("{}: error: {error}", shown(root, path))];
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| fault(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| fault(folder, &error))?.path();
        let is_seed = path
            .extension()
            .is_some_and(|ending| ["txt", "md", "markdown"].iter().any(|seed| ending == *seed));
        if is_seed {
            let bytes = fs::read(&path).map_err(|error| fault(&path, &error))?;
            files.push((shown(root, &path), bytes));
        }
    }
    // Not every file system lists them in one order, and the same seeds make the same edition everywhere.
    files.sort();
    let seeds: Vec<SeedFile<'_>> = files.iter().map(|(name, bytes)| SeedFile { name, bytes }).collect();
    let corpus = cuttings_corpus::parse(&seeds);
    let about_site = folder.join("site.toml");
    let (site, on_site) = match fs::read(&about_site) {
        Ok(bytes) => cuttings_corpus::parse_site(SeedFile { name: &shown(root, &about_site), bytes: &bytes }),
        Err(error) if error.kind() == ErrorKind::NotFound => (Site::default(), Vec::new()),
        Err(error) => return Err(fault(&about_site, &error)),
    };

    let mut faults = Vec::new();
    for diagnostic in corpus.diagnostics.iter().chain(&on_site) {
        match diagnostic.severity {
            Severity::Error => faults.push(diagnostic.to_string()),
            Severity::Warning => println!("cargo::warning={diagnostic}"),
            Severity::Note => eprintln!("{diagnostic}"),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    cuttings_edition::build(&corpus, &site).map_err(|error| fault(folder, &error))
}

/// A path as a person knows it: from the project's root, if it is inside.
fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
