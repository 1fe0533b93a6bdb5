//! JSON Feed 1.0 and 1.1.

use cuttings_corpus::{Author, line_of_text, one_author};
use serde_json::Value;

use super::{Channel, Entry, report_empty};
use crate::xml::push_escaped;
use crate::{File, Flow, Importer, html, web_address};

pub(super) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let text = html::decoded(file).unwrap_or_default();
    let feed: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(feed) => feed,
        Err(error) => {
            let reason = format!("This feed is not valid: {error}. Download it again.");
            return importer.error(file.name, reason);
        }
    };
    let channel = Channel {
        title: line(&feed, "title"),
        url: line(&feed, "home_page_url").and_then(|url| web_address::web(&url)),
        language: line(&feed, "language"),
    };
    let common = authors(&feed);
    let items = feed.get("items").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    for item in items {
        let mut entry = entry(item);
        if entry.authors.is_empty() {
            entry.authors.clone_from(&common);
        }
        entry.pass_on(file.name, &channel, importer)?;
    }
    match items {
        [] => report_empty(file.name, channel.title.as_deref(), importer),
        _ => Flow::Continue(()),
    }
}

fn entry(item: &Value) -> Entry {
    let tags = item.get("tags").and_then(Value::as_array);
    let html = item.get("content_html").and_then(Value::as_str).map(str::to_owned);
    let id = || line(item, "id").filter(|id| web_address::web(id).is_some());
    Entry {
        title: line(item, "title").map(|title| escaped(&title)),
        url: line(item, "url").or_else(|| line(item, "external_url")).or_else(id),
        authors: authors(item),
        published: line(item, "date_published"),
        updated: line(item, "date_modified"),
        tags: tags.into_iter().flatten().filter_map(|it| line_of_text(it.as_str()?)).collect(),
        content: html.or_else(|| {
            let text = item.get("content_text")?.as_str()?;
            let paragraphs = text.split("\n\n").map(|it| format!("<p>{}</p>", escaped(it)));
            Some(paragraphs.collect::<String>().replace('\n', "<br>"))
        }),
        summary: line(item, "summary").map(|summary| escaped(&summary)),
        language: line(item, "language"),
    }
}

/// Returns the authors: a list since 1.1, and one before.
fn authors(value: &Value) -> Vec<Author> {
    let list = value.get("authors").and_then(Value::as_array);
    let one = value.get("author").filter(|_| list.is_none());
    let all = list.into_iter().flatten().chain(one);
    all.filter_map(|author| one_author(&line(author, "name")?)).collect()
}

fn line(value: &Value, key: &str) -> Option<String> {
    line_of_text(value.get(key)?.as_str()?)
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    push_escaped(&mut out, text);
    out
}
