//! Publishes a folder as Trunk leaves it and a folder of seeds, and reads the result.

use crate::files::{read_all, write};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cuttings_cli::publish::{Options, Profile, publish};
use cuttings_corpus::Corpus;
use cuttings_seeds::Contents;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use sha2::{Digest as _, Sha384};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::{ConstExpr, DataSection, Module};

/// `index.html` as Trunk writes it for this project.
pub(crate) const TRUNK_HTML: &str = r#"<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <base href="/papers/2026/" />
    <title>Cuttings</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="Articles to search, filter and read, all in this page." />
    <link rel="icon" href="/papers/2026/icon-77c1114a37ab909.svg" integrity="sha384-x"/>
    <!-- In the order of the cascade's layers; tokens.css declares it. -->
    <link rel="stylesheet" href="/papers/2026/tokens-1b0385893169a2f6.css" integrity="sha384-x"/>
    <link rel="stylesheet" href="/papers/2026/base-f9d79a6169f2508c.css" integrity="sha384-x"/>
    <link rel="stylesheet" href="/papers/2026/reader-2be3e0a2c4f1.css" integrity="sha384-x" media="print"/>

  <link rel="modulepreload" href="/papers/2026/cuttings-ac83d72b2d9061e0.js" crossorigin="anonymous"><link rel="modulepreload" href="/papers/2026/snippets/cuttings-52e1/src/js/rows.js" crossorigin="anonymous"><link rel="preload" href="/papers/2026/cuttings-ac83d72b2d9061e0_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>
  <body>
    <section id="notice" hidden>msg("something-went-wrong")</section>
    <div id="page"></div>
  </body>
</html>
"#;

/// The program's name.
const PROGRAM: &str = "cuttings-ac83d72b2d9061e0_bg.wasm";

/// Trunk's other files.
const FILES: [(&str, &str); 12] = [
    (
        "icon-77c1114a37ab909.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 2h24v28z"/></svg>"#,
    ),
    ("reader-2be3e0a2c4f1.css", "@layer base { p { color: tan } }"),
    ("tokens-1b0385893169a2f6.css", "@layer tokens, base;"),
    ("base-f9d79a6169f2508c.css", "@layer base { a { color: red } }"),
    (
        "cuttings-ac83d72b2d9061e0.js",
        "import { rows } from './snippets/cuttings-52e1/src/js/rows.js';\n\
         export default rows(new URL('cuttings-ac83d72b2d9061e0_bg.wasm', import.meta.url));",
    ),
    ("snippets/cuttings-52e1/src/js/rows.js", "export const rows = (url) => `rows of ${url}`;"),
    (
        "cuttings-explorer.js",
        "export const initSync = (options) => options;\nexport default \"the explorer\";",
    ),
    ("cuttings-explorer_bg.wasm", "the explorer"),
    ("cuttings-importer.js", "export const add = (files) => files.length;"),
    ("cuttings-importer_bg.wasm", "the importer"),
    ("cuttings-exporter.js", "export const file = (path) => path.length;"),
    ("cuttings-exporter_bg.wasm", "the exporter"),
];

/// The page's scripts.
const SCRIPTS: [(&str, &str); 10] = [
    (
        "boot.js",
        "import start from \"glue\";\nimport { say } from \"./boot/say.js\";\nsay(msg(\"copied\"), start);",
    ),
    ("boot/say.js", "export const say = (text) => console.log(text);"),
    ("boot/say.d.ts", "declare const checked: string;"),
    (
        "tools.js",
        "const hit = 1, hits = 2;\nexport const text = msg(\"hit-of\", { hit, hits }) + EXPORTER;",
    ),
    ("explorer.js", "export { initSync } from \"glue\";"),
    ("single-file.js", "console.log(1);"),
    ("library/library.js", "console.log(IMPORTER, EXPORTER);"),
    (
        "exporter/exporter.js",
        "import { file } from \"exporter-glue\";\nconsole.log(file(EXPORTER_PROGRAM));",
    ),
    (
        "importer/importer.js",
        "import { add } from \"importer-glue\";\nconsole.log(add(IMPORTER_PROGRAM), NAMES);",
    ),
    ("worker/worker.js", "console.log(EDITION, FILES);"),
];

/// The page's typefaces.
const TYPEFACES: [(&str, &str); 4] = [
    ("typefaces.css", "@font-face{src:url(a-latin.woff2)}@font-face{src:url(a-greek.woff2)}"),
    ("a-latin.woff2", "abc"),
    ("a-greek.woff2", "αβγ"),
    ("licence.txt", "Everyone may use these letters."),
];

/// A site with every setting.
pub(crate) const SITE: &str = r#"
title = "Harbour Papers"
description = "Clippings on sand & ships."
base_url = "https://example.org/papers/2026/"
date = 2026-11-22
language = "en-GB"
"#;

/// Two articles.
pub(crate) const SEEDS: [(&str, &str); 2] = [
    (
        "a.md",
        "---\ntitle: Ferry returns to the northern route\nsection: Coast\nstandfirst: After nine years the ferry is back\n\
         author: Ada Okonkwo\ndate: 2024-05-16\n---\nThe first boat left at dawn.\n\n## What it costs\n\nTwelve crowns.\n",
    ),
    (
        "b.md",
        "---\ntitle: Fähre nach Norden\nsection: Küste\nlang: de\n---\nDie Fähre fährt wieder.\n",
    ),
];

