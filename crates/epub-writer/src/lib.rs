//! Writes articles of an edition as a book: EPUB 3.3, which is a ZIP archive of XHTML, with the
//! table of contents of EPUB 2 beside it for older programs.
//!
//! The same articles give the same bytes: the book has no time of its making, and its identifier is
//! given. Pictures are within the book. A picture of a kind that programs for books need not show,
//! such as AVIF, is replaced by its description. Links to articles that the book does not have lead
//! to the site if its address is known, and are plain text otherwise.

mod chapter;
mod contents;
mod identifier;
mod package;
mod pictures;

pub use self::identifier::identifier;

use self::chapter::Chapter;
use self::contents::groups;
use self::pictures::pictures_of;
use cuttings_edition::{Article, Edition, Item, ItemId};
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::io::{Cursor, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The file that says where the package is; the same in all books.
const CONTAINER: &str = include_str!("container.xml");
const STYLE: &str = include_str!("style.css");

/// The directory of everything that the package lists.
const ROOT: &str = "EPUB/";

/// The title, the identifier and the words of a book, which articles do not have.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// The title.
    pub title: &'a str,
    /// The language of the title and of the words below, as a BCP 47 tag.
    pub language: &'a str,
    /// A URI that no other book has. A later book with the same articles and the
    /// same identifier replaces this one in a reader's library.
    pub identifier: &'a str,
    /// The URL of the site that the articles are from, with a slash at its end.
    pub base: Option<&'a str>,
    /// The heading of the table of contents.
    pub contents: &'a str,
    /// The labels of a note, a tip, an important notice, a warning and a caution.
    pub alerts: [&'a str; 5],
}

/// The reason why a book was not written.
#[derive(Debug)]
pub enum BookError {
    /// None of the items is an article.
    Empty,
    /// The archive would be too large.
    Archive(ZipError),
}

impl Display for BookError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            BookError::Empty => f.write_str("a book needs at least one article"),
            BookError::Archive(error) => write!(f, "the book cannot be written: {error}"),
        }
    }
}

impl std::error::Error for BookError {}

impl From<ZipError> for BookError {
    fn from(error: ZipError) -> Self {
        BookError::Archive(error)
    }
}

impl From<std::io::Error> for BookError {
    fn from(error: std::io::Error) -> Self {
        BookError::Archive(ZipError::Io(error))
    }
}

/// Returns a book with these items in this order. Teasers and items that the edition does not have
/// are left out, and so is an item that came before.
///
/// `picture` returns the bytes of a picture by the name of its asset.
///
/// # Errors
/// If no item is an article, or if the archive would be too large.
pub fn epub(
    edition: &Edition<'_>,
    book: &Book<'_>,
    items: &[ItemId],
    picture: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<Vec<u8>, BookError> {
    let articles = articles(edition, items);
    if articles.is_empty() {
        return Err(BookError::Empty);
    }
    let pictures = pictures_of(&articles, picture);
    let groups = groups(&articles);
    let mut archive = Archive(ZipWriter::new(Cursor::new(Vec::new())));
    // The first file of the archive, as it is: programs know a book by these bytes.
    archive.write("mimetype", b"application/epub+zip", CompressionMethod::Stored)?;
    archive.add("META-INF/container.xml", CONTAINER)?;
    archive.add(&path("package.opf"), &package::package(book, &articles, &pictures))?;
    archive.add(&path("contents.xhtml"), &contents::navigation(book, &groups))?;
    archive.add(&path("contents.ncx"), &contents::ncx(book, &groups))?;
    archive.add(&path("style.css"), STYLE)?;
    let numbers: BTreeMap<ItemId, usize> =
        articles.iter().enumerate().map(|(index, article)| (article.id(), index)).collect();
    for (index, article) in articles.iter().enumerate() {
        let place = Chapter { edition, book, numbers: &numbers, pictures: &pictures, article };
        archive.add(&path(&chapter_file(index)), &place.xhtml())?;
    }
    for picture in pictures.values() {
        archive.write(&path(&picture.file), &picture.bytes, CompressionMethod::Stored)?;
    }
    Ok(archive.0.finish()?.into_inner())
}

/// Returns the names of the assets that a book with these items asks for, each once: the pictures
/// in the texts of its articles.
pub fn picture_names<'e>(edition: &Edition<'e>, items: &[ItemId]) -> Vec<&'e str> {
    pictures::names(&articles(edition, items))
}

/// Returns the articles among these items, each once.
fn articles<'e>(edition: &Edition<'e>, items: &[ItemId]) -> Vec<Article<'e>> {
    let mut seen = std::collections::BTreeSet::new();
    let known = items.iter().filter(|item| item.as_usize() < edition.len());
    let new = known.filter(|item| seen.insert(**item));
    new.filter_map(|item| match edition.item(*item)? {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    })
    .collect()
}

/// Returns the path of a file of the package within the archive.
fn path(file: &str) -> String {
    [ROOT, file].concat()
}

/// Returns the file of the article with an index, relative to the package.
fn chapter_file(index: usize) -> String {
    format!("{:04}.xhtml", index + 1)
}

struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    fn add(&mut self, path: &str, text: &str) -> Result<(), BookError> {
        self.write(path, text.as_bytes(), CompressionMethod::Deflated)
    }

    fn write(&mut self, path: &str, bytes: &[u8], by: CompressionMethod) -> Result<(), BookError> {
        self.0.start_file(path, SimpleFileOptions::default().compression_method(by))?;
        Ok(self.0.write_all(bytes)?)
    }
}

#[cfg(test)]
mod tests;
