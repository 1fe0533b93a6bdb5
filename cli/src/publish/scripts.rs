//! The page's scripts: the modules of `src/js`, bundled. Their messages are still calls of `msg`,
//! so the bundles serve every language (see [`messages`](super::messages)).

use crate::publish::esbuild::{Format, bundle};
use crate::publish::messages::{Texts, in_script};
use crate::publish::profile::Profile;
use cuttings_edition::FORMAT_VERSION;
use cuttings_parts::VERSION;
use std::path::Path;
use std::{fs, io};

/// The page's scripts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scripts {
    /// The boot script, which every page loads first, with wasm-bindgen's glue in it.
    pub(crate) boot: String,
    /// The tools, which load later.
    pub(crate) tools: String,
    /// The library of the reader's own articles, which loads when a reader opens it.
    pub(crate) library: String,
    /// The worker that reads the reader's files, with its program's glue in it.
    pub(crate) importer: String,
    /// The worker that exports a collection, with its program's glue in it.
    pub(crate) exporter: String,
    /// The service worker, without the edition's files.
    pub(crate) worker: String,
    /// The glue of the explorer's program, as a module.
    pub(crate) explorer: String,
    /// The boot script of a single-file edition, whose program is the explorer.
    pub(crate) single_boot: String,
    /// The start of a single-file edition, with the tools in it.
    pub(crate) single_file: String,
}

/// The files of wasm-bindgen's glue for each program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glue<'a> {
    /// That of the page, which the boot script imports.
    pub(crate) page: &'a Path,
    /// That of the page with the views that explore an edition.
    pub(crate) explorer: &'a Path,
    pub(crate) importer: &'a Path,
    pub(crate) exporter: &'a Path,
}

impl Scripts {
    /// Bundles the modules in `sources` with the glue that they import. `is_separate` is true if
    /// the page's program contains no edition.
    ///
    /// # Errors
    /// If a module asks for a message that does not exist, or esbuild is missing or rejects one.
    pub(crate) fn bundle(
        sources: &Path,
        glue: &Glue<'_>,
        profile: Profile,
        is_separate: bool,
    ) -> io::Result<Scripts> {
        check_messages(sources)?;
        // The program reads parts if it contains no edition.
        let parts_version = if is_separate { VERSION } else { 0 };
        let constants = |is_single: bool| {
            [
                ("SEPARATE_EDITION", is_separate.to_string()),
                ("PARTS_VERSION", parts_version.to_string()),
                ("EDITION_FORMAT", FORMAT_VERSION.to_string()),
                ("SINGLE_FILE", is_single.to_string()),
            ]
        };
        let Glue { page, explorer, importer, exporter } = *glue;
        let with_glue = |glue, entry, format, is_single| {
            let aliases =
                [("glue", glue), ("importer-glue", importer), ("exporter-glue", exporter)];
            bundle(sources, entry, format, profile, &aliases, &constants(is_single))
        };
        let script = |entry, format, is_single| with_glue(page, entry, format, is_single);
        Ok(Scripts {
            boot: script("boot.js", Format::Classic, false)?,
            explorer: with_glue(explorer, "explorer.js", Format::Module, false)?,
            single_boot: with_glue(explorer, "boot.js", Format::Classic, false)?,
            tools: script("tools.js", Format::Module, false)?,
            library: script("library/library.js", Format::Module, false)?,
            importer: script("importer/importer.js", Format::Module, false)?,
            exporter: script("exporter/exporter.js", Format::Module, false)?,
            worker: script("worker/worker.js", Format::Classic, false)?,
            single_file: script("single-file.js", Format::Module, true)?,
        })
    }
}

/// Checks the messages that each module asks for: in a bundle nobody finds the line.
fn check_messages(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| at(folder, &error))? {
        let path = entry?.path();
        if path.is_dir() {
            check_messages(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            let source = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
            in_script(&source, Texts::Fixed).map_err(|error| at(&path, &error))?;
        }
    }
    Ok(())
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
