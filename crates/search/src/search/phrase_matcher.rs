//! The documents' own texts, which the index does not hold, and how they are read for words that stand side by side.

use crate::analyze::{MAX_FORM, analyze};
use crate::document::{DocId, Passage};

/// Hands the passages of a document over, one by one: the same ones, in the same order, as were indexed. Of a document that
/// is not there, none.
pub type Texts<'a> = Box<dyn Fn(DocId, &mut dyn FnMut(Passage<'_>)) + 'a>;

/// Words that are looked for one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    /// Folded, each with its letters.
    words: Vec<(Letters, String)>,
    /// How many of the words stand before the token at hand, for each place where they might have begun.
    before: Vec<usize>,
    /// The same behind it.
    behind: Vec<usize>,
    times: u32,
    /// Where the first word can be, and the one of them with the rarest letter.
    first: Rarest,
    rarest: Rarest,
}

/// A letter or digit that a word cannot be without.
#[derive(Clone, Debug)]
struct Rarest {
    /// The bytes that may be it.
    stops: [bool; 256],
    /// The one behind it in the word, or 0.
    next: u8,
}

/// A set of ASCII letters and digits, some of them taken for each other: what a word cannot be without.
#[derive(Clone, Copy, Debug, Default)]
struct Letters(u32);

impl Letters {
    fn of(bytes: &[u8]) -> Self {
        let add = |letters, byte: &u8| match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => letters | 1 << (byte & 31),
            _ if is_opaque(*byte) => u32::MAX,
            _ => letters,
        };
        Self(bytes.iter().fold(0, add))
    }

    fn holds(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

/// A sign may be a word of its own, and what is not ASCII may fold to any letters.
fn is_opaque(byte: u8) -> bool {
    byte >= 0x80 || byte == b'$' || byte == b'%'
}

fn is_space(byte: &u8) -> bool {
    *byte == b' ' || *byte == b'\n'
}

/// The rarer letters of English first; digits are rarer than all.
const BY_RARITY: &[u8] = b"zqxjkvbpygfwmucldrhsnioate";

impl Rarest {
    /// The rarest letter in any of these words. Without any, only what is opaque can be one of them.
    fn of(words: &[String]) -> Self {
        let mut rarest = (usize::MAX, u8::MAX, 0);
        for word in words {
            let bytes = word.as_bytes();
            for (letter, next) in bytes.iter().zip(bytes.iter().skip(1).chain(&[0])) {
                // Digits are rarer than all letters, and have a place before them.
                let place =
                    BY_RARITY.iter().position(|other| other == letter).map_or(0, |place| place + 1);
                if letter.is_ascii_alphanumeric() && place < rarest.0 {
                    rarest = (place, *letter, *next);
                }
            }
        }
        let (_, letter, next) = rarest;
        let mut stops = [false; 256];
        for (byte, stops) in (0..=u8::MAX).zip(&mut stops) {
            *stops = byte | 0x20 == letter || is_opaque(byte);
        }
        Self { stops, next }
    }

    /// Where such a word can be: at its letter, with the next one of the word behind it, or something that is neither letter
    /// nor digit (`U.S.`).
    fn find(&self, text: &[u8]) -> Option<usize> {
        let mut from = 0;
        loop {
            let rest = text.get(from..)?;
            let hit = from
                + rest.iter().position(|byte| self.stops.get(usize::from(*byte)) == Some(&true))?;
            let behind = text.get(hit + 1).copied().unwrap_or_default();
            let is_other =
                self.next != 0 && behind.is_ascii_alphanumeric() && behind | 0x20 != self.next;
            if !is_other || text.get(hit).is_some_and(|byte| is_opaque(*byte)) {
                return Some(hit);
            }
            from = hit + 1;
        }
    }
}

impl Sequence {
    pub(crate) fn new(words: Vec<String>) -> Self {
        let (first, rarest) = (Rarest::of(words.get(..1).unwrap_or_default()), Rarest::of(&words));
        Self {
            words: words.into_iter().map(|word| (Letters::of(word.as_bytes()), word)).collect(),
            before: Vec::new(),
            behind: Vec::new(),
            times: 0,
            first,
            rarest,
        }
    }

    /// How often the words stand in a passage, as the analyzer would have it; counts no further than `enough`.
    ///
    /// A space parts words whatever stands around it, so the passage is read from space to space. Most of what lies
    /// between is a word of plain letters, perhaps with punctuation around it, and is compared as it is. Of the rest, what
    /// does not have the letters of the word that is waited for is passed over, and only what has them is analyzed.
    pub(crate) fn count(&mut self, text: &str, enough: u32) -> u32 {
        self.times = 0;
        self.before.clear();
        self.behind.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        if self.rarest.find(bytes).is_none() {
            return 0;
        }
        while let Some(rest) =
            bytes.get(at..).filter(|rest| !rest.is_empty() && self.times < enough)
        {
            if self.behind.is_empty() {
                // Nothing is begun: on to where the first word can be.
                let Some(hit) = self.first.find(rest) else { break };
                let before = rest.get(..hit).unwrap_or_default();
                at += before.iter().rposition(is_space).map_or(0, |space| space + 1);
            }
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest.iter().position(is_space).unwrap_or(rest.len());
            self.piece(text.get(at..at + length).unwrap_or_default());
            at += length + 1;
        }
        self.times.min(enough)
    }

    /// Reads what stands between two spaces.
    fn piece(&mut self, text: &str) {
        let piece = text.as_bytes();
        let from = piece.iter().position(u8::is_ascii_alphanumeric).unwrap_or(piece.len());
        let word = piece.get(from..).unwrap_or_default();
        let length = word.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(word.len());
        let (word, rest) = word.split_at(length);
        if piece.is_ascii() && !rest.iter().any(u8::is_ascii_alphanumeric) {
            if !word.is_empty() {
                self.step(word.get(..MAX_FORM).unwrap_or(word), false);
            }
            return;
        }
        let letters = Letters::of(piece);
        let mut waited_for = self.behind.iter().chain(&[0]).filter_map(|at| self.words.get(*at));
        if waited_for.any(|(wanted, _)| letters.holds(*wanted)) {
            analyze(text, |token| self.step(token.form.as_bytes(), token.joined));
        } else {
            // A word, and not one of them.
            self.behind.clear();
        }
    }

    /// Reads a token. A joined one stands where the one before it does.
    fn step(&mut self, form: &[u8], joined: bool) {
        if !joined {
            std::mem::swap(&mut self.before, &mut self.behind);
            self.behind.clear();
        }
        for at in self.before.iter().copied().chain([0]) {
            if self
                .words
                .get(at)
                .is_some_and(|(_, word)| word.as_bytes().eq_ignore_ascii_case(form))
            {
                if at + 1 == self.words.len() {
                    self.times += 1;
                } else {
                    self.behind.push(at + 1);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads every token, and compares at every position.
    fn naive(words: &[String], text: &str) -> u32 {
        let mut tokens: Vec<(u32, String)> = Vec::new();
        let positions = analyze(text, |token| tokens.push((token.position, token.form.to_owned())));
        let stands = |start: u32| {
            (start..).zip(words).all(|(position, word)| tokens.contains(&(position, word.clone())))
        };
        (0..positions).filter(|start| stands(*start)).count() as u32
    }

    #[track_caller]
    fn check(words: &str, text: &str, expected: u32) {
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        assert_eq!(naive(&words, text), expected, "{words:?} in {text}");
        assert_eq!(Sequence::new(words).count(text, u32::MAX), expected, "{text}");
    }

    #[test]
    fn words_that_stand_side_by_side() {
        check("north korea", "North Korea’s (north) korea. NORTH\nKOREA north-korea", 4);
        check("of the", "of the of-the of, the of 5 the", 3);
        check("a a", "a a a b a", 2);
        check("rs26 missile", "The RS-26 missile", 1);
        check("us led", "U.S.-led US-led us led", 3);
        check("2.2 billion", "$2.2 billion, 2.2billion", 1);
        check("停 战", "停战。停 战", 2);
        check("dont go", "don't go", 1);
        check("e e", "e E é", 2);
        check("the", "the THE them", 2);
    }

    proptest! {
        #[test]
        fn agrees_with_reading_every_token(
            text in "([abeAB1é'’.,$%-]|a b| |\n|U\\.S\\.|\u{AD}|停){0,60}",
            words in "(a|b|ab|1|us|e|as|1a|a1)( (a|b|ab|ba|1|us|e)){0,3}",
        ) {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let expected = naive(&words, &text);
            let mut sequence = Sequence::new(words);
            prop_assert_eq!(sequence.count(&text, u32::MAX), expected, "{}", text);
            prop_assert_eq!(sequence.count(&text, 1), expected.min(1));
        }
    }
}
