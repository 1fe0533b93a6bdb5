//! Keeps a built page as a folder of files, and reads it back: from the program itself, which was
//! compiled with such a folder (`build.rs`), so that it needs no compiler where it runs.

use crate::publish::built_page::{BuiltPage, OnDemandProgram};
use crate::publish::scripts::Scripts;
use crate::publish::shell::{Shell, TrunkLinks};
use crate::publish::typefaces::Typefaces;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// The files of the page that this program was compiled with, by their names.
static COMPILED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/built_page.rs"));

/// The start of the names of fonts.
const FONTS: &str = "fonts/";

/// The names of the copies by Brotli of programs that are loaded on demand.
const EXPLORER_COPY: &str = "explorer.wasm.br";
const IMPORTER_COPY: &str = "importer.wasm.br";
const EXPORTER_COPY: &str = "exporter.wasm.br";

/// Returns the page that this program was compiled with, if it was compiled with one.
pub(crate) fn compiled() -> Option<BuiltPage> {
    let files = COMPILED.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    assemble(files.collect()).ok()
}

/// Reads a built page from `folder`.
///
/// # Errors
/// If a file is missing or cannot be read.
pub(crate) fn read(folder: &Path) -> io::Result<BuiltPage> {
    let mut files = BTreeMap::new();
    for part in ["", FONTS] {
        let part_folder = folder.join(part);
        let entries = fs::read_dir(&part_folder).map_err(|error| at(&part_folder, &error))?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_file() {
                let bytes = fs::read(&path).map_err(|error| at(&path, &error))?;
                files.insert([part, name].concat(), bytes);
            }
        }
    }
    assemble(files).map_err(|missing| {
        let path = folder.join(missing);
        io::Error::new(io::ErrorKind::NotFound, format!("{} is missing", path.display()))
    })
}

/// Makes a page of its files, or returns the name of one that is missing.
fn assemble(mut files: BTreeMap<String, Vec<u8>>) -> Result<BuiltPage, &'static str> {
    let mut fonts = BTreeMap::new();
    for (name, bytes) in &mut files {
        if let Some(font) = name.strip_prefix(FONTS) {
            fonts.insert(font.to_owned(), std::mem::take(bytes));
        }
    }
    let mut bytes = |name: &'static str| files.remove(name).ok_or(name);
    let mut text = |name: &'static str| String::from_utf8(bytes(name)?).map_err(|_| name);
    Ok(BuiltPage {
        shell: Shell { html: text("shell.html")?, linked: TrunkLinks::default() },
        style: text("style.css")?,
        reading_style: text("reading.css")?,
        scripts: Scripts {
            boot: text("boot.js")?,
            tools: text("tools.js")?,
            library: text("library.js")?,
            explorer: text("explorer.js")?,
            single_boot: text("single-boot.js")?,
            importer: text("importer.js")?,
            exporter: text("exporter.js")?,
            worker: text("worker.js")?,
            single_file: text("single-file.js")?,
        },
        typefaces: Typefaces {
            sheet: text("typefaces.css")?,
            fonts,
            licence: bytes("typefaces.txt")?,
        },
        program: bytes("program.wasm")?,
        explorer: OnDemandProgram {
            wasm: bytes("explorer.wasm")?,
            copy: bytes(EXPLORER_COPY).ok(),
        },
        importer: OnDemandProgram {
            wasm: bytes("importer.wasm")?,
            copy: bytes(IMPORTER_COPY).ok(),
        },
        exporter: OnDemandProgram {
            wasm: bytes("exporter.wasm")?,
            copy: bytes(EXPORTER_COPY).ok(),
        },
        icon: bytes("icon.svg")?,
    })
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Writes a built page into `folder`.
///
/// # Errors
/// If a file cannot be written.
pub(crate) fn write(page: &BuiltPage, folder: &Path) -> io::Result<()> {
    let BuiltPage {
        shell,
        style,
        reading_style,
        scripts,
        program,
        explorer,
        importer,
        exporter,
        icon,
        typefaces,
    } = page;
    let mut files: Vec<(String, &[u8])> = [
        ("shell.html", shell.html.as_bytes()),
        ("style.css", style.as_bytes()),
        ("reading.css", reading_style.as_bytes()),
        ("boot.js", scripts.boot.as_bytes()),
        ("tools.js", scripts.tools.as_bytes()),
        ("library.js", scripts.library.as_bytes()),
        ("explorer.js", scripts.explorer.as_bytes()),
        ("single-boot.js", scripts.single_boot.as_bytes()),
        ("importer.js", scripts.importer.as_bytes()),
        ("exporter.js", scripts.exporter.as_bytes()),
        ("worker.js", scripts.worker.as_bytes()),
        ("single-file.js", scripts.single_file.as_bytes()),
        ("program.wasm", &program[..]),
        ("explorer.wasm", &explorer.wasm),
        ("importer.wasm", &importer.wasm),
        ("exporter.wasm", &exporter.wasm),
        ("icon.svg", icon),
        ("typefaces.css", typefaces.sheet.as_bytes()),
        ("typefaces.txt", &typefaces.licence),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .to_vec();
    for (name, program) in
        [(EXPLORER_COPY, explorer), (IMPORTER_COPY, importer), (EXPORTER_COPY, exporter)]
    {
        files.extend(program.copy.iter().map(|copy| (name.to_owned(), &copy[..])));
    }
    files.extend(typefaces.fonts.iter().map(|(name, font)| ([FONTS, name].concat(), &font[..])));
    fs::create_dir_all(folder.join(FONTS))?;
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
    }
    Ok(())
}
