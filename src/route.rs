//! The URLs of the page. Only this module parses and prints them.

use crate::store::exploration::Exploration;
use crate::store::facet::Facet;
use crate::store::query_string::{self, decode};
use crate::store::view::View;
use cuttings_exports::address::article_path;
use std::rc::Rc;

/// A location within the page.
///
/// URLs are relative to the page's base (`<base href>`), so the site works under any path and only
/// the browser knows that path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The results of a view.
    Results(View),
    /// An article, and the view in which the reader found it.
    Article {
        /// The article's slug.
        slug: Slug,
        /// The view that "Back to results" restores, and whose query is highlighted in the text.
        view: View,
    },
    /// A section beside the results, and the view that the reader came from.
    Section {
        /// The section.
        section: Section,
        /// The view that limits the section's content.
        view: View,
    },
    /// A view that explores the edition, which another program shows (`src/explorer`).
    Explore {
        /// The view, with what its address says beside the query and the filters.
        exploration: Exploration,
        /// The view that limits the items.
        view: View,
    },
    /// The page of one entity.
    Entity {
        /// The kind of entity, as a facet.
        facet: Facet,
        /// The entity's name, as the index spells it.
        name: Rc<str>,
        /// The view that limits the list of mentions.
        view: View,
    },
    /// A URL that leads nowhere.
    NotFound {
        /// The path, relative to the base.
        path: Rc<str>,
    },
}

/// The query parameter that names the entity of an entity page.
const NAME_PARAMETER: &str = "name";

/// The form in which links are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UrlStyle {
    /// As paths, for a host that has a file for each page.
    #[default]
    Paths,
    /// As fragments after `#/`, for an edition that is a single file.
    Fragments,
}

impl UrlStyle {
    /// Returns the `href` of a link to `route`.
    pub fn href(self, route: &Route) -> String {
        let mut href = route.href();
        if self == UrlStyle::Fragments {
            href.replace_range(..1, "#");
        }
        href
    }

    /// Returns the path and the query string of a URL. `path` is relative to the base; `search` and
    /// `fragment` follow `?` and `#`.
    pub fn split<'a>(
        self,
        path: &'a str,
        search: &'a str,
        fragment: &'a str,
    ) -> (&'a str, &'a str) {
        match self {
            UrlStyle::Paths => (path, search),
            UrlStyle::Fragments => {
                let url = fragment.trim_start_matches('#').strip_prefix('/').unwrap_or_default();
                // A second `#` introduces the block of the article that the URL leads to.
                let url = url.split('#').next().unwrap_or(url);
                url.split_once('?').unwrap_or((url, ""))
            }
        }
    }
}

/// A section beside the results: another way to explore the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The entities that the articles mention.
    Names,
    /// The reader's saved articles and notes.
    Saved,
}

impl Section {
    /// All sections, in the order of the navigation.
    pub const ALL: [Section; 2] = [Section::Names, Section::Saved];

    /// The section's path, relative to the base and without a slash.
    pub fn key(self) -> &'static str {
        match self {
            Section::Names => "names",
            Section::Saved => "saved",
        }
    }

    /// The section's label on the page.
    pub fn label(self) -> &'static str {
        match self {
            Section::Names => msg!("names"),
            Section::Saved => msg!("saved"),
        }
    }
}

/// The part of an article's URL that identifies it. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(
    /// Invariant: not empty; of ASCII only lower-case letters, digits and hyphens.
    Rc<str>,
);