/// A published edition.
pub(crate) struct Published {
    /// Every file by its path.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The messages for whoever builds.
    pub(crate) messages: Vec<String>,
}

/// Publishes seeds, with a `site.toml` unless it is empty.
#[track_caller]
pub(crate) fn published(test: &str, site: &str, seeds: &[(&str, &str)]) -> Published {
    try_published(test, TRUNK_HTML, &[], site, seeds).unwrap()
}

/// Publishes seeds after a change of what was parsed.
#[track_caller]
pub(crate) fn published_after(
    test: &str,
    site: &str,
    seeds: &[(&str, &str)],
    change: fn(&mut Corpus),
) -> Published {
    publish_changed(test, TRUNK_HTML, &[], site, seeds, change).unwrap()
}

/// Publishes seeds with another `index.html` of Trunk's, and with additional or replaced scripts.
pub(crate) fn try_published(
    test: &str,
    trunk_html: &str,
    scripts: &[(&str, &str)],
    site: &str,
    seeds: &[(&str, &str)],
) -> Result<Published, String> {
    publish_changed(test, trunk_html, scripts, site, seeds, |_| {})
}

fn publish_changed(
    test: &str,
    trunk_html: &str,
    scripts: &[(&str, &str)],
    site: &str,
    seeds: &[(&str, &str)],
    change: fn(&mut Corpus),
) -> Result<Published, String> {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&root);
    let (folder, from) = (root.join("dist"), root.join("seeds"));
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(&from).unwrap();
    for (name, text) in FILES.into_iter().chain([("index.html", trunk_html)]) {
        write(&folder.join(name), text);
    }
    let sources = root.join("js");
    for (name, text) in SCRIPTS.iter().chain(scripts) {
        write(&sources.join(name), text);
    }
    let typefaces = root.join("typefaces");
    for (name, text) in TYPEFACES {
        write(&typefaces.join(name), text);
    }
    for (name, text) in seeds {
        fs::write(from.join(name), text).unwrap();
    }
    if !site.is_empty() {
        fs::write(from.join("site.toml"), site).unwrap();
    }
    fs::write(folder.join(PROGRAM), program(&root, &from, change)).unwrap();
    let options = Options {
        root,
        seeds: from,
        folder: folder.clone(),
        scripts: sources,
        typefaces,
        profile: Profile::Development,
        pictures: true,
        single: None,
    };
    let messages = publish(&options).map_err(|error| error.to_string())?;
    Ok(Published { files: read_all(&folder), messages })
}

/// A program with the edition of a folder in its data, or with nothing if it makes no edition.
fn program(root: &Path, folder: &Path, change: fn(&mut Corpus)) -> Vec<u8> {
    let mut data = DataSection::new();
    if let Ok(Contents { mut corpus, site, .. }) = cuttings_seeds::read_contents(root, folder) {
        change(&mut corpus);
        if let Ok(edition) = cuttings_edition_builder::build(&corpus, &site) {
            data.active(0, &ConstExpr::i32_const(1024), edition);
        }
    }
    let mut module = Module::new();
    module.section(&data);
    module.finish()
}

impl Published {
    /// Returns the text of a file.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes =
            self.files.get(path).unwrap_or_else(|| panic!("no {path} in {:#?}", self.files.keys()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Returns the path and the content of the hashed file with this stem and extension.
    #[track_caller]
    pub(crate) fn asset(&self, stem: &str, extension: &str) -> (&str, &[u8]) {
        let start = format!("assets/{stem}-");
        let found = self
            .files
            .iter()
            .find(|(path, _)| path.starts_with(&start) && path.ends_with(extension));
        let (path, bytes) = found.unwrap_or_else(|| panic!("no {start}….{extension}"));
        (path, bytes)
    }

    /// Returns the text of a hashed script.
    #[track_caller]
    pub(crate) fn script(&self, stem: &str) -> &str {
        std::str::from_utf8(self.asset(stem, ".js").1).unwrap()
    }

    /// Returns all pages with their paths.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .keys()
            .filter(|path| path.ends_with(".html"))
            .map(|path| (path.as_str(), self.text(path)))
    }
}

/// An element of a page as a browser reads it: its name, and its attributes with their values as
/// text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Returns all elements of a page.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let found = RefCell::new(Vec::new());
    rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(element!("*", |element| {
            let attributes = element.attributes().iter();
            let attributes = attributes
                .map(|attribute| (attribute.name(), unescaped(&attribute.value())))
                .collect();
            found.borrow_mut().push(Element { name: element.tag_name(), attributes });
            Ok(())
        })),
    )
    .unwrap();
    found.into_inner()
}

/// Returns the text in the elements that a selector matches.
pub(crate) fn text_in(html: &str, selector: &str) -> String {
    let found = RefCell::new(String::new());
    rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(text!(selector, |piece| {
            found.borrow_mut().push_str(piece.as_str());
            Ok(())
        })),
    )
    .unwrap();
    found.into_inner()
}

/// Replaces the character references that this project writes.
pub(crate) fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for (reference, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        text = text.replace(reference, character);
    }
    text
}

/// Returns the hash of some bytes as `integrity` attributes contain it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
