//! The page's messages in the language of a site, from the catalogues of the project.

use cuttings_diagnostics::SourceFile;

/// The catalogues by their files.
const CATALOGUES: [SourceFile<'static>; 12] = [
    SourceFile { name: "ar.ftl", bytes: include_bytes!("../../../src/messages/ar.ftl") },
    SourceFile { name: "de.ftl", bytes: include_bytes!("../../../src/messages/de.ftl") },
    SourceFile { name: "en.ftl", bytes: include_bytes!("../../../src/messages/en.ftl") },
    SourceFile { name: "es.ftl", bytes: include_bytes!("../../../src/messages/es.ftl") },
    SourceFile { name: "fr.ftl", bytes: include_bytes!("../../../src/messages/fr.ftl") },
    SourceFile { name: "it.ftl", bytes: include_bytes!("../../../src/messages/it.ftl") },
    SourceFile { name: "ja.ftl", bytes: include_bytes!("../../../src/messages/ja.ftl") },
    SourceFile { name: "nl.ftl", bytes: include_bytes!("../../../src/messages/nl.ftl") },
    SourceFile { name: "pl.ftl", bytes: include_bytes!("../../../src/messages/pl.ftl") },
    SourceFile { name: "pt.ftl", bytes: include_bytes!("../../../src/messages/pt.ftl") },
    SourceFile { name: "uk.ftl", bytes: include_bytes!("../../../src/messages/uk.ftl") },
    SourceFile { name: "zh.ftl", bytes: include_bytes!("../../../src/messages/zh.ftl") },
];

/// Returns the catalogue of a language.
pub(crate) fn in_language(language: &str) -> String {
    let (messages, _) = cuttings_messages::compile(&CATALOGUES, language);
    messages.catalogue()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_catalogue_of_the_project_is_known() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/messages");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, CATALOGUES.map(|file| file.name));
    }

    #[test]
    fn each_language_has_its_own_messages() {
        assert!(in_language("en").contains("Search articles"));
        assert!(in_language("de-AT").contains("Artikel suchen"));
        // A page without a catalogue is in English and knows the language of its texts.
        assert!(in_language("xh").starts_with("en\nxh\n"));
    }
}
