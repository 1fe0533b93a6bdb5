//! Puts the characters of a page into lines, and removes what repeats on every page.

use std::collections::HashMap;

use super::glyphs::Glyph;

/// A line of a page, or of a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
}

/// A gap of this share of the size is a space.
const SPACE: f64 = 0.16;

/// A gap of this many sizes separates columns.
const COLUMN: f64 = 2.5;

/// Lines at the edge of a page that are looked at for titles and numbers that repeat.
const EDGE: usize = 3;

/// A line that is on this many pages repeats.
const MIN_REPEATS: usize = 3;

/// Returns the lines of a page, in the order in which its characters are shown.
pub(super) fn of_page(page: usize, glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut bold = 0_usize;
    let mut letters = 0_usize;
    for glyph in glyphs {
        let Some(text) = &glyph.text else { continue };
        let last = lines.last_mut().filter(|line| {
            let gap = glyph.left - line.right;
            let is_level =
                (glyph.baseline - line.baseline).abs() < 0.45 * line.size.max(glyph.size);
            is_level && gap > -line.size && gap < COLUMN * line.size
        });
        let line = match last {
            Some(line) => line,
            None => {
                finish(lines.last_mut(), bold, letters);
                (bold, letters) = (0, 0);
                lines.push(Line {
                    page,
                    left: glyph.left,
                    right: glyph.left,
                    baseline: glyph.baseline,
                    ..Line::default()
                });
                let Some(line) = lines.last_mut() else { continue };
                line
            }
        };
        let is_blank = text.trim().is_empty();
        let gap = glyph.left - line.right;
        let needs_space = gap > SPACE * glyph.size || is_blank;
        if needs_space && !line.text.is_empty() && !line.text.ends_with(' ') {
            line.text.push(' ');
        }
        if !is_blank {
            line.text.push_str(text);
            // The largest characters stand on the line; others are raised or lowered.
            if glyph.size > line.size {
                (line.size, line.baseline) = (glyph.size, glyph.baseline);
            }
            letters += 1;
            bold += usize::from(glyph.is_bold);
        }
        line.right = line.right.max(glyph.right);
    }
    finish(lines.last_mut(), bold, letters);
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

fn finish(line: Option<&mut Line>, bold: usize, letters: usize) {
    if let Some(line) = line {
        line.is_bold = letters > 0 && bold * 10 >= letters * 9;
        line.text.truncate(line.text.trim_end().len());
    }
}

/// Removes page numbers, and titles that are at the edge of many pages.
pub(super) fn remove_repeated(pages: &mut [Vec<Line>]) {
    let mut pages_with: HashMap<String, usize> = HashMap::new();
    let edges: Vec<Vec<usize>> = pages.iter().map(|lines| edge(lines)).collect();
    for (lines, edge) in pages.iter().zip(&edges) {
        let mut keys: Vec<String> =
            edge.iter().filter_map(|at| lines.get(*at)).map(|line| key(&line.text)).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *pages_with.entry(key).or_default() += 1;
        }
    }
    let least = MIN_REPEATS.max(pages.len() / 5);
    for (lines, edge) in pages.iter_mut().zip(&edges) {
        let mut at = 0;
        lines.retain(|line| {
            let is_edge = edge.contains(&at);
            at += 1;
            let key = key(&line.text);
            let is_number = key.chars().all(|c| !c.is_alphabetic());
            let repeats = pages_with.get(&key).copied().unwrap_or(0) >= least;
            !(is_edge && (repeats || is_number))
        });
    }
}

/// Returns the places of the highest and lowest lines of a page.
fn edge(lines: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    let baseline = |at: usize| lines.get(at).map_or(0.0, |line| line.baseline);
    order.sort_by(|a, b| baseline(*a).total_cmp(&baseline(*b)));
    let last = order.len().saturating_sub(EDGE);
    let mut edge: Vec<usize> = order.iter().take(EDGE).copied().collect();
    edge.extend(order.iter().skip(last.max(EDGE)));
    edge
}

/// Returns a text with its numbers replaced, by which lines of several pages are compared.
fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if !c.is_numeric() {
            key.extend(c.to_lowercase());
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    key
}
