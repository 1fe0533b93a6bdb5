//! Finds Obsidian's highlights: `==text==`.

use std::collections::HashMap;
use std::ops::Range;

use super::pieces::{CowText, Piece, Text};

/// The mark on both sides of a highlight.
const DELIMITER: &str = "==";

/// Replaces each pair of delimiters by pieces. Both are in the same block and in the same marks.
pub(super) fn split(pieces: Vec<(Piece<'_>, Range<usize>)>) -> Vec<(Piece<'_>, Range<usize>)> {
    let mut delimiters = pairs(&pieces);
    if delimiters.is_empty() {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len() + 4 * delimiters.len());
    for (index, (piece, range)) in pieces.into_iter().enumerate() {
        match (piece, delimiters.remove(&index)) {
            (Piece::Text(text), Some(mut places)) => {
                places.sort_unstable();
                let mut at = 0;
                for (place, is_start) in places {
                    push_part(&mut out, &text, at..place, &range);
                    out.push((Piece::Highlight { is_start }, range.clone()));
                    at = place + DELIMITER.len();
                }
                push_part(&mut out, &text, at..text.text.len(), &range);
            }
            (piece, _) => out.push((piece, range)),
        }
    }
    out
}

fn push_part<'a>(
    out: &mut Vec<(Piece<'a>, Range<usize>)>,
    text: &Text<'a>,
    part: Range<usize>,
    range: &Range<usize>,
) {
    let Some(words) = text.text.get(part.clone()).filter(|words| !words.is_empty()) else { return };
    let from = text.escapes.partition_point(|at| *at < part.start);
    let to = text.escapes.partition_point(|at| *at < part.end);
    let escapes = text.escapes.get(from..to).into_iter().flatten().map(|at| at - part.start);
    let text = Text { text: CowText::Owned(words.to_owned()), escapes: escapes.collect() };
    out.push((Piece::Text(text), range.clone()));
}

/// Returns the paired delimiters by piece: their offsets, and whether each opens a highlight.
fn pairs(pieces: &[(Piece<'_>, Range<usize>)]) -> HashMap<usize, Vec<(usize, bool)>> {
    let mut pairs: HashMap<usize, Vec<(usize, bool)>> = HashMap::new();
    // For each open block or mark, its last delimiter that may open a highlight.
    let mut openers: Vec<Option<(usize, usize)>> = vec![None];
    let mut is_code = false;
    for (index, (piece, _)) in pieces.iter().enumerate() {
        match piece {
            Piece::Start(tag) => {
                is_code = matches!(tag, pulldown_cmark::Tag::CodeBlock(_));
                openers.push(None);
            }
            Piece::List(..) | Piece::Item(_) => openers.push(None),
            Piece::End(_) => {
                is_code = false;
                openers.pop();
            }
            Piece::Text(text) if !is_code => {
                for (at, sides) in delimiters(pieces, index, text) {
                    let Some(opener) = openers.last_mut() else { continue };
                    match opener.take() {
                        Some((piece, place)) if sides.can_close => {
                            pairs.entry(piece).or_default().push((place, true));
                            pairs.entry(index).or_default().push((at, false));
                        }
                        before => *opener = if sides.can_open { Some((index, at)) } else { before },
                    }
                }
            }
            _ => {}
        }
    }
    pairs
}

struct Sides {
    can_open: bool,
    can_close: bool,
}

/// Returns the delimiters in a text. Words touch them on the inside only, so that `a==b` is none.
fn delimiters(
    pieces: &[(Piece<'_>, Range<usize>)],
    index: usize,
    text: &Text<'_>,
) -> Vec<(usize, Sides)> {
    let words = &*text.text;
    let mut found = Vec::new();
    // To look for a character is faster, and most texts have none.
    if !words.contains('=') {
        return found;
    }
    for (at, _) in words.match_indices(DELIMITER) {
        let before = words.get(..at).unwrap_or_default().chars().next_back();
        let after = words.get(at + DELIMITER.len()..).unwrap_or_default().chars().next();
        if before == Some('=') || after == Some('=') || text.is_escaped(at) {
            continue;
        }
        let touches = |neighbour: Option<&(Piece<'_>, Range<usize>)>| {
            matches!(
                neighbour,
                Some((
                    Piece::Start(_)
                        | Piece::End(_)
                        | Piece::Code(_)
                        | Piece::InlineHtml(_)
                        | Piece::FootnoteReference(_),
                    _
                ))
            )
        };
        let preceding = index.checked_sub(1).and_then(|index| pieces.get(index));
        let has_left = before.map_or_else(|| touches(preceding), |c| !c.is_whitespace());
        let has_right =
            after.map_or_else(|| touches(pieces.get(index + 1)), |c| !c.is_whitespace());
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        found.push((
            at,
            Sides {
                can_open: has_right && !is_word(before),
                can_close: has_left && !is_word(after),
            },
        ));
    }
    found
}
