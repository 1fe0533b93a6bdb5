//! Finds the main content of a page, by Mozilla's Readability, and removes what is around it.

use cuttings_corpus::{Anchor, Block};
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::metadata::Metadata;

/// The element that Readability puts around the content.
const ROOT: &str = "#readability-page-1";

/// A page with its main content.
pub(super) struct Content {
    document: Document,
    selector: &'static str,
}

impl Content {
    /// Returns the element around the main content.
    pub(super) fn root(&self) -> Option<NodeRef<'_>> {
        self.document.select_single(self.selector).nodes().first().copied()
    }
}

/// Finds the main content. All of the page counts if it `is_article`.
pub(super) fn find(document: Document, is_article: bool) -> Content {
    if is_article {
        return Content { document, selector: "body" };
    }
    prune(&document);
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let fallback = Content { document: Document::default(), selector: ROOT };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return fallback;
    };
    match readability.parse() {
        Ok(_) => Content { document: readability.doc, selector: ROOT },
        Err(_) => fallback,
    }
}

/// Removes what no reader of the page sees.
fn prune(document: &Document) {
    let hidden: Vec<NodeRef<'_>> = document.root().descendants_it().filter(is_hidden).collect();
    for node in hidden {
        node.remove_from_parent();
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let is_body = matches!(&*element.name.local, "html" | "body" | "head");
    !is_body
        && element.attrs.iter().any(|it| match &*it.name.local {
            "hidden" => true,
            "style" => {
                let style: String = it
                    .value
                    .chars()
                    .filter(|c| !c.is_whitespace())
                    .collect::<String>()
                    .to_lowercase();
                style.contains("display:none") || style.contains("visibility:hidden")
            }
            _ => false,
        })
}

/// Removes blocks at the start that repeat the title.
pub(super) fn trim(blocks: &mut Vec<Block>, anchors: &mut Vec<Anchor>, metadata: &Metadata) {
    let is_repeated = |block: &Block| block.is_prose() && metadata.is_title(&block.text);
    let Some(at) = blocks.iter().take(5).position(is_repeated) else { return };
    remove(blocks, anchors, &[at]);
}

/// Removes blocks, and moves what refers to the others.
fn remove(blocks: &mut Vec<Block>, anchors: &mut Vec<Anchor>, removed: &[usize]) {
    let is_removed = |block: u32| removed.contains(&(block as usize));
    let moved = |block: u32| {
        let before = removed.iter().filter(|it| **it < block as usize).count();
        block.saturating_sub(u32::try_from(before).unwrap_or(0))
    };
    anchors.retain(|anchor| !is_removed(anchor.block));
    for anchor in anchors {
        anchor.block = moved(anchor.block);
    }
    let mut at = 0;
    blocks.retain_mut(|block| {
        let is_kept = !removed.contains(&at);
        at += 1;
        super::convert::retarget(block, |target| (!is_removed(target)).then(|| moved(target)));
        is_kept
    });
}
