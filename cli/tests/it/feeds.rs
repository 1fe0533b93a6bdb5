//! Tests that feeds and sitemaps follow the rules that their validators check.

use crate::built::{SEEDS, SITE, published};
use roxmltree::{Document, Node};
use serde_json::Value;
use std::collections::BTreeSet;

const BASE: &str = "https://example.org/papers/2026/";

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> Vec<Node<'a, 'a>> {
    node.children()
        .filter(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)))
        .collect()
}

#[track_caller]
fn one<'a>(node: Node<'a, 'a>, name: &'a str) -> &'a str {
    let found = children(node, name);
    assert_eq!(found.len(), 1, "{name} in {node:?}");
    found[0].text().unwrap_or_default()
}

/// Returns true for a timestamp of RFC 3339, as Atom and JSON Feed require it.
fn is_timestamp(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    ["0000-00-00T00:00:00Z", "0000-00-00T00:00:00+00:00", "0000-00-00T00:00:00-00:00"]
        .contains(&shape.as_str())
}

#[test]
fn atom_follows_rfc_4287() {
    let published = published("feeds-atom", SITE, &SEEDS);
    let text = published.text("feed.xml");
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
    let document = Document::parse(text).unwrap();
    let feed = document.root_element();
    assert!(feed.has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
    assert_eq!(
        (one(feed, "title"), one(feed, "subtitle")),
        ("Harbour Papers", "Clippings on sand & ships.")
    );
    assert_eq!(one(feed, "id"), BASE);
    assert_eq!(one(feed, "updated"), "2026-11-22T00:00:00Z");
    assert_eq!(one(children(feed, "author")[0], "name"), "Harbour Papers");
    let links: Vec<_> = children(feed, "link")
        .iter()
        .map(|link| (link.attribute("rel"), link.attribute("href")))
        .collect();
    let own = format!("{BASE}feed.xml");
    assert_eq!(links, [(Some("self"), Some(own.as_str())), (Some("alternate"), Some(BASE))]);
    let entries = children(feed, "entry");
    assert_eq!(entries.len(), 2);
    let ids: BTreeSet<&str> = entries.iter().map(|&entry| one(entry, "id")).collect();
    assert_eq!(ids.len(), entries.len(), "each has an id of its own");
    for &entry in &entries {
        assert!(!one(entry, "title").is_empty() && !one(entry, "summary").is_empty());
        assert!(is_timestamp(one(entry, "updated")));
        assert_eq!(children(entry, "content")[0].attribute("type"), Some("html"));
        assert_eq!(children(entry, "link").len(), 1);
    }
    assert_eq!(one(entries[0], "updated"), "2024-05-16T00:00:00Z");
    assert_eq!(one(children(entries[0], "author")[0], "name"), "Ada Okonkwo");
    assert_eq!(
        one(entries[0], "content"),
        "<p><em>After nine years the ferry is back</em></p><p>The first boat left at dawn.</p><h2>What it costs</h2><p>Twelve crowns.</p>"
    );
    assert_eq!(entries[1].attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("de"));
}

#[test]
fn no_date_is_made_up() {
    let published = published("feeds-undated", &SITE.replace("date =", "# date ="), &SEEDS);
    assert!(!published.files.contains_key("feed.xml"));
    assert!(!published.text("index.html").contains("feed.xml"));
    let feed: Value = serde_json::from_str(published.text("feed.json")).unwrap();
    assert_eq!(feed["items"][0]["date_published"], "2024-05-16T00:00:00Z");
    assert_eq!(feed["items"][1].get("date_published"), None);
}

#[test]
fn json_feed_follows_version_1_1() {
    let published = published("feeds-json", SITE, &SEEDS);
    let feed: Value = serde_json::from_str(published.text("feed.json")).unwrap();
    for (key, expected) in [
        ("version", "https://jsonfeed.org/version/1.1"),
        ("title", "Harbour Papers"),
        ("description", "Clippings on sand & ships."),
        ("home_page_url", BASE),
        ("feed_url", "https://example.org/papers/2026/feed.json"),
        ("language", "en-GB"),
    ] {
        assert_eq!(feed[key], expected, "{key}");
    }
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    for item in items {
        assert!(
            item["id"].is_string() && item["title"].is_string() && item["content_html"].is_string(),
            "{item}"
        );
        assert!(is_timestamp(item["date_published"].as_str().unwrap()), "{item}");
        let file = item["url"].as_str().unwrap().strip_prefix(BASE).unwrap();
        assert!(published.files.contains_key(&format!("{file}index.html")), "{file}");
    }
    assert_eq!(items[0]["authors"][0]["name"], "Ada Okonkwo");
    assert_eq!(items[1]["language"], "de");
}

#[test]
fn sitemap_lists_every_page() {
    let published = published("feeds-sitemap", SITE, &SEEDS);
    let document = Document::parse(published.text("sitemap.xml")).unwrap();
    assert!(
        document
            .root_element()
            .has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "urlset"))
    );
    let listed: BTreeSet<String> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "loc")
        .map(|node| format!("{}index.html", node.text().unwrap().strip_prefix(BASE).unwrap()))
        .collect();
    let pages: BTreeSet<String> = published
        .pages()
        .map(|(path, _)| path.to_owned())
        .filter(|path| path != "404.html")
        .collect();
    assert_eq!(listed, pages);
    assert_eq!(
        published.text("robots.txt"),
        format!("User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n")
    );
}
