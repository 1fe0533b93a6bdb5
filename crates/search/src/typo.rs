//! Words that are spelt nearly as typed: a Levenshtein automaton walked over the dictionary.
//!
//! The automaton is a bit-parallel simulation of the nondeterministic one (Wu and Manber, 1992), with the
//! transposition of two neighbours as one edit (Hyyrö, 2003). A state is three words of bits: bit *i* of row *e* says
//! that the first *i* letters of the pattern can be read with at most *e* edits. Nothing is built in advance, and a
//! step is a dozen operations.

use crate::dictionary::{Dictionary, FormId, State};

/// Patterns longer than this are not looked for: the rows have 64 bits.
const MAX_PATTERN: usize = 48;

/// More edits than this are no longer the same word.
pub(crate) const MAX_EDITS: usize = 2;

/// How many states of the dictionary are visited at most. A hundred thousand words take some ten thousand; damaged
/// bytes could take any number.
const MAX_VISITS: u32 = 400_000;

/// How many words are collected at most.
const MAX_FOUND: usize = 100_000;

/// How many edits are forgiven in a word of that many letters.
pub(crate) fn forgiven_edits(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word of the dictionary, and how many edits away it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) form: FormId,
    pub(crate) edits: usize,
}

/// All forms within `edits` of `word`, in the dictionary's order. With `prefix`, those of which a beginning is.
pub(crate) fn near(dictionary: &Dictionary<'_>, word: &str, edits: usize, prefix: bool) -> Vec<Near> {
    let pattern: Vec<char> = word.chars().collect();
    if pattern.is_empty() || pattern.len() > MAX_PATTERN || edits > MAX_EDITS {
        return Vec::new();
    }
    let mut walk =
        Walk { dictionary, automaton: Automaton { pattern, edits }, prefix, visits: 0, found: Vec::new() };
    walk.visit(dictionary.root(), walk.automaton.start(), Partial::default(), 0);
    walk.found
}

/// A letter whose bytes have not all been read.
#[derive(Clone, Copy, Default)]
struct Partial {
    bytes: [u8; 4],
    len: usize,
}

impl Partial {
    fn push(mut self, byte: u8) -> Self {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
        self
    }

    fn letter(&self) -> Option<char> {
        let bytes = self.bytes.get(..self.len)?;
        let mut chars = std::str::from_utf8(bytes).ok()?.chars();
        chars.next()
    }
}

struct Walk<'d, 'a> {
    dictionary: &'d Dictionary<'a>,
    automaton: Automaton,
    prefix: bool,
    visits: u32,
    found: Vec<Near>,
}

impl Walk<'_, '_> {
    fn visit(&mut self, state: State, rows: Rows, partial: Partial, depth: usize) {
        self.visits += 1;
        if self.visits > MAX_VISITS || self.found.len() > MAX_FOUND || depth > 4 * MAX_PATTERN {
            return;
        }
        if partial.len == 0
            && self.dictionary.is_final(state)
            && let Some(edits) = self.automaton.accepts(rows)
        {
            self.found.push(Near { form: FormId(state.first()), edits });
        }
        for transition in self.dictionary.transitions(state) {
            let partial = partial.push(transition.label);
            let Some(letter) = partial.letter() else {
                if partial.len < 4 {
                    self.visit(transition.to, rows, partial, depth + 1);
                }
                continue;
            };
            let rows = self.automaton.step(rows, letter);
            if !rows.is_alive() {
                continue;
            }
            if self.prefix
                && let Some(edits) = self.automaton.accepts(rows)
            {
                let below = self.dictionary.below(transition.to);
                self.found.extend(below.take(MAX_FOUND).map(|form| Near { form: FormId(form), edits }));
                continue;
            }
            self.visit(transition.to, rows, Partial::default(), depth + 1);
        }
    }
}

/// What has been read of the pattern, by number of edits.
#[derive(Clone, Copy)]
struct Rows {
    now: [u64; MAX_EDITS + 1],
    /// Before the last letter.
    before: [u64; MAX_EDITS + 1],
    /// Where in the pattern the last letter stands.
    last: u64,
}

