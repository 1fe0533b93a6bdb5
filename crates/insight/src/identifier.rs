//! Identifiers: words that a program reads rather than a person, recognised by their shape.
//!
//! Addresses, paths, handles, file names, version numbers, hashes, `snake_case` and `camelCase` are
//! no prose, so they are neither names nor quantities.

use std::ops::Range;

/// The bytes of an identifier beyond which only addresses are recognised.
const MAX_LENGTH: usize = 160;
/// The number of digits of the shortest abbreviated hash.
const MIN_HASH_LENGTH: usize = 7;

/// Returns the length in bytes of the identifier that `text` begins with, or `None` if it begins
/// with a word.
///
/// `text` has to start after a space or an opening mark.
pub(crate) fn identifier_length(text: &str) -> Option<usize> {
    if is_plain_word(text) {
        return None;
    }
    address(text).or_else(|| marked(text)).or_else(|| shaped(text))
}

/// Returns whether a text begins with a word of lower-case letters, apart from the first, and a
/// space or comma. Most words do.
fn is_plain_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    let end = bytes.iter().skip(1).position(|byte| !byte.is_ascii_lowercase());
    let after = end.and_then(|end| bytes.get(end + 1));
    bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && matches!(after, None | Some(b' ' | b'\n' | b',' | b';' | b')'))
}

/// Returns the length of the address ("https://example.org/a") that a text begins with.
fn address(text: &str) -> Option<usize> {
    let scheme = text.bytes().take_while(u8::is_ascii_alphanumeric).take(12).count();
    let rest = text.get(scheme..)?;
    if !(rest.starts_with("://") || rest.starts_with("mailto:") || text.starts_with("www.")) {
        return None;
    }
    let end = text.find(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '«' | '»' | '`')
    });
    let address = text.get(..end.unwrap_or(text.len()))?;
    let bare = address.trim_end_matches(['.', ',', ':', ';', '!', '?', ')', ']', '}', '\'', '’']);
    Some(bare.len())
}

/// Returns whether a literal is an address or a handle, which texts of any subject contain.
pub(crate) fn is_address(literal: &str) -> bool {
    literal.contains("://") || literal.starts_with("www.") || literal.contains('@')
}

/// Returns the length of the identifier that begins with a mark: a handle ("@ada"), a path
/// ("/etc/hosts", "./run") or an option ("--force").
fn marked(text: &str) -> Option<usize> {
    let mark = ["--", "./", "../", "~/", "@", "/"].into_iter().find(|m| text.starts_with(m))?;
    let span = span(text);
    let name = text.get(mark.len()..span)?;
    let starts_word = name.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    // "/Reuters/" and "--Ada" are punctuation.
    let is_mark_of_text = match mark {
        "/" => !name.contains('/') && !name.contains('.') || name.ends_with('/'),
        "--" => !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
        _ => false,
    };
    (starts_word && !is_mark_of_text).then_some(span)
}

/// Returns the length of the identifier that has a shape of its own.
fn shaped(text: &str) -> Option<usize> {
    let end = span(text);
    let word = text.get(..end)?;
    if !word.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '$')) {
        return None;
    }
    if text.get(end..).is_some_and(|rest| rest.starts_with("()")) {
        return Some(end + 2);
    }
    let is_identifier = is_snake_case(word)
        || is_camel_case(word)
        || is_dotted(word)
        || is_version(word)
        || is_hash(word)
        || is_reference_number(word)
        || word.contains("::")
        || word.contains('@')
        || word.contains('#') && word.contains('/')
        || is_path(word)
        || word.contains('=') && word.len() > 2;
    is_identifier.then_some(end)
}

/// Returns the length of the longest start of a text that may be one identifier.
fn span(text: &str) -> usize {
    let is_part = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '_' | '-' | '.' | '/' | '@' | ':' | '#' | '+' | '~' | '$' | '=' | '%')
    };
    let end = text
        .char_indices()
        .find(|(at, c)| !is_part(*c) || *at > MAX_LENGTH)
        .map_or(text.len(), |(at, _)| at);
    let span = text.get(..end).unwrap_or_default();
    span.trim_end_matches(['.', ':', '-', '=', '/', '#', '+', '~', '%', '$']).len()
}

/// Returns whether a word has an underscore between letters or digits ("max_age", "MAX_AGE").
fn is_snake_case(word: &str) -> bool {
    let inner = word.trim_matches('_');
    inner.contains('_')
}

