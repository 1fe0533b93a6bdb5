//! Puts the blocks of a body in their final order and ties links to them.

use std::collections::HashMap;

use super::anchors;
use super::converter::Entry;
use crate::{
    block::{Block, BlockKind, ContainerKind, LinkTarget, MarkKind},
    line_report::LineRole,
    source::saturating_u32,
};

/// Turns links to fragments into links to blocks. Returns those that lead nowhere, with their
/// offsets.
pub(super) fn resolve_fragments(entries: &mut [Entry]) -> Vec<(usize, String)> {
    let mut marks = entries.iter().flat_map(|entry| &entry.block.marks);
    if !marks.any(|mark| fragment(&mark.kind).is_some()) {
        return Vec::new();
    }
    let mut blocks: HashMap<String, u32> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        for id in &entry.ids {
            blocks.entry(id.clone()).or_insert(saturating_u32(index));
        }
    }
    let find = |fragment: &str| {
        let decoded = percent_decoded(fragment);
        let candidates =
            [fragment, &decoded, &decoded.to_lowercase(), &anchors::heading_id(&decoded)];
        match fragment {
            "" | "top" => Some(0),
            _ => candidates.iter().find_map(|id| blocks.get(*id).copied()),
        }
    };
    let mut lost = Vec::new();
    for Entry { block, range, .. } in entries {
        block.marks.retain_mut(|mark| {
            let Some(fragment) = fragment(&mark.kind) else { return true };
            match find(fragment) {
                Some(index) => {
                    mark.kind = MarkKind::Link(LinkTarget::Block(index));
                    true
                }
                None => {
                    lost.push((range.start, format!("#{fragment}")));
                    false
                }
            }
        });
    }
    lost
}

/// Returns the fragment that a link within the file leads to.
fn fragment(kind: &MarkKind) -> Option<&str> {
    match kind {
        MarkKind::Link(LinkTarget::Relative(address) | LinkTarget::Wiki(address)) => {
            address.strip_prefix('#')
        }
        _ => None,
    }
}

/// Numbers the containers in the order in which they open, since footnotes moved to the end.
pub(super) fn renumber_containers(entries: &mut [Entry]) {
    // The new number of each old one. The old ones count the containers of the seed.
    let mut numbers: Vec<Option<u32>> = Vec::new();
    let mut next = 0;
    for container in entries.iter_mut().flat_map(|entry| &mut entry.block.containers) {
        let old = container.id as usize;
        if old >= numbers.len() {
            numbers.resize(old + 1, None);
        }
        if let Some(number) = numbers.get_mut(old) {
            container.id = *number.get_or_insert_with(|| {
                next += 1;
                next - 1
            });
        }
    }
}

/// Returns the role of a block's lines.
pub(super) fn role(block: &Block) -> LineRole {
    match block.kind {
        BlockKind::Heading { .. } => return LineRole::Heading,
        BlockKind::Code { .. } => return LineRole::Code,
        BlockKind::Table { .. } => return LineRole::Table,
        BlockKind::Picture(_) => return LineRole::Picture,
        BlockKind::Term => return LineRole::Term,
        BlockKind::Rule => return LineRole::Separator,
        BlockKind::Paragraph => {}
    }
    let innermost = block.containers.iter().rev().map(|container| &container.kind);
    let roles = innermost.filter_map(|kind| match kind {
        ContainerKind::Quotation => Some(LineRole::Quotation),
        ContainerKind::Alert(_) => Some(LineRole::Alert),
        ContainerKind::Item { .. } => Some(LineRole::ListItem),
        ContainerKind::Definition => Some(LineRole::Definition),
        ContainerKind::Footnote { .. } => Some(LineRole::Footnote),
        ContainerKind::List { .. } => None,
    });
    roles.into_iter().next().unwrap_or(LineRole::Paragraph)
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, from) = rest.split_at(at);
        bytes.extend(before.bytes());
        match from.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = from.get(3..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
