//! The browser. Only these modules know it, and only in effects and event handlers, so that what renders can be
//! rendered anywhere.

pub mod arrival;
pub mod events;
pub mod failure;
pub mod history;
pub mod modal;
pub mod preferences;
pub mod property;
pub mod settled;
pub mod shortcuts;
pub mod stored;
pub mod title;