/// Returns whether a word begins in lower case and goes on with a capital ("readFile").
///
/// One letter does not count, because "iPhone", "eBay" and "pH" are words.
fn is_camel_case(word: &str) -> bool {
    let lower = word.chars().take_while(|c| c.is_lowercase()).count();
    lower >= 2
        && word.chars().nth(lower).is_some_and(char::is_uppercase)
        && word.chars().all(char::is_alphanumeric)
}

/// Returns whether a word is the name of a file, a host or a member: words joined by full stops
/// ("package.json", "Node.js", "example.org", "util.inspect").
///
/// "Ph.D.", "e.g.", "U.S." and "Amazon.com" are not.
fn is_dotted(word: &str) -> bool {
    let word = word.trim_start_matches('.');
    let parts = word.split('.');
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '+'))
    };
    let Some((stem, last)) = word.rsplit_once('.') else { return false };
    let starts_in_capital = word.starts_with(char::is_uppercase);
    parts.clone().all(is_part)
        && last.len() >= 2
        && last.starts_with(|c: char| c.is_ascii_lowercase())
        && parts.clone().any(|part| part.len() > 1)
        && stem.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !(starts_in_capital && TOP_LEVEL_DOMAINS.contains(&last))
}

/// Domains of companies that are called by their address ("Amazon.com").
const TOP_LEVEL_DOMAINS: [&str; 5] = ["com", "org", "net", "gov", "edu"];

/// Returns whether a word is the number of a version ("v8", "1.2.3", "v1.0.0-rc.1").
fn is_version(word: &str) -> bool {
    let number = word.strip_prefix('v').unwrap_or(word);
    let has_prefix = number.len() < word.len();
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().filter(|byte| *byte == b'.').count() >= if has_prefix { 0 } else { 2 }
        && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+'))
}

/// Returns whether a word is the hash of some content: hexadecimal digits, at least one of them a
/// letter and one not.
pub(crate) fn is_hash(word: &str) -> bool {
    word.len() >= MIN_HASH_LENGTH
        && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && (word.bytes().any(|byte| byte.is_ascii_alphabetic()) || word.len() >= 20)
}

/// Returns whether a word is a number in a register: capitals, then numbers after hyphens, one of
/// them of four digits or more ("CVE-2024-27982", "RFC-9110"). Weapons and diseases have fewer
/// ("KN-23", "COVID-19").
fn is_reference_number(word: &str) -> bool {
    let mut parts = word.split('-');
    let has_register = parts
        .next()
        .is_some_and(|part| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()));
    has_register
        && parts.clone().any(|part| part.len() >= 4)
        && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns whether a word is a path ("lib/fs.rs", "src/a/b").
fn is_path(word: &str) -> bool {
    let slashes = word.bytes().filter(|byte| *byte == b'/').count();
    let has_letter = word.chars().any(char::is_alphabetic);
    let has_capital = word.chars().any(char::is_uppercase);
    has_letter && (slashes >= 2 && !has_capital || slashes >= 1 && word.contains(['#', '@', ':']))
}

/// Returns whether a word has a capital after a lower-case letter or three capitals and a
/// lower-case letter ("OpenSSL", "JavaScript", "ESLint"), unless it may be the name of a person
/// ("McCartney", "DiCaprio", "O'Brien").
pub(crate) fn has_inner_capital(word: &str) -> bool {
    let is_surname = NAME_PREFIXES.iter().any(|prefix| {
        word.strip_prefix(prefix).is_some_and(|rest| {
            let mut letters = rest.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
        })
    });
    !is_surname && word.split(['-', '–', '.', '\'', '’', '&']).any(part_has_inner_capital)
}

fn part_has_inner_capital(part: &str) -> bool {
    let mut letters = part.chars();
    let mut before = letters.next().unwrap_or_default();
    let has_lower = part.chars().any(char::is_lowercase);
    let mut inner = 0;
    for c in letters {
        let is_capital = c.is_uppercase() && (before.is_lowercase() || before.is_numeric());
        inner += usize::from(is_capital || has_lower && c.is_uppercase());
        before = c;
    }
    inner > 0
}

/// Beginnings of surnames that go on with a capital.
const NAME_PREFIXES: [&str; 14] =
    ["Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Van", "Von", "Fitz", "Del", "Della", "Des"];

