//! Tests the metadata of each page: titles, descriptions, URLs, images and data.

use crate::built::{Published, SEEDS, SITE, elements, published, published_after, text_in};
use cuttings_corpus::{Author, Corpus, Date, Day, Source};
use serde_json::{Value, json};

const FERRY: &str = "article/ferry-returns-to-the-northern-route/index.html";

/// Returns the metadata of a page, one per line, without what every page loads.
#[track_caller]
fn metadata(published: &Published, path: &str) -> String {
    let mut out = format!("title {}\n", text_in(published.text(path), "title"));
    for element in elements(published.text(path)) {
        let key = ["name", "property", "rel"].into_iter().find_map(|key| element.get(key));
        let value = element.get("content").or_else(|| element.get("href"));
        if let (Some(key), Some(value)) = (key, value)
            && matches!(&element.name[..], "meta" | "link")
            && !matches!(key, "viewport" | "referrer" | "stylesheet" | "icon" | "apple-touch-icon")
        {
            let value = value.split_once("/picture-").map_or(value, |(before, _)| before);
            out.push_str(&format!("{key} {value}\n"));
        }
    }
    out
}

#[track_caller]
fn structured_data(published: &Published, path: &str) -> Value {
    serde_json::from_str(&text_in(published.text(path), "script[type]")).unwrap()
}

