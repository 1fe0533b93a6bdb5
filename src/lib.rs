//! The page: an edition to search, filter and read, in the browser.
//!
//! [`App`](app::App) is the root component. The page is a function of
//! [`AppState`](store::app_state::AppState), which a reducer changes. Nothing that renders touches
//! the browser, so any host can render the same components to HTML (feature `ssr`). Effects and
//! event handlers do, through [`browser`].

// First, because the other modules use its macro.
#[macro_use]
pub mod messages;

pub mod app;
pub mod browser;
pub mod components;
pub mod context;
pub mod explored_page;
pub mod explorer;
pub mod ids;
#[cfg(not(target_arch = "wasm32"))]
#[cfg(any(test, feature = "ssr"))]
pub mod prerender;
pub mod render_log;
pub mod route;
pub mod start;
pub mod store;
pub mod views;

// Tests run natively, except for those in `tests/web.rs`.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod fixture;
