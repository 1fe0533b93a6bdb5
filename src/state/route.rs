//! The addresses of the page. Nobody else spells one.

use super::query_string;
use super::view::View;
use std::rc::Rc;

/// Where in the page someone is.
///
/// Addresses are written and read relative to the page's base (`<base href>`), so that the page works under any path
/// and nothing but the browser knows which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The results of a view.
    Results(View),
    /// An article, and the view in which it was found.
    Article {
        /// The article's address.
        slug: Slug,
        /// What "Back to results" goes back to, and what is marked in the text.
        view: View,
    },
    /// An address at which there is nothing.
    NotFound {
        /// The address, relative to the base.
        path: Rc<str>,
    },
}

/// How addresses are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addresses {
    /// As paths, on a host that has a file for each page.
    #[default]
    Paths,
    /// Behind `#/`, in a page that is a single file.
    Fragments,
}

impl Addresses {
    /// What a link to a route holds.
    pub fn href(self, route: &Route) -> String {
        let mut href = route.href();
        if self == Addresses::Fragments {
            href.replace_range(..1, "#");
        }
        href
    }

    /// The path and the query string of an address, of which there are these parts: its path relative to the base, what
    /// stands behind `?` and what stands behind `#`.
    pub fn place<'a>(self, path: &'a str, search: &'a str, fragment: &'a str) -> (&'a str, &'a str) {
        match self {
            Addresses::Paths => (path, search),
            Addresses::Fragments => {
                let place = fragment.trim_start_matches('#').strip_prefix('/').unwrap_or_default();
                place.split_once('?').unwrap_or((place, ""))
            }
        }
    }
}

/// The address of an article. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(
    /// Invariant: not empty; lower-case ASCII letters, digits and hyphens.
    Rc<str>,
);

