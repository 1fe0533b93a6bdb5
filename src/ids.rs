//! The `id`s of elements that links, labels and the focus refer to.

use crate::store::text::decimal;

/// The page's first heading.
pub const HEADING: &str = "heading";

/// The page's main content.
pub const MAIN: &str = "main";

/// The search box. The scripts that run before the program know it, too.
pub const SEARCH_BOX: &str = "search";

/// The sheet with the citations of an article.
pub const CITATIONS: &str = "cite";

/// Returns the `id` of a block of an article, by its number from 1.
pub fn block_id(number: u32) -> String {
    ["p", &decimal(u64::from(number))].concat()
}

/// Returns the `id` of the link to an article in a list.
pub fn link_id(slug: &str) -> String {
    ["to-", slug].concat()
}
