//! Writes what feed readers, search engines and crawlers read: Atom, JSON Feed, sitemaps and
//! robots.txt. They contain absolute URLs, so a site without `base_url` has none but robots.txt.

use crate::publish::content;
use crate::publish::escape::{escaped, line};
use crate::publish::head::{self, article_at, summary, url};
use crate::publish::pages::Pages;
use cuttings::route::Route;
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use cuttings_edition::Article;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The most articles in a feed.
const FEED_ENTRIES: usize = 50;

/// The most pages in a sitemap, by the rules of sitemaps.org.
const SITEMAP_PAGES: usize = 50_000;

/// The path of the Atom feed.
pub(crate) const ATOM: &str = "feed.xml";

/// The path of the JSON feed.
pub(crate) const JSON: &str = "feed.json";

/// An article in a feed.
struct Entry {
    url: String,
    article: Article<'static>,
    /// The day of publication, if the article has one.
    published: Option<String>,
    /// The day of the last change, or else that of publication, or else the edition's.
    updated: Option<String>,
}

/// Returns the articles of a feed: the newest first, and those without a date in the order of the
/// edition behind them.
fn entries(site: &Site, library: &Library, pages: &Pages) -> Vec<Entry> {
    let mut entries: Vec<Entry> = pages
        .routes(library)
        .filter_map(|page| {
            let article = article_at(library, &page)?;
            let published = head::day(article.metadata().date);
            let updated = last_change(site, &article);
            Some(Entry { url: url(site, &page)?, article, published, updated })
        })
        .collect();
    entries.sort_by(|one, other| other.published.cmp(&one.published));
    entries.truncate(FEED_ENTRIES);
    entries
}

/// Returns the day of an article's last change, or else that of its publication, or else the
/// edition's.
fn last_change(site: &Site, article: &Article<'_>) -> Option<String> {
    let metadata = article.metadata();
    let own = head::day(metadata.updated).or_else(|| head::day(metadata.date));
    own.or_else(|| site.date.clone())
}

/// Returns the section and the tags of an article, each once.
fn categories(article: &Article<'_>) -> Vec<String> {
    let mut categories = vec![line(article.section())];
    for tag in article.metadata().tags.into_iter().map(line) {
        if !tag.is_empty() && !categories.contains(&tag) {
            categories.push(tag);
        }
    }
    categories
}

