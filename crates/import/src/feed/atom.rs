//! Atom, also in the form before the standard.

use cuttings_corpus::{Author, line_of_text, one_author};

use super::{Channel, Entry, report_empty};
use crate::xml::{Element, push_escaped};
use crate::{Flow, Importer, web_address};

pub(super) fn read(file: &str, feed: &Element, importer: &mut Importer<'_>) -> Flow {
    let base = feed.attribute("xml:base").and_then(web_address::web);
    let url = link(feed).and_then(|url| web_address::resolve(base.as_deref(), &url));
    let channel = Channel {
        title: child(feed, "title").and_then(|it| crate::html::line(&html(it))),
        url: url.and_then(|url| web_address::web(&url)).or(base),
        language: feed.attribute("xml:lang").map(str::to_owned),
    };
    let authors = authors(feed);
    let entries = |element: &Element| matches!(&*element.name, "atom:entry" | "entry");
    let mut count = 0;
    for element in feed.elements().filter(|it| entries(it)) {
        count += 1;
        let mut entry = entry(element);
        if entry.authors.is_empty() {
            entry.authors.clone_from(&authors);
        }
        entry.pass_on(file, &channel, importer)?;
    }
    match count {
        0 => report_empty(file, channel.title.as_deref(), importer),
        _ => Flow::Continue(()),
    }
}

fn entry(entry: &Element) -> Entry {
    let line = |name: &str| child(entry, name).and_then(|it| line_of_text(&it.text()));
    let text = |name: &str| child(entry, name).map(html).filter(|it| !it.trim().is_empty());
    let categories = entry.elements().filter(|it| it.name == "atom:category");
    // `content` with an address holds nothing.
    let content = child(entry, "content").filter(|it| it.attribute("src").is_none());
    Entry {
        title: text("title"),
        url: link(entry),
        authors: authors(entry),
        published: line("published").or_else(|| line("issued")).or_else(|| line("created")),
        updated: line("updated").or_else(|| line("modified")),
        tags: categories
            .filter_map(|it| line_of_text(it.attribute("label").or(it.attribute("term"))?))
            .collect(),
        content: content.map(html).filter(|it| !it.trim().is_empty()),
        summary: text("summary"),
        language: entry.attribute("xml:lang").map(str::to_owned),
    }
}

/// Returns a child, whether the feed names the namespace of Atom or none.
fn child<'a>(element: &'a Element, name: &str) -> Option<&'a Element> {
    element.child(&format!("atom:{name}")).or_else(|| element.child(name))
}

/// Returns the address of the page: a link without a relation, or with "alternate".
fn link(element: &Element) -> Option<String> {
    let links = element.elements().filter(|it| matches!(&*it.name, "atom:link" | "link"));
    let mut links = links.filter(|it| {
        let is_page = matches!(it.attribute("rel"), None | Some("alternate"));
        let is_html = it.attribute("type").is_none_or(|kind| kind.contains("html"));
        is_page && is_html
    });
    links.next()?.attribute("href").map(str::to_owned)
}

fn authors(element: &Element) -> Vec<Author> {
    let people = element.elements().filter(|it| matches!(&*it.name, "atom:author" | "author"));
    people.filter_map(|it| one_author(&line_of_text(&child(it, "name")?.text())?)).collect()
}

/// Returns the contents of a text construct as HTML.
fn html(element: &Element) -> String {
    match element.attribute("type") {
        Some("xhtml" | "application/xhtml+xml") => element.inner_html(),
        Some("html" | "text/html") => element.text(),
        // The form before the standard says so in another attribute.
        _ if element.attribute("mode") == Some("escaped") => element.text(),
        _ => {
            let mut html = String::new();
            push_escaped(&mut html, &element.text());
            html
        }
    }
}
