//! Tests hostile seeds: their text stays text in every published file.

use crate::built::{Element, Published, elements, integrity, published, text_in, unescaped};
use roxmltree::Document;
use serde_json::Value;
use std::sync::OnceLock;

/// An attack on every format, for every text of a seed.
const ATTACK: &str =
    "\"><script>harm()</script></style></title></script><!-- ]]> &amp; ${harm} javascript:harm()";

/// A site with attacks in its settings.
const SITE: &str = r#"
title = "<script>harm()</script></title>"
description = "\"><img src=x onerror=harm()> --> ]]>"
base_url = "https://example.org/papers/2026/"
date = 2026-11-22
"#;

fn seeds() -> Vec<(String, String)> {
    let quoted = serde_json::to_string(ATTACK).unwrap();
    let long = "word and ".repeat(120_000);
    let all = format!(
        "---\ntitle: {quoted}\nsection: {quoted}\nstandfirst: {quoted}\nauthor:\n  name: {quoted}\nsource: {quoted}\ndate: {quoted}\n---\n`{ATTACK}`\n\n[link](javascript:harm())\n"
    );
    vec![
        ("a.md".to_owned(), all),
        ("b.md".to_owned(), "---\ntitle: \"\u{202E}Turned\u{2066} round\"\n---\nA \u{202E}turned\u{202C} text, and a \0 nothing.\n".to_owned()),
        ("c.md".to_owned(), format!("---\ntitle: Long {}\n---\n{long}\n", "x".repeat(100_000))),
    ]
}

/// Returns the hostile seeds, published once.
fn hostile() -> &'static Published {
    static PUBLISHED: OnceLock<Published> = OnceLock::new();
    PUBLISHED.get_or_init(|| {
        let seeds = seeds();
        let seeds: Vec<(&str, &str)> =
            seeds.iter().map(|(name, text)| (&name[..], &text[..])).collect();
        published("hostile", SITE, &seeds)
    })
}

#[test]
fn pages_keep_attacks_as_text() {
    let published = hostile();
    assert_eq!(published.pages().count(), 16);
    for (path, html) in published.pages() {
        let policy = elements(html).into_iter().find(|it| it.get("http-equiv").is_some()).unwrap();
        for element in elements(html) {
            let name = &element.name[..];
            assert!(
                !matches!(name, "img" | "style" | "iframe" | "svg" | "object"),
                "{path}: {element:?}"
            );
            if name == "script" {
                // The policy allows the script within the page by its hash.
                let is_allowed = element.get("type") == Some("application/ld+json")
                    || element.get("data-program").is_some()
                    || element
                        .get("src")
                        .is_some_and(|src| src.starts_with("/papers/2026/assets/boot-"));
                assert!(is_allowed, "{path}: {element:?}");
            }
            for (key, value) in &element.attributes {
                assert!(!key.starts_with("on"), "{path}: {element:?}");
                let is_address = matches!(&key[..], "href" | "src" | "action");
                assert!(
                    !is_address || !value.trim().starts_with("javascript:"),
                    "{path}: {element:?}"
                );
            }
        }
        let within = integrity(text_in(html, "script[data-program]").as_bytes());
        assert!(policy.get("content").unwrap().contains(&within), "{path}: {within}");
        assert!(text_in(html, "title").contains("&lt;script&gt;"), "{path}");
        // Direction overrides stay in the text, where they do not affect other paragraphs.
        assert!(
            !html.contains('\0') && !html.split("<body").next().unwrap().contains('\u{202E}'),
            "{path}"
        );
    }
    let article = published.pages().find(|(path, _)| path.contains("script-harm")).unwrap().1;
    assert_eq!(unescaped(&text_in(article, "#still h1")), ATTACK);
    assert!(unescaped(&text_in(article, "#still .prose")).contains(ATTACK));
}

#[test]
fn structured_data_keeps_attacks_as_text() {
    let published = hostile();
    for (path, html) in published.pages().filter(|(path, _)| *path != "404.html") {
        let data = text_in(html, "script[type]");
        assert!(!data.contains('<') && !data.contains('&'), "{path}");
        let data: Value = serde_json::from_str(&data).unwrap();
        if path.contains("script-harm") {
            assert_eq!(data["articleSection"], ATTACK);
            assert_eq!(data["author"][0]["name"], ATTACK);
            assert_eq!(data.get("datePublished"), None, "what is no date is none here");
            assert!(ATTACK.starts_with(data["headline"].as_str().unwrap().trim_end_matches(" …")));
        }
        assert!(data["headline"].as_str().unwrap_or_default().chars().count() < 120, "{path}");
    }
}

/// Returns whether an element of a feed only gives a text its form.
fn is_harmless(element: &Element) -> bool {
    const NAMES: [&str; 32] = [
        "a",
        "blockquote",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    let is_safe = |(name, value): &(String, String)| match &name[..] {
        "href" | "src" => ["https://", "http://", "mailto:", "tel:", "#"]
            .iter()
            .any(|scheme| value.starts_with(scheme)),
        name => matches!(name, "alt" | "class" | "height" | "id" | "scope" | "start" | "width"),
    };
    NAMES.contains(&&element.name[..]) && element.attributes.iter().all(is_safe)
}

#[test]
fn feeds_keep_attacks_as_text() {
    let published = hostile();
    let atom = Document::parse(published.text("feed.xml")).unwrap();
    let text = |name: &str| -> Vec<String> {
        let found = atom.descendants().filter(|node| node.tag_name().name() == name);
        found.map(|node| node.text().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(text("title")[..2], ["<script>harm()</script></title>", ATTACK]);
    assert_eq!(text("title")[2], "Turned round");
    assert!(text("name").contains(&ATTACK.to_owned()));
    for content in text("content") {
        for element in elements(&content) {
            assert!(is_harmless(&element), "{element:?}");
        }
    }
    assert_eq!(unescaped(&text_in(&text("content")[0], "em")), ATTACK);
    let json: Value = serde_json::from_str(published.text("feed.json")).unwrap();
    assert_eq!(json["items"][0]["title"], ATTACK);
    for item in json["items"].as_array().unwrap() {
        assert!(item["summary"].as_str().unwrap().chars().count() < 220);
        for element in elements(item["content_html"].as_str().unwrap()) {
            assert!(is_harmless(&element), "{element:?}");
        }
    }
    Document::parse(published.text("sitemap.xml")).unwrap();
    let manifest: Value = serde_json::from_str(published.text("manifest.webmanifest")).unwrap();
    assert_eq!(manifest["name"], "<script>harm()</script></title>");
}

#[test]
fn long_lines_do_not_lengthen_heads() {
    let published = hostile();
    let longest = published.pages().map(|(_, html)| html.len()).max().unwrap();
    assert!(longest > 1_000_000, "the text is all there: {longest}");
    for (path, html) in published.pages() {
        let head = html.split("<body").next().unwrap();
        let without_title = head.len() - text_in(html, "title").len();
        assert!(without_title < 12_000, "{path}: {without_title}");
    }
}
