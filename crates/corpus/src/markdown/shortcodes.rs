//! Reads the shortcodes of Hugo and the tags of Jekyll, Eleventy and MDX: what they are called, and
//! their arguments.

use crate::block::Picture;

use crate::targets;

/// A shortcode that means something without its program.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shortcode {
    /// A picture with its caption.
    Picture {
        picture: Picture,
        caption: String,
        /// True if nothing else was in the shortcode.
        is_complete: bool,
    },
    /// The address of another seed.
    Reference(String),
    /// The start of a comment, and the name of its end.
    Comment { end: &'static str },
    /// The start of code, its language, and the name of its end.
    Code { language: String, end: &'static str },
    /// A shortcode that is shown as text.
    Escaped,
    /// Any other.
    Other,
}

/// The keys of arguments that say how a picture looks rather than what it is.
const STYLE_KEYS: &[&str] =
    &["class", "width", "height", "align", "loading", "style", "id", "lazy", "resize", "position"];

/// Reads a shortcode with its braces.
pub(super) fn parse(source: &str) -> Shortcode {
    let is_hugo = source.starts_with("{{");
    let inner = source.trim_matches(['{', '}', '<', '>', '%']);
    let inner = inner.trim().trim_matches('-').trim();
    if inner.starts_with("/*") {
        return Shortcode::Escaped;
    }
    let inner = inner.trim_end_matches('/').trim_end();
    let (name, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    // The arguments are read where they count, since a tag that nothing closes may be long.
    let first = || arguments(rest).into_iter().next().map(|(_, value)| value);
    match name {
        "ref" | "relref" | "link" | "post_url" => match first().filter(|it| !it.is_empty()) {
            Some(first) if name == "post_url" => Shortcode::Reference(format!("{first}.md")),
            Some(first) => Shortcode::Reference(first),
            None => Shortcode::Other,
        },
        "comment" => Shortcode::Comment { end: "endcomment" },
        "highlight" => {
            let end = if is_hugo { "/highlight" } else { "endhighlight" };
            let language = rest.split_whitespace().next().unwrap_or_default();
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_');
            let language = language.chars().filter(|c| is_name(*c)).collect();
            Shortcode::Code { language, end }
        }
        "figure" | "img" | "image" | "picture" | "include" | "include_cached"
        | "responsive_image" => picture(&arguments(rest)).unwrap_or(Shortcode::Other),
        _ => Shortcode::Other,
    }
}

/// Returns the picture that the arguments of a shortcode describe.
fn picture(arguments: &[(Option<String>, String)]) -> Option<Shortcode> {
    let named = |keys: &[&str]| {
        keys.iter().find_map(|wanted| {
            let mut arguments = arguments.iter();
            arguments
                .find(|(key, _)| key.as_deref() == Some(wanted))
                .map(|(_, value)| value.clone())
        })
    };
    const PATH_KEYS: &[&str] = &["src", "image_path", "path", "file", "url", "image"];
    const CAPTION_KEYS: &[&str] = &["caption", "title"];
    let path = named(PATH_KEYS).or_else(|| {
        let mut positional = arguments.iter().filter(|(key, _)| key.is_none());
        positional.find(|(_, value)| is_picture(value)).map(|(_, value)| value.clone())
    });
    let path = path.filter(|path| !path.is_empty())?;
    let caption = named(CAPTION_KEYS).unwrap_or_default();
    let alt = named(&["alt"]).unwrap_or_else(|| caption.clone());
    let is_complete = arguments.iter().all(|(key, _)| {
        key.as_deref().is_none_or(|key| {
            let known = [PATH_KEYS, CAPTION_KEYS, STYLE_KEYS, &["alt"]];
            known.iter().any(|keys| keys.contains(&key))
        })
    });
    Some(Shortcode::Picture { picture: Picture { path, alt, size: None }, caption, is_complete })
}

/// Returns the picture and the caption of a JSX element such as `<Image src="a.png" alt="A" />`.
pub(super) fn jsx_picture(source: &str) -> Option<(Picture, String)> {
    let inner = source.trim_matches(['<', '>', '/']);
    let (name, rest) = inner.split_once(char::is_whitespace)?;
    if !["image", "img", "figure", "picture"].contains(&&*name.to_ascii_lowercase()) {
        return None;
    }
    match picture(&arguments(rest))? {
        Shortcode::Picture { picture, caption, .. } => Some((picture, caption)),
        _ => None,
    }
}

/// Returns whether an address names a picture by its extension.
pub(super) fn is_picture(path: &str) -> bool {
    let extension = targets::last_piece(path).rsplit_once('.').map_or("", |(_, it)| it);
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}

/// Returns the address that a template's expression within an address stands for:
/// `{{ "/a" | relative_url }}` is `/a`, and `{{ site.baseurl }}` is the site's root.
pub(super) fn value_of_expression(source: &str) -> String {
    quoted(source).unwrap_or_default().to_owned()
}

/// Returns the first text in quotation marks.
fn quoted(source: &str) -> Option<&str> {
    let start = source.find(['"', '\''])?;
    let quote = source.get(start..)?.chars().next()?;
    source.get(start + 1..)?.split(quote).next()
}

/// Splits arguments into keys, where they have one, and values.
fn arguments(text: &str) -> Vec<(Option<String>, String)> {
    let mut arguments = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let key_end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')));
        let key_end = key_end.unwrap_or(rest.len());
        let (key, after) = rest.split_at(key_end);
        let (key, value) = match after.trim_start().strip_prefix(['=', ':']) {
            Some(value) if !key.is_empty() => (Some(key.to_owned()), value.trim_start()),
            _ => (None, rest),
        };
        let (value, after) = argument(value);
        arguments.push((key, value.trim().to_owned()));
        rest = after.trim_start_matches([',', ' ', '\t', '\n', '\r']);
    }
    arguments
}

/// Splits the value off that opens a text: in quotation marks, in braces, or up to a space.
fn argument(text: &str) -> (&str, &str) {
    let Some(first) = text.chars().next() else { return ("", "") };
    let after = text.get(first.len_utf8()..).unwrap_or_default();
    let closing = match first {
        '"' | '\'' | '`' => first,
        '“' => '”',
        '{' => '}',
        _ => {
            let end = text.find(char::is_whitespace).unwrap_or(text.len()).max(first.len_utf8());
            return text.split_at(end);
        }
    };
    let Some((value, rest)) = after.split_once(closing) else { return (after, "") };
    match first {
        // An expression: its first text is the best guess, as in `require("./a.png")`.
        '{' => (quoted(value).unwrap_or(value), rest.trim_start_matches('}')),
        _ => (value, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_alt_caption(source: &str) -> (String, String, String) {
        match parse(source) {
            Shortcode::Picture { picture, caption, .. } => (picture.path, picture.alt, caption),
            other => (format!("{other:?}"), String::new(), String::new()),
        }
    }

    #[test]
    fn pictures_are_read_from_the_shortcodes_of_several_generators() {
        for (source, path, alt, caption) in [
            (
                r#"{{< figure src="a.png" alt="A boat" caption="At dawn" >}}"#,
                "a.png",
                "A boat",
                "At dawn",
            ),
            (r#"{{< figure src=a.png title='At dawn' />}}"#, "a.png", "At dawn", "At dawn"),
            (r#"{% include image.html src="a.png" alt="A boat" %}"#, "a.png", "A boat", ""),
            (r#"{% include figure image_path="/a/b.png" caption="C" %}"#, "/a/b.png", "C", "C"),
            ("{% img left /a/b.jpg 100 200 %}", "/a/b.jpg", "", ""),
            (r#"{% image "a.png", alt: "A boat" %}"#, "a.png", "A boat", ""),
        ] {
            let expected = (path.to_owned(), alt.to_owned(), caption.to_owned());
            assert_eq!(path_alt_caption(source), expected, "{source}");
        }
    }

    #[test]
    fn other_shortcodes_are_told_apart() {
        assert_eq!(parse("{{< ref \"b.md\" >}}"), Shortcode::Reference("b.md".to_owned()));
        assert_eq!(
            parse("{% post_url 2024-05-16-b %}"),
            Shortcode::Reference("2024-05-16-b.md".to_owned())
        );
        assert_eq!(parse("{{</* figure */>}}"), Shortcode::Escaped);
        assert_eq!(parse("{%- comment -%}"), Shortcode::Comment { end: "endcomment" });
        let code = Shortcode::Code { language: "c++".to_owned(), end: "endhighlight" };
        assert_eq!(parse("{% highlight c++ linenos %}"), code);
        assert_eq!(parse("{% include header.html %}"), Shortcode::Other);
        assert_eq!(parse("{{% notice %}}"), Shortcode::Other);
        assert_eq!(value_of_expression("{{ \"/a\" | relative_url }}"), "/a");
        assert_eq!(value_of_expression("{{ site.baseurl }}"), "");
    }

    #[test]
    fn jsx_pictures_are_read() {
        let picture = |source| jsx_picture(source).map(|(picture, _)| (picture.path, picture.alt));
        let expected = Some(("a.png".to_owned(), "A".to_owned()));
        assert_eq!(picture("<Image src=\"a.png\" alt=\"A\" />"), expected);
        assert_eq!(picture("<img src={require('a.png').default} alt=\"A\"/>"), expected);
        assert_eq!(picture("<Tabs src=\"a.png\">"), None);
    }
}
