//! Takes addresses apart.

use percent_encoding::percent_decode_str;

/// The endings that an address may have in place of an article's.
const ENDINGS: &[&str] = &["md", "mdx", "markdown", "txt", "html", "htm"];

/// The names of the page of a folder.
const FOLDER_PAGES: &[&str] = &["index", "_index", "readme"];

/// The decoded parts of an address that matter here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) path: String,
    pub(super) fragment: String,
}

impl Address {
    pub(super) fn parse(spelled: &str) -> Self {
        let (rest, fragment) = spelled.split_once('#').unwrap_or((spelled, ""));
        let path = rest.split('?').next().unwrap_or_default();
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        Self { path: decode(path.trim()), fragment: decode(fragment) }
    }
}

/// Returns the folder of a path, without a slash at its end.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// Returns the form of a path in which links are compared: in lower case, with `/` between folders,
/// and without the ending and without the name of a folder's page.
pub(super) fn key(path: &str) -> String {
    let path = path.replace('\\', "/").to_lowercase();
    let path = path.trim_matches('/');
    let path = match path.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.contains(&ending) => stem,
        _ => path,
    };
    match path.rsplit_once('/') {
        Some((folder, name)) if FOLDER_PAGES.contains(&name) => folder.to_owned(),
        None if FOLDER_PAGES.contains(&path) => String::new(),
        _ => path.to_owned(),
    }
}

/// Returns the form of an absolute URL in which links are compared: without scheme, fragment and
/// slash at its end.
pub(super) fn url_key(url: &str) -> Option<String> {
    let lower = url.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"))?;
    let rest = rest.split('#').next().unwrap_or_default().trim_end_matches('/');
    Some(rest.strip_prefix("www.").unwrap_or(rest).to_owned())
}

/// Returns scheme and host of a URL.
pub(super) fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url.get(host..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| host + at);
    url.get(..end).unwrap_or(url)
}

/// Returns the letters and digits of a text in lower case.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::resolve_path;

    #[test]
    fn paths_are_joined_within_the_folder() {
        for (folder, relative, expected) in [
            ("a/b", "c.md", "a/b/c.md"),
            ("a/b", "../c.md", "a/c.md"),
            ("a/b", "./../../../c.md", "c.md"),
            ("", "c", "c"),
        ] {
            assert_eq!(resolve_path(folder, relative), expected);
        }
    }

    #[test]
    fn spellings_of_one_page_have_one_key() {
        for path in ["a/b.md", "/a/b/", "A/B.html", "a\\b.mdx", "a/b/index.md", "a/b/README.md"] {
            assert_eq!(key(path), "a/b", "{path}");
        }
        assert_eq!(key("release/v4.2.0"), "release/v4.2.0");
        assert_eq!(key("index.md"), "");
    }

    #[test]
    fn addresses_are_taken_apart() {
        let address = Address::parse("a%20b.md?x=1#Part%20One");
        assert_eq!((&*address.path, &*address.fragment), ("a b.md", "Part One"));
        assert_eq!(url_key("https://www.Example.org/a/#b").as_deref(), Some("example.org/a"));
        assert_eq!(url_key("/a"), None);
        assert_eq!(origin("https://example.org/a/b"), "https://example.org");
    }
}
