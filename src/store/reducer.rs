//! What happened, and what it changes.

use super::facet::Facet;
use super::route::Route;
use super::view::{Filter, Query, Sort, View};
use crate::store::text::decimal;
use cuttings_edition::ItemId;

/// How many results are shown at first, and how many more each time someone asks for more.
pub const PAGE: usize = 60;

/// How much of them there is when the page starts, and then, one task after the other: a browser compiles what is called for
/// the first time, and all in one would hold it up for long. First there is nothing, then the masthead.
const PARTS: [usize; 5] = [0, 1, FIRST, 12, 36];

/// How much there is when the page begins to fill; what stands around it comes with the next part.
pub const FIRST: usize = 2;

/// Where someone is, and how they came there as far as the browser's history has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Where they are.
    pub route: Route,
    /// The number of the block that the last link led to, from 1; 0 if it led to the beginning.
    pub aim: u32,
    /// How many results are shown at most.
    pub shown: usize,
    /// How many history entries this session has made. When it grows, the route gets an entry of its own; when the
    /// route changes and it does not, the route takes the place of the current entry's.
    pub entries: u32,
    /// Whether the last thing that happened was typing, without a pause since. All typing in between makes one entry.
    pub typing: bool,
    /// The facets that show all of their values.
    pub open: Vec<Facet>,
    /// What their values are narrowed to, by facet.
    pub narrowed: Vec<(Facet, String)>,
    /// The items that say why they matched.
    pub explained: Vec<ItemId>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The text in the search box changed.
    QueryTyped {
        /// What it is now.
        text: String,
        /// How many results the window has room for. While one types only these are shown; the rest follow when a key has
        /// had its answer painted.
        room: usize,
    },
    /// Typing came to rest: a pause, the return key, or the focus went elsewhere.
    TypingPaused,
    /// The search box was emptied by a key.
    QueryCleared,
    /// A filter was turned on or off.
    FacetToggled(Filter),
    /// All values of a facet were asked for, or only the first again.
    FacetOpened(Facet),
    /// Something was typed to narrow a facet's values.
    FacetNarrowed(Facet, String),
    /// Why an item matched was asked for, or is no longer.
    ReasonToggled(ItemId),
    /// An active filter was removed.
    FilterRemoved(Filter),
    /// All active filters were removed.
    AllCleared,
    /// An order was chosen.
    SortChosen(Sort),
    /// More results were asked for, or there is time for those that typing has left out.
    MoreAsked,
    /// A link within the page was followed.
    LinkFollowed(Route),
    /// A link to a block of an article was followed.
    PlaceFollowed(Route, u32),
    /// The browser went back or forward.
    HistoryMoved {
        /// Where it went.
        route: Route,
        /// How many results were shown there.
        shown: usize,
    },
}

impl State {
    /// The state in which the page opens at an address.
    pub fn opened_at(route: Route) -> State {
        State {
            route,
            aim: 0,
            shown: PAGE,
            entries: 0,
            typing: false,
            open: Vec::new(),
            narrowed: Vec::new(),
            explained: Vec::new(),
        }
    }

    /// Whether this is shown between two keys, and will be shown whole when there is time.
    pub fn is_glimpse(&self) -> bool {
        self.typing && self.is_busy()
    }

    /// The same in a browser, which would be busy for long with all of it at once: one part after the other.
    pub fn starting_at(route: Route) -> State {
        State { shown: PARTS[0], ..State::opened_at(route) }
    }

    /// How many results are asked for: as many for each part of the start, so that they are searched for once.
    pub fn limit(&self) -> usize {
        if self.is_start() { PAGE } else { self.shown }
    }

    /// How many of anything there is time for: all, but at the start.
    pub fn room(&self) -> usize {
        if self.is_start() { self.shown } else { usize::MAX }
    }

    /// Whether the page is just starting, with a part of what it will show.
    pub fn is_start(&self) -> bool {
        !self.typing && self.is_busy()
    }

