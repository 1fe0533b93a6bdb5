//! Text with what lies over it: what was searched for, what the reader marked, and names that lead somewhere.

use crate::el;
use crate::markup::Markup;
use cuttings_edition::EntityId;
use std::ops::Range;

/// `text` with a `mark` around each of the `hits` and of what was `noted`. Ranges that are none of the text's are left
/// out; the text never is. Where both lie over each other, the hit is seen.
pub fn layered(m: &mut Markup, text: &'static str, hits: &[Range<usize>], noted: &[Range<usize>]) {
    piece(m, text, 0..text.len(), hits, noted);
}

/// The same with links in it: for each name where it stands, in order, and what makes the open element a link.
pub fn linked(
    m: &mut Markup,
    text: &'static str,
    hits: &[Range<usize>],
    noted: &[Range<usize>],
    names: &[(Range<usize>, EntityId)],
    lead: impl Fn(&mut Markup, EntityId),
) {
    let mut from = 0;
    for (range, entity) in names {
        if from <= range.start && text.get(range.clone()).is_some() {
            piece(m, text, from..range.start, hits, noted);
            el!(m, a["class" = "name"] {
                lead(m, *entity);
                piece(m, text, range.clone(), hits, noted);
            });
            from = range.end;
        }
    }
    piece(m, text, from..text.len(), hits, noted);
}

/// A piece of a text with what lies over it.
fn piece(
    m: &mut Markup,
    text: &'static str,
    piece: Range<usize>,
    hits: &[Range<usize>],
    noted: &[Range<usize>],
) {
    let ranges = || hits.iter().chain(noted).filter(|range| text.get((*range).clone()).is_some());
    let mut cuts: Vec<usize> =
        ranges().flat_map(|range| [range.start, range.end]).filter(|cut| piece.contains(cut)).collect();
    cuts.extend([piece.start, piece.end]);
    cuts.sort_unstable();
    cuts.dedup();
    for cut in cuts.windows(2) {
        let &[start, end] = cut else { continue };
        let words = text.get(start..end).unwrap_or_default();
        let under =
            |ranges: &[Range<usize>]| ranges.iter().any(|range| range.start <= start && end <= range.end);
        match (under(hits), under(noted)) {
            (true, _) => el!(m, mark { m.text(words); }),
            (_, true) => el!(m, mark["class" = "noted"] { m.text(words); }),
            _ => m.text(words),
        }
    }
}
