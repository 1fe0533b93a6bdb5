//! The edition that the page shows, as components pass it on.

use super::facet::Facet;
use super::results::Results;
use super::route::{Addresses, Room, Route, Slug};
use super::view::{Filter, View};
use cuttings_edition::{Article, Edition, EntityId, Item, OpenError};
use cuttings_search::{Outcome, Request, Searcher};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// What the browser's tab says where there is nothing.
const NOT_FOUND: &str = msg!("page-not-found");

/// An opened edition. Cheap to clone, and to compare: equal if it is the same one.
///
/// It is read for as long as the page is open, hence `'static`; whether its bytes are embedded or were fetched makes no
/// difference.
#[derive(Clone, Debug)]
pub struct Library {
    opened: Rc<Opened>,
    addresses: Addresses,
}

/// An edition, what searches it, and what was answered last.
#[derive(Debug)]
struct Opened {
    edition: Edition<'static>,
    searcher: RefCell<Searcher<'static>>,
    answered: RefCell<Option<(View, usize, Rc<Results>)>>,
}

impl Library {
    /// Opens an edition.
    ///
    /// # Errors
    /// If the bytes are no edition that this page can read.
    pub fn open(bytes: &'static [u8]) -> Result<Library, OpenError> {
        let edition = Edition::open(bytes)?;
        let searcher = RefCell::new(edition.searcher());
        let opened = Opened { edition, searcher, answered: RefCell::default() };
        Ok(Library { opened: Rc::new(opened), addresses: Addresses::default() })
    }

    /// The same edition, where links into it are written in another way.
    pub fn addressed_by(self, addresses: Addresses) -> Library {
        Library { addresses, ..self }
    }

    /// How links into it are written.
    pub fn addresses(&self) -> Addresses {
        self.addresses
    }

    /// The entity that a route is about, if the edition has it.
    pub fn entity_at(&self, facet: Facet, name: &str) -> Option<EntityId> {
        self.find_entity(facet.kind()?, name)
    }

    /// The route of an entity, with what narrows it.
    pub fn route_of(&self, entity: EntityId, view: &View) -> Route {
        let name = self.entity(entity).map_or("", |entity| entity.name);
        Route::Name { facet: Facet::of_kind(entity.kind), name: name.into(), view: view.clone() }
    }

    /// What a link to a route holds.
    pub fn href(&self, route: &Route) -> String {
        self.addresses.href(route)
    }

    /// Answers a request.
    pub fn search(&self, request: &Request<'_>) -> Outcome {
        self.opened.searcher.borrow_mut().search(request)
    }

    /// The results of `view`, at most `limit` of them. Those that were asked for last are remembered: a page that is rendered
    /// again, or published after another of the same view, asks for them once more.
    pub fn results(&self, view: &View, limit: usize) -> Rc<Results> {
        let mut answered = self.opened.answered.borrow_mut();
        if let Some((of, at_most, results)) = &*answered
            && (of, *at_most) == (view, limit)
        {
            return Rc::clone(results);
        }
        let results = Rc::new(Results::of(self, view, limit));
        *answered = Some((view.clone(), limit, Rc::clone(&results)));
        results
    }

    /// The results of `view` for someone who is typing: the facets are those of the answer before, where the same filters
    /// are on. Nobody reads forty counts between two keys.
    pub fn glimpse(&self, view: &View, limit: usize) -> Rc<Results> {
        let before = self.opened.answered.take().filter(|(of, ..)| of.filters == view.filters);
        let mut results = Results::of(self, view, limit);
        if let Some((_, _, before)) = before {
            results.facets = Rc::clone(&before.facets);
        }
        let results = Rc::new(results);
        self.opened.answered.replace(Some((view.clone(), limit, Rc::clone(&results))));
        results
    }

    /// The route at an address of this edition: filters by values that it does not have are ignored.
    pub fn route(&self, path: &str, search: &str) -> Route {
        let mut route = Route::parse(path, search);
        if let Some(view) = route.view_mut() {
            view.filters.retain(|filter| self.has(filter));
        }
        route
    }

    /// Every page that is a file of its own, each once: the one list of them. What an address's query asks for is made of
    /// these by the program.
    pub fn pages(&self) -> impl Iterator<Item = Route> + '_ {
        let articles = self.articles().filter_map(|article| {
            Some(Route::Article { slug: Slug::new(article.slug())?, view: View::default() })
        });
        let rooms = Room::ALL.into_iter().map(|room| Route::Room { room, view: View::default() });
        let nothing = Route::NotFound { path: Rc::from("") };
        [Route::default()].into_iter().chain(articles).chain(rooms).chain([nothing])
    }

    /// The articles, in seed order.
    pub fn articles(&self) -> impl Iterator<Item = Article<'static>> + use<'_> {
        self.items().filter_map(|item| match item {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        })
    }

    /// What the browser's tab says at an address.
    pub fn page_title(&self, route: &Route) -> String {
        let article = |slug: &Slug| self.article(slug.as_str()).map(|article| article.title());
        let page = match route {
            Route::Results(view) if view.query.is_blank() => return self.title().to_owned(),
            Route::Results(view) => view.query.as_str().trim(),
            Route::Article { slug, .. } => article(slug).unwrap_or(NOT_FOUND),
            Route::Room { room, .. } => room.label(),
            Route::Name { name, .. } => name,
            Route::NotFound { .. } => NOT_FOUND,
        };
        [page, self.title()].join(" – ")
    }

    /// Whether there is anything that a filter lets through.
    fn has(&self, Filter { facet, value }: &Filter) -> bool {
        let index = self.index();
        let found = index.facet_named(facet.key()).and_then(|facet| index.facet(facet));
        found.is_some_and(|facet| facet.value_labelled(value).is_some())
    }

    /// The facets that this edition has, in the order in which the page shows them.
    pub fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|facet| self.index().facet_named(facet.key()).is_some())
    }
}

impl Deref for Library {
    type Target = Edition<'static>;

    fn deref(&self) -> &Edition<'static> {
        &self.opened.edition
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        Rc::ptr_eq(&self.opened, &other.opened)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;

    #[track_caller]
    fn check(path: &str, search: &str, expected: &str) {
        let library = fixture::library();
        assert_eq!(library.page_title(&library.route(path, search)), expected);
    }

    #[test]
    fn a_page_is_called_by_what_it_shows() {
        check("", "", "Harbour papers");
        check("", "section=Weather&q=+", "Harbour papers");
        check("", "q=+ferry", "ferry – Harbour papers");
        check("article/fahre-nach-norden/", "q=ferry", "Fähre nach Norden – Harbour papers");
        check("article/nowhere/", "", "Page not found – Harbour papers");
        check("nowhere", "", "Page not found – Harbour papers");
    }

    #[test]
    fn every_page_is_a_file_of_its_own() {
        let library = fixture::library();
        let files: Vec<String> = library.pages().map(|page| page.file()).collect();
        assert_eq!(
            files,
            [
                "index.html",
                "article/ferry-returns-to-the-northern-route/index.html",
                "article/storm-script-alert-1-script-after/index.html",
                "article/fahre-nach-norden/index.html",
                "names/index.html",
                "quotes/index.html",
                "figures/index.html",
                "saved/index.html",
                "404.html",
            ]
        );
        for page in library.pages() {
            let Some(path) = page.href().strip_prefix("./").map(str::to_owned) else {
                panic!("{page:?} is outside of the base")
            };
            assert!(library.route(&path, "").same_page(&page) || path.is_empty(), "{page:?}");
        }
    }
}
