//! Reads saved pages and the exports of reading programs into typed articles.
//!
//! [`import`] takes files one after the other and passes on what it finds while it reads: items,
//! their pictures, and diagnostics. An [`Item`] is an article as `cuttings-corpus` makes it,
//! together with what the reader did with it: read state, reading position, highlights and notes.
//! An item without a body is a teaser. [`import_all`] collects everything.
//!
//! The crate is pure: no I/O, no clock, no panic on any input. [`Limits`] bound the time and the
//! memory that a file may take. A file that cannot be read is reported with the reason and the
//! remedy, and the others are imported.
//!
//! # Adding a kind
//!
//! 1. Add a module with a function `read(file: &File<'_>, importer: &mut Importer<'_>)`. It passes
//!    items to `Importer::item`, pictures to `Importer::picture`, and what it could not read to
//!    `Importer::error` or `Importer::note`. It stops when these return `ControlFlow::Break`.
//!    `instapaper.rs` is a short example.
//! 2. Add a variant to [`Kind`], and say in `kind.rs` how files of the kind are recognised. The
//!    compiler then names the one `match` that has to call `read`.
//! 3. If the kind is a folder of several files, as Omnivore's export is, read it from the entries
//!    of an archive: see `omnivore.rs`.
//! 4. Add a fixture to `tests/it`, made by hand to the published form.
//!
//! ```
//! use cuttings_import::{Limits, import_all};
//!
//! let page = b"<title>Ferry Returns</title><article><h1>Ferry Returns</h1>\
//!              <p>The first boat left at dawn with forty people on board.</p></article>";
//! let import = import_all([("ferry.html", &page[..])], &Limits::default());
//! assert_eq!(import.items[0].article.title, "Ferry Returns");
//! ```

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod annotated;
mod archive;
mod archive_pictures;
mod beside;
mod bibliography;
mod csv_rows;
mod docx;
mod epub;
mod feed;
mod highlight;
mod html;
mod importer;
mod instapaper;
mod item;
mod kind;
mod limits;
mod link_list;
mod mail;
mod mhtml;
mod omnivore;
mod pdf;
mod pictures;
mod plain_text;
mod pocket;
mod pocket_annotations;
mod readwise;
mod readwise_highlights;
mod recognise;
mod saved_page;
mod seeds;
mod unpack;
mod wacz;
mod web_address;
mod xml;

use std::io::{Cursor, Read, Seek};
use std::ops::ControlFlow;

use cuttings_diagnostics::Diagnostic;

pub use annotated::{annotated, link_paragraph};
pub use beside::{Together, import_together, path_beside};
pub use importer::FindBeside;
use importer::Importer;
pub use item::{Annotation, Event, Import, Item, PictureFile, Reading};
pub use kind::Kind;
pub use limits::Limits;
pub use recognise::holds_articles;
pub use saved_page::{is_folder_of_page, parts_of_pages};

/// A file in memory, or an entry of an archive.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The path: for an entry of an archive, that of the archive, a slash, and that of the entry.
    pub name: &'a str,
    /// The contents.
    pub bytes: &'a [u8],
}

/// A source of bytes that can be read from any place, such as a file that the browser has not
/// loaded.
pub trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// Imports files, and passes on what they hold to `sink` while it reads. The sink may stop the
/// import.
///
/// Of an archive only one entry at a time is in memory. Every other file is in memory as a whole
/// while it is read.
pub fn import<'a>(
    files: impl IntoIterator<Item = (String, Box<dyn Source + 'a>)>,
    limits: &Limits,
    sink: &mut dyn FnMut(Event) -> ControlFlow<()>,
) {
    import_beside(files, &|_, _| None, limits, sink);
}

/// Does the same with the files beside them, such as the pictures of a saved page.
pub fn import_beside<'a>(
    files: impl IntoIterator<Item = (String, Box<dyn Source + 'a>)>,
    beside: &FindBeside<'_>,
    limits: &Limits,
    sink: &mut dyn FnMut(Event) -> ControlFlow<()>,
) {
    let mut importer = Importer::new(limits, beside, sink);
    for (name, mut source) in files {
        if archive::read_source(&name, &mut *source, &mut importer).is_break() {
            return;
        }
    }
}

/// Imports files that are in memory, and collects what they hold.
pub fn import_all<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    limits: &Limits,
) -> Import {
    let mut import = Import::default();
    let files = files
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), Box::new(Cursor::new(bytes)) as Box<dyn Source>));
    self::import(files, limits, &mut |event| {
        match event {
            Event::Item(item) => import.items.push(*item),
            Event::Picture(picture) => import.pictures.push(picture),
            Event::Diagnostic(diagnostic) => import.diagnostics.push(diagnostic),
        }
        ControlFlow::Continue(())
    });
    import
}

/// The result of a step that the sink may have stopped.
type Flow = ControlFlow<()>;

/// Reads the file by its kind.
fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    match Kind::of(file.name, file.bytes) {
        Kind::Archive => archive::read(file.name, &mut Cursor::new(file.bytes), importer),
        Kind::Html => html::read(file, importer),
        Kind::Mhtml => mhtml::read(file, importer),
        Kind::LinkList => link_list::read(file, importer),
        Kind::Pocket => pocket::read(file, importer),
        Kind::Instapaper => instapaper::read(file, importer),
        Kind::Readwise => readwise::read(file, importer),
        Kind::ReadwiseHighlights => readwise_highlights::read(file, importer),
        Kind::PocketAnnotations => pocket_annotations::read(file, importer),
        Kind::Seed => seeds::read(file, importer),
        Kind::Feed => feed::read_xml(file, importer),
        Kind::JsonFeed => feed::read_json(file, importer),
        Kind::CslJson => bibliography::read_csl(file, importer),
        Kind::Ris => bibliography::read_ris(file, importer),
        Kind::Bibtex => bibliography::read_bibtex(file, importer),
        Kind::Mail => mail::read(file, importer),
        Kind::Mailbox => mail::read_mailbox(file.name, &mut &*file.bytes, importer),
        Kind::Pdf => pdf::read(file, importer),
        Kind::Unsupported(reason) => importer.error(file.name, reason),
    }
}

/// Returns the diagnostics that are about a file, for tests and callers that list files.
pub fn diagnostics_of<'a>(
    import: &'a Import,
    file: &'a str,
) -> impl Iterator<Item = &'a Diagnostic> {
    import.diagnostics.iter().filter(move |it| it.origin.file == file)
}
