//! The places of names on paper: names of a pair close to each other, and no label over another.
//!
//! The places follow from the pairs and the labels alone. The arithmetic has no function whose last
//! digit depends on the machine, so that a published page and the program draw the same picture.

use crate::explorer::order::{ascending, by_size};

/// The size of a label, in units of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LabelSize {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The places of names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    /// The height of the picture.
    pub(super) height: f64,
    /// The middle of each label, from the left and from the top.
    pub(super) places: Vec<[f64; 2]>,
}

/// The least space between two labels beside each other and one above the other.
const GAPS: [f64; 2] = [9.0, 5.0];

/// The rounds in which distances are brought in line, and the factor by which each moves the names
/// less than the one before.
const ROUNDS: usize = 60;
const COOLING: f64 = 0.88;

/// The most rounds in which labels move apart before the picture grows, and by how much it does.
const SEPARATIONS: usize = 250;
const GROWTH: f64 = 1.12;

/// The most times that the picture grows.
const MAX_GROWTHS: usize = 24;

/// The part of a place that follows from its rank, so that the middle is not crowded.
const EVENNESS: f64 = 0.55;

/// The distance, in pairs, of names without a path of pairs between them.
const APART: f64 = 3.5;

/// Places labels in a picture of this width and at least this height. The labels of strong clusters
/// have to be next to each other. `pairs` has the positions of two labels each.
pub(super) fn layout(
    labels: &[LabelSize],
    pairs: &[[usize; 2]],
    width: f64,
    least_height: f64,
) -> Layout {
    let mut places = around(labels.len());
    relax(&mut places, &distances(labels.len(), pairs));
    let mut height = least_height;
    for _ in 0..MAX_GROWTHS {
        let mut placed = fitted(&places, labels, [width, height]);
        if separate(&mut placed, labels, [width, height]) {
            return Layout { height, places: placed };
        }
        height *= GROWTH;
    }
    Layout { height, places: fitted(&places, labels, [width, height]) }
}

/// Returns places on the outline of a square, one after the other.
fn around(count: usize) -> Vec<[f64; 2]> {
    let places = (0..count).map(|place| {
        let along = 4.0 * place as f64 / count as f64;
        match along {
            0.0..1.0 => [along, 0.0],
            1.0..2.0 => [1.0, along - 1.0],
            2.0..3.0 => [3.0 - along, 1.0],
            _ => [0.0, 4.0 - along],
        }
    });
    places.collect()
}

/// Returns the number of pairs on the shortest path between each two names.
fn distances(count: usize, pairs: &[[usize; 2]]) -> Vec<Vec<f64>> {
    let mut distances = vec![vec![f64::INFINITY; count]; count];
    let mut set = |one: usize, other: usize, distance: f64| {
        if let Some(slot) = distances.get_mut(one).and_then(|row| row.get_mut(other)) {
            *slot = distance;
        }
    };
    (0..count).for_each(|name| set(name, name, 0.0));
    for [one, other] in pairs {
        set(*one, *other, 1.0);
        set(*other, *one, 1.0);
    }
    for through in 0..count {
        let Some(onwards) = distances.get(through).cloned() else { break };
        for row in &mut distances {
            let first = row.get(through).copied().unwrap_or(f64::INFINITY);
            for (distance, rest) in row.iter_mut().zip(&onwards) {
                *distance = distance.min(first + rest);
            }
        }
    }
    for distance in distances.iter_mut().flatten() {
        *distance = if distance.is_finite() { *distance } else { APART };
    }
    distances
}

/// Moves names so that their distances on paper are those in pairs, as far as possible: stress is
/// minimized by gradient descent, one pair of names at a time (Zheng, Pawar and Goodman, 2018).
fn relax(places: &mut [[f64; 2]], distances: &[Vec<f64>]) {
    let longest = distances.iter().flatten().copied().fold(1.0, f64::max);
    let mut reach = longest * longest;
    for _ in 0..ROUNDS {
        for gap in 1..places.len() {
            for one in 0..places.len() - gap {
                let other = one + gap;
                let Some(wanted) = distances.get(one).and_then(|row| row.get(other)) else {
                    continue;
                };
                let Ok([first, second]) = places.get_disjoint_mut([one, other]) else { continue };
                let [dx, dy] = [first[0] - second[0], first[1] - second[1]];
                let distance = (dx * dx + dy * dy).sqrt().max(1e-6);
                let share = (reach / (wanted * wanted)).min(1.0);
                let move_by = share * (distance - wanted) / (2.0 * distance);
                *first = [first[0] - move_by * dx, first[1] - move_by * dy];
                *second = [second[0] + move_by * dx, second[1] + move_by * dy];
            }
        }
        reach *= COOLING;
    }
}

