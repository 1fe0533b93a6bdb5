//! Keeps a built page as a folder of files, and reads it back: from the program itself, which was
//! compiled with such a folder (`build.rs`), so that it needs no compiler where it runs.

use crate::publish::built_page::BuiltPage;
use crate::publish::scripts::Scripts;
use crate::publish::shell::{Shell, TrunkLinks};
use crate::publish::typefaces::Typefaces;
use std::path::Path;
use std::{fs, io};

/// The files of the page that this program was compiled with, by their names.
static COMPILED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/built_page.rs"));

/// The file with the name by which the glue knows the program.
const PROGRAM_NAME: &str = "program-name.txt";

/// The start of the names of fonts.
const FONTS: &str = "fonts/";

/// Returns the page that this program was compiled with, if it was compiled with one.
pub(crate) fn compiled() -> Option<BuiltPage> {
    let bytes = |wanted: &str| {
        COMPILED.iter().find_map(|(name, bytes)| (*name == wanted).then(|| bytes.to_vec()))
    };
    let text = |name: &str| bytes(name).and_then(|bytes| String::from_utf8(bytes).ok());
    let fonts = COMPILED
        .iter()
        .filter_map(|(name, bytes)| Some((name.strip_prefix(FONTS)?.to_owned(), bytes.to_vec())));
    Some(BuiltPage {
        shell: Shell {
            html: text("shell.html")?,
            linked: TrunkLinks { program: text(PROGRAM_NAME)?, ..TrunkLinks::default() },
        },
        style: text("style.css")?,
        reading_style: text("reading.css")?,
        scripts: Scripts {
            boot: text("boot.js")?,
            tools: text("tools.js")?,
            worker: text("worker.js")?,
            single_file: text("single-file.js")?,
        },
        glue: text("glue.js")?,
        program: bytes("program.wasm")?,
        icon: bytes("icon.svg")?,
        typefaces: Typefaces {
            sheet: text("typefaces.css")?,
            fonts: fonts.collect(),
            licence: bytes("typefaces.txt")?,
        },
    })
}

/// Writes a built page into `folder`.
///
/// # Errors
/// If a file cannot be written.
pub(crate) fn write(page: &BuiltPage, folder: &Path) -> io::Result<()> {
    let BuiltPage { shell, style, reading_style, scripts, glue, program, icon, typefaces } = page;
    let mut files: Vec<(String, &[u8])> = [
        ("shell.html", shell.html.as_bytes()),
        (PROGRAM_NAME, shell.linked.program.as_bytes()),
        ("style.css", style.as_bytes()),
        ("reading.css", reading_style.as_bytes()),
        ("boot.js", scripts.boot.as_bytes()),
        ("tools.js", scripts.tools.as_bytes()),
        ("worker.js", scripts.worker.as_bytes()),
        ("single-file.js", scripts.single_file.as_bytes()),
        ("glue.js", glue.as_bytes()),
        ("program.wasm", &program[..]),
        ("icon.svg", icon),
        ("typefaces.css", typefaces.sheet.as_bytes()),
        ("typefaces.txt", &typefaces.licence),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .to_vec();
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
