//! What every piece of the page may need: the edition, and where to say what happened.

use crate::state::library::Library;
use crate::state::reducer::{Action, State};
use yew::prelude::*;

/// The edition, and where to say what happened. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// The edition.
    pub library: Library,
    /// Where actions go.
    pub dispatcher: UseReducerDispatcher<State>,
}

impl Desk {
    /// Says what happened.
    pub fn tell(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// Says it when something is clicked.
    pub fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let desk = self.clone();
        Callback::from(move |_| desk.tell(action.clone()))
    }
}
