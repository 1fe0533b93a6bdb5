//! Parses XML into a small tree, within bounds.
//!
//! Entities that a document declares are never expanded: a reference to one stays as it is spelled.
//! Mistakes that feeds make, such as an ampersand on its own or an end tag without a start, do not
//! stop the parser.

use std::borrow::Cow;
use std::collections::HashMap;

use cuttings_corpus::{decode_entities, line_of_text};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The most elements around another.
const MAX_DEPTH: usize = 100;

/// The longest name of an entity.
const MAX_ENTITY: usize = 32;

/// An element. Its name has a known prefix if its namespace is known, whatever prefix the document
/// uses: `dc:creator`, `atom:entry`, `w:p`. Elements of RSS and of no namespace have none.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// A parsed document.
pub(crate) struct Document {
    /// An element without a name around the element of the document.
    pub(crate) root: Element,
    /// The mistake at which the parser stopped.
    pub(crate) error: Option<String>,
}

/// The namespaces that imports know, and their prefixes here.
const NAMESPACES: &[(&str, &str)] = &[
    ("http://www.w3.org/2005/Atom", "atom"),
    ("http://purl.org/atom/ns#", "atom"),
    ("http://purl.org/rss/1.0/", ""),
    ("http://my.netscape.com/rdf/simple/0.9/", ""),
    ("http://backend.userland.com/rss2", ""),
    ("http://purl.org/rss/1.0/modules/content/", "content"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
    ("http://search.yahoo.com/mrss/", "media"),
    ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://www.idpf.org/2007/opf", "opf"),
    ("http://openebook.org/namespaces/oeb-package/1.0/", "opf"),
    ("http://www.idpf.org/2007/ops", "epub"),
    ("http://www.daisy.org/z3986/2005/ncx/", "ncx"),
    ("urn:oasis:names:tc:opendocument:xmlns:container", "container"),
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

impl Element {
    /// Returns the value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the elements directly within.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Returns the elements of this name directly within.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// Returns the first element of this name directly within.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// Returns the first element of this name at any depth.
    pub(crate) fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|element| match element.name == name {
            true => Some(element),
            false => element.find(name),
        })
    }

    /// Returns all text within.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text
    }

    fn push_text(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.push_text(out),
                Node::Text(text) => out.push_str(text),
            }
        }
    }

    /// Returns the text of the first element of this name on one line, unless it is empty.
    pub(crate) fn line(&self, name: &str) -> Option<String> {
        self.child(name).and_then(|element| line_of_text(&element.text()))
    }

    /// Returns the contents as HTML, for elements that hold XHTML.
    pub(crate) fn inner_html(&self) -> String {
        let mut html = String::new();
        self.push_html(&mut html);
        html
    }

    fn push_html(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(text) => push_escaped(out, text),
                Node::Element(element) => {
                    let name = element.name.rsplit(':').next().unwrap_or_default();
                    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                        element.push_html(out);
                        continue;
                    }
                    out.push('<');
                    out.push_str(name);
                    for (name, value) in &element.attributes {
                        if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                            out.push(' ');
                            out.push_str(name);
                            out.push_str("=\"");
                            push_escaped(out, value);
                            out.push('"');
                        }
                    }
                    out.push('>');
                    if !matches!(name, "br" | "hr" | "img" | "wbr" | "col" | "input" | "source") {
                        element.push_html(out);
                        out.push_str("</");
                        out.push_str(name);
                        out.push('>');
                    }
                }
            }
        }
    }
}

/// Adds a text so that HTML reads it as text.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

/// Parses a document of at most `max_nodes` elements, texts and attributes.
///
/// # Errors
/// If there are more, with the remedy.
pub(crate) fn parse(text: &str, max_nodes: usize) -> Result<Document, &'static str> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim_start());
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut tree = Tree { open: vec![Open::default()], nodes: 0, skipped: 0 };
    let mut error = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => tree.start(&start, false),
            Ok(Event::Empty(start)) => tree.start(&start, true),
            Ok(Event::End(end)) => tree.end(end.name().0),
            Ok(Event::Text(text)) => tree.text(&text.xml10_content()),
            Ok(Event::CData(text)) => tree.text(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                tree.text(&resolved(&format!("&{};", &*reference.into_inner())));
            }
            Ok(Event::Eof) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(problem) => {
                error = Some(problem.to_string());
                break;
            }
        }
        if tree.nodes > max_nodes {
            return Err("This file has more elements than can be read. Split it.");
        }
    }
    Ok(Document { root: tree.finish(), error })
}

/// The open elements, outermost first.
struct Tree {
    open: Vec<Open>,
    nodes: usize,
    /// The open elements that are too deep and were left out.
    skipped: usize,
}

#[derive(Default)]
struct Open {
    element: Element,
    /// The name as the document spells it.
    spelled: String,
    /// The prefixes that the element declares.
    namespaces: HashMap<String, String>,
}

