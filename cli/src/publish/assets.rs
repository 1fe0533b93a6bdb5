//! Adds the files that a page loads to those that are published, each named by its content, in the
//! order in which they refer to each other.

use crate::publish::built_page::BuiltPage;
use crate::publish::files::{Files, Kind};
use crate::publish::messages::in_script;
use std::io;

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
    /// The stylesheet of the typefaces.
    pub(crate) typefaces: String,
    /// The edition, if the program does not contain it.
    pub(crate) edition: Option<String>,
    /// The page's messages, if the program does not contain them.
    pub(crate) messages: Option<String>,
}

/// An edition that is published beside the program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeparateEdition<'a> {
    pub(crate) bytes: &'a [u8],
    /// The catalogue of the page's messages, unless the program contains it.
    pub(crate) messages: Option<&'a str>,
}

impl Assets {
    /// Adds what a page loads to `files`.
    ///
    /// # Errors
    /// If a script asks for a message that does not exist.
    pub(crate) fn add(
        page: &BuiltPage,
        separate: Option<&SeparateEdition<'_>>,
        files: &mut Files,
    ) -> io::Result<Assets> {
        let program = files.add_hashed("cuttings", "wasm", Kind::Wasm, page.program.clone());
        let glue = with_program(page, &page.glue, &program);
        let scripts = &page.scripts;
        Ok(Assets {
            style: files.add_hashed("cuttings", "css", Kind::Css, page.style.as_str()),
            reading_style: files.add_hashed(
                "reading",
                "css",
                Kind::Css,
                page.reading_style.as_str(),
            ),
            boot: files.add_hashed("boot", "js", Kind::JavaScript, in_script(&scripts.boot)?),
            tools: files.add_hashed("tools", "js", Kind::JavaScript, in_script(&scripts.tools)?),
            glue: files.add_hashed("cuttings", "js", Kind::JavaScript, glue),
            program,
            icon: files.add_hashed("icon", "svg", Kind::Svg, page.icon.clone()),
            typefaces: page.typefaces.add(files),
            edition: separate.map(|it| files.add_hashed("edition", "bin", Kind::Edition, it.bytes)),
            messages: separate
                .and_then(|it| it.messages)
                .map(|text| files.add_hashed("messages", "txt", Kind::Messages, text)),
        })
    }
}

/// Returns a script with the published name of the program instead of Trunk's. The glue has the
/// name, because it looks there if nobody passes it the program.
fn with_program(page: &BuiltPage, script: &str, program: &str) -> String {
    let name = program.rsplit('/').next().unwrap_or(program);
    script.replace(&page.shell.linked.program, name)
}
