//! The contents of the reference renderer's HTML.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::{EndTagHandler, RewriteStrSettings, element, rewrite_str, text};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, html};

use crate::{Contents, is_bare, is_remote, last_piece, with_single_spaces};

/// Returns the contents of Markdown as the reference renders it, without the heading that repeats
/// the title.
pub fn contents_of_markdown(markdown: &str, title: &str) -> Contents {
    contents_of_html(&html_of_markdown(markdown), title)
}

/// Renders Markdown with the extensions that the parser of seeds knows.
pub fn html_of_markdown(markdown: &str) -> String {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    // With this option the parser takes the brackets of `[[a]](b)`, and loses some within others.
    let opens_wikilink = |rest: &str| {
        let (target, after) = rest.split_once("]]").unwrap_or_default();
        let is_target = !target.is_empty() && !target.contains(['[', ']', '\n']);
        is_target && !after.starts_with(['(', '[', ']', ':'])
    };
    options.set(Options::ENABLE_WIKILINKS, markdown.split("[[").skip(1).any(opens_wikilink));
    let mut out = String::new();
    html::push_html(&mut out, without_wikilinks(Parser::new_ext(markdown, options)));
    out
}

/// Leaves out wikilinks and keeps their text, as articles do whose folder has no such page.
fn without_wikilinks<'a>(
    events: impl Iterator<Item = Event<'a>>,
) -> impl Iterator<Item = Event<'a>> {
    // Links do not nest.
    let mut in_wikilink = false;
    events.filter(move |event| match event {
        Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, .. }) => {
            in_wikilink = true;
            false
        }
        Event::End(TagEnd::Link) => !std::mem::take(&mut in_wikilink),
        _ => true,
    })
}

/// Returns the contents of HTML.
pub fn contents_of_html(html: &str, title: &str) -> Contents {
    let mut reader =
        Reader { title: with_single_spaces(title).to_lowercase(), ..Reader::default() };
    let tokens = tokens(html);
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Open(tag) => {
                reader.open(tag);
                // The title of a picture on its own is its caption.
                if tag.name == "img" && is_alone(&tokens, index) && !is_remote(&tag.src) {
                    reader.push(&format!(" {} ", tag.title));
                }
            }
            Token::Close(name) => reader.close(name),
        }
    }
    reader.finish()
}

enum Token {
    Text(String),
    Open(HtmlTag),
    Close(String),
}

#[derive(Default)]
struct HtmlTag {
    name: String,
    class: String,
    href: Option<String>,
    src: String,
    alt: String,
    title: String,
}

/// Returns whether an element without contents is all that a block contains.
fn is_alone(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let opens = matches!(before, Some(Token::Open(tag)) if !INLINE.contains(&&*tag.name));
    opens && matches!(tokens.get(index + 1), Some(Token::Close(name)) if !INLINE.contains(&&**name))
}

