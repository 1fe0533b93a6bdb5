//! The styles of a Word document: which are headings or the title, and which lists have numbers.

use std::collections::HashMap;

use crate::xml::Element;

/// The most styles that a style is based on.
const MAX_PARENTS: usize = 20;

/// The role of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    Quotation,
    Code,
    Text,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The formats of lists by their ids, for each level.
    lists: HashMap<String, Vec<bool>>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    level: Option<u8>,
    list: Option<String>,
}

impl Styles {
    pub(super) fn read(styles: &Element, numbering: &Element) -> Self {
        let mut read = Self::default();
        for style in styles.child("w:styles").into_iter().flat_map(|it| it.all("w:style")) {
            let Some(id) = style.attribute("w:styleId") else { continue };
            let properties = style.child("w:pPr");
            read.styles.insert(
                id.to_owned(),
                Style {
                    name: value(style, "w:name").unwrap_or_default().to_lowercase(),
                    parent: value(style, "w:basedOn").map(str::to_owned),
                    level: properties.and_then(outline_level),
                    list: properties
                        .and_then(|it| value(it.child("w:numPr")?, "w:numId"))
                        .map(str::to_owned),
                },
            );
        }
        read.add_lists(numbering);
        read
    }

    fn add_lists(&mut self, numbering: &Element) {
        let Some(root) = numbering.child("w:numbering") else { return };
        let mut formats: HashMap<&str, Vec<bool>> = HashMap::new();
        for list in root.all("w:abstractNum") {
            let levels = list
                .all("w:lvl")
                .take(20)
                .map(|level| !matches!(value(level, "w:numFmt"), Some("bullet" | "none") | None));
            if let Some(id) = list.attribute("w:abstractNumId") {
                formats.insert(id, levels.collect());
            }
        }
        for list in root.all("w:num") {
            if let (Some(id), Some(format)) =
                (list.attribute("w:numId"), value(list, "w:abstractNumId"))
                && let Some(levels) = formats.get(format)
            {
                self.lists.insert(id.to_owned(), levels.clone());
            }
        }
    }

    /// Returns what a paragraph with these properties is.
    pub(super) fn role(&self, properties: Option<&Element>) -> Role {
        if let Some(level) = properties.and_then(outline_level) {
            return Role::Heading(level);
        }
        let style = properties.and_then(|it| value(it, "w:pStyle"));
        for style in self.chain(style) {
            if let Some(level) = style.level {
                return Role::Heading(level);
            }
            if let Some(level) = style.name.strip_prefix("heading ") {
                return Role::Heading(level.parse().unwrap_or(1));
            }
            match &*style.name {
                "title" => return Role::Title,
                "quote" | "intense quote" | "block text" => return Role::Quotation,
                "html preformatted" | "plain text" | "source code" => return Role::Code,
                _ => {}
            }
        }
        Role::Text
    }

    /// Returns the list of a paragraph and its level; `None` if it is in none.
    pub(super) fn list(&self, properties: Option<&Element>) -> Option<(String, usize)> {
        let own = properties.and_then(|it| it.child("w:numPr"));
        let style = properties.and_then(|it| value(it, "w:pStyle"));
        let of_style = || self.chain(style).find_map(|style| style.list.clone());
        let id = own.and_then(|it| value(it, "w:numId")).map(str::to_owned).or_else(of_style)?;
        let level = own.and_then(|it| value(it, "w:ilvl")).and_then(|it| it.parse().ok());
        (id != "0").then(|| (id, level.unwrap_or(0).min(8)))
    }

    /// Returns whether a level of a list has numbers.
    pub(super) fn is_numbered(&self, list: &str, level: usize) -> bool {
        self.lists.get(list).and_then(|levels| levels.get(level)).copied().unwrap_or(false)
    }

    /// Returns a style and those that it is based on.
    fn chain<'a>(&'a self, style: Option<&str>) -> impl Iterator<Item = &'a Style> + 'a {
        let first = style.and_then(|style| self.styles.get(style));
        let next = |style: &&'a Style| self.styles.get(style.parent.as_deref()?);
        std::iter::successors(first, next).take(MAX_PARENTS)
    }
}

/// Returns the `w:val` of a child.
pub(super) fn value<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.child(name)?.attribute("w:val")
}

/// Returns the level of a heading, from 1. The tenth level is text.
fn outline_level(properties: &Element) -> Option<u8> {
    let level: u8 = value(properties, "w:outlineLvl")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}
