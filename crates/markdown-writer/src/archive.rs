//! Writes all articles of an edition into an archive.

use crate::{Bookmarks, article_beside_others};
use cuttings_edition::{Edition, Item};
use std::fmt;
use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The reason why an archive is not written: it would be too large.
#[derive(Debug)]
pub struct ArchiveError(ZipError);

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the archive cannot be written: {}", self.0)
    }
}

impl std::error::Error for ArchiveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Returns a ZIP archive with each article as `SLUG.md`: front matter, the text, and what the
/// reader did with it. `pictures` are the paths and the contents of the pictures, which the archive
/// has as they are.
///
/// # Errors
/// If the archive would be too large.
pub fn archive(
    edition: &Edition<'_>,
    bookmarks: &Bookmarks,
    pictures: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Vec<u8>, ArchiveError> {
    write(edition, bookmarks, pictures).map_err(ArchiveError)
}

fn write(
    edition: &Edition<'_>,
    bookmarks: &Bookmarks,
    pictures: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for item in edition.items() {
        let Item::Article(article) = item else { continue };
        archive.start_file(format!("{}.md", article.slug()), SimpleFileOptions::default())?;
        archive.write_all(article_beside_others(edition, &article, bookmarks).as_bytes())?;
    }
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (path, picture) in pictures {
        archive.start_file(path, stored)?;
        archive.write_all(&picture)?;
    }
    archive.finish().map(Cursor::into_inner)
}
