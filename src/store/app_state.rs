//! The state of the whole page, and its reducer.

use super::library::Library;
#[cfg(feature = "parts")]
use super::loading::{Loading, LoadingAction};
use super::result_presence::PresentResults;
use super::results::Results;
#[cfg(feature = "parts")]
use super::ui_state::BLOCKS_BATCH;
use super::ui_state::{UiAction, UiState};
use super::user_data::{UserAction, UserData};
use super::view::View;
use crate::route::Route;
#[cfg(feature = "parts")]
use cuttings_parts::PartId;
use std::rc::Rc;
use yew::Reducible;

/// The state of the whole page. The page is a function of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The edition.
    pub library: Library,
    /// The state of the interface, as the page shows it.
    pub ui: Rc<UiState>,
    /// The reader's own data.
    pub user_data: UserData,
    /// The answer to the current view.
    ///
    /// Invariant: it follows from `library` and `ui`, except that partial results keep the facets
    /// of the answer before.
    answer: Answer,
    /// The state that showed a long article before these results, with the number of blocks to keep
    /// for now. The page removes them in batches.
    #[cfg(feature = "parts")]
    pub left: Option<LeftState>,
    /// The parts of the edition that the page waits for.
    #[cfg(feature = "parts")]
    pub loading: Loading,
}

/// The number of blocks of an article that one task removes.
#[cfg(feature = "parts")]
const REMOVED_BATCH: usize = 4 * BLOCKS_BATCH;

/// A state that the page showed before. Two are equal if they are the same one.
#[cfg(feature = "parts")]
#[derive(Clone, Debug)]
pub struct LeftState(pub Rc<AppState>);

#[cfg(feature = "parts")]
impl PartialEq for LeftState {
    fn eq(&self, other: &LeftState) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A change to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum AppAction {
    /// A change to the interface.
    Ui(UiAction),
    /// A change to the reader's data.
    UserData(UserAction),
    /// There is time to remove the next blocks of the article that the reader left.
    #[cfg(feature = "parts")]
    LeftArticleCut,
    /// A change to the parts of the edition that are there.
    #[cfg(feature = "parts")]
    Loading(LoadingAction),
}

impl From<UiAction> for AppAction {
    fn from(action: UiAction) -> AppAction {
        AppAction::Ui(action)
    }
}

impl From<UserAction> for AppAction {
    fn from(action: UserAction) -> AppAction {
        AppAction::UserData(action)
    }
}

#[cfg(feature = "parts")]
impl From<LoadingAction> for AppAction {
    fn from(action: LoadingAction) -> AppAction {
        AppAction::Loading(action)
    }
}

impl AppState {
    /// Returns the state in which the page opens.
    pub fn new(library: Library, ui: UiState, user_data: UserData) -> AppState {
        let answer = Answer::new(&library, Request::of(&library, &ui), None);
        AppState {
            library,
            ui: Rc::new(ui),
            user_data,
            answer,
            #[cfg(feature = "parts")]
            left: None,
            #[cfg(feature = "parts")]
            loading: Loading::default(),
        }
    }

    /// Returns the state in which the page opens, and the parts of the edition that it lacks.
    #[cfg(feature = "parts")]
    pub fn new_in_parts(
        library: &Library,
        ui: UiState,
        user_data: UserData,
    ) -> (AppState, Vec<PartId>) {
        let new = || AppState::new(library.clone(), ui, user_data);
        let (mut state, mut missing) = library.missing_for(new);
        state.loading.facets = library.facets_there();
        let is_answered = missing.is_empty();
        if is_answered {
            state.want_more();
        }
        missing.extend(library.missing_for(|| state.touch(is_answered)).1);
        state.loading.wanted.retain(|part| !missing.contains(part));
        (state, missing)
    }

    /// Returns the state of the interface that the reader asked for last.
    #[cfg(not(feature = "parts"))]
    pub fn requested_ui(&self) -> &Rc<UiState> {
        &self.ui
    }

    /// The presence of each result.
    pub fn presence(&self) -> PresentResults {
        #[cfg(feature = "parts")]
        return self.loading.presence.clone();
        #[cfg(not(feature = "parts"))]
        PresentResults::default()
    }

    /// Returns whether the page shows less than it will without the reader's doing.
    pub fn is_incomplete(&self) -> bool {
        #[cfg(feature = "parts")]
        if self.loading.is_waiting() && !self.loading.failed {
            return true;
        }
        self.ui.is_incomplete()
    }

