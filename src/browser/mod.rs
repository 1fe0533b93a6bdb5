//! The browser. Only these modules know it, and only in effects and event handlers, so that what renders can be
//! rendered anywhere.

pub mod arrival;
pub mod browser;
pub mod events;
pub mod failure;
pub mod history;
pub mod personal;
pub mod property;
pub mod reading;
pub mod stored;
