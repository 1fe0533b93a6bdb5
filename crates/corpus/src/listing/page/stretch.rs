//! Finds the stretch of lines that holds the article: the one with the most text and the fewest
//! other lines.

use std::{collections::VecDeque, ops::Range};

use super::{
    facts::{Facts, Part},
    stems::Stems,
};

/// The size that a line without a sentence takes from the sum of its stretch.
const SHORT_COST: i64 = 60;

/// The size that a short sentence takes from the sum; its own size counts, too.
const SENTENCE_COST: i64 = 45;

/// The size that a line takes that may stand anywhere in an article: repeated lines and captions.
const NEUTRAL_COST: i64 = 10;

/// The fewest other lines that end a group of paragraphs.
const MIN_GAP: usize = 3;

/// The fewest other lines that separate a group of another part of the page.
const MIN_WIDE_GAP: usize = 5;

/// The share of all text, in hundredths, under which a group behind a wide gap is light.
const LIGHT_PERCENT: u64 = 15;

/// The share of all text, in hundredths, under which the last group's words are compared.
const FOREIGN_PERCENT: u64 = 20;

/// The share of a group's words, in hundredths, of which the rest of the text has fewer if the
/// group is about something else.
const COMMON_PERCENT: usize = 25;

/// A group of paragraphs with few other lines between them.
struct Group {
    lines: Range<usize>,
    size: u64,
    /// The number of other lines before the group.
    gap: usize,
}

/// Returns the stretch from the article's first paragraph to its last, if there is text.
pub(super) fn find(facts: &Facts<'_>) -> Option<Range<usize>> {
    let groups = without_foreign_ends(facts, groups(facts, heaviest(facts)));
    Some(groups.front()?.lines.start..groups.back()?.lines.end)
}

/// Returns the stretch of lines with the largest sum of weights.
fn heaviest(facts: &Facts<'_>) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for at in 0..facts.lines.len() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight(facts, at);
        if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    best
}

fn weight(facts: &Facts<'_>, at: usize) -> i64 {
    let size = i64::from(facts.size(at));
    match facts.part(at) {
        Some(Part::Paragraph) => size,
        Some(Part::Sentence) => size - SENTENCE_COST,
        Some(Part::Short) => -SHORT_COST,
        _ => -NEUTRAL_COST,
    }
}

/// Returns the groups of paragraphs in a stretch.
fn groups(facts: &Facts<'_>, stretch: Range<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut gap = 0;
    for at in stretch {
        match facts.part(at) {
            Some(Part::Paragraph) => {
                let size = u64::from(facts.size(at));
                match groups.last_mut().filter(|_| gap < MIN_GAP) {
                    Some(group) => {
                        group.lines.end = at + 1;
                        group.size += size;
                    }
                    None => groups.push(Group { lines: at..at + 1, size, gap }),
                }
                gap = 0;
            }
            Some(Part::Sentence | Part::Short | Part::Caption) => gap += 1,
            _ => {}
        }
    }
    groups
}

/// Removes groups at both ends that belong to the rest of the page: the first ones if they are
/// light and about something else, the last ones if they are one of the two.
fn without_foreign_ends(facts: &Facts<'_>, groups: Vec<Group>) -> VecDeque<Group> {
    let total: u64 = groups.iter().map(|group| group.size).sum();
    let is_below = |size: u64, percent: u64| size * 100 < total * percent;
    let mut groups = VecDeque::from(groups);
    let mut stems = Stems::default();
    for at in groups.iter().flat_map(|group| paragraphs(facts, group)) {
        stems.add(facts.lines.text(at));
    }
    while let (Some(first), Some(second)) = (groups.front(), groups.get(1)) {
        let is_light = second.gap >= MIN_WIDE_GAP && is_below(first.size, LIGHT_PERCENT);
        if !is_light || !is_foreign(facts, first, &mut stems) {
            break;
        }
        groups.pop_front();
    }
    while let Some(last) = groups.back().filter(|_| groups.len() > 1) {
        let is_light = last.gap >= MIN_WIDE_GAP && is_below(last.size, LIGHT_PERCENT);
        let may_be_foreign = is_below(last.size, FOREIGN_PERCENT);
        if !may_be_foreign || !is_foreign(facts, last, &mut stems) && !is_light {
            break;
        }
        groups.pop_back();
    }
    groups
}

/// Removes the stems of a group, and returns whether the other groups have few of them.
fn is_foreign(facts: &Facts<'_>, group: &Group, stems: &mut Stems) -> bool {
    for at in paragraphs(facts, group) {
        stems.remove(facts.lines.text(at));
    }
    let (mut all, mut common) = (0, 0);
    for at in paragraphs(facts, group) {
        let counts = stems.common(facts.lines.text(at));
        all += counts.0;
        common += counts.1;
    }
    common * 100 < all * COMMON_PERCENT
}

fn paragraphs<'a>(facts: &'a Facts<'_>, group: &Group) -> impl Iterator<Item = usize> + use<'a> {
    group.lines.clone().filter(|&at| facts.part(at) == Some(Part::Paragraph))
}
