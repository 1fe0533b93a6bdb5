//! A small folder of articles, published with a page of a few bytes.

use crate::files::{self, Written};
use cuttings_cli::progress::Silent;
use cuttings_cli::publish::{FolderOptions, publish_folder};
use std::fs;
use std::path::{Path, PathBuf};

/// The page that is published with each edition, as `make dist` keeps it.
const PAGE: [(&str, &str); 20] = [
    (
        "shell.html",
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><base href=\"/\"></head>\
         <body><div id=\"page\"></div></body></html>",
    ),
    ("style.css", "a{color:red}"),
    ("reading.css", "p{color:tan}"),
    ("boot.js", "console.log(1);"),
    ("tools.js", "export const text = 1;"),
    ("library.js", "console.log(IMPORTER, EXPORTER);"),
    ("explorer.js", "export const initSync = 1;"),
    ("explorer.wasm", "no explorer"),
    ("single-boot.js", "console.log(1);"),
    ("importer.js", "console.log(IMPORTER_PROGRAM, NAMES);"),
    ("importer.wasm", "no importer"),
    ("exporter.js", "console.log(EXPORTER_PROGRAM);"),
    ("exporter.wasm", "no exporter"),
    ("worker.js", "console.log(EDITION, FILES);"),
    ("single-file.js", "console.log(2);"),
    ("program.wasm", "no program"),
    (
        "icon.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 2h24v28z"/></svg>"#,
    ),
    ("typefaces.css", "@font-face{src:url(a-latin.woff2)}"),
    ("typefaces.txt", "Licence"),
    ("fonts/a-latin.woff2", "abc"),
];

/// The settings of the folder.
pub(crate) const SITE: &str =
    "title = \"Harbour Papers\"\nbase_url = \"https://example.org/papers/\"\n";

/// Folders for one test, with a folder of articles.
pub(crate) struct Test {
    pub(crate) root: PathBuf,
}

impl Test {
    /// Creates the folders, with three articles.
    pub(crate) fn new(name: &str) -> Test {
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        let test = Test { root };
        for (name, text) in PAGE {
            test.write(&format!("page/{name}"), text);
        }
        test.write("articles/site.toml", SITE);
        for (number, text) in
            ["The first boat left.", "It rained.", "Prices rose."].iter().enumerate()
        {
            let text =
                format!("---\ntitle: Day {number}\ndate: 2024-05-0{}\n---\n{text}\n", number + 1);
            test.write(&format!("articles/{number}.md"), &text);
        }
        test
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, text: &str) {
        files::write(&self.root.join(name), text);
    }

    /// Publishes the articles into a folder, and returns all files in it.
    pub(crate) fn publish(&self, folder: &str) -> Written {
        self.publish_with(folder, false)
    }

    /// Does the same for readers or as a preview.
    pub(crate) fn publish_with(&self, folder: &str, preview: bool) -> Written {
        self.publish_remembered(folder, preview, None)
    }

    /// Does the same with a cache.
    pub(crate) fn publish_remembered(
        &self,
        folder: &str,
        preview: bool,
        cache: Option<&Path>,
    ) -> Written {
        let to = self.root.join(folder);
        let options = FolderOptions {
            folder: &self.root.join("articles"),
            site: Some(&to),
            base_url: None,
            single: None,
            page: Some(&self.root.join("page")),
            preview,
            part_sizes: None,
            cache,
            progress: &Silent,
        };
        publish_folder(&options).unwrap();
        files::read_all(&to)
    }
}
