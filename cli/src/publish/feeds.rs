//! What programs read that follow a site: Atom, JSON Feed, the list of pages for search engines, and what robots may do.
//! All of them name whole addresses, so none is made for a site of which nobody said where it will live.

use crate::publish::head::{address, article_at, is_date, summary};
use crate::publish::escape::{escaped, line};
use cuttings::store::library::Library;
use cuttings::store::route::Route;
use cuttings_corpus::Site;
use cuttings_edition::{Article, Block};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How many articles a feed holds: the first of the edition.
const ENTRIES: usize = 50;

/// How many pages one list may hold, by the rules of sitemaps.org.
const LISTED: usize = 50_000;

/// Where the Atom feed is.
pub(crate) const ATOM: &str = "feed.xml";

/// Where the JSON feed is.
pub(crate) const JSON: &str = "feed.json";

/// The articles of a feed with their addresses.
fn entries<'a>(
    site: &'a Site,
    library: &'a Library,
) -> impl Iterator<Item = (String, Article<'static>)> + 'a {
    library
        .pages()
        .filter_map(|page| Some((address(site, &page)?, article_at(library, &page)?)))
        .take(ENTRIES)
}

/// The day of an article as data: its own, or the edition's.
fn day<'a>(site: &'a Site, article: &Article<'a>) -> Option<&'a str> {
    article.date().filter(|date| is_date(date)).or(site.date.as_deref())
}

/// A day as RFC 3339 has a moment: its beginning, if it says no time.
fn moment(day: &str) -> String {
    if day.len() > 10 { day.to_owned() } else { format!("{day}T00:00:00Z") }
}

/// Atom (RFC 4287). `None` if the site has no address, or if an article has no date and the edition has none either: an
/// entry must say when it changed.
pub(crate) fn atom(site: &Site, library: &Library) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let mut body = String::new();
    let mut newest: Option<String> = None;
    for (address, article) in entries(site, library) {
        let updated = moment(day(site, &article)?);
        newest = newest.max(Some(updated.clone()));
        let _ = write!(
            body,
            "<entry xml:lang=\"{}\">",
            escaped(article.language().unwrap_or(library.language()))
        );
        body.push_str(&element("title", &line(article.title())));
        let _ = write!(body, r#"<link rel="alternate" type="text/html" href="{}"/>"#, escaped(&address));
        body.push_str(&element("id", &address));
        body.push_str(&element("updated", &updated));
        if let Some(author) = article.author() {
            let _ = write!(body, "<author>{}</author>", element("name", &line(author)));
        }
        let _ = write!(body, r#"<category term="{}"/>"#, escaped(&line(article.section())));
        body.push_str(&element("summary", &summary(&article)));
        let _ = write!(body, r#"<content type="html">{}</content>"#, escaped(&as_html(&article)));
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
    let _ = write!(out, r#"<link rel="self" type="application/atom+xml" href="{}{ATOM}"/>"#, escaped(base));
    let _ = write!(out, r#"<link rel="alternate" type="text/html" href="{}"/>"#, escaped(base));
    out.push_str(&element("id", base));
    out.push_str(&element("updated", &newest?));
    let _ = write!(out, "<author>{}</author>", element("name", &title));
    out.push_str(&body);
    out.push_str("</feed>\n");
    Some(out)
}

/// JSON Feed 1.1. `None` if the site has no address.
pub(crate) fn json_feed(site: &Site, library: &Library) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let items: Vec<Value> = entries(site, library)
        .map(|(address, article)| {
            let mut item = json!({
                "id": address,
                "url": address,
                "title": line(article.title()),
                "summary": summary(&article),
                "content_html": as_html(&article),
                "tags": [line(article.section())],
                "language": article.language().unwrap_or(library.language()),
            });
            if let Some(day) = day(site, &article) {
                item["date_published"] = moment(day).into();
            }
            if let Some(author) = article.author() {
                item["authors"] = json!([{ "name": line(author) }]);
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

/// An article's text as HTML, for feeds.
fn as_html(article: &Article<'_>) -> String {
    let standfirst = article.standfirst().map(|text| format!("<p><em>{}</em></p>", escaped(text)));
    let blocks = article.blocks().map(|block| match block {
        Block::Heading(text) => format!("<h2>{}</h2>", escaped(text)),
        Block::Paragraph(text) => format!("<p>{}</p>", escaped(text)),
    });
    standfirst.into_iter().chain(blocks).collect()
}

/// The lists of pages for search engines, each with its path; none if the site has no address. One list if there is room
/// for all in one, else a list of lists.
pub(crate) fn sitemaps(site: &Site, library: &Library) -> Vec<(String, String)> {
    let Some(base) = site.base_url.as_deref() else { return Vec::new() };
    let pages: Vec<String> = library
        .pages()
        .filter(|page| !matches!(page, Route::NotFound { .. }))
        .filter_map(|page| {
            let date = article_at(library, &page).and_then(|article| day(site, &article).map(str::to_owned));
            let changed = date.map(|date| element("lastmod", &date)).unwrap_or_default();
            Some(format!("<url>{}{changed}</url>\n", element("loc", &address(site, &page)?)))
        })
        .collect();
    let list = |name: &str, entries: &[String]| {
        let entries = entries.concat();
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{name} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{name}>\n"
        )
    };
    if pages.len() <= LISTED {
        return vec![("sitemap.xml".to_owned(), list("urlset", &pages))];
    }
    let mut lists: Vec<(String, String)> = pages
        .chunks(LISTED)
        .enumerate()
        .map(|(nth, pages)| (format!("sitemap-{}.xml", nth + 1), list("urlset", pages)))
        .collect();
    let names: Vec<String> = lists
        .iter()
        .map(|(path, _)| format!("<sitemap>{}</sitemap>\n", element("loc", &[base, path.as_str()].concat())))
        .collect();
    lists.push(("sitemap.xml".to_owned(), list("sitemapindex", &names)));
    lists
}

/// What robots may do: everything; and where the list of pages is.
pub(crate) fn robots(site: &Site) -> String {
    let list = site.base_url.as_ref().map(|base| format!("Sitemap: {base}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{list}")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escaped(text))
}
