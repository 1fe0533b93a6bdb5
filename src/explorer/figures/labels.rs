//! The numbers at the dots of a picture: as many as have room.

use super::dots::{Dot, Form};
use crate::explorer::order::{ascending, by_size, descending};

/// The height of the letters of labels, and the mean width of one.
const LETTERS: f64 = 11.0;
pub(super) const LETTER: f64 = 7.2;

/// The most labels, and the most characters of one.
const MAX_LABELS: usize = 28;
const MAX_CHARACTERS: usize = 22;

/// The distance of a label from its dot, that of labels above each other, and the most steps that a
/// label rises until it has room.
const GAP: f64 = 4.0;
const RISE: f64 = 15.0;
const MAX_RISES: usize = 4;

/// The text and the number, or the ends of the range, of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Labelled<'a> {
    pub(super) text: &'a str,
    pub(super) ends: [f64; 2],
}

/// A label at a dot. Heights are above the scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub(super) text: String,
    /// The middle of the label.
    pub(super) x: f64,
    /// The middle of its dot.
    pub(super) at: f64,
    /// The lower edge of the letters.
    pub(super) bottom: f64,
    /// The start of the line that leads from the dot to a label that is not beside it.
    pub(super) leader: Option<f64>,
}

impl Label {
    /// The upper edge of the letters.
    pub(super) fn top(&self) -> f64 {
        self.bottom + LETTERS
    }
}

/// A rectangle that is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    right: f64,
    bottom: f64,
    top: f64,
}

impl Area {
    fn overlaps(self, other: Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.bottom < other.top
            && other.bottom < self.top
    }
}

/// Returns the labels that have room: those of the least and the most first, then those of the
/// numbers that most figures have. Each number has one label, at its highest dot.
pub(super) fn labels(figures: &[Labelled<'_>], dots: &[Dot], form: Form) -> Vec<Label> {
    let dot_areas = dots.iter().map(|dot| Area {
        left: dot.ends[0] - form.radius,
        right: dot.ends[1] + form.radius,
        bottom: form.height(dot.row) - form.radius,
        top: form.height(dot.row) + form.radius,
    });
    let mut taken: Vec<Area> = dot_areas.collect();
    let mut labels: Vec<Label> = Vec::new();
    for at in by_importance(figures, dots) {
        let (Some(figure), Some(dot)) = (figures.get(at), dots.get(at)) else { continue };
        let length = figure.text.chars().count();
        if length == 0 || length > MAX_CHARACTERS || labels.len() >= MAX_LABELS {
            continue;
        }
        let half = length as f64 * LETTER / 2.0;
        let middle = (dot.ends[0] + dot.ends[1]) / 2.0;
        let x = inside(middle, half, form.width);
        let top = form.height(dot.row) + form.radius;
        let placed = (0..=MAX_RISES).find_map(|rise| {
            let bottom = top + GAP + rise as f64 * RISE;
            let area = Area {
                left: x - half - LETTER / 2.0,
                right: x + half + LETTER / 2.0,
                bottom: bottom - 2.0,
                top: bottom + LETTERS,
            };
            let (left, right) = (middle - 1.5, middle + 1.5);
            let leader = Area { left, right, bottom: top + 0.1, top: bottom };
            let has_leader = rise > 0;
            let is_free = |it: &Area| !(area.overlaps(*it) || has_leader && leader.overlaps(*it));
            taken.iter().all(is_free).then_some((area, has_leader.then_some(leader)))
        });
        let Some((area, leader)) = placed else { continue };
        taken.push(area);
        taken.extend(leader);
        labels.push(Label {
            text: figure.text.to_owned(),
            x,
            at: middle,
            bottom: area.bottom + 2.0,
            leader: leader.map(|leader| leader.bottom),
        });
    }
    labels
}

/// Returns the highest dot of each number: the least and the most first, then those of the numbers
/// that most figures have.
fn by_importance(figures: &[Labelled<'_>], dots: &[Dot]) -> Vec<usize> {
    let row = |at: usize| dots.get(at).map_or(0, |dot| dot.row);
    let ends = |at: usize| figures.get(at).map_or([0.0; 2], |it| it.ends);
    // The highest dot of each number, and the number of its dots.
    let mut numbers: Vec<(usize, usize)> = Vec::new();
    for at in 0..figures.len() {
        match numbers.iter_mut().find(|(top, _)| ends(*top) == ends(at)) {
            Some((top, count)) => {
                *count += 1;
                if row(at) > row(*top) {
                    *top = at;
                }
            }
            None => numbers.push((at, 1)),
        }
    }
    let by_number = ascending(numbers.iter().map(|(at, _)| by_size(ends(*at)[1])));
    let outer = [by_number.first(), by_number.last()];
    let keys = numbers.iter().enumerate().map(|(number, (_, count))| {
        if outer.contains(&Some(&number)) { 0 } else { descending(*count as u64) }
    });
    let order = ascending(keys);
    order.into_iter().filter_map(|number| numbers.get(number)).map(|(at, _)| *at).collect()
}

/// Returns the middle of a text that is to be at a place, so that it is within the picture.
pub(super) fn inside(place: f64, half: f64, width: f64) -> f64 {
    place.min(width - half).max(half)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::explorer::figures::dots::{FORMS, rows};
    use proptest::prelude::*;

    /// Places labels in the picture of wide pages.
    fn placed(figures: &[(&str, [f64; 2])]) -> Vec<Label> {
        let spans: Vec<[f64; 2]> = figures.iter().map(|(_, ends)| *ends).collect();
        let figures = figures.iter().map(|(text, ends)| Labelled { text, ends: *ends });
        labels(&figures.collect::<Vec<_>>(), &rows(&spans, FORMS[0].radius), FORMS[0])
    }

    #[test]
    fn close_labels_rise_and_numbers_have_one_each() {
        let labels = placed(&[
            ("10,000", [300.0; 2]),
            ("10,000", [300.0; 2]),
            ("11,000–12,000", [320.0, 350.0]),
            ("", [700.0; 2]),
        ]);
        let found: Vec<(&str, bool)> =
            labels.iter().map(|label| (&*label.text, label.leader.is_some())).collect();
        assert_eq!(found, [("10,000", false), ("11,000–12,000", true)]);
    }

    proptest! {
        #[test]
        fn no_label_is_over_another(
            figures in prop::collection::vec(("[0-9]{1,9}", 0.0..760.0), 0..60),
        ) {
            let figures: Vec<(&str, [f64; 2])> =
                figures.iter().map(|(text, x)| (&**text, [*x; 2])).collect();
            let labels = placed(&figures);
            prop_assert!(labels.len() <= MAX_LABELS);
            for (at, one) in labels.iter().enumerate() {
                for other in labels.iter().skip(at + 1) {
                    let room = (one.text.len() + other.text.len()) as f64 * LETTER / 2.0;
                    let is_beside = (one.x - other.x).abs() >= room;
                    let is_above = (one.bottom - other.bottom).abs() >= LETTERS;
                    prop_assert!(is_beside || is_above, "{one:?} {other:?}");
                }
            }
        }
    }
}
