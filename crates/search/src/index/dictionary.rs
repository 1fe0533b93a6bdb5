//! The dictionary: every term of the documents, in byte order.
//!
//! The number of a term is its position in that order, so terms with one prefix have consecutive
//! numbers. Each term is front-coded: written as the length that it shares with the previous term,
//! and the remaining bytes. Read in order, that is a trie in which every node follows its parent,
//! which is what the Levenshtein automaton walks over. Every [`ANCHOR_INTERVAL`]-th term is written
//! in full for binary search.
//!
//! A finite-state transducer would also share suffixes. It is smaller, but compresses worse: its
//! addresses are all different, and the suffixes occur in the texts as well.
//!
//! # Format
//!
//! For each term: the number of bytes that it shares with the previous one (a byte below
//! [`FIRST_TERM_BYTE`], which is the lowest byte in any term), then its other bytes. The anchors
//! are in [`anchors`](super::anchors).

use super::anchors::{ANCHOR_INTERVAL, AnchoredSection, Anchors};
use crate::analyze::indic_signs_after;
use cuttings_parts::Bytes;
use std::ops::Range;

/// A term, by its position among all terms in byte order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TermId(pub(crate) u32);

/// The lowest byte that a term contains.
const FIRST_TERM_BYTE: u8 = b' ';

/// The maximum number of bytes of a term that are read. Only damaged bytes hold longer terms.
const MAX_READ_BYTES: usize = 256;

/// The dictionary, read in place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'a> {
    bytes: Bytes<'a>,
    anchors: Anchors<'a>,
    len: u32,
}

impl<'a> Dictionary<'a> {
    pub(crate) fn new(bytes: impl Into<Bytes<'a>>, anchors: Anchors<'a>, len: u32) -> Self {
        Self { bytes: bytes.into(), anchors, len }
    }

    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    /// Returns the id of `term` if some document contains it.
    pub(crate) fn get(&self, term: &str) -> Option<TermId> {
        let cursor = self.seek(term.as_bytes());
        let is_there = cursor.term == term.as_bytes() && !term.is_empty();
        is_there.then_some(TermId(cursor.id))
    }

    /// Returns the ids of all terms that start with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let mut after = prefix.as_bytes().to_vec();
        // This byte is above all bytes of UTF-8.
        after.push(0xFF);
        let start = self.seek(prefix.as_bytes()).id;
        start..self.seek(&after).id.max(start)
    }

    /// Returns the ids of all terms that start with `prefix`, without those that go on with a sign
    /// of its last letter in an Indic script.
    pub(crate) fn with_whole_prefix(&self, prefix: &str) -> [Range<u32>; 2] {
        let Range { start, end } = self.with_prefix(prefix);
        let Some(signs) = prefix.chars().next_back().and_then(indic_signs_after) else {
            return [start..end, end..end];
        };
        let [first, after] = signs.map(|next| {
            let key = [prefix, next.encode_utf8(&mut [0; 4])].concat();
            self.seek(key.as_bytes()).id
        });
        [start..first.max(start), after.min(end)..end]
    }

    /// Returns the term with that id. Returns an empty one if the bytes are damaged.
    pub(crate) fn term(&self, id: TermId) -> String {
        let mut cursor = self.cursor_at(id.0 / ANCHOR_INTERVAL);
        while cursor.advance() {
            if cursor.id == id.0 {
                return String::from_utf8(cursor.term).unwrap_or_default();
            }
        }
        String::new()
    }

    /// Returns a cursor before the first term that is not below `prefix`.
    pub(crate) fn cursor_before(&self, prefix: &str) -> TermCursor<'a> {
        let mut cursor = self.cursor_at(self.anchors_around(prefix.as_bytes()).start);
        let mut ahead = cursor.clone();
        while ahead.advance() && ahead.term.as_slice() < prefix.as_bytes() {
            cursor = ahead.clone();
        }
        cursor
    }

    /// Returns a cursor on the first term that is not below `key`. If the part that would have
    /// `key` has only lower ones, the cursor has the id of the next term without the term itself,
    /// so that no search waits for a part to learn where another one ends.
    fn seek(&self, key: &[u8]) -> TermCursor<'a> {
        let Range { start, end } = self.anchors_around(key);
        let end = end.saturating_mul(ANCHOR_INTERVAL).min(self.len);
        let mut cursor = self.cursor_at(start);
        while cursor.next_id < end && cursor.advance() {
            if cursor.term.as_slice() >= key {
                return cursor;
            }
        }
        cursor.term.clear();
        cursor.id = end;
        cursor
    }

    /// Returns the last anchor whose term is not above `key`, or the first anchor, and the anchor
    /// after it.
    fn anchors_around(&self, key: &[u8]) -> Range<u32> {
        // The terms at which parts begin are known, so only one part is read.
        let starts = self.bytes.term_starts();
        let after = starts.partition_point(|(_, term)| *term <= key);
        let part = after.checked_sub(1).and_then(|part| starts.get(part));
        let mut low = part.map_or(0, |(anchor, _)| *anchor);
        let all = self.len.div_ceil(ANCHOR_INTERVAL);
        let mut high = starts.get(after).map_or(all, |(anchor, _)| *anchor).min(all);
        while low + 1 < high {
            let middle = u32::midpoint(low, high);
            if self.read(self.anchor_offset(middle)).is_some_and(|(_, term)| term <= key) {
                low = middle;
            } else {
                high = middle;
            }
        }
        low..high
    }

    /// Returns a cursor before the term of an anchor.
    fn cursor_at(&self, anchor: u32) -> TermCursor<'a> {
        TermCursor {
            dictionary: *self,
            next_offset: self.anchor_offset(anchor),
            next_id: anchor.saturating_mul(ANCHOR_INTERVAL),
            id: 0,
            shared: 0,
            term: Vec::new(),
        }
    }

    fn anchor_offset(&self, anchor: u32) -> usize {
        self.anchors.offset(anchor, AnchoredSection::Dictionary)
    }

    /// Reads the entry at an offset: the length of the shared prefix, and the other bytes.
    #[inline]
    fn read(&self, offset: usize) -> Option<(usize, &'a [u8])> {
        let (shared, rest) = self.bytes.from(offset)?.split_first()?;
        let length = rest.iter().position(|byte| *byte < FIRST_TERM_BYTE).unwrap_or(rest.len());
        Some((usize::from(*shared), rest.get(..length)?))
    }
}

