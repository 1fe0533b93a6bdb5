//! The views that explore an edition: the items of the results as pictures, each with its table.
//!
//! They are in a program of their own, which is the page with these views, because few readers open
//! them and the page has a budget of bytes. No other module of this package may use this one: a
//! program passes [`EXPLORER`] to the root component.

mod comparison;
mod data_table;
mod facets;
mod figures;
mod item_line;
mod lists;
mod order;
mod picture;
mod places;
mod quotes;
mod scale;
mod since;
mod stories;
mod timeline;
mod together;
mod trends;
mod view;

use crate::explored_page::Explorer;
use crate::store::exploration::ExplorationKind;

/// Renders all views of this module.
pub const EXPLORER: Explorer = Explorer::new(view::explored_page, ExplorationKind::label);
