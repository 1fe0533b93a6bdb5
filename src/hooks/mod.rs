//! The browser. Only these modules know it, and only in effects and event handlers, so that what renders can be
//! rendered anywhere.

pub mod arrival;
pub mod browser;
pub mod events;
pub mod failure;
pub mod history;
<<<<<<< HEAD
pub mod modal;
pub mod preferences;
pub mod property;
pub mod settled;
pub mod shortcuts;
=======
pub mod personal;
pub mod reading;
>>>>>>> 47549ca (page: names, a reader to stay with, one component)
pub mod stored;
pub mod take_away;