    /// Returns the state in which the page opens at another route. Reuses the results if the view
    /// is the same.
    #[must_use]
    pub fn reopened_at(&self, route: Route) -> AppState {
        let mut state = self.clone();
        state.ui = Rc::new(UiState::opened_at(route));
        state.update_answer();
        state
    }

    /// The results of the current view.
    pub fn results(&self) -> &Rc<Results> {
        &self.answer.results
    }

    /// Answers the request of the interface, and completes the page if it shows all.
    pub(super) fn update(&mut self) {
        self.update_answer();
        let size = self.size();
        Rc::make_mut(&mut self.ui).settle(size);
    }

    /// Takes over the answer of another state.
    #[cfg(feature = "parts")]
    pub(super) fn restore_answer(&mut self, other: &AppState) {
        self.answer = other.answer.clone();
    }

    fn update_answer(&mut self) {
        let request = Request::of(&self.library, &self.ui);
        if request != self.answer.request {
            self.answer = Answer::new(&self.library, request, Some(&self.answer));
        }
    }

    /// Returns the state with fewer blocks of its article, in whole batches, or `None` for the
    /// last.
    #[cfg(feature = "parts")]
    fn cut(&self) -> Option<LeftState> {
        let blocks = self.ui.render_limit.min(self.size());
        let mut cut = self.clone();
        let limit = &mut Rc::make_mut(&mut cut.ui).render_limit;
        *limit = blocks.saturating_sub(1) / REMOVED_BATCH * REMOVED_BATCH;
        (*limit > 0).then(|| LeftState(Rc::new(cut)))
    }

    /// Returns the number of results or blocks that the page shows when it is complete.
    fn size(&self) -> usize {
        match &self.ui.route {
            Route::Results(_) => self.results().items.len(),
            Route::Article { slug, .. } => {
                self.library.article(slug.as_str()).map_or(0, |article| article.blocks().len())
            }
            _ => 0,
        }
    }
}

impl Reducible for AppState {
    type Action = AppAction;

    fn reduce(self: Rc<Self>, action: AppAction) -> Rc<Self> {
        let mut next = AppState::clone(&self);
        match action {
            #[cfg(feature = "parts")]
            AppAction::Ui(action) => {
                // The next batch of what the page shows does not end the waiting for another.
                let shows_more = action == UiAction::MoreRequested && self.ui.is_incomplete();
                let from = if shows_more { &self.ui } else { self.requested_ui() };
                next.ui = Rc::new(from.reduce(action));
                if shows_more && self.loading.requested.is_some() {
                    next.update();
                } else {
                    next = next.show_or_wait(&self);
                }
            }
            #[cfg(not(feature = "parts"))]
            AppAction::Ui(action) => {
                next.ui = Rc::new(self.ui.reduce(action));
                next.update();
            }
            AppAction::UserData(action) => {
                next.user_data = self.user_data.reduce(action);
                #[cfg(feature = "parts")]
                next.want_more();
            }
            #[cfg(feature = "parts")]
            AppAction::LeftArticleCut => {
                next.left = next.left.and_then(|left| left.0.cut());
            }
            #[cfg(feature = "parts")]
            AppAction::Loading(action) => next = self.reduce_loading(action),
        }
        #[cfg(feature = "parts")]
        match (&self.ui.route, &next.ui.route) {
            (Route::Article { .. }, Route::Results(_)) => next.left = self.cut(),
            (_, Route::Results(_)) => {}
            // Other pages have elements with the same `id`s as the article.
            _ => next.left = None,
        }
        Rc::new(next)
    }
}

/// The search that a state of the interface asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Request {
    view: View,
    limit: usize,
    /// True if the results are for the time between two keystrokes.
    partial: bool,
    /// The facets that can be counted; see [`Library::facets_there`].
    #[cfg(feature = "parts")]
    facets: Vec<[bool; 2]>,
}

impl Request {
    fn of(library: &Library, ui: &UiState) -> Request {
        // Other pages need all results: for the neighbours of an article, or to list their content.
        let limit = match ui.route {
            Route::Results(_) => ui.shown,
            _ => library.len(),
        };
        let view = ui.route.view().cloned().unwrap_or_default();
        Request {
            view,
            limit,
            partial: ui.is_partial(),
            #[cfg(feature = "parts")]
            facets: library.facets_there(),
        }
    }
}