/// Returns whether a word has a letter and a digit in one part ("V8", "IPv6", "SHA256").
pub(crate) fn mixes_letters_and_digits(word: &str) -> bool {
    word.split('-')
        .any(|part| part.chars().any(char::is_numeric) && part.chars().any(char::is_alphabetic))
}

/// Returns whether a word is the name of a file without an ending ("Makefile", "Dockerfile").
pub(crate) fn is_file_name(word: &str) -> bool {
    word.ends_with("file")
        && word.len() > 4
        && word.starts_with(char::is_uppercase)
        && word != "Profile"
}

/// Returns whether three words or more are joined by capitals ("AsyncLocalStorage"), or two with a
/// number between them ("Http2Session").
pub(crate) fn is_pascal_case(word: &str) -> bool {
    let humps = word.chars().filter(|c| c.is_uppercase()).count();
    let inner = word.trim_end_matches(char::is_numeric);
    (humps >= 3 || humps == 2 && inner.contains(char::is_numeric))
        && word.starts_with(char::is_uppercase)
        && word.chars().all(char::is_alphanumeric)
        && word.split(char::is_uppercase).skip(1).all(|rest| rest.chars().count() >= 2)
}

/// Joins ranges that overlap or touch, sorts them, and drops those that are not in `text`.
pub(crate) fn merged(text: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sorted: Vec<Range<usize>> = ranges
        .iter()
        .filter(|range| text.get((*range).clone()).is_some_and(|text| !text.is_empty()))
        .cloned()
        .collect();
    sorted.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match merged.last_mut().filter(|last| range.start < last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists the identifiers at the starts of words, separated by spaces.
    fn check(text: &str, expected: &str) {
        let mut found = Vec::new();
        let mut at = 0;
        for chunk in text.split_inclusive(' ') {
            let word = chunk.trim_start_matches(['(', '[', '"', '“']);
            let start = at + chunk.len() - word.len();
            if start >= at
                && let Some(length) = text.get(start..).and_then(identifier_length)
            {
                found.push(text.get(start..start + length).unwrap());
            }
            at += chunk.len();
        }
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn addresses_end_before_the_punctuation_after_them() {
        check(
            "See https://example.org/a(b), (www.example.org).",
            "https://example.org/a(b www.example.org",
        );
        check("Write to ada@example.org.", "ada@example.org");
    }

    #[test]
    fn snake_case_and_camel_case_are_identifiers() {
        check(
            "set MAX_AGE or max_age by setMaxAge() in readFile.",
            "MAX_AGE max_age setMaxAge() readFile",
        );
        check("an iPhone on eBay of pH 7", "");
    }

    #[test]
    fn file_names_and_members_are_identifiers() {
        check(
            "package.json, Node.js and util.inspect.custom",
            "package.json Node.js util.inspect.custom",
        );
        check("Ada, Ph.D., of the U.S. at Amazon.com at 5 p.m. (e.g. now).", "");
    }

    #[test]
    fn versions_and_hashes_are_identifiers() {
        check("v8, 1.2.3 and v1.0.0-rc.1 but 2.5 and 1,200", "v8 1.2.3 v1.0.0-rc.1");
        check("[feceb77d7e] and acceded and 1234567", "feceb77d7e");
    }

    #[test]
    fn numbers_in_registers_are_identifiers() {
        check("CVE-2024-27982 (RFC-9110), of KN-23, COVID-19 and US-UK", "CVE-2024-27982 RFC-9110");
    }

    #[test]
    fn handles_paths_and_options_are_identifiers() {
        check("@ada in ./run or /etc/hosts with --force", "@ada ./run /etc/hosts --force");
        check("and/or 24/7 U.S./Japan --Ada /Reuters/", "");
    }

    #[test]
    fn inner_capitals_belong_to_products_and_not_to_surnames() {
        for word in ["OpenSSL", "JavaScript", "ESLint", "NaN"] {
            assert!(has_inner_capital(word), "{word}");
        }
        for word in ["McCartney", "DiCaprio", "O'Brien", "NATO", "Ada", "Cranny-Evans", "U.S."] {
            assert!(!has_inner_capital(word), "{word}");
        }
        assert!(is_pascal_case("AsyncLocalStorage") && !is_pascal_case("YouTube"));
        assert!(is_pascal_case("Http2Session") && !is_pascal_case("BioNTech2"));
    }

    #[test]
    fn overlapping_ranges_are_merged() {
        assert_eq!(merged("abcdef", &[4..9, 2..4, 0..1, 3..5]), [0..1, 2..5]);
    }
}
