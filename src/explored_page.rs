//! A page that explores results, and the function by which a program renders such pages: a program
//! that is not given it does not contain them.

use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::results::Results;
use crate::store::ui_state::UiState;
use crate::store::view::View;
use std::rc::Rc;
use yew::prelude::*;

/// A page that explores results.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ExploredPage {
    /// The view that explores them.
    pub exploration: Exploration,
    /// The query and the filters.
    pub view: View,
    /// All results of the query and the filters.
    pub results: Rc<Results>,
    /// The state of the interface.
    pub ui: Rc<UiState>,
}

/// Renders and names the views that explore the edition.
#[derive(Clone, Copy, Debug)]
pub struct Explorer {
    render: fn(ExploredPage) -> Html,
    /// Names a view.
    pub label: fn(ExplorationKind) -> &'static str,
}

/// There is one only, so a program has either this or none.
impl PartialEq for Explorer {
    fn eq(&self, _: &Explorer) -> bool {
        true
    }
}

impl Explorer {
    /// Creates the explorer that renders pages and names views with these functions.
    pub const fn new(
        render: fn(ExploredPage) -> Html,
        label: fn(ExplorationKind) -> &'static str,
    ) -> Explorer {
        Explorer { render, label }
    }

    /// Renders a page.
    pub fn render(self, page: ExploredPage) -> Html {
        (self.render)(page)
    }
}
