//! Words: where they are in a text, and what each is taken to.
//!
//! A simplification of Unicode's word boundaries (UAX 29) for finding rather than for breaking lines: a word is a run of
//! letters, digits and marks, with apostrophes, hyphens, full stops and commas inside it where the neighbouring files say
//! so. Scripts without spaces (Han, kana, Thai and its neighbours) give a token a character; a query of several
//! is looked up as a phrase, so no dictionary is needed and nothing is missed.

use super::Token;
use super::abbreviation::joins;
use super::apostrophe::{Apostrophe, apostrophe, is_apostrophe};
use super::fold::{fold_into, is_invisible, is_mark};
use super::number::{Continuation, continues, is_glued_unit, sign_word};

/// The longest form that is kept, in bytes; longer words are cut, in documents and queries alike.
pub(crate) const MAX_FORM: usize = 64;

/// A compound of more parts than this ("state-of-the-art" has four) is found by its parts alone.
const MAX_JOINED_PARTS: usize = 4;

/// Whether `c` can be part of a word.
pub(crate) fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || sign_word(c).is_some() || is_mark(c)
}

/// A scanner's memory: the parts of the compound at hand, in one buffer.
#[derive(Default)]
pub(super) struct Words {
    /// The parts' forms, one after the other.
    forms: String,
    parts: Vec<Part>,
}

struct Part {
    form_end: usize,
    start: usize,
    end: usize,
}

impl Words {
    pub(super) fn scan(mut self, text: &str, token: &mut dyn FnMut(Token<'_>)) -> u32 {
        let mut position = 0;
        let mut at = 0;
        // Where the last token ended, when nothing has stood between: the next one is attached to it.
        let mut attached_at = usize::MAX;
        while let Some(c) = char_at(text, at) {
            let start = at;
            if is_unspaced(c) {
                at = self.unspaced(text, at);
                self.emit(start == attached_at, &mut position, token);
                attached_at = at;
            } else if c.is_alphanumeric() {
                at = self.compound(text, at);
                self.emit(start == attached_at, &mut position, token);
                attached_at = at;
            } else if let Some(word) = sign_word(c) {
                at += c.len_utf8();
                let after = char_at(text, at).is_some_and(char::is_numeric);
                let before = text
                    .get(..start)
                    .and_then(|before| before.chars().next_back())
                    .is_some_and(char::is_numeric);
                if after || before {
                    token(Token {
                        form: word,
                        position,
                        start,
                        end: at,
                        joined: false,
                        attached: start == attached_at,
                    });
                    position += 1;
                    attached_at = at;
                }
            } else {
                at += c.len_utf8();
            }
        }
        position
    }

    /// One character and its marks. Returns where it ends.
    fn unspaced(&mut self, text: &str, start: usize) -> usize {
        let mut at = start;
        while let Some(c) = char_at(text, at).filter(|c| at == start || is_mark(*c)) {
            fold_into(c, &mut self.forms);
            at += c.len_utf8();
        }
        self.end_part(0, start, at);
        at
    }

    /// A word with all its parts. Returns where it ends.
    fn compound(&mut self, text: &str, start: usize) -> usize {
        let mut at = start;
        loop {
            at = self.word(text, at);
            let Some(hyphen) = char_at(text, at).filter(|c| is_hyphen(*c)) else { return at };
            let next = at + hyphen.len_utf8();
            if !char_at(text, next).is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c)) {
                return at;
            }
            at = next;
        }
    }

    /// One part between hyphens, which an apostrophe or a glued unit may take apart again. Returns where it ends.
    fn word(&mut self, text: &str, start: usize) -> usize {
        let mut part_start = start;
        let mut form_start = self.forms.len();
        let mut at = start;
        // The letters since the last full stop, and the digits since the last separator, of a part that has only such.
        let (mut letters, mut digits) = (0_usize, 0_usize);
        let mut abbreviated = false;
        while let Some(c) = char_at(text, at) {
            let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
            let next = rest.chars().next();
            let is_number = digits > 0 && letters == 0;
            if c.is_alphanumeric() && !is_unspaced(c) {
                if is_number && c.is_alphabetic() && is_glued_unit(&letters_from(text, at)) {
                    self.end_part(form_start, part_start, at);
                    (part_start, form_start, digits) = (at, self.forms.len(), 0);
                }
                if c.is_numeric() {
                    digits += 1;
                } else {
                    letters += 1;
                }
                fold_into(c, &mut self.forms);
                at += c.len_utf8();
            } else if is_invisible(c) || is_mark(c) {
                fold_mark(c, &mut self.forms);
                at += c.len_utf8();
            } else if is_number
                && let Some(continuation) = continues(text.get(at..).unwrap_or_default(), digits)
            {
                if continuation == Continuation::Decimals {
                    self.forms.push('.');
                }
                digits = if continuation == Continuation::Decimals { 4 } else { 0 };
                at += c.len_utf8();
            } else if c == '.'
                && digits == 0
                && (abbreviated || letters <= 2)
                && joins(letters, letter_run(rest))
            {
                (abbreviated, letters) = (true, 0);
                at += 1;
            } else if c == '.'
                && abbreviated
                && next.is_some_and(|c| is_hyphen(c) || is_apostrophe(c))
            {
                at += 1; // "U.S.-led", "U.S.’s": the last full stop of the abbreviation.
            } else if is_apostrophe(c)
                && next.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
            {
                let tail = letters_from(rest, 0);
                at += c.len_utf8();
                match apostrophe(&tail) {
                    Apostrophe::Possessive => {
                        self.end_part(form_start, part_start, at - c.len_utf8());
                        return at + next.map_or(0, char::len_utf8);
                    }
                    Apostrophe::Inside => {}
                    Apostrophe::Parts => {
                        self.end_part(form_start, part_start, at - c.len_utf8());
                        (part_start, form_start, letters, digits) = (at, self.forms.len(), 0, 0);
                    }
                }
            } else {
                break;
            }
        }
        self.end_part(form_start, part_start, at);
        at
    }

    fn end_part(&mut self, form_start: usize, start: usize, end: usize) {
        if self.forms.len() > form_start + MAX_FORM {
            let mut cut = form_start + MAX_FORM;
            while !self.forms.is_char_boundary(cut) {
                cut -= 1;
            }
            self.forms.truncate(cut);
        }
        if self.forms.len() > form_start {
            self.parts.push(Part { form_end: self.forms.len(), start, end });
        }
    }

    /// Hands out the parts, and the whole when there are several, and forgets them.
    fn emit(&mut self, attached: bool, position: &mut u32, token: &mut dyn FnMut(Token<'_>)) {
        let mut form_start = 0;
        for (index, part) in self.parts.iter().enumerate() {
            let form = self.forms.get(form_start..part.form_end).unwrap_or_default();
            let attached = attached || index > 0;
            token(Token {
                form,
                position: *position,
                start: part.start,
                end: part.end,
                joined: false,
                attached,
            });
            *position += 1;
            form_start = part.form_end;
        }
        if let [first, .., last] = self.parts.as_slice()
            && self.parts.len() <= MAX_JOINED_PARTS
            && self.forms.len() <= MAX_FORM
            && self.forms.contains(char::is_alphabetic)
        {
            let (start, end) = (first.start, last.end);
            token(Token {
                form: &self.forms,
                position: *position - 1,
                start,
                end,
                joined: true,
                attached: true,
            });
        }
        self.forms.clear();
        self.parts.clear();
    }
}

