//! The documents' own texts, which the index does not hold, and how they are read for words that stand side by side.

use crate::analyze::{MAX_FORM, analyze};
use crate::document::{DocId, Passage};

/// Hands the passages of a document over, one by one: the same ones, in the same order, as were indexed. Of a document that
/// is not there, none.
pub type Texts<'a> = Box<dyn Fn(DocId, &mut dyn FnMut(Passage<'_>)) + 'a>;

/// Words that are looked for one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    /// Folded.
    words: Vec<String>,
    /// How many of the words stand before the token at hand, for each place where they might have begun.
    before: Vec<usize>,
    /// The same behind it.
    behind: Vec<usize>,
    times: u32,
}

impl Sequence {
    pub(crate) fn new(words: Vec<String>) -> Self {
        Self { words, before: Vec::new(), behind: Vec::new(), times: 0 }
    }

    /// How often the words stand in a passage, as the analyzer would have it; counts no further than `enough`.
    ///
    /// A space parts words whatever stands around it, so the passage is read from space to space. Most of what lies
    /// between is a word of plain letters, perhaps with punctuation around it, and is compared as it is; only the rest is
    /// analyzed.
    pub(crate) fn count(&mut self, text: &str, enough: u32) -> u32 {
        self.times = 0;
        self.before.clear();
        self.behind.clear();
        let mut start = 0;
        let mut word: Option<(usize, usize)> = None;
        let (mut closed, mut plain) = (false, true);
        for (at, byte) in text.bytes().chain([b' ']).enumerate() {
            match byte {
                b' ' | b'\n' => {
                    if !plain {
                        analyze(text.get(start..at).unwrap_or_default(), |token| {
                            self.step(token.form.as_bytes(), token.joined);
                        });
                    } else if let Some((from, to)) = word {
                        let form = text.as_bytes().get(from..to.min(from + MAX_FORM)).unwrap_or_default();
                        self.step(form, false);
                    }
                    if self.times >= enough {
                        break;
                    }
                    (start, word, closed, plain) = (at + 1, None, false, true);
                }
                b'a'..=b'z' | b'A'..=b'Z' => {
                    plain &= !closed;
                    word = Some((word.map_or(at, |(from, _)| from), at + 1));
                }
                b'0'..=b'9' | 0x80.. => plain = false,
                _ => closed = word.is_some(),
            }
        }
        self.times.min(enough)
    }

    /// Reads a token. A joined one stands where the one before it does.
    fn step(&mut self, form: &[u8], joined: bool) {
        if !joined {
            std::mem::swap(&mut self.before, &mut self.behind);
            self.behind.clear();
        }
        for at in self.before.iter().copied().chain([0]) {
            if self.words.get(at).is_some_and(|word| word.as_bytes().eq_ignore_ascii_case(form)) {
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
        check("the", "the THE them", 2);
    }

    proptest! {
        #[test]
        fn agrees_with_reading_every_token(
            text in "([abAB1é'’.,$%-]|a b| |\n|U\\.S\\.|\u{AD}|停){0,60}",
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
