//! Adds the service worker: `src/js/worker`, preceded by the name of the edition, the files that it
//! keeps, and the page that it answers with when the host does not.

use crate::publish::assets::Assets;
use crate::publish::escape::{escaped, line};
use crate::publish::files::{File, Files, Kind};
use crate::publish::host_config::headers;
use crate::publish::messages::{Texts, in_script};
use cuttings::store::exploration::ExplorationKind;
use rayon::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::io;

/// The path of the worker. It is at the base, because a worker serves nothing above its folder, and
/// its name is fixed, because browsers check it for updates.
pub(crate) const PATH: &str = "worker.js";

/// The bytes of transfer up to which an edition is kept without asking.
const KEPT_BY_ITSELF: usize = 5_000_000;

/// The number of bytes that readers call a megabyte.
const MEGABYTE: usize = 1_000_000;

/// The largest number of files of single pages that are kept without asking. Each is a request.
const PAGE_FILES_KEPT: usize = 200;

/// Adds the worker that keeps `files`, from its bundled script. It answers with `shell`, a page
/// without its content, when the host does not, and replaces `title`, the name of the site in it,
/// on the pages of the reader's own collections. Only configuration for hosts may be added after
/// it.
///
/// # Errors
/// If the script asks for a message that does not exist, or a file cannot be compressed.
pub(crate) fn add(
    worker: &str,
    assets: &Assets,
    title: &str,
    shell: &str,
    files: &mut Files,
) -> io::Result<()> {
    let script = in_script(worker, Texts::Fixed)?;
    // The edition's name depends on the script, too: the same files with another worker are another
    // edition.
    files.add(PATH, Kind::JavaScript, script.as_str());
    let edition = files.edition_id();
    let declarations = declarations(&edition, assets, title, shell, files)?;
    files.add(PATH, Kind::JavaScript, [&declarations, &*script].concat());
    Ok(())
}

/// Returns the megabytes of an offline copy if the page asks before it is kept.
///
/// # Errors
/// If a file cannot be compressed.
pub(crate) fn asks_for(files: &Files) -> io::Result<Option<usize>> {
    let bytes = copy_size(files)?;
    Ok((bytes > KEPT_BY_ITSELF).then(|| bytes.div_ceil(MEGABYTE)))
}

/// Returns the bytes that an offline copy transfers: everything that is named by its content and
/// needed offline, compressed as most hosts do.
fn copy_size(files: &Files) -> io::Result<usize> {
    let counted = files.iter().filter(|(_, File { kind, hashed, .. })| {
        *hashed && (kind.is_needed_offline() || matches!(kind, Kind::Part { .. }))
    });
    let counted: Vec<&File> = counted.map(|(_, file)| file).collect();
    counted.into_par_iter().map(File::packed_size).sum()
}

