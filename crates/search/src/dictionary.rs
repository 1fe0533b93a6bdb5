//! The dictionary: a finite state transducer from every form of the documents to its number, read in place.
//!
//! It is a minimal acyclic automaton whose transitions carry how many words lie behind them, so the number of a word is
//! its place in the sorted list: words with one beginning have neighbouring numbers, and a number leads back to its word.
//! Beside the `fst` crate's form this shares more states (outputs differ nowhere), and each read is checked: that crate
//! trusts its bytes, and these may come from anywhere.
//!
//! # Format
//!
//! States lie one after the other, the root first, each before all it leads to. A state is either one byte below 0x80, its
//! label, when it is not final and has one transition, by an ASCII label, to the state right behind it: so the bytes have
//! pieces of words in them, which a compressor finds in the texts, too. Or it is
//!
//! ```text
//! head        0x80 + transitions * 2 + final, below 0xFE; 0xFE or 0xFF: that with the number of transitions in the next byte
//! transitions label (byte), distance from the end of this state to the target (varint),
//!             and, except for the last one, the number of words behind it (varint)
//! ```

use crate::bytes::Reader;
use std::ops::Range;

/// The number of a form: its place among all forms in byte order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FormId(pub(crate) u32);

/// Opened over its bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'a> {
    bytes: &'a [u8],
    len: u32,
}

/// A state, where it was entered, and how many words lie behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    at: usize,
    /// The number that the first word behind this state has.
    first: u32,
    words: u32,
}

impl State {
    /// The number that the first word behind it has.
    pub(crate) fn first(self) -> u32 {
        self.first
    }
}

/// One transition out of a state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Transition {
    pub(crate) label: u8,
    pub(crate) to: State,
}

/// The longest word that is followed, in bytes. Forms are shorter; only damaged bytes have longer paths.
const MAX_DEPTH: usize = 256;

impl<'a> Dictionary<'a> {
    pub(crate) fn new(bytes: &'a [u8], len: u32) -> Self {
        Self { bytes, len }
    }

    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    pub(crate) fn root(&self) -> State {
        State { at: 0, first: 0, words: self.len }
    }

    /// The number of `form`, if some document holds it.
    pub(crate) fn get(&self, form: &str) -> Option<FormId> {
        let state = self.walk(form.as_bytes())?;
        self.is_final(state).then_some(FormId(state.first))
    }

    /// The numbers of all forms that begin with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        self.walk(prefix.as_bytes()).map_or(0..0, |state| self.below(state))
    }

    /// The numbers of all forms behind a state.
    pub(crate) fn below(&self, state: State) -> Range<u32> {
        let first = state.first.min(self.len);
        first..first.saturating_add(state.words).min(self.len)
    }

    /// The form of that number. Empty where the bytes are damaged.
    pub(crate) fn form(&self, id: FormId) -> String {
        let mut form = Vec::new();
        let mut state = self.root();
        while form.len() < MAX_DEPTH {
            if state.first == id.0 && self.is_final(state) {
                break;
            }
            let next =
                self.transitions(state).find(|next| id.0 < next.to.first.saturating_add(next.to.words));
            let Some(next) = next else { break };
            form.push(next.label);
            state = next.to;
        }
        String::from_utf8(form).unwrap_or_default()
    }

    fn walk(&self, bytes: &[u8]) -> Option<State> {
        let mut state = (self.len > 0).then(|| self.root())?;
        for byte in bytes {
            state = self.transitions(state).find(|next| next.label == *byte)?.to;
        }
        Some(state)
    }

    pub(crate) fn is_final(&self, state: State) -> bool {
        self.bytes.get(state.at).is_some_and(|head| *head >= 0x80 && head & 1 == 1)
    }

    pub(crate) fn transitions(&self, state: State) -> Transitions<'a> {
        let mut reader = Reader::new(self.bytes, state.at);
        let mut transitions = Transitions {
            reader,
            left: 0,
            from: state.at,
            end: 0,
            first: state.first,
            words: state.words,
            next_label: None,
        };
        if reader.is_at_end() {
            return transitions;
        }
        let head = reader.byte();
        if head < 0x80 {
            transitions.left = 1;
            transitions.next_label = Some(head);
        } else {
            let is_final = u32::from(head & 1);
            transitions.left =
                if head >= 0xFE { usize::from(reader.byte()) + 1 } else { usize::from(head >> 1 & 0x3F) };
            transitions.first = state.first.saturating_add(is_final);
            transitions.words = state.words.saturating_sub(is_final);
            transitions.reader = reader;
            // Distances count from the end of the state: pass over its transitions once.
            for index in 0..transitions.left {
                reader.byte();
                reader.skip_varints(if index + 1 < transitions.left { 2 } else { 1 });
            }
        }
        transitions.end = reader.position();
        transitions
    }
}