/// Splits HTML into tags and text.
fn tokens(html: &str) -> Vec<Token> {
    let tokens: Rc<RefCell<Vec<Token>>> = Rc::default();
    let (opened, texts) = (Rc::clone(&tokens), Rc::clone(&tokens));
    let element_handler = element!("*", move |element| {
        let attribute = |name: &str| element.get_attribute(name).map(|value| decoded(&value));
        let name = element.tag_name();
        let tag = HtmlTag {
            class: attribute("class").unwrap_or_default(),
            href: attribute("href"),
            src: attribute("src").unwrap_or_default(),
            alt: attribute("alt").unwrap_or_default(),
            title: attribute("title").unwrap_or_default(),
            name: name.clone(),
        };
        opened.borrow_mut().push(Token::Open(tag));
        let closed = Rc::clone(&opened);
        let handler: EndTagHandler<'static> = Box::new(move |_| {
            closed.borrow_mut().push(Token::Close(name));
            Ok(())
        });
        if let Some(handlers) = element.end_tag_handlers() {
            handlers.push(handler);
        }
        Ok(())
    });
    let text_handler = text!("*", move |chunk| {
        let mut tokens = texts.borrow_mut();
        match tokens.last_mut() {
            Some(Token::Text(text)) => text.push_str(chunk.as_str()),
            _ => tokens.push(Token::Text(chunk.as_str().to_owned())),
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element_handler)
        .append_element_content_handler(text_handler);
    let _ = rewrite_str(&format!("<main>{html}</main>"), settings);
    tokens.take()
}

#[derive(Default)]
struct Reader {
    title: String,
    contents: Contents,
    /// The text of the footnote that is being read.
    note: Option<String>,
    /// The number of open `div` elements within it.
    note_depth: usize,
    notes: Vec<String>,
    /// The element whose text no reader sees.
    hidden: Option<String>,
    /// The open link: its address, its text, and whether it has a picture.
    link: Option<(String, String, bool)>,
    /// The first heading of the first level, while it is read.
    heading: Option<String>,
    has_heading: bool,
}

/// Elements whose text is not read.
const HIDDEN: &[&str] = &["script", "style", "template"];

/// Elements that do not separate words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

impl Reader {
    fn text(&mut self, text: &str) {
        if self.hidden.is_none() {
            self.push(&decoded(text));
        }
    }

    fn push(&mut self, text: &str) {
        if let Some((_, link, _)) = &mut self.link {
            link.push_str(text);
        }
        let place = match (&mut self.heading, &mut self.note) {
            (Some(heading), _) => heading,
            (None, Some(note)) => note,
            (None, None) => &mut self.contents.text,
        };
        place.push_str(text);
    }

    fn open(&mut self, tag: &HtmlTag) {
        if self.hidden.is_some() {
            return;
        }
        if !INLINE.contains(&&*tag.name) {
            self.push(" ");
        }
        match &*tag.name {
            "h1" if !self.has_heading => {
                self.has_heading = true;
                self.heading = Some(String::new());
            }
            "li" => self.contents.list_items += 1,
            "pre" => self.contents.code_blocks += 1,
            "td" | "th" => self.contents.cells += 1,
            "a" if tag.href.is_some() => {
                // Links do not nest, so one ends the one around it.
                self.close_link();
                let href = tag.href.clone().unwrap_or_default();
                self.link = Some((href, String::new(), false));
            }
            "img" => self.picture(tag),
            "div" if tag.class == "footnote-definition" => {
                self.note = Some(String::new());
                self.note_depth = 1;
            }
            "div" if self.note.is_some() => self.note_depth += 1,
            "sup" if tag.class == "footnote-reference" => {
                self.push("[note]");
                self.hidden = Some("sup".to_owned());
            }
            "sup" if tag.class == "footnote-definition-label" => {
                self.hidden = Some("sup".to_owned());
            }
            name if HIDDEN.contains(&name) => self.hidden = Some(name.to_owned()),
            _ => {}
        }
    }

    fn picture(&mut self, tag: &HtmlTag) {
        let address = &tag.src;
        let is_in_link = self.link.is_some();
        if is_remote(address) {
            let alt = if tag.alt.trim().is_empty() { last_piece(address) } else { &tag.alt };
            // A remote picture becomes a link, unless it is within one.
            self.contents.links += usize::from(!is_in_link);
            self.push(alt);
        } else {
            self.contents.pictures += 1;
            self.push(&tag.alt);
        }
        if let Some((_, _, has_picture)) = &mut self.link {
            *has_picture = true;
        }
    }

    fn close(&mut self, name: &str) {
        match &self.hidden {
            Some(hidden) if hidden == name => {
                self.hidden = None;
                return;
            }
            Some(_) => return,
            None => {}
        }
        match name {
            "a" => self.close_link(),
            "h1" => {
                if let Some(heading) = self.heading.take()
                    && with_single_spaces(&heading).to_lowercase() != self.title
                {
                    self.push(&heading);
                }
            }
            "div" if self.note.is_some() => {
                self.note_depth -= 1;
                if self.note_depth == 0 {
                    self.notes.extend(self.note.take());
                }
            }
            _ => {}
        }
        if !INLINE.contains(&name) {
            self.push(" ");
        }
    }

    fn close_link(&mut self) {
        if let Some((href, text, has_picture)) = self.link.take() {
            let counts = has_picture || !(text.trim().is_empty() || is_bare(&text, &href));
            self.contents.links += usize::from(counts);
        }
    }

    fn finish(mut self) -> Contents {
        self.close_link();
        self.contents.text = with_single_spaces(&self.contents.text);
        self.contents.footnotes = self.notes.iter().map(|note| with_single_spaces(note)).collect();
        self.contents.footnotes.sort();
        self.contents
    }
}

/// Replaces the entities of a text. The parser of the reference has the table of names.
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let entity = part.find(';').filter(|end| *end <= 32).and_then(|end| part.get(..=end));
        let character = entity.and_then(|entity| {
            let framed = format!("x&{entity}x");
            let mut text = String::new();
            for event in Parser::new(&framed) {
                if let Event::Text(run) = event {
                    text.push_str(&run);
                }
            }
            let inner = text.strip_prefix('x')?.strip_suffix('x')?;
            (inner != format!("&{entity}")).then(|| (inner.to_owned(), entity.len()))
        });
        match character {
            Some((character, length)) => {
                out.push_str(&character);
                out.push_str(part.get(length..).unwrap_or_default());
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}
