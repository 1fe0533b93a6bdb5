//! Text with highlights: hits of the query, passages that the reader highlighted, and links.

use cuttings_edition::EntityId;
use std::ops::Range;
use yew::prelude::*;

/// Returns `text` with a `mark` around each hit and each passage with a note. Ranges outside of the
/// text are ignored. Where both overlap, the hit shows.
pub fn highlighted(text: &'static str, hits: &[Range<usize>], notes: &[Range<usize>]) -> Html {
    let mut nodes = Vec::new();
    push_piece(&mut nodes, text, 0..text.len(), hits, notes);
    nodes.into_iter().collect()
}

/// Returns the same with links: `link` turns the text of an entity into a link to it. The entities
/// are sorted by their ranges.
pub fn highlighted_with_links(
    text: &'static str,
    hits: &[Range<usize>],
    notes: &[Range<usize>],
    entities: &[(Range<usize>, EntityId)],
    link: impl Fn(EntityId, Html) -> Html,
) -> Html {
    let mut nodes = Vec::new();
    let mut start = 0;
    for (range, entity) in entities {
        if start <= range.start && text.get(range.clone()).is_some() {
            push_piece(&mut nodes, text, start..range.start, hits, notes);
            let mut linked = Vec::new();
            push_piece(&mut linked, text, range.clone(), hits, notes);
            nodes.push(link(*entity, linked.into_iter().collect()));
            start = range.end;
        }
    }
    push_piece(&mut nodes, text, start..text.len(), hits, notes);
    nodes.into_iter().collect()
}

/// Appends the nodes of a piece of the text.
fn push_piece(
    nodes: &mut Vec<Html>,
    text: &'static str,
    piece: Range<usize>,
    hits: &[Range<usize>],
    notes: &[Range<usize>],
) {
    let ranges = || hits.iter().chain(notes).filter(|range| text.get((*range).clone()).is_some());
    let bounds = ranges().flat_map(|range| [range.start, range.end]);
    let mut cuts: Vec<usize> = bounds.filter(|cut| piece.contains(cut)).collect();
    cuts.extend([piece.start, piece.end]);
    cuts.sort_unstable();
    cuts.dedup();
    for cut in cuts.windows(2) {
        let &[start, end] = cut else { continue };
        let words = text.get(start..end).unwrap_or_default();
        let covered = |ranges: &[Range<usize>]| {
            ranges.iter().any(|range| range.start <= start && end <= range.end)
        };
        nodes.push(match (covered(hits), covered(notes)) {
            (true, _) => html! { <mark>{ words }</mark> },
            (_, true) => html! { <mark class="noted">{ words }</mark> },
            _ => html! { words },
        });
    }
}
