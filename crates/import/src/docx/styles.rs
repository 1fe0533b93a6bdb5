//! The styles of a Word document: which are headings or the title, and which lists have numbers.

use std::collections::HashMap;

use crate::xml::Element;

/// The most styles that a style is based on.
const MAX_PARENTS: usize = 20;

/// The deepest level of a heading.
const MAX_LEVEL: u8 = 9;

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
    /// The role that the style has by itself, whatever it is based on.
    role: Option<Role>,
    parent: Option<String>,
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
                    role: role_of_style(value(style, "w:name").unwrap_or(id), properties),
                    parent: value(style, "w:basedOn").map(str::to_owned),
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
        let style = properties.and_then(|it| value(it, "w:pStyle"));
        let of_style = match style {
            Some(id) if !self.styles.contains_key(id) => role_of_name(id),
            _ => self.chain(style).find_map(|style| style.role),
        };
        let own = properties.and_then(outline);
        match (of_style, own) {
            (Some(Role::Title), _) => Role::Title,
            (_, Some(heading @ Role::Heading(_))) => heading,
            (Some(Role::Heading(_)), Some(text)) => text,
            _ => of_style.unwrap_or(Role::Text),
        }
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

/// Returns the role that a style has by its name and its outline level. The outline level decides
/// how deep a heading is, and whether a style of another name is one.
fn role_of_style(name: &str, properties: Option<&Element>) -> Option<Role> {
    match (role_of_name(name), properties.and_then(outline)) {
        (None | Some(Role::Heading(_)), Some(heading @ Role::Heading(_))) => Some(heading),
        (of_name, of_outline) => of_name.or(of_outline),
    }
}

/// Returns the role of the built-in style with this name, which Word writes in English whatever
/// language it speaks. Other programs also use it as the id of a style that they do not define,
/// without the space.
fn role_of_name(name: &str) -> Option<Role> {
    let name = name.trim().to_lowercase();
    if let Some(level) = name.strip_prefix("heading") {
        let level = level.trim_start().parse().ok()?;
        return (1..=MAX_LEVEL).contains(&level).then_some(Role::Heading(level));
    }
    match &*name {
        "title" => Some(Role::Title),
        "quote" | "intense quote" | "block text" => Some(Role::Quotation),
        "html preformatted" | "plain text" | "source code" => Some(Role::Code),
        _ => None,
    }
}

/// Returns the role that an outline level gives. The level after the last one is that of text.
fn outline(properties: &Element) -> Option<Role> {
    match value(properties, "w:outlineLvl")?.parse().ok()? {
        level if level < MAX_LEVEL => Some(Role::Heading(level + 1)),
        MAX_LEVEL => Some(Role::Text),
        _ => None,
    }
}
