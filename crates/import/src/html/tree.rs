//! Parses a page into a tree, within bounds.
//!
//! The parser of browsers takes time in proportion to the depth of the tree for some tags, and adds
//! elements that the page does not spell. So this module stands between its tokenizer and its tree
//! builder: it leaves out elements that are too deep, keeps few formatting elements open, and
//! counts the nodes. It also takes out what no article needs, such as scripts and the contents of
//! pictures, before it takes memory.

use std::cell::RefCell;
use std::collections::HashMap;

use cuttings_corpus::Picture;
use dom_query::{Document, NodeId};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, CommentToken, EOFToken, EndTag, ParseError, StartTag, Tag,
    TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{LocalName, TokenizerResult};

use super::picture_sources;

/// The scheme of the addresses that stand for the pictures of a page.
pub(super) const PICTURE: &str = "cuttings-picture:";

/// The most elements around another. Browsers allow 512.
const MAX_DEPTH: usize = 200;

/// The most formatting elements, such as `b`, that are open at a time. The parser repeats them in
/// every paragraph.
const MAX_FORMATTING: usize = 20;

/// The longest value of an attribute, in bytes, besides those with metadata.
const MAX_VALUE: usize = 4096;

/// The most bytes of the pictures of a page, which are in memory together.
const MAX_HELD: usize = 256 << 20;

/// The number of addresses in `source` elements after which no others are read.
const MAX_SOURCES: usize = 32;

/// The bytes that are parsed at a time.
const CHUNK: usize = 1 << 16;

/// A parsed page.
pub(super) struct Tree {
    pub(super) document: Document,
    /// The pictures that the page holds, by the numbers in their addresses.
    pub(super) pictures: Vec<HeldPicture>,
    /// The address from which the page was saved, as a comment says.
    pub(super) saved_from: Option<String>,
}

/// A picture that a page holds.
pub(super) enum HeldPicture {
    Contents(Vec<u8>),
    /// The picture as articles name it, once it was passed on.
    PassedOn(Option<Picture>),
}

/// The outcome of looking for a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// The page holds it under this number.
    Held(usize),
    /// The page holds something that no reader sees, such as a picture of one pixel.
    Placeholder,
    Missing,
}

/// Parses a page. `find_picture` returns the contents of pictures by their addresses.
///
/// # Errors
/// If the page has too many elements, with the remedy.
pub(super) fn parse(
    html: &str,
    max_nodes: usize,
    find_picture: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Tree, &'static str> {
    let builder = TreeBuilder::new(
        Document::default(),
        TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
    );
    let filter = Filter { builder, find_picture, state: RefCell::default(), max_nodes };
    let tokenizer = Tokenizer::new(filter, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK));
        queue.push_back(StrTendril::from_slice(chunk));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if tokenizer.sink.state.borrow().nodes > max_nodes {
            return Err(TOO_MANY);
        }
        rest = after;
    }
    tokenizer.end();
    let Filter { builder, state, .. } = tokenizer.sink;
    let State { nodes, pictures, saved_from, .. } = state.into_inner();
    if nodes > max_nodes {
        return Err(TOO_MANY);
    }
    let document = builder.sink.finish();
    document.errors.take();
    Ok(Tree { document, pictures, saved_from })
}

const TOO_MANY: &str = "This page has more elements than can be read. Save its article alone, or \
                        copy the text.";

struct Filter<'a> {
    builder: TreeBuilder<NodeId, Document>,
    find_picture: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    state: RefCell<State>,
    max_nodes: usize,
}

#[derive(Default)]
struct State {
    /// The names of the open elements, outermost first; at least those that the builder has open.
    open: Vec<LocalName>,
    /// The names of the open formatting elements.
    formatting: Vec<LocalName>,
    /// The number of nodes that the builder may have made.
    nodes: usize,
    pictures: Vec<HeldPicture>,
    /// The bytes of the pictures.
    held: usize,
    /// The outcome of looking for a picture by its address.
    by_address: HashMap<String, Found>,
    /// The addresses of the `source` elements of the open `picture`.
    sources: Vec<String>,
    saved_from: Option<String>,
    /// True within a script or style whose text is left out.
    drops_text: bool,
}

