//! The dots of a strip: a row for each, so that none is over another.

use crate::explorer::order::{ascending, by_size};

/// A picture, in units of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) class: &'static str,
    pub(super) width: f64,
    pub(super) radius: f64,
}

impl Form {
    /// Returns the middle of a row, above the scale.
    pub(super) fn height(self, row: usize) -> f64 {
        (row as f64 + 0.7) * 2.0 * self.radius
    }
}

/// The pictures of wide pages and of phones.
pub(super) const FORMS: [Form; 2] = [
    Form { class: "wide", width: 760.0, radius: 5.0 },
    Form { class: "narrow", width: 320.0, radius: 5.0 },
];

/// A dot, or a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dot {
    /// The ends of a range, or twice the same.
    pub(super) ends: [f64; 2],
    /// The row, from 0 at the scale.
    pub(super) row: usize,
}

/// Returns the row of each dot: the lowest in which it is beside all others. The spans are in any
/// order.
pub(super) fn rows(spans: &[[f64; 2]], radius: f64) -> Vec<Dot> {
    let order = ascending(spans.iter().map(|span| by_size(span[0])));
    let mut dots: Vec<Dot> = spans.iter().map(|ends| Dot { ends: *ends, row: 0 }).collect();
    // The end of the last dot of each row.
    let mut taken: Vec<f64> = Vec::new();
    for at in order {
        let Some(dot) = dots.get_mut(at) else { continue };
        let [start, end] = dot.ends;
        let free = taken.iter().position(|taken| start - 2.0 * radius >= *taken);
        dot.row = free.unwrap_or(taken.len());
        match taken.get_mut(dot.row) {
            Some(taken) => *taken = end,
            None => taken.push(end),
        }
    }
    dots
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn close_dots_are_above_each_other() {
        let rows_of =
            |spans: &[[f64; 2]]| rows(spans, 5.0).iter().map(|dot| dot.row).collect::<Vec<usize>>();
        assert_eq!(rows_of(&[[10.0, 10.0], [30.0, 30.0]]), [0, 0]);
        assert_eq!(rows_of(&[[10.0, 10.0], [12.0, 12.0], [21.0, 21.0]]), [0, 1, 0]);
        assert_eq!(rows_of(&[[20.0, 60.0], [10.0, 10.0], [40.0, 40.0]]), [0, 0, 1]);
    }

    proptest! {
        #[test]
        fn no_dot_is_over_another(
            spans in prop::collection::vec((0.0..300.0, 0.0..80.0), 0..60),
        ) {
            let spans: Vec<[f64; 2]> =
                spans.into_iter().map(|(start, length)| [start, start + length]).collect();
            let dots = rows(&spans, 5.0);
            for (at, one) in dots.iter().enumerate() {
                for other in dots.iter().skip(at + 1).filter(|other| other.row == one.row) {
                    let is_beside = one.ends[1] + 10.0 <= other.ends[0]
                        || other.ends[1] + 10.0 <= one.ends[0];
                    prop_assert!(is_beside, "{one:?} {other:?}");
                }
            }
        }
    }
}
