//! Counts a phrase in a text, with the same result as analyzing the text and much faster.
//!
//! A space separates words whatever is around it, so the matcher reads a text from space to space.
//! Most pieces are plain ASCII words, perhaps with punctuation around them, and are compared
//! directly. Of the others it analyzes only those that have all letters of an expected word.

use crate::analyze::{MAX_TERM_BYTES, analyze};

/// Counts the occurrences of terms that follow each other.
#[derive(Clone, Debug)]
pub(super) struct PhraseMatcher {
    terms: Vec<(LetterSet, String)>,
    /// The positions in the phrase that the current token may continue. Position 0 is always
    /// possible and not listed.
    expected: Vec<usize>,
    /// The same for the next token.
    expected_next: Vec<usize>,
    count: u32,
    /// Finds candidates for the first term.
    first_term: LetterScanner,
    /// Finds candidates for the term with the rarest letter.
    rarest_term: LetterScanner,
}

impl PhraseMatcher {
    pub(super) fn new(terms: Vec<String>) -> Self {
        let first_term = LetterScanner::new(terms.get(..1).unwrap_or_default());
        let rarest_term = LetterScanner::new(&terms);
        let terms = terms.into_iter().map(|term| (LetterSet::new(term.as_bytes()), term));
        Self {
            terms: terms.collect(),
            expected: Vec::new(),
            expected_next: Vec::new(),
            count: 0,
            first_term,
            rarest_term,
        }
    }

    /// Counts the occurrences in a passage, up to `limit`.
    pub(super) fn count(&mut self, text: &str, limit: u32) -> u32 {
        self.count = 0;
        self.expected.clear();
        self.expected_next.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        if self.rarest_term.find(bytes).is_none() {
            return 0;
        }
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty() && self.count < limit)
        {
            if self.expected_next.is_empty() {
                // No occurrence has begun: skip to a candidate for the first term.
                let Some(candidate) = self.first_term.find(rest) else { break };
                let before = rest.get(..candidate).unwrap_or_default();
                at += before.iter().rposition(is_space).map_or(0, |space| space + 1);
            }
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest.iter().position(is_space).unwrap_or(rest.len());
            self.read_piece(text.get(at..at + length).unwrap_or_default());
            at += length + 1;
        }
        self.count.min(limit)
    }

    /// Reads the text between two spaces.
    fn read_piece(&mut self, text: &str) {
        let piece = text.as_bytes();
        let start = piece.iter().position(u8::is_ascii_alphanumeric).unwrap_or(piece.len());
        let word = piece.get(start..).unwrap_or_default();
        let end = word.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(word.len());
        let (word, rest) = word.split_at(end);
        let has_symbol = matches!(rest.first(), Some(b'+' | b'#'));
        if piece.is_ascii() && !has_symbol && !rest.iter().any(u8::is_ascii_alphanumeric) {
            if !word.is_empty() {
                self.read_token(word.get(..MAX_TERM_BYTES).unwrap_or(word), false);
            }
            return;
        }
        let letters = LetterSet::new(piece);
        let mut expected =
            self.expected_next.iter().chain(&[0]).filter_map(|at| self.terms.get(*at));
        if expected.any(|(wanted, _)| letters.contains(*wanted)) {
            analyze(text, |token| self.read_token(token.term.as_bytes(), token.is_compound));
        } else {
            // It is a word, but not an expected one.
            self.expected_next.clear();
        }
    }

    /// Reads a token. A compound has the position of the token before it.
    fn read_token(&mut self, term: &[u8], is_compound: bool) {
        if !is_compound {
            std::mem::swap(&mut self.expected, &mut self.expected_next);
            self.expected_next.clear();
        }
        for at in self.expected.iter().copied().chain([0]) {
            let matches =
                |(_, wanted): &(LetterSet, String)| wanted.as_bytes().eq_ignore_ascii_case(term);
            if self.terms.get(at).is_some_and(matches) {
                if at + 1 == self.terms.len() {
                    self.count += 1;
                } else {
                    self.expected_next.push(at + 1);
                }
            }
        }
    }
}

/// Finds places where a term may be, by a letter or digit that it contains.
#[derive(Clone, Debug)]
struct LetterScanner {
    /// The bytes that may be the letter.
    stops: [bool; 256],
    /// The byte after the letter in the term, or 0 at its end.
    next: u8,
}

/// The letters of English, the rarest first. Digits are rarer than all of them.
const LETTERS_BY_RARITY: &[u8] = b"zqxjkvbpygfwmucldrhsnioate";

