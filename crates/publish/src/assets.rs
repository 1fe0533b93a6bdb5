//! What a page loads: Trunk's files, each made as small as it gets and named by its final content, in the order in which
//! one names another.

use crate::files::{Files, Kind};
use crate::names;
use crate::order;
use crate::shell::Linked;
use crate::messages::in_script;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// The names of what a page loads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assets {
    /// The stylesheets that every page needs, in one.
    pub(crate) style: String,
    /// Those that only reading and printing need.
    pub(crate) reading_style: String,
    /// The script that starts the program.
    pub(crate) boot: String,
    /// The module of what a reader may ask for later.
    pub(crate) tools: String,
    /// What loads the program.
    pub(crate) glue: String,
    /// The program.
    pub(crate) program: String,
    /// The site's sign.
    pub(crate) icon: String,
}

/// How much trouble is taken over scripts and stylesheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// They stay as they were written: someone is working on them.
    AsWritten,
    /// They are made small, for readers.
    Small,
}

/// Takes what the page loads out of Trunk's folder and adds it to `files`.
///
/// # Errors
/// If a file cannot be read, or the minifier is missing or refuses one.
pub(crate) fn gather(
    folder: &Path,
    linked: &Linked,
    effort: Effort,
    files: &mut Files,
) -> io::Result<Assets> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| named(&path, &error))
    };
    let text = |name: &str| {
        String::from_utf8(read(name)?).map_err(|error| named(&folder.join(name), &io::Error::other(error)))
    };
    let minified = |loader: &str, source: String| match effort {
        Effort::AsWritten => Ok(source),
        Effort::Small => minify(loader, &source),
    };

    let (program, glue) = (read(&linked.program)?, text(&linked.glue)?);
    let (program, glue) = match effort {
        Effort::AsWritten => (program, glue),
        Effort::Small => names::shorten(&order::by_likeness(&program)?, &glue)?,
    };
    let program = files.add_hashed("cuttings", "wasm", Kind::Wasm, program);
    // The program's name stands in the glue, which would look for it there if nobody told it where it is.
    let glue = glue.replace(&linked.program, program.rsplit('/').next().unwrap_or(&program));
    let glue = files.add_hashed("cuttings", "js", Kind::JavaScript, minified("js", glue)?);
    let boot =
        files.add_hashed("boot", "js", Kind::JavaScript, minified("js", in_script(&text(&linked.boot)?)?)?);
    let tools =
        files.add_hashed("tools", "js", Kind::JavaScript, minified("js", in_script(&text(&linked.tools)?)?)?);
    let mut styles = |stem: &str, names: &[String]| -> io::Result<String> {
        let style = names.iter().map(|name| text(name)).collect::<io::Result<String>>()?;
        Ok(files.add_hashed(stem, "css", Kind::Css, minified("css", style)?))
    };
    let style = styles("cuttings", &linked.styles)?;
    let reading_style = styles("reading", &linked.reading_styles)?;
    let icon = files.add_hashed("icon", "svg", Kind::Svg, read(&linked.icon)?);
    Ok(Assets { style, reading_style, boot, tools, glue, program, icon })
}

/// A script or a stylesheet with all that only people need taken out.
pub(crate) fn minify(loader: &str, source: &str) -> io::Result<String> {
    esbuild(&[&format!("--loader={loader}")], source)
}

/// A module and those that it imports by these names, as one small script. `folder` is one to work in.
pub(crate) fn bundle(folder: &Path, module: &str, imported: &[(&str, &str)]) -> io::Result<String> {
    let mut arguments = ["--bundle", "--format=esm", "--loader=js"].map(str::to_owned).to_vec();
    let mut paths = Vec::new();
    for (name, source) in imported {
        let path = folder.join(format!("{name}.js"));
        fs::write(&path, source).map_err(|error| named(&path, &error))?;
        arguments.push(format!("--alias:{name}={}", path.display()));
        paths.push(path);
    }
    let bundled = esbuild(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), module);
    for path in paths {
        fs::remove_file(&path).map_err(|error| named(&path, &error))?;
    }
    bundled
}

/// Runs esbuild on a source.
fn esbuild(arguments: &[&str], source: &str) -> io::Result<String> {
    let mut esbuild = Command::new(esbuilds_place()?)
        .args(["--minify", "--legal-comments=none", "--log-level=warning", "--charset=utf8"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    // It reads all before it writes anything, so neither waits for the other. Dropped, the pipe is closed.
    if let Some(mut stdin) = esbuild.stdin.take() {
        stdin.write_all(source.as_bytes())?;
    }
    let output = esbuild.wait_with_output()?;
    if !output.status.success() {
        return Err(io::Error::other("esbuild refused a file; what it says stands above"));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

/// Where esbuild is: on PATH, as `scripts/with` sets it.
fn esbuilds_place() -> io::Result<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).map(|folder| folder.join("esbuild")).find(|path| path.is_file()).ok_or_else(
        || io::Error::other("esbuild is not on PATH: build by `make build`, which sets everything up"),
    )
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
