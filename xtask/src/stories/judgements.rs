//! Judgements about stories and reused passages, and the measures against them.

use crate::relevance::lines;
use std::collections::{BTreeSet, HashMap};
use std::ops::{Range, RangeInclusive};
use std::path::Path;

/// A pair of ids, the lower first.
pub(crate) type Pair = (u32, u32);
/// Bytes of a text.
pub(crate) type TextRange = Range<usize>;

/// A passage is right if this share of it was judged as reused, and a judged one is found if this
/// share of it is in passages.
const MIN_SHARE: f64 = 0.5;

/// All judgements about a collection.
#[derive(Default)]
pub(crate) struct Judgements {
    pub(crate) parts: Vec<Part>,
    /// The pairs that tell one story.
    pub(crate) same: BTreeSet<Pair>,
    /// The pairs that are not counted.
    pub(crate) unsure: BTreeSet<Pair>,
    /// Articles, their sources, and what they reuse.
    reused: Vec<(u32, u32, TextRange)>,
}

/// A part of which all articles were read.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) name: String,
    ids: RangeInclusive<u32>,
}

impl Part {
    pub(crate) fn has(&self, id: u32) -> bool {
        self.ids.contains(&id)
    }

    fn has_pair(&self, pair: &Pair) -> bool {
        self.has(pair.0) && self.has(pair.1)
    }
}

/// Precision and recall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scores {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    /// The number of pairs or passages that were judged as right.
    pub(crate) count: usize,
}

impl Scores {
    fn new(right: usize, found: usize, recalled: usize, count: usize) -> Self {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        Self { precision: share(right, found), recall: share(recalled, count), count }
    }

    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(f64::EPSILON)
    }
}

impl Judgements {
    /// Reads a file of lines with a kind, a part and numbers.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let mut judgements = Self::default();
        for (line, number) in lines(path)?.zip(1..) {
            let line = line?;
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let parsed = judgements.add(&line);
            parsed.ok_or_else(|| format!("{}:{number}: cannot read it", path.display()))?;
        }
        let same = &judgements.same;
        judgements.unsure.retain(|pair| !same.contains(pair));
        Ok(judgements)
    }

    fn add(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        let [kind, part, numbers] = [fields.next()?, fields.next()?, fields.next()?];
        let numbers: Vec<u32> =
            numbers.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        match (kind, numbers.as_slice()) {
            ("part", [first, last]) => {
                self.parts.push(Part { name: part.to_owned(), ids: *first..=*last });
            }
            ("story", ids) => self.same.extend(pairs(ids)),
            ("unsure", ids) => self.unsure.extend(pairs(ids)),
            ("reuse", [article, source, start, end]) => {
                self.reused.push((*article, *source, *start as usize..*end as usize));
            }
            _ => return None,
        }
        Some(())
    }

    /// Compares pairs of articles in one story with the judged ones.
    pub(crate) fn stories(&self, part: &Part, stories: &HashMap<u32, u32>) -> Scores {
        let mut by_story: HashMap<u32, Vec<u32>> = HashMap::new();
        for (article, story) in stories.iter().filter(|(article, _)| part.has(**article)) {
            by_story.entry(*story).or_default().push(*article);
        }
        let found: BTreeSet<Pair> = by_story.values().flat_map(|ids| pairs(ids)).collect();
        let found: BTreeSet<&Pair> =
            found.iter().filter(|pair| !self.unsure.contains(pair)).collect();
        let same: Vec<&Pair> = self.same.iter().filter(|pair| part.has_pair(pair)).collect();
        let right = same.iter().filter(|pair| found.contains(*pair)).count();
        Scores::new(right, found.len(), right, same.len())
    }

    /// Compares passages with the judged ones, if there are any in a part.
    pub(crate) fn reuse(&self, part: &Part, found: &[(u32, u32, TextRange)]) -> Option<Scores> {
        let in_part =
            |(article, source, _): &&(u32, u32, TextRange)| part.has_pair(&(*article, *source));
        let judged: Vec<_> = self.reused.iter().filter(in_part).collect();
        let found: Vec<_> =
            found.iter().filter(in_part).filter(|(_, _, range)| !range.is_empty()).collect();
        if judged.is_empty() {
            return None;
        }
        let right = found.iter().filter(|(article, source, range)| {
            let of_pair = judged.iter().filter(|it| {
                (it.0, it.1) == (*article, *source) || (it.1, it.0) == (*article, *source)
            });
            covered(range, of_pair.map(|it| &it.2)) >= MIN_SHARE
        });
        // An article may have a passage of several others; one of them is enough.
        let recalled = judged.iter().filter(|(article, _, range)| {
            let of_article = found.iter().filter(|it| it.0 == *article);
            covered(range, of_article.map(|it| &it.2)) >= MIN_SHARE
        });
        Some(Scores::new(right.count(), found.len(), recalled.count(), judged.len()))
    }
}

/// Returns the pairs of some ids.
fn pairs(ids: &[u32]) -> Vec<Pair> {
    let of = |(at, one): (usize, &u32)| {
        let one = *one;
        ids.iter().skip(at + 1).map(move |other| (one.min(*other), one.max(*other)))
    };
    ids.iter().enumerate().flat_map(of).collect()
}

/// Returns the share of a range that others cover.
fn covered<'r>(range: &TextRange, others: impl Iterator<Item = &'r TextRange>) -> f64 {
    let mut others: Vec<TextRange> = others
        .map(|other| other.start.max(range.start)..other.end.min(range.end))
        .filter(|other| other.start < other.end)
        .collect();
    others.sort_by_key(|other| other.start);
    let (mut total, mut end) = (0, range.start);
    for other in others {
        total += other.end.saturating_sub(end.max(other.start));
        end = end.max(other.end);
    }
    total as f64 / range.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judgements(lines: &[&str]) -> Judgements {
        let mut judgements = Judgements::default();
        for line in lines {
            judgements.add(line).unwrap();
        }
        judgements
    }

    #[test]
    fn pairs_are_counted() {
        let judgements =
            judgements(&["part\ta\t1 9", "story\ta\t1 2 3", "unsure\ta\t4 5", "story\ta\t6 7"]);
        let stories = HashMap::from([(1, 0), (2, 0), (4, 1), (5, 1), (6, 2), (7, 2), (8, 2)]);
        let scores = judgements.stories(&judgements.parts[0], &stories);
        assert_eq!(scores, Scores { precision: 0.5, recall: 0.5, count: 4 });
    }

    #[test]
    fn passages_are_counted() {
        let judgements = judgements(&["part\ta\t1 9", "reuse\ta\t2 1 0 100", "reuse\ta\t3 1 0 40"]);
        let found = [(2, 1, 0..60), (2, 1, 60..70), (4, 1, 0..9)];
        let scores = judgements.reuse(&judgements.parts[0], &found).unwrap();
        assert_eq!(scores, Scores { precision: 2.0 / 3.0, recall: 0.5, count: 2 });
    }
}
