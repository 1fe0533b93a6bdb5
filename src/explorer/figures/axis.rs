//! The scale on which figures are placed: linear, or logarithmic if they differ widely.

use super::amount::Amount;
use crate::explorer::order::{ascending, by_size};
use crate::messages::number;
use crate::store::text::decimal;

/// The scale is logarithmic if the largest figure has so many times the size of the one that a
/// quarter of all figures do not exceed.
const WIDE_SPAN: f64 = 25.0;

/// Percentages up to this one are on a linear scale: readers know where a half is.
const MOST_PERCENT: f64 = 200.0;

/// The most steps between the ends of a linear scale, and the most labels of a logarithmic one.
const MAX_STEPS: f64 = 5.0;
const MAX_POWERS: usize = 6;

/// The part of a logarithmic scale that is left to 0, if a figure is 0.
const ROOM_OF_ZERO: f64 = 0.06;

/// A scale of figures, none of which is negative.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ValueScale {
    low: f64,
    high: f64,
    is_logarithmic: bool,
    /// The share of the scale before its lowest number: that of 0, which has no logarithm.
    before: f64,
}

impl ValueScale {
    /// Returns the scale for figures; `None` if there is none.
    pub(super) fn of(amounts: &[Amount], are_percentages: bool) -> Option<ValueScale> {
        let sizes: Vec<f64> = amounts.iter().flat_map(|it| [it.low, it.size()]).collect();
        let order = ascending(sizes.iter().map(|size| by_size(*size)));
        let quarter = sizes.get(*order.get(order.len() / 4)?).copied()?;
        let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
        let most = sizes.iter().copied().fold(least, f64::max);
        let mut ordered = order.iter().filter_map(|at| sizes.get(*at).copied());
        let positive = ordered.find(|size| *size > 0.0);
        if let Some(positive) = positive
            && most > WIDE_SPAN * quarter.max(positive)
            && !(are_percentages && most <= MOST_PERCENT)
        {
            let low = nice(positive, |it| it <= positive).unwrap_or(positive);
            let high = nice(most, |it| it >= most).unwrap_or(most);
            let before = if least > 0.0 { 0.0 } else { ROOM_OF_ZERO };
            return Some(ValueScale { low, high, is_logarithmic: true, before });
        }
        // Close numbers are seen better without all that is below them.
        let start = if least > 0.6 * most && least < most { least } else { 0.0 };
        let step = step(most - start);
        let low = (start / step).floor() * step;
        let high = ((most / step).ceil() * step).max(low + step);
        Some(ValueScale { low, high, is_logarithmic: false, before: 0.0 })
    }

    /// Returns the place of a number on the scale, from 0 to 1.
    pub(super) fn share(&self, value: f64) -> f64 {
        if !self.is_logarithmic {
            return ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        }
        if value <= 0.0 {
            return 0.0;
        }
        let share = (value / self.low).ln() / (self.high / self.low).ln();
        (self.before + (1.0 - self.before) * share).clamp(0.0, 1.0)
    }

    /// Returns the numbers that have a label.
    pub(super) fn ticks(&self) -> Vec<f64> {
        if !self.is_logarithmic {
            let step = step(self.high - self.low);
            let count = ((self.high - self.low) / step).round() as usize;
            return (0..=count.min(20)).map(|tick| self.low + tick as f64 * step).collect();
        }
        let powers = powers().into_iter().filter(|it| (self.low..=self.high).contains(it));
        let powers: Vec<f64> = powers.collect();
        let every = powers.len().div_ceil(MAX_POWERS).max(1);
        let mut ticks: Vec<f64> = powers.into_iter().step_by(every).collect();
        if ticks.len() < 3 {
            ticks = steps().filter(|it| (self.low..=self.high).contains(it)).collect();
        }
        if self.before > 0.0 {
            ticks.insert(0, 0.0);
        }
        ticks
    }
}

/// Returns the powers of ten from a thousandth.
fn powers() -> Vec<f64> {
    let powers = (0..22).map(|power: i32| 10_f64.powi(power - 3));
    powers.collect()
}

