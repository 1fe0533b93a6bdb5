//! Small text functions. The standard library's own are general, and would add more to the
//! download; see `bench/RESULTS.md`.

/// Returns the byte offset of the first `part` in `text`.
pub fn find(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// Returns a number in decimal digits, without the formatting machinery of the standard library.
pub fn decimal(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Returns the host of a web address without "www.", or `None` if it is no web address.
pub fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    let place = rest.get(..end.unwrap_or(rest.len()))?;
    let start = place.bytes().rposition(|byte| byte == b'@').map_or(0, |at| at + 1);
    let host = place.get(start..)?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Returns the writing direction of a language, as a value of `dir`. For an unknown language the
/// browser decides by the first letters of the element.
pub fn direction(language: Option<&str>) -> &'static str {
    let first = language.map(|tag| tag.split('-').next().unwrap_or_default());
    if first.is_some_and(|first| RIGHT_TO_LEFT.contains(&first)) { "rtl" } else { "auto" }
}

/// Concatenates texts with `separator` between them.
pub fn join(parts: &[String], separator: &str) -> String {
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        out.push_str(part);
    }
    out
}

/// Returns a value with its label: "Section: Weather".
pub fn labelled(label: &str, value: &str) -> String {
    msg!("labelled", label = label, value = value)
}

/// Returns a list in words: "Kyiv, Odesa and Lviv".
pub fn listed(list: &[&str]) -> String {
    let mut text = String::new();
    for (position, part) in list.iter().enumerate() {
        text.push_str(&separator(position, list.len()));
        text.push_str(part);
    }
    text
}

/// Returns the text before an element of a list in words, by its position and the number of
/// elements.
pub fn separator(position: usize, count: usize) -> String {
    match position {
        0 => String::new(),
        position if position + 1 == count => msg!("list-end", most = "", last = ""),
        _ => msg!("list-separator").to_owned(),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lists_are_words_with_separators() {
        let check = |list: &[&str], expected: &str| {
            assert_eq!(listed(list), expected);
            let parts = list.iter().enumerate();
            let parts = parts.map(|(at, part)| [&separator(at, list.len()), *part].concat());
            assert_eq!(parts.collect::<String>(), expected);
        };
        check(&[], "");
        check(&["Kyiv"], "Kyiv");
        check(&["Kyiv", "Lviv"], "Kyiv and Lviv");
        check(&["Kyiv", "Odesa", "Lviv"], "Kyiv, Odesa and Lviv");
    }

    #[test]
    fn direction_follows_the_primary_language() {
        for (language, expected) in [
            (None, "auto"),
            (Some("en"), "auto"),
            (Some("ar"), "rtl"),
            (Some("he-IL"), "rtl"),
            (Some("argot"), "auto"),
        ] {
            assert_eq!(direction(language), expected, "{language:?}");
        }
    }

    #[test]
    fn hosts_are_found() {
        for (url, expected) in [
            ("https://example.org/a?b#c", Some("example.org")),
            ("https://www.example.org", Some("example.org")),
            ("https://ada@example.org:8080", Some("example.org:8080")),
            ("http://example.org?q=//", Some("example.org")),
            ("mailto:ada@example.org", None),
            ("javascript:alert(1)", None),
            ("/a", None),
            ("https://", None),
            ("", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    proptest! {
        #[test]
        fn join_agrees_with_the_standard_library(parts in prop::collection::vec(".*", 0..4)) {
            prop_assert_eq!(join(&parts, ", "), parts.join(", "));
        }

        #[test]
        fn decimal_agrees_with_the_standard_library(number in any::<u64>(), few in 0..1000_u64) {
            prop_assert_eq!(decimal(number), number.to_string());
            prop_assert_eq!(decimal(few), few.to_string());
        }

        #[test]
        fn find_agrees_with_the_standard_library(text in "[abé]{0,12}", part in "[abé]{0,3}") {
            prop_assert_eq!(find(&text, &part), text.find(&part));
        }
    }
}
