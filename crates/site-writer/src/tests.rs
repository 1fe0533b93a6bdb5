//! Tests of a site around a small edition.

use super::*;
use cuttings_corpus::{self as seeds, Site};
use cuttings_diagnostics::SourceFile;
use insta::assert_snapshot;
use std::io::Read as _;
use zip::ZipArchive;

/// The worker of a site under `/papers/` with an edition in parts.
const WORKER: &str = concat!(
    r#"const{EDITION,DATA,TITLE,SHELL,HEADERS,FILES,FILES_ON_DEMAND,EXPLORER,PARTS,LARGE}="#,
    r#"{"EDITION":"1a","DATA":"?2b","TITLE":"News &amp; Views","SHELL":"<html><base href=\"/papers/\" />"#,
    r#"<title>News &amp; Views</title><script data-program=\"/papers/assets/cuttings-3c.wasm\" "#,
    r#"data-edition=\"/papers/assets/edition-2b.bin\" data-files-of=\"9\"></script>"#,
    r#"<script src=\"/papers/assets/boot-4d.js\" data-languages=\"/papers/assets/messages-5e/ ar de\" "#,
    r#"data-worker=\"/papers/worker.js\" data-offline=\"6\"></script>"#,
    r#"<link href=\"/papers/assets/icon-180.png\"><div id=\"still\"><h1><a href=\"./\">News &amp; Views</a></h1>"#,
    r#"<div class=\"page\"></div></div></html>","HEADERS":{"Content-Type":"text/html","X":"y"},"#,
    r#""FILES":{"article/old/cite.json?2b":"sha384-a","assets/boot-4d.js":"sha384-b","#,
    r#""assets/cuttings-3c.wasm":"sha384-c","assets/edition-2b.bin":"","items.json?2b":"sha384-d"},"#,
    r#""EXPLORER":[["timeline"],"assets/explorer-6f.wasm","assets/explorer-7a.js"],"#,
    r#""FILES_ON_DEMAND":{"assets/messages-5e/de.txt":"sha384-e"},"PARTS":["assets/edition-2b",7],"LARGE":true};"#,
    "\nself.start();"
);

const MANIFEST: &str =
    r#"{"name":"News","description":"Old","icons":[{"src":"assets/icon-192.png"}],"scope":"./"}"#;

const WORDS: Words<'_> =
    Words { title: "Coast <1>", alerts: ["Note", "Tip", "Important", "Warning", "Caution"] };

fn edition() -> Vec<u8> {
    let ferry = "---\ntitle: The Ferry & Co\nlang: de\n---\n\nSee [the quay](quay.md), <b>\n\n> [!TIP]\n> Go.\n";
    let files = [
        SourceFile { name: "ferry.md", bytes: ferry.as_bytes() },
        SourceFile { name: "quay.md", bytes: b"# The Quay\n\nStone.\n" },
    ];
    cuttings_edition_builder::build(&seeds::parse(&files), &Site::default()).unwrap()
}

/// Returns the files of the site of the edition, by their paths.
fn site() -> Vec<(String, String)> {
    let template = Template::read(WORKER, MANIFEST).unwrap();
    let bytes = edition();
    let edition = Edition::open(&bytes).unwrap();
    let files = [("assets/boot-4d.js".to_owned(), b"boot".to_vec())];
    let archive = archive(&template, &edition, &bytes, &WORDS, files).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut bytes = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        (name, String::from_utf8_lossy(&bytes).into_owned())
    };
    names.into_iter().map(read).collect()
}

fn text(path: &str) -> String {
    site().into_iter().find(|(name, _)| name == path).map(|(_, text)| text).unwrap_or_default()
}

#[test]
fn the_files_of_a_template_belong_to_no_edition() {
    let template = Template::read(WORKER, MANIFEST).unwrap();
    assert_eq!(
        template.files(),
        [
            "assets/boot-4d.js",
            "assets/cuttings-3c.wasm",
            "assets/icon-180.png",
            "assets/icon-192.png",
            "assets/messages-5e/de.txt",
        ]
    );
}

