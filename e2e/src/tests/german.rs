//! The page in German: no text is English, visible or announced, and every text fits.

use std::collections::BTreeSet;

use crate::{
    accessibility, axe,
    page::Page,
    site::Site,
    suite::{Suite, test},
    translations::{GERMAN, Translation},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "german",
        site: Site::German,
        depends_on_base: false,
        tests: vec![
            // Only developer tools can make a viewport as narrow as these tests need.
            test!(results_are_german),
            test!(the_article_page_is_german),
            test!(dialogs_are_german),
            test!(every_page_is_german_and_fits),
            // The site is published by the native program.
            test!(an_edition_beside_the_program_works_without_the_network).in_every_engine(),
            test!(an_edition_that_does_not_arrive_is_reported),
        ],
    }
}

const ENGLISH: &str = include_str!("../../../src/messages/en.ftl");

/// The titles of the two articles, the first with its path.
const FERRY: (&str, &str) =
    ("Die Fähre fährt wieder nach Norden", "/article/die-fahre-fahrt-wieder-nach-norden/");
const STORM: &str = "Sturm im Hafen";

/// Returns every text of the page, visible or announced, including closed dialogs.
const TEXTS: &str = "
    const texts = [document.title, document.querySelector('meta[name=description]')?.content ?? ''];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
        if (!walk.currentNode.parentElement.closest('script, style')) texts.push(walk.currentNode.data);
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        for (const element of document.querySelectorAll(`body [${name}]`)) texts.push(element.getAttribute(name));
    return texts;
";

/// Splits the messages of a catalogue at placeholders and punctuation.
fn pieces(catalogue: &str) -> BTreeSet<&str> {
    // Citations have English months, as their styles demand.
    let is_text = |line: &&str| !line.starts_with('#') && !line.starts_with("months");
    let lines = catalogue.lines().filter(is_text);
    lines
        .flat_map(|line| {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text).trim();
            let text = text.trim_start_matches('*');
            let text = match text.strip_prefix('[') {
                Some(variant) => variant.split_once(']').map_or("", |(_, text)| text),
                None => text,
            };
            // Braces and angle brackets enclose placeholders.
            text.split('}')
                .flat_map(|part| part.split('{').take(1))
                .flat_map(|part| part.split(['<', '>']))
        })
        .flat_map(|part| part.split(['.', ',', ';', ':', '?', '„', '“', '”', '\u{201c}']))
        .map(str::trim)
        .filter(|piece| piece.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .collect()
}

/// Returns true if a text contains a phrase that is not a part of longer words or of a URL.
fn contains_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        ![before, after].into_iter().flatten().any(|c| c.is_alphanumeric() || "/-_".contains(c))
    })
}

/// Returns the English texts, the accessibility violations and the overflowing elements of a page
/// in another language.
#[track_caller]
pub(super) fn violations(page: &Page, scene: &str, translation: &Translation) -> Vec<String> {
    let mut english = pieces(ENGLISH);
    let translated = pieces(translation.catalogue);
    // Phrases that are also in the other language do not count.
    english.retain(|piece| !translated.iter().any(|text| contains_phrase(text, piece)));
    assert!(english.len() > 150, "{} pieces of English", english.len());
    let texts = page.script(TEXTS);
    let mut found = Vec::new();
    for text in texts.as_array().into_iter().flatten().filter_map(|text| text.as_str()) {
        let phrases = english.iter().filter(|piece| contains_phrase(text, piece));
        found.extend(phrases.map(|piece| format!("{scene}: “{piece}” in “{}”", text.trim())));
    }
    let lang = page.script("return document.documentElement.lang");
    if lang != translation.language {
        found.push(format!("{scene}: the language of the page is {lang}"));
    }
    page.resize(320, 640);
    found.extend(accessibility::cut_off(page, scene));
    found
        .extend(axe::violations(page).into_iter().map(|violation| format!("{scene}: {violation}")));
    page.resize(1280, 800);
    found
}