impl Tree {
    fn start(&mut self, start: &BytesStart<'_>, is_empty: bool) {
        self.nodes += 1;
        if self.open.len() > MAX_DEPTH {
            self.skipped += usize::from(!is_empty);
            return;
        }
        let mut spelled_attributes = Vec::new();
        let mut namespaces = HashMap::new();
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = attribute.key.0;
            let value = resolved(&attribute.value).into_owned();
            self.nodes += 1;
            match name.strip_prefix("xmlns") {
                Some("") => drop(namespaces.insert(String::new(), value)),
                Some(prefix) if prefix.starts_with(':') => {
                    drop(namespaces.insert(prefix.trim_start_matches(':').to_owned(), value));
                }
                _ => spelled_attributes.push((name.to_owned(), value)),
            }
        }
        let spelled = start.name().0.to_owned();
        let mut open = Open { element: Element::default(), spelled, namespaces };
        open.element.name = self.name(&open.spelled, &open.namespaces, true);
        open.element.attributes = spelled_attributes
            .into_iter()
            .map(|(name, value)| (self.name(&name, &open.namespaces, false), value))
            .collect();
        self.open.push(open);
        if is_empty {
            self.close();
        }
    }

    /// Returns a name with the prefix that its namespace has here.
    fn name(&self, spelled: &str, own: &HashMap<String, String>, is_element: bool) -> String {
        let (prefix, local) = spelled.split_once(':').unwrap_or(("", spelled));
        if prefix.is_empty() && !is_element {
            return local.to_owned();
        }
        let outer = self.open.iter().rev().map(|open| &open.namespaces);
        let declared = std::iter::once(own).chain(outer).find_map(|them| them.get(prefix));
        let known = declared.and_then(|uri| {
            let is_same = |known: &str| uri.trim_end_matches('/') == known.trim_end_matches('/');
            NAMESPACES.iter().find(|(known, _)| is_same(known)).map(|(_, prefix)| *prefix)
        });
        match known.unwrap_or(prefix) {
            "" => local.to_owned(),
            prefix => format!("{prefix}:{local}"),
        }
    }

    fn end(&mut self, spelled: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.spelled == spelled) else { return };
        while self.open.len() > at.max(1) {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(Open { element, .. }) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.element.children.push(Node::Element(element));
        }
    }

    fn text(&mut self, text: &str) {
        let Some(Open { element, .. }) = self.open.last_mut() else { return };
        if let Some(Node::Text(last)) = element.children.last_mut() {
            last.push_str(text);
        } else {
            self.nodes += 1;
            element.children.push(Node::Text(text.to_owned()));
        }
    }

    fn finish(mut self) -> Element {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map(|open| open.element).unwrap_or_default()
    }
}

/// Resolves the references of XML and HTML in a text. Others stay as they are spelled.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(MAX_ENTITY).position(|byte| byte == b';');
        let name = end.and_then(|end| after.get(..end)).filter(|name| !name.is_empty());
        match name {
            Some("apos") => out.push('\''),
            Some(name) => out.push_str(&decode_entities(&format!("&{name};"))),
            None => out.push('&'),
        }
        rest = name.and_then(|name| after.get(name.len() + 1..)).unwrap_or(after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Document {
        parse(text, 1000).unwrap()
    }

    #[test]
    fn namespaces_have_one_prefix() {
        let text = "<f:feed xmlns:f='http://www.w3.org/2005/Atom' xmlns:x='unknown'>\
                    <f:title>A</f:title><x:y/><rss xmlns=''><title>B</title></rss></f:feed>";
        let root = parsed(text).root;
        let feed = root.child("atom:feed").unwrap();
        assert_eq!(feed.line("atom:title").as_deref(), Some("A"));
        assert!(feed.child("x:y").is_some());
        assert_eq!(feed.child("rss").unwrap().line("title").as_deref(), Some("B"));
    }

    #[test]
    fn entities_of_a_document_are_not_expanded() {
        let text = "<!DOCTYPE a [<!ENTITY b \"bomb\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\
                    <a d='&b;&#65;'>&b;&c;&amp;&nbsp;&#x42;&apos;</a>";
        let root = parsed(text).root;
        let a = root.child("a").unwrap();
        assert_eq!(a.text(), "&b;&c;&\u{a0}B'");
        assert_eq!(a.attribute("d"), Some("&b;A"));
    }

    #[test]
    fn mistakes_do_not_stop_the_parser() {
        let root = parsed("<a><b>x & y</c></b><d>AT&T</d></a><e").root;
        let a = root.child("a").unwrap();
        assert_eq!(a.line("b").as_deref(), Some("x & y"));
        assert_eq!(a.line("d").as_deref(), Some("AT&T"));
    }

    #[test]
    fn depth_and_size_are_bounded() {
        let root = parsed(&format!("{}x{}", "<a>".repeat(400), "</a>".repeat(400))).root;
        assert_eq!(root.text(), "x");
        assert!(parse(&"<a/>".repeat(2000), 1000).is_err());
    }

    #[test]
    fn html_is_written_escaped() {
        let root =
            parsed("<d xmlns='http://www.w3.org/1999/xhtml'><p a='\"&lt;'>x &lt; y<br/></p></d>")
                .root;
        let html = root.child("xhtml:d").unwrap().inner_html();
        assert_eq!(html, "<p a=\"&quot;&lt;\">x &lt; y<br></p>");
    }
}
