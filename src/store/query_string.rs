//! Parses and prints query strings, `?a=b&c=d`, as pairs of texts:
//! `application/x-www-form-urlencoded` as the WHATWG URL Standard defines it. Slugs in paths have
//! the same encoding, since they contain neither spaces nor plus signs.

use cuttings_exports::address::percent_encode as encode;

/// Returns the pairs of a query string, with or without its `?`, in order. Repeated keys stay
/// repeated.
///
/// Never fails: a `%` that starts no escape stands for itself, and text that is not UTF-8 once
/// decoded stays encoded.
pub fn parse(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    text.strip_prefix('?').unwrap_or(text).split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key), decode(value))
    })
}

/// Prints pairs as a query string without its `?`; empty if there are no pairs.
pub fn print<'a, T: AsRef<str>>(pairs: impl IntoIterator<Item = (&'a str, T)>) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        encode(key, &mut out);
        out.push('=');
        encode(value.as_ref(), &mut out);
    }
    out
}

/// Returns a percent-encoded text, decoded, or as it is if that is not UTF-8.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'+' => out.push(b' '),
            b'%' => match (hex(bytes.get(at)), hex(bytes.get(at + 1))) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    at += 2;
                }
                _ => out.push(b'%'),
            },
            _ => out.push(byte),
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    match digit? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
        digit @ b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let pairs: Vec<(String, String)> = parse(text).collect();
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(key, value)| (&key[..], &value[..])).collect();
        assert_eq!(pairs, expected);
    }

    #[test]
    fn parses_any_text() {
        check("", &[]);
        check("?", &[]);
        check("?&&", &[]);
        check("q", &[("q", "")]);
        check("?q=north+korea", &[("q", "north korea")]);
        check("q=a%20b%2Bc", &[("q", "a b+c")]);
        check("section=a&section=b", &[("section", "a"), ("section", "b")]);
        check("q=100%&r=%zz%4", &[("q", "100%"), ("r", "%zz%4")]);
        check("q=%E2%80%9Ckyiv%E2%80%9d", &[("q", "“kyiv”")]);
        check("q=%FF", &[("q", "%FF")]);
        check("q=a=b", &[("q", "a=b")]);
    }

    proptest! {
        #[test]
        fn round_trips(pairs in prop::collection::vec((".+", ".*"), 0..5)) {
            let text = print(pairs.iter().map(|(key, value)| (&key[..], &value[..])));
            prop_assert!(text.is_ascii());
            prop_assert_eq!(parse(&text).collect::<Vec<_>>(), pairs);
        }

        #[test]
        fn parsing_never_panics(text in ".*") {
            let _ = parse(&text).count();
        }
    }
}
