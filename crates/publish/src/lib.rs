//! Makes what Trunk built ready for readers: every page as HTML with its text in it, one stylesheet, small scripts, every
//! file that a page loads named by its content, and beside each what hosts would otherwise have to pack.
//!
//! Which pages there are, and what stands in them, is the application's own business ([`Library::pages`]): a new page
//! needs nothing here.
//!
//! # What it does not do
//! It uploads nothing and asks no network for anything.

mod assets;
mod files;
mod names;
mod page;
mod policy;
mod shell;

pub use assets::Effort;

use cuttings::state::library::Library;
use files::{Files, Kind};
use shell::Shell;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What to publish.
#[derive(Debug)]
pub struct Options {
    /// The project, from which files are named in messages.
    pub root: PathBuf,
    /// The folder of seeds that the program was built with.
    pub seeds: PathBuf,
    /// The folder that Trunk built; the files in it are replaced.
    pub folder: PathBuf,
    /// How much trouble is taken.
    pub effort: Effort,
}

/// Replaces the files that Trunk built by those for readers.
///
/// # Errors
/// If Trunk's files or the seeds are not what they were when the program was built, or a file cannot be written.
pub fn publish(options: &Options) -> Result<(), Box<dyn Error>> {
    let Options { root, seeds, folder, effort } = options;
    let built = folder.join("index.html");
    let shell = Shell::read(&fs::read_to_string(&built).map_err(|error| at(&built, &error))?)?;
    let seeds = cuttings_seeds::read(root, seeds)?;
    // Read for as long as the program runs.
    let library = Library::open(seeds.edition.leak())?;

    let mut files = Files::default();
    let assets = assets::gather(folder, &shell.linked, *effort, &mut files)?;
    for route in library.pages() {
        let html = page::html(&library, &route, &shell, &assets, &files)?;
        files.add(route.file(), Kind::Html, html);
    }
    policy::add_host_files(&shell.linked.base, &mut files);
    // What has to know of every file (its path, bytes, kind and hash, and the edition's name) comes here, as the last.

    remove_built(folder, &shell)?;
    files.write(folder, *effort == Effort::Small)?;
    println!("publish: edition {}, {} files", files.edition_id(), files.iter().count());
    Ok(())
}

/// Removes what Trunk wrote and a page links no more.
fn remove_built(folder: &Path, shell: &Shell) -> io::Result<()> {
    let linked = &shell.linked;
    let single = [&linked.boot, &linked.glue, &linked.program, &linked.icon];
    for name in linked.styles.iter().chain(single) {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| at(&path, &error))?;
    }
    Ok(())
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
