//! Resolves the relative addresses of a page against its own.

use cuttings_corpus::{Address, address};

/// Returns the target of an address within a page at `base`: an absolute URL with a safe scheme.
pub(crate) fn resolve(base: Option<&str>, spelling: &str) -> Option<String> {
    match address(spelling) {
        Address::Url(url) => Some(url),
        Address::Relative(path) => web(&join(base?, &path)),
        Address::Fragment(_) | Address::Unsafe => None,
    }
}

/// Returns a URL of the web in its safe spelling, or `None` if it is none.
pub(crate) fn web(url: &str) -> Option<String> {
    match address(url) {
        Address::Url(url) => {
            let start = url.get(..8)?.to_ascii_lowercase();
            (start == "https://" || start.starts_with("http://")).then_some(url)
        }
        _ => None,
    }
}

/// Returns an address as a title: without its scheme and its query.
pub(crate) fn title_of(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let title = rest.trim_start_matches("www.").trim_end_matches('/');
    if title.is_empty() { url.to_owned() } else { title.to_owned() }
}

/// Joins a relative reference to a URL of the web, by RFC 3986.
fn join(base: &str, reference: &str) -> String {
    let base = base.split('#').next().unwrap_or_default();
    let (scheme, rest) = base.split_once("://").unwrap_or(("https", base));
    let (host, path) = match rest.find(['/', '?']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let path = path.split('?').next().unwrap_or_default();
    if reference.starts_with('?') {
        return format!("{scheme}://{host}{path}{reference}");
    }
    let end = reference.find(['?', '#']).unwrap_or(reference.len());
    let (reference, suffix) = reference.split_at(end);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = match reference.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{reference}"),
    };
    let mut pieces: Vec<&str> = Vec::new();
    let mut is_folder = false;
    for piece in joined.trim_start_matches('/').split('/') {
        is_folder = matches!(piece, "" | "." | "..");
        match piece {
            "" | "." => {}
            ".." => {
                pieces.pop();
            }
            _ => pieces.push(piece),
        }
    }
    let slash = if is_folder && !pieces.is_empty() { "/" } else { "" };
    format!("{scheme}://{host}/{}{slash}{suffix}", pieces.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reference: &str, expected: Option<&str>) {
        let base = Some("https://a.example/b/c.html?d#e");
        assert_eq!(resolve(base, reference).as_deref(), expected, "{reference}");
    }

    #[test]
    fn relative_addresses_are_resolved() {
        check("x.html", Some("https://a.example/b/x.html"));
        check("../x/", Some("https://a.example/x/"));
        check("../../../x", Some("https://a.example/x"));
        check("/x?y#z", Some("https://a.example/x?y#z"));
        check("?y", Some("https://a.example/b/c.html?y"));
        check("//other.example/x", Some("https://other.example/x"));
        check("https://other.example", Some("https://other.example"));
        check("mailto:a@b.example", Some("mailto:a@b.example"));
    }

    #[test]
    fn unsafe_addresses_lead_nowhere() {
        check("javascript:alert(1)", None);
        check("data:text/html,x", None);
        check("#e", None);
        assert_eq!(resolve(None, "x.html"), None);
        assert_eq!(resolve(Some("file:///C:/x.html"), "javascript:1"), None);
        assert_eq!(web("mailto:a@b.example"), None);
    }
}