/// Returns what the script finds declared (`src/js/worker/globals.d.ts`). The edition and its parts
/// have checksums of their own and no hash here, because the browser sees other bytes of them if
/// the host sends their copies.
fn declarations(
    edition: &str,
    assets: &Assets,
    title: &str,
    shell: &str,
    files: &Files,
) -> io::Result<String> {
    let is_large = asks_for(files)?.is_some();
    let page_files = files.iter().filter(|(_, file)| is_page_data(file)).count();
    let keeps_page_data = !is_large && page_files <= PAGE_FILES_KEPT;
    let data = data_query(assets);
    let hashes = |is_wanted: &(dyn Fn(&File) -> bool + Sync)| {
        let wanted = files.iter().filter(|(path, file)| *path != PATH && is_wanted(file));
        let wanted: Vec<(&str, &File)> = wanted.collect();
        let hashes: BTreeMap<String, String> = wanted
            .into_par_iter()
            .map(|(path, file)| {
                let query = if file.kind == Kind::OnDemandData { &*data } else { "" };
                ([path, query].concat(), hash(file))
            })
            .collect();
        json!(hashes)
    };
    let is_data = |file: &File| file.kind == Kind::OnDemandData;
    let is_kept_data = |file: &File| {
        is_data(file) && !is_large && file.is_shared || is_page_data(file) && keeps_page_data
    };
    let kept = hashes(&|file| file.kind.is_needed_offline() || is_kept_data(file));
    let on_demand = hashes(&|file| {
        matches!(file.kind, Kind::OnDemandCode | Kind::OnDemandFont | Kind::OnDemandMessages)
            || is_data(file) && file.is_shared && is_large
    });
    let parts = json!([
        assets.edition.as_deref().and_then(|path| path.strip_suffix(".bin")).unwrap_or_default(),
        files.iter().filter(|(_, file)| matches!(file.kind, Kind::Part { .. })).count(),
    ]);
    let explored = ExplorationKind::ALL.map(ExplorationKind::key);
    let explorer = (explored, &assets.explorer, &assets.explorer_glue);
    let html = ("Content-Type", "text/html; charset=utf-8".to_owned());
    let headers: BTreeMap<&str, String> = headers().into_iter().chain([html]).collect();
    let values = [
        ("EDITION", json!(edition)),
        ("DATA", json!(data)),
        ("TITLE", json!(escaped(&line(title)))),
        ("SHELL", json!(shell)),
        ("HEADERS", json!(headers)),
        ("FILES", kept),
        ("FILES_ON_DEMAND", on_demand),
        ("EXPLORER", json!(explorer)),
        ("PARTS", parts),
        ("LARGE", json!(is_large)),
    ];
    // As JSON, in one line, because `cuttings-site-writer` reads it again.
    let names = values.each_ref().map(|(name, _)| *name).join(",");
    let values = values.map(|(name, value)| format!("\"{name}\":{value}")).join(",");
    Ok(format!("const{{{names}}}={{{values}}};\n"))
}

/// Returns true for data of a single page.
fn is_page_data(file: &File) -> bool {
    file.kind == Kind::OnDemandData && !file.is_shared
}

/// Returns the query that tells the data of two editions apart: the hash in the name of the
/// edition, or of the program that contains it. The tools take it from there, too
/// (`src/js/tools/published-data.js`).
fn data_query(assets: &Assets) -> String {
    let path = assets.edition.as_ref().unwrap_or(&assets.program);
    ["?", path.rsplit(['-', '.']).nth(1).unwrap_or_default()].concat()
}

