//! Imports saved pages, exports and books into a folder of Markdown, to be kept and edited.

mod sources;

use cuttings::store::library::Library;
use cuttings_corpus::{Corpus, Site};
use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use cuttings_import::{Event, Item, Limits, PictureFile, annotated, import_beside};
use cuttings_markdown_writer::{self as markdown, Bookmarks};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The result of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// The number of articles with their text.
    pub articles: usize,
    /// The number of links whose text no file holds.
    pub links: usize,
    /// The number of pictures.
    pub pictures: usize,
    /// The number of files that were there already and stay as they are.
    pub kept: usize,
    /// The files that could not be read, and what is missing of the others.
    pub diagnostics: Vec<Diagnostic>,
}

/// Imports files and folders, and writes each item as Markdown into a folder.
/// Pictures go to a folder in it. Files that exist already stay as they are.
///
/// # Errors
/// If a file cannot be opened, if nothing can be imported, or if the folder cannot be written.
pub fn import_files(files: &[PathBuf], out: &Path) -> Result<Imported, Box<dyn Error>> {
    let mut imported = Imported::default();
    let mut items: Vec<Item> = Vec::new();
    let mut failure: Option<io::Error> = None;
    let limits = Limits::default();
    let sources = sources::open(files, &limits)?;
    import_beside(sources, &sources::read_beside, &limits, &mut |event| {
        match event {
            Event::Item(item) => items.push(*item),
            Event::Diagnostic(diagnostic) => imported.diagnostics.push(diagnostic),
            Event::Picture(picture) => {
                imported.pictures += 1;
                if let Err(error) = write_picture(&picture, out, &mut imported.kept) {
                    failure = Some(error);
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    });
    if let Some(error) = failure {
        return Err(error.into());
    }
    imported.links = items.iter().filter(|item| item.is_teaser()).count();
    imported.articles = items.len() - imported.links;
    if items.is_empty() {
        let errors = imported.diagnostics.iter().filter(|it| it.severity == Severity::Error);
        let lines: Vec<String> = errors.map(Diagnostic::to_string).collect();
        let reason = if lines.is_empty() {
            "there is nothing that can be imported".to_owned()
        } else {
            format!("there is nothing that can be imported:\n{}", lines.join("\n"))
        };
        return Err(reason.into());
    }
    write_items(items, out, &mut imported)?;
    Ok(imported)
}

fn write_picture(picture: &PictureFile, out: &Path, kept: &mut usize) -> io::Result<()> {
    write_new(&out.join(&picture.path), &picture.bytes, kept)
}

/// Writes the items as an edition has them: with slugs that differ.
fn write_items(
    items: Vec<Item>,
    out: &Path,
    imported: &mut Imported,
) -> Result<(), Box<dyn Error>> {
    let articles = items.into_iter().map(annotated).collect();
    let corpus = Corpus { articles, ..Corpus::default() };
    let edition = cuttings_edition_builder::build(&corpus, &Site::default())?;
    drop(corpus);
    // The library needs it to the end, which is that of the program.
    let library = Library::open(Vec::leak(edition))?;
    for article in library.articles() {
        let text = markdown::article_beside_others(&library, &article, &Bookmarks::default());
        let path = out.join(format!("{}.md", article.slug()));
        let kept = imported.kept;
        write_new(&path, text.as_bytes(), &mut imported.kept)?;
        if imported.kept > kept {
            let origin = Origin::new(path.display().to_string(), 1);
            let message = "This file is there already and stays as it is.";
            let note = Diagnostic::new(origin, Severity::Note, message);
            imported
                .diagnostics
                .push(note.in_group("files that are there already stay as they are"));
        }
    }
    Ok(())
}

/// Writes a file, unless it exists.
fn write_new(path: &Path, bytes: &[u8], kept: &mut usize) -> io::Result<()> {
    let about =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(about)?;
    }
    match File::create_new(path) {
        Ok(mut file) => file.write_all(bytes).map_err(about),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            *kept += 1;
            Ok(())
        }
        Err(error) => Err(about(error)),
    }
}
