//! The addresses of articles, and of the files that the page requests when a reader exports.

use crate::ExportFormat;

/// Stands in these files for the site's URL, which only the browser knows. The host never exists
/// (RFC 2606).
pub const BASE_URL_PLACEHOLDER: &str = "https://address.invalid/";

/// The path of the file with the formats and rows of all items, relative to the base.
pub const ITEMS: &str = "items.json";

/// The path of the file that identifies the items and their texts, relative to the base.
pub const VERSIONS: &str = "versions.json";

/// Returns the path of a file with rows of many items in a format, relative to the base. Files are
/// numbered from 0.
pub fn rows_file(format: ExportFormat, number: usize) -> String {
    format!("items/{}-{number}.json", format.key())
}

/// Returns the percent-encoded path of an article's page, relative to the base.
pub fn article_path(slug: &str) -> String {
    let mut path = String::from("article/");
    percent_encode(slug, &mut path);
    path.push('/');
    path
}

/// Returns an article's URL, which starts with [`BASE_URL_PLACEHOLDER`].
pub fn article_url(slug: &str) -> String {
    [BASE_URL_PLACEHOLDER, &article_path(slug)].concat()
}

/// Returns the path of the file with an article's citations, relative to the base. It is not
/// percent-encoded, because hosts decode paths; browsers encode it when they request it.
pub fn citations(slug: &str) -> String {
    ["article/", slug, "/cite.json"].concat()
}

/// Returns the path of the file with an article as Markdown, relative to the base. All hosts serve
/// its ending as text.
pub fn markdown(slug: &str) -> String {
    ["article/", slug, "/article.txt"].concat()
}

/// Appends a text, percent-encoded as `application/x-www-form-urlencoded` in the WHATWG URL
/// Standard. Slugs in paths have the same encoding, since they contain neither spaces nor plus
/// signs.
pub fn percent_encode(text: &str, out: &mut String) {
    const HEX: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => out.extend(['%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]),
        }
    }
}