impl TokenSink for Filter<'_> {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let mut state = self.state.borrow_mut();
        let token = match token {
            ParseError(_) => return TokenSinkResult::Continue,
            CommentToken(text) => {
                if state.saved_from.is_none() {
                    state.saved_from = saved_from(&text);
                }
                return TokenSinkResult::Continue;
            }
            CharacterTokens(_) if state.drops_text => return TokenSinkResult::Continue,
            TagToken(mut tag) => {
                let is_kept = match tag.kind {
                    StartTag => state.start(&mut tag, self.find_picture),
                    EndTag => state.end(&tag.name),
                };
                if !is_kept {
                    return TokenSinkResult::Continue;
                }
                TagToken(tag)
            }
            token => token,
        };
        state.nodes += 1 + state.formatting.len();
        if state.nodes > self.max_nodes && token != EOFToken {
            return TokenSinkResult::Continue;
        }
        drop(state);
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl State {
    /// Opens an element. Returns false if it is left out.
    fn start(&mut self, tag: &mut Tag, find_picture: &dyn Fn(&str) -> Option<Vec<u8>>) -> bool {
        let name = &*tag.name;
        if matches!(name, "script" | "style") {
            let is_data = tag.attrs.iter().any(|it| {
                &*it.name.local == "type"
                    && it.value.trim().eq_ignore_ascii_case(super::json_ld::TYPE)
            });
            self.drops_text = !is_data;
            tag.attrs.retain(|it| &*it.name.local == "type");
            return true;
        }
        self.attributes(tag, find_picture);
        let name = &*tag.name;
        if FORMATTING.contains(&name) {
            if self.formatting.len() >= MAX_FORMATTING {
                return false;
            }
            self.formatting.push(tag.name.clone());
        } else if !VOID.contains(&name) && !UNCOUNTED.contains(&name) && !tag.self_closing {
            if self.open.len() >= MAX_DEPTH {
                return false;
            }
            self.open.push(tag.name.clone());
        } else if tag.self_closing && !VOID.contains(&name) && !UNCOUNTED.contains(&name) {
            // Only in SVG and MathML does this close the element.
            if self.open.len() >= MAX_DEPTH {
                return false;
            }
            if !self.is_foreign() {
                self.open.push(tag.name.clone());
            }
        }
        true
    }

    fn is_foreign(&self) -> bool {
        self.open.iter().any(|name| matches!(&**name, "svg" | "math"))
    }

    /// Closes an element as the builder does, or fewer. Returns true, because an end tag without an
    /// element does nothing.
    fn end(&mut self, name: &LocalName) -> bool {
        self.drops_text = false;
        if let Some(at) = self.formatting.iter().rposition(|it| it == name) {
            self.formatting.remove(at);
        }
        let is_special = is_special(name);
        for at in (0..self.open.len()).rev() {
            let Some(open) = self.open.get(at) else { break };
            if open == name {
                self.open.truncate(at);
                break;
            }
            if BARRIERS.contains(&&**open) || (!is_special && is_special_name(open)) {
                break;
            }
        }
        true
    }

    /// Takes out what no article needs, and replaces pictures by their numbers.
    fn attributes(&mut self, tag: &mut Tag, find_picture: &dyn Fn(&str) -> Option<Vec<u8>>) {
        let is_meta = &*tag.name == "meta";
        match &*tag.name {
            "picture" => self.sources.clear(),
            "source" if self.sources.len() < MAX_SOURCES => {
                self.sources.extend(picture_sources::source_addresses(&tag.attrs));
            }
            _ => {}
        }
        if &*tag.name == "img" {
            let sources = std::mem::take(&mut self.sources);
            let addresses = picture_sources::addresses(&tag.attrs, &sources);
            let held =
                addresses.iter().find_map(|address| match self.hold(address, find_picture) {
                    Found::Held(number) => Some(number),
                    Found::Placeholder | Found::Missing => None,
                });
            if let Some(number) = held {
                picture_sources::set_address(&mut tag.attrs, format!("{PICTURE}{number}"));
            } else {
                // A placeholder hides the picture that a script would load.
                tag.attrs.retain(|it| {
                    &*it.name.local != "src"
                        || self.hold(&it.value, find_picture) != Found::Placeholder
                });
            }
        }
        tag.attrs.retain(|it| {
            let name = &*it.name.local;
            let is_handler = name.starts_with("on");
            !is_handler && (is_meta || it.value.len() <= MAX_VALUE)
        });
    }

    /// Looks for a picture, and keeps its contents.
    fn hold(&mut self, address: &str, find_picture: &dyn Fn(&str) -> Option<Vec<u8>>) -> Found {
        // Pictures in their addresses are no larger than the page, and make long keys.
        let is_in_address = crate::pictures::is_data_url(address);
        if !is_in_address && let Some(known) = self.by_address.get(address) {
            return *known;
        }
        let left = MAX_HELD.saturating_sub(self.held);
        let found = match find_picture(address) {
            Some(bytes) if !crate::pictures::is_picture(&bytes) => Found::Placeholder,
            Some(bytes) if bytes.len() <= left => {
                self.held += bytes.len();
                self.pictures.push(HeldPicture::Contents(bytes));
                Found::Held(self.pictures.len() - 1)
            }
            Some(_) => Found::Missing,
            None if is_in_address => Found::Placeholder,
            None => Found::Missing,
        };
        if !is_in_address {
            self.by_address.insert(address.to_owned(), found);
        }
        found
    }
}

