//! The pieces of the page, one to a file. They show what they are given and say what happened.
//!
//! A piece that remembers nothing and waits for nothing is a function that returns [`Html`](yew::Html); a Yew component
//! of its own would cost every reader about a kilobyte.

pub mod active_filters;
pub mod button;
pub mod card;
pub mod facet_group;
pub mod filters;
pub mod layered;
pub mod link;
pub mod masthead;
pub mod note;
pub mod notes;
pub mod search_box;
pub mod select;
pub mod source;
pub mod teaser;
pub mod tools;