#[test]
fn articles_have_metadata() {
    let published = published("heads-article", SITE, &SEEDS);
    insta::assert_snapshot!(metadata(&published, FERRY), @r#"
    title Ferry returns to the northern route – Harbour Papers
    manifest /papers/2026/manifest.webmanifest
    alternate /papers/2026/feed.xml
    alternate /papers/2026/feed.json
    description After nine years the ferry is back
    og:description After nine years the ferry is back
    og:title Ferry returns to the northern route
    og:site_name Harbour Papers
    og:type article
    canonical https://example.org/papers/2026/article/ferry-returns-to-the-northern-route/
    og:url https://example.org/papers/2026/article/ferry-returns-to-the-northern-route/
    og:image https://example.org/papers/2026/assets
    og:image:width 1200
    og:image:height 630
    og:image:alt Ferry returns to the northern route
    twitter:card summary_large_image
    article:author Ada Okonkwo
    article:section Coast
    article:published_time 2024-05-16
    "#);
    insta::assert_snapshot!(serde_json::to_string_pretty(&structured_data(&published, FERRY)).unwrap().split("picture-").next().unwrap(), @r#"
    {
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      "articleSection": "Coast",
      "author": [
        {
          "@type": "Person",
          "name": "Ada Okonkwo"
        }
      ],
      "datePublished": "2024-05-16",
      "description": "After nine years the ferry is back",
      "headline": "Ferry returns to the northern route",
      "image": [
        "https://example.org/papers/2026/assets/
    "#);
}

/// Gives an article metadata of every kind.
fn add_metadata(corpus: &mut Corpus) {
    let day = |day| {
        let text = "2025-04-11T00:01:00+01:00".to_owned();
        Some(Date { text, day: Some(Day { year: 2025, month: 4, day }) })
    };
    let article = &mut corpus.articles[0];
    (article.date, article.updated) = (day(11), day(12));
    article.authors = vec![Author::person("Ada Okonkwo"), Author::person("Deutscher Wetterdienst")];
    article.tags = vec!["Rail".to_owned(), "\"Tides\"".to_owned()];
    article.source = Some(Source { name: None, url: Some("https://news.example/a".to_owned()) });
}

#[test]
fn metadata_is_machine_readable() {
    let published = published_after("heads-metadata", SITE, &SEEDS, add_metadata);
    let lines = metadata(&published, FERRY);
    let own: Vec<&str> = lines.lines().filter(|line| line.starts_with("article:")).collect();
    insta::assert_snapshot!(own.join("\n"), @r##"
    article:author Ada Okonkwo
    article:author Deutscher Wetterdienst
    article:section Coast
    article:tag Rail
    article:tag "Tides"
    article:published_time 2025-04-11
    article:modified_time 2025-04-12
    "##);
    let data = structured_data(&published, FERRY);
    let keys = ["author", "keywords", "datePublished", "dateModified", "isBasedOn"];
    insta::assert_snapshot!(keys.map(|key| data[key].to_string()).join("\n"), @r##"
    [{"@type":"Person","name":"Ada Okonkwo"},{"@type":"Organization","name":"Deutscher Wetterdienst"}]
    ["Rail","\"Tides\""]
    "2025-04-11"
    "2025-04-12"
    "https://news.example/a"
    "##);
}

#[test]
fn addresses_of_other_scripts_are_percent_encoded() {
    let seeds = [("a.md", "---\ntitle: 北の町\nsection: A\n---\nThe boat left at dawn.\n")];
    let published = published("heads-scripts", SITE, &seeds);
    let lines = metadata(&published, "article/北の町/index.html");
    let address = "https://example.org/papers/2026/article/%E5%8C%97%E3%81%AE%E7%94%BA/";
    assert!(lines.contains(&format!("canonical {address}\n")), "{lines}");
    assert!(lines.contains(&format!("og:url {address}\n")), "{lines}");
    assert_eq!(structured_data(&published, "article/北の町/index.html")["url"], address);
    assert!(published.text("index.html").contains("./article/%E5%8C%97%E3%81%AE%E7%94%BA/"));
    assert!(
        published.text("article/北の町/cite.json").contains("article/%E5%8C%97%E3%81%AE%E7%94%BA/")
    );
    assert!(published.text("items.json").contains("article/%E5%8C%97%E3%81%AE%E7%94%BA/"));
    assert!(published.text("worker.js").contains("\"article/北の町/cite.json?"));
}

#[test]
fn the_results_page_lists_articles() {
    let published = published("heads-results", SITE, &SEEDS);
    insta::assert_snapshot!(metadata(&published, "index.html"), @r#"
    title Harbour Papers
    manifest /papers/2026/manifest.webmanifest
    alternate /papers/2026/feed.xml
    alternate /papers/2026/feed.json
    description Clippings on sand & ships.
    og:description Clippings on sand & ships.
    og:title Harbour Papers
    og:site_name Harbour Papers
    og:type website
    canonical https://example.org/papers/2026/
    og:url https://example.org/papers/2026/
    "#);
    insta::assert_snapshot!(serde_json::to_string_pretty(&structured_data(&published, "index.html")).unwrap(), @r#"
    {
      "@context": "https://schema.org",
      "@type": "CollectionPage",
      "description": "Clippings on sand & ships.",
      "inLanguage": "en-GB",
      "mainEntity": {
        "@type": "ItemList",
        "itemListElement": [
          {
            "@type": "ListItem",
            "name": "Ferry returns to the northern route",
            "position": 1,
            "url": "https://example.org/papers/2026/article/ferry-returns-to-the-northern-route/"
          },
          {
            "@type": "ListItem",
            "name": "Fähre nach Norden",
            "position": 2,
            "url": "https://example.org/papers/2026/article/fahre-nach-norden/"
          }
        ],
        "numberOfItems": 2
      },
      "name": "Harbour Papers",
      "url": "https://example.org/papers/2026/"
    }
    "#);
}

#[test]
fn the_not_found_page_is_not_indexed() {
    let published = published("heads-nothing", SITE, &SEEDS);
    insta::assert_snapshot!(metadata(&published, "404.html"), @r#"
    title Page not found – Harbour Papers
    manifest /papers/2026/manifest.webmanifest
    alternate /papers/2026/feed.xml
    alternate /papers/2026/feed.json
    robots noindex
    "#);
    assert!(!published.text("404.html").contains("ld+json"));
}

#[test]
fn without_a_base_url_there_are_no_absolute_urls() {
    let published = published("heads-nowhere", "title = \"Harbour Papers\"", &SEEDS);
    assert!(
        metadata(&published, "index.html")
            .contains("description 2 articles to search, filter and read.\n")
    );
    insta::assert_snapshot!(metadata(&published, FERRY), @r#"
    title Ferry returns to the northern route – Harbour Papers
    manifest /papers/2026/manifest.webmanifest
    description After nine years the ferry is back
    og:description After nine years the ferry is back
    og:title Ferry returns to the northern route
    og:site_name Harbour Papers
    og:type article
    article:author Ada Okonkwo
    article:section Coast
    article:published_time 2024-05-16
    "#);
    for (path, html) in published.pages() {
        for element in elements(html) {
            for (name, value) in &element.attributes {
                assert!(
                    !value.contains("http:") && !value.contains("https:"),
                    "{path}: {name}={value}"
                );
            }
        }
    }
    for path in ["feed.xml", "feed.json", "sitemap.xml"] {
        assert!(!published.files.contains_key(path), "{path}");
    }
    assert_eq!(published.text("robots.txt"), "User-agent: *\nAllow: /\n");
}

#[test]
fn the_manifest_names_existing_icons() {
    let published = published("heads-manifest", SITE, &SEEDS);
    let manifest: Value = serde_json::from_str(published.text("manifest.webmanifest")).unwrap();
    for (key, expected) in [
        ("name", "Harbour Papers"),
        ("description", "Clippings on sand & ships."),
        ("lang", "en-GB"),
        ("start_url", "./"),
        ("scope", "./"),
    ] {
        assert_eq!(manifest[key], expected, "{key}");
    }
    let icons = manifest["icons"].as_array().unwrap();
    assert_eq!(icons.len(), 4);
    for icon in icons {
        assert!(published.files.contains_key(icon["src"].as_str().unwrap()), "{icon}");
    }
    for purpose in ["any", "maskable"] {
        assert!(icons.iter().any(|icon| icon["purpose"] == purpose), "{purpose}");
    }
}

#[test]
fn an_installed_site_takes_shares_and_files() {
    let published = published("heads-shares", SITE, &SEEDS);
    let manifest: Value = serde_json::from_str(published.text("manifest.webmanifest")).unwrap();
    let target = &manifest["share_target"];
    assert_eq!(target["action"], "library/share");
    assert_eq!(target["method"], "POST");
    assert_eq!(target["enctype"], "multipart/form-data");
    for field in ["title", "text", "url"] {
        assert_eq!(target["params"][field], field);
    }
    let shared = target["params"]["files"][0]["accept"].as_array().unwrap();
    let handler = &manifest["file_handlers"][0];
    assert_eq!(handler["action"], "./");
    let opened = handler["accept"].as_object().unwrap();
    assert_eq!(opened["text/markdown"], json!([".markdown", ".md", ".mdx"]));
    for (media_type, extensions) in opened {
        assert!(shared.contains(&json!(media_type)), "{media_type}");
        for extension in extensions.as_array().unwrap() {
            assert!(shared.contains(extension), "{extension}");
        }
    }
}

#[test]
fn each_article_has_an_image() {
    let published = published("heads-pictures", SITE, &SEEDS);
    let mut pictures = Vec::new();
    for (path, html) in published.pages().filter(|(path, _)| path.starts_with("article/")) {
        let elements = elements(html);
        let image = elements.iter().find(|element| element.get("property") == Some("og:image"));
        let address = image.unwrap().get("content").unwrap();
        let file = address.strip_prefix("https://example.org/papers/2026/").unwrap();
        let bytes = &published.files[file];
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{path}");
        assert_eq!(structured_data(&published, path)["image"][0], address);
        pictures.push(bytes.clone());
    }
    assert_eq!(pictures.len(), 2);
    assert_ne!(pictures[0], pictures[1]);
}
