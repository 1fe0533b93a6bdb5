//! The opened edition, shared by all components.

use super::bookmarks::{ArticleRecord, Bookmarks};
use super::exploration::ExplorationKind;
use super::facet::{CustomFacet, Facet};
use super::histogram::DateBars;
use super::view::{Filter, View};
use crate::route::{Route, Section, Slug, UrlStyle};
use cuttings_edition::{Article, Edition, EntityId, Item, ItemId, OpenError};
#[cfg(feature = "parts")]
use cuttings_parts::{PartId, PartStore};
use cuttings_search::{
    FIRST_VALUES, OccurrenceCounts, Outcome, Passage, PositionMap, Query, Request, Searcher,
    ValueId,
};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// An opened edition. Cheap to clone. Two libraries are equal if they share one opened edition, of
/// which the same is there.
///
/// The edition stays open as long as the page, hence `'static`. Its bytes may be embedded or
/// fetched.
#[derive(Clone, Debug)]
pub struct Library {
    opened: Rc<Opened>,
    url_style: UrlStyle,
    /// The number of times that what was read in vain has arrived.
    #[cfg(feature = "parts")]
    revision: u32,
    /// The number of articles, from the first, that are published as files, unless all are.
    #[cfg(feature = "parts")]
    files_of: Option<u32>,
    /// True if the pages that are rendered from this belong to an edition in parts.
    #[cfg(not(target_arch = "wasm32"))]
    is_published_in_parts: bool,
}

/// An edition and its searcher.
#[derive(Debug)]
struct Opened {
    edition: Edition<'static>,
    /// That of the edition, unless the reader has given it another.
    title: &'static str,
    /// Mutable because a searcher reuses its memory; its answers depend on the request alone.
    searcher: RefCell<Searcher<'static>>,
    custom_facets: Vec<Facet>,
    date_bars: Option<DateBars>,
    /// The position maps of the long articles whose hits were shown.
    position_maps: RefCell<Vec<(ItemId, Rc<PositionMap>)>>,
    /// The parts of the edition, unless it is in one piece.
    #[cfg(feature = "parts")]
    store: Option<&'static PartStore<'static>>,
}

impl Library {
    /// Opens an edition.
    ///
    /// # Errors
    /// If `bytes` are not an edition that this page can read.
    pub fn open(bytes: &'static [u8]) -> Result<Library, OpenError> {
        Library::open_titled(bytes, None)
    }

    /// Opens an edition, and gives it another title if there is one. Like the edition, it stays as
    /// long as the page.
    ///
    /// # Errors
    /// If `bytes` are not an edition that this page can read.
    pub fn open_titled(bytes: &'static [u8], title: Option<String>) -> Result<Library, OpenError> {
        Ok(Library::with_edition(
            Edition::open(bytes)?,
            title,
            #[cfg(feature = "parts")]
            None,
        ))
    }