/// Returns places that fill a picture of this width and height, with all labels within it.
fn fitted(places: &[[f64; 2]], labels: &[LabelSize], size: [f64; 2]) -> Vec<[f64; 2]> {
    let mut fitted = places.to_vec();
    for axis in [0, 1] {
        let along = || places.iter().map(|place| place[axis]);
        let least = along().fold(f64::INFINITY, f64::min);
        let span = (along().fold(least, f64::max) - least).max(1e-6);
        let ranks = ascending(along().map(|place| by_size((place - least) / span)));
        let last = ranks.len().saturating_sub(1).max(1) as f64;
        for (rank, name) in ranks.into_iter().enumerate() {
            let even = rank as f64 / last;
            let Some(place) = places.get(name).map(|place| place[axis]) else { continue };
            let share = EVENNESS * even + (1.0 - EVENNESS) * (place - least) / span;
            if let (Some(slot), Some(label)) = (fitted.get_mut(name), labels.get(name)) {
                let margin = extent(label)[axis] / 2.0;
                slot[axis] = margin + share * (size[axis] - 2.0 * margin).max(0.0);
            }
        }
    }
    fitted
}

/// Moves labels apart that are over each other. Returns whether none is left.
fn separate(places: &mut [[f64; 2]], labels: &[LabelSize], size: [f64; 2]) -> bool {
    for round in 0..SEPARATIONS {
        let mut is_free = true;
        for one in 0..places.len() {
            for other in one + 1..places.len() {
                let (Some(first), Some(second)) = (labels.get(one), labels.get(other)) else {
                    continue;
                };
                let (first, second) = (extent(first), extent(second));
                let Ok([at, beside]) = places.get_disjoint_mut([one, other]) else { continue };
                let overlap = [0, 1].map(|axis| {
                    let room = (first[axis] + second[axis]) / 2.0 + GAPS[axis];
                    room - (at[axis] - beside[axis]).abs()
                });
                if overlap[0] <= 0.01 || overlap[1] <= 0.01 {
                    continue;
                }
                is_free = false;
                // Now and then labels leave each other sideways, so that no column is stuck.
                let axis = usize::from(overlap[1] <= overlap[0] && (round + one) % 4 != 0);
                let sign = if at[axis] < beside[axis] { -1.0 } else { 1.0 };
                for (place, of, sign) in [(at, first, sign), (beside, second, -sign)] {
                    let margin = of[axis] / 2.0;
                    let moved = place[axis] + sign * overlap[axis] / 2.0;
                    place[axis] = moved.min(size[axis] - margin).max(margin);
                }
            }
        }
        if is_free {
            return true;
        }
    }
    false
}

fn extent(label: &LabelSize) -> [f64; 2] {
    [label.width, label.height]
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(widths: &[f64]) -> Vec<LabelSize> {
        widths.iter().map(|width| LabelSize { width: *width, height: 18.0 }).collect()
    }

    /// Returns the distance of two places.
    fn distance(layout: &Layout, one: usize, other: usize) -> f64 {
        let [one, other] = [layout.places[one], layout.places[other]];
        ((one[0] - other[0]).powi(2) + (one[1] - other[1]).powi(2)).sqrt()
    }

    #[test]
    fn names_of_a_pair_are_close() {
        // A chain.
        let pairs = [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]];
        let layout = layout(&labels(&[60.0; 6]), &pairs, 760.0, 400.0);
        for [one, other] in pairs {
            assert!(distance(&layout, one, other) < distance(&layout, 0, 5), "{layout:?}");
        }
    }

    #[test]
    fn one_name_and_none_have_places() {
        assert_eq!(layout(&[], &[], 100.0, 50.0).places, [[0.0; 2]; 0]);
        let one = layout(&labels(&[40.0]), &[], 100.0, 50.0);
        assert!(one.places[0].iter().all(|place| place.is_finite()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn no_label_is_over_another(
            widths in prop::collection::vec(10.0..190.0, 2..=60),
            pairs in prop::collection::vec([0_usize..60, 0..60], 0..120),
            is_wide: bool,
        ) {
            let labels = labels(&widths);
            let pairs: Vec<[usize; 2]> = pairs
                .into_iter()
                .filter(|pair| pair[0] != pair[1] && pair.iter().all(|it| *it < widths.len()))
                .collect();
            let width = if is_wide { 760.0 } else { 320.0 };
            let Layout { height, places } = layout(&labels, &pairs, width, 300.0);
            for (one, (place, label)) in places.iter().zip(&labels).enumerate() {
                prop_assert!(place[0] >= label.width / 2.0 - 0.01);
                prop_assert!(place[0] <= width - label.width / 2.0 + 0.01);
                prop_assert!(place[1] >= 8.9 && place[1] <= height - 8.9);
                for (beside, wide) in places.iter().zip(&labels).skip(one + 1) {
                    let is_beside = (place[0] - beside[0]).abs() >= (label.width + wide.width) / 2.0;
                    let is_above = (place[1] - beside[1]).abs() >= 18.0;
                    prop_assert!(is_beside || is_above, "{place:?} {beside:?} in {height}");
                }
            }
        }
    }
}
