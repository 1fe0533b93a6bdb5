//! Facets, active filters, and the counts of facet values.

use crate::{
    locator::Named,
    page::{Page, expect_ok},
    page_object::{is_checked, value_and_count},
    seed::{self, ARTICLES, TEASERS, WAR},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "filters",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Roles and names of form controls depend on the engine.
            test!(facets_are_groups_of_values_with_counts).in_every_engine(),
            test!(values_of_one_facet_widen_the_results).in_every_engine(),
            test!(active_filters_are_buttons_that_remove_them).in_every_engine(),
            test!(clear_all_removes_every_filter).in_every_engine(),
            // Counts are the same in every engine.
            test!(facets_narrow_each_other),
            test!(filters_narrow_a_query),
            test!(counts_match_the_results_of_each_value),
            test!(counts_beside_a_selected_value_match_its_results),
            test!(no_results_show_a_message),
        ],
    }
}

/// The facets whose counts are checked value by value.
const FACETS: [&str; 4] = ["Section", "Kind", "Length", "Organisations"];

fn facets_are_groups_of_values_with_counts(page: &Page) {
    page.open("/");
    let mut sections = page.facet("Section").role("checkbox").names();
    sections.sort();
    assert_eq!(
        sections,
        [
            "Diplomacy 1",
            "Election 2024 1",
            "Inspiration 1",
            "Middle East 1",
            "Modern Warfare 1",
            "Russia-Ukraine War 9",
            "Top stories 3",
        ]
    );
    assert_eq!(page.facet("Kind").role("checkbox").names(), ["Article 9", "Teaser 8"]);
    let lengths = page.facet("Length").role("checkbox").names();
    let (values, counts): (Vec<_>, Vec<_>) =
        lengths.iter().map(|name| value_and_count(name)).unzip();
    assert_eq!(values, ["Short", "Medium", "Long"]);
    let all = counts.iter().sum::<usize>();
    assert!([ARTICLES.len(), ARTICLES.len() + TEASERS.len()].contains(&all), "{lengths:?}");
}

/// Selects facet values and waits for the results.
#[track_caller]
fn check_selection(page: &Page, values: &[(&str, &str)], expected: &[&str]) {
    for (facet, value) in values {
        page.facet_value(facet, value).click();
    }
    page.expect_titles(expected);
    for (facet, value) in values {
        assert!(is_checked(&page.facet_value(facet, value)), "{value} is checked");
    }
}

fn values_of_one_facet_widen_the_results(page: &Page) {
    page.open("/");
    let titles = |sections: &[&str]| -> Vec<&str> {
        TEASERS
            .iter()
            .filter(|(_, section, _)| sections.contains(section))
            .map(|(title, ..)| *title)
            .collect()
    };
    check_selection(page, &[("Section", "Diplomacy")], &titles(&["Diplomacy"]));
    page.expect_status("1 of 17 items");
    page.expect_path("/?section=Diplomacy");
    check_selection(page, &[("Section", "Top stories")], &titles(&["Diplomacy", "Top stories"]));
    page.expect_status("4 of 17 items");
}

fn facets_narrow_each_other(page: &Page) {
    page.open("/");
    let articles: Vec<&str> = ARTICLES.iter().map(|(title, ..)| *title).collect();
    page.facet_value("Section", "Inspiration").click();
    check_selection(page, &[("Section", WAR), ("Kind", "Article")], &articles);
    let mut sections = page.facet("Section").role("checkbox").names();
    sections.sort();
    assert_eq!(sections, ["Inspiration 0", &format!("{WAR} 9")], "no other has articles");
    page.facet_value("Section", WAR).click();
    page.expect_count(0);
    page.expect_status("No items match");
}

fn filters_narrow_a_query(page: &Page) {
    page.open("/?q=security&kind=teaser");
    let expected = seed::matching("security");
    let teasers: Vec<&str> =
        TEASERS.iter().map(|(title, ..)| *title).filter(|title| expected.contains(title)).collect();
    page.expect_titles_in_any_order(&teasers);
    page.facet_value("Kind", "Teaser").click();
    page.expect_titles_in_any_order(&expected);
}

/// Returns the checkboxes of a facet and their counts.
#[track_caller]
fn values(page: &Page, facet: &str) -> Vec<(Named, usize)> {
    let count = |value: &Named| value_and_count(&value.name).1;
    page.facet(facet)
        .role("checkbox")
        .some()
        .into_iter()
        .map(|value| (value.clone(), count(&value)))
        .collect()
}

#[track_caller]
fn toggle(page: &Page, value: &Named) {
    expect_ok(page.session().click(&value.element));
}

fn counts_match_the_results_of_each_value(page: &Page) {
    for (view, facets) in [
        ("/", &FACETS[..]),
        ("/?kind=article", &["Section", "Length", "Organisations"]),
        ("/?q=russia", &FACETS),
        // Only articles have a length.
        ("/?section=Top+stories", &["Kind", "Organisations"]),
    ] {
        page.open(view);
        for facet in facets {
            for (value, count) in values(page, facet) {
                toggle(page, &value);
                page.expect_count(count);
                toggle(page, &value);
            }
        }
        page.expect_path(view);
    }
}

fn counts_beside_a_selected_value_match_its_results(page: &Page) {
    for (view, facet, selected) in [
        ("/?section=Top+stories", "Section", "Top stories"),
        ("/?q=north&kind=article", "Kind", "Article"),
    ] {
        page.open(view);
        let values = values(page, facet);
        let is_selected = |value: &Named| value_and_count(&value.name).0 == selected;
        let (selected, count) =
            values.iter().find(|(value, _)| is_selected(value)).expect("the selected value");
        page.expect_count(*count);
        toggle(page, selected);
        for (value, count) in values.iter().filter(|(value, _)| !is_selected(value)) {
            toggle(page, value);
            page.expect_count(*count);
            toggle(page, value);
        }
    }
}

fn active_filters_are_buttons_that_remove_them(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.active_filters().none();
    page.role("button").named("Clear all").none();
    page.facet_value("Section", "Diplomacy").click();
    page.facet_value("Section", "Top stories").click();
    page.facet_value("Kind", "Teaser").click();
    assert_eq!(page.active_filters().role("button").names().len(), 3);
    page.active_filters().role("button").named("Remove Kind: Teaser").one();
    page.active_filters().role("button").named("Remove Section: Diplomacy").click();
    page.active_filters().role("button").named("Remove Section: Diplomacy").none();
    page.expect_count(3);
    assert!(!is_checked(&page.facet_value("Section", "Diplomacy")));
    page.expect_path("/?section=Top+stories&kind=teaser");
}

fn clear_all_removes_every_filter(page: &Page) {
    page.open("/?section=Diplomacy&kind=teaser&length=short&q=russia");
    page.role("button").named("Clear all").click();
    page.active_filters().none();
    page.expect_titles_in_any_order(&seed::matching("russia"));
    assert_eq!(page.query(), "russia", "the query is kept");
    page.expect_path("/?q=russia");
}

fn no_results_show_a_message(page: &Page) {
    page.open("/?section=Diplomacy&kind=article");
    page.expect_status("No items match");
    page.expect_count(0);
    let text = page.role("main").text();
    assert!(text.to_lowercase().contains("match"), "{text}");
    page.facet("People").none();
}
