//! Writes a collection as Markdown, as `cuttings import` does.

use crate::Collection;
use cuttings_edition::{Edition, Item};
use cuttings_edition_builder::{BuildError, build_without_insights};
use cuttings_import::annotated;
use cuttings_markdown_writer::article_beside_others;
use std::fmt;
use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The reason why a collection is not written.
#[derive(Debug)]
pub enum MarkdownError {
    /// No edition can be built to write it from.
    Edition(BuildError),
    /// The archive would be too large.
    Archive(ZipError),
}

impl fmt::Display for MarkdownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edition(error) => error.fmt(f),
            Self::Archive(error) => write!(f, "the archive cannot be written: {error}"),
        }
    }
}

impl std::error::Error for MarkdownError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Edition(error) => Some(error),
            Self::Archive(error) => Some(error),
        }
    }
}

impl Collection {
    /// Returns a ZIP archive with each article as `SLUG.md`: front matter, the text, and what the
    /// reader did with it. `pictures` are the paths and the contents of the pictures, which the
    /// archive has as they are.
    ///
    /// # Errors
    /// If the collection is empty, or too large for an edition or an archive.
    pub fn markdown(
        &self,
        pictures: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Vec<u8>, MarkdownError> {
        // The writer reads editions.
        let built = build_without_insights(self.corpus(annotated), &self.site);
        let bytes = built.map_err(MarkdownError::Edition)?.bytes;
        let edition = Edition::open(&bytes)
            .map_err(|error| MarkdownError::Edition(BuildError::Unreadable(error)))?;
        archive(&edition, pictures).map_err(MarkdownError::Archive)
    }
}

fn archive(
    edition: &Edition<'_>,
    pictures: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for item in edition.items() {
        let Item::Article(article) = item else { continue };
        archive.start_file(format!("{}.md", article.slug()), SimpleFileOptions::default())?;
        archive.write_all(article_beside_others(edition, &article).as_bytes())?;
    }
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (path, picture) in pictures {
        archive.start_file(path, stored)?;
        archive.write_all(&picture)?;
    }
    archive.finish().map(Cursor::into_inner)
}