/// Reads one term after the other.
#[derive(Clone, Debug)]
pub(crate) struct TermCursor<'a> {
    dictionary: Dictionary<'a>,
    next_offset: usize,
    next_id: u32,
    /// The number of the current term.
    pub(crate) id: u32,
    /// The number of leading bytes that the current term shares with the previous one, or fewer.
    pub(crate) shared: usize,
    /// The current term.
    pub(crate) term: Vec<u8>,
}

impl TermCursor<'_> {
    /// Moves to the next term. Returns `false` after the last one.
    pub(crate) fn advance(&mut self) -> bool {
        let has_next = self.next_id < self.dictionary.len;
        let Some((shared, rest)) = self.dictionary.read(self.next_offset).filter(|_| has_next)
        else {
            return false;
        };
        self.shared = shared.min(self.term.len());
        self.term.truncate(self.shared);
        self.term.extend_from_slice(rest.get(..MAX_READ_BYTES).unwrap_or(rest));
        self.next_offset += 1 + rest.len();
        self.id = self.next_id;
        self.next_id += 1;
        true
    }

    /// Moves to where the next part begins, before its first term, after one that is missing. A
    /// reader of many terms goes on there, so that all missing parts are noted together. Returns
    /// `false` if no part follows, or if its first term does not start with `prefix`.
    pub(crate) fn enter_next_part(&mut self, prefix: &str) -> bool {
        let starts = self.dictionary.bytes.term_starts();
        let after = starts
            .partition_point(|(anchor, _)| anchor.saturating_mul(ANCHOR_INTERVAL) <= self.next_id);
        let Some((anchor, term)) = starts.get(after) else { return false };
        self.term.clear();
        self.next_offset = self.dictionary.anchor_offset(*anchor);
        self.next_id = anchor.saturating_mul(ANCHOR_INTERVAL);
        term.starts_with(prefix.as_bytes())
    }

    /// Skips the terms that share the first `shared` bytes of the current term.
    pub(crate) fn skip_prefix(&mut self, shared: usize) {
        let prefix = self.term.get(..shared).unwrap_or_default();
        // It moves from anchor to anchor first, then term by term.
        let mut anchor = self.next_id.div_ceil(ANCHOR_INTERVAL);
        while let offset = self.dictionary.anchor_offset(anchor)
            && offset >= self.next_offset
            && let Some((_, term)) =
                self.dictionary.read(offset).filter(|(_, term)| term.starts_with(prefix))
        {
            self.next_offset = offset + 1 + term.len();
            self.next_id = (anchor * ANCHOR_INTERVAL).saturating_add(1);
            anchor += 1;
        }
        while let Some((_, rest)) =
            self.dictionary.read(self.next_offset).filter(|(other, _)| *other >= shared)
        {
            self.next_offset += 1 + rest.len();
            self.next_id = self.next_id.saturating_add(1);
        }
    }
}

