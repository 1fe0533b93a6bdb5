//! Tests that feeds and sitemaps follow the rules that their validators check.

use crate::built::{SEEDS, SITE, published, published_after};
use cuttings_corpus::{Author, Corpus, Date, Day, Source};
use feed_rs::model::Feed;
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

/// Two older articles and one without a date.
const DATED_SEEDS: [(&str, &str); 3] = [
    ("a.md", "---\ntitle: No date\nsection: Coast\n---\nThe first boat left at dawn.\n"),
    ("b.md", "---\ntitle: Older\nsection: Coast\n---\nThe second boat left at noon.\n"),
    (
        "c.md",
        "---\ntitle: 北海道新幹線が開業\nsection: Coast\n---\nThe third boat left at night.\n",
    ),
];

/// Gives the articles of [`DATED_SEEDS`] metadata of every kind.
fn add_metadata(corpus: &mut Corpus) {
    let day = |year, month, day| {
        Some(Date { text: "as people spell it".to_owned(), day: Some(Day { year, month, day }) })
    };
    let [_, older, newer] = &mut corpus.articles[..] else { panic!("three articles") };
    older.date = day(2024, 5, 16);
    newer.date = day(2025, 4, 11);
    newer.updated = day(2025, 6, 1);
    newer.authors = vec![Author::person("Ada <Okonkwo>"), Author::organisation("Sun & Sea")];
    newer.tags = vec!["Rail".to_owned(), "50% & {more}".to_owned(), "Rail".to_owned()];
    newer.source = Some(Source {
        name: Some("Harbour News".to_owned()),
        url: Some("https://news.example/a?b=c&d".to_owned()),
    });
}

/// Describes a feed as a reader of feeds sees it, one entry a line.
fn seen(feed: &Feed) -> String {
    let entries = feed.entries.iter().map(|entry| {
        let day = |date: Option<&_>| date.map(ToString::to_string).unwrap_or_default();
        let names: Vec<&str> =
            entry.authors.iter().map(|author| author.name.as_deref().unwrap_or_default()).collect();
        let terms: Vec<&str> = entry.categories.iter().map(|term| term.term.as_str()).collect();
        let links: Vec<&str> = entry.links.iter().map(|link| link.href.as_str()).collect();
        [
            entry.title.as_ref().map_or("", |title| title.content.as_str()).to_owned(),
            names.join(", "),
            day(entry.published.as_ref()),
            day(entry.updated.as_ref()),
            terms.join(", "),
            links.join(" "),
        ]
        .join(" | ")
    });
    entries.collect::<Vec<String>>().join("\n")
}

#[test]
fn a_feed_reader_sees_authors_dates_and_tags_newest_first() {
    let published = published_after("feeds-read", SITE, &DATED_SEEDS, add_metadata);
    let read = |path: &str| feed_rs::parser::parse(published.text(path).as_bytes()).unwrap();
    insta::assert_snapshot!(seen(&read("feed.xml")), @r##"
    北海道新幹線が開業 | Ada <Okonkwo>, Sun & Sea | 2025-04-11 00:00:00 UTC | 2025-06-01 00:00:00 UTC | Coast, Rail, 50% & {more} | https://example.org/papers/2026/article/%E5%8C%97%E6%B5%B7%E9%81%93%E6%96%B0%E5%B9%B9%E7%B7%9A%E3%81%8C%E9%96%8B%E6%A5%AD/ https://news.example/a?b=c&d
    Older |  | 2024-05-16 00:00:00 UTC | 2024-05-16 00:00:00 UTC | Coast | https://example.org/papers/2026/article/older/
    No date |  |  | 2026-11-22 00:00:00 UTC | Coast | https://example.org/papers/2026/article/no-date/
    "##);
    insta::assert_snapshot!(seen(&read("feed.json")), @r##"
    北海道新幹線が開業 | Ada <Okonkwo>, Sun & Sea | 2025-04-11 00:00:00 UTC | 2025-06-01 00:00:00 UTC | Coast, Rail, 50% & {more} | https://example.org/papers/2026/article/%E5%8C%97%E6%B5%B7%E9%81%93%E6%96%B0%E5%B9%B9%E7%B7%9A%E3%81%8C%E9%96%8B%E6%A5%AD/ https://news.example/a?b=c&d
    Older | Harbour Papers | 2024-05-16 00:00:00 UTC |  | Coast | https://example.org/papers/2026/article/older/
    No date | Harbour Papers | 2026-11-22 00:00:00 UTC |  | Coast | https://example.org/papers/2026/article/no-date/
    "##);
    let json: Value = serde_json::from_str(published.text("feed.json")).unwrap();
    assert_eq!(json["items"][0]["external_url"], "https://news.example/a?b=c&d");
    assert_eq!(json["items"][0]["date_modified"], "2025-06-01T00:00:00Z");
    let sitemap = published.text("sitemap.xml");
    assert!(sitemap.contains("%E5%8C%97%E6%B5%B7%E9%81%93"), "{sitemap}");
    assert!(sitemap.contains("<lastmod>2025-06-01</lastmod>"), "{sitemap}");
}

#[test]
fn a_feed_reader_sees_hostile_text_as_text() {
    let title = "<b>Bold</b> & \"quoted\" ]]> \u{1}\u{202e}turned";
    let seed =
        format!("---\nsection: A\ndate: 2024-05-16\n---\n# {title}\n\nThe boat left at dawn.\n");
    let published = published("feeds-hostile", SITE, &[("a.md", &seed)]);
    for path in ["feed.xml", "feed.json"] {
        let feed = feed_rs::parser::parse(published.text(path).as_bytes()).unwrap();
        let title = feed.entries[0].title.as_ref().unwrap().content.clone();
        let atom_or_json = title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assert!(atom_or_json.contains("]]>"), "{path}: {title}");
        assert!(!title.contains(['\u{1}', '\u{202e}']), "{path}: {title}");
    }
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
