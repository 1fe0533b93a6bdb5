//! Words that are spelt nearly as typed: a Levenshtein automaton walked along the dictionary, which is a trie.
//!
//! The automaton is a bit-parallel simulation of the nondeterministic one (Wu and Manber, 1992), with the
//! transposition of two neighbours as one edit (Hyyrö, 2003). A state is three words of bits: bit *i* of row *e* says
//! that the first *i* letters of the pattern can be read with at most *e* edits. Nothing is built in advance, and a
//! step is a dozen operations.

use crate::index::dictionary::{Dictionary, FormId};

/// Patterns longer than this are not looked for: the rows have 64 bits.
const MAX_PATTERN: usize = 48;

/// More edits than this are no longer the same word.
pub(crate) const MAX_EDITS: usize = 2;

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
    /// Whether only a beginning of it is that near.
    pub(crate) is_longer: bool,
}

/// All forms within `edits` of `word`, in the dictionary's order; and, if `open`, those of which a beginning is. Of those
/// that begin with `prefix` alone.
pub(crate) fn near(
    dictionary: &Dictionary<'_>,
    word: &str,
    edits: usize,
    open: bool,
    prefix: &str,
) -> Vec<Near> {
    let pattern: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    if pattern.is_empty() || pattern.len() > MAX_PATTERN || edits > MAX_EDITS {
        return found;
    }
    let automaton = Automaton::new(pattern, edits);
    let root = Step { end: 0, rows: automaton.start(), begun: None };
    // What the letters of the form at hand have led to: those that it shares with the next one are not read again.
    let mut path: Vec<Step> = Vec::new();
    let mut forms = dictionary.forms_from(prefix);
    'forms: while forms.next() {
        if !forms.form.starts_with(prefix.as_bytes()) {
            // Behind the last one; or, if bytes are damaged, anything.
            break;
        }
        while path.last().is_some_and(|step| step.end > forms.shared) {
            path.pop();
        }
        let mut step = path.last().copied().unwrap_or(root);
        let rest = forms.form.get(step.end..).unwrap_or_default();
        for letter in std::str::from_utf8(rest).unwrap_or_default().chars() {
            step.rows = automaton.step(step.rows, letter);
            step.end += letter.len_utf8();
            if open && step.begun.is_none() {
                step.begun = automaton.accepts(step.rows);
            }
            path.push(step);
            if !step.rows.is_alive() && step.begun.is_none() {
                // All that begin so lead nowhere.
                forms.pass_over(step.end);
                continue 'forms;
            }
        }
        let whole = automaton.accepts(step.rows);
        found.extend(whole.or(step.begun).map(|edits| Near {
            form: FormId(forms.id),
            edits,
            is_longer: whole.is_none(),
        }));
    }
    found
}

/// What a letter has led to.
#[derive(Clone, Copy)]
struct Step {
    /// Where the letter ends in the form.
    end: usize,
    rows: Rows,
    /// With how few edits a beginning of the form is the pattern.
    begun: Option<usize>,
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
    /// Where in the pattern each ASCII character stands.
    places: [u64; 128],
    edits: usize,
}

impl Automaton {
    fn new(pattern: Vec<char>, edits: usize) -> Self {
        let mut automaton = Self { pattern, places: [0; 128], edits };
        for ascii in 0..128_u8 {
            let places = automaton.find(char::from(ascii));
            if let Some(slot) = automaton.places.get_mut(usize::from(ascii)) {
                *slot = places;
            }
        }
        automaton
    }

    fn find(&self, letter: char) -> u64 {
        let letters = self.pattern.iter().enumerate().filter(|(_, c)| **c == letter);
        letters.fold(0, |bits, (at, _)| bits | 1 << at)
    }

    fn start(&self) -> Rows {
        let mut now = [0; MAX_EDITS + 1];
        for (edits, row) in now.iter_mut().enumerate().take(self.edits + 1) {
            // Nothing read, so many letters of the pattern left out.
            *row = (1 << (edits + 1)) - 1;
        }
        Rows { now, before: [0; MAX_EDITS + 1], last: 0 }
    }

    fn step(&self, rows: Rows, letter: char) -> Rows {
        let here = self.places.get(letter as usize).copied().unwrap_or_else(|| self.find(letter));
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
                    let swapped = if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
                    {
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
            forms in btree_set("[a-dé]{1,7}", 0..200),
            word in "[a-dé]{1,7}",
            edits in 0_usize..=2,
        ) {
            let list: Vec<&str> = forms.iter().map(String::as_str).collect();
            let (bytes, anchors) = crate::index::dictionary::tests::write(&list);
            let dictionary = Dictionary::new(&bytes, &anchors, list.len() as u32);
            let found: Vec<(usize, usize)> =
                near(&dictionary, &word, edits, false, "").iter().map(|near| (near.form.0 as usize, near.edits)).collect();
            let expected: Vec<(usize, usize)> = list
                .iter()
                .enumerate()
                .map(|(number, form)| (number, distance(&word, form)))
                .filter(|(_, distance)| *distance <= edits)
                .collect();
            prop_assert_eq!(&found, &expected);

            let first = &word[..word.chars().next().unwrap().len_utf8()];
            let alike: Vec<usize> =
                near(&dictionary, &word, edits, false, first).iter().map(|near| near.form.0 as usize).collect();
            let expected: Vec<usize> =
                found.iter().map(|(form, _)| *form).filter(|form| list[*form].starts_with(first)).collect();
            prop_assert_eq!(alike, expected);

            let begun: Vec<(usize, bool)> =
                near(&dictionary, &word, edits, true, "").iter().map(|near| (near.form.0 as usize, near.is_longer)).collect();
            let beginnings = |form: &str| form.char_indices().map(|(at, c)| form[..at + c.len_utf8()].to_owned()).collect::<Vec<_>>();
            let expected: Vec<(usize, bool)> = list
                .iter()
                .enumerate()
                .filter(|(_, form)| beginnings(form).iter().any(|beginning| distance(&word, beginning) <= edits))
                .map(|(number, form)| (number, distance(&word, form) > edits))
                .collect();
            prop_assert_eq!(begun, expected);
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>, len: u32, word in "[a-z]{1,12}", open: bool) {
            let found = near(&Dictionary::new(&bytes, &[0; 4], len.min(1000)), &word, 2, open, "");
            prop_assert!(found.len() < 1_000_000);
        }
    }

    #[test]
    fn letters_decide_what_is_forgiven() {
        assert_eq!([2, 3, 4, 7, 8, 20].map(forgiven_edits), [0, 0, 1, 1, 2, 2]);
        assert_eq!(distance("kiyv", "kyiv"), 1);
    }
}
