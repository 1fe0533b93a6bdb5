//! Adds the files that a page loads to those that are published, each named by its content, in the
//! order in which they refer to each other.

use crate::publish::built_page::{BuiltPage, OnDemandProgram};
use crate::publish::catalogues::Choice;
use crate::publish::files::{Files, Kind};
use crate::publish::gzip::pack;
use crate::publish::messages::{Texts, in_script};
use crate::publish::one_file::{self, Frame};
use crate::publish::parts::gzip;
use crate::publish::shell::Shell;
use cuttings::store::library::Library;
use cuttings_edition_builder::{LARGEST_WHOLE, Outline, PartSizes, bodies_have_copies, split};
use cuttings_memory::Memory;
use rayon::prelude::*;
use std::error::Error;
use std::io;

/// The paths of the files that a page loads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Assets {
    /// The stylesheet of every page.
    pub(crate) style: String,
    /// The stylesheet that only reading and printing need.
    pub(crate) reading_style: String,
    /// The boot script, with wasm-bindgen's glue, which starts the program.
    pub(crate) boot: String,
    /// The tools, which load later.
    pub(crate) tools: String,
    /// The program.
    pub(crate) program: String,
    /// The program of the pages that explore the edition, and its glue.
    pub(crate) explorer: String,
    pub(crate) explorer_glue: String,
    /// The site's icon.
    pub(crate) icon: String,
    /// The stylesheet of the typefaces.
    pub(crate) typefaces: String,
    /// The edition or its head, if the program does not contain it.
    pub(crate) edition: Option<String>,
    /// True if the edition is in parts.
    pub(crate) has_parts: bool,
    /// The page's messages, if the program does not contain them.
    pub(crate) messages: Option<String>,
    /// The folder of the messages in other languages, and these languages, if there are any.
    pub(crate) languages: Option<String>,
}

/// An edition that is published beside the program.
#[derive(Clone, Copy)]
pub(crate) struct SeparateEdition<'a> {
    pub(crate) bytes: &'a [u8],
    /// The places where its items begin and end.
    pub(crate) outline: &'a Outline,
    /// The sizes of its parts, if it is to be in parts even if it is small.
    pub(crate) sizes: Option<PartSizes>,
    /// True to pack its files. A preview need not, because they do not travel.
    pub(crate) is_packed: bool,
    /// The contents of parts that earlier builds have compressed, if they are kept.
    pub(crate) memory: Option<&'a dyn Memory>,
    /// The catalogue of the page's messages, unless the program contains it.
    pub(crate) messages: Option<&'a str>,
}

