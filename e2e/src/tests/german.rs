//! A page in another language: of a site that says it is German, nothing is English, to eye or ear, and nothing is too long
//! for its place.

use std::collections::BTreeSet;

use crate::{
    accessibility, guards,
    page::Page,
    runner::{Site, Test, suite},
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "german",
        Site::German,
        [
            results_speak_german,
            the_reader_speaks_german,
            what_opens_speaks_german,
            every_page_is_german_alone_and_fits,
        ]
    )
}

const ENGLISH: &str = include_str!("../../../src/messages/en.ftl");
const GERMAN: &str = include_str!("../../../src/messages/de.ftl");

/// The two articles: title and address.
const FERRY: (&str, &str) =
    ("Die Fähre fährt wieder nach Norden", "/article/die-fahre-fahrt-wieder-nach-norden/");
const STORM: &str = "Sturm im Hafen";

/// Everything that is to be read on the page or heard of it, now or when something opens.
const TEXTS: &str = "
    const texts = [document.title, document.querySelector('meta[name=description]')?.content ?? ''];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
        if (!walk.currentNode.parentElement.closest('script, style')) texts.push(walk.currentNode.data);
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        for (const element of document.querySelectorAll(`body [${name}]`)) texts.push(element.getAttribute(name));
    return texts;
";

/// The pieces of a catalogue's messages that are the same whatever is filled in, without what stands between sentences.
fn pieces(catalogue: &str) -> BTreeSet<&str> {
    let lines = catalogue.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let words = line.split_once(" = ").map_or(line, |(_, words)| words).trim();
            let words = words.trim_start_matches('*');
            let words = if words.starts_with('[') {
                words.split_once(']').map_or("", |(_, words)| words)
            } else {
                words
            };
            // What stands in braces or angles is filled in.
            words
                .split('}')
                .flat_map(|part| part.split('{').take(1))
                .flat_map(|part| part.split(['<', '>']))
        })
        .flat_map(|part| part.split(['.', ',', ';', ':', '?', '„', '“', '”', '\u{201c}']))
        .map(str::trim)
        .filter(|piece| piece.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .collect()
}

/// Whether a text holds the words, and not as part of others or of an address.
fn says(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        ![before, after].into_iter().flatten().any(|c| c.is_alphanumeric() || "/-_".contains(c))
    })
}

/// What is English on the page as it is, what bars someone from it, and what does not fit.
#[track_caller]
fn complaints(page: &Page, scene: &str) -> Vec<String> {
    let mut english = pieces(ENGLISH);
    let german = pieces(GERMAN);
    // Words that German has as well.
    english.retain(|piece| !german.iter().any(|words| says(words, piece)));
    assert!(english.len() > 150, "{} pieces of English", english.len());
    let texts = page.script(TEXTS);
    let mut found = Vec::new();
    for text in texts.as_array().into_iter().flatten().filter_map(|text| text.as_str()) {
        let spoken = english.iter().filter(|piece| says(text, piece));
        found.extend(spoken.map(|piece| format!("{scene}: “{piece}” in “{}”", text.trim())));
    }
    let lang = page.script("return document.documentElement.lang");
    if lang != "de" {
        found.push(format!("{scene}: the page says that it is in {lang}"));
    }
    page.view(320, 640);
    found.extend(accessibility::cut_off(page, scene));
    found.extend(guards::barriers(page).into_iter().map(|barrier| format!("{scene}: {barrier}")));
    page.view(1280, 800);
    found
}