    /// Whether there is more to show as soon as there is time.
    pub fn is_busy(&self) -> bool {
        self.shown < PAGE
    }

    /// What stands behind the address for the block that the last link led to.
    pub fn fragment(&self) -> String {
        if self.aim == 0 { String::new() } else { ["#p", &decimal(u64::from(self.aim))].concat() }
    }

    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let mut next = self.clone();
        next.typing = false;
        // Only a letter typed after another one is so soon that there is no time for all.
        next.shown = next.shown.max(PAGE);
        match action {
            Action::TypingPaused => {}
            Action::MoreAsked => {
                let part = PARTS.into_iter().find(|&part| self.is_start() && part > self.shown);
                next.shown = part.unwrap_or((self.shown / PAGE).saturating_add(1).saturating_mul(PAGE));
                next.typing = self.typing;
            }
            Action::HistoryMoved { route, shown } => {
                next.route = route;
                next.aim = 0;
                next.shown = shown.max(PAGE);
            }
            Action::LinkFollowed(route) => next.go(route),
            Action::PlaceFollowed(route, block) => {
                next.go(route);
                // To the same block again, too.
                next.entries = self.entries + 1;
                next.aim = block;
            }
            Action::QueryTyped { text, room } => {
                let same_entry = self.typing && matches!(self.route, Route::Results(_));
                next.change(|view| view.query = Query::from(text));
                if next.route != self.route {
                    next.shown = room.min(PAGE - 1);
                }
                if same_entry {
                    next.entries = self.entries;
                }
                next.typing = true;
            }
            Action::QueryCleared => next.change(|view| view.query = Query::default()),
            Action::FacetToggled(filter) => next.change(|view| {
                if view.filters.contains(&filter) {
                    view.filters.remove(&filter);
                } else {
                    view.filters.insert(filter);
                }
            }),
            Action::FacetOpened(facet) => toggle(&mut next.open, facet),
            Action::ReasonToggled(item) => toggle(&mut next.explained, item),
            Action::FacetNarrowed(facet, text) => {
                next.narrowed.retain(|(narrowed, _)| *narrowed != facet);
                next.narrowed.push((facet, text));
            }
            Action::FilterRemoved(filter) => next.change(|view| view.filters.remove(&filter)),
            Action::AllCleared => next.change(|view| view.filters = Default::default()),
            Action::SortChosen(sort) => next.change(|view| view.sort = sort),
        }
        next
    }

    /// Goes to the results of the current view, changed. Asking for something is asking for results, wherever one is.
    fn change(&mut self, change: impl FnOnce(&mut View)) {
        let mut view = self.route.view().cloned().unwrap_or_default();
        change(&mut view);
        self.go(Route::Results(view));
    }

    fn go(&mut self, route: Route) {
        if route != self.route {
            self.route = route;
            self.aim = 0;
            self.shown = PAGE;
            self.entries += 1;
        }
    }
}