/// Appends an entry for [`TermCursor::advance`]. An anchor's term is written in full.
#[cfg(feature = "build")]
pub(crate) fn push_term(out: &mut Vec<u8>, previous: &str, term: &str, is_anchor: bool) {
    let shared = previous.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
    let shared = if is_anchor { 0 } else { shared.min(usize::from(FIRST_TERM_BYTE) - 1) };
    out.push(shared as u8);
    out.extend(term.bytes().skip(shared));
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::anchors::ANCHOR_BYTES;
    use super::*;
    use crate::analyze::is_indic_sign;
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Encodes sorted terms. Returns the bytes of the dictionary and of the anchors.
    pub(crate) fn encode(terms: &[&str]) -> (Vec<u8>, Vec<u8>) {
        let (mut bytes, mut anchors) = (Vec::new(), Vec::new());
        for (number, term) in terms.iter().enumerate() {
            let is_anchor = number.is_multiple_of(ANCHOR_INTERVAL as usize);
            if is_anchor {
                anchors.extend((bytes.len() as u32).to_le_bytes());
                anchors.resize(anchors.len() + ANCHOR_BYTES - 4, 0);
            }
            let previous = number.checked_sub(1).map_or("", |previous| terms[previous]);
            push_term(&mut bytes, previous, term, is_anchor);
        }
        (bytes, anchors)
    }

    /// Compares a dictionary with the sorted list of its terms.
    fn check(terms: &BTreeSet<String>, probes: &[String]) {
        let list: Vec<&str> = terms.iter().map(String::as_str).collect();
        let (bytes, anchors) = encode(&list);
        let dictionary = Dictionary::new(&bytes, Anchors::new(&anchors), list.len() as u32);
        for (number, term) in list.iter().enumerate() {
            assert_eq!(dictionary.get(term), Some(TermId(number as u32)), "{term}");
            assert_eq!(&dictionary.term(TermId(number as u32)), term);
        }
        let first_letters =
            list.iter().map(|term| term.split_at(term.chars().next().unwrap().len_utf8()).0);
        for probe in probes.iter().map(String::as_str).chain(first_letters) {
            assert_eq!(
                dictionary.get(probe).map(|id| id.0 as usize),
                list.binary_search(&probe).ok(),
                "{probe}"
            );
            let expected = list.iter().filter(|term| term.starts_with(probe)).count();
            let range = dictionary.with_prefix(probe);
            assert_eq!(range.len(), expected, "{probe} in {list:?}");
            if expected > 0 {
                assert!(list[range.start as usize].starts_with(probe));
            }
            let is_whole = |term: &&str| {
                term.strip_prefix(probe)
                    .is_some_and(|rest| probe.is_empty() || !rest.starts_with(is_indic_sign))
            };
            let expected: Vec<&str> = list.iter().copied().filter(is_whole).collect();
            let ranges =
                dictionary.with_whole_prefix(probe).map(|it| it.start as usize..it.end as usize);
            let found = ranges.into_iter().flat_map(|it| list[it].iter().copied());
            assert_eq!(found.collect::<Vec<_>>(), expected, "{probe} in {list:?}");
        }
    }

    proptest! {
        #[test]
        fn ids_terms_and_prefixes_agree_with_a_sorted_list(
            terms in btree_set(
                "[a-c]{1,6}|[a-zа-я]{1,5}|[कखऽिी्ं]{1,4}|[কখৎি]{1,4}",
                0..60,
            ),
            probes in vec("[a-c]{0,4}|[а-я]|[कखिी्]{1,2}|[কি]{1,2}", 0..20),
        ) {
            check(&terms, &probes);
        }

        #[test]
        fn arbitrary_bytes_never_panic(
            bytes: Vec<u8>,
            anchors: Vec<u8>,
            len: u32,
            id: u32,
            probe in "[a-z]{0,8}",
        ) {
            let dictionary = Dictionary::new(&bytes, Anchors::new(&anchors), len);
            let _ = (dictionary.term(TermId(id)), dictionary.get(&probe));
            let range = dictionary.with_prefix(&probe);
            prop_assert!(range.end <= len);
        }
    }

    #[test]
    fn a_dictionary_with_many_anchors_agrees_with_a_sorted_list() {
        let letter = |number: u16| (b'a' + number as u8) as char;
        let terms = (0..26 * 26)
            .map(|number| format!("{}{}", letter(number / 26), letter(number % 26)))
            .chain((0x430..0x4FF).filter_map(char::from_u32).map(String::from))
            .collect();
        check(&terms, &[]);
    }
}
