//! Articles as a book, in the words of the page's language. The native program and the explorer
//! write the same book for the same articles.

use super::library::Library;
use cuttings_edition::ItemId;
use cuttings_epub_writer::{Book, BookError, epub, identifier};

/// Returns an EPUB book of articles in their order; see [`epub`]. `base` is the URL of the site,
/// with a slash at its end, to which links lead whose articles the book does not have.
///
/// # Errors
/// If no item is an article, or if the archive would be too large.
pub fn write_book(
    library: &Library,
    title: &str,
    base: Option<&str>,
    items: &[ItemId],
    picture: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<Vec<u8>, BookError> {
    let identifier = identifier(library, title, items);
    let book = Book {
        title,
        // Also that of the articles that name none.
        language: library.language(),
        identifier: &identifier,
        base,
        contents: msg!("contents"),
        alerts: [
            msg!("alert-note"),
            msg!("alert-tip"),
            msg!("alert-important"),
            msg!("alert-warning"),
            msg!("alert-caution"),
        ],
    };
    epub(library, &book, items, picture)
}
