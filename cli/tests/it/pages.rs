//! Tests that every page is a file with its text in it, and that it loads files that exist.

use crate::built::{
    SEEDS, SITE, TRUNK_HTML, elements, integrity, published, text_in, try_published,
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_page_contains_its_text() {
    let published = published("pages-text", SITE, &SEEDS);
    let pages: Vec<&str> = published.pages().map(|(path, _)| path).collect();
    assert_eq!(
        pages,
        [
            "404.html",
            "article/fahre-nach-norden/index.html",
            "article/ferry-returns-to-the-northern-route/index.html",
            "figures/index.html",
            "index.html",
            "lists/index.html",
            "names/index.html",
            "places/index.html",
            "quotes/index.html",
            "saved/index.html",
            "since/index.html",
            "stories/index.html",
            "timeline/index.html",
            "together/index.html",
            "trends/index.html"
        ]
    );
    for (path, expected) in [
        ("index.html", &["Harbour Papers", "After nine years the ferry is back", "2 items"][..]),
        (
            "article/ferry-returns-to-the-northern-route/index.html",
            &[
                "The first boat left at dawn.",
                "What it costs",
                "Twelve crowns.",
                "By Ada Okonkwo",
                "Back to results",
            ],
        ),
        ("article/fahre-nach-norden/index.html", &["Die Fähre fährt wieder."]),
        ("404.html", &["Page not found"]),
    ] {
        let text = text_in(published.text(path), "#still");
        for piece in expected {
            assert!(text.contains(piece), "no {piece} in {path}: {text}");
        }
        assert!(!text_in(published.text(path), "h1").is_empty());
    }
}

#[test]
fn html_and_scripts_contain_their_messages() {
    let published = published("pages-words", SITE, &SEEDS);
    for (path, html) in published.pages() {
        assert_eq!(text_in(html, "#notice"), "Something went wrong", "{path}");
        // The site is in British English, for which the English catalogue is chosen.
        assert_eq!(elements(html)[0].get("lang"), Some(cuttings::messages::language()), "{path}");
        assert_eq!(elements(html)[0].get("dir"), None, "{path}");
    }
    for (stem, expected) in [("boot", "say(\"Copied\","), ("tools", "`Hit ${hit} of ${hits}`")] {
        let script = published.script(stem);
        assert!(script.contains(expected), "{script}");
        assert!(!script.contains("msg("), "{script}");
    }
    let html = TRUNK_HTML.replace("something-went", "something-wnet");
    for (html, scripts, expected) in [
        (&*html, &[][..], "line 17: msg(\"something-wnet-wrong\") does not match a message"),
        (
            TRUNK_HTML,
            &[("boot/say.js", "\nmsg(\"coped\")")],
            "say.js: line 2: msg(\"coped\") does not match",
        ),
    ] {
        let error = try_published("pages-wordless", html, scripts, SITE, &SEEDS).err().unwrap();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn scripts_are_bundled_with_the_modules_that_they_import() {
    let published = published("pages-scripts", SITE, &SEEDS);
    let boot = published.script("boot");
    assert!(boot.starts_with("(() => {"), "{boot}");
    assert!(boot.contains("console.log(text)"), "{boot}");
    let tools = published.script("tools");
    assert!(tools.contains("export {\n  text\n};"), "{tools}");
    // So are the glue, and the modules that the program calls through it.
    assert!(boot.contains("`rows of ${url}`"), "{boot}");
    for script in [boot, tools, published.text("worker.js")] {
        assert!(!script.contains("import "), "{script}");
    }
    let left = published.files.keys().find(|path| {
        path.ends_with(".ts") || path.starts_with("snippets") || path.starts_with("scripts")
    });
    assert_eq!(left, None);
}

#[test]
fn the_service_worker_knows_the_hash_of_every_script() {
    let published = published("pages-worker", SITE, &SEEDS);
    let worker = published.text("worker.js");
    let files =
        worker.split_once("\"FILES\":").unwrap().1.split_once(",\"FILES_ON_DEMAND\":").unwrap().0;
    let files: BTreeMap<String, String> = serde_json::from_str(files).unwrap();
    for stem in ["boot", "tools"] {
        let (path, bytes) = published.asset(stem, ".js");
        assert_eq!(files.get(path), Some(&integrity(bytes)), "{path}");
    }
}

#[test]
fn every_file_that_a_page_names_exists_and_matches_its_hash() {
    let published = published("pages-files", SITE, &SEEDS);
    let mut named = BTreeSet::new();
    for (path, html) in published.pages() {
        for element in elements(html) {
            for later in ["data-program", "data-glue", "data-tools", "data-typefaces"] {
                let path = element.get(later).and_then(|path| path.strip_prefix("/papers/2026/"));
                named.extend(path.map(str::to_owned));
            }
            // The icon is within the page, and in a file for the manifest.
            let address = element
                .get("src")
                .or_else(|| element.get("href").filter(|_| element.name == "link"));
            let Some(address) = address else { continue };
            let Some(file) = address.strip_prefix("/papers/2026/") else {
                let is_known = address.starts_with("https://example.org/papers/2026/")
                    || address.starts_with("data:image/svg+xml,");
                assert!(is_known, "{address}");
                continue;
            };
            assert!(published.files.contains_key(file), "{path} names {file}");
            named.insert(file.to_owned());
            let loads = element.get("rel") == Some("stylesheet") || element.name == "script";
            assert_eq!(element.get("integrity").is_some(), loads, "{path}: {element:?}");
        }
    }
    // The stylesheet of the typefaces names the fonts and their licence.
    let typefaces = published.asset("typefaces", ".css").1;
    let typefaces = str::from_utf8(typefaces).unwrap();
    let hashed = published.files.keys().filter(|file| {
        let name = file.strip_prefix("assets/");
        name.is_some_and(|name| {
            !name.ends_with(".png") && !name.starts_with("icon-") && !typefaces.contains(name)
        })
    });
    // The tools name the library and the exporter, and the library names the importer. These name
    // their programs and data.
    let is_named_by_a_script = |file: &str| {
        let name = file.strip_prefix("assets/").unwrap_or(file);
        let mut scripts = published.files.iter().filter(|(path, _)| {
            path.starts_with("assets/") && path.ends_with(".js") && *path != file
        });
        scripts.any(|(_, script)| String::from_utf8_lossy(script).contains(name))
    };
    for file in hashed {
        let is_named = named.contains(file) || is_named_by_a_script(file);
        assert!(is_named, "no page and no script names {file}");
    }
    // None of Trunk's files is left.
    assert!(
        published.files.keys().all(|file| !file.contains("ac83d72b2d9061e0")),
        "{:?}",
        published.files.keys()
    );
    for (stem, expected) in [
        ("cuttings-", "@layer tokens, base;@layer base { a { color: red } }"),
        ("reading-", "@layer base { p { color: tan } }"),
    ] {
        let style =
            named.iter().find(|file| file.contains(stem) && file.ends_with(".css")).unwrap();
        assert_eq!(published.text(style), expected);
    }
    // The results page does not wait for the styles of articles.
    for (path, html) in published.pages() {
        let styles = |html: &str| html.matches("reading-").count();
        let template = r#"<template class="deferred"><link media="print" rel="stylesheet""#;
        let is_deferred = html.contains("<noscript><link") && html.contains(template);
        assert_eq!(is_deferred, path == "index.html", "{path}");
        assert_eq!(styles(html), if is_deferred { 2 } else { 1 }, "{path}");
    }
}

#[test]
fn publishing_is_deterministic() {
    let [one, other] = ["pages-one", "pages-other"].map(|test| published(test, SITE, &SEEDS));
    assert_eq!(one.files, other.files);
    assert_eq!(one.messages, other.messages);
}

#[test]
fn every_page_runs_one_inline_script_by_its_hash() {
    let published = published("pages-policy", SITE, &SEEDS);
    for (path, html) in published.pages() {
        let elements = elements(html);
        let policy =
            elements.iter().position(|element| element.get("http-equiv").is_some()).unwrap();
        let first = elements
            .iter()
            .position(|element| matches!(&element.name[..], "script" | "link" | "base"));
        assert!(policy < first.unwrap(), "{path}: the policy rules only what comes after it");
        let policy = elements[policy].get("content").unwrap();
        for part in [
            "default-src 'none'",
            &format!(
                "script-src 'self' 'wasm-unsafe-eval' '{}';",
                integrity(text_in(html, "script[data-program]").as_bytes())
            ),
            "style-src 'self';",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        for element in &elements {
            assert!(
                element
                    .attributes
                    .iter()
                    .all(|(name, _)| name != "style" && !name.starts_with("on")),
                "{element:?}"
            );
            assert_ne!(element.name, "style");
            if element.name == "script" {
                let data = element.get("type") == Some("application/ld+json");
                let is_known = element.get("src").or(element.get("data-program")).is_some();
                assert!(data || is_known, "{path}: {element:?}");
            }
        }
    }
}

#[test]
fn pages_that_trunk_serves_keep_its_script_and_have_no_policy() {
    let served = TRUNK_HTML.replace("<body>", "<body><script>reload()</script>");
    let published = try_published("pages-served", &served, &[], "", &SEEDS).unwrap();
    for (path, html) in published.pages() {
        assert!(html.contains("<script>reload()</script>"), "{path}");
        assert!(!html.contains("Content-Security-Policy"), "{path}");
    }
}

#[test]
fn missing_parts_are_reported() {
    for (trunk_html, seeds, expected) in [
        (TRUNK_HTML.replace("modulepreload", "other"), &SEEDS[..], "has no modulepreload link"),
        (TRUNK_HTML.replace("<base href=\"/papers/2026/\" />", ""), &SEEDS, "has no base"),
        (TRUNK_HTML.replace("id=\"page\"", ""), &SEEDS, "no #page"),
        (TRUNK_HTML.replace("base-f9d79a6169f2508c", "gone"), &SEEDS, "gone.css: No such file"),
        (TRUNK_HTML.to_owned(), &[], "contains no edition"),
    ] {
        let error = try_published("pages-missing", &trunk_html, &[], "", seeds).err().unwrap();
        assert!(error.contains(expected), "{error}");
    }
    let error = try_published(
        "pages-mistake",
        TRUNK_HTML,
        &[],
        "bas_url = \"https://example.org/\"",
        &SEEDS,
    )
    .err()
    .unwrap();
    assert!(
        error.contains("site.toml:1: error: There is no setting “bas_url”. Did you mean base_url?"),
        "{error}"
    );
}

#[test]
fn every_article_is_linked_without_javascript() {
    let many: Vec<(String, String)> = (0..75)
        .map(|nth| {
            (
                format!("{nth:03}.md"),
                format!("---\ntitle: Day {nth} <b>of</b> rain\n---\nIt rained.\n"),
            )
        })
        .collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (&name[..], &text[..])).collect();
    for (test, seeds, expected) in [("pages-few", &SEEDS[..], false), ("pages-many", &many, true)] {
        let published = published(test, SITE, seeds);
        assert_eq!(published.files.contains_key("headlines.html"), expected);
        assert_eq!(published.text("index.html").contains("headlines.html"), expected);
        let reached: BTreeSet<String> = ["index.html", "headlines.html"]
            .into_iter()
            .filter(|path| published.files.contains_key(*path))
            .flat_map(|path| elements(published.text(path)))
            .filter(|element| element.name == "a")
            .filter_map(|element| {
                Some(format!(
                    "{}index.html",
                    element
                        .get("href")?
                        .strip_prefix("./article/")
                        .map(|rest| format!("article/{rest}"))?
                ))
            })
            .collect();
        let articles: BTreeSet<String> = published
            .pages()
            .map(|(path, _)| path.to_owned())
            .filter(|path| path.starts_with("article/"))
            .collect();
        assert_eq!(articles.difference(&reached).count(), 0, "{:?}", articles.difference(&reached));
        assert_eq!(articles.len(), seeds.len());
    }
}
