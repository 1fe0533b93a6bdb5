//! A page object: finds the parts of the page by role and name, so that tests use the page's terms.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{locator::Locator, page::Page, webdriver::Key};

/// Returns the heading of each result. The argument is the list of results.
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

    /// The checkbox of a facet value, with any count.
    pub(crate) fn facet_value(&self, facet: &str, value: &str) -> Locator<'_> {
        self.facet(facet).role("checkbox").starting_with(&format!("{value} "))
    }

    pub(crate) fn active_filters(&self) -> Locator<'_> {
        self.role("list").named("Active filters")
    }

    pub(crate) fn sort_select(&self) -> Locator<'_> {
        self.role("combobox").named("Sort by")
    }

    pub(crate) fn theme_select(&self) -> Locator<'_> {
        self.role("combobox").named("Theme")
    }

    /// Returns the text in the search box.
    #[track_caller]
    pub(crate) fn query(&self) -> String {
        self.search_box()
            .script("return arguments[0].value")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Replaces the text in the search box, key by key.
    #[track_caller]
    pub(crate) fn search(&self, query: &str) {
        self.search_box().click();
        if !self.query().is_empty() {
            self.press(Key::Escape);
        }
        self.type_text(query);
    }

    /// Returns the titles of the results at the moment; none if there is no list.
    pub(crate) fn current_titles(&self) -> Result<Vec<String>, String> {
        let list = self.results().current()?;
        let Some(list) = list.first() else { return Ok(Vec::new()) };
        let titles = self.session().run(TITLES, &json!([list.argument()]))?;
        let titles = titles.as_array().into_iter().flatten();
        Ok(titles.map(|title| title.as_str().unwrap_or_default().trim().to_owned()).collect())
    }

    /// Waits for exactly these results in this order.
    #[track_caller]
    pub(crate) fn expect_titles(&self, expected: &[&str]) {
        self.until(&format!("the results {expected:#?}"), || {
            let titles = self.current_titles()?;
            if titles == expected { Ok(()) } else { Err(format!("they are {titles:#?}")) }
        });
    }

    /// Waits for exactly these results in any order.
    #[track_caller]
    pub(crate) fn expect_titles_in_any_order(&self, expected: &[&str]) {
        let expected: BTreeSet<_> = expected.iter().map(|title| (*title).to_owned()).collect();
        self.until(&format!("the results {expected:#?} in any order"), || {
            let titles = self.current_titles()?;
            let set: BTreeSet<_> = titles.iter().cloned().collect();
            if set == expected && titles.len() == set.len() {
                Ok(())
            } else {
                Err(format!("they are {titles:#?}"))
            }
        });
    }

    /// Waits for a number of results.
    #[track_caller]
    pub(crate) fn expect_count(&self, expected: usize) {
        self.until(&format!("{expected} results"), || {
            let titles = self.current_titles()?;
            if titles.len() == expected {
                Ok(())
            } else {
                Err(format!("there are {}: {titles:#?}", titles.len()))
            }
        });
    }

    /// Waits for a text of the status.
    #[track_caller]
    pub(crate) fn expect_status(&self, expected: &str) {
        self.until(&format!("the status {expected:?}"), || {
            let text = self.role("status").script("return arguments[0].textContent.trim()");
            if text == expected { Ok(()) } else { Err(format!("it is {text}")) }
        });
    }

    /// Selects an option of a `select` element.
    #[track_caller]
    pub(crate) fn select_option(&self, select: &Locator<'_>, option: &str) {
        select.role("option").named(option).click();
        self.until(&format!("the option {option} to be selected"), || {
            let selected = selected_option(select);
            if selected == option { Ok(()) } else { Err(format!("{selected} is")) }
        });
    }

    /// Opens an article, with a query string or an empty one.
    #[track_caller]
    pub(crate) fn open_article(&self, slug: &str, search: &str) {
        let path = format!("/article/{slug}/");
        let separator = if search.is_empty() { "" } else { "?" };
        self.open(&format!("{path}{separator}{search}"));
    }

    /// Waits for the article page with this title.
    #[track_caller]
    pub(crate) fn expect_article(&self, title: &str) {
        self.role("main").role("article").role("heading").named(title).one();
    }

    /// Waits until the browser has cached a whole edition.
    #[track_caller]
    pub(crate) fn expect_offline_copy(&self) {
        self.until("the edition to be cached", || {
            let state = self.script(
                "return navigator.serviceWorker.getRegistration()
                    .then(registration => registration?.active?.state ?? 'no worker')",
            );
            if state == "activated" { Ok(()) } else { Err(state.to_string()) }
        });
    }

    /// Waits for the typefaces, and shows them also if they arrived after the page. The page itself
    /// loads only the styles that its text has.
    #[track_caller]
    pub(crate) fn show_typefaces(&self) {
        self.until("the typefaces", || {
            let loaded = self.script(
                "const { fonts, documentElement } = document;
                const faces = [...fonts].filter(({ family, unicodeRange }) =>
                    family.includes('Cuttings') && /U\\+0*20-0*7E/i.test(unicodeRange));
                if (faces.length < 4) return faces.length;
                faces.forEach(face => face.load());
                if (faces.some(({ status }) => status !== 'loaded')) return 'loading';
                documentElement.dataset.typefaces = '';
                return fonts.status",
            );
            if loaded == "loaded" { Ok(()) } else { Err(loaded.to_string()) }
        });
    }

    /// Waits for the announcement of a new edition.
    #[track_caller]
    pub(crate) fn expect_update_notice(&self) {
        self.role("button").named("Show it").one();
        let text = self.script("return document.getElementById('edition-update').textContent");
        assert!(text.as_str().is_some_and(|text| text.starts_with("A new edition")), "{text}");
        let role =
            self.script("return document.getElementById('edition-update').getAttribute('role')");
        assert_eq!(role, "status");
    }

    /// Expects that no new edition is announced at the moment.
    #[track_caller]
    pub(crate) fn expect_no_update_notice(&self) {
        assert_eq!(self.script("return document.getElementById('edition-update')"), Value::Null);
    }

    /// Returns how far down the page is scrolled, in CSS pixels.
    #[track_caller]
    pub(crate) fn scroll_y(&self) -> i64 {
        self.script("return Math.round(scrollY)").as_i64().unwrap_or_default()
    }
}

/// Returns the label of the selected option.
#[track_caller]
pub(crate) fn selected_option(select: &Locator<'_>) -> String {
    let text = select.script("return arguments[0].selectedOptions[0]?.label ?? ''");
    text.as_str().unwrap_or_default().to_owned()
}

/// Returns true if the checkbox is checked.
#[track_caller]
pub(crate) fn is_checked(checkbox: &Locator<'_>) -> bool {
    checkbox.script("return arguments[0].checked") == Value::Bool(true)
}

/// Splits the name of a facet value's checkbox into the value and its count.
#[track_caller]
pub(crate) fn value_and_count(name: &str) -> (&str, usize) {
    name.rsplit_once(' ')
        .and_then(|(value, count)| Some((value, count.parse().ok()?)))
        .unwrap_or_else(|| panic!("{name:?} is not a value with a count"))
}
