//! The state of the interface: the route, the number of results shown, and what is expanded.

use super::facet::Facet;
use super::text::decimal;
use super::view::{ActiveFilter, Filter, Query, Sort, View};
use crate::route::Route;
use cuttings_edition::{ItemId, Period};

/// The number of results on the first page, and of those that "Show more" adds.
pub const PAGE_SIZE: usize = 60;

/// The numbers of results, or blocks of an article, that start-up renders in consecutive tasks:
/// first nothing, then the masthead, then the first results. A single task would block the main
/// thread, since the browser compiles each function on its first call.
const RENDER_BATCHES: [usize; 4] = [0, 1, FIRST_BATCH, RESULTS_BATCH];

/// The size of the first batch with results. What surrounds them follows with the next batch.
pub const FIRST_BATCH: usize = 2;

/// The number of results that one task renders.
const RESULTS_BATCH: usize = 12;

/// The number of blocks of an article that one task renders.
pub const BLOCKS_BATCH: usize = 32;

/// The state of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UiState {
    /// The current route.
    pub route: Route,
    /// The number of the block that the last link led to, from 1; 0 for the beginning of a page.
    pub target_block: u32,
    /// The maximum number of results to show.
    pub shown: usize,
    /// The number of results or blocks to render now; `usize::MAX` if the page is complete.
    pub render_limit: usize,
    /// The number of history entries that this session has created. When it grows, the route gets a
    /// new entry; when only the route changes, it replaces the current entry.
    pub history_entries: u32,
    /// True if the last action was typing. Typing without a pause creates a single history entry.
    pub typing: bool,
    /// The facets that show more than their first values, once for each page of values.
    pub expanded_facets: Vec<Facet>,
    /// The texts that the reader typed to find values, by facet.
    pub facet_queries: Vec<(Facet, String)>,
    /// The items that show why they matched.
    pub explained: Vec<ItemId>,
    /// True if the list of keyboard shortcuts is open.
    pub keys_dialog: bool,
}

/// A change to the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UiAction {
    /// The text in the search box changed.
    QueryTyped {
        /// The new text.
        text: String,
        /// The number of results that fit into the window. Typing renders only these; the others
        /// follow when the typing pauses.
        visible_capacity: usize,
    },
    /// The typing paused, or ended with the return key or a change of focus.
    TypingPaused,
    /// The reader cleared the search box with a key.
    QueryCleared,
    /// The reader toggled a filter.
    FilterToggled(Filter),
    /// The reader asked for more values of a facet than the first ones, or for these again.
    FacetToggled(Facet),
    /// The reader asked for the next page of values of a facet.
    FacetContinued(Facet),
    /// The reader typed a text to find values of a facet.
    FacetSearched(Facet, String),
    /// The reader toggled the explanation of a match.
    ExplanationToggled(ItemId),
    /// The reader removed an active filter.
    FilterRemoved(ActiveFilter),
    /// The reader chose a range of dates.
    DatesChosen(Period),
    /// The reader removed all active filters.
    FiltersCleared,
    /// The reader chose an order.
    SortChosen(Sort),
    /// The reader asked for items with related wording, or for none of them.
    RelatedToggled,
    /// The reader asked for more results, or there is time to render the next batch.
    MoreRequested,
    /// The reader followed a link within the page.
    LinkFollowed(Route),
    /// The reader followed a link to a block of an article.
    BlockLinkFollowed(Route, u32),
    /// The reader opened the list of keyboard shortcuts.
    KeysDialogOpened,
    /// The reader closed the list of keyboard shortcuts.
    KeysDialogClosed,
    /// The browser went back or forward.
    HistoryNavigated {
        /// The route of the history entry.
        route: Route,
        /// The number of results that the entry showed.
        shown: usize,
        /// The number of results down to the place where the reader left the entry. The others
        /// follow in batches.
        visible: usize,
    },
}

