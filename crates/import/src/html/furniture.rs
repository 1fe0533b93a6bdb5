//! Removes what a page puts around and into an article: labels, bylines, calls to subscribe and
//! links to other articles. Each rule holds for pages in any language.

use std::collections::{HashMap, HashSet};

use cuttings_corpus::{
    Anchor, Author, Block, BlockKind, ContainerKind, LinkTarget, MarkKind, find_day,
};

use super::metadata::{Metadata, folded};

/// The longest label, in bytes.
const MAX_LABEL: usize = 60;

/// A label that occurs this often is furniture.
const MIN_REPEATS: usize = 3;

/// The shortest text of which a copy is left out, in bytes. Poems repeat shorter lines.
const MIN_COPY: usize = 60;

/// The number of blocks at the start in which bylines are looked for.
const HEAD: usize = 8;

/// The number of blocks at the end in which a text about the author is looked for.
const TAIL: usize = 6;

/// Links to other articles are removed only where they are at most a quarter of the text.
const MAX_LINK_SHARE: usize = 4;

/// Removes the furniture from the blocks of an article.
pub(super) fn remove(
    blocks: &mut Vec<Block>,
    anchors: &mut Vec<Anchor>,
    metadata: &Metadata,
    authors: &[Author],
) {
    let mut removed = HashSet::new();
    repeated(blocks, &mut removed);
    links(blocks, metadata, &mut removed);
    head(blocks, metadata, authors, &mut removed);
    tail(blocks, authors, &mut removed);
    // A heading over nothing is none.
    let mut is_over_text = false;
    let mut level_below = 0;
    for (at, block) in blocks.iter().enumerate().rev() {
        if removed.contains(&at) {
            continue;
        }
        match block.kind {
            BlockKind::Heading { level } => {
                if !is_over_text && level >= level_below {
                    removed.insert(at);
                    continue;
                }
                level_below = level;
            }
            BlockKind::Rule if !is_over_text => {
                removed.insert(at);
            }
            _ => (is_over_text, level_below) = (true, 0),
        }
    }
    if removed.len() < blocks.len() {
        take_out(blocks, anchors, &removed);
    }
}

/// Marks labels that occur again and again, and copies of longer texts.
fn repeated(blocks: &[Block], removed: &mut HashSet<usize>) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| is_line(block)) {
        places.entry(folded(&block.text)).or_default().push(at);
    }
    for places in places.into_values() {
        let block = places.first().and_then(|at| blocks.get(*at));
        let Some(Block { text, .. }) = block else { continue };
        if text.len() <= MAX_LABEL && places.len() >= MIN_REPEATS && !is_sentence(text) {
            removed.extend(places);
        } else if text.len() >= MIN_COPY {
            removed.extend(places.into_iter().skip(1));
        }
    }
}

/// Marks paragraphs that are nothing but a link to another page of the site, and such lists at the
/// end.
fn links(blocks: &[Block], metadata: &Metadata, removed: &mut HashSet<usize>) {
    let mut found = Vec::new();
    let mut is_end = true;
    for (at, block) in blocks.iter().enumerate().rev() {
        let is_item =
            block.containers.iter().any(|it| matches!(it.kind, ContainerKind::List { .. }));
        let is_link = is_line(block) && is_link_to_site(block, metadata);
        if is_link && (is_end || !is_item) {
            found.push(at);
        } else if !block.is_heading() {
            is_end = false;
        }
    }
    let length = |at: &usize| blocks.get(*at).map_or(0, |block| block.text.len());
    let total: usize = blocks.iter().map(|block| block.text.len()).sum();
    if found.iter().map(length).sum::<usize>() * MAX_LINK_SHARE <= total {
        // The label over the links.
        for at in found.iter().copied() {
            if let Some(before) = at.checked_sub(1)
                && let Some(label) = blocks.get(before)
                && is_line(label)
                && label.text.len() <= MAX_LABEL
                && !is_sentence(&label.text)
                && !found.contains(&before)
                && found.contains(&(at + 1))
            {
                removed.insert(before);
            }
        }
        removed.extend(found);
    }
}

