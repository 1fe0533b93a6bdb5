//! Fuzzy lookup: a Levenshtein automaton that walks along the dictionary, which is a trie.
//!
//! The automaton simulates the nondeterministic one by bit parallelism (Wu and Manber, 1992), and
//! counts a transposition of neighbours as one edit (Hyyrö, 2003). A state has three rows of bits.
//! Bit *i* of row *e* is set if the first *i* characters of the pattern match what has been read
//! with at most *e* edits. Nothing is built in advance, and a step takes a dozen operations.

use crate::index::compound_lists::KEY_SUFFIX;
use crate::index::dictionary::{Dictionary, TermId};

/// The longest pattern, in characters: a row has 64 bits.
const MAX_PATTERN_CHARS: usize = 48;

/// The maximum number of edits that a lookup supports.
pub(super) const MAX_EDITS: usize = 2;

/// Returns the number of edits to tolerate in a word of that many characters.
pub(super) fn tolerated_edits(chars: usize) -> usize {
    match chars {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A term that is similar to a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FuzzyMatch {
    pub(super) term: TermId,
    pub(super) edits: usize,
    /// True if only a prefix of the term is within the edits.
    pub(super) is_prefix: bool,
}

/// Returns the terms within `max_edits` of `word`, in the order of the dictionary.
///
/// With `match_prefixes` it also returns terms of which a prefix is within the edits. It returns
/// only terms that start with `required_prefix`.
pub(super) fn fuzzy_matches(
    dictionary: &Dictionary<'_>,
    word: &str,
    max_edits: usize,
    match_prefixes: bool,
    required_prefix: &str,
) -> Vec<FuzzyMatch> {
    let pattern: Vec<char> = word.chars().collect();
    let mut matches = Vec::new();
    if pattern.is_empty() || pattern.len() > MAX_PATTERN_CHARS || max_edits > MAX_EDITS {
        return matches;
    }
    let automaton = Automaton::new(pattern, max_edits);
    let root = Step { end: 0, rows: automaton.start(), prefix_edits: None };
    // The steps for the characters of the current term. The next term reuses those of the shared
    // prefix.
    let mut path: Vec<Step> = Vec::new();
    let mut cursor = dictionary.cursor_before(required_prefix);
    'terms: loop {
        if !cursor.advance() {
            if cursor.enter_next_part(required_prefix) {
                path.clear();
                continue;
            }
            break;
        }
        if !cursor.term.starts_with(required_prefix.as_bytes()) {
            // The cursor is past the last such term, or the bytes are damaged.
            break;
        }
        while path.last().is_some_and(|step| step.end > cursor.shared) {
            path.pop();
        }
        let mut step = path.last().copied().unwrap_or(root);
        let rest = cursor.term.get(step.end..).unwrap_or_default();
        for c in std::str::from_utf8(rest).unwrap_or_default().chars() {
            step.rows = automaton.step(step.rows, c);
            step.end += c.len_utf8();
            if match_prefixes && step.prefix_edits.is_none() {
                step.prefix_edits = automaton.accepted_edits(step.rows);
            }
            path.push(step);
            if !step.rows.is_alive() && step.prefix_edits.is_none() {
                cursor.skip_prefix(step.end);
                continue 'terms;
            }
        }
        if cursor.term.ends_with(&[KEY_SUFFIX as u8]) {
            // The key of a compound list is no word.
            continue;
        }
        let whole_edits = automaton.accepted_edits(step.rows);
        matches.extend(whole_edits.or(step.prefix_edits).map(|edits| FuzzyMatch {
            term: TermId(cursor.id),
            edits,
            is_prefix: whole_edits.is_none(),
        }));
    }
    matches
}

/// The state after a character of a term.
#[derive(Clone, Copy)]
struct Step {
    /// The end of the character in the term, in bytes.
    end: usize,
    rows: Rows,
    /// The edits with which the shortest accepted prefix of the term matches the pattern.
    prefix_edits: Option<usize>,
}

/// The state of the automaton, with a row for each number of edits.
#[derive(Clone, Copy)]
struct Rows {
    current: [u64; MAX_EDITS + 1],
    /// The rows before the last character.
    previous: [u64; MAX_EDITS + 1],
    /// The positions of the last character in the pattern.
    last_positions: u64,
}

impl Rows {
    fn is_alive(self) -> bool {
        self.current.iter().any(|row| *row != 0)
    }
}

struct Automaton {
    pattern: Vec<char>,
    /// The positions of each ASCII character in the pattern, as bits.
    ascii_positions: [u64; 128],
    max_edits: usize,
}

impl Automaton {
    fn new(pattern: Vec<char>, max_edits: usize) -> Self {
        let mut automaton = Self { pattern, ascii_positions: [0; 128], max_edits };
        for ascii in 0..128_u8 {
            let positions = automaton.positions(char::from(ascii));
            if let Some(slot) = automaton.ascii_positions.get_mut(usize::from(ascii)) {
                *slot = positions;
            }
        }
        automaton
    }

    fn positions(&self, c: char) -> u64 {
        let positions = self.pattern.iter().enumerate().filter(|(_, other)| **other == c);
        positions.fold(0, |bits, (at, _)| bits | 1 << at)
    }

    fn start(&self) -> Rows {
        let mut current = [0; MAX_EDITS + 1];
        for (edits, row) in current.iter_mut().enumerate().take(self.max_edits + 1) {
            // Before the first character, each edit deletes one character of the pattern.
            *row = (1 << (edits + 1)) - 1;
        }
        Rows { current, previous: [0; MAX_EDITS + 1], last_positions: 0 }
    }

    fn step(&self, rows: Rows, c: char) -> Rows {
        let positions = self.ascii_positions.get(c as usize).copied();
        let positions = positions.unwrap_or_else(|| self.positions(c));
        let in_pattern = (1_u64 << (self.pattern.len() + 1)) - 1;
        let mut next = [0; MAX_EDITS + 1];
        // The row with one edit less: before this character, after it, and before the previous one.
        let (mut fewer_before, mut fewer_after, mut fewer_previous) = (0, 0, 0);
        for (edits, row) in next.iter_mut().enumerate().take(self.max_edits + 1) {
            let before = rows.current.get(edits).copied().unwrap_or_default();
            let matched = (before & positions) << 1;
            let inserted = fewer_before;
            let substituted = fewer_before << 1;
            let deleted = fewer_after << 1;
            let transposed = (fewer_previous & (rows.last_positions >> 1) & positions) << 2;
            *row = (matched | inserted | substituted | deleted | transposed) & in_pattern;
            fewer_before = before;
            fewer_after = *row;
            fewer_previous = rows.previous.get(edits).copied().unwrap_or_default();
        }
        Rows { current: next, previous: rows.current, last_positions: positions }
    }

    /// Returns the smallest number of edits with which the whole pattern matches.
    fn accepted_edits(&self, rows: Rows) -> Option<usize> {
        rows.current.iter().position(|row| row & (1 << self.pattern.len()) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::anchors::Anchors;
    use crate::index::dictionary::tests::encode;
    use proptest::collection::btree_set;
    use proptest::prelude::*;

    /// Optimal string alignment by dynamic programming.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let substituted = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let is_transposition =
                        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let transposed =
                        if is_transposition { table[i - 2][j - 2] + 1 } else { usize::MAX };
                    let (deleted, inserted) = (table[i - 1][j] + 1, table[i][j - 1] + 1);
                    substituted.min(transposed).min(deleted).min(inserted)
                };
            }
        }
        table[a.len()][b.len()]
    }

    fn prefixes(term: &str) -> impl Iterator<Item = &str> {
        term.char_indices().map(|(at, c)| &term[..at + c.len_utf8()])
    }

    proptest! {
        #[test]
        fn agrees_with_dynamic_programming(
            terms in btree_set("[a-dé]{1,7}", 0..200),
            word in "[a-dé]{1,7}",
            edits in 0_usize..=2,
        ) {
            let list: Vec<&str> = terms.iter().map(String::as_str).collect();
            let (bytes, anchors) = encode(&list);
            let dictionary = Dictionary::new(&bytes, Anchors::new(&anchors), list.len() as u32);

            let found = fuzzy_matches(&dictionary, &word, edits, false, "");
            let found: Vec<(usize, usize)> =
                found.iter().map(|found| (found.term.0 as usize, found.edits)).collect();
            let distances =
                list.iter().enumerate().map(|(number, term)| (number, distance(&word, term)));
            let expected: Vec<(usize, usize)> =
                distances.filter(|(_, distance)| *distance <= edits).collect();
            prop_assert_eq!(&found, &expected);

            let first = prefixes(&word).next().unwrap();
            let with_first = fuzzy_matches(&dictionary, &word, edits, false, first);
            let with_first: Vec<usize> =
                with_first.iter().map(|found| found.term.0 as usize).collect();
            let numbers = found.iter().map(|(number, _)| *number);
            let expected: Vec<usize> =
                numbers.filter(|number| list[*number].starts_with(first)).collect();
            prop_assert_eq!(with_first, expected);

            let open = fuzzy_matches(&dictionary, &word, edits, true, "");
            let open: Vec<(usize, bool)> =
                open.iter().map(|found| (found.term.0 as usize, found.is_prefix)).collect();
            let expected: Vec<(usize, bool)> = list
                .iter()
                .enumerate()
                .filter(|(_, term)| prefixes(term).any(|prefix| distance(&word, prefix) <= edits))
                .map(|(number, term)| (number, distance(&word, term) > edits))
                .collect();
            prop_assert_eq!(open, expected);
        }

        #[test]
        fn arbitrary_bytes_never_panic(
            bytes: Vec<u8>,
            len: u32,
            word in "[a-z]{1,12}",
            match_prefixes: bool,
        ) {
            let dictionary = Dictionary::new(&bytes, Anchors::new(&[0; 4]), len.min(1000));
            let found = fuzzy_matches(&dictionary, &word, 2, match_prefixes, "");
            prop_assert!(found.len() < 1_000_000);
        }
    }

    #[test]
    fn keys_of_compounds_are_no_words() {
        let (bytes, anchors) = encode(&["reform", "reform ", "reformen"]);
        let dictionary = Dictionary::new(&bytes, Anchors::new(&anchors), 3);
        let found = fuzzy_matches(&dictionary, "refrom", 2, true, "");
        let found: Vec<(u32, bool)> = found.iter().map(|it| (it.term.0, it.is_prefix)).collect();
        assert_eq!(found, [(0, false), (2, true)]);
    }

    #[test]
    fn longer_words_tolerate_more_edits() {
        assert_eq!([2, 3, 4, 7, 8, 20].map(tolerated_edits), [0, 0, 1, 1, 2, 2]);
        assert_eq!(distance("kiyv", "kyiv"), 1);
    }
}
