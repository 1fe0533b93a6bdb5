//! Imports small files into collections, and reads what these make of them.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

mod bookmarks;
mod duplicates;
mod edition;
mod markdown;
mod parts;
mod saved;
mod stopped;

use cuttings_collection::{Collection, Report, Settings, Unobserved};
use cuttings_edition::{Edition, Item};
use cuttings_import::Source;
use std::io::Cursor;

/// A paragraph that is long enough to be the main content of a page.
pub(crate) const BOATS: &str =
    "The first boat left at dawn with forty people on board, and it came back full at noon.";

/// Another one.
pub(crate) const QUAY: &str =
    "Nobody had expected so many people on the quay, so the ferry company sent a second boat.";

/// Returns a file in memory.
pub(crate) fn file(name: &str, text: &str) -> (String, Box<dyn Source>) {
    (name.to_owned(), Box::new(Cursor::new(text.to_owned().into_bytes())))
}

/// Adds files, each with its name and its text.
pub(crate) fn add(collection: &mut Collection, files: &[(&str, &str)]) -> Report {
    collection.add(files.iter().map(|(name, text)| file(name, text)), &mut Unobserved)
}

/// Creates a collection of files.
pub(crate) fn collection(files: &[(&str, &str)]) -> Collection {
    let mut collection = Collection::new(Settings::default());
    add(&mut collection, files);
    collection
}

/// Returns an article in Markdown with an address.
pub(crate) fn markdown(title: &str, url: &str, paragraphs: &[&str]) -> String {
    format!("---\ntitle: {title}\nsource: {{url: '{url}'}}\n---\n\n{}\n", paragraphs.join("\n\n"))
}

/// Returns each article of the edition as `slug: title`, and its blocks.
pub(crate) fn articles(collection: &Collection) -> Vec<(String, Vec<String>)> {
    let bytes = collection.edition(false).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let articles = edition.items().filter_map(|item| match item {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    });
    let texts = articles.map(|article| {
        let blocks = article.blocks().map(|block| block.text().to_owned()).collect();
        (format!("{}: {}", article.slug(), article.title()), blocks)
    });
    texts.collect()
}

/// Returns the slugs and titles of the edition.
pub(crate) fn titles(collection: &Collection) -> Vec<String> {
    articles(collection).into_iter().map(|(title, _)| title).collect()
}
