//! Everything that touches the browser: hooks, and functions for event handlers.
//!
//! Components call these instead of the browser's interfaces, and only in effects and event
//! handlers, so that every page can be rendered on any host.

pub mod announcement;
pub mod books;
pub mod catalogue;
pub mod changes;
pub mod document_title;
pub mod events;
pub mod failure;
pub mod files;
pub mod first_render;
pub mod history;
pub mod history_entry;
pub mod kept_texts;
pub mod location;
pub mod modal;
#[cfg(feature = "parts")]
mod part_download;
#[cfg(feature = "parts")]
pub mod parts;
pub mod printing;
pub mod property;
pub mod reading_position;
pub mod render_batches;
pub mod scroll_focus;
pub mod separate_edition;
pub mod spoken_count;
mod storage;
pub mod stored_lists;
pub mod stored_searches;
pub mod stored_user_data;
pub mod viewport;
pub mod whole_reads;