/// A search request and its results. Two answers are equal if they share their results.
#[derive(Clone, Debug)]
struct Answer {
    request: Request,
    results: Rc<Results>,
}

impl PartialEq for Answer {
    fn eq(&self, other: &Answer) -> bool {
        Rc::ptr_eq(&self.results, &other.results)
    }
}

impl Answer {
    /// Answers a request. Shares with the answer `before` what is the same, so that components
    /// which depend on it do not render again.
    fn new(library: &Library, request: Request, before: Option<&Answer>) -> Answer {
        let mut results = Results::search(library, &request.view, request.limit);
        if let Some(before) = before {
            let same_filters = before.request.view.filters == request.view.filters;
            // Nobody reads forty counts between two keystrokes.
            let keeps_facets = request.partial && same_filters;
            if keeps_facets || before.results.facets == results.facets {
                results.facets = Rc::clone(&before.results.facets);
            }
            if keeps_facets {
                results.dates = Rc::clone(&before.results.dates);
            }
            if before.request.view == request.view {
                results.highlighter = before.results.highlighter.clone();
            }
        }
        Answer { request, results: Rc::new(results) }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::preferences::Setting;
    use crate::store::ui_state::PAGE_SIZE;

    fn opened(path: &str, search: &str) -> Rc<AppState> {
        let library = fixture::library();
        let ui = UiState::opened_at(library.route(path, search));
        Rc::new(AppState::new(library, ui, UserData::default()))
    }

    fn typed(text: &str) -> AppAction {
        UiAction::QueryTyped { text: text.to_owned(), visible_capacity: 1 }.into()
    }

    #[test]
    fn typing_keeps_the_facets_until_the_results_are_complete() {
        let before = opened("", "");
        let partial = Rc::clone(&before).reduce(typed("storm"));
        assert_eq!((partial.results().items.len(), partial.results().total), (1, 1));
        assert!(Rc::ptr_eq(&partial.results().facets, &before.results().facets));
        let complete = Rc::clone(&partial).reduce(UiAction::MoreRequested.into());
        assert_eq!(complete.ui.shown, PAGE_SIZE);
        assert_ne!(complete.results().facets, before.results().facets);
        assert_eq!(complete.results().highlighter, partial.results().highlighter);
    }

    #[test]
    fn changes_that_ask_for_no_other_results_keep_them() {
        let before = opened("", "q=ferry");
        let choice = UserAction::PreferenceChosen(Setting::Theme, "dark".to_owned());
        let after = Rc::clone(&before).reduce(choice.into());
        assert!(Rc::ptr_eq(before.results(), after.results()));
        let after = Rc::clone(&before).reduce(UiAction::TypingPaused.into());
        assert!(Rc::ptr_eq(before.results(), after.results()));
    }

    #[test]
    fn articles_are_among_all_results() {
        let state = opened("article/fahre-nach-norden/", "");
        assert_eq!(state.results().items.len(), state.library.len());
        let other = state.reopened_at(state.library.route("names/", ""));
        assert!(Rc::ptr_eq(state.results(), other.results()));
    }

    #[test]
    #[cfg(feature = "parts")]
    fn a_long_article_is_removed_in_batches() {
        let blocks = 2 * REMOVED_BATCH + 1;
        let body = (0..blocks).map(|_| cuttings_corpus::Block::paragraph("Ferry."));
        let (library, item) = fixture::body_of(body.collect());
        let slug = library.article_with_id(item).unwrap().slug().to_owned();
        let ui = UiState::opened_at(library.route(&format!("article/{slug}/"), ""));
        let article = Rc::new(AppState::new(library, ui, UserData::default()));
        let left = |state: &AppState| state.left.as_ref().map(|left| left.0.ui.render_limit);
        assert_eq!(left(&article), None);
        let results = Rc::clone(&article).reduce(typed("ferry"));
        assert_eq!(left(&results), Some(2 * REMOVED_BATCH));
        let state = &results.left.as_ref().unwrap().0;
        assert!(Rc::ptr_eq(state.results(), article.results()), "no block renders again");
        let less = Rc::clone(&results).reduce(AppAction::LeftArticleCut);
        assert_eq!(left(&less), Some(REMOVED_BATCH));
        assert_eq!(left(&less.clone().reduce(AppAction::LeftArticleCut)), None);
        let names = less.library.route("names/", "");
        assert_eq!(left(&less.reduce(UiAction::LinkFollowed(names).into())), None);
    }
}
