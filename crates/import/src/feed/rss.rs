//! RSS 2.0 and its older forms, of which 1.0 has the items beside the channel.

use cuttings_corpus::{Author, line_of_text, one_author, split_authors};

use super::{Channel, Entry, report_empty};
use crate::xml::Element;
use crate::{Flow, Importer, web_address};

pub(super) fn read(file: &str, root: &Element, importer: &mut Importer<'_>) -> Flow {
    let channels: Vec<&Element> = root.all("channel").collect();
    let mut count = 0;
    let mut last = Channel::default();
    for channel in channels {
        last = Channel {
            title: channel.line("title"),
            url: channel.line("link").and_then(|url| web_address::web(&url)),
            language: channel.line("language").or_else(|| channel.line("dc:language")),
        };
        for item in channel.all("item") {
            count += 1;
            entry(item).pass_on(file, &last, importer)?;
        }
    }
    for item in root.all("item") {
        count += 1;
        entry(item).pass_on(file, &last, importer)?;
    }
    match count {
        0 => report_empty(file, last.title.as_deref(), importer),
        _ => Flow::Continue(()),
    }
}

fn entry(item: &Element) -> Entry {
    let html = |name: &str| item.child(name).map(Element::text).filter(|it| !it.trim().is_empty());
    let content = html("content:encoded").or_else(|| {
        // Some feeds have XHTML in the item.
        let body = item.child("xhtml:body").or_else(|| item.child("xhtml:div"))?;
        Some(body.inner_html())
    });
    let is_link = |guid: &&Element| guid.attribute("isPermaLink") != Some("false");
    let permalink = item.child("guid").filter(is_link).and_then(|it| line_of_text(&it.text()));
    Entry {
        title: item.line("title").or_else(|| item.line("dc:title")),
        url: item
            .line("link")
            .or_else(|| item.child("atom:link")?.attribute("href").map(str::to_owned))
            .or(permalink),
        authors: authors(item),
        published: item.line("pubDate").or_else(|| item.line("dc:date")),
        updated: item.line("atom:updated").or_else(|| item.line("dcterms:modified")),
        tags: item
            .all("category")
            .chain(item.all("dc:subject"))
            .filter_map(|it| line_of_text(&it.text()))
            .collect(),
        content,
        summary: html("description").or_else(|| html("itunes:summary")),
        language: item.line("dc:language"),
    }
}

fn authors(item: &Element) -> Vec<Author> {
    let creators: Vec<String> =
        item.all("dc:creator").filter_map(|it| line_of_text(&it.text())).collect();
    if !creators.is_empty() {
        return creators.iter().flat_map(|name| split_authors(name)).collect();
    }
    // `ada@a.example (Ada Okonkwo)`: an address alone names nobody.
    let text = item.line("author").or_else(|| item.line("itunes:author"));
    let name = text.and_then(|text| match text.split_once('(') {
        Some((_, name)) => Some(name.trim_end_matches(')').to_owned()),
        None => (!text.contains('@')).then_some(text),
    });
    name.and_then(|name| one_author(&name)).into_iter().collect()
}