impl Slug {
    /// `text` as a slug, if it could be one.
    pub fn new(text: &str) -> Option<Slug> {
        let fits = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        (!text.is_empty() && text.bytes().all(fits)).then(|| Slug(text.into()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Route {
    fn default() -> Route {
        Route::Results(View::default())
    }
}

impl Route {
    /// The route at `path`, relative to the base and without a leading slash, with this query string.
    ///
    /// Never fails: what is no address of the page is [`Route::NotFound`].
    pub fn parse(path: &str, search: &str) -> Route {
        let view = || View::from_pairs(query_string::parse(search));
        let place = path.strip_suffix("index.html").unwrap_or(path);
        if place.is_empty() {
            return Route::Results(view());
        }
        match place
            .strip_prefix("article/")
            .map(|rest| rest.strip_suffix('/').unwrap_or(rest))
            .and_then(Slug::new)
        {
            Some(slug) => Route::Article { slug, view: view() },
            None => Route::NotFound { path: path.into() },
        }
    }

    /// The address, relative to the base: what an `href` holds.
    pub fn href(&self) -> String {
        let mut href = String::from("./");
        if let Route::Article { slug, .. } = self {
            href.push_str("article/");
            href.push_str(slug.as_str());
            href.push('/');
        }
        if let Route::NotFound { path } = self {
            href.push_str(path);
        }
        if let Some(view) = self.view() {
            let search = query_string::print(view.pairs());
            if !search.is_empty() {
                href.push('?');
                href.push_str(&search);
            }
        }
        href
    }

    /// The file that a host answers this address with, relative to the base.
    pub fn file(&self) -> String {
        match self {
            Route::Results(_) => "index.html".to_owned(),
            Route::Article { slug, .. } => ["article/", slug.as_str(), "/index.html"].concat(),
            Route::NotFound { .. } => "404.html".to_owned(),
        }
    }

    /// The view that the address carries.
    pub fn view(&self) -> Option<&View> {
        match self {
            Route::Results(view) | Route::Article { view, .. } => Some(view),
            Route::NotFound { .. } => None,
        }
    }

    /// The view that the address carries, to be changed.
    pub fn view_mut(&mut self) -> Option<&mut View> {
        match self {
            Route::Results(view) | Route::Article { view, .. } => Some(view),
            Route::NotFound { .. } => None,
        }
    }

    /// The results of the view that the address carries; of everything if it carries none.
    pub fn results(&self) -> Route {
        Route::Results(self.view().cloned().unwrap_or_default())
    }

    /// Whether both show the same page, whatever of it.
    pub fn same_page(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Results(_), Route::Results(_)) => true,
            (Route::Article { slug: one, .. }, Route::Article { slug: two, .. }) => one == two,
            (Route::NotFound { path: one }, Route::NotFound { path: two }) => one == two,
            _ => false,
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::state::facet::Facet;
    use crate::state::view::{Filter, Query, Sort};
    use proptest::prelude::*;

    /// Reads an address and writes it again; `expected` is the canonical form.
    #[track_caller]
    fn check(address: &str, expected: &str) {
        let (path, search) = address.split_once('?').unwrap_or((address, ""));
        assert_eq!(Route::parse(path, search).href(), expected);
    }

    #[test]
    fn addresses_have_one_canonical_form() {
        check("", "./");
        check("index.html", "./");
        check("?", "./");
        check("?q=", "./");
        check("?q=north%20korea", "./?q=north+korea");
        check("?q=a&q=b", "./?q=b");
        check("?sort=title&q=kyiv", "./?q=kyiv&sort=title");
        check("?sort=relevance", "./");
        check("?section=Top+stories&section=Diplomacy", "./?section=Diplomacy&section=Top+stories");
        check("?kind=teaser&kind=teaser", "./?kind=teaser");
        check("?length=short&place=Kyiv&person=Umerov&organisation=NATO&kind=article&section=A", {
            "./?section=A&kind=article&person=Umerov&place=Kyiv&organisation=NATO&length=short"
        });
        check("article/one", "./article/one/");
        check("article/one/", "./article/one/");
        check("article/one/index.html", "./article/one/");
        check("article/one/?q=kyiv&sort=longest", "./article/one/?q=kyiv&sort=longest");
    }

    #[test]
    fn unknown_keys_and_values_are_ignored() {
        check("?utm_source=mail&q=kyiv&Q=x", "./?q=kyiv");
        check("?sort=loudest", "./");
        check("?=x&&q=kyiv", "./?q=kyiv");
    }

    #[test]
    fn what_is_no_address_is_not_found() {
        for path in [
            "nope",
            "article",
            "article/",
            "article//",
            "article/a/b",
            "article/A",
            "article/%C3%A9",
            "a?q=x",
        ] {
            let (path, search) = path.split_once('?').unwrap_or((path, ""));
            assert_eq!(Route::parse(path, search), Route::NotFound { path: path.into() });
        }
    }

    fn views() -> impl Strategy<Value = View> {
        let filter = (0..Facet::ALL.len(), ".*")
            .prop_map(|(facet, value)| Filter { facet: Facet::ALL[facet], value: value.into() });
        (".*", prop::collection::vec(filter, 0..5), 0..Sort::ALL.len()).prop_map(|(query, filters, sort)| {
            let mut view = View { query: Query::from(query), sort: Sort::ALL[sort], ..View::default() };
            filters.into_iter().for_each(|filter| view.filters.insert(filter));
            view
        })
    }

    fn routes() -> impl Strategy<Value = Route> {
        prop_oneof![
            views().prop_map(Route::Results),
            ("[a-z0-9-]{1,80}", views())
                .prop_map(|(slug, view)| Route::Article { slug: Slug::new(&slug).unwrap(), view }),
        ]
    }

    #[test]
    fn addresses_of_a_single_file_are_behind_its_name() {
        let check = |fragment: &str, expected: &str| {
            let (path, search) = Addresses::Fragments.place("papers/cuttings.html", "", fragment);
            assert_eq!(Addresses::Fragments.href(&Route::parse(path, search)), expected, "{fragment}");
        };
        check("", "#/");
        check("#/", "#/");
        check("#main", "#/");
        check("#/?q=ferry&sort=title", "#/?q=ferry&sort=title");
        check("#/article/a-b/?q=c%26d", "#/article/a-b/?q=c%26d");
        check("#/nowhere", "#/nowhere");
        assert_eq!(Addresses::Paths.place("article/a/", "?q=b", "#main"), ("article/a/", "?q=b"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(route in routes()) {
            let href = route.href();
            let (path, search) = href.split_once('?').unwrap_or((&href, ""));
            prop_assert_eq!(Route::parse(path.strip_prefix("./").unwrap(), search), route);
        }

        #[test]
        fn no_address_is_too_much(path in ".*", search in ".*") {
            let _ = Route::parse(&path, &search).href();
        }
    }
}