impl UiState {
    /// Returns the state in which the page opens at a route, with all results of the first page.
    pub fn opened_at(route: Route) -> UiState {
        UiState {
            route,
            target_block: 0,
            shown: PAGE_SIZE,
            render_limit: usize::MAX,
            history_entries: 0,
            typing: false,
            expanded_facets: Vec::new(),
            facet_queries: Vec::new(),
            explained: Vec::new(),
            keys_dialog: false,
        }
    }

    /// Returns the state in which the page starts in a browser, before the first batch.
    pub fn starting_at(route: Route) -> UiState {
        UiState { render_limit: RENDER_BATCHES[0], ..UiState::opened_at(route) }
    }

    /// Returns whether the page shows less than it will as soon as there is time.
    pub fn is_incomplete(&self) -> bool {
        self.is_partial() || self.render_limit < usize::MAX
    }

    /// Returns whether the page is starting.
    pub fn is_starting(&self) -> bool {
        self.render_limit < RESULTS_BATCH
    }

    /// Returns whether the page shows the partial results of a keystroke.
    pub fn is_partial(&self) -> bool {
        self.shown < PAGE_SIZE
    }

    /// Completes the page if it renders all of its results or blocks.
    pub fn settle(&mut self, size: usize) {
        if !self.is_partial() && self.render_limit >= size.max(RESULTS_BATCH) {
            self.render_limit = usize::MAX;
        }
    }

    /// Returns the fragment of the URL: the block that the last link led to.
    pub fn fragment(&self) -> String {
        match self.target_block {
            0 => String::new(),
            block => ["#p", &decimal(u64::from(block))].concat(),
        }
    }

    /// Returns the state after an action.
    #[must_use]
    pub fn reduce(&self, action: UiAction) -> UiState {
        let mut next = self.clone();
        next.typing = false;
        // Only typing leaves no time to render all results.
        next.shown = next.shown.max(PAGE_SIZE);
        match action {
            UiAction::TypingPaused => {}
            UiAction::MoreRequested => {
                next.typing = self.typing;
                if !self.is_incomplete() {
                    next.render_limit = self.shown;
                    next.shown = (self.shown / PAGE_SIZE).saturating_add(1) * PAGE_SIZE;
                } else if !self.is_partial() {
                    next.render_limit = self.next_batch();
                }
            }
            UiAction::HistoryNavigated { route, shown, visible } => {
                next.enter(route);
                next.shown = shown.max(PAGE_SIZE);
                if matches!(next.route, Route::Results(_)) {
                    next.render_limit = visible.max(RESULTS_BATCH);
                }
            }
            UiAction::LinkFollowed(route) => next.navigate(route),
            UiAction::BlockLinkFollowed(route, block) => {
                next.navigate(route);
                // A second click on the same link creates an entry, too.
                next.history_entries = self.history_entries + 1;
                next.target_block = block;
            }
            UiAction::QueryTyped { text, visible_capacity } => {
                let same_entry = self.typing && self.route.shows_results();
                next.change_view(|view| view.query = Query::from(text));
                if next.route != self.route {
                    next.shown = visible_capacity.min(PAGE_SIZE - 1);
                    next.render_limit = next.shown.max(RESULTS_BATCH);
                }
                if same_entry {
                    next.history_entries = self.history_entries;
                }
                next.typing = true;
            }
            UiAction::QueryCleared => next.change_view(|view| view.query = Query::default()),
            UiAction::FilterToggled(filter) => next.change_view(|view| {
                if view.filters.contains(&filter) {
                    view.filters.remove(&filter);
                } else {
                    view.filters.insert(filter);
                }
            }),
            UiAction::FacetToggled(facet) => {
                next.expanded_facets.retain(|other| *other != facet);
                if next.expanded_facets.len() == self.expanded_facets.len() {
                    next.expanded_facets.push(facet);
                }
            }
            UiAction::FacetContinued(facet) => next.expanded_facets.push(facet),
            UiAction::ExplanationToggled(item) => toggle(&mut next.explained, item),
            UiAction::FacetSearched(facet, text) => {
                // Other values are shown from their first page.
                next.expanded_facets.retain(|other| *other != facet);
                next.facet_queries.retain(|(other, _)| *other != facet);
                next.facet_queries.push((facet, text));
            }
            UiAction::FilterRemoved(filter) => {
                next.change_view(|view| view.filters.deactivate(&filter));
            }
            UiAction::DatesChosen(dates) => next.change_view(|view| view.filters.dates = dates),
            UiAction::FiltersCleared => next.change_view(|view| view.filters = Default::default()),
            UiAction::KeysDialogOpened => next.keys_dialog = true,
            UiAction::KeysDialogClosed => next.keys_dialog = false,
            UiAction::SortChosen(sort) => next.change_view(|view| view.sort = sort),
            UiAction::RelatedToggled => next.change_view(|view| view.related = !view.related),
        }
        next
    }