fn is_link_to_site(block: &Block, metadata: &Metadata) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let linked: usize = block
        .marks
        .iter()
        .filter_map(|mark| match &mark.kind {
            MarkKind::Link(LinkTarget::Url(url)) if metadata.is_own_site(url) => {
                block.text.get(mark.range.clone()).map(letters)
            }
            _ => None,
        })
        .sum();
    linked > 0 && linked * 10 >= letters(&block.text) * 8
}

/// Marks bylines and dates above the text.
fn head(blocks: &[Block], metadata: &Metadata, authors: &[Author], removed: &mut HashSet<usize>) {
    let mut labels = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(HEAD) {
        let is_short = is_line(block) && block.text.len() <= 2 * MAX_LABEL;
        if metadata.is_title(&block.text) && block.is_prose() {
            removed.insert(at);
        } else if is_short && !is_sentence(&block.text) {
            let text = &block.text;
            if find_day(text).is_some() || is_byline(text, authors) || metadata.is_site(text) {
                removed.insert(at);
            }
            labels.push(at);
        } else if block.kind == BlockKind::Paragraph && is_sentence(&block.text) {
            break;
        }
    }
    // A label beside a byline belongs to it: "Author", "5 minutes to read".
    let is_beside = |at: &usize| {
        let is_paragraph = blocks.get(*at).is_some_and(|block| {
            block.kind == BlockKind::Paragraph && block.text.len() <= MAX_LABEL
        });
        is_paragraph
            && (removed.contains(&(at + 1))
                || at.checked_sub(1).is_some_and(|it| removed.contains(&it)))
    };
    let beside: Vec<usize> = labels.into_iter().filter(is_beside).collect();
    removed.extend(beside);
}

/// Returns whether a line names an author and little else.
fn is_byline(text: &str, authors: &[Author]) -> bool {
    let line = folded(text);
    authors.iter().any(|author| {
        let name = folded(&author.name);
        !name.is_empty() && line.contains(&name) && line.len() <= 2 * name.len() + 10
    })
}

/// Marks the text about the author below the text, and what comes after it.
fn tail(blocks: &[Block], authors: &[Author], removed: &mut HashSet<usize>) {
    let start = blocks.len().saturating_sub(TAIL).max(blocks.len() / 2);
    for (at, block) in blocks.iter().enumerate().skip(start) {
        let opens_with_name = |author: &Author| {
            let name = folded(&author.name);
            name.len() > 4 && folded(&block.text).starts_with(&name)
        };
        if !authors.iter().any(opens_with_name) {
            continue;
        }
        if is_byline(&block.text, authors) {
            removed.insert(at);
        } else if at.checked_sub(1).is_some_and(|before| removed.contains(&before)) {
            // Only below the name of the author is a sentence that begins with it about the author.
            removed.insert(at);
        }
    }
}

/// Returns whether a block is a line of text.
fn is_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. }) && !block.text.is_empty()
}

/// Returns whether a text ends like a sentence.
fn is_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '»', '«', ')', '』', '」']);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

/// Removes blocks, and moves what refers to the others.
pub(super) fn take_out(
    blocks: &mut Vec<Block>,
    anchors: &mut Vec<Anchor>,
    removed: &HashSet<usize>,
) {
    let mut next = 0_u32;
    let moved: Vec<Option<u32>> = (0..blocks.len())
        .map(|at| {
            (!removed.contains(&at)).then(|| {
                next += 1;
                next - 1
            })
        })
        .collect();
    let find = |block: u32| moved.get(block as usize).copied().flatten();
    anchors.retain_mut(|anchor| match find(anchor.block) {
        Some(block) => {
            anchor.block = block;
            true
        }
        None => false,
    });
    let mut at = 0;
    blocks.retain_mut(|block| {
        at += 1;
        super::convert::retarget(block, find);
        !removed.contains(&(at - 1))
    });
}
