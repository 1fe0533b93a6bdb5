//! Parses arbitrary text as a query: it prints to a text of bounded length that parses to the same
//! query.

#![no_main]

use cuttings_search::{MAX_QUERY_LENGTH, Query, fold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let query = Query::parse(text);
    let printed = query.to_string();
    assert!(printed.len() <= MAX_QUERY_LENGTH);
    assert_eq!(Query::parse(&printed), query, "{printed}");
    Query::from_words(text);
    fold(text);
});