/// Marks that stay are folded like letters; those without a shape are dropped.
fn fold_mark(c: char, forms: &mut String) {
    if !is_invisible(c) {
        fold_into(c, forms);
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// How many letters stand at the start of `text`, up to three: more than an abbreviation looks at.
fn letter_run(text: &str) -> usize {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || is_mark(*c))
        .filter(|c| c.is_alphabetic())
        .take(3)
        .count()
}

/// The run of letters and digits at `at`, folded and cut to what the filters look at.
fn letters_from(text: &str, at: usize) -> String {
    let mut out = String::new();
    for c in text.get(at..).unwrap_or_default().chars().take_while(|c| c.is_alphanumeric()).take(5)
    {
        fold_into(c, &mut out);
    }
    out
}

/// Hyphens that make compounds: the plain one, the typographic and the non-breaking. Dashes part words.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '－')
}

/// Scripts written without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(
        c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007 | 0x3041..=0x30FF | 0x3400..=0x4DBF
            | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x20000..=0x3FFFF
    ) && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    /// Forms by position: joined ones after a plus.
    fn check(text: &str, expected: &str) {
        let mut out: Vec<String> = Vec::new();
        analyze(text, |token| {
            assert!(
                text.is_char_boundary(token.start)
                    && text.is_char_boundary(token.end)
                    && token.start < token.end
            );
            if token.joined {
                out.last_mut().unwrap().push_str(&format!("+{}", token.form));
            } else {
                assert_eq!(token.position as usize, out.len());
                out.push(token.form.to_owned());
            }
        });
        assert_eq!(out.join(" "), expected, "{text}");
    }

    #[test]
    fn words_and_what_they_are_taken_to() {
        check(
            "Ukraine’s defences, Ukraine's; the states’ 'quoted' ones",
            "ukraine defences ukraine the states quoted ones",
        );
        check("don’t we're O’Brien l'état Sana'a", "dont were o brien+obrien l etat+letat sanaa");
        check(
            "co-belligerents RS-26 rs26 two-and-a-half",
            "co belligerents+cobelligerents rs 26+rs26 rs26 two and a half+twoandahalf",
        );
        check(
            "a-b-c-d-e 2024-25 -without trailing- —dash—",
            "a b c d e 2024 25 without trailing dash",
        );
        check(
            "U.S. US U.S.-led e.g. Ph.D. N. Korea end.Start",
            "us us us led+usled eg phd n korea end start",
        );
        check("bbc.co.uk v1.2 3.14. Nov.5", "bbc co uk v1 2 3.14 nov 5");
        check("10,000 1,234,567.89 10,00 1000,000 8,000", "10000 1234567.89 10 00 1000 000 8000");
        check(
            "$2.2 billion €118bn 18% US$5 8.9bn 50 %",
            "dollar 2.2 billion euro 118 bn+118bn 18 percent us dollar 5 8.9 bn+8.9bn 50",
        );
        check("停战 協定abc カナ ไทย", "停 战 協 定 abc カ ナ ไ ท ย");
        check("हिन्दी Zelenskiy\u{AD}land e\u{301}te\u{301}", "हिन्दी zelenskiyland ete");
        check("", "");
        check("!!! -- ’ $ %", "");
    }
}