impl Assets {
    /// Adds what a page loads to `files`.
    ///
    /// # Errors
    /// If a script asks for a message that does not exist, or the edition cannot be packed.
    pub(crate) fn add(
        page: &BuiltPage,
        separate: Option<&SeparateEdition<'_>>,
        choice: &Choice,
        shell: &Shell,
        library: &Library,
        files: &mut Files,
    ) -> Result<Assets, Box<dyn Error>> {
        let texts = if choice.is_any() { Texts::OfCatalogue } else { Texts::Fixed };
        let scripts = &page.scripts;
        let on_demand = Kind::OnDemandCode;
        let mut program = |name: &str, OnDemandProgram { wasm, copy }: &OnDemandProgram| {
            files.add_with_copy(name, "wasm", on_demand, wasm.as_slice(), copy.clone())
        };
        let importer = program("importer", &page.importer);
        let exporter = program("exporter", &page.exporter);
        let explorer = program("explorer", &page.explorer);
        let names = files.add_hashed("names", "bin", on_demand, cuttings_insight::data::packed());
        // Each names those that it loads, as constants before its text.
        let script = |name: &str, kind, source: &str, loads: &[(&str, &str)], files: &mut Files| {
            let mut text = String::new();
            for (constant, path) in loads {
                let file = path.rsplit('/').next().unwrap_or_default();
                text.push_str(&format!("const {constant}=\"./{file}\";"));
            }
            text.push_str(&in_script(source, texts)?);
            Ok::<_, io::Error>(files.add_hashed(name, "js", kind, text))
        };
        let loads = [("IMPORTER_PROGRAM", &*importer), ("NAMES", &names)];
        let importer = script("importer", on_demand, &scripts.importer, &loads, files)?;
        let loads = [("EXPORTER_PROGRAM", &*exporter)];
        let exporter = script("exporter", on_demand, &scripts.exporter, &loads, files)?;
        let boot = in_script(&scripts.boot, texts)?;
        let explorer_glue = script("explorer", on_demand, &scripts.explorer, &[], files)?;
        let template = one_file::template(
            library,
            separate.and_then(|it| it.messages),
            &Frame {
                shell,
                boot: &in_script(&scripts.single_boot, texts)?,
                style: &[&*page.style, &page.reading_style].concat(),
                start: &in_script(&scripts.single_file, Texts::Fixed)?,
                icon: &page.icon,
            },
        )?;
        // Not as HTML, into which some hosts write scripts of theirs.
        let one_file = files.add_hashed("one-file", "txt", on_demand, template);
        let loads = [
            ("IMPORTER", &*importer),
            ("EXPORTER", &exporter),
            ("EXPLORER_PROGRAM", &explorer),
            ("ONE_FILE", &one_file),
        ];
        let library = script("library", on_demand, &scripts.library, &loads, files)?;
        let loads = [("LIBRARY", &*library), ("EXPORTER", &exporter)];
        let tools = script("tools", Kind::JavaScript, &scripts.tools, &loads, files)?;
        let program = files.add_hashed("cuttings", "wasm", Kind::Wasm, page.program.clone());
        let (style, reading_style) = (page.style.as_str(), page.reading_style.as_str());
        Ok(Assets {
            style: files.add_hashed("cuttings", "css", Kind::Css, style),
            reading_style: files.add_hashed("reading", "css", Kind::Css, reading_style),
            boot: files.add_hashed("boot", "js", Kind::JavaScript, boot),
            tools,
            program,
            explorer,
            explorer_glue,
            icon: files.add_hashed("icon", "svg", Kind::Svg, page.icon.clone()),
            typefaces: page.typefaces.add(files),
            edition: separate.map(|it| it.add(files)).transpose()?,
            has_parts: separate.is_some_and(|it| it.sizes().is_some()),
            messages: separate
                .and_then(|it| it.messages)
                .map(|text| files.add_hashed("messages", "txt", Kind::Messages, text)),
            languages: choice.add(files),
        })
    }
}

impl SeparateEdition<'_> {
    /// Adds the edition: whole, or as a head `edition-HASH.bin` with its parts in
    /// `edition-HASH/1.bin` and so on. Returns the path of the first file.
    fn add(&self, files: &mut Files) -> io::Result<String> {
        let Some(sizes) = self.sizes() else {
            let bytes = self.packed(self.bytes.to_vec())?;
            return Ok(files.add_hashed("edition", "bin", Kind::Edition, bytes));
        };
        let split = split(self.bytes, self.outline, sizes);
        let split = split.ok_or_else(|| io::Error::other("the edition cannot be split"))?;
        let head = self.packed(split.head)?;
        let head = files.add_hashed("edition", "bin", Kind::Edition, head);
        let folder = head.strip_suffix(".bin").unwrap_or(&head);
        let packed =
            |part: Vec<u8>| if self.is_packed { gzip(&part, self.memory) } else { Ok(part) };
        let parts: Vec<Vec<u8>> =
            split.parts.into_par_iter().map(packed).collect::<io::Result<_>>()?;
        let are_copied = bodies_have_copies(split.bodies.len());
        for (number, part) in (1..).zip(parts) {
            let kind = Kind::Part { is_copied: are_copied || !split.bodies.contains(&number) };
            files.add_media(format!("{folder}/{number}.bin"), kind, part);
        }
        Ok(head)
    }

    /// The sizes of the parts; `None` for an edition that is published whole.
    fn sizes(&self) -> Option<PartSizes> {
        let usual = || if self.is_packed { PartSizes::default() } else { preview_sizes() };
        self.sizes.or_else(|| (self.bytes.len() > LARGEST_WHOLE).then(usual))
    }

    /// Packs a file, unless they are to stay as they are.
    fn packed(&self, bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        if self.is_packed { pack(&bytes) } else { Ok(bytes) }
    }
}

/// Returns the sizes of parts that do not travel: each is a file to write.
fn preview_sizes() -> PartSizes {
    let usual = PartSizes::default();
    PartSizes { index: usual.index * 8, bodies: usual.bodies * 8, ..usual }
}
