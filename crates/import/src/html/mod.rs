//! Web pages: the main content as blocks and marks, and the metadata. No markup survives.
//!
//! [`tree`] parses within bounds, [`metadata`] reads what the page says about itself, [`content`]
//! finds the main content, and [`convert`] turns it into blocks.

mod content;
mod convert;
mod decode;
mod furniture;
mod json_ld;
mod metadata;
mod picture_sources;
mod tables;
mod tree;

use std::collections::HashSet;

use cuttings_corpus::{Article, BlockKind, Picture};

use crate::item::Item;
use crate::pictures::decode_data_url;
use crate::{File, Flow, Importer, web_address};
pub(crate) use convert::Body;
use convert::Converter;
pub(crate) use metadata::file_title;
use metadata::{Metadata, folded};
use tree::{HeldPicture, Tree};

/// The knowledge of a container about the page in it.
pub(crate) struct Surroundings<'a> {
    /// The address of the page.
    pub(crate) url: Option<&'a str>,
    /// Returns the contents of a picture by its address as the page spells it.
    pub(crate) picture: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// True if the page holds nothing but the article, so that all of it counts.
    pub(crate) is_article: bool,
}

/// Reads a page that is in no archive.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let beside = importer.beside;
    let find = |address: &str| decode_data_url(address).or_else(|| beside(file.name, address));
    read_with(file, &find, importer)
}

/// Reads a page whose pictures are elsewhere.
pub(crate) fn read_with(
    file: &File<'_>,
    picture: &dyn Fn(&str) -> Option<Vec<u8>>,
    importer: &mut Importer<'_>,
) -> Flow {
    let text = match decode::decode(file) {
        Ok((text, warning)) => {
            if let Some(warning) = warning {
                importer.diagnostic(warning)?;
            }
            text
        }
        Err(error) => return importer.diagnostic(*error),
    };
    let surroundings = Surroundings { url: None, picture, is_article: false };
    match article(file.name, &text, &surroundings, importer) {
        Ok(article) => importer.item(Item::new(article)),
        Err(reason) => importer.error(file.name, reason),
    }
}

/// Passes on a picture, once, and returns how articles name it.
fn pass_on(held: &mut HeldPicture, alt: &str, importer: &mut Importer<'_>) -> Option<Picture> {
    if let HeldPicture::Contents(bytes) = held {
        *held = HeldPicture::PassedOn(importer.picture(std::mem::take(bytes), ""));
    }
    match held {
        HeldPicture::PassedOn(Some(picture)) => {
            Some(Picture { alt: alt.to_owned(), ..picture.clone() })
        }
        _ => None,
    }
}

/// Decodes the text of a page, for kinds that hold pages.
pub(crate) fn decoded<'a>(file: &File<'a>) -> Option<std::borrow::Cow<'a, str>> {
    decode::decode(file).ok().map(|(text, _)| text)
}

/// Reads a page.
///
/// # Errors
/// If it is too large or has no text, with the remedy.
pub(crate) fn article(
    name: &str,
    html: &str,
    surroundings: &Surroundings<'_>,
    importer: &mut Importer<'_>,
) -> Result<Article, &'static str> {
    let Tree { document, mut pictures, saved_from } =
        tree::parse(html, importer.limits.nodes, surroundings.picture)?;
    let saved_from = saved_from.as_deref().and_then(web_address::web);
    let url = surroundings.url.map(str::to_owned).or(saved_from);
    let mut metadata = Metadata::read(&document, url.as_deref());
    let base = metadata.base(&document, url.as_deref());
    let content = content::find(document, surroundings.is_article);
    let Some(root) = content.root() else { return Err(NO_TEXT) };
    let mut converter = Converter::new(base.as_deref(), |number, alt| {
        pass_on(pictures.get_mut(number)?, alt, importer)
    });
    converter.convert(&root);
    let mut body = converter.finish();
    let authors = metadata.authors();
    if !surroundings.is_article {
        furniture::remove(&mut body.blocks, &mut body.anchors, &metadata, &authors);
    }
    if body.blocks.iter().all(|block| block.text.is_empty()) && !surroundings.is_article {
        return Err(NO_TEXT);
    }
    let title = metadata.title(name, &body.blocks);
    let mut article = metadata.into_article(name, title, authors, &body.blocks);
    article.body = body.blocks;
    article.anchors = body.anchors;
    Ok(article)
}

/// Reads the contents of an HTML element that holds nothing but text of an article, such as the
/// content of an item in a feed. Addresses are resolved against `base`.
///
/// # Errors
/// If there are too many elements, with the remedy.
pub(crate) fn blocks(
    html: &str,
    base: Option<&str>,
    picture: &dyn Fn(&str) -> Option<Vec<u8>>,
    importer: &mut Importer<'_>,
) -> Result<Body, &'static str> {
    let Tree { document, mut pictures, .. } = tree::parse(html, importer.limits.nodes, picture)?;
    content::remove_hidden(&document);
    let Some(root) = document.body() else { return Ok(Body::default()) };
    let mut converter =
        Converter::new(base, |number, alt| pass_on(pictures.get_mut(number)?, alt, importer));
    converter.convert(&root);
    Ok(converter.finish())
}

impl Body {
    /// Removes the title, if the text begins with it.
    pub(crate) fn without_title(mut self, title: &str) -> Self {
        let first = self.blocks.iter().position(|block| !block.text.is_empty());
        let removed = first.filter(|at| {
            self.blocks.get(*at).is_some_and(|block| {
                let is_line = block.is_heading() || block.kind == BlockKind::Paragraph;
                is_line && folded(&block.text) == folded(title)
            })
        });
        if let Some(at) = removed {
            furniture::take_out(&mut self.blocks, &mut self.anchors, &HashSet::from([at]));
        }
        self
    }
}

/// Returns the text of a short piece of HTML on one line, such as a title in a feed.
pub(crate) fn line(html: &str) -> Option<String> {
    if !html.contains(['<', '&']) {
        return cuttings_corpus::line_of_text(html);
    }
    let document = parse_plain(html, MAX_LINE_NODES).ok()?;
    cuttings_corpus::line_of_text(&document.body()?.text())
}

/// The most elements of a title.
const MAX_LINE_NODES: usize = 1000;

const NO_TEXT: &str = "This page has no text that could be an article. If it shows its text only \
                       with scripts, save it again with SingleFile, or copy the text.";

/// Parses HTML of which a kind reads the tree itself.
///
/// # Errors
/// If there are too many elements, with the remedy.
pub(crate) fn parse_plain(
    html: &str,
    max_nodes: usize,
) -> Result<dom_query::Document, &'static str> {
    tree::parse(html, max_nodes, &|_| None).map(|tree| tree.document)
}