#[track_caller]
fn check(violations: &[String]) {
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

fn an_edition_beside_the_program_works_without_the_network(page: &Page) {
    page.open("/");
    page.expect_status("2 Einträge");
    page.expect_offline_copy();
    page.allow_failed_request("");
    page.server_mut().stop();
    page.open("/?q=sturm");
    page.expect_status("1 von 2 Einträgen");
    page.open(FERRY.1);
    page.expect_article(FERRY.0);
}

fn an_edition_that_does_not_arrive_is_reported(page: &Page) {
    page.remove_file(&page.edition_path());
    page.open("/");
    // The text of the published page stays.
    page.until("the notice", || {
        let text = page.role("alert").text();
        if text.contains("konnte nicht geladen werden") { Ok(()) } else { Err(text) }
    });
    assert_eq!(page.role("list").named("Ergebnisse").role("heading").names(), [STORM, FERRY.0]);
}

fn results_are_german(page: &Page) {
    page.open("/");
    page.expect_status("2 Einträge");
    let results = page.role("list").named("Ergebnisse");
    assert_eq!(results.role("heading").names(), [STORM, FERRY.0]);
    assert_eq!(
        page.role("navigation").named("Bereiche").role("link").names(),
        ["Erkunden", "Namen", "Zitate", "Zahlen", "Gespeichert"]
    );
    page.role("combobox").named("Farben").one();
    page.role("combobox").named("Ansicht").one();
    let orders = page.role("combobox").named("Sortierung").role("option").names();
    assert_eq!(
        orders,
        [
            "Relevanz",
            "Neueste zuerst",
            "Älteste zuerst",
            "Titel",
            "Längste zuerst",
            "Kürzeste zuerst",
            "Originalreihenfolge"
        ]
    );

    page.role("searchbox").named("Artikel suchen").click();
    page.type_text("sturm");
    page.expect_status("1 von 2 Einträgen");
    results.role("link").named("Absatz 1, 1 Treffer").one();
    results.role("button").named("Warum es passt").click();
    page.until("the explanation", || {
        let text = results.text();
        if text.contains("Gefunden im Titel: „Sturm“") { Ok(()) } else { Err(text) }
    });
    results.role("button").named(&format!("Speichern: {STORM}")).click();
    page.open("/?q=sturm&section=K%C3%BCste");
    page.expect_status("Kein Eintrag passt");
    page.role("group").named("Rubrik").role("checkbox").named("Küste 0").one();
    page.role("list")
        .named("Gesetzte Filter")
        .role("button")
        .named("Entfernen: Rubrik: Küste")
        .one();
    // The singular.
    page.role("link").named("Ohne „Küste“: 1 Eintrag").click();
    page.expect_status("1 von 2 Einträgen");
}

fn the_article_page_is_german(page: &Page) {
    page.open(&format!("{}?q=kostet", FERRY.1));
    page.expect_article(FERRY.0);
    let text = page.role("main").text();
    for phrase in ["Von Ada Berg", "Aus: Hafenblatt", "1\u{a0}Min. Lesezeit", "2 Treffer"] {
        assert!(text.contains(phrase), "{phrase} in {text}");
    }
    assert_eq!(
        page.role("navigation").named("Inhalt").role("link").names(),
        ["Was es kostet", "Wer mitfuhr"]
    );
    page.role("complementary")
        .named("In diesem Artikel erwähnt")
        .role("link")
        .named("Ada Berg")
        .one();
    page.role("button").named(&format!("Speichern: {}", FERRY.0)).one();
    page.role("link").named("Link zu Absatz 1").one();
    page.role("button").named("Nächster Treffer").click();
    page.until("the announcement of the hit", || {
        let text = page.script("return document.querySelector('[aria-live=polite]').textContent");
        if text == "Treffer 1 von 2" { Ok(()) } else { Err(text.to_string()) }
    });
    page.role("link").named("Zurück zu den Ergebnissen").click();
    page.expect_status("1 von 2 Einträgen");
}

fn dialogs_are_german(page: &Page) {
    let mut found = Vec::new();
    page.open("/");
    page.role("button").named("Tasten").click();
    let keys = page.role("dialog").named("Tastenkürzel");
    assert_eq!(keys.role("checkbox").names(), ["Kürzel aus einer Taste"]);
    keys.role("button").named("Schließen").one();
    found.extend(violations(page, "the list of keys", &GERMAN));
    page.press(Key::Escape);
    page.role("button").named("Exportieren").click();
    page.role("dialog").named("Exportieren").one();
    found.extend(violations(page, "the export", &GERMAN));
    page.press(Key::Escape);
    page.resize(320, 640);
    page.role("button").named("Filter").click();
    page.role("button").named("2 von 2 anzeigen").one();
    found.extend(accessibility::cut_off(page, "the filters"));
    page.press(Key::Escape);
    page.resize(1280, 800);

    page.open(FERRY.1);
    page.role("button").named("Schrift").click();
    page.role("combobox").named("Schriftgröße").one();
    found.extend(violations(page, "the text settings", &GERMAN));
    page.press(Key::Escape);
    page.role("button").named("Zitieren").click();
    page.role("dialog")
        .named("Diesen Artikel zitieren")
        .role("button")
        .named("BibTeX kopieren")
        .one();
    found.extend(violations(page, "the citations", &GERMAN));
    check(&found);
}

fn every_page_is_german_and_fits(page: &Page) {
    page.allow_failed_request("/nirgends");
    let pages = [
        ("/", "Hafenblatt"),
        ("/?q=f%C3%A4hre&section=Wetter", STORM),
        ("/?q=zzzzzz&section=Wetter", "Hafenblatt"),
        ("/?q=date:bald&from=2026-06-01&tag=Boote", "Hafenblatt"),
        ("/?q=sturn", STORM),
        (FERRY.1, FERRY.0),
        ("/names/", "Namen"),
        ("/names/?name=person:Ada+Berg", "Ada Berg"),
        ("/quotes/?q=f%C3%A4hre", "Zitate"),
        ("/figures/", "Zahlen"),
        ("/saved/", "Gespeichert"),
        ("/nirgends", "Seite nicht gefunden"),
    ];
    let mut found = Vec::new();
    for (path, heading) in pages {
        page.open(path);
        page.role("heading").named(heading).one();
        found.extend(violations(page, path, &GERMAN));
    }
    check(&found);
}
