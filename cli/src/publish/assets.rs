//! Adds the files that a page loads: Trunk's files and the bundled scripts, each as small as
//! possible and named by its final content, in the order in which they refer to each other.

use crate::publish::esbuild::{Format, bundle, minify_css};
use crate::publish::files::{Files, Kind};
use crate::publish::function_order;
use crate::publish::profile::Profile;
use crate::publish::scripts::Scripts;
use crate::publish::shell::TrunkLinks;
use crate::publish::symbol_names;
use std::path::Path;
use std::{fs, io};

/// The paths of the files that a page loads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assets {
    /// The stylesheet of every page.
    pub(crate) style: String,
    /// The stylesheet that only reading and printing need.
    pub(crate) reading_style: String,
    /// The boot script.
    pub(crate) boot: String,
    /// The tools, which load later.
    pub(crate) tools: String,
    /// wasm-bindgen's glue, which loads the program.
    pub(crate) glue: String,
    /// The program.
    pub(crate) program: String,
    /// The site's icon.
    pub(crate) icon: String,
}

/// Adds what a page loads to `files`: what Trunk put into `folder`, and the bundled scripts.
///
/// # Errors
/// If a file cannot be read, or esbuild is missing or rejects one.
pub(crate) fn gather(
    folder: &Path,
    linked: &TrunkLinks,
    scripts: &Scripts,
    profile: Profile,
    files: &mut Files,
) -> io::Result<Assets> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| named(&path, &error))
    };
    let text = |name: &str| {
        String::from_utf8(read(name)?)
            .map_err(|error| named(&folder.join(name), &io::Error::other(error)))
    };
    let minified_css = |source: String| match profile {
        Profile::Development => Ok(source),
        Profile::Release => minify_css(&source),
    };

    let (program, glue) = (read(&linked.program)?, text(&linked.glue)?);
    let (program, glue) = match profile {
        Profile::Development => (program, glue),
        Profile::Release => {
            symbol_names::shorten(&function_order::by_similarity(&program)?, &glue)?
        }
    };
    let program = files.add_hashed("cuttings", "wasm", Kind::Wasm, program);
    // The glue contains the program's name, where it looks if nobody passes it the program.
    let glue = glue.replace(&linked.program, program.rsplit('/').next().unwrap_or(&program));
    // The glue imports the modules that the program calls, which wasm-bindgen puts into `snippets`.
    fs::write(folder.join(&linked.glue), glue)?;
    let glue = bundle(folder, &linked.glue, Format::Module, profile, &[])?;
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