    /// Changes the view and navigates to its results, from any page but those that explore them.
    fn change_view(&mut self, change: impl FnOnce(&mut View)) {
        let mut view = self.route.view().cloned().unwrap_or_default();
        change(&mut view);
        let before = self.history_entries;
        self.navigate(match &self.route {
            Route::Explore { exploration, .. } => {
                Route::Explore { exploration: exploration.clone(), view }
            }
            _ => Route::Results(view),
        });
        if self.history_entries > before {
            self.render_limit = RESULTS_BATCH;
        }
    }

    fn navigate(&mut self, route: Route) {
        if route != self.route {
            self.enter(route);
            self.shown = PAGE_SIZE;
            self.history_entries += 1;
        }
    }

    /// Changes the route. Results are rendered at once; the beginning of an article comes first.
    fn enter(&mut self, route: Route) {
        let is_article = matches!(route, Route::Article { .. });
        self.render_limit = if is_article { BLOCKS_BATCH } else { usize::MAX };
        self.route = route;
        self.target_block = 0;
    }

    /// Returns the number of results or blocks to render in the next task.
    fn next_batch(&self) -> usize {
        let is_article = matches!(self.route, Route::Article { .. });
        let size = if is_article { BLOCKS_BATCH } else { RESULTS_BATCH };
        let first = RENDER_BATCHES.into_iter().find(|first| *first > self.render_limit);
        first.unwrap_or((self.render_limit / size).saturating_add(1).saturating_mul(size))
    }
}