#[test]
fn a_site_has_a_page_for_each_route() {
    let names: Vec<String> = site().into_iter().map(|(name, _)| name).collect();
    assert_snapshot!(names.join("\n"), @r##"
    index.html
    names/index.html
    saved/index.html
    timeline/index.html
    article/the-ferry-co/index.html
    article/the-ferry-co/article.txt
    article/the-ferry-co/cite.json
    article/the-quay/index.html
    article/the-quay/article.txt
    article/the-quay/cite.json
    items.json
    versions.json
    worker.js
    manifest.webmanifest
    _headers
    .htaccess
    assets/edition-1f289d985392bc02.bin
    assets/boot-4d.js
    "##);
}

#[test]
fn pages_have_their_text_and_relative_addresses() {
    assert_snapshot!(text("index.html"), @r##"<html data-title="Coast &lt;1&gt;"><base href="./" /><title>Coast &lt;1&gt;</title><script data-program="assets/cuttings-3c.wasm" data-edition="assets/edition-1f289d985392bc02.bin"></script><script src="assets/boot-4d.js" data-languages="assets/messages-5e/ ar de" data-worker="worker.js"></script><link href="assets/icon-180.png"><div id="still"><h1><a href="./">Coast &lt;1&gt;</a></h1><div class="page"><main id="main"><ul><li><a href="article/the-ferry-co/">The Ferry &amp; Co</a></li><li><a href="article/the-quay/">The Quay</a></li></ul></main></div></div></html>"##);
    assert!(text("timeline/index.html").contains(concat!(
        r#" data-program="assets/explorer-6f.wasm" data-glue="assets/explorer-7a.js""#,
        r#" data-page-program="assets/cuttings-3c.wasm" data-edition="#
    )));
    assert_snapshot!(text("article/the-ferry-co/index.html"), @r##"<html data-title="Coast &lt;1&gt;"><base href="../../" /><title>The Ferry &amp; Co – Coast &lt;1&gt;</title><meta name="description" content="See the quay,"><script data-program="assets/cuttings-3c.wasm" data-edition="assets/edition-1f289d985392bc02.bin"></script><script src="assets/boot-4d.js" data-languages="assets/messages-5e/ ar de" data-worker="worker.js"></script><link href="assets/icon-180.png"><div id="still"><h1><a href="./">Coast &lt;1&gt;</a></h1><div class="page"><main id="main"><article lang="de"><h1>The Ferry &amp; Co</h1><p>See <a href="article/the-quay/">the quay</a>,</p><blockquote><p><strong>Tip</strong></p><p>Go.</p></blockquote></article></main></div></div></html>"##);
}

#[test]
fn the_worker_keeps_the_files_of_the_new_edition() {
    assert_snapshot!(text("worker.js"), @r##"
    const{EDITION,DATA,TITLE,SHELL,HEADERS,FILES,FILES_ON_DEMAND,EXPLORER,PARTS,LARGE}={"DATA":"?1f289d985392bc02","EDITION":"0d746051f383f3d4","EXPLORER":[["timeline"],"assets/explorer-6f.wasm","assets/explorer-7a.js"],"FILES":{"assets/boot-4d.js":"sha384-b","assets/cuttings-3c.wasm":"sha384-c","assets/edition-1f289d985392bc02.bin":""},"FILES_ON_DEMAND":{"assets/messages-5e/de.txt":"sha384-e"},"HEADERS":{"Content-Type":"text/html","X":"y"},"LARGE":false,"PARTS":["assets/edition-1f289d985392bc02",0],"SHELL":"<html data-title=\"Coast &lt;1&gt;\"><base href=\"../\" /><title>Coast &lt;1&gt;</title><script data-program=\"assets/cuttings-3c.wasm\" data-edition=\"assets/edition-1f289d985392bc02.bin\"></script><script src=\"assets/boot-4d.js\" data-languages=\"assets/messages-5e/ ar de\" data-worker=\"worker.js\"></script><link href=\"assets/icon-180.png\"><div id=\"still\"><h1><a href=\"./\">Coast &lt;1&gt;</a></h1><div class=\"page\"></div></div></html>","TITLE":"Coast &lt;1&gt;"};
    self.start();
    "##);
    let again = Template::read(&text("worker.js"), &text("manifest.webmanifest")).unwrap();
    assert_eq!(again.files(), Template::read(WORKER, MANIFEST).unwrap().files());
}

#[test]
fn the_manifest_has_the_title() {
    assert_snapshot!(text("manifest.webmanifest"), @r##"{"icons":[{"src":"assets/icon-192.png"}],"name":"Coast <1>","scope":"./","short_name":"Coast <1>"}"##);
}

#[test]
fn other_files_are_no_template() {
    for worker in ["", "const EDITION=1;\n", "const{A}={};\nx", "const{A}={\"SHELL\":1};\nx"] {
        assert_eq!(
            Template::read(worker, MANIFEST).unwrap_err(),
            TemplateError::Worker,
            "{worker}"
        );
    }
    assert_eq!(Template::read(WORKER, "[]").unwrap_err(), TemplateError::Manifest);
}

#[test]
fn data_stay_within_their_elements() {
    let bytes = edition();
    let elements = data_elements(&Edition::open(&bytes).unwrap());
    assert_eq!(elements.matches("<script").count(), 3);
    assert_eq!(elements.matches('<').count(), 6, "{elements}");
    assert!(elements.contains(r#"data-file="article/the-ferry-co/cite.json""#), "{elements}");
}

#[test]
fn hosts_learn_the_headers_and_the_caching() {
    assert_snapshot!(text("_headers"), @r#"
    # Read by Netlify and Cloudflare Pages; of no meaning to other hosts.
    /*
      X: y
    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    /pictures/*
      Cache-Control: public, max-age=31536000, immutable
    "#);
    assert_snapshot!(text(".htaccess"), @r#"
    # Read by Apache where AllowOverride permits it; of no meaning to other hosts.
    Options -Indexes
    DirectoryIndex index.html

    AddType application/wasm .wasm
    AddType font/woff2 .woff2
    AddType text/javascript .js
    AddType application/manifest+json .webmanifest
    AddType image/avif .avif
    AddType image/webp .webp
    AddCharset utf-8 .html .css .js .txt .xml .svg .json .webmanifest

    <IfModule mod_headers.c>
      Header always set X "y"
      Header always set Cache-Control "no-cache"
      Header always set Cache-Control "public, max-age=31536000, immutable" "expr=%{REQUEST_URI} =~ m#/(assets|pictures)/#"
      Header append Vary Accept-Encoding
    </IfModule>

    <IfModule mod_deflate.c>
      <IfModule mod_filter.c>
        AddOutputFilterByType DEFLATE text/html text/plain application/json text/css text/javascript application/wasm application/octet-stream application/manifest+json image/svg+xml
      </IfModule>
    </IfModule>
    "#);
}
