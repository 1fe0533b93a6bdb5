//! Selects the prefixes that get a merged posting list: see
//! [`prefix_lists`](crate::index::prefix_lists).

use super::merge::Term;
use super::posting_lists::PostingList;
use crate::analyze::is_indic_sign;
use crate::index::prefix_lists::key;
use crate::index::term_info::LONG_LIST;

/// The longest prefix with a list, in characters.
const MAX_PREFIX_CHARS: usize = 2;

/// A prefix gets a list if the lists of its terms are together this many times as long as the
/// number of documents.
const MIN_RATIO: u64 = 3;

/// Returns the prefix lists of `sorted` terms, by dictionary key in byte order.
pub(super) fn collect(sorted: &[Term<'_, '_>], documents: u32) -> Vec<(String, PostingList)> {
    let mut lists = Vec::new();
    for chars in 1..=MAX_PREFIX_CHARS {
        for group in sorted.chunk_by(|a, b| prefix(a.term, chars) == prefix(b.term, chars)) {
            let prefix = group.first().and_then(|it| prefix(it.term, chars));
            let Some(prefix) = prefix else { continue };
            // The prefix does not end between a letter and its signs.
            let is_whole = |it: &&Term<'_, '_>| {
                !it.term.get(prefix.len()..).is_some_and(|rest| rest.starts_with(is_indic_sign))
            };
            let group = || group.iter().filter(is_whole);
            let postings: u64 = group().map(|it| u64::from(it.document_count)).sum();
            if postings >= u64::from(documents) * MIN_RATIO {
                let list = PostingList::merged(group().flat_map(Term::pieces), documents);
                if list.document_count >= LONG_LIST {
                    lists.push((key(prefix), list));
                }
            }
        }
    }
    lists.sort_by(|a, b| a.0.cmp(&b.0));
    lists
}

/// Returns the first characters of a term. A shorter term has no such prefix.
fn prefix(term: &str, chars: usize) -> Option<&str> {
    let (last, c) = term.char_indices().nth(chars.checked_sub(1)?)?;
    term.get(..last + c.len_utf8())
}
