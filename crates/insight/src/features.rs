//! The features of the tagger: for each token, hashes of what is known about it and its neighbours.
//!
//! A feature is identified by the hash of its name and parts. The weights in `data/tagger.bin`
//! refer to these hashes, so changing a name, a part or a flag means training the tagger again.

use crate::capitals::{CaseUsage, is_headline};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::hash::FastMap;
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym, is_title};

/// The words of a collection with what the lists say about them, which is looked up once.
pub(crate) type KnownWords<'t> = FastMap<&'t str, KnownWord>;

/// A word with everything that is known about it apart from its document.
pub(crate) struct KnownWord {
    lower: String,
    shape: String,
    /// The flags before those of the document, and those after them.
    flags: [String; 2],
}

/// Returns the features of each token of a sentence.
pub(crate) fn features<'t>(
    sentence: &[Token<'t>],
    case_usage: &CaseUsage<'_>,
    known_words: &mut KnownWords<'t>,
) -> Vec<Vec<u32>> {
    for token in sentence.iter().filter(|token| !token.is_literal) {
        known_words.entry(token.text).or_insert_with(|| KnownWord::new(token));
    }
    // The capitals of a literal depend on more than its text.
    let literals: Vec<KnownWord> =
        sentence.iter().filter(|token| token.is_literal).map(KnownWord::new).collect();
    let mut literals = literals.iter();
    let words: Vec<&KnownWord> = sentence
        .iter()
        .filter_map(|token| match token.is_literal {
            true => literals.next(),
            false => known_words.get(token.text),
        })
        .collect();
    let tokens = annotate(sentence, case_usage, &words);
    let in_headline = is_headline(sentence);
    (0..sentence.len()).map(|at| token_features(&tokens, at, in_headline)).collect()
}

/// A token with everything that is known about it apart from its neighbours.
struct AnnotatedToken<'w> {
    lower: &'w str,
    shape: &'w str,
    /// One letter for each list and property that applies to it.
    flags: String,
    is_capitalised: bool,
    is_word: bool,
    /// The first and last token of the capitalised run that contains it.
    run: (usize, usize),
}

fn annotate<'w>(
    sentence: &[Token<'_>],
    case_usage: &CaseUsage<'_>,
    words: &[&'w KnownWord],
) -> Vec<AnnotatedToken<'w>> {
    let places = places(sentence);
    let organisations = organisations(sentence);
    let runs = runs(sentence);
    sentence
        .iter()
        .zip(places)
        .zip(organisations)
        .zip(runs)
        .zip(words)
        .map(|((((token, place), in_organisation), run), word)| {
            let mut flags = String::new();
            if let Some((kind, is_first)) = place {
                flags.push(match (kind, is_first) {
                    (PlaceKind::Country, true) => 'C',
                    (PlaceKind::Country, false) => 'c',
                    (PlaceKind::Metropolis, true) => 'M',
                    (PlaceKind::State | PlaceKind::City, true) => 'S',
                    (PlaceKind::Town, true) => 'T',
                    (_, false) => 's',
                });
            }
            if in_organisation {
                flags.push('z');
            }
            let KnownWord { lower, shape, flags: [before, after] } = word;
            flags.push_str(before);
            if has_letters(token) {
                flags.extend(case_usage.has_lower(lower).then_some('l'));
                flags.extend(case_usage.has_capitalised(lower).then_some('k'));
            }
            flags.push_str(after);
            AnnotatedToken {
                lower,
                shape,
                flags,
                is_capitalised: token.is_capitalised(),
                is_word: token.is_word(),
                run,
            }
        })
        .collect()
}

/// Returns whether a token is a word with letters.
fn has_letters(token: &Token<'_>) -> bool {
    token.is_word() && token.text.chars().any(char::is_alphabetic)
}

