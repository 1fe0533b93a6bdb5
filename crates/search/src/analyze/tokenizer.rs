//! The tokenizer: finds words in a text, splits them into parts and folds each part.
//!
//! It simplifies Unicode's word boundaries (UAX 29) for searching. A word is a run of letters,
//! digits and marks, with those apostrophes, hyphens, full stops and commas inside it that the
//! neighbouring files accept. In scripts without spaces every pair of signs is a token.

use super::abbreviation::joins_letters;
use super::apostrophe::{Apostrophe, classify_apostrophe, is_apostrophe, is_gershayim, is_hebrew};
use super::fold::{fold_into, is_invisible, is_mark};
use super::hyphen::{MAX_COMPOUND_PARTS, is_hyphen};
use super::number::{Separator, classify_separator, is_attached_unit, sign_word, version_digits};
use super::script::{PairScript, continues_sign, is_in_pairs};
use super::symbol::{
    ampersand_joins, begins_word, ending_symbols, is_pictograph, modifies_pictograph,
};
use super::token::Token;

/// The longest term, in bytes. Longer words are truncated, in documents and queries alike.
pub(crate) const MAX_TERM_BYTES: usize = 64;

/// Buffers for the parts of the current compound.
#[derive(Default)]
pub(super) struct Tokenizer {
    /// The folded parts, one after the other.
    terms: String,
    parts: Vec<Part>,
}

struct Part {
    /// The end of the part in [`Tokenizer::terms`].
    term_end: usize,
    /// The byte range in the text.
    start: usize,
    end: usize,
}