/// The transitions out of a state, in the order of their labels.
#[derive(Clone, Debug)]
pub(crate) struct Transitions<'a> {
    reader: Reader<'a>,
    left: usize,
    from: usize,
    end: usize,
    first: u32,
    words: u32,
    /// The label of a state that is one byte.
    next_label: Option<u8>,
}

impl Iterator for Transitions<'_> {
    type Item = Transition;

    #[inline]
    fn next(&mut self) -> Option<Transition> {
        self.left = self.left.checked_sub(1)?;
        let (label, distance, words) = match self.next_label {
            Some(label) => (label, 0, self.words),
            None if self.reader.is_at_end() => return None,
            None => {
                let label = self.reader.byte();
                let distance = self.reader.varint() as usize;
                let words = if self.left > 0 { self.reader.varint().min(self.words) } else { self.words };
                (label, distance, words)
            }
        };
        let at = self.end.saturating_add(distance);
        // Targets lie behind: no walk can go round in a circle, whatever the bytes.
        debug_assert!(at > self.from);
        let to = State { at, first: self.first, words };
        self.first = self.first.saturating_add(words);
        self.words -= words;
        Some(Transition { label, to })
    }
}

#[cfg(feature = "build")]
pub(crate) use write::write;

/// Writing a dictionary.
#[cfg(feature = "build")]
mod write {
    use crate::bytes::push_varint;
    use std::collections::HashMap;

    /// A state that later words can still change.
    #[derive(Default)]
    struct Open {
        is_final: bool,
        transitions: Vec<(u8, Closed)>,
    }

    /// A state that is written: where it begins, counted from the end, and the words behind it.
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    struct Closed {
        begin: usize,
        words: u32,
    }

