//! What every component may need: the edition, and where to say what happened.

use crate::state::library::Library;
use crate::state::reducer::{Action, State};
use yew::prelude::*;

/// The edition, and where to say what happened. Given to all components as a context.
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
}

/// The desk of the page that the component is in.
///
/// # Panics
/// Outside of [`App`](crate::app::App), which is where components are.
#[hook]
#[expect(clippy::expect_used, reason = "a component outside of the page is a mistake in the program")]
pub fn use_desk() -> Desk {
    use_context::<Desk>().expect("components are inside of the page")
}