impl Slug {
    /// Returns `text`, decoded, as a slug, or `None` if it contains other characters.
    pub fn new(text: &str) -> Option<Slug> {
        let is_allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | 0x80..);
        (!text.is_empty() && text.bytes().all(is_allowed)).then(|| Slug(text.into()))
    }

    /// The slug as shared text.
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
    /// Parses `path`, relative to the base and without a leading slash, and a query string, which
    /// may name the facets of every edition and `custom` ones.
    ///
    /// Never fails: a path that is no page is [`Route::NotFound`].
    pub fn parse(path: &str, search: &str, custom: &[Facet]) -> Route {
        let view = || View::from_pairs(query_string::parse(search), custom);
        let page = path.strip_suffix("index.html").unwrap_or(path);
        if page.is_empty() {
            return Route::Results(view());
        }
        let name = page.strip_suffix('/').unwrap_or(page);
        if let Some(section) = Section::ALL.into_iter().find(|section| section.key() == name) {
            let entity = query_string::parse(search)
                .find(|(key, _)| key == NAME_PARAMETER && section == Section::Names);
            let entity = entity.as_ref().and_then(|(_, entity)| entity.split_once(':'));
            return match entity.and_then(|(kind, name)| Some((Facet::from_key(kind, &[])?, name))) {
                Some((facet, name)) => Route::Entity { facet, name: name.into(), view: view() },
                None => Route::Section { section, view: view() },
            };
        }
        if let Some(exploration) = Exploration::parse(name, query_string::parse(search)) {
            return Route::Explore { exploration, view: view() };
        }
        match page
            .strip_prefix("article/")
            .and_then(|rest| Slug::new(&decode(rest.strip_suffix('/').unwrap_or(rest))))
        {
            Some(slug) => Route::Article { slug, view: view() },
            None => Route::NotFound { path: path.into() },
        }
    }

    /// Returns the URL relative to the base, for an `href`.
    pub fn href(&self) -> String {
        let mut href = String::from("./");
        let mut entity = None;
        match self {
            Route::Results(_) => {}
            Route::Article { slug, .. } => {
                href.push_str(&article_path(slug.as_str()));
            }
            Route::Section { section, .. } => {
                href.push_str(section.key());
                href.push('/');
            }
            Route::Explore { exploration, .. } => {
                href.push_str(exploration.kind.key());
                href.push('/');
            }
            Route::Entity { facet, name, .. } => {
                href.push_str("names/");
                entity = Some(Rc::from([facet.key(), ":", name].concat()));
            }
            Route::NotFound { path } => href.push_str(path),
        }
        if let Some(view) = self.view() {
            let mut pairs = view.pairs();
            if let Some(entity) = entity {
                pairs.insert(0, (NAME_PARAMETER, entity));
            }
            if let Route::Explore { exploration, .. } = self {
                pairs.extend(exploration.pairs());
            }
            let search = query_string::print(pairs);
            if !search.is_empty() {
                href.push('?');
                href.push_str(&search);
            }
        }
        href
    }

    /// The path of the file that a host serves for this route, relative to the base. It is not
    /// percent-encoded, because hosts decode paths.
    pub fn file(&self) -> String {
        match self {
            Route::Results(_) => "index.html".to_owned(),
            Route::Article { slug, .. } => ["article/", slug.as_str(), "/index.html"].concat(),
            Route::Section { section, .. } => [section.key(), "/index.html"].concat(),
            Route::Explore { exploration, .. } => [exploration.kind.key(), "/index.html"].concat(),
            Route::Entity { .. } => "names/index.html".to_owned(),
            Route::NotFound { .. } => "404.html".to_owned(),
        }
    }

    /// The view in the URL.
    pub fn view(&self) -> Option<&View> {
        match self {
            Route::Results(view)
            | Route::Article { view, .. }
            | Route::Section { view, .. }
            | Route::Explore { view, .. }
            | Route::Entity { view, .. } => Some(view),
            Route::NotFound { .. } => None,
        }
    }

    /// The view in the URL, for changing it.
    pub fn view_mut(&mut self) -> Option<&mut View> {
        match self {
            Route::Results(view)
            | Route::Article { view, .. }
            | Route::Section { view, .. }
            | Route::Explore { view, .. }
            | Route::Entity { view, .. } => Some(view),
            Route::NotFound { .. } => None,
        }
    }

    /// The results of the view in the URL; all items if there is no view.
    pub fn results(&self) -> Route {
        Route::Results(self.view().cloned().unwrap_or_default())
    }

    /// Returns whether the page shows the results of its view, as a list or explored.
    pub fn shows_results(&self) -> bool {
        matches!(self, Route::Results(_) | Route::Explore { .. })
    }

    /// Returns whether both routes show the same page, possibly with different views.
    pub fn same_page(&self, other: &Route) -> bool {
        match (self, other) {
            (Route::Results(_), Route::Results(_)) => true,
            (Route::Article { slug: a, .. }, Route::Article { slug: b, .. }) => a == b,
            (Route::Section { section: a, .. }, Route::Section { section: b, .. }) => a == b,
            (Route::Explore { exploration: a, .. }, Route::Explore { exploration: b, .. }) => {
                a.kind == b.kind
            }
            (
                Route::Entity { facet: facet_a, name: name_a, .. },
                Route::Entity { facet: facet_b, name: name_b, .. },
            ) => facet_a == facet_b && name_a == name_b,
            (Route::NotFound { path: a }, Route::NotFound { path: b }) => a == b,
            _ => false,
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::store::view::{Filter, Query, Sort};
    use cuttings_edition::{Day, Period};
    use proptest::prelude::*;

    /// Parses and prints a URL; `expected` is the canonical form.
    #[track_caller]
    fn check(url: &str, expected: &str) {
        let (path, search) = url.split_once('?').unwrap_or((url, ""));
        assert_eq!(Route::parse(path, search, &[]).href(), expected);
    }

    #[test]
    fn each_url_has_one_canonical_form() {
        check("", "./");
        check("index.html", "./");
        check("?", "./");
        check("?q=", "./");
        check("?q=north%20korea", "./?q=north+korea");
        check("?q=a&q=b", "./?q=b");
        check("?sort=title&q=kyiv", "./?q=kyiv&sort=title");
        check("?sort=relevance", "./");
        check("?related=on&q=kyiv", "./?q=kyiv&related=on");
        check("?related=yes&q=kyiv", "./?q=kyiv");
        check("?section=Top+stories&section=Diplomacy", "./?section=Diplomacy&section=Top+stories");
        check("?kind=teaser&kind=teaser", "./?kind=teaser");
        check("?length=short&place=Kyiv&person=Umerov&organisation=NATO&kind=article&section=A", {
            "./?section=A&kind=article&person=Umerov&place=Kyiv&organisation=NATO&length=short"
        });
        check("article/one", "./article/one/");
        check("article/one/", "./article/one/");
        check("article/one/index.html", "./article/one/");
        check("article/one/?q=kyiv&sort=longest", "./article/one/?q=kyiv&sort=longest");
        check("article/%E5%8C%97%E6%B5%B7-2024", "./article/%E5%8C%97%E6%B5%B7-2024/");
        check("article/%e5%8c%97/?q=a", "./article/%E5%8C%97/?q=a");
        check("article/北/index.html", "./article/%E5%8C%97/");
        check("article/%6Fne/", "./article/one/");
        check("saved", "./saved/");
        check("names/?name=person:Ada+Berg&q=ferry", "./names/?name=person%3AAda+Berg&q=ferry");
        check("names/?name=Ada+Berg", "./names/");
        check("saved/?name=person:Ada+Berg", "./saved/");
        check("saved/index.html?q=kyiv", "./saved/?q=kyiv");
    }

    #[test]
    fn dates_limit_a_view() {
        check("?to=2024-05-16&from=2023-1-2&q=a", "./?q=a&from=2023-01-02&to=2024-05-16");
        check("?from=2023-02&to=2023-02", "./?from=2023-02-01&to=2023-02-28");
        check("?from=2023..2024&to=2023..2024", "./?from=2023-01-01&to=2024-12-31");
        check("?from=soon&to=", "./");
        check("?tag=a&author=b&source=c&lang=de&from=2024", {
            "./?tag=a&author=b&source=c&lang=de&from=2024-01-01"
        });
        check("?sort=newest&section=A&from=2024", "./?section=A&from=2024-01-01&sort=newest");
    }

    #[test]
    fn custom_facets_are_parameters() {
        let library = crate::fixture::dated();
        let href = |search: &str| library.route("", search).href();
        assert_eq!(href("series=Routes&tag=boats"), "./?tag=boats&series=Routes");
        assert_eq!(href("series=Nowhere&tag=nothing"), "./");
        assert_eq!(href("q=boats"), "./?q=boats");
        check("?series=Routes", "./");
    }

    #[test]
    fn unknown_parameters_are_ignored() {
        check("?utm_source=mail&q=kyiv&Q=x", "./?q=kyiv");
        check("?sort=loudest", "./");
        check("?=x&&q=kyiv", "./?q=kyiv");
    }

    #[test]
    fn files_have_decoded_names() {
        let route = Route::parse("article/%E5%8C%97/", "", &[]);
        assert_eq!(route.file(), "article/北/index.html");
    }

    #[test]
    fn unknown_paths_are_not_found() {
        for path in [
            "nope",
            "article",
            "article/",
            "article//",
            "article/a/b",
            "article/A",
            "article/a%2Fb",
            "article/a%20b",
            "article/a+b",
            "article/a%2Bb",
            "article/%E5%8C",
            "article/%",
            "a?q=x",
        ] {
            let (path, search) = path.split_once('?').unwrap_or((path, ""));
            assert_eq!(Route::parse(path, search, &[]), Route::NotFound { path: path.into() });
        }
    }

    fn views() -> impl Strategy<Value = View> {
        let filter = (0..Facet::BUILT_IN.len(), ".*").prop_map(|(facet, value)| Filter {
            facet: Facet::BUILT_IN[facet],
            value: value.into(),
        });
        let day = || {
            let day = (1_u16..=9999, 1_u8..=12, 1_u8..=28);
            prop::option::of(day.prop_map(|(year, month, day)| Day { year, month, day }))
        };
        (".*", prop::collection::vec(filter, 0..5), day(), day(), 0..Sort::ALL.len()).prop_map(
            |(query, filters, from, to, sort)| {
                let mut view =
                    View { query: Query::from(query), sort: Sort::ALL[sort], ..View::default() };
                filters.into_iter().for_each(|filter| view.filters.insert(filter));
                view.filters.dates = Period { from, to };
                view
            },
        )
    }

    fn routes() -> impl Strategy<Value = Route> {
        prop_oneof![
            views().prop_map(Route::Results),
            (0..Facet::BUILT_IN.len(), ".*", views()).prop_map(|(facet, name, view)| {
                Route::Entity { facet: Facet::BUILT_IN[facet], name: name.into(), view }
            }),
            (0..Section::ALL.len(), views()).prop_map(|(section, view)| Route::Section {
                section: Section::ALL[section],
                view
            }),
            ("[a-z0-9\u{80}-\u{10ffff}-]{1,80}", views())
                .prop_map(|(slug, view)| Route::Article { slug: Slug::new(&slug).unwrap(), view }),
        ]
    }

    #[test]
    fn fragments_hold_the_urls_of_a_single_file() {
        let check = |fragment: &str, expected: &str| {
            let (path, search) = UrlStyle::Fragments.split("papers/cuttings.html", "", fragment);
            assert_eq!(
                UrlStyle::Fragments.href(&Route::parse(path, search, &[])),
                expected,
                "{fragment}"
            );
        };
        check("", "#/");
        check("#/", "#/");
        check("#main", "#/");
        check("#/?q=ferry&sort=title", "#/?q=ferry&sort=title");
        check("#/article/a-b/?q=c%26d", "#/article/a-b/?q=c%26d");
        check("#/nowhere", "#/nowhere");
        check("#/article/%E5%8C%97/", "#/article/%E5%8C%97/");
        check("#/article/北/#p2", "#/article/%E5%8C%97/");
        assert_eq!(UrlStyle::Paths.split("article/a/", "?q=b", "#main"), ("article/a/", "?q=b"));
    }

    proptest! {
        #[test]
        fn round_trips(route in routes()) {
            let href = route.href();
            let (path, search) = href.split_once('?').unwrap_or((&href, ""));
            prop_assert_eq!(Route::parse(path.strip_prefix("./").unwrap(), search, &[]), route);
        }

        #[test]
        fn parsing_never_fails(path in ".*", search in ".*") {
            let _ = Route::parse(&path, &search, &[]).href();
        }
    }
}
