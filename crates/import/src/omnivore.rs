//! Omnivore's export: a ZIP archive with the metadata of 20 items a file, their contents as HTML,
//! and their highlights as Markdown.
//!
//! ```text
//! metadata_0_to_20.json   [{ id, slug, title, description, author, url, state, readingProgress,
//!                            thumbnail, labels, savedAt, updatedAt, publishedAt }, …]
//! content/SLUG.html       what Omnivore's Readability found
//! highlights/SLUG.md      > quote, then its labels as #label, then its note
//! ```

use std::collections::HashSet;
use std::ops::ControlFlow;

use cuttings_corpus::{
    Article, DEFAULT_SECTION, Date, Source, find_day, line_of_text, split_authors,
};
use cuttings_diagnostics::Origin;
use serde_json::Value;

use crate::highlight::{self, Highlight};
use crate::html::{self, Surroundings};
use crate::item::{Item, Reading, opens_with};
use crate::pictures::decode_data_url;
use crate::unpack::{Archive, names, unpack_named};
use crate::{File, Flow, Importer, pdf, web_address};

const NO_CONTENT: &str = "The export does not hold the text of this item. It is kept as a teaser.";

/// Returns whether an archive is an export of Omnivore.
pub(crate) fn is_export(archive: &Archive<'_>) -> bool {
    names(archive).any(|name| range_of(&name).is_some())
}

/// Returns the folder of a file of metadata, and the number of its first item.
fn range_of(entry: &str) -> Option<(&str, u64)> {
    let (folder, file) = match entry.rsplit_once('/') {
        Some((folder, file)) => (entry.get(..=folder.len())?, file),
        None => ("", entry),
    };
    let range = file.strip_prefix("metadata_")?.strip_suffix(".json")?;
    let (first, last) = range.split_once("_to_")?;
    last.parse::<u64>().ok()?;
    Some((folder, first.parse().ok()?))
}

/// Reads all items of an export, and returns the entries that belong to it.
pub(crate) fn read(
    name: &str,
    archive: &mut Archive<'_>,
    importer: &mut Importer<'_>,
) -> ControlFlow<(), HashSet<String>> {
    let mut files: Vec<(String, u64, String)> = names(archive)
        .filter_map(|entry| {
            let (folder, first) = range_of(&entry)?;
            Some((folder.to_owned(), first, entry))
        })
        .collect();
    files.sort();
    let mut used = HashSet::new();
    for (folder, _, entry) in files {
        let path = format!("{name}/{entry}");
        let bytes = match unpack_named(archive, &entry, importer) {
            Some(Ok(bytes)) => bytes,
            Some(Err(reason)) => {
                importer.error(&path, reason)?;
                continue;
            }
            None => continue,
        };
        used.insert(entry);
        let items: Vec<Value> = match serde_json::from_slice(&bytes) {
            Ok(items) => items,
            Err(error) => {
                let reason = format!(
                    "This file of metadata is not valid: {error}. Its items are left out; export \
                     them again."
                );
                importer.error(&path, reason)?;
                continue;
            }
        };
        for item in items {
            let mut export = Export { name, folder: &folder, archive, used: &mut used };
            export.item(&path, &item, importer)?;
        }
    }
    ControlFlow::Continue(used)
}

struct Export<'a, 'z> {
    /// The name of the archive.
    name: &'a str,
    /// The folder of the export within it, with its slash.
    folder: &'a str,
    archive: &'a mut Archive<'z>,
    used: &'a mut HashSet<String>,
}

