//! Writes what readers take out of an edition: the citations of an article, its items as CSV, JSON
//! and Markdown, and their own highlights and notes.
//!
//! The publisher writes these texts into files beside the pages, and a worker in the browser writes
//! the same for a reader's own articles. The page itself only knows where they are
//! ([`address`]): the code would weigh on every reader, and few export.

pub mod address;
mod annotations;
mod bookmarks;
pub mod citation;
mod format;
pub mod items;
mod text;
pub mod versions;

pub use annotations::annotations;
pub use bookmarks::{Bookmarks, Note, Record};
pub use format::ExportFormat;
pub use text::{escape_markdown, line};

use cuttings_edition::{Article, Edition, Metadata};

/// The readers of an edition, which decide what its texts name as sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: the edition is published. Its pages are places to link to, and its title stands
    /// for the publication of articles that name none.
    Everybody,
    /// Its owner alone: nobody else can open the pages, and the title names no publication. The
    /// texts refer to the originals of the articles.
    Owner,
}

/// Returns the text of the file at a path relative to the base, as the publisher would write it:
/// the items ([`address::ITEMS`]), their versions ([`address::VERSIONS`]), or the citations of an
/// article ([`address::citations`]). Returns `None` for other paths.
pub fn file(edition: &Edition<'_>, audience: Audience, path: &str) -> Option<String> {
    if path == address::ITEMS {
        return Some(items::file(edition, audience));
    }
    if path == address::VERSIONS {
        return Some(versions::file(edition));
    }
    let slug = path.strip_prefix("article/")?.strip_suffix("/cite.json")?;
    let article = edition.article(slug)?;
    Some(citation::file(edition, audience, &article))
}

/// Returns the URL of an article, if its readers have one.
fn article_url(audience: Audience, article: &Article<'_>, metadata: &Metadata<'_>) -> String {
    match audience {
        Audience::Everybody => address::article_url(article.slug()),
        Audience::Owner => metadata.source_url.unwrap_or_default().to_owned(),
    }
}
