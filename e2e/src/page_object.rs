//! The reading room in its own words: what the page's contract calls things, and where a test finds them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{locator::Locator, page::Page, webdriver::Key};

/// What the script that reads the results gives for each.
const TITLES: &str = "
    return [...arguments[0].querySelectorAll('article')]
        .map(article => article.querySelector('h1, h2, h3, h4, h5, h6')?.textContent ?? '');
";

impl Page {
    pub(crate) fn search_box(&self) -> Locator<'_> {
        self.role("searchbox").named("Search articles")
    }

    pub(crate) fn results(&self) -> Locator<'_> {
        self.role("list").named("Results")
    }

    pub(crate) fn facet(&self, name: &str) -> Locator<'_> {
        self.role("group").named(name)
    }

    /// A facet's value, whatever its count.
    pub(crate) fn value(&self, facet: &str, value: &str) -> Locator<'_> {
        self.facet(facet).role("checkbox").starting(&format!("{value} "))
    }

    pub(crate) fn active_filters(&self) -> Locator<'_> {
        self.role("list").named("Active filters")
    }

    pub(crate) fn sort_by(&self) -> Locator<'_> {
        self.role("combobox").named("Sort by")
    }

    pub(crate) fn theme(&self) -> Locator<'_> {
        self.role("combobox").named("Theme")
    }

    /// What the search box holds.
    #[track_caller]
    pub(crate) fn query(&self) -> String {
        self.search_box()
            .script("return arguments[0].value")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Types a query into the search box in place of what it holds, key by key.
    #[track_caller]
    pub(crate) fn search(&self, query: &str) {
        self.search_box().click();
        if !self.query().is_empty() {
            self.press(Key::Escape);
        }
        self.keys(query);
    }

    /// The results' headings at this moment; none if there is no list.
    pub(crate) fn titles_now(&self) -> Result<Vec<String>, String> {
        let list = self.results().now()?;
        let Some(list) = list.first() else { return Ok(Vec::new()) };
        let titles = self.session().run(TITLES, &json!([list.argument()]))?;
        let titles = titles.as_array().into_iter().flatten();
        Ok(titles.map(|title| title.as_str().unwrap_or_default().trim().to_owned()).collect())
    }

    /// Waits for exactly these results in this order.
    #[track_caller]
    pub(crate) fn expect_titles(&self, expected: &[&str]) {
        self.until(&format!("the results {expected:#?}"), || {
            let titles = self.titles_now()?;
            if titles == expected { Ok(()) } else { Err(format!("they are {titles:#?}")) }
        });
    }

    /// Waits for exactly these results in any order.
    #[track_caller]
    pub(crate) fn expect_titles_in_any_order(&self, expected: &[&str]) {
        let wanted: BTreeSet<_> = expected.iter().map(|title| (*title).to_owned()).collect();
        self.until(&format!("the results {wanted:#?} in any order"), || {
            let titles = self.titles_now()?;
            let set: BTreeSet<_> = titles.iter().cloned().collect();
            if set == wanted && titles.len() == set.len() {
                Ok(())
            } else {
                Err(format!("they are {titles:#?}"))
            }
        });
    }

    /// Waits for so many results.
    #[track_caller]
    pub(crate) fn expect_count(&self, expected: usize) {
        self.until(&format!("{expected} results"), || {
            let titles = self.titles_now()?;
            if titles.len() == expected {
                Ok(())
            } else {
                Err(format!("there are {}: {titles:#?}", titles.len()))
            }
        });
    }

    /// Waits until the status says so.
    #[track_caller]
    pub(crate) fn expect_status(&self, expected: &str) {
        self.until(&format!("the status {expected:?}"), || {
            let said = self.role("status").script("return arguments[0].textContent.trim()");
            if said == expected { Ok(()) } else { Err(format!("it says {said}")) }
        });
    }

    /// Chooses an option of a list to choose from, as the arrow keys would.
    #[track_caller]
    pub(crate) fn choose(&self, list: &Locator<'_>, option: &str) {
        list.role("option").named(option).click();
        self.until(&format!("{option} to be chosen"), || {
            let chosen = chosen(list);
            if chosen == option { Ok(()) } else { Err(format!("{chosen} is")) }
        });
    }

    /// Opens an article's own address, with a query string or an empty one.
    #[track_caller]
    pub(crate) fn open_article(&self, slug: &str, search: &str) {
        let path = format!("/article/{slug}/");
        let mark = if search.is_empty() { "" } else { "?" };
        self.open(&format!("{path}{mark}{search}"));
    }

    /// Waits until a reader with this headline is there.
    #[track_caller]
    pub(crate) fn expect_reader(&self, title: &str) {
        self.role("main").role("article").role("heading").named(title).one();
    }

    /// How far down the page is.
    #[track_caller]
    pub(crate) fn scrolled(&self) -> i64 {
        self.script("return Math.round(scrollY)").as_i64().unwrap_or_default()
    }
}

/// The option that is chosen.
#[track_caller]
pub(crate) fn chosen(list: &Locator<'_>) -> String {
    let text = list.script("return arguments[0].selectedOptions[0]?.label ?? ''");
    text.as_str().unwrap_or_default().to_owned()
}

/// Whether the one checkbox there is has its tick.
#[track_caller]
pub(crate) fn ticked(checkbox: &Locator<'_>) -> bool {
    checkbox.script("return arguments[0].checked") == Value::Bool(true)
}

/// A checkbox's value and count, by its name.
#[track_caller]
pub(crate) fn value_and_count(name: &str) -> (&str, usize) {
    name.rsplit_once(' ')
        .and_then(|(value, count)| Some((value, count.parse().ok()?)))
        .unwrap_or_else(|| panic!("{name:?} is no value with a count"))
}
