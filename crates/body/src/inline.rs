//! The inline structure of a text: the author's marks and the links to entities, properly nested.

use cuttings_edition::{EntityId, Mark, MarkKind};
use std::cmp::Reverse;
use std::iter::Peekable;
use std::ops::Range;

/// The number of layers around a text that the structure keeps.
const MAX_DEPTH: usize = 16;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline<'a> {
    /// A range of the text without layers of its own.
    Text(Range<usize>),
    /// A layer over a range of the text, with the pieces of that range.
    Layered(Layer<'a>, Range<usize>, Vec<Inline<'a>>),
}

/// A layer over a range of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer<'a> {
    /// A mark of the author.
    Mark(MarkKind<'a>),
    /// A mention, which links to its entity.
    Entity(EntityId),
}

/// The layers of a text that are still to come, in reading order.
#[derive(Clone, Debug)]
pub struct Layers<'a> {
    spans: Peekable<std::vec::IntoIter<(Range<usize>, Layer<'a>)>>,
}

impl<'a> Layers<'a> {
    /// Combines marks with mentions, which are sorted by their ranges.
    ///
    /// Links do not nest, so a mention is left out where the author set a link, a reference or a
    /// picture; and names in code are no names. A mention is never split. Where it begins or ends
    /// within a mark, the mark is split instead.
    pub fn new(
        text: &str,
        marks: Vec<Mark<'a>>,
        mut mentions: Vec<(Range<usize>, EntityId)>,
    ) -> Self {
        let is_closed = |mark: &&Mark<'a>| {
            matches!(
                mark.kind,
                MarkKind::Link(_)
                    | MarkKind::FootnoteReference(_)
                    | MarkKind::Picture(_)
                    | MarkKind::Code
            )
        };
        let mut closed = marks.iter().filter(is_closed).peekable();
        let mut end = 0;
        mentions.retain(|(range, _)| {
            while closed.next_if(|mark| mark.range.end <= range.start).is_some() {}
            let is_free = closed.peek().is_none_or(|mark| range.end <= mark.range.start);
            let is_kept = is_free && end <= range.start && range.start < range.end;
            end = if is_kept { range.end } else { end };
            is_kept
        });
        let mut spans = Spans::default();
        for Mark { range, kind } in marks {
            let mut start = range.start;
            for cut in cuts(&range, &mentions).into_iter().flatten() {
                spans.insert(text, start..cut, Layer::Mark(kind));
                start = cut;
            }
            spans.insert(text, start..range.end, Layer::Mark(kind));
        }
        for (range, entity) in mentions {
            spans.insert(text, range, Layer::Entity(entity));
        }
        Self { spans: spans.0.into_iter().peekable() }
    }

    /// Returns the pieces of the next range. Ranges are taken in reading order.
    pub fn take(&mut self, range: Range<usize>) -> Vec<Inline<'a>> {
        self.pieces(range, 0)
    }

    fn pieces(&mut self, range: Range<usize>, depth: usize) -> Vec<Inline<'a>> {
        let mut pieces = Vec::new();
        let mut at = range.start;
        while let Some((span, layer)) = self.spans.next_if(|(span, _)| span.start < range.end) {
            let (start, end) = (span.start.max(at), span.end.min(range.end));
            if end <= start || depth == MAX_DEPTH {
                continue;
            }
            if at < start {
                pieces.push(Inline::Text(at..start));
            }
            let inner = self.pieces(start..end, depth + 1);
            pieces.push(Inline::Layered(layer, start..end, inner));
            at = end;
        }
        if at < range.end {
            pieces.push(Inline::Text(at..range.end));
        }
        pieces
    }
}

/// Layers with their ranges, sorted by start. Of two that start together, the longer comes first.
#[derive(Default)]
struct Spans<'a>(Vec<(Range<usize>, Layer<'a>)>);

impl<'a> Spans<'a> {
    /// Inserts a layer, after those with the same range. Ranges outside of the text, which only a
    /// damaged edition has, are left out.
    fn insert(&mut self, text: &str, range: Range<usize>, layer: Layer<'a>) {
        if text.get(range.clone()).is_none_or(str::is_empty) {
            return;
        }
        let order = |range: &Range<usize>| (range.start, Reverse(range.end));
        let index = self.0.partition_point(|(other, _)| order(other) <= order(&range));
        self.0.insert(index, (range, layer));
    }
}

