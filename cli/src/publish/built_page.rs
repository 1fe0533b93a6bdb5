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
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The names of wasm-bindgen's bundled glue while the scripts that import it are bundled.
const GLUE: &str = "bundled-glue.js";
const BUNDLED_EXPLORER_GLUE: &str = "bundled-explorer-glue.js";

/// The files that Trunk builds from the explorer and from `worker/`. No page links them, so Trunk
/// does not name them by their content.
const EXPLORER_GLUE: &str = "cuttings-explorer.js";
const EXPLORER_PROGRAM: &str = "cuttings-explorer_bg.wasm";
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
    /// The page with the views that explore an edition.
    pub(crate) explorer: OnDemandProgram,
    /// The program that reads the reader's own files.
    pub(crate) importer: OnDemandProgram,
    /// The program that exports what was read from them.
    pub(crate) exporter: OnDemandProgram,
    /// The site's icon, an SVG image.
    pub(crate) icon: Vec<u8>,
    pub(crate) typefaces: Typefaces,
}

/// A program that few visits need: the explorer, or one that runs in a worker beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OnDemandProgram {
    pub(crate) wasm: Vec<u8>,
    /// The copy by Brotli at the highest quality, which takes a quarter of a minute for the
    /// importer, unless the page is for a developer.
    pub(crate) copy: Option<Vec<u8>>,
}

impl OnDemandProgram {
    fn read(path: &Path, profile: Profile) -> Result<OnDemandProgram, Box<dyn Error>> {
        OnDemandProgram::new(bytes(path)?, profile)
    }

    fn new(wasm: Vec<u8>, profile: Profile) -> Result<OnDemandProgram, Box<dyn Error>> {
        if profile == Profile::Development {
            return Ok(OnDemandProgram { wasm, copy: None });
        }
        let wasm = custom_sections::removed(&wasm)?;
        let copy = Some(brotli(&wasm, FIRST_QUALITY)?);
        Ok(OnDemandProgram { wasm, copy })
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
        let (program, glue) =
            with_bundled_glue(folder, &linked.program, &linked.glue, GLUE, profile)?;
        let (explorer, explorer_glue) = with_bundled_glue(
            folder,
            EXPLORER_PROGRAM,
            EXPLORER_GLUE,
            BUNDLED_EXPLORER_GLUE,
            profile,
        )?;
        let glues = Glue {
            page: &glue,
            explorer: &explorer_glue,
            importer: &folder.join(IMPORTER_GLUE),
            exporter: &folder.join(EXPORTER_GLUE),
        };
        let scripts = Scripts::bundle(scripts, &glues, profile, is_separate)?;
        for path in [&glue, &explorer_glue] {
            fs::remove_file(path).map_err(|error| at(path, &error))?;
        }
        Ok(BuiltPage {
            style: minified_css(&linked.styles)?,
            reading_style: minified_css(&linked.reading_styles)?,
            scripts,
            program,
            explorer: OnDemandProgram::new(explorer, profile)?,
            importer: OnDemandProgram::read(&folder.join(IMPORTER_PROGRAM), profile)?,
            exporter: OnDemandProgram::read(&folder.join(EXPORTER_PROGRAM), profile)?,
            icon: bytes(&folder.join(&linked.icon))?,
            typefaces: Typefaces::read(typefaces, profile)?,
            shell,
        })
    }
}

/// Returns a program with short symbols, and the path of its bundled glue, which is written into
/// `folder`. The glue imports the modules that the program calls, which wasm-bindgen puts into
/// `snippets`.
fn with_bundled_glue(
    folder: &Path,
    program: &str,
    glue: &str,
    bundled: &str,
    profile: Profile,
) -> Result<(Vec<u8>, PathBuf), Box<dyn Error>> {
    let wasm = bytes(&folder.join(program))?;
    let source = text(&folder.join(glue))?;
    let (wasm, source) = match profile {
        Profile::Development => (wasm, source),
        Profile::Release => symbol_names::shorten(&function_order::by_similarity(&wasm)?, &source)?,
    };
    fs::write(folder.join(glue), source)?;
    let source = bundle(folder, glue, Format::Module, profile, &[], &[])?;
    let path = folder.join(bundled);
    fs::write(&path, source).map_err(|error| at(&path, &error))?;
    Ok((wasm, path))
}

/// Removes the files that Trunk has built from `folder`: no published page links them.
///
/// # Errors
/// If a file cannot be removed.
pub(crate) fn remove(folder: &Path, linked: &TrunkLinks) -> io::Result<()> {
    let single = [&*linked.glue, &linked.program, &linked.icon];
    let on_demand = [
        EXPLORER_GLUE,
        EXPLORER_PROGRAM,
        IMPORTER_GLUE,
        IMPORTER_PROGRAM,
        EXPORTER_GLUE,
        EXPORTER_PROGRAM,
    ];
    let styles = linked.styles.iter().chain(&linked.reading_styles).map(String::as_str);
    for name in styles.chain(single).chain(on_demand) {
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