impl Tokenizer {
    /// Calls `token` with each token and returns the number of positions. `PLAIN` reads plain words
    /// at once, which is much faster and gives the same tokens.
    pub(super) fn tokenize<const PLAIN: bool>(
        mut self,
        text: &str,
        token: &mut dyn FnMut(Token<'_>),
    ) -> u32 {
        let mut position = 0;
        let mut at = 0;
        // The end of the last token. A token that starts there is attached to it.
        let mut last_end = usize::MAX;
        while let Some(c) = char_at(text, at) {
            let start = at;
            if let Some(word) = plain_word(text, at).filter(|_| PLAIN) {
                at += word.len();
                self.terms.push_str(word);
                self.terms.make_ascii_lowercase();
                token(Token {
                    term: &self.terms,
                    position,
                    start,
                    end: at,
                    is_compound: false,
                    is_attached: start == last_end,
                    is_in_pairs: false,
                });
                self.terms.clear();
                position += 1;
                last_end = at;
            } else if let Some(script) = PairScript::of(c) {
                at = self.read_run(text, at, script);
                self.emit_pairs(start == last_end, &mut position, token);
                last_end = at;
            } else if c.is_alphanumeric() {
                at = self.read_compound(text, at);
                self.emit(start == last_end, &mut position, token);
                last_end = at;
            } else if let Some(before) = part_before_stop(text, at) {
                at = self.read_compound(text, at + 1);
                let is_word = self.parts.len() == 1;
                let name = is_word.then(|| [before, ".", &self.terms].concat());
                self.emit(!before.is_empty(), &mut position, token);
                if let Some(term) = &name {
                    token(Token {
                        term,
                        position: position - 1,
                        start: start - before.len(),
                        end: at,
                        is_compound: true,
                        is_attached: true,
                        is_in_pairs: false,
                    });
                }
                last_end = at;
            } else if is_pictograph(c) {
                at = self.read_pictograph(text, at);
                self.emit(start == last_end, &mut position, token);
                last_end = at;
            } else if let Some(term) = sign_word(c) {
                at += c.len_utf8();
                let is_before_number = char_at(text, at).is_some_and(char::is_numeric);
                let is_after_number = text
                    .get(..start)
                    .and_then(|before| before.chars().next_back())
                    .is_some_and(char::is_numeric);
                if is_before_number || is_after_number {
                    token(Token {
                        term,
                        position,
                        start,
                        end: at,
                        is_compound: false,
                        is_attached: start == last_end,
                        is_in_pairs: false,
                    });
                    position += 1;
                    last_end = at;
                }
            } else {
                at += c.len_utf8();
            }
        }
        position
    }

    /// Reads a run of signs of one script, each with its marks, as parts. Returns the end.
    fn read_run(&mut self, text: &str, start: usize, script: PairScript) -> usize {
        let mut at = start;
        while let Some(first) = char_at(text, at).filter(|c| script.continues_with(*c)) {
            let (sign_start, term_start) = (at, self.terms.len());
            fold_into(first, &mut self.terms);
            at += first.len_utf8();
            while let Some(c) = char_at(text, at).filter(|c| is_mark(*c) || continues_sign(*c)) {
                fold_mark(c, &mut self.terms);
                at += c.len_utf8();
            }
            self.end_part(term_start, sign_start, at);
        }
        at
    }

    /// Emits each sign together with the next one, and the last one alone, and clears the buffers.
    fn emit_pairs(
        &mut self,
        is_attached: bool,
        position: &mut u32,
        token: &mut dyn FnMut(Token<'_>),
    ) {
        let mut term_start = 0;
        for (index, part) in self.parts.iter().enumerate() {
            let last = self.parts.get(index + 1).unwrap_or(part);
            token(Token {
                term: self.terms.get(term_start..last.term_end).unwrap_or_default(),
                position: *position,
                start: part.start,
                end: last.end,
                is_compound: false,
                is_attached: is_attached || index > 0,
                is_in_pairs: true,
            });
            *position += 1;
            term_start = part.term_end;
        }
        self.terms.clear();
        self.parts.clear();
    }

    /// Reads a pictograph with what changes its look. Returns the end.
    fn read_pictograph(&mut self, text: &str, start: usize) -> usize {
        let mut at = start;
        while let Some(c) = char_at(text, at).filter(|c| at == start || modifies_pictograph(*c)) {
            if at == start {
                fold_into(c, &mut self.terms);
            }
            at += c.len_utf8();
        }
        self.end_part(0, start, at);
        at
    }

    /// Reads a word with all its hyphenated parts. Returns the end.
    fn read_compound(&mut self, text: &str, start: usize) -> usize {
        let mut at = start;
        loop {
            at = self.read_word(text, at);
            let Some(hyphen) = char_at(text, at).filter(|c| is_hyphen(*c)) else { return at };
            let next = at + hyphen.len_utf8();
            if !char_at(text, next).is_some_and(|c| c.is_alphanumeric() && !is_in_pairs(c)) {
                return at;
            }
            at = next;
        }
    }

    /// Reads a word up to a hyphen. An apostrophe or an attached unit may split it into parts.
    /// Returns the end.
    fn read_word(&mut self, text: &str, start: usize) -> usize {
        let mut part_start = start;
        let mut term_start = self.terms.len();
        let mut at = start;
        // The letters since the last full stop or ampersand, and the digits since the last
        // separator, of the current part.
        let (mut letters, mut digits) = (0_usize, 0_usize);
        let mut is_abbreviation = false;
        while let Some(c) = char_at(text, at) {
            let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
            let next = rest.chars().next();
            let is_number = digits > 0 && letters == 0;
            if c.is_alphanumeric() && !is_in_pairs(c) {
                if is_number && c.is_alphabetic() && is_attached_unit(&folded_run(text, at)) {
                    self.end_part(term_start, part_start, at);
                    (part_start, term_start, digits) = (at, self.terms.len(), 0);
                }
                if c.is_numeric() {
                    digits += 1;
                } else {
                    letters += 1;
                }
                fold_into(c, &mut self.terms);
                at += c.len_utf8();
            } else if is_invisible(c) || is_mark(c) {
                fold_mark(c, &mut self.terms);
                at += c.len_utf8();
            } else if is_number
                && let Some(separator) =
                    classify_separator(text.get(at..).unwrap_or_default(), digits)
            {
                if separator == Separator::Decimal {
                    self.terms.push('.');
                }
                // After a decimal point no thousands separator may follow: more than three digits
                // are claimed to stand before it.
                digits = if separator == Separator::Decimal { 4 } else { 0 };
                at += c.len_utf8();
            } else if c == '.'
                && digits == 0
                && (is_abbreviation || letters <= 2)
                && joins_letters(letters, count_letters(rest))
            {
                (is_abbreviation, letters) = (true, 0);
                at += 1;
            } else if c == '.'
                && is_abbreviation
                && next.is_some_and(|c| is_hyphen(c) || is_apostrophe(c))
            {
                // The last full stop of an abbreviation: "U.S.-led", "U.S.’s".
                at += 1;
            } else if c == '&' && digits == 0 && ampersand_joins(letters, rest) {
                self.terms.push(c);
                letters = 0;
                at += 1;
            } else if is_gershayim(c)
                && letters > 0
                && self.terms.chars().next_back().is_some_and(is_hebrew)
                && next.is_some_and(is_hebrew)
            {
                // An abbreviation is one word.
                at += c.len_utf8();
            } else if is_apostrophe(c)
                && next.is_some_and(|c| c.is_alphanumeric() && !is_in_pairs(c))
            {
                let tail = folded_run(rest, 0);
                at += c.len_utf8();
                match classify_apostrophe(&tail) {
                    Apostrophe::Possessive => {
                        self.end_part(term_start, part_start, at - c.len_utf8());
                        return at + next.map_or(0, char::len_utf8);
                    }
                    Apostrophe::Inside => {}
                    Apostrophe::Compound => {
                        self.end_part(term_start, part_start, at - c.len_utf8());
                        (part_start, term_start, letters, digits) = (at, self.terms.len(), 0, 0);
                    }
                }
            } else {
                break;
            }
        }
        if letters > 0 {
            let symbols = ending_symbols(text.get(at..).unwrap_or_default());
            self.terms.push_str(symbols);
            at += symbols.len();
        }
        self.end_part(term_start, part_start, at);
        at
    }

    /// Ends the part whose term starts at `term_start`, truncates the term, and drops an empty one.
    fn end_part(&mut self, term_start: usize, start: usize, end: usize) {
        if self.terms.len() > term_start + MAX_TERM_BYTES {
            let mut cut = term_start + MAX_TERM_BYTES;
            while !self.terms.is_char_boundary(cut) {
                cut -= 1;
            }
            self.terms.truncate(cut);
        }
        if self.terms.len() > term_start {
            self.parts.push(Part { term_end: self.terms.len(), start, end });
        }
    }

    /// Emits the parts, and the compound if there are several, and clears the buffers.
    fn emit(&mut self, is_attached: bool, position: &mut u32, token: &mut dyn FnMut(Token<'_>)) {
        let mut term_start = 0;
        for (index, part) in self.parts.iter().enumerate() {
            token(Token {
                term: self.terms.get(term_start..part.term_end).unwrap_or_default(),
                position: *position,
                start: part.start,
                end: part.end,
                is_compound: false,
                is_attached: is_attached || index > 0,
                is_in_pairs: false,
            });
            *position += 1;
            term_start = part.term_end;
        }
        if let [first, .., last] = self.parts.as_slice()
            && self.parts.len() <= MAX_COMPOUND_PARTS
            && self.terms.len() <= MAX_TERM_BYTES
            && self.terms.contains(char::is_alphabetic)
        {
            token(Token {
                term: &self.terms,
                position: *position - 1,
                start: first.start,
                end: last.end,
                is_compound: true,
                is_attached: true,
                is_in_pairs: false,
            });
        }
        self.terms.clear();
        self.parts.clear();
    }
}

/// Returns the word at `at` if it has only ASCII letters, few enough, and no rule concerns what
/// follows it: most words of most texts, without looking at each character in every way.
fn plain_word(text: &str, at: usize) -> Option<&str> {
    let rest = text.as_bytes().get(at..)?;
    let mut length = 0;
    while let Some(b'a'..=b'z' | b'A'..=b'Z') = rest.get(length) {
        length += 1;
    }
    let is_end = match rest.get(length) {
        Some(b'.') => length > 2,
        Some(b'-' | b'\'' | b'`' | b'+' | b'#' | b'&' | b'0'..=b'9' | 0x80..) => false,
        _ => true,
    };
    let is_plain = is_end && (1..=MAX_TERM_BYTES).contains(&length);
    if is_plain { text.get(at..at + length) } else { None }
}

/// Appends the folding of a mark; drops an invisible character.
fn fold_mark(c: char, terms: &mut String) {
    if !is_invisible(c) {
        fold_into(c, terms);
    }
}

/// Returns what precedes a full stop at `at` in a word that is also one term: nothing if the full
/// stop begins the word (".NET"), the digits after the "v" of a version ("v6.0.2").
fn part_before_stop(text: &str, at: usize) -> Option<&str> {
    let (before, rest) = text.split_at_checked(at)?;
    let after = rest.strip_prefix('.')?;
    version_digits(before, after).or_else(|| begins_word(before, after).then_some(""))
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Counts the letters at the start of `text`, up to three: more than an abbreviation can have.
fn count_letters(text: &str) -> usize {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || is_mark(*c))
        .filter(|c| c.is_alphabetic())
        .take(3)
        .count()
}

/// Folds the run of letters and digits at `at`, up to five: more than any ending or unit has.
fn folded_run(text: &str, at: usize) -> String {
    let mut out = String::new();
    let rest = text.get(at..).unwrap_or_default();
    for c in rest.chars().take_while(|c| c.is_alphanumeric()).take(5) {
        fold_into(c, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Tokenizer;
    use crate::analyze;
    use proptest::prelude::*;

    /// Compares the terms of `text` by position, with each compound after a plus.
    fn check(text: &str, expected: &str) {
        let mut out: Vec<String> = Vec::new();
        analyze(text, |token| {
            assert!(
                text.is_char_boundary(token.start)
                    && text.is_char_boundary(token.end)
                    && token.start < token.end
            );
            if token.is_compound {
                out.last_mut().unwrap().push_str(&format!("+{}", token.term));
            } else {
                assert_eq!(token.position as usize, out.len());
                out.push(token.term.to_owned());
            }
        });
        assert_eq!(out.join(" "), expected, "{text}");
    }

    #[test]
    fn apostrophes_end_possessives_and_join_compounds() {
        check(
            "Ukraine’s defences, Ukraine's; the states’ 'quoted' ones",
            "ukraine defences ukraine the states quoted ones",
        );
        check("don’t we're O’Brien l'état Sana'a", "dont were o brien+obrien l etat+letat sanaa");
    }

    #[test]
    fn compounds_are_tokens_beside_their_parts() {
        check(
            "co-belligerents RS-26 rs26 two-and-a-half",
            "co belligerents+cobelligerents rs 26+rs26 rs26 two and a half+twoandahalf",
        );
        check(
            "a-b-c-d-e 2024-25 -without trailing- —dash—",
            "a b c d e 2024 25 without trailing dash",
        );
    }

    #[test]
    fn abbreviations_lose_their_full_stops() {
        check(
            "U.S. US U.S.-led e.g. Ph.D. N. Korea end.Start",
            "us us us led+usled eg phd n korea end start",
        );
        check("bbc.co.uk v1.2 3.14. Nov.5", "bbc co uk v1 2+1.2 3.14 nov 5");
    }

    #[test]
    fn numbers_lose_separators_and_split_from_signs_and_units() {
        check("10,000 1,234,567.89 10,00 1000,000 8,000", "10000 1234567.89 10 00 1000 000 8000");
        check(
            "$2.2 billion €118bn 18% US$5 8.9bn 50 %",
            "dollar 2.2 billion euro 118 bn+118bn 18 percent us dollar 5 8.9 bn+8.9bn 50",
        );
    }

    #[test]
    fn versions_are_terms_without_their_letter() {
        check("v6.0.2, V10.1. (v5) v6.x", "v6 0.2+6.0.2 v10 1+10.1 v5 v6 x");
        check("v6.0.2-rc1 rev6.0 v.2 av1.2", "v6 0.2 rc1+0.2rc1 rev6 0 v 2 av1 2");
    }

    #[test]
    fn symbols_belong_to_words() {
        check("C++ C++11, C# F#; g++. Disney+ CD4+", "c++ c++ 11 c# f# g++ disney+ cd4+");
        check("a+b x++y #tag C#m 1+1 a++++", "a b x++ y tag c m 1 1 a");
        check(".NET (.com) end.Net ...and .5 ..x", "net+.net com+.com end net and 5 x");
        check("AT&T R&D's Q&A-led Ben&Jerry a & b", "at&t r&d q&a led+q&aled ben jerry a b");
    }

    #[test]
    fn hebrew_abbreviations_are_words() {
        check("צה״ל צה\"ל ארה׳ב \"צהל\"", "צהל צהל ארהב צהל");
    }

    #[test]
    fn pictographs_are_words() {
        check("Done 🎉! ❤️ 👍🏽 🇺🇦", "done 🎉 ❤ 👍 🇺 🇦");
        check("👩‍💻 a👍b", "👩 💻 a 👍 b");
    }

    #[test]
    fn every_script_is_tokenized() {
        check("停战 協定abc カナ ไทย", "停战 战 協定 定 abc カナ ナ ไท ทย ย");
        check("東京の新幹線", "東京 京 の 新幹 幹線 線");
        check("らーめん", "らー ーめ めん ん");
        check("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8} \u{1100}\u{116E}\u{11A8}");
        check("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}");
        check("हिन्दी Zelenskiy\u{AD}land e\u{301}te\u{301}", "हिन्दी zelenskiyland ete");
    }

    #[test]
    fn punctuation_alone_has_no_tokens() {
        check("", "");
        check("!!! -- ’ $ %", "");
    }

    proptest! {
        #[test]
        fn plain_words_are_tokenized_as_all_others(
            text in "([a-eS]{1,3}[-'`.,$% 0-9ä\u{AD}한停+#&👍]{0,2}){0,8}",
        ) {
            let (mut plain, mut others) = (Vec::new(), Vec::new());
            Tokenizer::default().tokenize::<true>(&text, &mut |it| plain.push(format!("{it:?}")));
            Tokenizer::default().tokenize::<false>(&text, &mut |it| others.push(format!("{it:?}")));
            prop_assert_eq!(plain, others);
        }
    }
}
