//! The views that explore an edition: what their addresses say beside the query and the filters.
//! Only the explorer shows them (`src/explorer`); the page links to them.

use super::facet::Facet;
use std::rc::Rc;

/// A view that explores an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exploration {
    /// The items by their dates.
    Timeline {
        /// The facet whose values divide each bar; none chooses one that the edition has.
        stack: Option<Facet>,
    },
}

/// The parameter that names the facet of a timeline.
const STACK: &str = "by";

impl Exploration {
    /// Returns all views in the order of their navigation, as they open without parameters.
    pub fn all() -> [Exploration; 1] {
        [Exploration::Timeline { stack: None }]
    }

    /// Returns the view with a key, and with the parameters of a query string.
    pub fn parse(
        key: &str,
        pairs: impl Iterator<Item = (String, String)>,
        custom: &[Facet],
    ) -> Option<Exploration> {
        let mut exploration = Exploration::all().into_iter().find(|it| it.key() == key)?;
        for (name, value) in pairs {
            match &mut exploration {
                Exploration::Timeline { stack } if name == STACK => {
                    *stack = Facet::from_key(&value, custom);
                }
                Exploration::Timeline { .. } => {}
            }
        }
        Some(exploration)
    }

    /// The path of the view, relative to the base and without a slash.
    pub fn key(&self) -> &'static str {
        match self {
            Exploration::Timeline { .. } => "timeline",
        }
    }

    /// The label of the view on the page.
    pub fn label(&self) -> &'static str {
        match self {
            Exploration::Timeline { .. } => msg!("timeline"),
        }
    }

    /// Returns the pairs of the query string that belong to the view.
    pub fn pairs(&self) -> Vec<(&'static str, Rc<str>)> {
        match self {
            Exploration::Timeline { stack } => {
                stack.iter().map(|facet| (STACK, facet.key().into())).collect()
            }
        }
    }
}
