//! Metadata of a dated edition: the facet of dates, the orders by date, and filters by tags and
//! authors. The site is the German one, whose two articles have dates.

use crate::{
    locator::Locator,
    page::Page,
    page_object::selected_option,
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "dates",
        site: Site::German,
        depends_on_base: false,
        tests: vec![
            // Roles and names of form controls depend on the engine.
            test!(dates_are_a_group_with_a_histogram_and_two_inputs).in_every_engine(),
            test!(inputs_limit_the_results).in_every_engine(),
            test!(a_url_limits_the_results),
            test!(the_newest_come_first_without_a_query),
            test!(facets_that_narrow_nothing_are_not_shown),
            test!(tags_and_authors_lead_to_their_results),
        ],
    }
}

/// The articles, of 16 May and 3 June 2026.
const FERRY: &str = "Die Fähre fährt wieder nach Norden";
const STORM: &str = "Sturm im Hafen";

#[track_caller]
fn expect_titles(page: &Page, expected: &[&str]) {
    page.until(&format!("the results {expected:?}"), || {
        let found = page.role("list").named("Ergebnisse").role("heading").names();
        if found == expected { Ok(()) } else { Err(format!("they are {found:?}")) }
    });
}

fn dates(page: &Page) -> Locator<'_> {
    page.role("group").named("Datum")
}

/// Sets the date in the input with this label, as the browser's own picker does. The keys that
/// enter a date depend on the engine and its language.
#[track_caller]
fn choose(page: &Page, label: &str, day: &str) {
    let changed = dates(page).script(&format!(
        "const input = [...arguments[0].querySelectorAll('input[type=date]')]
            .find(input => input.labels[0].textContent.trim() === '{label}');
         input.value = '{day}';
         return input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
    assert_eq!(changed, true);
}

fn dates_are_a_group_with_a_histogram_and_two_inputs(page: &Page) {
    page.open("/");
    let picture = dates(page).role("img");
    assert_eq!(picture.names(), ["Einträge nach Datum: Mai 2026: 1; Juni 2026: 1"]);
    let labels = dates(page).script(
        "return [...arguments[0].querySelectorAll('input')].map(input =>
            [input.type, input.labels[0].textContent.trim()])",
    );
    assert_eq!(labels, serde_json::json!([["date", "Ab"], ["date", "Bis"]]));
    let shown = page.script(
        "return [...document.querySelectorAll('.results time')].map(time =>
            [time.dateTime, time.textContent])",
    );
    assert_eq!(
        shown,
        serde_json::json!([["2026-06-03", "3. Juni 2026"], ["2026-05-16", "16. Mai 2026"]])
    );
}

fn inputs_limit_the_results(page: &Page) {
    page.open("/");
    choose(page, "Ab", "2026-05-17");
    expect_titles(page, &[STORM]);
    page.expect_path("/?from=2026-05-17");
    let active = page.role("list").named("Gesetzte Filter").role("button");
    assert_eq!(active.names(), ["Entfernen: Datum: ab 17. Mai 2026"]);
    // The histogram shows what other dates would give.
    let picture = dates(page).role("img");
    assert_eq!(picture.names(), ["Einträge nach Datum: Mai 2026: 1; Juni 2026: 1"]);
    let sections = page.role("group").named("Rubrik").role("checkbox").names();
    assert!(sections.iter().all(|name| name.ends_with(" 1")), "{sections:?}");
    choose(page, "Bis", "2026-06-02");
    page.expect_status("Kein Eintrag passt");
    page.expect_path("/?from=2026-05-17&to=2026-06-02");
    page.role("link").named("Ohne „ab 17. Mai 2026“: 1 Eintrag").click();
    expect_titles(page, &[FERRY]);
    page.expect_path("/?to=2026-06-02");
    active.named("Entfernen: Datum: bis 2. Juni 2026").click();
    expect_titles(page, &[STORM, FERRY]);
    page.expect_path("/");
    page.back();
    expect_titles(page, &[FERRY]);
    choose(page, "Bis", "");
    expect_titles(page, &[STORM, FERRY]);
    // The reader is still typing the year.
    choose(page, "Bis", "0202-06-02");
    page.expect_path("/");
}

fn a_url_limits_the_results(page: &Page) {
    page.open("/?from=2026-06&to=2026");
    expect_titles(page, &[STORM]);
    let values = dates(page)
        .script("return [...arguments[0].querySelectorAll('input')].map(input => input.value)");
    assert_eq!(values, serde_json::json!(["2026-06-01", "2026-12-31"]));
    page.open("/?from=gestern&lauter=1");
    expect_titles(page, &[STORM, FERRY]);
    page.open("/?q=date:2026-05");
    expect_titles(page, &[FERRY]);
    page.open("/?q=date:gestern");
    page.until("the note on the date", || {
        let text = page.role("main").text();
        if text.contains("„date:gestern“ nennt kein lesbares Datum") {
            Ok(())
        } else {
            Err(text)
        }
    });
}

fn the_newest_come_first_without_a_query(page: &Page) {
    page.open("/");
    expect_titles(page, &[STORM, FERRY]);
    let sort = page.role("combobox").named("Sortierung");
    assert_eq!(selected_option(&sort), "Neueste zuerst");
    page.select_option(&sort, "Älteste zuerst");
    expect_titles(page, &[FERRY, STORM]);
    page.expect_path("/?sort=oldest");
    page.open("/?q=f%C3%A4hre");
    expect_titles(page, &[FERRY, STORM]);
    assert_eq!(selected_option(&sort), "Relevanz");
    page.open("/?q=f%C3%A4hre&sort=newest");
    expect_titles(page, &[STORM, FERRY]);
}

fn facets_that_narrow_nothing_are_not_shown(page: &Page) {
    page.open("/");
    dates(page).one();
    let groups = page.role("group").names();
    // All items are articles in German, of one length and with the tag "Boote".
    for absent in ["Art", "Sprache", "Länge"] {
        assert!(!groups.iter().any(|name| name == absent), "{absent} in {groups:?}");
    }
    for present in ["Rubrik", "Datum", "Schlagwörter", "Autorinnen und Autoren", "Quelle"] {
        assert!(groups.iter().any(|name| name == present), "{present} in {groups:?}");
    }
    // Such a filter still works.
    page.open("/?kind=article&tag=Preise");
    expect_titles(page, &[FERRY]);
    assert_eq!(page.role("list").named("Gesetzte Filter").role("button").names().len(), 2);
}

fn tags_and_authors_lead_to_their_results(page: &Page) {
    page.open("/");
    page.role("group").named("Schlagwörter").role("checkbox").named("Preise 1").click();
    expect_titles(page, &[FERRY]);
    page.expect_path("/?tag=Preise");
    page.role("list").named("Ergebnisse").role("link").named(FERRY).click();
    page.expect_article(FERRY);
    let header = page.role("main").role("article");
    header.role("link").named("Boote").click();
    expect_titles(page, &[STORM, FERRY]);
    page.expect_path("/?tag=Boote");
    page.role("list").named("Ergebnisse").role("link").named(STORM).click();
    page.expect_article(STORM);
    page.role("main").role("article").role("link").named("Jan Okonkwo").click();
    expect_titles(page, &[STORM]);
    page.expect_path("/?author=Jan+Okonkwo");
    page.open("/?q=tag:preise");
    expect_titles(page, &[FERRY]);
    page.open("/?q=author:okonkwo");
    expect_titles(page, &[STORM]);
}
