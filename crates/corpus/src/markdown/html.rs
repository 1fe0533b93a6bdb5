//! Splits HTML into tags and text.
//!
//! It reads tags by the grammar of CommonMark, which is strict, so that a `<` of running text stays
//! text. What an element means is decided in [`elements`](super::elements).

use pulldown_cmark::{Event, Parser};

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text with its entities, and its offset.
    Text(&'a str, usize),
    /// An opening tag.
    Open(Tag<'a>),
    /// The name of a closing tag, in lower case.
    Close(String),
    /// A comment, a declaration or a processing instruction.
    Comment,
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The name in lower case.
    pub(super) name: String,
    /// The tag as the seed spells it.
    pub(super) source: &'a str,
    /// The attributes: names in lower case, and values with their entities decoded.
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag<'_> {
    /// Returns the value of the first attribute of this name that has one.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| &**value)
    }

    /// Returns the attributes that give the element a name by which links find it.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let is_anchor = self.name == "a";
        let attributes = self.attributes.iter();
        let ids = attributes.filter(move |(key, _)| key == "id" || (is_anchor && key == "name"));
        ids.map(|(_, value)| &**value).filter(|id| !id.is_empty())
    }
}

/// Returns the pieces of some HTML.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut scanner = Scanner::new(html);
    let mut text_start = 0;
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        match scanner.token(start) {
            None => at = start + 1,
            Some((token, end)) => {
                push_text(&mut tokens, html, text_start, start);
                tokens.push(token);
                (at, text_start) = (end, end);
            }
        }
    }
    push_text(&mut tokens, html, text_start, html.len());
    tokens
}

fn push_text<'a>(tokens: &mut Vec<Token<'a>>, html: &'a str, start: usize, end: usize) {
    if let Some(text) = html.get(start..end).filter(|text| !text.is_empty()) {
        tokens.push(Token::Text(text, start));
    }
}

struct Scanner<'a> {
    html: &'a str,
    /// The bytes that may still be read in vain. It bounds the cost of tags that never end.
    budget: usize,
}

impl<'a> Scanner<'a> {
    fn new(html: &'a str) -> Self {
        Self { html, budget: html.len().saturating_mul(8) }
    }

    /// Returns the tag or comment at an offset, and the offset after it.
    fn token(&mut self, start: usize) -> Option<(Token<'a>, usize)> {
        let rest = self.html.get(start..)?;
        let second = rest.chars().nth(1)?;
        let token = match second {
            '!' if rest.starts_with("<!--") => {
                self.until(rest, "-->").map(|end| (Token::Comment, end))
            }
            '!' | '?' => self.until(rest, ">").map(|end| (Token::Comment, end)),
            '/' => closing(rest),
            c if c.is_ascii_alphabetic() => self.opening(rest),
            _ => None,
        };
        token.map(|(token, length)| (token, start + length))
    }

    fn until(&mut self, rest: &str, end: &str) -> Option<usize> {
        if rest.len() > self.budget {
            return None;
        }
        let found = rest.find(end).map(|at| at + end.len());
        if found.is_none() {
            self.budget = self.budget.saturating_sub(rest.len());
        }
        found
    }

    fn opening(&mut self, rest: &'a str) -> Option<(Token<'a>, usize)> {
        if self.budget == 0 {
            return None;
        }
        let mut reader = Reader { text: rest, at: 1 };
        let tag = reader.tag();
        if tag.is_none() {
            self.budget = self.budget.saturating_sub(reader.at);
        }
        tag.map(|tag| (Token::Open(tag), reader.at))
    }
}

fn closing(rest: &str) -> Option<(Token<'_>, usize)> {
    let end = rest.bytes().take(MAX_CLOSING_TAG_BYTES).position(|byte| byte == b'>')?;
    let name = rest.get(2..end)?.trim_end();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_name);
    is_name.then(|| (Token::Close(name.to_ascii_lowercase()), end + 1))
}

/// A closing tag is shorter than this.
const MAX_CLOSING_TAG_BYTES: usize = 200;

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':' | '_')
}

