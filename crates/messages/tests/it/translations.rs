//! The project's own catalogues: each has every message, holds what it has to hold, and is Rust that compiles elsewhere.

use cuttings_diagnostics::SourceFile;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every catalogue of the project, by its path.
fn catalogues() -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/messages");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

#[test]
fn every_language_has_every_word() {
    let catalogues = catalogues();
    let files: Vec<SourceFile<'_>> = catalogues.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let languages: Vec<&str> =
        files.iter().map(|file| Path::new(file.name).file_stem().unwrap().to_str().unwrap()).collect();
    assert_eq!(languages, ["de", "en"], "a language more is a line here");
    for language in languages {
        let (messages, diagnostics) = cuttings_messages::compile(&files, language);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        assert_eq!(messages.language(), language);
    }
}

/// Whoever starts a catalogue from nothing is told of every message.
#[test]
fn an_empty_catalogue_is_english_throughout() {
    let english = catalogues().into_iter().find(|(name, _)| name.ends_with("en.ftl")).unwrap();
    let files = [SourceFile { name: "en.ftl", bytes: &english.1 }, SourceFile { name: "pl.ftl", bytes: b"" }];
    let (messages, diagnostics) = cuttings_messages::compile(&files, "pl");
    assert_eq!(diagnostics.len(), messages.names().count());
    let (english, _) = cuttings_messages::compile(&files, "en");
    assert_eq!(messages.rust().replace("\"pl\"", "\"en\""), english.rust());
}
