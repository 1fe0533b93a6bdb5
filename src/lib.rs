//! The page: an edition to search, filter and read, in the browser.
//!
//! [`App`](app::App) is the whole of it as one component tree, a function of an edition and an address. Nothing that
//! renders touches the browser, so the same tree can be rendered to HTML on any host (feature `ssr`); what does, is in
//! [`browser`] and runs in effects and event handlers.

// First, for its macro.
#[macro_use]
pub mod messages;

pub mod app;
pub mod components;
pub mod desk;
pub mod browser;
pub mod markup;
pub mod views;
#[cfg(not(target_arch = "wasm32"))]
#[cfg(any(test, feature = "ssr"))]
pub mod prerender;
pub mod store;

// Tests run natively but for those in `tests/web.rs`.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod fixture;
