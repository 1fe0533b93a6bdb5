//! What the tagger sees of a token: itself, its neighbours, and what is known of them. Each as one number.

use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::token::Token;
use crate::vocabulary::{WORDS, is_people, is_title};
use std::collections::HashSet;

/// What an article as a whole tells of its words.
#[derive(Debug, Default)]
pub(crate) struct Habits {
    /// Words that it writes in lower case somewhere.
    lower: HashSet<String>,
    /// Words that it writes with a capital within a sentence, outside of headlines, in lower case.
    capital: HashSet<String>,
}

impl Habits {
    /// Takes note of a sentence.
    pub(crate) fn add(&mut self, sentence: &[Token<'_>]) {
        if is_headline(sentence) {
            return;
        }
        let mut opens = true;
        for token in sentence.iter().filter(|token| token.text.chars().any(char::is_alphabetic)) {
            if token.is_capital() {
                if !opens {
                    self.capital.insert(token.lower());
                }
            } else {
                self.lower.insert(token.text.to_owned());
            }
            opens = false;
        }
    }

    /// Whether a word, given in lower case, is ever written so.
    pub(crate) fn has_lower(&self, word: &str) -> bool {
        self.lower.contains(word)
    }

    /// Whether a word, given in lower case, is written with a capital where a capital says something.
    pub(crate) fn has_capital(&self, word: &str) -> bool {
        self.capital.contains(word)
    }
}

/// Whether most of a sentence's longer words begin with a capital, so that capitals say little. A sentence that ends in a full
/// stop is none.
pub(crate) fn is_headline(sentence: &[Token<'_>]) -> bool {
    if sentence.iter().rev().take(2).any(|token| token.text == ".") {
        return false;
    }
    let long = |token: &&Token<'_>| token.text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let (mut all, mut capital) = (0, 0);
    for token in sentence.iter().filter(long) {
        all += 1;
        capital += usize::from(token.is_capital());
    }
    all >= 3 && capital * 4 >= all * 3
}

/// The features of each token of a sentence.
pub(crate) fn features(sentence: &[Token<'_>], habits: &Habits) -> Vec<Vec<u32>> {
    let seen = see(sentence, habits);
    let headline = is_headline(sentence);
    (0..sentence.len()).map(|at| of_token(&seen, at, headline)).collect()
}

/// A token and what is known of it by itself.
struct Seen {
    lower: String,
    shape: String,
    /// What the lists know it as, one letter a list.
    known: String,
    is_capital: bool,
    is_word: bool,
    /// The run of capitalised words that it is in, as token numbers.
    run: (usize, usize),
}

fn see(sentence: &[Token<'_>], habits: &Habits) -> Vec<Seen> {
    let places = places(sentence);
    let organisations = organisations(sentence);
    let runs = runs(sentence);
    sentence
        .iter()
        .zip(places)
        .zip(organisations)
        .zip(runs)
        .map(|(((token, place), in_organisation), run)| {
            let lower = token.lower();
            let mut known = String::new();
            if let Some((kind, is_first)) = place {
                known.push(match (kind, is_first) {
                    (PlaceKind::Country, true) => 'C',
                    (PlaceKind::Country, false) => 'c',
                    (PlaceKind::Metropolis, true) => 'M',
                    (PlaceKind::State | PlaceKind::City, true) => 'S',
                    (PlaceKind::Town, true) => 'T',
                    (_, false) => 's',
                });
            }
            if in_organisation {
                known.push('z');
            }
            if token.is_word() && token.text.chars().any(char::is_alphabetic) {
                let flags = [
                    ('g', token.is_capital() && GAZETTEER.is_given(token.text)),
                    ('u', token.is_capital() && GAZETTEER.is_surname(token.text)),
                    ('w', GAZETTEER.is_common(&lower)),
                    ('l', habits.has_lower(&lower)),
                    ('k', habits.has_capital(&lower)),
                    ('t', is_title(&lower)),
                    ('o', WORDS.organisation_heads.has(lower.trim_end_matches('.'))),
                    ('h', WORDS.sure_organisation_heads.has(lower.trim_end_matches('.'))),
                    ('p', WORDS.place_heads.has(&lower)),
                    ('n', is_people(&lower)),
                    ('d', WORDS.dates.has(lower.trim_end_matches('.'))),
                    ('x', WORDS.product_heads.has_number(&lower)),
                    ('y', WORDS.saying.has(&lower)),
                    ('i', token.is_initials()),
                ];
                known.extend(flags.into_iter().filter(|(_, is)| *is).map(|(flag, _)| flag));
            }
            Seen {
                shape: shape(token.text),
                known,
                is_capital: token.is_capital(),
                is_word: token.is_word(),
                run,
                lower,
            }
        })
        .collect()
}

/// For each token the kind of the place whose name it is in, and whether it begins it.
fn places(sentence: &[Token<'_>]) -> Vec<Option<(PlaceKind, bool)>> {
    let mut places = vec![None; sentence.len()];
    let texts: Vec<&str> = sentence.iter().map(|token| token.text).collect();
    let mut at = 0;
    while at < sentence.len() {
        let is_capital = sentence.get(at).is_some_and(Token::is_capital);
        let found =
            texts.get(at..).filter(|_| is_capital).and_then(|rest| GAZETTEER.longest_place(rest));
        match found {
            Some((length, kind)) => {
                for (offset, place) in places.iter_mut().skip(at).take(length).enumerate() {
                    *place = Some((kind, offset == 0));
                }
                at += length;
            }
            None => at += 1,
        }
    }
    places
}

/// For each token whether it is in the name of an organisation that everybody knows.
fn organisations(sentence: &[Token<'_>]) -> Vec<bool> {
    let mut known = vec![false; sentence.len()];
    let texts: Vec<&str> = sentence.iter().map(|token| token.text).collect();
    let mut at = 0;
    while at < sentence.len() {
        let is_capital = sentence.get(at).is_some_and(Token::is_capital);
        let length = texts
            .get(at..)
            .filter(|_| is_capital)
            .and_then(|rest| GAZETTEER.longest_organisation(rest));
        known.iter_mut().skip(at).take(length.unwrap_or_default()).for_each(|known| *known = true);
        at += length.unwrap_or(1);
    }
    known
}

/// For each token the first and last of the capitalised run it is in; itself if it is in none.
fn runs(sentence: &[Token<'_>]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = (0..sentence.len()).map(|at| (at, at)).collect();
    let mut at = 0;
    while at < sentence.len() {
        let length = sentence.iter().skip(at).take_while(|token| token.is_capital()).count();
        for run in runs.iter_mut().skip(at).take(length) {
            *run = (at, at + length - 1);
        }
        at += length.max(1);
    }
    runs
}

/// A word with its letters and digits put by kind, repeats left out: "Xx", "X.X.", "X-d".
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars().take(24) {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            '’' => '\'',
            _ => c,
        };
        if !shape.ends_with(kind) {
            shape.push(kind);
        }
    }
    if text.chars().count() == 1 {
        shape.push('1');
    }
    shape
}

fn of_token(seen: &[Seen], at: usize, headline: bool) -> Vec<u32> {
    let mut out = Vec::with_capacity(64);
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| seen.get(at));
    let lower = |offset: isize| near(offset).map_or("", |seen| seen.lower.as_str());
    let shape = |offset: isize| near(offset).map_or("", |seen| seen.shape.as_str());
    let known = |offset: isize| near(offset).map_or("", |seen| seen.known.as_str());
    let Some(this) = seen.get(at) else { return out };
    let mut add = |name: &str, parts: &[&str]| out.push(hash(name, parts));

    add("always", &[]);
    add("word", &[&this.lower]);
    add("before", &[lower(-1)]);
    add("after", &[lower(1)]);
    add("before 2", &[lower(-2)]);
    add("after 2", &[lower(2)]);
    add("shape", &[&this.shape]);
    add("shapes before", &[shape(-1), &this.shape]);
    add("shapes after", &[&this.shape, shape(1)]);
    add("shapes", &[shape(-1), &this.shape, shape(1)]);
    add("known", &[&this.known, &this.shape]);
    add("known before", &[known(-1), &this.known]);
    add("known after", &[&this.known, known(1)]);
    add("known around", &[known(-1), &this.known, known(1)]);
    add("known after 2", &[&this.known, known(1), known(2)]);
    for flag in this.known.chars() {
        let mut text = [0; 4];
        let flag = flag.encode_utf8(&mut text);
        add("flag", &[flag]);
        add("flag and shape", &[flag, &this.shape]);
    }
    for (name, offset) in [("flag before", -1), ("flag after", 1)] {
        for flag in known(offset).chars() {
            let mut text = [0; 4];
            add(name, &[flag.encode_utf8(&mut text), if this.is_capital { "X" } else { "x" }]);
        }
    }
    let opens = at == 0 || (at == 1 && !near(-1).is_some_and(|seen| seen.is_word));
    add("opens", &[if opens { "1" } else { "" }, &this.shape, &this.known]);
    add("headline", &[if headline { "1" } else { "" }, &this.shape, &this.known]);
    let letters: Vec<char> = this.lower.chars().collect();
    for length in [2, 3, 4] {
        if letters.len() > length {
            let end: String = letters.iter().skip(letters.len() - length).collect();
            add("ending", &[&end, if this.is_capital { "X" } else { "x" }]);
        }
    }
    if letters.len() > 3 && this.is_capital {
        let start: String = letters.iter().take(3).collect();
        add("beginning", &[&start]);
    }
    if this.is_capital {
        let (first, last) = this.run;
        let place = if first == last {
            "only"
        } else if at == first {
            "first"
        } else if at == last {
            "last"
        } else {
            "inner"
        };
        let length = (last - first + 1).min(5).to_string();
        let outside = |at: Option<usize>| {
            at.and_then(|at| seen.get(at)).map_or("", |seen| seen.lower.as_str())
        };
        let before = outside(first.checked_sub(1));
        let before_2 = outside(first.checked_sub(2));
        let after = outside(Some(last + 1));
        let after_2 = outside(Some(last + 2));
        let of_last = seen.get(last);
        let of_first = seen.get(first);
        let last_known = of_last.map_or("", |seen| seen.known.as_str());
        let first_known = of_first.map_or("", |seen| seen.known.as_str());
        add("place in run", &[place, &length]);
        add("run after", &[before, place]);
        add("run before", &[after, place]);
        add("run between", &[before, after]);
        add("run after 2", &[before_2, before]);
        add("run before 2", &[after, after_2]);
        add("run ends", &[of_last.map_or("", |seen| seen.lower.as_str()), place]);
        add("run starts", &[of_first.map_or("", |seen| seen.lower.as_str()), place]);
        add("run ends as", &[last_known, place]);
        add("run starts as", &[first_known, place]);
        add("run is", &[first_known, last_known, &length, place]);
        let known_after = seen.get(last + 1).map_or("", |seen| seen.known.as_str());
        let known_before =
            first.checked_sub(1).and_then(|at| seen.get(at)).map_or("", |seen| seen.known.as_str());
        add("run before known", &[known_after, place]);
        add("run after known", &[known_before, place]);
    }
    out
}

/// FNV-1a over the parts, each ended by a byte that no text has.
fn hash(name: &str, parts: &[&str]) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut byte = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    for part in std::iter::once(&name).chain(parts) {
        part.bytes().for_each(&mut byte);
        byte(0xFF);
    }
    (hash ^ (hash >> 32)) as u32
}
