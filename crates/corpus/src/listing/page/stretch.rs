//! Finds the stretches of lines that may hold the article: those with the most text and the fewest
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

/// The share of its words, in hundredths, that a group about something else has in common with the
/// rest at most, compared with how many words the paragraphs of the text have in common.
const COMMON_PERCENT: usize = 62;

/// The share of a stretch's text, in hundredths, that may stand above the article's title at most.
const MAX_ABOVE_PERCENT: u64 = 25;

/// The number of later starts of a stretch that are tried.
const MAX_LATER_STARTS: usize = 3;

/// The same for the text above a later start.
const COMMON_ABOVE_PERCENT: usize = 90;

/// The number of stretches that may hold the article.
const MAX_STRETCHES: usize = 3;

/// A group of paragraphs with few other lines between them.
struct Group {
    lines: Range<usize>,
    size: u64,
    /// The number of other lines before the group.
    gap: usize,
}

/// A stretch of lines that may hold the article, from a paragraph to a paragraph.
pub(super) struct Stretch {
    pub(super) lines: Range<usize>,
    /// The sum of the weights of its lines.
    pub(super) weight: i64,
    /// The lines behind wide gaps at which the article may begin, too: other text may stand above
    /// its title.
    pub(super) later_starts: Vec<usize>,
}

/// Returns the heaviest stretches that do not overlap, the heaviest first.
pub(super) fn find(facts: &Facts<'_>) -> Vec<Stretch> {
    let mut rest = Vec::from_iter(Some(0..facts.lines.len()));
    let mut stretches = Vec::new();
    for _ in 0..MAX_STRETCHES {
        let heaviest = rest
            .iter()
            .enumerate()
            .filter_map(|(n, lines)| Some((n, heaviest(facts, lines.clone())?)))
            .max_by_key(|(n, stretch)| (stretch.weight, std::cmp::Reverse(*n)));
        let Some((n, stretch)) = heaviest else { break };
        let around = rest.swap_remove(n);
        rest.extend([around.start..stretch.lines.start, stretch.lines.end..around.end]);
        let groups = without_foreign_ends(facts, groups(facts, stretch.lines));
        if let (Some(first), Some(last)) = (groups.front(), groups.back()) {
            let lines = first.lines.start..last.lines.end;
            stretches.push(Stretch {
                lines,
                later_starts: later_starts(facts, &groups),
                ..stretch
            });
        }
    }
    stretches
}

/// Returns the stretch of lines with the largest sum of weights, if there is text.
fn heaviest(facts: &Facts<'_>, lines: Range<usize>) -> Option<Stretch> {
    let mut best = Stretch { lines: 0..0, weight: 0, later_starts: Vec::new() };
    let (mut start, mut sum) = (lines.start, 0);
    for at in lines {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight(facts, at);
        if sum > best.weight {
            best = Stretch { lines: start..at + 1, weight: sum, later_starts: Vec::new() };
        }
    }
    Some(best).filter(|best| best.weight > 0)
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

/// Returns the starts of the groups behind wide gaps that have most of the text below them, if the
/// text above is about something else.
fn later_starts(facts: &Facts<'_>, groups: &VecDeque<Group>) -> Vec<usize> {
    let total: u64 = groups.iter().map(|group| group.size).sum();
    let mut topic = Topic::of(facts, groups);
    let mut above = 0;
    let sizes_above = groups.iter().map(|group| {
        above += group.size;
        above - group.size
    });
    let may_be_below = |(_, (group, above)): &(usize, (&Group, u64))| {
        *above > 0 && group.gap >= MIN_WIDE_GAP && above * 100 <= total * MAX_ABOVE_PERCENT
    };
    groups
        .iter()
        .zip(sizes_above)
        .enumerate()
        .filter(may_be_below)
        .take(MAX_LATER_STARTS)
        .filter(|(n, _)| topic.is_foreign(facts, &groups.iter().take(*n), COMMON_ABOVE_PERCENT))
        .map(|(_, (group, _))| group.lines.start)
        .collect()
}

/// Removes groups at both ends that belong to the rest of the page: the first ones if they are
/// light and about something else, the last ones if they are light and about something else or
/// behind a wide gap.
fn without_foreign_ends(facts: &Facts<'_>, groups: Vec<Group>) -> VecDeque<Group> {
    let total: u64 = groups.iter().map(|group| group.size).sum();
    let is_below = |size: u64, percent: u64| size * 100 < total * percent;
    let mut groups = VecDeque::from(groups);
    let mut topic = Topic::of(facts, &groups);
    while let (Some(first), Some(second)) = (groups.front(), groups.get(1)) {
        let is_light = second.gap >= MIN_WIDE_GAP && is_below(first.size, LIGHT_PERCENT);
        if !is_light || !topic.is_foreign(facts, &[first], COMMON_PERCENT) {
            break;
        }
        topic.remove(facts, first);
        groups.pop_front();
    }
    while let Some(last) = groups.back().filter(|_| groups.len() > 1) {
        let is_light = last.gap >= MIN_WIDE_GAP && is_below(last.size, LIGHT_PERCENT);
        let may_be_foreign = is_below(last.size, FOREIGN_PERCENT);
        if !may_be_foreign || !is_light && !topic.is_foreign(facts, &[last], COMMON_PERCENT) {
            break;
        }
        topic.remove(facts, last);
        groups.pop_back();
    }
    groups
}

/// The words that the paragraphs of a stretch share.
struct Topic {
    stems: Stems,
    /// The stems of all paragraphs, and how many of them other paragraphs have, too.
    all: usize,
    common: usize,
}

impl Topic {
    fn of<'a>(facts: &Facts<'_>, groups: impl IntoIterator<Item = &'a Group> + Copy) -> Self {
        let texts = || {
            groups
                .into_iter()
                .flat_map(|group| paragraphs(facts, group))
                .map(|at| facts.lines.text(at))
        };
        let mut stems = Stems::default();
        texts().for_each(|text| stems.add(text));
        let (mut all, mut common) = (0, 0);
        for text in texts() {
            let counts = stems.common_in(text, 2);
            all += counts.0;
            common += counts.1;
        }
        Self { stems, all, common }
    }

    fn remove(&mut self, facts: &Facts<'_>, group: &Group) {
        for at in paragraphs(facts, group) {
            self.stems.remove(facts.lines.text(at));
        }
    }

    /// Returns whether the other groups have few of the words of some groups, compared with how
    /// many words the paragraphs share.
    fn is_foreign<'a>(
        &mut self,
        facts: &Facts<'_>,
        groups: &(impl IntoIterator<Item = &'a Group> + Clone),
        percent: usize,
    ) -> bool {
        for group in groups.clone() {
            self.remove(facts, group);
        }
        let (mut all, mut common) = (0, 0);
        let paragraphs = || groups.clone().into_iter().flat_map(|group| paragraphs(facts, group));
        for at in paragraphs() {
            let counts = self.stems.common(facts.lines.text(at));
            all += counts.0;
            common += counts.1;
        }
        for at in paragraphs() {
            self.stems.add(facts.lines.text(at));
        }
        common * self.all * 100 < all * self.common * percent
    }
}

fn paragraphs<'a>(facts: &'a Facts<'_>, group: &Group) -> impl Iterator<Item = usize> + use<'a> {
    group.lines.clone().filter(|&at| facts.part(at) == Some(Part::Paragraph))
}