impl LetterScanner {
    /// Scans for the rarest letter in any of these terms. For terms without ASCII letters and
    /// digits it stops at opaque bytes only.
    fn new(terms: &[String]) -> Self {
        let mut rarest = (usize::MAX, u8::MAX, 0);
        for term in terms {
            let bytes = term.as_bytes();
            for (letter, next) in bytes.iter().zip(bytes.iter().skip(1).chain(&[0])) {
                let rank = LETTERS_BY_RARITY.iter().position(|other| other == letter);
                // A digit has rank 0, before all letters.
                let rank = rank.map_or(0, |rank| rank + 1);
                if letter.is_ascii_alphanumeric() && rank < rarest.0 {
                    rarest = (rank, *letter, *next);
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

    /// Returns the first byte that may be the letter: the byte after it is the next one of the
    /// term, or is neither a letter nor a digit (`U.S.`).
    fn find(&self, text: &[u8]) -> Option<usize> {
        let mut from = 0;
        loop {
            let rest = text.get(from..)?;
            let is_stop = |byte: &u8| self.stops.get(usize::from(*byte)) == Some(&true);
            let hit = from + rest.iter().position(is_stop)?;
            let after = text.get(hit + 1).copied().unwrap_or_default();
            let has_other_next =
                self.next != 0 && after.is_ascii_alphanumeric() && after | 0x20 != self.next;
            if !has_other_next || text.get(hit).is_some_and(|byte| is_opaque(*byte)) {
                return Some(hit);
            }
            from = hit + 1;
        }
    }
}

/// A set of ASCII letters and digits in 32 bits. Several characters share a bit.
#[derive(Clone, Copy, Debug, Default)]
struct LetterSet(u32);

impl LetterSet {
    fn new(bytes: &[u8]) -> Self {
        let add = |letters, byte: &u8| match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => letters | 1 << (byte & 31),
            _ if is_opaque(*byte) => u32::MAX,
            _ => letters,
        };
        Self(bytes.iter().fold(0, add))
    }

    fn contains(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

/// Returns whether a byte may fold to other letters: it is not ASCII, or a sign that is a word.
fn is_opaque(byte: u8) -> bool {
    byte >= 0x80 || byte == b'$' || byte == b'%'
}

fn is_space(byte: &u8) -> bool {
    *byte == b' ' || *byte == b'\n'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Analyzes the whole text, and compares at every position.
    fn naive_count(terms: &[String], text: &str) -> u32 {
        let mut tokens: Vec<(u32, String)> = Vec::new();
        let positions = analyze(text, |token| tokens.push((token.position, token.term.to_owned())));
        let matches_at = |start: u32| {
            (start..).zip(terms).all(|(position, term)| tokens.contains(&(position, term.clone())))
        };
        (0..positions).filter(|start| matches_at(*start)).count() as u32
    }

    #[track_caller]
    fn check(phrase: &str, text: &str, expected: u32) {
        let terms: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        assert_eq!(naive_count(&terms, text), expected, "{terms:?} in {text}");
        assert_eq!(PhraseMatcher::new(terms).count(text, u32::MAX), expected, "{text}");
    }

    #[test]
    fn terms_in_sequence_are_counted() {
        check("north korea", "North Korea’s (north) korea. NORTH\nKOREA north-korea", 4);
        check("of the", "of the of-the of, the of 5 the", 3);
        check("a a", "a a a b a", 2);
        check("rs26 missile", "The RS-26 missile", 1);
        check("us led", "U.S.-led US-led us led", 3);
        check("2.2 billion", "$2.2 billion, 2.2billion", 1);
        check("停战 战谈", "停战谈判。停战 战谈", 1);
        check("c++ code", "C++ code, c code; in c++ Code", 2);
        check("a 🎉", "a 🎉 b a🎉", 2);
        check("dont go", "don't go", 1);
        check("e e", "e E é", 2);
        check("the", "the THE them", 2);
    }

    proptest! {
        #[test]
        fn agrees_with_analyzing_the_whole_text(
            text in "([abeAB1é'’.,$%+#&-]|a b| |\n|U\\.S\\.|\u{AD}|停|战|🎉){0,60}",
            phrase in "(a|b|ab|1|us|e|as|1a|a1|停战|a\\+)( (a|b|ab|ba|1|us|e|停|🎉|b#)){0,3}",
        ) {
            let terms: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let expected = naive_count(&terms, &text);
            let mut matcher = PhraseMatcher::new(terms);
            prop_assert_eq!(matcher.count(&text, u32::MAX), expected, "{}", text);
            prop_assert_eq!(matcher.count(&text, 1), expected.min(1));
        }
    }
}
