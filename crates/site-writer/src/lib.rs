//! Writes an edition as a site of its own: the files of a published site's page, with this edition
//! instead of that site's. A page saves a reader's own collection with it, without a publisher.
//!
//! The site works under any path: its pages name their base relative to themselves. Every article
//! has a page with its text, which readers without JavaScript and search engines find.
//!
//! # Limits
//! The edition is one file, however large it is. There are no feeds, no pictures for link previews
//! and no compressed copies: `cuttings build` writes these.

mod article;
mod host_config;
mod page;
mod template;
mod words;

pub use self::host_config::HostConfig;
pub use self::template::{Template, TemplateError};
pub use self::words::Words;

use self::page::Page;
use cuttings_edition::{Article, Edition, Item};
use cuttings_exports::{Audience, address, file};
use cuttings_html_writer::escaped;
use std::fmt::{self, Display, Formatter};
use std::io::{Cursor, Write as _};
use xxhash_rust::xxh3::xxh3_64;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The folders of the page's sections beside the results (`src/route.rs`). Each has the same page,
/// which the program fills.
const SECTIONS: [&str; 2] = ["names", "saved"];

/// The folders of files that are named by their content: what the page loads, and pictures.
const IMMUTABLE_FOLDERS: [&str; 2] = ["assets", "pictures"];

/// The media types that compression makes no smaller, by their extensions.
const PACKED: [&str; 8] = [".woff2", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".bin"];

/// The reason why a site was not written.
#[derive(Debug)]
pub struct SiteError(ZipError);

impl Display for SiteError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the archive cannot be written: {}", self.0)
    }
}

impl std::error::Error for SiteError {}

impl From<ZipError> for SiteError {
    fn from(error: ZipError) -> Self {
        SiteError(error)
    }
}

impl From<std::io::Error> for SiteError {
    fn from(error: std::io::Error) -> Self {
        SiteError(ZipError::Io(error))
    }
}

/// Returns a site as a ZIP archive. `edition` is what `bytes` contain, and `files` are the paths
/// and the contents of the [files](Template::files) of the template and of the edition's pictures.
///
/// # Errors
/// If the archive would be too large.
pub fn archive(
    template: &Template,
    edition: &Edition<'_>,
    bytes: &[u8],
    words: &Words<'_>,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Vec<u8>, SiteError> {
    let hash = format!("{:016x}", xxh3_64(bytes));
    let edition_path = format!("assets/edition-{hash}.bin");
    let page = Page::new(template, edition, &edition_path, words);
    let mut archive = Archive(ZipWriter::new(Cursor::new(Vec::new())));
    archive.add("index.html", page.results().as_bytes())?;
    for section in SECTIONS {
        archive.add(&format!("{section}/index.html"), page.section().as_bytes())?;
    }
    let explorer = template.explorer();
    for path in &explorer.pages {
        archive.add(&format!("{path}/index.html"), page.exploring(&explorer).as_bytes())?;
    }
    for article in articles(edition) {
        let slug = article.slug();
        archive.add(&format!("article/{slug}/index.html"), page.article(&article).as_bytes())?;
        let markdown = cuttings_markdown_writer::article(edition, &article);
        archive.add(&address::markdown(slug), markdown.as_bytes())?;
        let citations = address::citations(slug);
        if let Some(text) = file(edition, Audience::Everybody, &citations) {
            archive.add(&citations, text.as_bytes())?;
        }
    }
    for path in [address::ITEMS, address::VERSIONS] {
        let text = file(edition, Audience::Everybody, path).unwrap_or_default();
        archive.add(path, text.as_bytes())?;
    }
    archive.add(
        "worker.js",
        template.worker(page.title(), &page.section(), &edition_path, &hash).as_bytes(),
    )?;
    archive.add("manifest.webmanifest", template.manifest(words.title).as_bytes())?;
    let headers = template.headers();
    let config = HostConfig {
        base: None,
        headers: &headers,
        immutable: &IMMUTABLE_FOLDERS,
        has_shell: false,
        has_copies: false,
    };
    archive.add("_headers", config.underscore_headers().as_bytes())?;
    archive.add(".htaccess", config.htaccess().as_bytes())?;
    // Not packed, so that a browser reads it as it is: the host may pack it on its way.
    archive.deflate(&edition_path, bytes)?;
    for (path, contents) in files {
        archive.add(&path, &contents)?;
    }
    Ok(archive.0.finish()?.into_inner())
}

/// Returns the data that a page requests when a reader exports or cites, as elements for a single
/// file. Its readers have the file alone, so the texts refer to the originals of articles.
pub fn data_elements(edition: &Edition<'_>) -> String {
    let citations = articles(edition).map(|article| address::citations(article.slug()));
    let paths = citations.chain([address::ITEMS.to_owned()]);
    let element = |path: String| {
        // Escaped, so that no text ends the element.
        let rows = file(edition, Audience::Owner, &path)?.replace('<', "\\u003c");
        let path = escaped(&path);
        Some(format!(r#"<script type="application/json" data-file="{path}">{rows}</script>"#))
    };
    paths.filter_map(element).collect()
}

/// Returns the articles of an edition.
fn articles<'a>(edition: &Edition<'a>) -> impl Iterator<Item = Article<'a>> + use<'a> {
    edition.items().filter_map(|item| match item {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    })
}

struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// Adds a file, compressed if that makes it smaller.
    fn add(&mut self, path: &str, contents: &[u8]) -> Result<(), SiteError> {
        let is_packed = PACKED.iter().any(|extension| path.ends_with(extension));
        let method =
            if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        self.write(path, contents, method)
    }

    fn deflate(&mut self, path: &str, contents: &[u8]) -> Result<(), SiteError> {
        self.write(path, contents, CompressionMethod::Deflated)
    }

    fn write(
        &mut self,
        path: &str,
        contents: &[u8],
        method: CompressionMethod,
    ) -> Result<(), SiteError> {
        self.0.start_file(path, SimpleFileOptions::default().compression_method(method))?;
        Ok(self.0.write_all(contents)?)
    }
}

#[cfg(test)]
mod tests;
