//! Runs esbuild (MIT licence), which bundles scripts and minifies scripts and stylesheets. It comes
//! from the npm registry, and `scripts/with` puts it on PATH.

use crate::publish::profile::Profile;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// The form of a bundled script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A classic script, which runs where it stands in the page.
    Classic,
    /// A module, with the exports of its entry.
    Module,
}

/// Returns a minified stylesheet.
///
/// # Errors
/// If esbuild is missing or rejects the source.
pub(crate) fn minify_css(source: &str) -> io::Result<String> {
    run(Path::new("."), &["--loader=css".into(), "--minify".into()], source)
}

/// Bundles the script at `entry`, a path relative to `folder`, with the modules that it imports.
/// Each pair of `aliases` is a bare module name and the file that stands for it, and each pair of
/// `constants` a name and its value.
///
/// # Errors
/// If esbuild is missing or rejects a module.
pub(crate) fn bundle(
    folder: &Path,
    entry: &str,
    format: Format,
    profile: Profile,
    aliases: &[(&str, &Path)],
    constants: &[(&str, String)],
) -> io::Result<String> {
    let format = match format {
        Format::Classic => "iife",
        Format::Module => "esm",
    };
    let mut arguments = vec![format!("./{entry}"), "--bundle".into(), format!("--format={format}")];
    // wasm-bindgen's glue reads `import.meta` in a function that nobody calls.
    arguments.push("--log-override:empty-import-meta=silent".into());
    if profile == Profile::Release {
        arguments.push("--minify".into());
    }
    for (name, path) in aliases {
        arguments.push(format!("--alias:{name}={}", fs::canonicalize(path)?.display()));
    }
    arguments.extend(constants.iter().map(|(name, value)| format!("--define:{name}={value}")));
    run(folder, &arguments, "")
}

/// Runs esbuild in `folder` with `input`, and returns its output.
fn run(folder: &Path, arguments: &[String], input: &str) -> io::Result<String> {
    let mut esbuild = Command::new(executable()?)
        .args(["--legal-comments=none", "--log-level=warning", "--charset=utf8"])
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    // esbuild reads all of its input before it writes, so neither process waits for the other. The
    // pipe closes when it is dropped.
    if let Some(mut stdin) = esbuild.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    let output = esbuild.wait_with_output()?;
    if !output.status.success() {
        return Err(io::Error::other(
            "esbuild rejected a script or a stylesheet; its message is above",
        ));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

/// Returns the path of esbuild. It is absolute, because esbuild runs in other folders.
fn executable() -> io::Result<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .map(|folder| folder.join("esbuild"))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            io::Error::other(
                "esbuild is not on PATH: run this through `make`, or through `scripts/with test`, \
                 which set everything up",
            )
        })
}
