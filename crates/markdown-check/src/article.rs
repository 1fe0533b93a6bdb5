//! The contents of an article of the corpus.

use cuttings_corpus::{Article, Block, BlockKind, ContainerKind, LinkTarget, MarkKind};
use std::collections::{BTreeMap, HashSet};

use crate::{Contents, is_bare, with_single_spaces};

/// Returns the contents of an article, without its title.
pub fn contents_of_article(article: &Article) -> Contents {
    let mut contents = Contents::default();
    let mut items = HashSet::new();
    let mut footnotes: BTreeMap<u32, String> = BTreeMap::new();
    for block in &article.body {
        let mut footnote = None;
        for container in &block.containers {
            match container.kind {
                ContainerKind::Item { .. } => {
                    items.insert(container.id);
                }
                ContainerKind::Footnote { number } => footnote = Some(number),
                _ => {}
            }
        }
        match &block.kind {
            BlockKind::Code { .. } => contents.code_blocks += 1,
            BlockKind::Table { .. } => contents.cells += block.text.split(['\t', '\n']).count(),
            BlockKind::Picture(_) => contents.pictures += 1,
            _ => {}
        }
        let text = visible_text(block, &mut contents);
        let place = match footnote {
            Some(number) => footnotes.entry(number).or_default(),
            None => &mut contents.text,
        };
        place.push(' ');
        place.push_str(&text);
    }
    contents.list_items = items.len();
    contents.text = with_single_spaces(&contents.text);
    contents.footnotes = footnotes.into_values().map(|text| with_single_spaces(&text)).collect();
    contents.footnotes.sort();
    contents
}

/// Returns the text of a block, with the descriptions of its pictures, and counts its marks.
fn visible_text(block: &Block, contents: &mut Contents) -> String {
    let mut text = String::new();
    if let BlockKind::Picture(picture) = &block.kind {
        text = format!("{} ", picture.alt);
    }
    let mut at = 0;
    for mark in &block.marks {
        let marked = block.text.get(mark.range.clone()).unwrap_or_default();
        let replacement = match &mark.kind {
            MarkKind::Link(target) => {
                let is_bare = match target {
                    LinkTarget::Url(address)
                    | LinkTarget::Relative(address)
                    | LinkTarget::Wiki(address) => is_bare(marked, address),
                    LinkTarget::Article { .. } | LinkTarget::Block(_) => false,
                };
                contents.links += usize::from(!is_bare && !marked.trim().is_empty());
                continue;
            }
            MarkKind::FootnoteReference { .. } => "[note]",
            MarkKind::Picture(picture) => {
                contents.pictures += 1;
                &picture.alt
            }
            _ => continue,
        };
        text.push_str(block.text.get(at..mark.range.start).unwrap_or_default());
        text.push_str(replacement);
        at = mark.range.end;
    }
    text.push_str(block.text.get(at..).unwrap_or_default());
    text
}
