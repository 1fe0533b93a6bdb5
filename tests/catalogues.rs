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

/// Returns the messages of a language by their names, as patterns.
fn patterns(language: &str) -> BTreeMap<String, String> {
    let catalogues = catalogues();
    let files: Vec<SourceFile<'_>> =
        catalogues.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let (messages, _) = cuttings_messages::compile(&files, language);
    let catalogue = messages.catalogue();
    let patterns = catalogue.lines().skip(5).map(str::to_owned);
    messages.names().map(str::to_owned).zip(patterns).collect()
}

/// Checks a day, a month and a decade in a language, as CLDR 46 has them.
#[track_caller]
fn check_dates(language: &str, [long, short, month, year, years]: [&str; 5]) {
    let patterns = patterns(language);
    let filled = |name: &str, arguments: &[&str]| {
        arguments.iter().enumerate().fold(patterns[name].clone(), |text, (number, argument)| {
            text.replace(&format!("\u{1}{number}"), argument)
        })
    };
    let november = |list: &str| patterns[list].split(", ").nth(10).unwrap().to_owned();
    assert_eq!(filled("date-long", &["5", &november("months"), "2026"]), long);
    assert_eq!(filled("date-short", &["5", &november("months-short"), "2026"]), short);
    assert_eq!(filled("month-of-year", &[&november("months-alone"), "2026"]), month);
    assert_eq!(filled("year", &["2026"]), year);
    assert_eq!(filled("years", &["1990", "1999"]), years);
}

#[test]
fn dates_have_the_form_of_their_language() {
    let decade = "1990–1999";
    let check = |language, [long, short, month]: [&str; 3]| {
        check_dates(language, [long, short, month, "2026", decade]);
    };
    check("ar", ["5 نوفمبر 2026", "5 نوفمبر 2026", "نوفمبر 2026"]);
    check("de", ["5. November 2026", "5. Nov. 2026", "November 2026"]);
    check("en", ["5 November 2026", "5 Nov 2026", "November 2026"]);
    check("es", ["5 de noviembre de 2026", "5 nov 2026", "noviembre de 2026"]);
    check("fr", ["5 novembre 2026", "5 nov. 2026", "novembre 2026"]);
    check("it", ["5 novembre 2026", "5 nov 2026", "novembre 2026"]);
    check("nl", ["5 november 2026", "5 nov 2026", "november 2026"]);
    check("pl", ["5 listopada 2026", "5 lis 2026", "listopad 2026"]);
    check("pt", ["5 de novembro de 2026", "5 de nov. de 2026", "novembro de 2026"]);
    check("uk", ["5 листопада 2026 р.", "5 лист. 2026 р.", "листопад 2026 р."]);
    let ja = ["2026年11月5日", "2026年11月5日", "2026年11月", "2026年", "1990年～1999年"];
    check_dates("ja", ja);
    check_dates("zh", [ja[0], ja[1], ja[2], ja[3], "1990–1999年"]);
}

#[test]
fn separators_are_those_of_the_script() {
    for (language, list, group, label) in [
        ("en", ", ", "; ", ": "),
        ("fr", ", ", "\u{a0}; ", "\u{a0}: "),
        ("ar", "، ", "؛ ", ": "),
        ("ja", "、", "；", "："),
        ("zh", "、", "；", "："),
    ] {
        let patterns = patterns(language);
        assert_eq!(patterns["list-separator"], list, "{language}");
        assert_eq!(patterns["group-separator"], group, "{language}");
        assert_eq!(patterns["labelled"], ["\u{1}0", label, "\u{1}1"].concat(), "{language}");
    }
}