impl Rows {
    fn is_alive(self) -> bool {
        self.now.iter().any(|row| *row != 0)
    }
}

struct Automaton {
    pattern: Vec<char>,
    edits: usize,
}

impl Automaton {
    fn start(&self) -> Rows {
        let mut now = [0; MAX_EDITS + 1];
        for (edits, row) in now.iter_mut().enumerate().take(self.edits + 1) {
            // Nothing read, so many letters of the pattern left out.
            *row = (1 << (edits + 1)) - 1;
        }
        Rows { now, before: [0; MAX_EDITS + 1], last: 0 }
    }

    fn step(&self, rows: Rows, letter: char) -> Rows {
        let here = self
            .pattern
            .iter()
            .enumerate()
            .filter(|(_, c)| **c == letter)
            .fold(0_u64, |bits, (at, _)| bits | 1 << at);
        let reach = (1_u64 << (self.pattern.len() + 1)) - 1;
        let mut now = [0; MAX_EDITS + 1];
        // Row of one edit less: as it was, as it is now, and as it was before the last letter.
        let (mut was, mut is, mut older) = (0, 0, 0);
        for (edits, row) in now.iter_mut().enumerate().take(self.edits + 1) {
            let old = rows.now.get(edits).copied().unwrap_or_default();
            let matched = (old & here) << 1;
            // An extra letter, another letter, a letter left out, two letters swapped.
            let swapped = (older & (rows.last >> 1) & here) << 2;
            *row = (matched | was | (was << 1) | (is << 1) | swapped) & reach;
            was = old;
            is = *row;
            older = rows.before.get(edits).copied().unwrap_or_default();
        }
        Rows { now, before: rows.now, last: here }
    }

    /// With how few edits the whole pattern has been read.
    fn accepts(&self, rows: Rows) -> Option<usize> {
        rows.now.iter().position(|row| row & (1 << self.pattern.len()) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::btree_set;
    use proptest::prelude::*;

    /// Optimal string alignment, by the textbook's table.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let swapped = if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        table[i - 2][j - 2] + 1
                    } else {
                        usize::MAX
                    };
                    replaced.min(swapped).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn finds_what_the_table_finds(
            forms in btree_set("[a-dé]{1,7}", 0..80),
            word in "[a-dé]{1,7}",
            edits in 0_usize..=2,
        ) {
            let list: Vec<&str> = forms.iter().map(String::as_str).collect();
            let bytes = crate::dictionary::write(list.iter().copied());
            let dictionary = Dictionary::new(&bytes, list.len() as u32);
            let found: Vec<(usize, usize)> =
                near(&dictionary, &word, edits, false).iter().map(|near| (near.form.0 as usize, near.edits)).collect();
            let expected: Vec<(usize, usize)> = list
                .iter()
                .enumerate()
                .map(|(number, form)| (number, distance(&word, form)))
                .filter(|(_, distance)| *distance <= edits)
                .collect();
            prop_assert_eq!(found, expected);

            let mut begun: Vec<usize> = near(&dictionary, &word, edits, true).iter().map(|near| near.form.0 as usize).collect();
            begun.sort_unstable();
            let beginnings = |form: &str| form.char_indices().map(|(at, c)| form[..at + c.len_utf8()].to_owned()).collect::<Vec<_>>();
            let expected: Vec<usize> = list
                .iter()
                .enumerate()
                .filter(|(_, form)| beginnings(form).iter().any(|beginning| distance(&word, beginning) <= edits))
                .map(|(number, _)| number)
                .collect();
            prop_assert_eq!(begun, expected);
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>, len: u32, word in "[a-z]{1,12}", prefix: bool) {
            let found = near(&Dictionary::new(&bytes, len.min(1000)), &word, 2, prefix);
            prop_assert!(found.len() < 1_000_000);
        }
    }

    #[test]
    fn letters_decide_what_is_forgiven() {
        assert_eq!([2, 3, 4, 7, 8, 20].map(forgiven_edits), [0, 0, 1, 1, 2, 2]);
        assert_eq!(distance("kiyv", "kyiv"), 1);
    }
}
