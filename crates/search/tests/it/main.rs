//! Tests through the public interface, in one binary.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod columns;
mod compounds;
mod damage;
mod fold_table;
mod fragments;
mod languages;
mod occurrences;
mod oracle;
mod parts;
mod related;
mod runs;
mod search;
mod snippets;
