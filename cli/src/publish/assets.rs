//! What a page loads: Trunk's files, each made as small as it gets and named by its final content, in the order in which
//! one names another.

use crate::publish::esbuild::{Effort, Format, bundle, minify_css};
use crate::publish::files::{Files, Kind};
use crate::publish::symbol_names;
use crate::publish::function_order;
use crate::publish::scripts::Scripts;
use crate::publish::shell::Linked;
use std::path::Path;
use std::{fs, io};

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

/// Adds what the page loads to `files`: what Trunk put into `folder`, and the bundled scripts.
///
/// # Errors
/// If a file cannot be read, or the minifier is missing or refuses one.
pub(crate) fn gather(
    folder: &Path,
    linked: &Linked,
    scripts: &Scripts,
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
    let minified_css = |source: String| match effort {
        Effort::AsWritten => Ok(source),
        Effort::Small => minify_css(&source),
    };

    let (program, glue) = (read(&linked.program)?, text(&linked.glue)?);
    let (program, glue) = match effort {
        Effort::AsWritten => (program, glue),
        Effort::Small => symbol_names::shorten(&function_order::by_likeness(&program)?, &glue)?,
    };
    let program = files.add_hashed("cuttings", "wasm", Kind::Wasm, program);
    // The program's name stands in the glue, which would look for it there if nobody told it where it is.
    let glue = glue.replace(&linked.program, program.rsplit('/').next().unwrap_or(&program));
    // The glue imports the modules that the program calls, which wasm-bindgen puts into `snippets`.
    fs::write(folder.join(&linked.glue), glue)?;
    let glue = bundle(folder, &linked.glue, Format::Module, effort, &[])?;
    let glue = files.add_hashed("cuttings", "js", Kind::JavaScript, glue);
    let boot = scripts.bundle("boot.js", Format::Classic)?;
    let boot = files.add_hashed("boot", "js", Kind::JavaScript, boot);
    let tools = scripts.bundle("tools.js", Format::Module)?;
    let tools = files.add_hashed("tools", "js", Kind::JavaScript, tools);
    let mut styles = |stem: &str, names: &[String]| -> io::Result<String> {
        let style = names.iter().map(|name| text(name)).collect::<io::Result<String>>()?;
        Ok(files.add_hashed(stem, "css", Kind::Css, minified_css(style)?))
    };
    let style = styles("cuttings", &linked.styles)?;
    let reading_style = styles("reading", &linked.reading_styles)?;
    let icon = files.add_hashed("icon", "svg", Kind::Svg, read(&linked.icon)?);
    Ok(Assets { style, reading_style, boot, tools, glue, program, icon })
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
