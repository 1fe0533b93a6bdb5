//! The pieces of the page, one to a file. They show what they are given and say what happened.

pub mod active_filters;
pub mod card;
pub mod facet_group;
pub mod filters;
pub mod keys_dialog;
pub mod link;
pub mod marked;
pub mod masthead;
pub mod note;
pub mod search_box;
pub mod sort_select;
pub mod status;
pub mod teaser;
pub mod theme_select;
