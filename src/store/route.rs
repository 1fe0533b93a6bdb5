//! The addresses of the page. Nobody else spells one.

use super::facet::Facet;
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
    /// A room beside the results, and the view that one came from.
    Room {
        /// Which.
        room: Room,
        /// What narrows the room, and what "Back to results" goes back to.
        view: View,
    },
    /// Someone or something that items name.
    Name {
        /// Its kind, as a facet.
        facet: Facet,
        /// Its name, as the index spells it.
        name: Rc<str>,
        /// What narrows the places where it is named.
        view: View,
    },
    /// An address at which there is nothing.
    NotFound {
        /// The address, relative to the base.
        path: Rc<str>,
    },
}

/// Under which key an address says whom or what it is about.
const NAME: &str = "name";

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
                // Behind the address may stand which block of the article it leads to.
                let place = place.split('#').next().unwrap_or(place);
                place.split_once('?').unwrap_or((place, ""))
            }
        }
    }
}

/// A room beside the results: another way to look at the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Who and what is named.
    Names,
    /// Who said what.
    Quotes,
    /// The numbers.
    Figures,
    /// What the person saved and noted.
    Saved,
}

impl Room {
    /// All of them, in the order in which the page's top lists them.
    pub const ALL: [Room; 4] = [Room::Names, Room::Quotes, Room::Figures, Room::Saved];

    /// Its address, relative to the base and without a slash.
    pub fn key(self) -> &'static str {
        match self {
            Room::Names => "names",
            Room::Quotes => "quotes",
            Room::Figures => "figures",
            Room::Saved => "saved",
        }
    }

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Room::Names => msg!("names"),
            Room::Quotes => msg!("quotes"),
            Room::Figures => msg!("figures"),
            Room::Saved => msg!("saved"),
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

    /// The slug, shared.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
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
        let name = place.strip_suffix('/').unwrap_or(place);
        if let Some(room) = Room::ALL.into_iter().find(|room| room.key() == name) {
            let named = query_string::parse(search).find(|(key, _)| key == NAME && room == Room::Names);
            let named = named.as_ref().and_then(|(_, name)| name.split_once(':'));
            return match named.and_then(|(facet, name)| Some((Facet::from_key(facet)?, name))) {
                Some((facet, name)) => Route::Name { facet, name: name.into(), view: view() },
                None => Route::Room { room, view: view() },
            };
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
        if let Route::Room { room, .. } = self {
            href.push_str(room.key());
            href.push('/');
        }
        let mut named = String::new();
        if let Route::Name { facet, name, .. } = self {
            href.push_str("names/");
            named = [facet.key(), ":", name].concat();
        }
        if let Route::NotFound { path } = self {
            href.push_str(path);
        }
        if let Some(view) = self.view() {
            let named = (!named.is_empty()).then_some((NAME, &named[..]));
            let search = query_string::print(named.into_iter().chain(view.pairs()));
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
            Route::Room { room, .. } => [room.key(), "/index.html"].concat(),
            Route::Name { .. } => "names/index.html".to_owned(),
            Route::NotFound { .. } => "404.html".to_owned(),
        }
    }

    /// The view that the address carries.
    pub fn view(&self) -> Option<&View> {
        match self {
            Route::Results(view)
            | Route::Article { view, .. }
            | Route::Room { view, .. }
            | Route::Name { view, .. } => Some(view),
            Route::NotFound { .. } => None,
        }
    }

    /// The view that the address carries, to be changed.
    pub fn view_mut(&mut self) -> Option<&mut View> {
        match self {
            Route::Results(view)
            | Route::Article { view, .. }
            | Route::Room { view, .. }
            | Route::Name { view, .. } => Some(view),
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
            (Route::Room { room: one, .. }, Route::Room { room: two, .. }) => one == two,
            (Route::Name { facet, name, .. }, Route::Name { facet: other, name: another, .. }) => {
                facet == other && name == another
            }
            (Route::NotFound { path: one }, Route::NotFound { path: two }) => one == two,
            _ => false,
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::store::view::{Filter, Query, Sort};
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
        check("saved", "./saved/");
        check("names/?name=person:Ada+Berg&q=ferry", "./names/?name=person%3AAda+Berg&q=ferry");
        check("names/?name=Ada+Berg", "./names/");
        check("saved/?name=person:Ada+Berg", "./saved/");
        check("saved/index.html?q=kyiv", "./saved/?q=kyiv");
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
            (0..Facet::ALL.len(), ".*", views()).prop_map(|(facet, name, view)| {
                Route::Name { facet: Facet::ALL[facet], name: name.into(), view }
            }),
            (0..Room::ALL.len(), views())
                .prop_map(|(room, view)| Route::Room { room: Room::ALL[room], view }),
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