/// Returns the address in the comment of a program that saved the page.
fn saved_from(comment: &str) -> Option<String> {
    if let Some((_, after)) = comment.split_once("saved from url=(") {
        let (_, address) = after.split_once(')')?;
        return address.split_whitespace().next().map(str::to_owned);
    }
    if comment.contains("SingleFile") {
        let (_, after) = comment.split_once("url:")?;
        return after.split_whitespace().next().map(str::to_owned);
    }
    None
}

/// Elements without contents.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param", "keygen", "frame", "bgsound", "basefont", "image",
];

/// Elements that the parser repeats in the next paragraph if they are still open.
const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that another of their kind closes, so that they add little to the depth. Pages leave
/// out their end tags.
const UNCOUNTED: &[&str] = &[
    "a", "body", "caption", "colgroup", "dd", "dt", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "html", "li", "noscript", "optgroup", "option", "p", "rb", "rp", "rt", "rtc", "tbody",
    "td", "tfoot", "th", "thead", "title", "tr", "textarea",
];

/// Elements that no end tag of another closes.
const BARRIERS: &[&str] = &[
    "applet",
    "button",
    "foreignobject",
    "marquee",
    "math",
    "object",
    "select",
    "svg",
    "table",
    "template",
];

/// Elements whose end tags close all elements within.
const SPECIAL: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "header",
    "hgroup",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "search",
    "section",
    "summary",
    "ul",
];

fn is_special(name: &LocalName) -> bool {
    SPECIAL.contains(&&**name) || BARRIERS.contains(&&**name)
}

/// Returns whether an element ends the search for an ordinary element. Those that are not counted
/// are not among the open ones, but they are special, too, so this is on the safe side only with
/// respect to those that are.
fn is_special_name(name: &LocalName) -> bool {
    is_special(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(html: &str) -> usize {
        let tree = parse(html, 1_000_000, &|_| None).unwrap();
        let root = tree.document.root();
        root.descendants_it().map(|node| node.ancestors_it(None).count()).max().unwrap_or(0)
    }

    #[test]
    fn the_tree_is_not_deep_whatever_the_page_nests() {
        for tag in ["<div>", "<b>", "<a>", "<span>", "<ul><li>", "<table><tr><td>", "<svg><g>"] {
            assert!(depth(&tag.repeat(20_000)) < 5 * MAX_DEPTH, "{tag}");
        }
        for odd in [
            "<span></p>",
            "<span></div>",
            "<div><table><td></div>",
            "<form><div></form>",
            "<div><span></div><span>",
            "<b><div></b>",
            "<svg><div>",
            "<math><mi><div>",
            "<x/>",
            "<li><div><li>",
            "<button><div></button>",
            "<select><div>",
            "<template><div>",
            "<object><p></object><object>",
            "<font color=1><div></font>",
            "<h1><div><h2>",
            "<p><table><p>",
            "<td><span></td>",
            "<a><div></a>",
            "<span><p></span>",
            "<span><li></span>",
            "<template></div><span>",
            "<noscript><div></noscript>",
        ] {
            assert!(depth(&odd.repeat(5_000)) < 5 * MAX_DEPTH, "{odd}");
        }
    }

    #[test]
    fn formatting_that_the_parser_would_repeat_is_counted() {
        let html = format!("{}{}", "<b><i a=1><i a=2><font>".repeat(5), "<p>".repeat(100_000));
        assert!(parse(&html, 1_000_000, &|_| None).is_err());
        assert!(parse("<p>x", 100, &|_| None).is_ok());
    }

    #[test]
    fn comments_name_the_address() {
        let from = |comment: &str| {
            parse(&format!("<!--{comment}--><p>x"), 100, &|_| None).unwrap().saved_from
        };
        let url = "https://a.example/b";
        assert_eq!(from(&format!(" saved from url=(0019){url} ")).as_deref(), Some(url));
        let single = format!("\n Page saved with SingleFile \n url: {url} \n saved date: today\n");
        assert_eq!(from(&single).as_deref(), Some(url));
        assert_eq!(from("url: https://a.example"), None);
    }
}
