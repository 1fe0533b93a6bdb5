//! The state of the whole page, and its reducer.

use super::library::Library;
use super::results::Results;
use super::ui_state::{UiAction, UiState};
use super::user_data::{UserAction, UserData};
use super::view::View;
use crate::route::Route;
use std::rc::Rc;
use yew::Reducible;

/// The state of the whole page. The page is a function of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The edition.
    pub library: Library,
    /// The state of the interface.
    pub ui: Rc<UiState>,
    /// The reader's own data.
    pub user_data: UserData,
    /// The answer to the current view.
    ///
    /// Invariant: it follows from `library` and `ui`, except that partial results keep the facets
    /// of the answer before.
    answer: Answer,
}

/// A change to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum AppAction {
    /// A change to the interface.
    Ui(UiAction),
    /// A change to the reader's data.
    UserData(UserAction),
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

impl AppState {
    /// Returns the state in which the page opens.
    pub fn new(library: Library, ui: UiState, user_data: UserData) -> AppState {
        let answer = Answer::new(&library, Request::of(&library, &ui), None);
        AppState { library, ui: Rc::new(ui), user_data, answer }
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

    fn update_answer(&mut self) {
        let request = Request::of(&self.library, &self.ui);
        if request != self.answer.request {
            self.answer = Answer::new(&self.library, request, Some(&self.answer));
        }
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
            AppAction::Ui(action) => {
                next.ui = Rc::new(self.ui.reduce(action));
                next.update_answer();
                let size = next.size();
                Rc::make_mut(&mut next.ui).settle(size);
            }
            AppAction::UserData(action) => next.user_data = self.user_data.reduce(action),
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
}

impl Request {
    fn of(library: &Library, ui: &UiState) -> Request {
        // Other pages need all results: for the neighbours of an article, or to list their content.
        let limit = match ui.route {
            Route::Results(_) => ui.shown,
            _ => library.len(),
        };
        let view = ui.route.view().cloned().unwrap_or_default();
        Request { view, limit, partial: ui.is_partial() }
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
}
