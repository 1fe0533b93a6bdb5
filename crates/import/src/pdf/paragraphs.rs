//! Joins lines into paragraphs and headings.

use std::collections::HashMap;

use cuttings_corpus::{Block, BlockKind, line_of_text};

use super::lines::Line;

/// The longest heading, in bytes.
const MAX_HEADING: usize = 200;

/// A heading is at least this much larger than the text.
const LARGER: f64 = 1.12;

/// A distance of more than this many usual ones begins a paragraph.
const APART: f64 = 1.45;

/// Lines of the same kind, one below the other.
#[derive(Debug, Default)]
struct Group {
    text: String,
    size: f64,
    is_bold: bool,
    page: usize,
    lines: usize,
}

/// Returns the blocks of a document, and the text in the largest type on its first page.
pub(super) fn blocks(pages: &[Vec<Line>]) -> (Vec<Block>, Option<String>) {
    let body = usual_size(pages);
    let groups = groups(pages, body);
    let is_heading = |group: &Group| {
        let is_short = group.text.len() <= MAX_HEADING && group.lines <= 3;
        let has_letters = group.text.chars().filter(|c| c.is_alphabetic()).count() > 2;
        let stands_out = group.size > body * LARGER
            || (group.is_bold && group.lines == 1 && !group.text.ends_with(['.', ',', ';']));
        is_short && has_letters && stands_out
    };
    let title = groups
        .iter()
        .filter(|group| group.page == 0 && is_heading(group) && group.size > body * LARGER)
        .fold(None::<&Group>, |best, group| match best {
            Some(best) if best.size * 1.02 >= group.size => Some(best),
            _ => Some(group),
        })
        .map(|group| group.text.clone());
    // The largest headings besides the title are of the second level.
    let mut sizes: Vec<i64> = groups
        .iter()
        .filter(|group| is_heading(group) && Some(&group.text) != title.as_ref())
        .map(|group| rounded(group.size))
        .collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.dedup();
    let blocks = groups.iter().filter_map(|group| {
        let text = line_of_text(&group.text)?;
        let rank = sizes.iter().position(|size| *size == rounded(group.size));
        let level = rank.map_or(2, |rank| rank.min(2) + 2) as u8;
        let kind = match is_heading(group) {
            true => BlockKind::Heading { level },
            false => BlockKind::Paragraph,
        };
        Some(Block::new(kind, text))
    });
    (blocks.collect(), title)
}

/// Returns a size in tenths, so that sizes that look the same are equal.
fn rounded(size: f64) -> i64 {
    (size * 2.0).round() as i64
}

/// Returns the size in which most of the text is set.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut letters: HashMap<i64, (usize, f64)> = HashMap::new();
    for line in pages.iter().flatten() {
        letters.entry(rounded(line.size)).or_insert((0, line.size)).0 += line.text.len();
    }
    letters.values().max_by_key(|(count, size)| (*count, rounded(*size))).map_or(1.0, |it| it.1)
}

/// Returns the usual distance between lines, in sizes.
fn usual_distance(pages: &[Vec<Line>]) -> f64 {
    let mut distances: Vec<f64> = pages
        .iter()
        .flat_map(|lines| lines.windows(2))
        .filter_map(|pair| {
            let [above, below] = pair else { return None };
            let distance = (below.baseline - above.baseline) / above.size.max(0.1);
            (0.8..3.0).contains(&distance).then_some(distance)
        })
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied().unwrap_or(1.2)
}

fn groups(pages: &[Vec<Line>], body: f64) -> Vec<Group> {
    let distance = usual_distance(pages);
    let mut groups: Vec<Group> = Vec::new();
    let mut above: Option<&Line> = None;
    for line in pages.iter().flatten() {
        let joins = above.is_some_and(|above| {
            groups.last().is_some_and(|group| joins(group, above, line, body, distance))
        });
        above = Some(line);
        match groups.last_mut().filter(|_| joins) {
            Some(group) => {
                push_line(&mut group.text, &line.text);
                group.lines += 1;
            }
            None => groups.push(Group {
                text: line.text.clone(),
                size: line.size,
                is_bold: line.is_bold,
                page: line.page,
                lines: 1,
            }),
        }
    }
    groups
}

/// Returns whether a line goes on with the paragraph of the line above.
fn joins(group: &Group, above: &Line, line: &Line, body: f64, distance: f64) -> bool {
    let is_same_size = (group.size - line.size).abs() < 0.08 * group.size.max(1.0);
    let is_item = line.text.starts_with(['•', '▪', '◦', '‣']);
    if !is_same_size || group.is_bold != line.is_bold || is_item {
        return false;
    }
    let gap = line.baseline - above.baseline;
    let is_same_column = line.page == above.page && gap > -0.5 * line.size;
    if !is_same_column {
        // The next column or page: a sentence goes on there.
        let is_text = group.size <= body * LARGER;
        let is_open = !above.text.ends_with(['.', '!', '?', ':', '”', '"', '»', '。']);
        return is_text && is_open && line.text.chars().next().is_some_and(char::is_lowercase);
    }
    let is_close = gap < APART * distance * line.size;
    // The first line of a paragraph begins further in, and its last may end early.
    let is_indented = line.left > above.left + 0.8 * line.size && group.lines > 1;
    let ends = above.text.ends_with(['.', '!', '?', ':', '”', '"', '。']);
    let is_short = above.right < line.right - 3.0 * line.size;
    is_close && !(is_indented && ends) && !(ends && is_short)
}

/// Adds a line to a paragraph. A hyphen at the end of a line is not part of the word if the word
/// goes on in lower case.
fn push_line(text: &mut String, line: &str) {
    let goes_on = line.chars().next().is_some_and(char::is_lowercase);
    if text.ends_with('\u{ad}') {
        text.pop();
    } else if let Some(start) = text.strip_suffix(['-', '\u{2010}'])
        && goes_on
        && start.ends_with(char::is_alphabetic)
    {
        text.truncate(start.len());
    } else if !text.ends_with(is_unspaced) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Returns whether a script sets no space between words, as Chinese and Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &str) {
        let mut text = String::new();
        for line in lines {
            match text.is_empty() {
                true => text.push_str(line),
                false => push_line(&mut text, line),
            }
        }
        assert_eq!(text, expected);
    }

    #[test]
    fn words_are_joined_over_lines() {
        check(&["The first boat", "left"], "The first boat left");
        check(&["the har-", "bour"], "the harbour");
        check(&["the Anglo-", "Saxon"], "the Anglo- Saxon");
        check(&["第一", "艘"], "第一艘");
    }
}
