//! The page's messages in the language of a site, and in those of its readers, from the catalogues
//! of the project.

use crate::publish::files::{Files, Kind, content_hash};
use cuttings_corpus::Site;
use cuttings_diagnostics::SourceFile;
use cuttings_messages::{REFERENCE, catalogue_of, compile};
use std::collections::BTreeMap;
use std::path::Path;

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
    compile(&CATALOGUES, language).0.catalogue()
}

/// The catalogues among which the browsers of readers choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Each catalogue by its language, in lower case, and without that of the site.
    catalogues: BTreeMap<String, String>,
    /// The languages of the site that have no catalogue.
    pub(crate) missing: Vec<String>,
}

impl Choice {
    /// Returns the catalogues that a site offers.
    pub(crate) fn new(site: &Site) -> Choice {
        let mut choice = Choice::default();
        let all =
            || CATALOGUES.iter().filter_map(|file| Path::new(file.name).file_stem()?.to_str());
        let languages: Vec<&str> = match &site.interface_languages {
            Some(languages) => languages.iter().map(String::as_str).collect(),
            None => all().collect(),
        };
        let file = |language: &str| catalogue_of(&CATALOGUES, language).map(|file| file.name);
        let usual = file(&site.language).or_else(|| file(REFERENCE));
        for language in languages {
            match file(language) {
                None => choice.missing.push(language.to_owned()),
                found if found == usual => {}
                Some(_) => {
                    let (messages, _) = compile(&CATALOGUES, language);
                    let messages = messages.around_texts_in(&site.language);
                    choice.catalogues.insert(language.to_lowercase(), messages.catalogue());
                }
            }
        }
        choice
    }

    /// Returns true if readers have a choice.
    pub(crate) fn is_any(&self) -> bool {
        !self.catalogues.is_empty()
    }

    /// Adds the catalogues to `files`, as `assets/messages-HASH/LANGUAGE.txt` with a hash of all of
    /// them. Returns the folder with a slash at its end, and then the languages, with spaces
    /// between; `None` if there are none.
    pub(crate) fn add(&self, files: &mut Files) -> Option<String> {
        let texts: Vec<&str> = self.catalogues.values().map(String::as_str).collect();
        let hash = content_hash(texts.concat().as_bytes());
        let mut folder = format!("assets/messages-{hash}/");
        for (language, text) in &self.catalogues {
            files.add_media(
                format!("{folder}{language}.txt"),
                Kind::OnDemandMessages,
                text.as_str(),
            );
        }
        for language in self.catalogues.keys() {
            folder.extend([" ", language]);
        }
        self.is_any().then_some(folder)
    }
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

    /// Compares the published list, without the folder, and the languages without a catalogue.
    #[track_caller]
    fn check(language: &str, offered: Option<&[&str]>, expected: &str, missing: &[&str]) {
        let owned = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
        let interface_languages = offered.map(owned);
        let site = Site { language: language.to_owned(), interface_languages, ..Site::default() };
        let (choice, mut files) = (Choice::new(&site), Files::default());
        let list = choice.add(&mut files).unwrap_or_default();
        assert_eq!(list.split_once(' ').unwrap_or_default().1, expected);
        assert_eq!(choice.missing, missing);
        assert_eq!(choice.is_any(), files.iter().count() > 0);
        for (path, file) in files.iter() {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let mut lines = text.lines();
            let tag = lines.next().unwrap().to_lowercase();
            assert!(path.ends_with(&format!("/{tag}.txt")), "{path}: {tag}");
            assert_eq!(lines.next(), Some(language), "the language of the texts");
        }
    }

    #[test]
    fn a_site_offers_the_languages_that_it_names_or_all() {
        check("en", None, "ar de es fr it ja nl pl pt uk zh", &[]);
        check("en", Some(&[]), "", &[]);
        check("de", Some(&["en", "de", "fr"]), "en fr", &[]);
        check("de-AT", Some(&["de", "pt-BR", "xh"]), "pt-br", &["xh"]);
        // Without a catalogue of its own, a site is in English.
        check("xh", Some(&["en", "zh-Hans"]), "zh-hans", &[]);
    }

    #[test]
    fn the_folder_is_named_by_all_catalogues() {
        let folder = |language: &str, offered: &[&str]| {
            let interface_languages = Some(offered.iter().map(|tag| (*tag).into()).collect());
            let site = Site { language: language.into(), interface_languages, ..Site::default() };
            let list = Choice::new(&site).add(&mut Files::default()).unwrap_or_default();
            list.split(' ').next().unwrap_or_default().to_owned()
        };
        let one = folder("en", &["de", "fr"]);
        assert_eq!(one, folder("en", &["fr", "de", "de"]));
        assert_ne!(one, folder("en", &["de"]));
        assert_ne!(one, folder("es", &["de", "fr"]));
    }
}
