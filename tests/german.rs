//! Renders the page of a German site without a browser, and checks that no English message is left.
//! It is compiled with the seeds of that site, because a page has a single language:
//!
//! ```text
//! CUTTINGS_SEEDS=tests/german cargo test --features ssr --test german
//! ```
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a failed test panics")]

use cuttings::prerender::Prerenderer;
use cuttings::route::Route;
use cuttings::store::exploration::ExplorationKind;
use cuttings::store::library::Library;
use std::path::Path;
use std::sync::LazyLock;

/// The edition of the German seeds.
static EDITION: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    cuttings_seeds::read(root, &root.join("tests/german")).unwrap().edition
});

/// The catalogue whose messages must not occur.
const ENGLISH: &str = include_str!("../src/messages/en.ftl");

/// Renders the page at a URL.
fn rendered(path: &str, search: &str) -> String {
    let library = Library::open(&EDITION).unwrap();
    Prerenderer::new(&library).html(&library.route(path, search)).unwrap()
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

/// Returns the English messages without arguments, except those that are the same in German.
fn english() -> Vec<&'static str> {
    const SAME_IN_GERMAN: [&str; 6] = ["ltr", "System", "Filter", "Text", "Trends", "Matrix"];
    let texts = ENGLISH.lines().filter_map(|line| Some(line.split_once(" = ")?.1));
    texts.filter(|text| !text.contains(['{', '<']) && !SAME_IN_GERMAN.contains(text)).collect()
}

#[test]
fn results_are_german() {
    check(
        "",
        "",
        &[
            r#"role="status" class="visually-hidden">2 Einträge<"#,
            "Artikel suchen",
            r#"aria-label="Ergebnisse""#,
            ">Rubrik<",
            ">Schlagwörter<",
            ">Datum<",
            "Einträge nach Datum: Mai 2026: 1; Juni 2026: 1",
            "3. Juni 2026</time>",
            "1\u{a0}Min. Lesezeit",
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
fn articles_are_german() {
    check(
        "article/die-fahre-fahrt-wieder-nach-norden/",
        "q=kronen",
        &[
            "Zurück zu den Ergebnissen",
            r#"Von <a href="./?author=Ada+Berg">Ada Berg</a> · "#,
            "<time datetime=\"2026-05-16\">16. Mai 2026</time> · 1\u{a0}Min. Lesezeit · Aus: ",
            r#"aria-label="Inhalt""#,
            r#"aria-label="Link zu Absatz 1""#,
            ">1 Treffer<",
            "In diesem Artikel erwähnt",
        ],
    );
}

#[test]
fn sections_are_german() {
    check("names/", "", &[">Namen<", ">Personen<"]);
    check("names/", "q=norden", &["In 1 von 2 Einträgen: „norden“. "]);
    check("quotes/", "q=norden", &[">Zitate<", "Kein Eintrag hat ein Zitat."]);
    check("figures/", "", &[">Zahlen<", "Kein Eintrag hat eine Zahl mit Einheit."]);
    check("saved/", "", &[">Gespeichert<", "niemand sonst kann sie sehen"]);
    check(
        "names/",
        "name=person:Ada+Berg",
        &[">Alle Namen<", ">Erwähnungen<", "Ergebnisse nach diesem Namen filtern"],
    );
    check("nirgends", "", &["Vielleicht ist der Link falsch geschrieben", "alle Einträge"]);
}

#[test]
fn titles_are_german() {
    let library = Library::open(&EDITION).unwrap();
    let title = |route: Route| library.page_title(&route, Some(ExplorationKind::label));
    assert_eq!(title(library.route("names/", "")), "Namen – Hafenblatt");
    assert_eq!(title(library.route("nirgends", "")), "Seite nicht gefunden – Hafenblatt");
    assert_eq!(cuttings::messages::language(), "de");
}
