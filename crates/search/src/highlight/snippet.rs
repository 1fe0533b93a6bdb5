//! Snippets: the stretch of a document that shows best why it was found.

use super::highlighter::{Findings, Found, merged};
use super::sentences::sentences;
use crate::document::Field;
use std::ops::Range;

/// A stretch of one passage, and the marks in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Which of the passages that were read.
    pub passage: usize,
    /// Which bytes of its text, on character boundaries.
    pub range: Range<usize>,
    /// The marks inside that range: byte ranges of the passage's text.
    pub marks: Vec<Range<usize>>,
    /// Whether the range begins inside a sentence, so that an ellipsis belongs before it.
    pub cut_start: bool,
    /// Whether it ends inside one.
    pub cut_end: bool,
}

/// A word of the query that a stretch shows for the first time counts this much; each further hit counts 1, and
/// closeness less than 1. So a stretch with more of the query always wins.
const NEW_WORD: f32 = 100.0;

/// More hits than this in one stretch show nothing more.
const MAX_REPEATS: usize = 8;

impl Findings<'_> {
    /// The best stretch of at most about `letters` characters: with most of the query, then with most hits, then with
    /// hits closest together, then the earliest. It begins and ends with sentences; a sentence that is too long is cut
    /// between words. Without any hit, the beginning of the first passage. Titles and headings are no text to cut from;
    /// nothing when there is no other.
    pub fn snippet(&self, letters: usize) -> Option<Snippet> {
        let mut best: Option<(f32, Snippet)> = None;
        for (number, (passage, found)) in self.0.iter().enumerate() {
            if matches!(passage.field, Field::Title | Field::Heading)
                || (found.is_empty() && best.is_some())
            {
                continue;
            }
            for (range, cut_start, cut_end) in stretches(passage.text, found, letters) {
                let inside: Vec<&Found> = found
                    .iter()
                    .filter(|found| {
                        range.start <= found.range.start && found.range.end <= range.end
                    })
                    .collect();
                let value = value(&inside, letters);
                if best.as_ref().is_none_or(|(most, _)| value > *most) {
                    let marks = merged(inside.iter().map(|found| found.range.clone()).collect());
                    best = Some((
                        value,
                        Snippet { passage: number, range, marks, cut_start, cut_end },
                    ));
                }
            }
        }
        best.map(|(_, snippet)| snippet)
    }
}

/// What a stretch shows.
fn value(inside: &[&Found], letters: usize) -> f32 {
    let mut leaves: Vec<usize> = inside.iter().map(|found| found.leaf).collect();
    leaves.sort_unstable();
    leaves.dedup();
    // The shortest way from one word of the query to another.
    let closest = inside
        .iter()
        .zip(inside.iter().skip(1))
        .filter(|(a, b)| a.leaf != b.leaf)
        .map(|(a, b)| b.range.start.saturating_sub(a.range.end))
        .min();
    let closeness =
        closest.map_or(0.0, |apart| 1.0 / (1.0 + apart as f32 / letters.max(1) as f32) - 0.01);
    leaves.len() as f32 * NEW_WORD + inside.len().min(MAX_REPEATS) as f32 + closeness
}

/// The stretches to choose from: every run of sentences that fits, beginning with each one; and around each hit of a
/// sentence that does not.
fn stretches(text: &str, found: &[Found], letters: usize) -> Vec<(Range<usize>, bool, bool)> {
    let sentences = sentences(text);
    let length = |range: Range<usize>| text.get(range).map_or(0, |text| text.chars().count());
    let mut stretches = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let is_hit = found
            .iter()
            .any(|found| found.range.start < sentence.end && sentence.start < found.range.end);
        if !is_hit && number > 0 {
            continue;
        }
        if length(sentence.clone()) > letters {
            let inside = found.iter().filter(|found| {
                sentence.start <= found.range.start && found.range.end <= sentence.end
            });
            let starts: Vec<usize> = inside.map(|found| found.range.start).collect();
            if starts.is_empty() {
                stretches.push(cut(text, sentence, sentence.start, letters));
            }
            stretches.extend(starts.into_iter().map(|start| cut(text, sentence, start, letters)));
            continue;
        }
        let mut end = sentence.end;
        for next in sentences.get(number + 1..).unwrap_or_default() {
            if length(sentence.start..next.end) > letters {
                break;
            }
            end = next.end;
        }
        stretches.push((sentence.start..end, false, false));
    }
    stretches
}

/// A part of a long sentence that holds what stands at `hit`, a quarter of it before that.
fn cut(
    text: &str,
    sentence: &Range<usize>,
    hit: usize,
    letters: usize,
) -> (Range<usize>, bool, bool) {
    let before = text.get(sentence.start..hit).unwrap_or_default();
    let lead = before
        .char_indices()
        .rev()
        .nth(letters / 4)
        .map_or(sentence.start, |(at, _)| sentence.start + at);
    let start =
        if lead == sentence.start { lead } else { word_edge(text, lead..hit).unwrap_or(hit) };
    let rest = text.get(start..sentence.end).unwrap_or_default();
    let Some((reach, _)) = rest.char_indices().nth(letters) else {
        return (start..sentence.end, start > sentence.start, false);
    };
    let whole = rest.get(..reach).unwrap_or_default();
    // Text without spaces is cut between characters.
    let end = whole
        .rfind(char::is_whitespace)
        .filter(|space| start + space > hit)
        .map_or(reach, |space| whole.get(..space).map_or(0, |kept| kept.trim_end().len()));
    (start..start + end, start > sentence.start, true)
}

/// Where the first whole word of a range begins.
fn word_edge(text: &str, range: Range<usize>) -> Option<usize> {
    let stretch = text.get(range.clone())?;
    let space = stretch.find(char::is_whitespace)?;
    let after = stretch.get(space..)?;
    Some(range.start + space + after.len() - after.trim_start().len())
}