    /// The bytes of the dictionary of `forms`, which are sorted and distinct. Incremental construction of the minimal
    /// automaton from sorted words (Daciuk and others, 2000): the states of a word close once the next word leaves them.
    pub(crate) fn write<'f>(forms: impl Iterator<Item = &'f str>) -> Vec<u8> {
        let mut writer = Writer::default();
        let mut path = vec![Open::default()];
        let mut last: Vec<u8> = Vec::new();
        for form in forms {
            let form = form.as_bytes();
            let shared = last.iter().zip(form).take_while(|(a, b)| a == b).count();
            writer.close_to(&mut path, &last, shared);
            path.resize_with(form.len() + 1, Open::default);
            if let Some(open) = path.last_mut() {
                open.is_final = true;
            }
            last.clear();
            last.extend_from_slice(form);
        }
        writer.close_to(&mut path, &last, 0);
        if let Some(root) = path.pop()
            && (root.is_final || !root.transitions.is_empty())
        {
            // The root is written even if an equal state has been: reading begins at the front.
            writer.push(&root);
        }
        writer.reversed.reverse();
        writer.reversed
    }

    /// Bytes in reverse, so that a state's targets are written, and their distances known, before it.
    #[derive(Default)]
    struct Writer {
        reversed: Vec<u8>,
        known: HashMap<(bool, Vec<(u8, Closed)>), Closed>,
    }

    impl Writer {
        fn close_to(&mut self, path: &mut Vec<Open>, word: &[u8], depth: usize) {
            while path.len() > depth + 1 {
                let Some(open) = path.pop() else { return };
                let label = word.get(path.len() - 1).copied().unwrap_or_default();
                let key = (open.is_final, open.transitions);
                let closed = match self.known.get(&key) {
                    Some(closed) => *closed,
                    None => {
                        let open = Open { is_final: key.0, transitions: key.1.clone() };
                        let closed = self.push(&open);
                        self.known.insert(key, closed);
                        closed
                    }
                };
                if let Some(parent) = path.last_mut() {
                    parent.transitions.push((label, closed));
                }
            }
        }

        fn push(&mut self, open: &Open) -> Closed {
            let end = self.reversed.len();
            let words =
                open.transitions.iter().map(|(_, to)| to.words).sum::<u32>() + u32::from(open.is_final);
            let mut state = Vec::new();
            match open.transitions.as_slice() {
                [(label, to)] if !open.is_final && *label < 0x80 && to.begin == end => {
                    state.push(*label);
                }
                transitions => {
                    let is_final = u8::from(open.is_final);
                    match u8::try_from(transitions.len() * 2).ok().filter(|head| *head < 0x7E) {
                        Some(head) => state.push(0x80 | head | is_final),
                        None => state.extend([0xFE | is_final, (transitions.len() - 1) as u8]),
                    }
                    for (index, (label, to)) in transitions.iter().enumerate() {
                        state.push(*label);
                        push_varint(&mut state, (end - to.begin) as u32);
                        if index + 1 < transitions.len() {
                            push_varint(&mut state, to.words);
                        }
                    }
                }
            }
            self.reversed.extend(state.iter().rev());
            Closed { begin: self.reversed.len(), words }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    /// Against the sorted list that it stands for.
    fn check(forms: &std::collections::BTreeSet<String>, probes: &[String]) {
        let list: Vec<&str> = forms.iter().map(String::as_str).collect();
        let bytes = write(list.iter().copied());
        let dictionary = Dictionary::new(&bytes, list.len() as u32);
        for (number, form) in list.iter().enumerate() {
            assert_eq!(dictionary.get(form), Some(FormId(number as u32)), "{form}");
            assert_eq!(&dictionary.form(FormId(number as u32)), form);
        }
        for probe in probes
            .iter()
            .map(String::as_str)
            .chain(list.iter().map(|form| form.split_at(form.chars().next().unwrap().len_utf8()).0))
        {
            assert_eq!(
                dictionary.get(probe).map(|id| id.0 as usize),
                list.binary_search(&probe).ok(),
                "{probe}"
            );
            let expected = list.iter().filter(|form| form.starts_with(probe)).count();
            let range = dictionary.with_prefix(probe);
            assert_eq!(range.len(), expected, "{probe} of {list:?}");
            if expected > 0 {
                assert!(list[range.start as usize].starts_with(probe));
            }
        }
    }

    proptest! {
        #[test]
        fn numbers_forms_and_prefixes_agree_with_a_sorted_list(
            forms in btree_set("[a-c]{1,6}|[a-zа-я]{1,5}", 0..60),
            probes in vec("[a-c]{0,4}|[а-я]", 0..20),
        ) {
            check(&forms, &probes);
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>, len: u32, id: u32, probe in "[a-z]{0,8}") {
            let dictionary = Dictionary::new(&bytes, len);
            let _ = (dictionary.form(FormId(id)), dictionary.get(&probe));
            let range = dictionary.with_prefix(&probe);
            prop_assert!(range.end <= len);
        }
    }

    #[test]
    fn a_state_with_every_label() {
        let forms = (0..26_u16 * 26)
            .map(|i| format!("{}{}", (b'a' + (i / 26) as u8) as char, (b'a' + (i % 26) as u8) as char))
            .chain((0x430..0x4FF).filter_map(char::from_u32).map(String::from))
            .collect();
        check(&forms, &[]);
    }
}