    /// Opens an edition once more: another thread has opened and checked it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn reopen(edition: Edition<'static>) -> Library {
        Library::with_edition(
            edition,
            None,
            #[cfg(feature = "parts")]
            None,
        )
    }

    /// Opens an edition in parts, and gives it another title if there is one. What is read from
    /// parts that have not arrived is empty or wrong, and the store notes them: also those that
    /// this function lacks.
    ///
    /// # Errors
    /// If the store does not have an edition that this page can read.
    #[cfg(feature = "parts")]
    pub fn open_in_parts(
        store: &'static PartStore<'static>,
        title: Option<String>,
    ) -> Result<Library, OpenError> {
        Ok(Library::with_edition(Edition::in_parts(store)?, title, Some(store)))
    }

    fn with_edition(
        edition: Edition<'static>,
        title: Option<String>,
        #[cfg(feature = "parts")] store: Option<&'static PartStore<'static>>,
    ) -> Library {
        let searcher = RefCell::new(edition.searcher());
        let custom_facets = CustomFacet::all(&edition);
        let date_bars = DateBars::new(&edition);
        let position_maps = RefCell::default();
        let title = title.map_or(edition.title(), |title| title.leak());
        let opened = Opened {
            edition,
            title,
            searcher,
            custom_facets,
            date_bars,
            position_maps,
            #[cfg(feature = "parts")]
            store,
        };
        Library {
            opened: Rc::new(opened),
            url_style: UrlStyle::default(),
            #[cfg(feature = "parts")]
            revision: 0,
            #[cfg(feature = "parts")]
            files_of: None,
            #[cfg(not(target_arch = "wasm32"))]
            is_published_in_parts: false,
        }
    }

    /// The parts of the edition; `None` if it is in one piece.
    #[cfg(feature = "parts")]
    pub fn store(&self) -> Option<&'static PartStore<'static>> {
        self.opened.store
    }

    /// Returns what a read gives, and the parts that it lacks.
    #[cfg(feature = "parts")]
    pub fn missing_for<T>(&self, read: impl FnOnce() -> T) -> (T, Vec<PartId>) {
        match self.opened.store {
            Some(store) => store.missing_for(read),
            None => (read(), Vec::new()),
        }
    }

    /// Returns what there is of the facets: for each of them, whether the values of the items and
    /// whether all labels have arrived.
    #[cfg(feature = "parts")]
    pub fn facets_there(&self) -> Vec<[bool; 2]> {
        let facets = self.index().facets();
        facets.map(|(_, facet)| [facet.is_there(), facet.has_all_labels()]).collect()
    }

    /// Returns this library after parts have arrived that were read in vain: a different one, so
    /// that what depends on it is rendered again.
    #[cfg(feature = "parts")]
    #[must_use]
    pub fn revised(&self) -> Library {
        Library { revision: self.revision + 1, ..self.clone() }
    }

    /// The number of times that what was read in vain has arrived.
    pub fn revision(&self) -> u32 {
        #[cfg(feature = "parts")]
        return self.revision;
        #[cfg(not(feature = "parts"))]
        0
    }

    /// Sets the form in which links are written.
    #[must_use]
    pub fn with_url_style(self, url_style: UrlStyle) -> Library {
        Library { url_style, ..self }
    }

    /// Returns the title, for a heading and the browser's tab.
    pub fn title(&self) -> &'static str {
        self.opened.title
    }

    /// Sets the number of articles, from the first, that are published as files. `None` if all are.
    #[cfg(feature = "parts")]
    #[must_use]
    pub fn with_files_of(self, files_of: Option<u32>) -> Library {
        Library { files_of, ..self }
    }

    /// Sets whether the pages that are rendered from this library belong to an edition in parts.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn published_in_parts(self, is_published_in_parts: bool) -> Library {
        Library { is_published_in_parts, ..self }
    }

    /// Returns whether the edition is in parts, so that what is not needed on every page may not
    /// have arrived.
    pub fn is_in_parts(&self) -> bool {
        #[cfg(not(target_arch = "wasm32"))]
        if self.is_published_in_parts {
            return true;
        }
        #[cfg(feature = "parts")]
        return self.store().is_some();
        #[cfg(not(feature = "parts"))]
        false
    }

    /// Returns whether an article's citations and its Markdown are published as files.
    pub fn has_files(&self, article: &Article<'_>) -> bool {
        #[cfg(feature = "parts")]
        return self.files_of.is_none_or(|articles| article.id().0 < articles);
        #[cfg(not(feature = "parts"))]
        {
            let _ = article;
            true
        }
    }

    /// The form in which links are written.
    pub fn url_style(&self) -> UrlStyle {
        self.url_style
    }

    /// Returns the `href` of a link to `route`.
    pub fn href(&self, route: &Route) -> String {
        self.url_style.href(route)
    }

    /// Answers a search request.
    pub fn search(&self, request: &Request<'_>) -> Outcome {
        self.opened.searcher.borrow_mut().search(request)
    }

    /// Tells which items are new or changed since the reader's last visit, for the field `new:` of
    /// queries. `changes` has a digit for each item: 0, or one of the keys in [`change`]. It stays
    /// in memory as long as the page.
    ///
    /// [`change`]: cuttings_edition::change
    pub fn set_changes(&self, changes: &str) {
        let mut keys = vec![0; changes.len() * 4];
        for (key, digit) in keys.chunks_exact_mut(4).zip(changes.bytes()) {
            if let Some(low) = key.first_mut() {
                *low = digit & 3;
            }
        }
        self.opened.searcher.borrow_mut().set_last_column(keys.leak());
    }

    /// Counts how often the words of a query occur.
    pub fn count_occurrences(&self, query: &Query) -> OccurrenceCounts {
        self.opened.searcher.borrow().count_occurrences(query)
    }

    /// Finds items that have the wording of those which match a request.
    pub fn related_wording(&self, request: &Request<'_>) -> Outcome {
        self.opened.searcher.borrow_mut().related(request)
    }

    /// Returns the position map of an article with these passages. Making one takes reading the
    /// article, so each is kept.
    pub fn position_map(&self, item: ItemId, passages: &[Passage<'static>]) -> Rc<PositionMap> {
        let mut maps = self.opened.position_maps.borrow_mut();
        if let Some((_, map)) = maps.iter().find(|(other, _)| *other == item) {
            return Rc::clone(map);
        }
        let map = Rc::new(PositionMap::new(passages.iter().copied()));
        maps.push((item, Rc::clone(&map)));
        map
    }

    /// Parses a URL of this edition. Filters by values that the edition does not have are ignored.
    pub fn route(&self, path: &str, search: &str) -> Route {
        let mut route = Route::parse(path, search, &self.opened.custom_facets);
        if let Some(view) = route.view_mut() {
            view.filters.retain(|filter| self.has_value(filter));
        }
        route
    }

    /// Returns the facets that can narrow the results: those with a value that some items lack.
    pub fn facets(&self) -> Vec<Facet> {
        let mut facets = Facet::BUILT_IN.to_vec();
        facets.extend_from_slice(self.custom_facets());
        facets.retain(|facet| self.can_narrow(*facet));
        facets
    }

    /// The custom facets.
    pub fn custom_facets(&self) -> &[Facet] {
        &self.opened.custom_facets
    }

    /// Returns whether a facet can narrow the results.
    pub fn can_narrow(&self, facet: Facet) -> bool {
        self.index().facet(facet.id()).is_some_and(|facet| {
            // The most frequent value is the first one. The last one may not be there yet.
            let lasts = [facet.len().min(FIRST_VALUES), facet.len()];
            let mut rarest = lasts.into_iter().filter_map(|len| len.checked_sub(1));
            rarest.any(|value| (facet.count(ValueId(value as u32)) as usize) < self.len())
        })
    }

    /// The bars of the histogram of dates; `None` if dates cannot narrow the results.
    pub fn date_bars(&self) -> Option<&DateBars> {
        self.opened.date_bars.as_ref()
    }

    /// Returns the entity of an entity page, if the edition has it.
    pub fn entity_at(&self, facet: Facet, name: &str) -> Option<EntityId> {
        self.find_entity(facet.kind()?, name)
    }

    /// Returns the route of an entity's page.
    pub fn entity_route(&self, entity: EntityId, view: &View) -> Route {
        let name = self.entity(entity).map_or("", |entity| entity.name);
        Route::Entity { facet: Facet::of_kind(entity.kind), name: name.into(), view: view.clone() }
    }

    /// Returns the article with this id; `None` for a teaser.
    pub fn article_with_id(&self, item: ItemId) -> Option<Article<'static>> {
        match self.item(item)? {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        }
    }

    /// Returns the articles that the reader saved or made notes on, in the order of the edition. It
    /// looks each up, because an edition may have far more.
    pub fn kept_articles<'b>(
        &self,
        bookmarks: &'b Bookmarks,
    ) -> Vec<(Article<'static>, &'b ArticleRecord)> {
        let kept = bookmarks.iter().filter(|(_, record)| record.is_kept());
        let mut articles: Vec<_> =
            kept.filter_map(|(slug, record)| Some((self.article(slug)?, record))).collect();
        articles.sort_unstable_by_key(|(article, _)| article.id());
        articles
    }

    /// Returns the route of an article that a view found.
    pub fn article_route(article: &Article<'_>, view: &View) -> Route {
        // Every slug of an edition is a valid one.
        Slug::new(article.slug())
            .map_or_else(Route::default, |slug| Route::Article { slug, view: view.clone() })
    }

    /// Iterates over all pages that are published as files.
    pub fn pages(&self) -> impl Iterator<Item = Route> + '_ {
        let view = View::default();
        let articles = self.articles().map({
            let view = view.clone();
            move |article| Library::article_route(&article, &view)
        });
        let sections = Section::ALL
            .into_iter()
            .map(move |section| Route::Section { section, view: view.clone() });
        let explored = ExplorationKind::ALL
            .into_iter()
            .map(|kind| Route::Explore { exploration: kind.into(), view: View::default() });
        let not_found = Route::NotFound { path: Rc::from("") };
        let others = sections.chain(explored).chain([not_found]);
        [Route::default()].into_iter().chain(articles).chain(others)
    }

    /// Iterates over the articles, in seed order.
    pub fn articles(&self) -> impl Iterator<Item = Article<'static>> + use<'_> {
        self.items().filter_map(|item| match item {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        })
    }

    /// Returns the document title at a route. Only a program that shows the views which explore the
    /// edition passes the function that names them; others do without these names.
    pub fn page_title(
        &self,
        route: &Route,
        label: Option<fn(ExplorationKind) -> &'static str>,
    ) -> String {
        let page = match route {
            Route::Results(view) if view.query.is_blank() => return self.title().to_owned(),
            Route::Results(view) => view.query.as_str().trim(),
            Route::Article { slug, .. } => self
                .article(slug.as_str())
                .map_or(msg!("page-not-found"), |article| article.title()),
            Route::Section { section, .. } => section.label(),
            Route::Explore { exploration, .. } => label.map_or("", |label| label(exploration.kind)),
            Route::Entity { name, .. } => name,
            Route::NotFound { .. } => msg!("page-not-found"),
        };
        [page, self.title()].join(" – ")
    }

    /// Returns whether the index has the value of a filter, or may have it: its labels may not have
    /// arrived.
    fn has_value(&self, Filter { facet, value }: &Filter) -> bool {
        self.index()
            .facet(facet.id())
            .is_some_and(|facet| facet.value_labelled(value).is_some() || !facet.has_all_labels())
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
            && self.url_style == other.url_style
            && self.revision() == other.revision()
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(path: &str, search: &str, expected: &str) {
        let library = fixture::library();
        let route = library.route(path, search);
        assert_eq!(library.page_title(&route, Some(ExplorationKind::label)), expected);
    }

    #[test]
    fn page_titles_name_the_content() {
        check("", "", "Harbour papers");
        check("", "section=Weather&q=+", "Harbour papers");
        check("", "q=+ferry", "ferry – Harbour papers");
        check("article/fahre-nach-norden/", "q=ferry", "Fähre nach Norden – Harbour papers");
        check("article/nowhere/", "", "Page not found – Harbour papers");
        check("nowhere", "", "Page not found – Harbour papers");
        check("timeline/", "q=ferry", "Timeline – Harbour papers");
    }

    #[test]
    fn a_collection_may_have_another_title() {
        let library = fixture::library_titled("Tides");
        let title = library.page_title(&library.route("", "q=ferry"), None);
        assert_eq!(title, "ferry – Tides");
    }

    #[test]
    fn each_page_has_a_file() {
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
                "saved/index.html",
                "timeline/index.html",
                "trends/index.html",
                "places/index.html",
                "together/index.html",
                "quotes/index.html",
                "figures/index.html",
                "stories/index.html",
                "lists/index.html",
                "since/index.html",
                "404.html",
            ]
        );
        for page in library.pages() {
            let Some(path) = page.href().strip_prefix("./").map(str::to_owned) else {
                panic!("{page:?} lies outside of the base")
            };
            assert!(library.route(&path, "").same_page(&page) || path.is_empty(), "{page:?}");
        }
    }
}
