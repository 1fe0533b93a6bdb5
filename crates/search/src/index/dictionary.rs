//! The dictionary: every form of the documents in byte order, and its number.
//!
//! The number of a form is its place in the order: words with one beginning have neighbouring numbers, and a number leads
//! back to its word. Each form is written as what it shares with the one before it and the rest (front coding). Read from
//! one end to the other that is a trie, a node after its parent, so near words are found by walking over it; and to find
//! one word, every [`ANCHOR`]-th is written whole.
//!
//! # Format
//!
//! For each form how many bytes it shares with the one before it (byte, below [`WORDS`], above which all bytes of words
//! are), then its other bytes. Where each [`ANCHOR`]-th form begins is in the anchors, see
//! [`postings`](crate::index::postings). A finite state transducer, which also shares the ends of words, is smaller as it is and
//! larger when it is packed: its addresses are all different, and the rests of words are in the texts, too.

use crate::index::bytes::u32_at;
use crate::index::postings::{ANCHOR, ANCHOR_BYTES};
use std::ops::Range;

/// The number of a form: its place among all forms in byte order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FormId(pub(crate) u32);

/// No byte of a word is below this.
const WORDS: u8 = b' ';

/// The longest form that is read, in bytes. Forms are shorter; only damaged bytes have longer ones.
const MAX_FORM: usize = 256;

/// Opened over its bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'a> {
    bytes: &'a [u8],
    anchors: &'a [u8],
    len: u32,
}

impl<'a> Dictionary<'a> {
    pub(crate) fn new(bytes: &'a [u8], anchors: &'a [u8], len: u32) -> Self {
        Self { bytes, anchors, len }
    }

    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    /// The number of `form`, if some document holds it.
    pub(crate) fn get(&self, form: &str) -> Option<FormId> {
        let forms = self.from(form.as_bytes())?;
        (forms.form == form.as_bytes()).then_some(FormId(forms.id))
    }

    /// The numbers of all forms that begin with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let id = |key: &[u8]| self.from(key).map_or(self.len, |forms| forms.id);
        let mut behind = prefix.as_bytes().to_vec();
        // Above all bytes of UTF-8.
        behind.push(0xFF);
        let start = id(prefix.as_bytes());
        start..id(&behind).max(start)
    }

    /// The form of that number. Empty where the bytes are damaged.
    pub(crate) fn form(&self, id: FormId) -> String {
        let mut forms = self.anchor(id.0 / ANCHOR);
        while forms.next() {
            if forms.id == id.0 {
                return String::from_utf8(forms.form).unwrap_or_default();
            }
        }
        String::new()
    }

    /// The forms that begin with `prefix`, and what follows them.
    pub(crate) fn forms_from(&self, prefix: &str) -> Forms<'a> {
        let mut forms = self.anchor(self.anchor_below(prefix.as_bytes()));
        let mut ahead = forms.clone();
        while ahead.next() && ahead.form.as_slice() < prefix.as_bytes() {
            forms = ahead.clone();
        }
        forms
    }

    /// The forms from the first one that is not below `key`, which has been read; nothing when all are.
    fn from(&self, key: &[u8]) -> Option<Forms<'a>> {
        let mut forms = self.anchor(self.anchor_below(key));
        while forms.next() {
            if forms.form.as_slice() >= key {
                return Some(forms);
            }
        }
        None
    }

    /// The last anchor whose form is below `key`, or the first one.
    fn anchor_below(&self, key: &[u8]) -> u32 {
        let (mut low, mut high) = (0, self.len.div_ceil(ANCHOR));
        while low + 1 < high {
            let middle = u32::midpoint(low, high);
            if self.read(self.anchor_at(middle)).is_some_and(|(_, form)| form < key) {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The forms from an anchor on.
    fn anchor(&self, number: u32) -> Forms<'a> {
        let next = number.saturating_mul(ANCHOR);
        Forms {
            dictionary: *self,
            at: self.anchor_at(number),
            next,
            id: 0,
            shared: 0,
            form: Vec::new(),
        }
    }

    /// Where the form of an anchor begins.
    fn anchor_at(&self, number: u32) -> usize {
        u32_at(self.anchors, number as usize * ANCHOR_BYTES).unwrap_or(u32::MAX) as usize
    }

    /// What is written at a place: how much is shared, and the other bytes.
    #[inline]
    fn read(&self, at: usize) -> Option<(usize, &'a [u8])> {
        let (shared, rest) = self.bytes.get(at..)?.split_first()?;
        let length = rest.iter().position(|byte| *byte < WORDS).unwrap_or(rest.len());
        Some((usize::from(*shared), rest.get(..length)?))
    }
}

/// Reads forms one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Forms<'a> {
    dictionary: Dictionary<'a>,
    /// Where the next form is written, and its number.
    at: usize,
    next: u32,
    /// The number of the form at hand.
    pub(crate) id: u32,
    /// How many bytes it shares with the one before it, at least.
    pub(crate) shared: usize,
    pub(crate) form: Vec<u8>,
}

