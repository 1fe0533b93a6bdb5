//! The state of the page as data: views, results, user data, and the reducers that change them.
//!
//! Nothing here knows the browser, so all of it is tested natively and rendered on any host.

pub mod app_state;
pub mod book;
pub mod bookmarks;
pub mod changes;
pub mod dates;
pub mod entities;
pub mod exploration;
pub mod facet;
pub mod facet_counts;
pub mod footnotes;
pub mod histogram;
pub mod hits;
#[cfg(feature = "parts")]
mod in_parts;
pub mod json;
pub mod library;
#[cfg(feature = "parts")]
pub mod loading;
pub mod markdown;
pub mod preferences;
pub mod query_string;
pub mod quotes;
pub mod reading_lists;
#[cfg(feature = "parts")]
mod reads;
pub mod related;
pub mod related_wording;
pub mod result_presence;
pub mod results;
pub mod saved_searches;
pub mod text;
pub mod ui_state;
pub mod user_data;
pub mod view;
