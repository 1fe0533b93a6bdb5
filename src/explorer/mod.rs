//! The views that explore an edition: the items of the results as pictures, each with its table.
//!
//! They are in a program of their own, which is the page with these views, because few readers open
//! them and the page has a budget of bytes. Nothing else in this package may depend on this module
//! but for [`Explorer`], which a program passes to the root component.

mod timeline;
mod view;

use crate::store::exploration::Exploration;
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

/// What renders the views that explore the edition. A program without it does not contain them.
#[derive(Clone, Copy, Debug)]
pub struct Explorer(fn(ExploredPage) -> Html);

/// There is one only, so a program has either this or none.
impl PartialEq for Explorer {
    fn eq(&self, _: &Explorer) -> bool {
        true
    }
}

impl Explorer {
    /// Renders a page.
    pub fn render(self, page: ExploredPage) -> Html {
        let Explorer(render) = self;
        render(page)
    }
}

/// What renders all views of this module.
pub const EXPLORER: Explorer = Explorer(view::explored_page);
