//! The page's scripts: the modules of `src/js` with the page's messages in them, bundled.

use crate::publish::esbuild::{Format, bundle};
use crate::publish::messages::in_script;
use crate::publish::profile::Profile;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The scripts' folder in the folder that Trunk built, while they are bundled.
const WORKING_FOLDER: &str = "scripts-with-messages";

/// The scripts' sources with the page's messages in them, in a folder that is removed at the end.
///
/// Messages are filled in before the modules are bundled, since both bundling and minifying rename
/// the variables that a message's template contains.
#[derive(Debug)]
pub(crate) struct Scripts {
    folder: PathBuf,
    profile: Profile,
}

impl Scripts {
    /// Copies the modules in `sources` to a folder within `built`, with their messages.
    ///
    /// # Errors
    /// If a file cannot be read or written, or asks for a message that does not exist.
    pub(crate) fn prepare(sources: &Path, built: &Path, profile: Profile) -> io::Result<Scripts> {
        let folder = built.join(WORKING_FOLDER);
        copy_with_messages(sources, &folder)?;
        Ok(Scripts { folder, profile })
    }

    /// Bundles the module at `entry`, a path relative to the sources.
    ///
    /// # Errors
    /// If esbuild is missing or rejects a module.
    pub(crate) fn bundle(&self, entry: &str, format: Format) -> io::Result<String> {
        bundle(&self.folder, entry, format, self.profile, &[])
    }

    /// Bundles the module at `entry`, which imports wasm-bindgen's glue by the name `glue`.
    ///
    /// # Errors
    /// If the glue cannot be written, or esbuild is missing or rejects a module.
    pub(crate) fn bundle_with_glue(&self, entry: &str, glue: &str) -> io::Result<String> {
        let path = self.folder.join("glue.js");
        fs::write(&path, glue).map_err(|error| at(&path, &error))?;
        bundle(&self.folder, entry, Format::Module, self.profile, &[("glue", &path)])
    }

    /// Removes the folder.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub(crate) fn remove(self) -> io::Result<()> {
        fs::remove_dir_all(&self.folder).map_err(|error| at(&self.folder, &error))
    }
}

/// Copies a folder's modules with their messages; other files are for the type checker alone.
fn copy_with_messages(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to).map_err(|error| at(to, &error))?;
    for entry in fs::read_dir(from).map_err(|error| at(from, &error))? {
        let path = entry?.path();
        let copy = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_with_messages(&path, &copy)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            let source = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
            let filled = in_script(&source).map_err(|error| at(&path, &error))?;
            fs::write(&copy, filled).map_err(|error| at(&copy, &error))?;
        }
    }
    Ok(())
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
