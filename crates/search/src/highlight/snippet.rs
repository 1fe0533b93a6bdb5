//! Snippets: the excerpt of a document that best shows why it matches.

use super::highlighter::{Fragment, Highlights, Match, merged_ranges};
use super::sentences::sentences;
use crate::analyze::continues_cluster;
use crate::document::Field;
use std::ops::Range;

/// An excerpt of one passage, with its highlights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The number of the passage among those that were highlighted.
    pub passage: usize,
    /// The byte range in the passage's text, on character boundaries.
    pub range: Range<usize>,
    /// The highlights inside that range, as byte ranges in the passage's text.
    pub highlights: Vec<Range<usize>>,
    /// True if the range starts inside a sentence, so that an ellipsis belongs before it.
    pub is_cut_at_start: bool,
    /// True if the range ends inside a sentence.
    pub is_cut_at_end: bool,
}

/// The value of each distinct query word in an excerpt. A further match is worth 1, and proximity
/// less than 1, so an excerpt with more distinct words always wins.
const DISTINCT_WORD_VALUE: f32 = 100.0;

/// Matches beyond this many add no value.
const MAX_VALUED_MATCHES: usize = 8;

impl Highlights<'_> {
    /// Returns the best excerpt of at most about `max_chars` characters: the one with the most
    /// distinct query words, then with the most matches, then with the closest matches, then the
    /// first.
    ///
    /// It starts and ends with sentences; a sentence that is too long is cut between words. Without
    /// any match it is the start of the first passage. Titles, headings and metadata are never
    /// excerpted, so the result is `None` if there is no other passage.
    pub fn snippet(&self, max_chars: usize) -> Option<Snippet> {
        let mut best: Option<(f32, Snippet)> = None;
        for (number, Fragment { passage, matches, is_cut, .. }) in self.0.iter().enumerate() {
            if matches!(passage.field, Field::Title | Field::Heading | Field::Metadata)
                || (matches.is_empty() && best.is_some())
            {
                continue;
            }
            for excerpt in excerpts(passage.text, matches, max_chars) {
                let Excerpt { range, is_cut_at_start, is_cut_at_end } = excerpt;
                let inside: Vec<&Match> =
                    matches.iter().filter(|found| contains(&range, &found.range)).collect();
                let value = value(&inside, max_chars);
                if best.as_ref().is_none_or(|(best_value, _)| value > *best_value) {
                    let highlights = merged_ranges(inside.iter().copied());
                    // A fragment may begin and end within a sentence.
                    let after = passage.text.get(range.end..).unwrap_or_default();
                    let [is_start_cut, is_end_cut] = *is_cut;
                    let is_cut_at_start = is_cut_at_start || is_start_cut && range.start == 0;
                    let is_cut_at_end =
                        is_cut_at_end || is_end_cut && after.trim_start().is_empty();
                    let snippet = Snippet {
                        passage: number,
                        range,
                        highlights,
                        is_cut_at_start,
                        is_cut_at_end,
                    };
                    best = Some((value, snippet));
                }
            }
        }
        best.map(|(_, snippet)| snippet)
    }
}

/// A part of a passage that may become the snippet.
struct Excerpt {
    range: Range<usize>,
    is_cut_at_start: bool,
    is_cut_at_end: bool,
}

/// Returns the value of an excerpt with these matches.
fn value(matches: &[&Match], max_chars: usize) -> f32 {
    let mut targets: Vec<usize> = matches.iter().map(|found| found.target).collect();
    targets.sort_unstable();
    targets.dedup();
    let pairs = matches.iter().zip(matches.iter().skip(1));
    // The shortest distance between two different words of the query, in bytes.
    let distance = pairs
        .filter(|(a, b)| a.target != b.target)
        .map(|(a, b)| b.range.start.saturating_sub(a.range.end))
        .min();
    let proximity = distance
        .map_or(0.0, |distance| 1.0 / (1.0 + distance as f32 / max_chars.max(1) as f32) - 0.01);
    targets.len() as f32 * DISTINCT_WORD_VALUE
        + matches.len().min(MAX_VALUED_MATCHES) as f32
        + proximity
}

/// Returns the excerpts to choose from: starting with each sentence that matches, as many sentences
/// as fit; and an excerpt around each match in a sentence that does not fit.
fn excerpts(text: &str, matches: &[Match], max_chars: usize) -> Vec<Excerpt> {
    let sentences = sentences(text);
    let char_count = |range: Range<usize>| text.get(range).map_or(0, |text| text.chars().count());
    let mut excerpts = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let overlaps =
            |found: &Match| found.range.start < sentence.end && sentence.start < found.range.end;
        if number > 0 && !matches.iter().any(overlaps) {
            continue;
        }
        if char_count(sentence.clone()) > max_chars {
            let inside = matches.iter().filter(|found| contains(sentence, &found.range));
            let starts: Vec<usize> = inside.map(|found| found.range.start).collect();
            if starts.is_empty() {
                excerpts.push(cut_sentence(text, sentence, sentence.start, max_chars));
            }
            let around = |start| cut_sentence(text, sentence, start, max_chars);
            excerpts.extend(starts.into_iter().map(around));
            continue;
        }
        let mut end = sentence.end;
        for next in sentences.get(number + 1..).unwrap_or_default() {
            if char_count(sentence.start..next.end) > max_chars {
                break;
            }
            end = next.end;
        }
        excerpts.push(Excerpt {
            range: sentence.start..end,
            is_cut_at_start: false,
            is_cut_at_end: false,
        });
    }
    excerpts
}

/// Cuts an excerpt out of a long sentence, with a quarter of it before the match at `match_start`.
fn cut_sentence(
    text: &str,
    sentence: &Range<usize>,
    match_start: usize,
    max_chars: usize,
) -> Excerpt {
    let before = text.get(sentence.start..match_start).unwrap_or_default();
    let lead = before.char_indices().rev().nth(max_chars / 4);
    let lead = lead.map_or(sentence.start, |(at, _)| sentence.start + at);
    let start = if lead == sentence.start {
        lead
    } else {
        next_word_start(text, lead..match_start).unwrap_or(match_start)
    };
    let is_cut_at_start = start > sentence.start;
    let rest = text.get(start..sentence.end).unwrap_or_default();
    if rest.chars().nth(max_chars).is_none() {
        return Excerpt { range: start..sentence.end, is_cut_at_start, is_cut_at_end: false };
    }
    let chars = rest.char_indices().take(max_chars + 1);
    let limit = chars.filter(|(_, c)| !continues_cluster(*c)).last().map_or(0, |(at, _)| at);
    let within = rest.get(..limit).unwrap_or_default();
    // Text without spaces is cut between clusters of characters.
    let end = within
        .rfind(char::is_whitespace)
        .filter(|space| start + space > match_start)
        .map_or(limit, |space| within.get(..space).map_or(0, |kept| kept.trim_end().len()));
    Excerpt { range: start..start + end, is_cut_at_start, is_cut_at_end: true }
}

/// Returns the start of the first whole word in a range.
fn next_word_start(text: &str, range: Range<usize>) -> Option<usize> {
    let part = text.get(range.clone())?;
    let space = part.find(char::is_whitespace)?;
    let after = part.get(space..)?;
    Some(range.start + space + after.len() - after.trim_start().len())
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