/// Returns the places at which mentions that are partly within a mark split it.
fn cuts(mark: &Range<usize>, mentions: &[(Range<usize>, EntityId)]) -> [Option<usize>; 2] {
    let around = |place: usize| {
        let index = mentions.partition_point(|(range, _)| range.end <= place);
        mentions.get(index).map(|(range, _)| range).filter(|range| range.start < place)
    };
    let first = around(mark.start).map(|range| range.end).filter(|end| *end < mark.end);
    let last = around(mark.end).map(|range| range.start).filter(|start| mark.start < *start);
    [first, last]
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_edition::{EntityKind, LinkTarget};
    use cuttings_search::ValueId;
    use proptest::prelude::*;

    const ENTITY: EntityId = EntityId { kind: EntityKind::Person, value: ValueId(0) };
    const LINK: MarkKind<'_> = MarkKind::Link(LinkTarget::Block(0));

    fn mark(range: Range<usize>, kind: MarkKind<'static>) -> Mark<'static> {
        Mark { range, kind }
    }

    /// Prints pieces: `a <strong>b</strong>`, and `<name>` for an entity.
    fn printed(text: &str, pieces: &[Inline<'_>]) -> String {
        let piece = |piece: &Inline<'_>| match piece {
            Inline::Text(range) => text[range.clone()].to_owned(),
            Inline::Layered(layer, _, inner) => {
                let name = match layer {
                    Layer::Entity(_) => "name",
                    Layer::Mark(MarkKind::Strong) => "strong",
                    Layer::Mark(MarkKind::Emphasis) => "em",
                    Layer::Mark(MarkKind::Code) => "code",
                    Layer::Mark(_) => "a",
                };
                format!("<{name}>{}</{name}>", printed(text, inner))
            }
        };
        pieces.iter().map(piece).collect()
    }

    #[track_caller]
    fn check(marks: Vec<Mark<'static>>, mentions: &[Range<usize>], expected: &str) {
        let text = "the Ada Berg said so";
        let mentions = mentions.iter().map(|range| (range.clone(), ENTITY)).collect();
        let pieces = Layers::new(text, marks, mentions).take(0..text.len());
        assert_eq!(printed(text, &pieces), expected);
    }

    #[test]
    fn marks_nest() {
        check(vec![], &[], "the Ada Berg said so");
        let strong = mark(4..17, MarkKind::Strong);
        check(
            vec![strong, mark(8..12, MarkKind::Emphasis)],
            &[],
            "the <strong>Ada <em>Berg</em> said</strong> so",
        );
    }

    #[test]
    fn a_mention_splits_a_mark_that_ends_within_it() {
        let strong = || mark(0..7, MarkKind::Strong);
        check(
            vec![strong()],
            std::slice::from_ref(&(4..12)),
            "<strong>the </strong><name><strong>Ada</strong> Berg</name> said so",
        );
        check(
            vec![mark(8..17, MarkKind::Strong)],
            std::slice::from_ref(&(4..12)),
            "the <name>Ada <strong>Berg</strong></name><strong> said</strong> so",
        );
        check(
            vec![mark(0..20, MarkKind::Strong)],
            std::slice::from_ref(&(4..12)),
            "<strong>the <name>Ada Berg</name> said so</strong>",
        );
    }

    #[test]
    fn the_links_of_the_author_win() {
        check(
            vec![mark(4..7, LINK)],
            std::slice::from_ref(&(4..12)),
            "the <a>Ada</a> Berg said so",
        );
        check(
            vec![mark(4..12, MarkKind::Code)],
            std::slice::from_ref(&(4..12)),
            "the <code>Ada Berg</code> said so",
        );
        check(
            vec![mark(0..3, LINK)],
            &[0..3, 4..12, 8..17],
            "<a>the</a> <name>Ada Berg</name> said so",
        );
    }

    #[test]
    fn ranges_outside_of_the_text_are_ignored() {
        check(vec![mark(19..90, MarkKind::Strong)], &[], "the Ada Berg said so");
        let deep: Vec<_> = (0..10_000).map(|_| mark(0..3, MarkKind::Emphasis)).collect();
        let pieces = Layers::new("the", deep, Vec::new()).take(0..3);
        assert_eq!(printed("the", &pieces).matches("<em>").count(), MAX_DEPTH);
    }

    fn range() -> impl Strategy<Value = Range<usize>> {
        (0..30_usize, 0..30_usize).prop_map(|(a, b)| a.min(b)..a.max(b))
    }

    proptest! {
        #[test]
        fn no_text_is_lost_or_doubled(
            ranges in prop::collection::vec(range(), 0..8),
            mentions in prop::collection::vec(range(), 0..8),
            cut in 0..=26_usize,
        ) {
            let text = "abcdefghijklmnopqrstuvwxyz";
            let kinds = [MarkKind::Strong, LINK, MarkKind::Code, MarkKind::Emphasis];
            let marks = ranges.into_iter().zip(kinds.into_iter().cycle());
            let mut marks: Vec<_> = marks.map(|(range, kind)| mark(range, kind)).collect();
            marks.sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end)));
            let mut mentions: Vec<_> = mentions.into_iter().map(|range| (range, ENTITY)).collect();
            mentions.sort_by_key(|(range, _)| range.start);
            let mut layers = Layers::new(text, marks, mentions);
            let mut out = printed(text, &layers.take(0..cut));
            out += &printed(text, &layers.take(cut..text.len()));
            let mut is_tag = false;
            out.retain(|c| {
                is_tag = c == '<' || is_tag && c != '>';
                !is_tag && c != '>'
            });
            prop_assert_eq!(out, text);
        }
    }
}