/// Reads one opening tag.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn tag(&mut self) -> Option<Tag<'a>> {
        let name = self.take(is_name).to_ascii_lowercase();
        let mut attributes = Vec::new();
        loop {
            let spaces = self.take(char::is_whitespace);
            match self.peek()? {
                '>' => {
                    self.at += 1;
                    let source = self.text.get(..self.at).unwrap_or_default();
                    return Some(Tag { name, source, attributes });
                }
                '/' => self.at += 1,
                c if !spaces.is_empty() && (is_name(c) || c == '@') => {
                    let key = self.take(|c| is_name(c) || c == '@').to_ascii_lowercase();
                    attributes.push((key, self.value()?));
                }
                _ => return None,
            }
        }
    }

    /// Reads the value of an attribute; without one it is empty.
    fn value(&mut self) -> Option<String> {
        let before = self.at;
        self.take(char::is_whitespace);
        if self.peek() != Some('=') {
            self.at = before;
            return Some(String::new());
        }
        self.at += 1;
        self.take(char::is_whitespace);
        let value = match self.peek()? {
            quote @ ('"' | '\'') => {
                self.at += 1;
                let value = self.take(|c| c != quote);
                self.peek()?;
                self.at += 1;
                value
            }
            _ => self
                .take(|c| !c.is_whitespace() && !matches!(c, '"' | '\'' | '=' | '<' | '>' | '`')),
        };
        Some(decoded(value))
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn take(&mut self, accepts: impl Fn(char) -> bool) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find(|c| !accepts(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }
}

/// Replaces the entities of a text by their characters.
pub fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.char_indices().take(MAX_ENTITY_BYTES).find(|(_, c)| *c == ';');
        let entity = end.and_then(|(end, _)| from.get(..=end));
        match entity.and_then(|entity| Some((entity, character(entity)?))) {
            Some((entity, character)) => {
                out.push_str(&character);
                rest = from.get(entity.len()..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The longest name of an entity has 31 letters, besides `&` and `;`.
const MAX_ENTITY_BYTES: usize = 33;

/// Returns the character of an entity such as `&eacute;`. The Markdown parser has the table.
fn character(entity: &str) -> Option<String> {
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    let is_entity = |c: char| c.is_ascii_alphanumeric() || c == '#';
    if name.is_empty() || !name.chars().all(is_entity) {
        return None;
    }
    // Entities of white space would end up at the edges of a paragraph, which trims them.
    let framed = format!("x{entity}x");
    let mut text = String::new();
    for event in Parser::new(&framed) {
        if let Event::Text(part) = event {
            text.push_str(&part);
        }
    }
    let decoded = text.strip_prefix('x')?.strip_suffix('x')?;
    (decoded != entity).then(|| decoded.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(html: &str) -> String {
        let shape = tokens(html).into_iter().map(|token| match token {
            Token::Text(text, _) => format!("“{text}”"),
            Token::Open(tag) => {
                let attributes =
                    tag.attributes.iter().map(|(key, value)| format!(" {key}={value}"));
                format!("<{}{}>", tag.name, attributes.collect::<String>())
            }
            Token::Close(name) => format!("</{name}>"),
            Token::Comment => "<!>".to_owned(),
        });
        shape.collect()
    }

    #[test]
    fn tags_and_text_are_split() {
        for (html, expected) in [
            ("a<b>c</b >d", "“a”<b>“c”</b>“d”"),
            ("<A HREF='x > y' b c=d/>", "<a href=x > y b= c=d/>"),
            ("<br/><img src=a.png  alt=\"x &amp; y\" />", "<br><img src=a.png alt=x & y>"),
            ("1 < 2 <- 3 <b", "“1 < 2 <- 3 <b”"),
            ("<!-- a > b -->c<!DOCTYPE html><?x?>", "<!>“c”<!><!>"),
            ("<!-- open", "“<!-- open”"),
            ("<my-tag @click=\"x\">", "<my-tag @click=x>"),
            ("<a b=\"c\"d>", "“<a b=\"c\"d>”"),
        ] {
            assert_eq!(shape(html), expected, "{html}");
        }
    }

    #[test]
    fn entities_are_decoded() {
        for (text, expected) in [
            ("&eacute;&nbsp;&#x41;&#65;", "é\u{a0}AA"),
            ("&lt;b&gt; &amp;amp; &unknown; &", "<b> &amp; &unknown; &"),
            ("&#10;x", "\nx"),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }

    #[test]
    fn tags_that_never_end_cost_no_more_than_their_length() {
        for text in ["<", "<a ", "<a b=\"", "<a b=\"<a b=\" b=\"", "<!--", "</a", "<?", "&", "&a"] {
            tokens(&text.repeat(100_000));
            decoded(&text.repeat(100_000));
        }
    }
}
