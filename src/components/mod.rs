//! The components of the page, one per file. They show their properties and dispatch actions.
//!
//! A component has state, or is worth skipping when its properties stay the same. Everything else
//! is a function that returns [`Html`](yew::Html): each component adds about a kilobyte to the
//! download (see `bench/RESULTS.md`).

pub mod active_filters;
pub mod article_body;
pub mod article_tools;
pub mod button;
pub mod byline;
pub mod card;
pub mod contents;
pub mod date;
pub mod date_group;
pub mod element;
pub mod export_menu;
pub mod facet_group;
pub mod filter_panel;
pub mod filter_summary;
pub mod front;
pub mod highlighted;
pub mod hit_counter;
pub mod hit_map;
pub mod keys_dialog;
pub mod link;
#[cfg(feature = "parts")]
pub mod loading_status;
pub mod masthead;
pub mod mention;
pub mod mentioned_entities;
pub mod no_results;
pub mod notes;
pub mod pager;
pub mod passage_bar;
pub mod related_articles;
pub mod related_wording;
pub mod result_card;
pub mod result_status;
pub mod save_button;
pub mod search_box;
pub mod search_note;
pub mod select;
pub mod show_more;
pub mod site_footer;
pub mod teaser_card;
