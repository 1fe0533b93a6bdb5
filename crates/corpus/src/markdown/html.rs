//! Extracts the text of HTML inside Markdown.

/// Elements that do not separate words.
#[rustfmt::skip]
const INLINE_ELEMENTS: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "u",
];

/// The entities that HTML cannot do without. The ampersand is last, so that nothing is decoded
/// twice.
const ENTITIES: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", "\u{a0}"),
    ("&amp;", "&"),
];

/// Returns the text of a piece of HTML, and the tags and comments that were removed from it.
///
/// A tag other than an inline element's becomes a space. A `<` that opens no complete tag is text.
pub(super) fn text_and_tags(html: &str) -> (String, Vec<String>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let Some(end) = tag_end(from) else {
            text.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        let (tag, after) = from.split_at(end);
        if !INLINE_ELEMENTS.contains(&&*element_name(tag)) {
            text.push(' ');
        }
        tags.push(tag.split_whitespace().collect::<Vec<_>>().join(" "));
        rest = after;
    }
    text.push_str(rest);
    for (entity, character) in ENTITIES {
        text = text.replace(entity, character);
    }
    (text, tags)
}

/// Returns the offset after the tag or comment that opens `html`, or `None` if it opens none.
fn tag_end(html: &str) -> Option<usize> {
    let second = html.chars().nth(1)?;
    if !second.is_ascii_alphabetic() && !matches!(second, '/' | '!' | '?') {
        return None;
    }
    match html.starts_with("<!--") {
        true => html.find("-->").map(|end| end + 3),
        false => html.find('>').map(|end| end + 1),
    }
}

fn element_name(tag: &str) -> String {
    let name = tag.chars().skip(1).skip_while(|c| *c == '/');
    name.take_while(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