/// Returns a day as a timestamp of RFC 3339: its start.
fn timestamp(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

/// Returns the Atom feed (RFC 4287). `None` if the site has no base URL, or if an article has no
/// date and the edition has none either: an entry requires the date of its last change.
pub(crate) fn atom(site: &Site, library: &Library, pages: &Pages) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let mut body = String::new();
    let mut newest: Option<String> = None;
    for Entry { url, article, published, updated } in entries(site, library, pages) {
        let updated = timestamp(&updated?);
        newest = newest.max(Some(updated.clone()));
        let _ = write!(
            body,
            "<entry xml:lang=\"{}\">",
            escaped(article.language().unwrap_or(library.language()))
        );
        body.push_str(&element("title", &line(article.title())));
        let _ =
            write!(body, r#"<link rel="alternate" type="text/html" href="{}"/>"#, escaped(&url));
        let metadata = article.metadata();
        if let Some(source) = metadata.source_url {
            let _ = write!(body, r#"<link rel="via" href="{}"/>"#, escaped(source));
        }
        body.push_str(&element("id", &url));
        if let Some(published) = published {
            body.push_str(&element("published", &timestamp(&published)));
        }
        body.push_str(&element("updated", &updated));
        for author in metadata.authors {
            let _ = write!(body, "<author>{}</author>", element("name", &line(author.name)));
        }
        for category in categories(&article) {
            let _ = write!(body, r#"<category term="{}"/>"#, escaped(&category));
        }
        body.push_str(&element("summary", &summary(&article)));
        let _ = write!(
            body,
            r#"<content type="html">{}</content>"#,
            escaped(&content::html(library, &article, base))
        );
        body.push_str("</entry>");
    }
    let title = line(&site.title);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = write!(
        out,
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">"#,
        escaped(library.language())
    );
    out.push_str(&element("title", &title));
    if let Some(described) = &site.description {
        out.push_str(&element("subtitle", &line(described)));
    }
    let _ = write!(
        out,
        r#"<link rel="self" type="application/atom+xml" href="{}{ATOM}"/>"#,
        escaped(base)
    );
    let _ = write!(out, r#"<link rel="alternate" type="text/html" href="{}"/>"#, escaped(base));
    out.push_str(&element("id", base));
    out.push_str(&element("updated", &newest?));
    let _ = write!(out, "<author>{}</author>", element("name", &title));
    out.push_str(&body);
    out.push_str("</feed>\n");
    Some(out)
}

/// Returns the JSON feed (version 1.1). `None` if the site has no base URL.
pub(crate) fn json_feed(site: &Site, library: &Library, pages: &Pages) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let items: Vec<Value> = entries(site, library, pages)
        .into_iter()
        .map(|Entry { url, article, published, .. }| {
            let mut item = json!({
                "id": url,
                "url": url,
                "title": line(article.title()),
                "summary": summary(&article),
                "content_html": content::html(library, &article, base),
                "tags": categories(&article),
                "language": article.language().unwrap_or(library.language()),
            });
            let metadata = article.metadata();
            if let Some(day) = published.or_else(|| site.date.clone()) {
                item["date_published"] = timestamp(&day).into();
            }
            if let Some(day) = head::day(metadata.updated) {
                item["date_modified"] = timestamp(&day).into();
            }
            if let Some(source) = metadata.source_url {
                item["external_url"] = source.into();
            }
            let authors = metadata.authors.into_iter();
            let authors: Vec<Value> =
                authors.map(|author| json!({ "name": line(author.name) })).collect();
            if !authors.is_empty() {
                item["authors"] = authors.into();
            }
            item
        })
        .collect();
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": line(&site.title),
        "home_page_url": base,
        "feed_url": format!("{base}{JSON}"),
        "language": library.language(),
        "authors": [{ "name": line(&site.title) }],
        "items": items,
    });
    if let Some(described) = &site.description {
        feed["description"] = line(described).into();
    }
    Some(feed.to_string())
}

/// Returns the sitemaps with their paths; none if the site has no base URL. If one cannot hold all
/// pages, it becomes an index of several.
pub(crate) fn sitemaps(site: &Site, library: &Library, pages: &Pages) -> Vec<(String, String)> {
    let Some(base) = site.base_url.as_deref() else { return Vec::new() };
    let pages: Vec<String> = pages
        .routes(library)
        .filter(|page| !matches!(page, Route::NotFound { .. }))
        .filter_map(|page| {
            let date = article_at(library, &page).and_then(|article| last_change(site, &article));
            let changed = date.map(|date| element("lastmod", &date)).unwrap_or_default();
            Some(format!("<url>{}{changed}</url>\n", element("loc", &url(site, &page)?)))
        })
        .collect();
    let list = |name: &str, entries: &[String]| {
        let entries = entries.concat();
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{name} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{name}>\n"
        )
    };
    if pages.len() <= SITEMAP_PAGES {
        return vec![("sitemap.xml".to_owned(), list("urlset", &pages))];
    }
    let mut lists: Vec<(String, String)> = pages
        .chunks(SITEMAP_PAGES)
        .enumerate()
        .map(|(nth, pages)| (format!("sitemap-{}.xml", nth + 1), list("urlset", pages)))
        .collect();
    let names: Vec<String> = lists
        .iter()
        .map(|(path, _)| {
            format!("<sitemap>{}</sitemap>\n", element("loc", &[base, path.as_str()].concat()))
        })
        .collect();
    lists.push(("sitemap.xml".to_owned(), list("sitemapindex", &names)));
    lists
}

/// Returns robots.txt, which allows everything and names the sitemap.
pub(crate) fn robots(site: &Site) -> String {
    let list = site
        .base_url
        .as_ref()
        .map(|base| format!("Sitemap: {base}sitemap.xml\n"))
        .unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{list}")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escaped(text))
}

#[cfg(test)]
mod tests;
