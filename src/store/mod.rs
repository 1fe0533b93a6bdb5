//! What the page shows, as data: queries, filters, addresses, preferences, and the one reducer that changes them.
//!
//! Nothing here knows a browser, so all of it is tested natively and rendered on any host.

pub mod counts;
pub mod facet;
pub mod hand_out;
pub mod library;
pub mod markdown;
pub mod names;
pub mod personal;
pub mod preferences;
pub mod query_string;
pub mod reducer;
pub mod results;
pub mod route;
pub mod said;
pub mod shelf;
pub mod text;
pub mod view;
pub mod whole;
