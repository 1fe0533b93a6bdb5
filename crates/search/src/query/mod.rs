//! The query language. Every text is a query.
//!
//! ```text
//! words words         all of the words; the last one may be the prefix of a word
//! "exact words"       these terms, in this order
//! -without            excludes a word, a phrase, a field or a group
//! this OR that        either word; binds tighter than adjacent words
//! ( … )               a group
//! title:word          in one field: title, standfirst, heading, body, metadata, or the name of a
//!                     facet
//! section:"Top news"  a facet value whose label contains these words
//! date:2024-05        a range field of the searcher, if its value can be read
//! word*               words with this prefix
//! ```
//!
//! Text that does not parse as one of these is read as plain words: `US: 8,000`, `"unclosed`, `-`,
//! `) (`.

mod ast;
mod correct;
mod parse;
mod print;

pub use ast::{MAX_QUERY_DEPTH, MAX_QUERY_LENGTH, MAX_QUERY_TERMS, Node, Query};
