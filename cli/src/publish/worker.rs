//! The service worker's script: `src/js/worker`, told which edition it keeps and what belongs to it.

use crate::publish::esbuild::Format;
use crate::publish::files::{Files, Kind};
use crate::publish::scripts::Scripts;
use std::collections::BTreeMap;
use std::io;

/// Where it is: at the base, since a worker serves nothing above the folder that it lies in, and always by this name, by
/// which browsers ask whether there is another.
pub(crate) const PATH: &str = "worker.js";

/// Adds the worker that keeps `files`. Only what a host itself reads may be added after it.
///
/// # Errors
/// If the script cannot be bundled.
pub(crate) fn add(scripts: &Scripts, files: &mut Files) -> io::Result<()> {
    let script = scripts.bundle("worker/worker.js", Format::Classic)?;
    // The edition's name depends on the script, too: the same files with another worker are kept apart.
    files.add(PATH, Kind::JavaScript, script.as_str());
    let edition = files.edition_id();
    files.add(PATH, Kind::JavaScript, [&told(&edition, files), &*script].concat());
    Ok(())
}

/// Which edition it is, and the hash of each file that readers want of it, by the address at which hosts have it.
fn told(edition: &str, files: &Files) -> String {
    let wanted: BTreeMap<String, String> = files
        .iter()
        .filter(|(path, file)| *path != PATH && file.kind.is_read())
        .map(|(path, file)| (address(path), file.integrity()))
        .collect();
    // What is written into a script as JSON is read as the same there.
    let wanted = serde_json::json!(wanted);
    format!("const EDITION=\"{edition}\",FILES={wanted};\n")
}

/// A folder's page is asked for by the folder: some hosts lead there from the page's own name.
fn address(path: &str) -> String {
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
    fn a_worker_is_told_what_to_keep() {
        let mut files = Files::default();
        files.add("index.html", Kind::Html, "all");
        files.add("article/one/index.html", Kind::Html, "one");
        files.add("article/my-index.html", Kind::Html, "other");
        files.add("_headers", Kind::Text, "for the host");
        let told = told("this one", &files).replace(',', ",\n");
        assert_snapshot!(told, @r#"
        const EDITION="this one",
        FILES={"":"sha384-U4/G/rSOGvWP1KZ1WG3s2bQHPjmsEUw6QDDDnhNE3VQGIm9BNlmeBwN7NIrZauHF",
        "article/my-index.html":"sha384-cA2k5ShGbDszTFJ5DCwUz0SM78jrtzK+xEyMQFDiO7NqJbEU9UCtZBjvgxiEUqsK",
        "article/one/":"sha384-Xby+2wDRMaKeBZP5dvK0N5QpOSORmtQnZt6Bf+yCSmJieZ/sjQTLmxfEjo6ukSZY"};
        "#);
    }
}
