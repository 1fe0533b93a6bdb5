//! Tells whether two addresses lead to the same page.

/// The names of parameters by which sites learn where a reader comes from.
const TRACKING: [&str; 12] = [
    "fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "mc_cid", "mc_eid", "mkt_tok",
    "oref", "ref_src", "cmpid",
];

/// The start of the names of others.
const TRACKING_START: &str = "utm_";

/// An address in the spelling that all addresses of a page share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageAddress {
    /// The host, the path and the query.
    pub(crate) spelling: String,
    /// True if it is the first page of a site, which feeds and books name as the address of
    /// everything in them.
    pub(crate) is_front_page: bool,
}

impl PageAddress {
    /// Returns the address of a page, without what makes no difference: the scheme, `www.`, the
    /// case of the host, a slash at the end, parameters for tracking, and the fragment, unless it
    /// is a path.
    pub(crate) fn new(url: &str) -> Option<Self> {
        let (scheme, rest) = url.trim().split_once("://")?;
        if !["http", "https"].iter().any(|it| scheme.eq_ignore_ascii_case(it)) {
            return None;
        }
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = host.to_ascii_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host);
        let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(host);
        if host.is_empty() {
            return None;
        }
        let path = path.trim_end_matches('/');
        let mut spelling = format!("{host}/{path}");
        let mut separator = '?';
        for parameter in query.split('&').filter(|it| !it.is_empty() && !is_tracking(it)) {
            spelling.push(separator);
            spelling.push_str(parameter);
            separator = '&';
        }
        // Some programs in pages keep their path there.
        let is_path = fragment.starts_with(['!', '/']);
        if is_path {
            spelling.push('#');
            spelling.push_str(fragment);
        }
        let is_front_page = spelling.len() == host.len() + 1;
        Some(Self { spelling, is_front_page })
    }
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with(TRACKING_START) || TRACKING.contains(&&*name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(PageAddress::new(url).map(|it| it.spelling).as_deref(), expected, "{url}");
    }

    #[test]
    fn spellings_of_one_page_agree() {
        for url in [
            "https://a.example/b",
            "http://www.A.example/b/",
            "HTTPS://a.example:443/b#part",
            "https://a.example/b?utm_source=x&UTM_MEDIUM=y&fbclid=z",
        ] {
            check(url, Some("a.example/b"));
        }
    }

    #[test]
    fn other_pages_differ() {
        check("https://a.example/b?id=1&utm_source=x&page=2", Some("a.example/b?id=1&page=2"));
        check("https://a.example/B", Some("a.example/B"));
        check("https://a.example/#!/b", Some("a.example/#!/b"));
        check("https://a.example:8080/b", Some("a.example:8080/b"));
        for url in ["", "mailto:a@b.example", "https://", "https:///x", "a.example/b"] {
            check(url, None);
        }
    }

    #[test]
    fn the_front_page_has_neither_path_nor_query() {
        let is_front = |url: &str| PageAddress::new(url).unwrap().is_front_page;
        assert!(is_front("https://a.example") && is_front("https://www.a.example/#top"));
        assert!(!is_front("https://a.example/b") && !is_front("https://a.example/?b"));
    }
}
