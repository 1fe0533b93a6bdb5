//! Decides where the address of a link or a picture leads, and refuses unsafe ones.

use crate::block::LinkTarget;

/// An address of a link or a picture, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// An absolute URL with a safe scheme.
    Url(String),
    /// An address relative to the seed, as the seed spells it.
    Relative(String),
    /// The fragment of the same page, without its `#`.
    Fragment(String),
    /// An address with a scheme that no page may follow, or none at all.
    Unsafe,
}

/// Judges an address. Browsers ignore control characters and white space around and inside of a
/// scheme, so these do not hide one.
pub fn address(spelling: &str) -> Address {
    let spelling = spelling.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let Some(scheme) = scheme(spelling) else {
        return match spelling.strip_prefix('#') {
            _ if spelling.is_empty() => Address::Unsafe,
            Some(fragment) => Address::Fragment(fragment.to_owned()),
            None => match spelling.strip_prefix("//") {
                Some(rest) => hosted(&format!("https://{rest}")),
                None => Address::Relative(spelling.to_owned()),
            },
        };
    };
    let (spelled, rest) = spelling.split_once(':').unwrap_or_default();
    let spelled = if spelled.eq_ignore_ascii_case(&scheme) { spelled } else { &scheme };
    let url = || format!("{spelled}:{rest}");
    match scheme.as_str() {
        "http" | "https" => hosted(&url()),
        "mailto" | "tel" if !rest.is_empty() => Address::Url(encoded(&url())),
        _ => Address::Unsafe,
    }
}

/// Returns the target of a link, or `None` if it leads nowhere.
pub fn link_target(spelling: &str) -> Option<LinkTarget> {
    match address(spelling) {
        Address::Url(url) => Some(LinkTarget::Url(url)),
        Address::Relative(path) => Some(LinkTarget::Relative(path)),
        Address::Fragment(fragment) => Some(LinkTarget::Relative(format!("#{fragment}"))),
        Address::Unsafe => None,
    }
}

/// Returns the scheme of an address in lower case, without the colon.
fn scheme(address: &str) -> Option<String> {
    let mut scheme = String::new();
    for c in address.chars() {
        match c {
            ':' => return Some(scheme).filter(|scheme| !scheme.is_empty()),
            // Browsers skip these.
            _ if c.is_control() || c.is_whitespace() => {}
            'a'..='z' | 'A'..='Z' => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(c),
            _ => return None,
        }
    }
    None
}

/// Returns a URL of the web, if it names a host.
fn hosted(url: &str) -> Address {
    let host = url.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//")).unwrap_or("");
    match host.chars().next() {
        Some(c) if c.is_alphanumeric() || matches!(c, '[' | '_' | '-' | '%') => {
            Address::Url(encoded(url))
        }
        _ => Address::Unsafe,
    }
}

/// Percent-encodes what no URL may contain, and leaves the rest as it is spelled.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            _ if c.is_control() => {}
            '"' | '<' | '>' | '`' | '\\' | '{' | '}' | '|' | '^' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            _ if c.is_whitespace() => out.push_str("%20"),
            _ => out.push(c),
        }
    }
    out
}

/// Returns the last piece of an address's path, for a picture without alternative text.
pub fn last_piece(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let piece = path.rsplit('/').next().unwrap_or_default();
    if piece.is_empty() { address } else { piece }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spelling: &str, expected: &Address) {
        assert_eq!(address(spelling), *expected, "{spelling:?}");
    }

    #[test]
    fn safe_schemes_are_kept() {
        for url in ["https://a.example/b?c#d", "HTTP://a.example", "mailto:a@b.example", "tel:+1"] {
            check(url, &Address::Url(url.to_owned()));
        }
        check("//a.example/b", &Address::Url("https://a.example/b".to_owned()));
        check("ht\u{a0}tps://a.example", &Address::Url("https://a.example".to_owned()));
        check("https://a.example/a b\"c", &Address::Url("https://a.example/a%20b%22c".to_owned()));
    }

    #[test]
    fn relative_addresses_keep_their_spelling() {
        for path in ["a.md", "../b.md#c", "/d/", "?q=1", "10:30.html", "a/b:c", "12:x"] {
            check(path, &Address::Relative(path.to_owned()));
        }
        check("#a", &Address::Fragment("a".to_owned()));
    }

    #[test]
    fn other_schemes_are_unsafe_however_they_are_spelled() {
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript :alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "C:\\x",
            "https:",
            "http://",
            "https:a",
            "https:///a",
            "https:/a?b=https://c.example",
            "mailto:",
            "",
            " ",
        ] {
            check(url, &Address::Unsafe);
        }
    }
}
