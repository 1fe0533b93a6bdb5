//! The page's scripts: the modules of `src/js`, bundled. Their messages are still calls of `msg`,
//! so the bundles serve every language (see [`messages`](super::messages)).

use crate::publish::esbuild::{Format, bundle};
use crate::publish::profile::Profile;
use std::io;
use std::path::Path;

/// The page's scripts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scripts {
    /// The boot script, which every page begins with.
    pub(crate) boot: String,
    /// The tools, which load later.
    pub(crate) tools: String,
    /// The service worker, without the edition's files.
    pub(crate) worker: String,
    /// The start of a single-file edition, with wasm-bindgen's glue and the tools in it.
    pub(crate) single_file: String,
}

impl Scripts {
    /// Bundles the modules in `sources`. `glue` is the file of wasm-bindgen's glue, which the start
    /// of a single-file edition imports.
    ///
    /// # Errors
    /// If esbuild is missing or rejects a module.
    pub(crate) fn bundle(sources: &Path, glue: &Path, profile: Profile) -> io::Result<Scripts> {
        let script = |entry, format| bundle(sources, entry, format, profile, &[]);
        Ok(Scripts {
            boot: script("boot.js", Format::Classic)?,
            tools: script("tools.js", Format::Module)?,
            worker: script("worker/worker.js", Format::Classic)?,
            single_file: bundle(
                sources,
                "single-file.js",
                Format::Module,
                profile,
                &[("glue", glue)],
            )?,
        })
    }
}