impl Forms<'_> {
    /// Reads the next form, if there is one.
    pub(crate) fn next(&mut self) -> bool {
        let is_more = self.next < self.dictionary.len;
        let Some((shared, rest)) = self.dictionary.read(self.at).filter(|_| is_more) else {
            return false;
        };
        self.shared = shared.min(self.form.len());
        self.form.truncate(self.shared);
        self.form.extend_from_slice(rest.get(..MAX_FORM).unwrap_or(rest));
        self.at += 1 + rest.len();
        self.id = self.next;
        self.next += 1;
        true
    }

    /// Passes over the forms that begin with the first so many bytes of the one at hand.
    pub(crate) fn pass_over(&mut self, shared: usize) {
        let beginning = self.form.get(..shared).unwrap_or_default();
        // From anchor to anchor, then one by one.
        let mut anchor = self.next.div_ceil(ANCHOR);
        while let at = self.dictionary.anchor_at(anchor)
            && at >= self.at
            && let Some((_, form)) =
                self.dictionary.read(at).filter(|(_, form)| form.starts_with(beginning))
        {
            self.at = at + 1 + form.len();
            self.next = (anchor * ANCHOR).saturating_add(1);
            anchor += 1;
        }
        while let Some((_, rest)) =
            self.dictionary.read(self.at).filter(|(other, _)| *other >= shared)
        {
            self.at += 1 + rest.len();
            self.next = self.next.saturating_add(1);
        }
    }
}

/// Appends what [`Forms::next`] reads. `is_anchor`: written whole.
#[cfg(feature = "build")]
pub(crate) fn push(out: &mut Vec<u8>, before: &str, form: &str, is_anchor: bool) {
    let shared = before.bytes().zip(form.bytes()).take_while(|(a, b)| a == b).count();
    let shared = if is_anchor { 0 } else { shared.min(usize::from(WORDS) - 1) };
    out.push(shared as u8);
    out.extend(form.bytes().skip(shared));
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    /// A dictionary's bytes and its anchors.
    pub(crate) fn write(forms: &[&str]) -> (Vec<u8>, Vec<u8>) {
        let (mut bytes, mut anchors) = (Vec::new(), Vec::new());
        for (number, form) in forms.iter().enumerate() {
            let is_anchor = number.is_multiple_of(ANCHOR as usize);
            if is_anchor {
                anchors.extend((bytes.len() as u32).to_le_bytes());
                anchors.resize(anchors.len() + ANCHOR_BYTES - 4, 0);
            }
            push(
                &mut bytes,
                number.checked_sub(1).map_or("", |before| forms[before]),
                form,
                is_anchor,
            );
        }
        (bytes, anchors)
    }

    /// Against the sorted list that it stands for.
    fn check(forms: &std::collections::BTreeSet<String>, probes: &[String]) {
        let list: Vec<&str> = forms.iter().map(String::as_str).collect();
        let (bytes, anchors) = write(&list);
        let dictionary = Dictionary::new(&bytes, &anchors, list.len() as u32);
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
        fn any_bytes_end(bytes: Vec<u8>, anchors: Vec<u8>, len: u32, id: u32, probe in "[a-z]{0,8}") {
            let dictionary = Dictionary::new(&bytes, &anchors, len);
            let _ = (dictionary.form(FormId(id)), dictionary.get(&probe));
            let range = dictionary.with_prefix(&probe);
            prop_assert!(range.end <= len);
        }
    }

    #[test]
    fn many_words() {
        let forms = (0..26_u16 * 26)
            .map(|i| {
                format!("{}{}", (b'a' + (i / 26) as u8) as char, (b'a' + (i % 26) as u8) as char)
            })
            .chain((0x430..0x4FF).filter_map(char::from_u32).map(String::from))
            .collect();
        check(&forms, &[]);
    }
}