#[track_caller]
fn check(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

fn results_speak_german(page: &Page) {
    page.open("/");
    page.expect_status("2 Einträge");
    let results = page.role("list").named("Ergebnisse");
    assert_eq!(results.role("heading").names(), [FERRY.0, STORM]);
    assert_eq!(
        page.role("navigation").named("Räume").role("link").names(),
        ["Namen", "Zitate", "Zahlen", "Gespeichert"]
    );
    page.role("combobox").named("Farben").one();
    page.role("combobox").named("Ansicht").one();
    let orders = page.role("combobox").named("Sortierung").role("option").names();
    assert_eq!(orders, ["Relevanz", "Originalfolge", "Titel", "Längste zuerst", "Kürzeste zuerst"]);

    page.role("searchbox").named("Artikel suchen").click();
    page.keys("sturm");
    page.expect_status("1 von 2 Einträgen");
    results.role("link").named("Absatz 1, 1 Treffer").one();
    results.role("button").named("Warum es passt").click();
    page.until("the reason", || {
        let text = results.text();
        if text.contains("Gefunden im Titel: „Sturm“") { Ok(()) } else { Err(text) }
    });
    results.role("button").named(&format!("Speichern: {STORM}")).click();
    page.role("group").named("Rubrik").role("checkbox").named("Küste 0").click();
    page.expect_status("Kein Eintrag passt");
    page.role("list")
        .named("Gesetzte Filter")
        .role("button")
        .named("Entfernen: Rubrik: Küste")
        .one();
    // One of them: the singular.
    page.role("link").named("Ohne „Küste“: 1 Eintrag").click();
    page.expect_status("1 von 2 Einträgen");
}

fn the_reader_speaks_german(page: &Page) {
    page.open(&format!("{}?q=kostet", FERRY.1));
    page.expect_reader(FERRY.0);
    let text = page.role("main").text();
    for words in ["Von Ada Berg", "Aus: Hafenblatt", "1 Min. Lesezeit", "2 Treffer"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(
        page.role("navigation").named("Inhalt").role("link").names(),
        ["Was es kostet", "Wer mitfuhr"]
    );
    page.role("complementary").named("In diesem Artikel erwähnt").role("link").named("Ada Berg").one();
    page.role("button").named(&format!("Speichern: {}", FERRY.0)).one();
    page.role("link").named("Link zu Absatz 1").one();
    page.role("button").named("Nächster Treffer").click();
    page.until("the hit to be spoken of", || {
        let said = page.script("return document.querySelector('[aria-live=polite]').textContent");
        if said == "Treffer 1 von 2" { Ok(()) } else { Err(said.to_string()) }
    });
    page.role("link").named("Zurück zu den Ergebnissen").click();
    page.expect_status("1 von 2 Einträgen");
}

fn what_opens_speaks_german(page: &Page) {
    let mut found = Vec::new();
    page.open("/");
    page.role("button").named("Tasten").click();
    let keys = page.role("dialog").named("Tastenkürzel");
    assert_eq!(keys.role("checkbox").names(), ["Kürzel aus einer Taste"]);
    keys.role("button").named("Schließen").one();
    found.extend(complaints(page, "the keys"));
    page.press(Key::Escape);
    page.role("button").named("Mitnehmen").click();
    page.role("dialog").named("Mitnehmen").one();
    found.extend(complaints(page, "taking away"));
    page.press(Key::Escape);
    page.view(320, 640);
    page.role("button").named("Filter").click();
    page.role("button").named("2 von 2 anzeigen").one();
    found.extend(accessibility::cut_off(page, "the filters"));
    page.press(Key::Escape);
    page.view(1280, 800);

    page.open(FERRY.1);
    page.role("button").named("Schrift").click();
    page.role("combobox").named("Schriftgröße").one();
    found.extend(complaints(page, "the text's settings"));
    page.press(Key::Escape);
    page.role("button").named("Zitieren").click();
    page.role("dialog")
        .named("Diesen Artikel zitieren")
        .role("button")
        .named("BibTeX kopieren")
        .one();
    found.extend(complaints(page, "the citations"));
    check(&found);
}

fn every_page_is_german_alone_and_fits(page: &Page) {
    page.allowances().failing("/nirgends");
    let pages = [
        ("/", "Hafenblatt"),
        ("/?q=f%C3%A4hre&section=Wetter", STORM),
        ("/?q=zzzzzz&section=Wetter", "Hafenblatt"),
        ("/?q=sturn", STORM),
        (FERRY.1, FERRY.0),
        ("/names/", "Namen"),
        ("/names/?name=person:Ada+Berg", "Ada Berg"),
        ("/quotes/?q=f%C3%A4hre", "Zitate"),
        ("/figures/", "Zahlen"),
        ("/saved/", "Gespeichert"),
        ("/nirgends", "Unter dieser Adresse gibt es nichts"),
    ];
    let mut found = Vec::new();
    for (path, heading) in pages {
        page.open(path);
        page.role("heading").named(heading).one();
        found.extend(complaints(page, path));
    }
    check(&found);
}