impl KnownWord {
    fn new(token: &Token<'_>) -> Self {
        let lower = token.lower();
        let mut flags = [String::new(), String::new()];
        if has_letters(token) {
            let bare = lower.trim_end_matches('.');
            let before = [
                ('g', token.is_capitalised() && GAZETTEER.is_given_name(token.text)),
                ('u', token.is_capitalised() && GAZETTEER.is_surname(token.text)),
                ('w', GAZETTEER.is_common_word(&lower)),
            ];
            let after = [
                ('t', is_title(&lower)),
                ('o', VOCABULARY.organisation_heads.contains(bare)),
                ('h', VOCABULARY.sure_organisation_heads.contains(bare)),
                ('p', VOCABULARY.place_heads.contains(&lower)),
                ('n', is_demonym(&lower)),
                ('d', VOCABULARY.dates.contains(bare)),
                ('x', VOCABULARY.product_heads.contains_ignoring_plural(&lower)),
                ('y', VOCABULARY.reporting_verbs.contains(&lower)),
                ('i', token.is_acronym()),
            ];
            let letters = |properties: &[(char, bool)]| {
                properties.iter().filter(|(_, is)| *is).map(|(flag, _)| *flag).collect()
            };
            flags = [letters(&before), letters(&after)];
        }
        Self { shape: shape(token.text), flags, lower }
    }
}

