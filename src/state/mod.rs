//! What the page shows, as data: queries, filters, addresses, preferences, and the one reducer that changes them.
//!
//! Nothing here knows a browser, so all of it is tested natively and rendered on any host.

pub mod citation;
pub mod export;
pub mod facet;
pub mod json;
pub mod keys;
pub mod library;
pub mod names;
pub mod personal;
pub mod preferences;
pub mod query_string;
pub mod reducer;
pub mod results;
pub mod route;
pub mod shelf;
pub mod view;
pub mod whole;
