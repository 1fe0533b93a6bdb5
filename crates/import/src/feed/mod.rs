//! Feeds: RSS, Atom and JSON Feed, and lists of feeds in OPML. Items with their content are
//! articles, others are teasers.

mod atom;
mod json;
mod opml;
mod rss;

use cuttings_corpus::{
    Article, Author, DEFAULT_SECTION, Date, Source, find_day, is_language_tag,
    title_from_first_words,
};
use cuttings_diagnostics::{Origin, Severity};

use crate::csv_rows::tags;
use crate::importer::quoted;
use crate::item::{Item, opens_with};
use crate::pictures::decode_data_url;
use crate::{File, Flow, Importer, html, web_address, xml};

/// A description of at least this length, in bytes, is the content of an item without another.
const MIN_CONTENT: usize = 600;

/// The properties that all items of a feed have in common.
#[derive(Debug, Default)]
struct Channel {
    title: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

/// An item of a feed.
#[derive(Debug, Default)]
struct Entry {
    title: Option<String>,
    url: Option<String>,
    authors: Vec<Author>,
    published: Option<String>,
    updated: Option<String>,
    tags: Vec<String>,
    /// The text in HTML.
    content: Option<String>,
    /// The summary of the text, in HTML. It may be the content itself.
    summary: Option<String>,
    language: Option<String>,
}

/// Reads a feed in XML.
pub(crate) fn read_xml(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let Some(text) = html::decoded(file) else {
        return importer.error(file.name, "This feed is not text. Download it again.");
    };
    let document = match xml::parse(&text, importer.limits.nodes) {
        Ok(document) => document,
        Err(reason) => return importer.error(file.name, reason),
    };
    let root = document.root.elements().next();
    match root.map(|root| (root, root.name.as_str())) {
        Some((root, "rss" | "rdf:RDF")) => rss::read(file.name, root, importer)?,
        Some((root, "atom:feed" | "feed")) => atom::read(file.name, root, importer)?,
        Some((root, "opml")) => opml::read(file.name, root, importer)?,
        _ => {
            let reason = "This file is neither a feed nor a list of feeds.";
            return importer.error(file.name, reason);
        }
    }
    match document.error {
        Some(error) => {
            let reason =
                format!("The rest of this file cannot be read: {error}. Download it again.");
            importer.error(file.name, reason)
        }
        None => Flow::Continue(()),
    }
}

/// Reads a JSON Feed.
pub(crate) fn read_json(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    json::read(file, importer)
}

impl Entry {
    /// Passes on the item as an article or a teaser.
    fn pass_on(self, file: &str, channel: &Channel, importer: &mut Importer<'_>) -> Flow {
        let url = self.url.as_deref();
        let url = url.and_then(|url| web_address::resolve(channel.url.as_deref(), url));
        let url = url.and_then(|url| web_address::web(&url));
        let base = url.as_deref().or(channel.url.as_deref());
        let is_long = |html: &str| html.len() >= MIN_CONTENT || html.contains("<p");
        let (content, summary) = match (self.content, self.summary) {
            (None, Some(summary)) if is_long(&summary) => (Some(summary), None),
            other => other,
        };
        let mut body = html::Body::default();
        if let Some(content) = content {
            match html::blocks(&content, base, &decode_data_url, importer) {
                Ok(read) => body = read,
                Err(reason) => importer.error(file, reason)?,
            }
        }
        let summary = summary.as_deref().and_then(html::line);
        let first = body.blocks.iter().find(|block| block.is_prose() && !block.text.is_empty());
        let title = self
            .title
            .as_deref()
            .and_then(html::line)
            .or_else(|| Some(title_from_first_words(&first?.text.replace('\n', " "))))
            .or_else(|| Some(title_from_first_words(summary.as_deref()?)))
            .or_else(|| url.clone());
        let Some(title) = title else {
            let reason = "An item without a title, a text and an address is left out.";
            return importer.report(file, 1, Severity::Warning, reason);
        };
        let body = body.without_title(&title);
        let language = self.language.as_ref().or(channel.language.as_ref());
        let source = Source { name: channel.title.clone(), url };
        let mut article = Article {
            authors: self.authors,
            date: self.published.as_deref().map(date),
            updated: None,
            source: (source != Source::default()).then_some(source),
            tags: tags(self.tags.iter().map(String::as_str)),
            language: language.filter(|tag| is_language_tag(tag)).cloned(),
            body: body.blocks,
            anchors: body.anchors,
            ..Article::new(DEFAULT_SECTION, title, Origin::new(file, 1))
        };
        article.standfirst = summary.filter(|it| !opens_with(&article, it));
        let updated = self.updated.as_deref().map(date);
        let published = article.date.as_ref().and_then(|date| date.day);
        match &article.date {
            None => article.date = updated,
            Some(_) => {
                article.updated = updated.filter(|it| it.day.is_some() && it.day > published);
            }
        }
        importer.item(Item::new(article))
    }
}

fn date(text: &str) -> Date {
    Date { text: text.to_owned(), day: find_day(text) }
}

/// Reports that a feed has no items.
fn report_empty(file: &str, title: Option<&str>, importer: &mut Importer<'_>) -> Flow {
    let name = title.map(|title| format!(" {}", quoted(title))).unwrap_or_default();
    importer.report(file, 1, Severity::Warning, format!("The feed{name} has no items."))
}