/// Returns for each token the kind of the place that it is part of, and whether it is the first
/// word of it.
fn places(sentence: &[Token<'_>]) -> Vec<Option<(PlaceKind, bool)>> {
    let mut places = vec![None; sentence.len()];
    let texts: Vec<&str> = sentence.iter().map(|token| token.text).collect();
    let mut at = 0;
    while at < sentence.len() {
        let is_capitalised = sentence.get(at).is_some_and(Token::is_capitalised);
        let found = texts
            .get(at..)
            .filter(|_| is_capitalised)
            .and_then(|rest| GAZETTEER.longest_place(rest));
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

/// Returns for each token whether it is part of the name of a well-known organisation.
fn organisations(sentence: &[Token<'_>]) -> Vec<bool> {
    let mut flags = vec![false; sentence.len()];
    let texts: Vec<&str> = sentence.iter().map(|token| token.text).collect();
    let mut at = 0;
    while at < sentence.len() {
        let is_capitalised = sentence.get(at).is_some_and(Token::is_capitalised);
        let length = texts
            .get(at..)
            .filter(|_| is_capitalised)
            .and_then(|rest| GAZETTEER.longest_organisation(rest));
        flags.iter_mut().skip(at).take(length.unwrap_or_default()).for_each(|flags| *flags = true);
        at += length.unwrap_or(1);
    }
    flags
}

/// Returns for each token the first and last token of the capitalised run that contains it, or the
/// token itself if none does.
fn runs(sentence: &[Token<'_>]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = (0..sentence.len()).map(|at| (at, at)).collect();
    let mut at = 0;
    while at < sentence.len() {
        let length = sentence.iter().skip(at).take_while(|token| token.is_capitalised()).count();
        for run in runs.iter_mut().skip(at).take(length) {
            *run = (at, at + length - 1);
        }
        at += length.max(1);
    }
    runs
}

/// Returns the shape of a word: each run of letters or digits of one kind becomes one character
/// ("Xx", "X.X.", "X-d").
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

/// Returns the hashed features of the token at `at`.
fn token_features(tokens: &[AnnotatedToken<'_>], at: usize, in_headline: bool) -> Vec<u32> {
    let mut out = Vec::with_capacity(64);
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| tokens.get(at));
    let lower = |offset: isize| near(offset).map_or("", |token| token.lower);
    let shape = |offset: isize| near(offset).map_or("", |token| token.shape);
    let flags = |offset: isize| near(offset).map_or("", |token| token.flags.as_str());
    let Some(this) = tokens.get(at) else { return out };
    let mut add = |name: u64, parts: &[&str]| out.push(hash(name, parts));

    add(const { prefix("always") }, &[]);
    add(const { prefix("word") }, &[this.lower]);
    add(const { prefix("before") }, &[lower(-1)]);
    add(const { prefix("after") }, &[lower(1)]);
    add(const { prefix("before 2") }, &[lower(-2)]);
    add(const { prefix("after 2") }, &[lower(2)]);
    add(const { prefix("shape") }, &[this.shape]);
    add(const { prefix("shapes before") }, &[shape(-1), this.shape]);
    add(const { prefix("shapes after") }, &[this.shape, shape(1)]);
    add(const { prefix("shapes") }, &[shape(-1), this.shape, shape(1)]);
    add(const { prefix("known") }, &[&this.flags, this.shape]);
    add(const { prefix("known before") }, &[flags(-1), &this.flags]);
    add(const { prefix("known after") }, &[&this.flags, flags(1)]);
    add(const { prefix("known around") }, &[flags(-1), &this.flags, flags(1)]);
    add(const { prefix("known after 2") }, &[&this.flags, flags(1), flags(2)]);
    for flag in this.flags.chars() {
        let mut text = [0; 4];
        let flag = flag.encode_utf8(&mut text);
        add(const { prefix("flag") }, &[flag]);
        add(const { prefix("flag and shape") }, &[flag, this.shape]);
    }
    for (name, offset) in
        [(const { prefix("flag before") }, -1), (const { prefix("flag after") }, 1)]
    {
        for flag in flags(offset).chars() {
            let mut text = [0; 4];
            add(name, &[flag.encode_utf8(&mut text), if this.is_capitalised { "X" } else { "x" }]);
        }
    }
    let is_first_word = at == 0 || (at == 1 && !near(-1).is_some_and(|token| token.is_word));
    add(
        const { prefix("opens") },
        &[if is_first_word { "1" } else { "" }, this.shape, &this.flags],
    );
    add(
        const { prefix("headline") },
        &[if in_headline { "1" } else { "" }, this.shape, &this.flags],
    );
    let letters: Vec<char> = this.lower.chars().collect();
    for length in [2, 3, 4] {
        if letters.len() > length {
            let end: String = letters.iter().skip(letters.len() - length).collect();
            add(const { prefix("ending") }, &[&end, if this.is_capitalised { "X" } else { "x" }]);
        }
    }
    if letters.len() > 3 && this.is_capitalised {
        let start: String = letters.iter().take(3).collect();
        add(const { prefix("beginning") }, &[&start]);
    }
    if this.is_capitalised {
        let (first, last) = this.run;
        let position = if first == last {
            "only"
        } else if at == first {
            "first"
        } else if at == last {
            "last"
        } else {
            "inner"
        };
        let length = (last - first + 1).min(5).to_string();
        let outside =
            |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.lower);
        let before = outside(first.checked_sub(1));
        let before_2 = outside(first.checked_sub(2));
        let after = outside(Some(last + 1));
        let after_2 = outside(Some(last + 2));
        let last_token = tokens.get(last);
        let first_token = tokens.get(first);
        let last_flags = last_token.map_or("", |token| token.flags.as_str());
        let first_flags = first_token.map_or("", |token| token.flags.as_str());
        add(const { prefix("place in run") }, &[position, &length]);
        add(const { prefix("run after") }, &[before, position]);
        add(const { prefix("run before") }, &[after, position]);
        add(const { prefix("run between") }, &[before, after]);
        add(const { prefix("run after 2") }, &[before_2, before]);
        add(const { prefix("run before 2") }, &[after, after_2]);
        add(const { prefix("run ends") }, &[last_token.map_or("", |token| token.lower), position]);
        add(
            const { prefix("run starts") },
            &[first_token.map_or("", |token| token.lower), position],
        );
        add(const { prefix("run ends as") }, &[last_flags, position]);
        add(const { prefix("run starts as") }, &[first_flags, position]);
        add(const { prefix("run is") }, &[first_flags, last_flags, &length, position]);
        let flags_after = tokens.get(last + 1).map_or("", |token| token.flags.as_str());
        let flags_before = first
            .checked_sub(1)
            .and_then(|at| tokens.get(at))
            .map_or("", |token| token.flags.as_str());
        add(const { prefix("run before known") }, &[flags_after, position]);
        add(const { prefix("run after known") }, &[flags_before, position]);
    }
    out
}

/// The prime of FNV-1a.
const PRIME: u64 = 0x0000_0100_0000_01b3;
/// Ends each part of a feature. UTF-8 does not contain it.
const END: u64 = 0xFF;

/// Hashes the name of a feature by FNV-1a.
const fn prefix(name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut rest = name.as_bytes();
    while let [byte, after @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(PRIME);
        rest = after;
    }
    (hash ^ END).wrapping_mul(PRIME)
}

/// Hashes the parts of a feature, given the hash of its name.
fn hash(prefix: u64, parts: &[&str]) -> u32 {
    let mut hash = prefix;
    for part in parts {
        for byte in part.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
        hash = (hash ^ END).wrapping_mul(PRIME);
    }
    (hash ^ (hash >> 32)) as u32
}