impl Export<'_, '_> {
    fn item(&mut self, metadata: &str, item: &Value, importer: &mut Importer<'_>) -> Flow {
        let text = |key: &str| item.get(key).and_then(Value::as_str).and_then(line_of_text);
        let url = text("url").and_then(|url| web_address::web(&url));
        let Some(title) = text("title").or_else(|| url.clone()) else {
            let reason = "An item without a title and an address is left out.";
            return importer.report(metadata, 1, cuttings_diagnostics::Severity::Warning, reason);
        };
        let slug = item.get("slug").and_then(Value::as_str).unwrap_or_default();
        let path = format!("{}/{}content/{slug}.html", self.name, self.folder);
        let content = match self.content(slug, importer) {
            Ok(content) => content,
            Err(Missing { path, reason }) => {
                importer.error(&path, reason)?;
                None
            }
        };
        let mut article = Article::new(DEFAULT_SECTION, title, Origin::new(&*path, 1));
        if let Some(Content::Pdf(path, bytes)) = &content {
            match pdf::document(&File { name: path, bytes }, importer) {
                Ok((found, note)) => {
                    if let Some(note) = note {
                        importer.note(path, note)?;
                    }
                    article = Article { title: article.title, ..found };
                }
                Err(reason) => importer.error(path, reason)?,
            }
        }
        if let Some(Content::Html(bytes)) = content {
            let html = html::decoded(&File { name: &path, bytes: &bytes });
            let surroundings =
                Surroundings { url: url.as_deref(), picture: &decode_data_url, is_article: true };
            let html = html.unwrap_or_default();
            match html::article(&path, &html, &surroundings, importer) {
                Ok(found) => article = Article { title: article.title, ..found },
                Err(reason) => importer.error(&path, reason)?,
            }
        }
        if article.body.is_empty() {
            article.origin = Origin::new(metadata, 1);
        }
        let date = |key: &str| {
            let text = text(key)?;
            Some(Date { day: find_day(&text), text })
        };
        article.standfirst = text("description").filter(|it| !opens_with(&article, it));
        article.authors = text("author").map(|it| split_authors(&it)).unwrap_or_default();
        article.date = date("publishedAt").or(article.date);
        article.updated = None;
        article.source = Some(Source { name: article.source.and_then(|it| it.name), url });
        article.tags = labels(item);
        let state = text("state").unwrap_or_default().to_lowercase();
        let percent = item.get("readingProgress").and_then(Value::as_f64).unwrap_or_default();
        let percent = percent.clamp(0.0, 100.0) as u8;
        let reading = Reading {
            is_read: percent == 100,
            is_archived: state == "archived",
            is_favourite: false,
            percent: Some(percent),
            saved: date("savedAt"),
        };
        let mut annotations = Vec::new();
        for Highlight { quote, note, labels } in self.highlights(slug, importer)? {
            highlight::add(&article, &quote, &note, &labels, None, &mut annotations);
        }
        importer.item(Item { article, reading, annotations })
    }

    /// Returns the content of an item: a page or a PDF file.
    fn content(
        &mut self,
        slug: &str,
        importer: &mut Importer<'_>,
    ) -> Result<Option<Content>, Missing> {
        for extension in ["html", "pdf"] {
            let entry = format!("{}content/{slug}.{extension}", self.folder);
            let path = format!("{}/{entry}", self.name);
            if let Some(content) = unpack_named(self.archive, &entry, importer) {
                self.used.insert(entry);
                return match content {
                    Ok(bytes) if extension == "html" => Ok(Some(Content::Html(bytes))),
                    Ok(bytes) => Ok(Some(Content::Pdf(path, bytes))),
                    Err(reason) => Err(Missing { path, reason }),
                };
            }
        }
        let path = format!("{}/{}content/{slug}.html", self.name, self.folder);
        Err(Missing { path, reason: NO_CONTENT.to_owned() })
    }

    fn highlights(
        &mut self,
        slug: &str,
        importer: &mut Importer<'_>,
    ) -> ControlFlow<(), Vec<Highlight>> {
        let entry = format!("{}highlights/{slug}.md", self.folder);
        let Some(bytes) = unpack_named(self.archive, &entry, importer) else {
            return ControlFlow::Continue(Vec::new());
        };
        let highlights = match bytes {
            Ok(bytes) => highlight::parse_markdown(&String::from_utf8_lossy(&bytes)),
            Err(reason) => {
                importer.error(&format!("{}/{entry}", self.name), reason)?;
                Vec::new()
            }
        };
        self.used.insert(entry);
        ControlFlow::Continue(highlights)
    }
}

/// The content of an item.
enum Content {
    Html(Vec<u8>),
    /// The path and the contents of a PDF file.
    Pdf(String, Vec<u8>),
}

/// The reason why an item has no content.
struct Missing {
    path: String,
    reason: String,
}

fn labels(item: &Value) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for label in item.get("labels").and_then(Value::as_array).into_iter().flatten() {
        let name = label.as_str().or_else(|| label.get("name").and_then(Value::as_str));
        if let Some(name) = name.and_then(line_of_text)
            && !labels.contains(&name)
        {
            labels.push(name);
        }
    }
    labels
}