/// Returns the hash that a file is checked by, or an empty text.
fn hash(file: &File) -> String {
    if file.kind.is_packed() { String::new() } else { file.integrity() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    /// The files of a small edition with one article, and their names.
    fn files() -> (Files, Assets) {
        let mut files = Files::default();
        files.add("index.html", Kind::Html, "all");
        files.add_of_page("article/one/index.html".into(), Kind::Html, "one");
        files.add_of_page("article/one/cite.json".into(), Kind::OnDemandData, "[]");
        files.add("items.json", Kind::OnDemandData, "{}");
        files.add("_headers", Kind::HostConfig, "for the host");
        files.add_media("assets/edition-1f.bin", Kind::Edition, "packed");
        files.add_media("assets/edition-1f/1.bin", Kind::Part { is_copied: true }, "packed");
        files.add_media("assets/greek.woff2", Kind::OnDemandFont, "αβγ");
        files.add_media("media/boat.svg", Kind::Drawing, "<svg/>");
        let edition = Some("assets/edition-1f.bin".to_owned());
        let assets = Assets {
            edition,
            program: "assets/cuttings-2e.wasm".into(),
            explorer: "assets/explorer-3d.wasm".into(),
            explorer_glue: "assets/explorer-4c.js".into(),
            ..Assets::default()
        };
        (files, assets)
    }

    /// Returns declared values, one a line, without the headers.
    fn declared(files: &Files, assets: &Assets) -> String {
        let text = declarations("this one", assets, "A & B", "<p>\"shell\"", files).unwrap();
        let (_, values) = text.split_once("}=").unwrap();
        let (before, after) = values.split_once("\"HEADERS\":").unwrap();
        let (_, after) = after.split_once("},").unwrap();
        [before, after].concat().replace(",\"", ",\n\"")
    }

    #[test]
    fn keeps_what_pages_are_made_from_and_no_page() {
        let (files, assets) = files();
        assert_snapshot!(declared(&files, &assets), @r#"
        {"EDITION":"this one",
        "DATA":"?1f",
        "TITLE":"A &amp; B",
        "SHELL":"<p>\"shell\"",
        "FILES":{"article/one/cite.json?1f":"sha384-ViEJsFTLRCj8U2B7EHwKzfkd5DS5kKApX1Fu8qrXnvyQIjiUTnbULyG89xC/pMVU",
        "assets/edition-1f.bin":"",
        "items.json?1f":"sha384-0qI7x4Pjqjj0AeE8dIhQUTfElUp/2IMx8Vl8X/cREdyAfHNwpbKCxtpUHFbt5p8w"},
        "FILES_ON_DEMAND":{"assets/greek.woff2":"sha384-R3bVnedPbL0Cb16lUArWeo6om24Fz1HwSaM6T1MYjNOEdGiDngKfkHyAL5Bial1R"},
        "EXPLORER":[["timeline",
        "trends",
        "places",
        "together",
        "quotes",
        "figures",
        "stories",
        "lists",
        "since"],
        "assets/explorer-3d.wasm",
        "assets/explorer-4c.js"],
        "PARTS":["assets/edition-1f",1],
        "LARGE":false};
        "#);
    }

    #[test]
    fn a_large_edition_is_kept_as_it_is_used() {
        let (mut files, assets) = files();
        files.add_media(
            "assets/edition-1f/2.bin",
            Kind::Part { is_copied: true },
            vec![0; KEPT_BY_ITSELF],
        );
        assert_eq!(asks_for(&files).unwrap(), Some(6));
        assert_snapshot!(declared(&files, &assets), @r#"
        {"EDITION":"this one",
        "DATA":"?1f",
        "TITLE":"A &amp; B",
        "SHELL":"<p>\"shell\"",
        "FILES":{"assets/edition-1f.bin":""},
        "FILES_ON_DEMAND":{"assets/greek.woff2":"sha384-R3bVnedPbL0Cb16lUArWeo6om24Fz1HwSaM6T1MYjNOEdGiDngKfkHyAL5Bial1R",
        "items.json?1f":"sha384-0qI7x4Pjqjj0AeE8dIhQUTfElUp/2IMx8Vl8X/cREdyAfHNwpbKCxtpUHFbt5p8w"},
        "EXPLORER":[["timeline",
        "trends",
        "places",
        "together",
        "quotes",
        "figures",
        "stories",
        "lists",
        "since"],
        "assets/explorer-3d.wasm",
        "assets/explorer-4c.js"],
        "PARTS":["assets/edition-1f",2],
        "LARGE":true};
        "#);
    }

    #[test]
    fn the_data_of_many_pages_is_kept_as_it_is_used() {
        let (mut files, assets) = files();
        for page in 0..PAGE_FILES_KEPT {
            files.add_of_page(format!("article/{page}/cite.json"), Kind::OnDemandData, "[]");
        }
        assert!(!declared(&files, &assets).contains("cite.json"));
        assert!(declared(&files, &assets).contains("items.json"));
    }

    #[test]
    fn without_a_separate_edition_the_program_names_the_data() {
        let (_, assets) = files();
        assert_eq!(data_query(&assets), "?1f");
        assert_eq!(data_query(&Assets { edition: None, ..assets }), "?2e");
    }

    #[test]
    fn the_size_counts_bytes_as_they_are_transferred() {
        let (mut files, _) = files();
        let before = copy_size(&files).unwrap();
        files.add_media("assets/a.js", Kind::JavaScript, "let a = 1;".repeat(100_000));
        files.add("article/two/index.html", Kind::Html, vec![0; KEPT_BY_ITSELF]);
        let script = copy_size(&files).unwrap() - before;
        assert!((100..10_000).contains(&script), "{script}");
        assert_eq!(asks_for(&files).unwrap(), None);
        files.add_media("assets/b.woff2", Kind::Font, vec![0; 1000]);
        assert_eq!(copy_size(&files).unwrap(), before + script + 1000);
    }
}
