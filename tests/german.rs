//! The page of a site in German, rendered without a browser: nothing in it is English. Compiled and run by itself, with
//! that site's seeds, since a page has one language:
//!
//! ```text
//! CUTTINGS_SEEDS=tests/german cargo test --features ssr --test german
//! ```
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use cuttings::prerender;
use cuttings::store::library::Library;
use cuttings::store::route::Route;
use std::path::Path;
use std::sync::LazyLock;

/// The edition of the German seeds.
static EDITION: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    cuttings_seeds::read(root, &root.join("tests/german")).unwrap().edition
});

/// The catalogue that none of the page's words may be from.
const ENGLISH: &str = include_str!("../src/messages/en.ftl");

/// The page at an address, as HTML.
fn rendered(path: &str, search: &str) -> String {
    let library = Library::open(&EDITION).unwrap();
    prerender::html(&library, &library.route(path, search)).unwrap()
}

#[track_caller]
fn check(path: &str, search: &str, there: &[&str]) {
    let html = rendered(path, search);
    for piece in there {
        assert!(html.contains(piece), "no {piece} in {html}");
    }
    for text in english() {
        let shown = format!(">{text}<");
        let named = format!("\"{text}\"");
        assert!(
            !html.contains(&shown) && !html.contains(&named),
            "“{text}” at {path}?{search}: {html}"
        );
    }
}

/// The texts of the English catalogue that never change, but for those that German has as well.
fn english() -> Vec<&'static str> {
    const THE_SAME: [&str; 4] = ["ltr", "System", "Filter", "Text"];
    let texts = ENGLISH.lines().filter_map(|line| Some(line.split_once(" = ")?.1));
    texts.filter(|text| !text.contains(['{', '<']) && !THE_SAME.contains(text)).collect()
}

#[test]
fn results_are_german() {
    check(
        "",
        "",
        &[
            r#"role="status">2 Einträge<"#,
            "Artikel suchen",
            r#"aria-label="Ergebnisse""#,
            ">Rubrik<",
            ">Artikel<",
            "1 Min. Lesezeit",
            r#"aria-label="Speichern: Sturm im Hafen""#,
        ],
    );
    check(
        "",
        "q=sturm&section=Wetter",
        &[
            "1 von 2 Einträgen",
            r#"aria-label="Absatz 1, 1 Treffer""#,
            "Warum es passt",
            "Entfernen: ",
            "Rubrik: Wetter",
        ],
    );
    check(
        "",
        "q=zzzzzz&section=Wetter",
        &["Kein Eintrag passt", "Zu „zzzzzz“ passt nichts", "Ohne Filter suchen"],
    );
}

#[test]
fn an_article_is_read_in_german() {
    check(
        "article/die-fahre-fahrt-wieder-nach-norden/",
        "q=kronen",
        &[
            "Zurück zu den Ergebnissen",
            "Von Ada Berg · 2026-05-16 · 1 Min. Lesezeit · Aus: Hafenblatt",
            r#"aria-label="Inhalt""#,
            r#"aria-label="Link zu Absatz 1""#,
            ">1 Treffer<",
            "Hier genannt",
        ],
    );
}

#[test]
fn rooms_are_german() {
    check("names/", "", &[">Namen<", ">Personen<"]);
    check("quotes/", "q=norden", &[">Zitate<", "In 1 von 2 Einträgen: „norden“. "]);
    check("figures/", "", &[">Zahlen<", ">Größte zuerst<"]);
    check("saved/", "", &[">Gespeichert<", "niemand sonst sieht sie"]);
    check(
        "names/",
        "name=person:Ada+Berg",
        &[">Alle Namen<", ">Fundstellen<", "Ergebnisse nach diesem Namen filtern"],
    );
    check("nirgends", "", &["Unter dieser Adresse gibt es nichts", "alle Einträge"]);
}

#[test]
fn the_tab_is_called_in_german() {
    let library = Library::open(&EDITION).unwrap();
    let title = |route: Route| library.page_title(&route);
    assert_eq!(title(library.route("names/", "")), "Namen – Hafenblatt");
    assert_eq!(title(library.route("nirgends", "")), "Nicht gefunden – Hafenblatt");
    assert_eq!(cuttings::messages::LANGUAGE, "de");
}
