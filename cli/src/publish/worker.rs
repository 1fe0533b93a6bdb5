//! Adds the service worker: `src/js/worker`, preceded by the name of the edition and the files that
//! belong to it.

use crate::publish::files::{File, Files, Kind};
use crate::publish::messages::in_script;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;

/// The path of the worker. It is at the base, because a worker serves nothing above its folder, and
/// its name is fixed, because browsers check it for updates.
pub(crate) const PATH: &str = "worker.js";

/// Adds the worker that keeps `files`, from its bundled script. Only configuration for hosts may be
/// added after it.
///
/// # Errors
/// If the script asks for a message that does not exist.
pub(crate) fn add(worker: &str, files: &mut Files) -> io::Result<()> {
    let script = in_script(worker)?;
    // The edition's name depends on the script, too: the same files with another worker are another
    // edition.
    files.add(PATH, Kind::JavaScript, script.as_str());
    let edition = files.edition_id();
    files.add(PATH, Kind::JavaScript, [&declarations(&edition, files), &*script].concat());
    Ok(())
}

/// Returns the declarations of the edition's name, and of the hash of each file that readers need
/// offline, by its URL relative to the base: first those that are always kept, then those that are
/// kept once they were requested.
fn declarations(edition: &str, files: &Files) -> String {
    let hashes = |is_wanted: fn(Kind) -> bool| {
        let wanted = files.iter().filter(|(path, file)| *path != PATH && is_wanted(file.kind));
        let wanted: Vec<(&str, &File)> = wanted.collect();
        let hashes: BTreeMap<String, String> =
            wanted.into_par_iter().map(|(path, file)| (url(path), file.integrity())).collect();
        // JSON has the same meaning in JavaScript.
        serde_json::json!(hashes)
    };
    let kept = hashes(Kind::is_needed_offline);
    let on_demand = hashes(|kind| kind == Kind::OnDemandFont);
    format!("const EDITION=\"{edition}\",FILES={kept},FILES_ON_DEMAND={on_demand};\n")
}

/// Returns the URL of a path. A folder's page has the URL of the folder: some hosts redirect there
/// from its file name.
fn url(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    #[test]
    fn declares_what_readers_need_offline() {
        let mut files = Files::default();
        files.add("index.html", Kind::Html, "all");
        files.add("article/one/index.html", Kind::Html, "one");
        files.add("article/my-index.html", Kind::Html, "other");
        files.add("_headers", Kind::Text, "for the host");
        files.add("assets/greek.woff2", Kind::OnDemandFont, "αβγ");
        let declarations = declarations("this one", &files).replace(',', ",\n");
        assert_snapshot!(declarations, @r#"
        const EDITION="this one",
        FILES={"":"sha384-U4/G/rSOGvWP1KZ1WG3s2bQHPjmsEUw6QDDDnhNE3VQGIm9BNlmeBwN7NIrZauHF",
        "article/my-index.html":"sha384-cA2k5ShGbDszTFJ5DCwUz0SM78jrtzK+xEyMQFDiO7NqJbEU9UCtZBjvgxiEUqsK",
        "article/one/":"sha384-Xby+2wDRMaKeBZP5dvK0N5QpOSORmtQnZt6Bf+yCSmJieZ/sjQTLmxfEjo6ukSZY"},
        FILES_ON_DEMAND={"assets/greek.woff2":"sha384-R3bVnedPbL0Cb16lUArWeo6om24Fz1HwSaM6T1MYjNOEdGiDngKfkHyAL5Bial1R"};
        "#);
    }
}
