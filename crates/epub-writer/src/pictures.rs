//! The pictures of a book.

use cuttings_edition::{Article, BlockKind, MarkKind};
use std::collections::{BTreeMap, BTreeSet};

/// The pictures of a book by the names of their assets.
pub(crate) type Pictures = BTreeMap<String, Picture>;

/// A picture within a book.
pub(crate) struct Picture {
    /// The file, relative to the package.
    pub(crate) file: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Returns the names of the pictures in the texts of articles, in reading order, each once.
pub(crate) fn names<'e>(articles: &[Article<'e>]) -> Vec<&'e str> {
    let mut names = Vec::new();
    let mut seen = BTreeSet::new();
    for block in articles.iter().flat_map(Article::blocks) {
        let of_block = match block.kind() {
            BlockKind::Picture(picture) => Some(picture.asset.name),
            _ => None,
        };
        let marks = block.marks();
        let within = marks.iter().filter_map(|mark| match mark.kind {
            MarkKind::Picture(asset) => Some(asset.name),
            _ => None,
        });
        names.extend(of_block.into_iter().chain(within).filter(|name| seen.insert(*name)));
    }
    names
}

/// Returns the pictures in the texts of articles that every program for books shows, by EPUB 3.3.
pub(crate) fn pictures_of(
    articles: &[Article<'_>],
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Pictures {
    let mut pictures = Pictures::new();
    for name in names(articles) {
        let Some(bytes) = read(name) else { continue };
        let Some((ending, media_type)) = kind(&bytes) else { continue };
        let file = format!("picture-{:04}.{ending}", pictures.len() + 1);
        pictures.insert(name.to_owned(), Picture { file, media_type, bytes });
    }
    pictures
}

/// Returns the file ending and the media type of a picture by its first bytes.
fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let starts = |start: &[u8]| bytes.starts_with(start);
    if starts(b"\x89PNG\r\n\x1A\n") {
        Some(("png", "image/png"))
    } else if starts(b"\xFF\xD8\xFF") {
        Some(("jpg", "image/jpeg"))
    } else if starts(b"GIF87a") || starts(b"GIF89a") {
        Some(("gif", "image/gif"))
    } else if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(("webp", "image/webp"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_known_by_their_first_bytes() {
        assert_eq!(kind(b"\x89PNG\r\n\x1A\n...").map(|kind| kind.1), Some("image/png"));
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 ").map(|kind| kind.0), Some("webp"));
        assert_eq!(kind(b"RIFF\0\0\0\0WAVE"), None);
        assert_eq!(kind(b"\0\0\0\x1Cftypavif"), None);
    }
}
