//! Text with highlights: hits of the query, and passages that the reader highlighted.

use super::element::element;
use std::ops::Range;
use yew::prelude::*;

/// Returns `text` with a `mark` around each hit and each passage with a note. Ranges outside of the
/// text are ignored. Where both overlap, the hit shows.
pub fn highlighted(text: &'static str, hits: &[Range<usize>], notes: &[Range<usize>]) -> Html {
    Highlighted { text, hits, notes, breaks: true }.piece(0..text.len())
}

/// A text with the ranges to highlight. The author's marks and links cut it into pieces.
#[derive(Clone, Copy, Debug)]
pub struct Highlighted<'a> {
    /// The text.
    pub text: &'static str,
    /// The byte ranges of the hits.
    pub hits: &'a [Range<usize>],
    /// The byte ranges of the passages with notes.
    pub notes: &'a [Range<usize>],
    /// True if a line feed breaks the line, false if the style keeps white space.
    pub breaks: bool,
}

impl Highlighted<'_> {
    /// Returns a piece of the text. A hit that an earlier piece began is marked as its rest, so
    /// that scripts count it once.
    pub fn piece(&self, piece: Range<usize>) -> Html {
        let Highlighted { text, hits, notes, .. } = *self;
        let mut cuts = vec![piece.start, piece.end];
        let (mut near_hits, mut near_notes) = (Vec::new(), Vec::new());
        for (ranges, near) in [(hits, &mut near_hits), (notes, &mut near_notes)] {
            for range in ranges {
                let is_near = range.start < piece.end && piece.start < range.end;
                if is_near && text.get(range.clone()).is_some() {
                    near.push(range);
                    cuts.push(range.start.max(piece.start));
                    cuts.push(range.end.min(piece.end));
                }
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut nodes = Vec::new();
        for cut in cuts.windows(2) {
            let &[start, end] = cut else { continue };
            let around = |ranges: &[&Range<usize>]| {
                ranges
                    .iter()
                    .find(|range| range.start <= start && end <= range.end)
                    .map(|range| range.start)
            };
            let class = match (around(&near_hits), around(&near_notes)) {
                (Some(hit), _) => Some(if hit < start { "rest" } else { "" }),
                (_, Some(_)) => Some("noted"),
                _ => None,
            };
            let words = text.get(start..end).unwrap_or_default();
            match class {
                Some(class) => {
                    let mut inner = Vec::new();
                    self.push_words(&mut inner, words);
                    nodes.push(element("mark", &["class"], &[class], inner));
                }
                None => self.push_words(&mut nodes, words),
            }
        }
        nodes.into_iter().collect()
    }

    fn push_words(&self, nodes: &mut Vec<Html>, words: &'static str) {
        if !self.breaks {
            nodes.push(html! { words });
            return;
        }
        for (index, line) in words.split('\n').enumerate() {
            if index > 0 {
                nodes.push(html! { <br /> });
            }
            nodes.push(html! { line });
        }
    }
}
