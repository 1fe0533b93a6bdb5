//! Facets, the filters that are on, and whether counts tell the truth.

use crate::{
    locator::Named,
    page::{Page, done},
    page_object::{ticked, value_and_count},
    runner::{Site, Test, suite},
    seed::{self, ARTICLES, TEASERS, WAR},
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "filters",
        Site::Built,
        [
            facets_are_groups_of_values_with_counts,
            values_of_one_facet_widen,
            facets_narrow_each_other,
            filters_narrow_a_query,
            counts_are_what_choosing_gives,
            counts_are_what_choosing_gives_beside_a_chosen_value,
            active_filters_are_buttons_that_remove,
            clear_all_clears_all,
            zero_is_said_in_words,
        ]
    )
}

/// The facets whose counts are tried one by one.
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

/// Ticks values, and waits for what they leave.
#[track_caller]
fn check_left(page: &Page, choose: &[(&str, &str)], expected: &[&str]) {
    for (facet, value) in choose {
        page.value(facet, value).click();
    }
    page.expect_titles(expected);
    for (facet, value) in choose {
        assert!(ticked(&page.value(facet, value)), "{value} is ticked");
    }
}

fn values_of_one_facet_widen(page: &Page) {
    page.open("/");
    let titles = |sections: &[&str]| -> Vec<&str> {
        TEASERS
            .iter()
            .filter(|(_, section, _)| sections.contains(section))
            .map(|(title, ..)| *title)
            .collect()
    };
    check_left(page, &[("Section", "Diplomacy")], &titles(&["Diplomacy"]));
    page.expect_status("1 of 17 items");
    page.expect_path("/?section=Diplomacy");
    check_left(page, &[("Section", "Top stories")], &titles(&["Diplomacy", "Top stories"]));
    page.expect_status("4 of 17 items");
}

fn facets_narrow_each_other(page: &Page) {
    page.open("/");
    let articles: Vec<&str> = ARTICLES.iter().map(|(title, ..)| *title).collect();
    check_left(page, &[("Section", WAR), ("Kind", "Article")], &articles);
    check_left(page, &[("Section", "Inspiration")], &articles);
    page.value("Section", WAR).click();
    page.expect_count(0);
    page.expect_status("No items match");
}

fn filters_narrow_a_query(page: &Page) {
    page.open("/?q=security&kind=teaser");
    let wanted = seed::holding("security");
    let teasers: Vec<&str> =
        TEASERS.iter().map(|(title, ..)| *title).filter(|title| wanted.contains(title)).collect();
    page.expect_titles_in_any_order(&teasers);
    page.value("Kind", "Teaser").click();
    page.expect_titles_in_any_order(&wanted);
}

/// The values of a facet and their counts, as the page says them now.
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
    done(page.session().click(&value.element));
}

fn counts_are_what_choosing_gives(page: &Page) {
    for view in ["/", "/?kind=article", "/?q=russia", "/?section=Top+stories"] {
        page.open(view);
        for facet in FACETS.into_iter().filter(|facet| !view.contains(&facet.to_lowercase())) {
            for (value, count) in values(page, facet) {
                toggle(page, &value);
                page.expect_count(count);
                toggle(page, &value);
            }
        }
        page.expect_path(view);
    }
}

fn counts_are_what_choosing_gives_beside_a_chosen_value(page: &Page) {
    for (view, facet, chosen) in [
        ("/?section=Top+stories", "Section", "Top stories"),
        ("/?q=north&kind=article", "Kind", "Article"),
    ] {
        page.open(view);
        let values = values(page, facet);
        let is_chosen = |value: &Named| value_and_count(&value.name).0 == chosen;
        let (chosen, count) =
            values.iter().find(|(value, _)| is_chosen(value)).expect("the chosen value");
        page.expect_count(*count);
        toggle(page, chosen);
        for (value, count) in values.iter().filter(|(value, _)| !is_chosen(value)) {
            toggle(page, value);
            page.expect_count(*count);
            toggle(page, value);
        }
    }
}

fn active_filters_are_buttons_that_remove(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.active_filters().none();
    page.role("button").named("Clear all").none();
    page.value("Section", "Diplomacy").click();
    page.value("Section", "Top stories").click();
    page.value("Kind", "Teaser").click();
    assert_eq!(page.active_filters().role("button").names().len(), 3);
    page.active_filters().role("button").named("Remove Kind: Teaser").one();
    page.active_filters().role("button").named("Remove Section: Diplomacy").click();
    page.active_filters().role("button").named("Remove Section: Diplomacy").none();
    page.expect_count(3);
    assert!(!ticked(&page.value("Section", "Diplomacy")));
    page.expect_path("/?section=Top+stories&kind=teaser");
}

fn clear_all_clears_all(page: &Page) {
    page.open("/?section=Diplomacy&kind=teaser&length=short&q=russia");
    page.role("button").named("Clear all").click();
    page.active_filters().none();
    page.expect_titles_in_any_order(&seed::holding("russia"));
    assert_eq!(page.query(), "russia", "the query is not a filter");
    page.expect_path("/?q=russia");
}

fn zero_is_said_in_words(page: &Page) {
    page.open("/?section=Diplomacy&kind=article");
    page.expect_status("No items match");
    page.expect_count(0);
    let words = page.role("main").text();
    assert!(words.to_lowercase().contains("match"), "{words}");
}
