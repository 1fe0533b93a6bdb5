//! The context of all components: the edition, and the dispatcher of actions.

use crate::browser::events::on_plain_click;
use crate::explored_page::Explorer;
use crate::ids::block_id;
use crate::route::Route;
use crate::store::app_state::{AppAction, AppState};
use crate::store::library::Library;
use crate::store::ui_state::UiAction;
use yew::prelude::*;

/// The context of all components. Cheap to clone. It never changes while the page is open, so
/// reading it causes no renders.
#[derive(Clone, Debug, PartialEq)]
pub struct AppContext {
    /// The edition.
    pub library: Library,
    /// Renders the views that explore the edition, if this program has them.
    pub explorer: Option<Explorer>,
    dispatcher: UseReducerDispatcher<AppState>,
}

/// Returns the context of the page that the component belongs to.
#[hook]
pub fn use_app() -> AppContext {
    #[expect(clippy::expect_used, reason = "App provides the context of every component")]
    use_context().expect("a component outside of App")
}

impl AppContext {
    /// Creates a context.
    pub fn new(
        library: Library,
        explorer: Option<Explorer>,
        dispatcher: UseReducerDispatcher<AppState>,
    ) -> AppContext {
        AppContext { library, explorer, dispatcher }
    }

    /// Returns whether another program shows a route: the browser has to load its page.
    pub fn is_elsewhere(&self, route: &Route) -> bool {
        self.explorer.is_none() && matches!(route, Route::Explore { .. })
    }

    /// Dispatches an action.
    pub fn dispatch(&self, action: impl Into<AppAction>) {
        self.dispatcher.dispatch(action.into());
    }

    /// Returns a click handler that dispatches an action.
    pub fn on_click(&self, action: impl Into<AppAction>) -> Callback<MouseEvent> {
        let (app, action) = (self.clone(), action.into());
        Callback::from(move |_| app.dispatch(action.clone()))
    }

    /// Returns the `href` of a link to `route`.
    pub fn href(&self, route: &Route) -> String {
        self.library.href(route)
    }

    /// Returns the click handler of a link to `route`.
    pub fn navigate(&self, route: Route) -> Callback<MouseEvent> {
        if self.is_elsewhere(&route) {
            return Callback::noop();
        }
        self.on_plain_click(UiAction::LinkFollowed(route))
    }

    /// Returns the `href` of a link to a block of an article, by its number from 1.
    pub fn block_href(&self, route: &Route, block: u32) -> String {
        [&self.href(route), "#", &block_id(block)].concat()
    }

    /// Returns the click handler of a link to a block of an article.
    pub fn navigate_to_block(&self, route: Route, block: u32) -> Callback<MouseEvent> {
        self.on_plain_click(UiAction::BlockLinkFollowed(route, block))
    }

    fn on_plain_click(&self, action: UiAction) -> Callback<MouseEvent> {
        let app = self.clone();
        on_plain_click(move || app.dispatch(action.clone()))
    }
}