/// Returns 1, 2 and 5 with all powers of ten, from a thousandth.
fn steps() -> impl DoubleEndedIterator<Item = f64> {
    powers().into_iter().flat_map(|power| [1.0, 2.0, 5.0].map(|it| it * power))
}

/// Returns the step that is closest to a number among those that `fits` takes.
fn nice(value: f64, fits: impl Fn(f64) -> bool) -> Option<f64> {
    let distance = |step: f64| if step > value { step / value } else { value / step };
    let fitting = steps().filter(|step| fits(*step));
    fitting.min_by(|one, other| distance(*one).total_cmp(&distance(*other)))
}

/// Returns the distance of labels on a linear scale.
fn step(span: f64) -> f64 {
    if span <= 0.0 {
        return 1.0;
    }
    steps().find(|step| span / step <= MAX_STEPS).unwrap_or(span.max(1.0))
}

/// Returns the label of a number of a scale.
pub(super) fn tick_text(value: f64) -> String {
    let whole = |unit: f64| number((value / unit).round() as u32);
    let is_multiple = |unit: f64| value >= unit && (value / unit).fract() < 1e-6;
    if is_multiple(1e12) {
        msg!("trillions", number = &whole(1e12))
    } else if is_multiple(1e9) {
        msg!("billions", number = &whole(1e9))
    } else if is_multiple(1e6) {
        msg!("millions", number = &whole(1e6))
    } else if (value - value.round()).abs() < 1e-6 {
        whole(1.0)
    } else {
        let thousandths = (value * 1000.0).round() as u64;
        let digits = decimal(1000 + thousandths % 1000);
        let digits = digits.trim_start_matches('1').trim_end_matches('0');
        msg!("fraction", whole = &decimal(thousandths / 1000), digits = digits)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scale(sizes: &[f64]) -> ValueScale {
        let amounts = sizes.iter().map(|low| Amount { low: *low, high: None, words: 0..0 });
        ValueScale::of(&amounts.collect::<Vec<_>>(), false).unwrap()
    }

    #[track_caller]
    fn check(sizes: &[f64], expected: &[&str]) {
        let ticks: Vec<String> = scale(sizes).ticks().into_iter().map(tick_text).collect();
        assert_eq!(ticks, expected, "{:?}", scale(sizes));
    }

    #[test]
    fn scales_fit_their_figures() {
        check(&[8e3, 1e4, 11e3, 12e3], &["8,000", "9,000", "10,000", "11,000", "12,000"]);
        check(&[5.0, 18.0, 97.0], &["0", "20", "40", "60", "80", "100"]);
        check(&[0.5, 0.7], &["0.5", "0.55", "0.6", "0.65", "0.7"]);
        check(&[1.0, 2.0, 30.0, 2e9], &["1", "100", "10,000", "1 million", "100 million"]);
        check(&[7.0], &["0", "2", "4", "6", "8"]);
        check(&[0.0], &["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        check(&[0.0, 1.0, 400.0], &["0", "1", "10", "100"]);
    }

    #[test]
    fn nothing_has_no_scale() {
        assert_eq!(ValueScale::of(&[], false), None);
    }

    #[test]
    fn percentages_are_linear() {
        let amounts = [1.0, 2.0, 90.0].map(|low| Amount { low, high: None, words: 0..0 });
        assert_eq!(ValueScale::of(&amounts, true).unwrap().share(50.0), 0.5);
        assert!(ValueScale::of(&amounts, false).unwrap().share(50.0) > 0.7);
    }

    proptest! {
        #[test]
        fn places_have_the_order_of_numbers(
            mut sizes in prop::collection::vec(prop_oneof![0.0..100.0, 0.0..1e16_f64], 2..20),
        ) {
            sizes.sort_unstable_by(f64::total_cmp);
            let scale = scale(&sizes);
            let places: Vec<f64> = sizes.iter().map(|size| scale.share(*size)).collect();
            prop_assert!(places.is_sorted(), "{:?}", places);
            prop_assert!(places.iter().all(|place| (0.0..=1.0).contains(place)));
            prop_assert!(scale.ticks().len() <= 24, "{:?}", scale.ticks());
        }
    }
}