/// Takes a value out of a list, or puts it in.
fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|other| *other == value) {
        Some(place) => drop(list.remove(place)),
        None => list.push(value),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::store::route::Slug;

    const ROOM: usize = 5;

    fn filter(facet: Facet, value: &str) -> Filter {
        Filter { facet, value: value.into() }
    }

    fn typed(text: &str) -> Action {
        Action::QueryTyped { text: text.to_owned(), room: ROOM }
    }

    fn article(search: &str) -> Route {
        Route::parse("article/one/", search)
    }

    /// The addresses and entries that a run of actions leads through, starting from everything.
    #[track_caller]
    fn check(actions: &[Action], expected: &[(&str, u32)]) {
        check_from(Route::default(), actions, expected);
    }

    #[track_caller]
    fn check_from(start: Route, actions: &[Action], expected: &[(&str, u32)]) {
        let mut state = State::opened_at(start);
        let mut seen = Vec::new();
        for action in actions {
            state = state.after(action.clone());
            seen.push((state.route.href(), state.entries));
        }
        let seen: Vec<(&str, u32)> = seen.iter().map(|(href, entries)| (&href[..], *entries)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn typing_makes_one_entry_until_it_rests() {
        check(&[typed("k"), typed("ky"), typed("kyiv")], &[("./?q=k", 1), ("./?q=ky", 1), ("./?q=kyiv", 1)]);
        check(
            &[typed("k"), Action::TypingPaused, typed("ky"), typed("k")],
            &[("./?q=k", 1), ("./?q=k", 1), ("./?q=ky", 2), ("./?q=k", 2)],
        );
        check(
            &[typed("kyiv"), Action::QueryCleared, typed("x")],
            &[("./?q=kyiv", 1), ("./", 2), ("./?q=x", 3)],
        );
        check(&[typed(""), Action::QueryCleared], &[("./", 0), ("./", 0)]);
    }

    #[test]
    fn filters_and_orders_make_entries() {
        let short = filter(Facet::Length, "short");
        check(
            &[
                Action::FacetToggled(short.clone()),
                Action::FacetToggled(filter(Facet::Section, "Top stories")),
                Action::SortChosen(Sort::Title),
                Action::FacetToggled(short.clone()),
                Action::AllCleared,
                Action::AllCleared,
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
            &[typed("a"), Action::FacetToggled(short), typed("ab")],
            &[("./?q=a", 1), ("./?q=a&length=short", 2), ("./?q=ab&length=short", 3)],
        );
    }

    #[test]
    fn asking_for_something_in_an_article_leads_to_results() {
        check_from(
            article("q=kyiv&length=short"),
            &[typed("kyi"), typed("ky")],
            &[("./?q=kyi&length=short", 1), ("./?q=ky&length=short", 1)],
        );
        check_from(
            article("q=kyiv"),
            &[Action::QueryCleared, Action::LinkFollowed(article("")), Action::LinkFollowed(article(""))],
            &[("./", 1), ("./article/one/", 2), ("./article/one/", 2)],
        );
    }

    #[test]
    fn going_back_makes_no_entry() {
        let back = Action::HistoryMoved { route: Route::default(), shown: 120 };
        let state = State::opened_at(Route::default()).after(typed("kyiv")).after(back);
        assert_eq!(state, State { shown: 120, entries: 1, ..State::opened_at(Route::default()) });
        assert_eq!(state.after(typed("x")).entries, 2);
    }

    #[test]
    fn another_view_starts_at_its_beginning() {
        let state = State::opened_at(Route::default()).after(Action::MoreAsked);
        assert_eq!((state.shown, state.entries), (2 * PAGE, 0));
        assert_eq!(state.after(Action::SortChosen(Sort::Title)).shown, PAGE);
        assert!(Slug::new("").is_none());
    }

    #[test]
    fn the_page_starts_in_parts() {
        let mut state = State::starting_at(Route::default());
        let mut parts = Vec::new();
        while state.is_start() {
            assert_eq!((state.room(), state.limit()), (state.shown, PAGE));
            parts.push(state.shown);
            state = state.after(Action::MoreAsked);
        }
        assert_eq!(parts, PARTS);
        assert_eq!((state.room(), state.limit()), (usize::MAX, PAGE));
        assert_eq!(state, State::opened_at(Route::default()));
        let asked = State::starting_at(Route::default()).after(Action::SortChosen(Sort::Title));
        assert!(!asked.is_start(), "what is asked for meanwhile has all");
    }

    #[test]
    fn typing_shows_a_few_and_a_pause_the_rest() {
        let opened = State::opened_at(Route::default());
        let state = opened.after(typed("k"));
        assert_eq!((state.shown, state.typing), (ROOM, true));
        let filled = state.after(Action::MoreAsked);
        assert_eq!((filled.shown, filled.typing, filled.entries), (PAGE, true, 1));
        assert_eq!(filled.after(typed("k")).shown, PAGE, "the same again");
        assert_eq!(filled.after(typed("ky")).entries, 1, "one entry for all that is typed");
        assert_eq!(filled.after(Action::MoreAsked).shown, 2 * PAGE);
    }
}
