//! The page as it is built, before anything is published with it: the program, the scripts, the
//! styles and the typefaces, each as small as possible. It belongs to no edition and no language.

use crate::publish::brotli::{FIRST_QUALITY, brotli};
use crate::publish::custom_sections;
use crate::publish::esbuild::{Format, bundle, minify_css};
use crate::publish::function_order;
use crate::publish::messages::in_html;
use crate::publish::profile::Profile;
use crate::publish::scripts::{Glue, Scripts};
use crate::publish::shell::{SNIPPETS, Shell, TrunkLinks};
use crate::publish::symbol_names;
use crate::publish::typefaces::Typefaces;
use std::error::Error;
use std::path::Path;
use std::{fs, io};

/// The name of wasm-bindgen's bundled glue while the scripts that import it are bundled.
const GLUE: &str = "bundled-glue.js";

/// The files that Trunk builds from `worker/`. No page links them, so Trunk does not name them by
/// their content.
const IMPORTER_GLUE: &str = "cuttings-importer.js";
const IMPORTER_PROGRAM: &str = "cuttings-importer_bg.wasm";
const EXPORTER_GLUE: &str = "cuttings-exporter.js";
const EXPORTER_PROGRAM: &str = "cuttings-exporter_bg.wasm";

/// The page as it is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BuiltPage {
    /// The HTML around each page.
    pub(crate) shell: Shell,
    /// The stylesheet of every page.
    pub(crate) style: String,
    /// The stylesheet that only reading and printing need.
    pub(crate) reading_style: String,
    pub(crate) scripts: Scripts,
    pub(crate) program: Vec<u8>,
    /// The program that reads the reader's own files.
    pub(crate) importer: WorkerProgram,
    /// The program that exports what was read from them.
    pub(crate) exporter: WorkerProgram,
    /// The site's icon, an SVG image.
    pub(crate) icon: Vec<u8>,
    pub(crate) typefaces: Typefaces,
}

/// A program that runs in a worker beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WorkerProgram {
    pub(crate) wasm: Vec<u8>,
    /// The copy by Brotli at the highest quality, which takes a quarter of a minute for the
    /// importer, unless the page is for a developer.
    pub(crate) copy: Option<Vec<u8>>,
}

impl WorkerProgram {
    fn read(path: &Path, profile: Profile) -> Result<WorkerProgram, Box<dyn Error>> {
        let wasm = bytes(path)?;
        if profile == Profile::Development {
            return Ok(WorkerProgram { wasm, copy: None });
        }
        let wasm = custom_sections::removed(&wasm)?;
        let copy = Some(brotli(&wasm, FIRST_QUALITY)?);
        Ok(WorkerProgram { wasm, copy })
    }
}

impl BuiltPage {
    /// Reads what Trunk has built into `folder`, and bundles it with the modules in `scripts`.
    /// `is_separate` is true if the program contains no edition.
    ///
    /// # Errors
    /// If a file cannot be read, or esbuild is missing or rejects one.
    pub(crate) fn read(
        folder: &Path,
        scripts: &Path,
        typefaces: &Path,
        profile: Profile,
        is_separate: bool,
    ) -> Result<BuiltPage, Box<dyn Error>> {
        let html = folder.join("index.html");
        let source = text(&html)?;
        in_html(&source).map_err(|error| at(&html, &error))?;
        let shell = Shell::read(&source)?;
        let linked = &shell.linked;
        let minified_css = |names: &[String]| -> io::Result<String> {
            let source = names
                .iter()
                .map(|name| text(&folder.join(name)))
                .collect::<io::Result<String>>()?;
            match profile {
                Profile::Development => Ok(source),
                Profile::Release => minify_css(&source),
            }
        };
        let program = bytes(&folder.join(&linked.program))?;
        let glue = text(&folder.join(&linked.glue))?;
        let (program, glue) = match profile {
            Profile::Development => (program, glue),
            Profile::Release => {
                symbol_names::shorten(&function_order::by_similarity(&program)?, &glue)?
            }
        };
        // The glue imports the modules that the program calls, which wasm-bindgen puts into
        // `snippets`.
        fs::write(folder.join(&linked.glue), glue)?;
        let glue = bundle(folder, &linked.glue, Format::Module, profile, &[], &[])?;
        let bundled_glue = folder.join(GLUE);
        fs::write(&bundled_glue, &glue).map_err(|error| at(&bundled_glue, &error))?;
        let glue = Glue {
            page: &bundled_glue,
            importer: &folder.join(IMPORTER_GLUE),
            exporter: &folder.join(EXPORTER_GLUE),
        };
        let scripts = Scripts::bundle(scripts, &glue, profile, is_separate)?;
        fs::remove_file(&bundled_glue).map_err(|error| at(&bundled_glue, &error))?;
        Ok(BuiltPage {
            style: minified_css(&linked.styles)?,
            reading_style: minified_css(&linked.reading_styles)?,
            scripts,
            program,
            importer: WorkerProgram::read(&folder.join(IMPORTER_PROGRAM), profile)?,
            exporter: WorkerProgram::read(&folder.join(EXPORTER_PROGRAM), profile)?,
            icon: bytes(&folder.join(&linked.icon))?,
            typefaces: Typefaces::read(typefaces, profile)?,
            shell,
        })
    }
}

/// Removes the files that Trunk has built from `folder`: no published page links them.
///
/// # Errors
/// If a file cannot be removed.
pub(crate) fn remove(folder: &Path, linked: &TrunkLinks) -> io::Result<()> {
    let single = [&*linked.glue, &linked.program, &linked.icon];
    let workers = [IMPORTER_GLUE, IMPORTER_PROGRAM, EXPORTER_GLUE, EXPORTER_PROGRAM];
    let styles = linked.styles.iter().chain(&linked.reading_styles).map(String::as_str);
    for name in styles.chain(single).chain(workers) {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| at(&path, &error))?;
    }
    let snippets = folder.join(SNIPPETS);
    if snippets.is_dir() {
        fs::remove_dir_all(&snippets).map_err(|error| at(&snippets, &error))?;
    }
    Ok(())
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path).map_err(|error| at(path, &error))
}

fn text(path: &Path) -> io::Result<String> {
    fs::read_to_string(path).map_err(|error| at(path, &error))
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