/// Removes a value from a list, or adds it.
fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|other| *other == value) {
        Some(index) => drop(list.remove(index)),
        None => list.push(value),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::route::Slug;
    use cuttings_edition::Day;

    const VISIBLE: usize = 5;

    fn filter(facet: Facet, value: &str) -> Filter {
        Filter { facet, value: value.into() }
    }

    fn typed(text: &str) -> UiAction {
        UiAction::QueryTyped { text: text.to_owned(), visible_capacity: VISIBLE }
    }

    fn article(search: &str) -> Route {
        Route::parse("article/one/", search, &[])
    }

    /// Compares the URLs and numbers of entries after each action, from the results of all items.
    #[track_caller]
    fn check(actions: &[UiAction], expected: &[(&str, u32)]) {
        check_from(Route::default(), actions, expected);
    }

    #[track_caller]
    fn check_from(start: Route, actions: &[UiAction], expected: &[(&str, u32)]) {
        let mut state = UiState::opened_at(start);
        let mut seen = Vec::new();
        for action in actions {
            state = state.reduce(action.clone());
            seen.push((state.route.href(), state.history_entries));
        }
        let seen: Vec<(&str, u32)> =
            seen.iter().map(|(href, entries)| (&href[..], *entries)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn typing_creates_one_entry_until_it_pauses() {
        check(
            &[typed("k"), typed("ky"), typed("kyiv")],
            &[("./?q=k", 1), ("./?q=ky", 1), ("./?q=kyiv", 1)],
        );
        check(
            &[typed("k"), UiAction::TypingPaused, typed("ky"), typed("k")],
            &[("./?q=k", 1), ("./?q=k", 1), ("./?q=ky", 2), ("./?q=k", 2)],
        );
        check(
            &[typed("kyiv"), UiAction::QueryCleared, typed("x")],
            &[("./?q=kyiv", 1), ("./", 2), ("./?q=x", 3)],
        );
        check(&[typed(""), UiAction::QueryCleared], &[("./", 0), ("./", 0)]);
    }

    #[test]
    fn filters_and_orders_create_entries() {
        let short = filter(Facet::Length, "short");
        check(
            &[
                UiAction::FilterToggled(short.clone()),
                UiAction::FilterToggled(filter(Facet::Section, "Top stories")),
                UiAction::SortChosen(Sort::Title),
                UiAction::FilterToggled(short.clone()),
                UiAction::FiltersCleared,
                UiAction::FiltersCleared,
            ],
            &[
                ("./?length=short", 1),
                ("./?section=Top+stories&length=short", 2),
                ("./?section=Top+stories&length=short&sort=title", 3),
                ("./?section=Top+stories&sort=title", 4),
                ("./?sort=title", 5),
                ("./?sort=title", 5),
            ],
        );
        check(
            &[typed("a"), UiAction::RelatedToggled, typed("ab"), UiAction::RelatedToggled],
            &[("./?q=a", 1), ("./?q=a&related=on", 2), ("./?q=ab&related=on", 3), ("./?q=ab", 4)],
        );
        check(
            &[typed("a"), UiAction::FilterToggled(short), typed("ab")],
            &[("./?q=a", 1), ("./?q=a&length=short", 2), ("./?q=ab&length=short", 3)],
        );
    }

    #[test]
    fn dates_create_entries_and_are_cleared() {
        let day = |text| Day::parse(text);
        let dates = Period { from: day("2024-05-16"), to: day("2024-06-01") };
        check(
            &[
                UiAction::DatesChosen(Period { from: dates.from, to: None }),
                UiAction::DatesChosen(dates),
                UiAction::FilterRemoved(ActiveFilter::From(dates.from.unwrap())),
                UiAction::FilterToggled(filter(Facet::Tag, "boats")),
                UiAction::FiltersCleared,
            ],
            &[
                ("./?from=2024-05-16", 1),
                ("./?from=2024-05-16&to=2024-06-01", 2),
                ("./?to=2024-06-01", 3),
                ("./?tag=boats&to=2024-06-01", 4),
                ("./", 5),
            ],
        );
    }

    #[test]
    fn a_query_in_an_article_leads_to_results() {
        check_from(
            article("q=kyiv&length=short"),
            &[typed("kyi"), typed("ky")],
            &[("./?q=kyi&length=short", 1), ("./?q=ky&length=short", 1)],
        );
        check_from(
            article("q=kyiv"),
            &[
                UiAction::QueryCleared,
                UiAction::LinkFollowed(article("")),
                UiAction::LinkFollowed(article("")),
            ],
            &[("./", 1), ("./article/one/", 2), ("./article/one/", 2)],
        );
    }

    #[test]
    fn going_back_creates_no_entry() {
        let back = UiAction::HistoryNavigated { route: Route::default(), shown: 120, visible: 20 };
        let state = UiState::opened_at(Route::default()).reduce(typed("kyiv")).reduce(back);
        let opened = UiState::opened_at(Route::default());
        assert_eq!(state, UiState { shown: 120, render_limit: 20, history_entries: 1, ..opened });
        assert_eq!(state.reduce(typed("x")).history_entries, 2);
    }

    #[test]
    fn a_new_view_shows_the_first_page() {
        let state = UiState::opened_at(Route::default()).reduce(UiAction::MoreRequested);
        assert_eq!((state.shown, state.history_entries), (2 * PAGE_SIZE, 0));
        assert_eq!(state.render_limit, PAGE_SIZE, "the next page follows in batches");
        assert_eq!(state.reduce(UiAction::SortChosen(Sort::Title)).shown, PAGE_SIZE);
        assert!(Slug::new("").is_none());
    }

    /// Returns the numbers of results or blocks that consecutive tasks render, until all `size` are
    /// there.
    fn batches(mut state: UiState, size: usize) -> Vec<usize> {
        let mut batches = Vec::new();
        while state.is_incomplete() {
            batches.push(state.render_limit);
            state = state.reduce(UiAction::MoreRequested);
            state.settle(size);
        }
        batches
    }

    #[test]
    fn the_page_starts_in_batches() {
        assert_eq!(batches(UiState::starting_at(Route::default()), 30), [0, 1, 2, 12, 24]);
        assert_eq!(batches(UiState::starting_at(Route::default()), 0), [0, 1, 2]);
        assert_eq!(batches(UiState::starting_at(article("")), 70), [0, 1, 2, 12, 32, 64]);
        let start = UiState::starting_at(Route::default());
        assert_eq!((start.shown, start.is_starting()), (PAGE_SIZE, true));
        let asked = start.reduce(UiAction::SortChosen(Sort::Title));
        assert!(!asked.is_starting(), "an action during the start shows its results");
    }

    #[test]
    fn pages_are_completed_in_batches() {
        let opened = UiState::opened_at(Route::default());
        let sorted = opened.reduce(UiAction::SortChosen(Sort::Title));
        assert_eq!(batches(sorted, PAGE_SIZE), [12, 24, 36, 48]);
        let reading = opened.reduce(UiAction::LinkFollowed(article("")));
        assert_eq!(batches(reading.clone(), 65), [32, 64]);
        let back = |visible| {
            let route = Route::default();
            reading.reduce(UiAction::HistoryNavigated { route, shown: 120, visible })
        };
        assert_eq!(batches(back(5), 50), [12, 24, 36, 48]);
        assert_eq!(batches(back(40), 50), [40, 48], "down to where the reader was");
        let mut short = reading;
        short.settle(BLOCKS_BATCH);
        assert!(!short.is_incomplete());
    }

    #[test]
    fn typing_renders_visible_results_and_a_pause_the_rest() {
        let opened = UiState::opened_at(Route::default());
        let mut state = opened.reduce(typed("k"));
        state.settle(VISIBLE);
        assert_eq!((state.shown, state.typing, state.is_partial()), (VISIBLE, true, true));
        let filled = state.reduce(UiAction::MoreRequested);
        assert_eq!((filled.shown, filled.typing, filled.history_entries), (PAGE_SIZE, true, 1));
        assert_eq!(batches(filled.clone(), 30), [12, 24]);
        assert_eq!(filled.reduce(typed("k")).shown, PAGE_SIZE, "the same text");
        assert_eq!(filled.reduce(typed("ky")).history_entries, 1, "one entry for all typing");
        let many = UiAction::QueryTyped { text: "ky".to_owned(), visible_capacity: 40 };
        let many = filled.reduce(many).reduce(UiAction::MoreRequested);
        assert_eq!(batches(many, PAGE_SIZE), [40, 48], "no visible result is taken away");
    }

    #[test]
    fn facets_show_more_values_page_by_page() {
        let pages = |actions: &[UiAction]| {
            let opened = UiState::opened_at(Route::default());
            let state = actions.iter().fold(opened, |state, action| state.reduce(action.clone()));
            state.expanded_facets.iter().filter(|facet| **facet == Facet::Tag).count()
        };
        let (toggled, more) =
            (UiAction::FacetToggled(Facet::Tag), UiAction::FacetContinued(Facet::Tag));
        assert_eq!(pages(&[toggled.clone(), more.clone(), more.clone()]), 3);
        assert_eq!(
            pages(&[toggled.clone(), UiAction::FacetToggled(Facet::Section), more.clone()]),
            2
        );
        assert_eq!(pages(&[toggled.clone(), more.clone(), toggled.clone()]), 0);
        let searched = UiAction::FacetSearched(Facet::Tag, "a".to_owned());
        assert_eq!(pages(&[toggled, more, searched]), 0, "other values");
    }
}
