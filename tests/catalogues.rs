//! The page's own catalogues: each has every message of the English one, with the same parameters.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a failed test panics")]

use cuttings_diagnostics::SourceFile;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Returns the text of every catalogue by its path.
fn catalogues() -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

#[test]
fn every_catalogue_is_complete() {
    let catalogues = catalogues();
    let files: Vec<SourceFile<'_>> =
        catalogues.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let languages: Vec<&str> = files
        .iter()
        .map(|file| Path::new(file.name).file_stem().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        languages,
        ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "uk", "zh"],
        "a new language belongs in this list"
    );
    for language in languages {
        let (messages, diagnostics) = cuttings_messages::compile(&files, language);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        assert_eq!(messages.language(), language);
    }
}

#[test]
fn an_empty_catalogue_falls_back_to_english_for_every_message() {
    let english = catalogues().into_iter().find(|(name, _)| name.ends_with("en.ftl")).unwrap();
    let files = [
        SourceFile { name: "en.ftl", bytes: &english.1 },
        SourceFile { name: "pl.ftl", bytes: b"" },
    ];
    let (messages, diagnostics) = cuttings_messages::compile(&files, "pl");
    assert_eq!(diagnostics.len(), messages.names().count());
    let (english, _) = cuttings_messages::compile(&files, "en");
    assert_eq!(messages.rust(), english.rust());
    // The heads differ, and the rules that a select expression names.
    let texts = |catalogue: String| -> Vec<String> {
        let english_rules = |text: &str| {
            (0..=9).fold(text.to_owned(), |text, argument| {
                text.replace(&format!("\u{3}{argument}1"), &format!("\u{3}{argument}0"))
            })
        };
        catalogue.lines().skip(5).map(english_rules).collect()
    };
    assert_eq!(texts(messages.catalogue()), texts(english.catalogue()));
}
