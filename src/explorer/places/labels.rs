//! The names on a map: which circles have one, and on which side, so that no two overlap.

/// A circle on a map. Lengths are shares of the map's width, also the distance from the north.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Circle {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) radius: f64,
    /// The number of letters of its name and its number, in halves of a wide one.
    pub(super) letters: usize,
}

/// The place of a name at its circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) side: Side,
    /// The narrowest of [`WIDTHS`] at which the name shows, by its position.
    pub(super) narrowest: usize,
}

/// The side of a circle on which its name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Inside,
    Right,
    Left,
    Above,
    Below,
}

/// The widths of maps, in pixels, on which names must not overlap: those of phones, of tablets and
/// of wide windows. The styles show a name from its narrowest width on.
const WIDTHS: [f64; 3] = [286.0, 580.0, 860.0];

/// The most names that show at a width. No name covers the middles of so many circles, from the
/// largest.
const MOST: [usize; 3] = [7, 40, 40];

/// The number of circles, from the largest, that may have a name.
const CONSIDERED: usize = 120;

/// The width of a letter, the height of a line, and the gap around a name, in pixels.
const LETTER: f64 = 7.8;
const LINE: f64 = 17.0;
const GAP: f64 = 4.0;

/// A rectangle: its left, upper, right and lower edge.
type Box = [f64; 4];

/// Returns the name of each circle, if there is room for it. The first circles choose first: the
/// narrowest width with room, and a side that is free at all wider ones, because a name keeps its
/// side. `height` is that of the map as a share of its width.
pub(super) fn labels(circles: &[Circle], height: f64) -> Vec<Option<Label>> {
    let mut labels: Vec<Option<Label>> = vec![None; circles.len()];
    for (number, circle) in circles.iter().enumerate().take(CONSIDERED) {
        let labelled =
            || circles.iter().zip(&labels).filter_map(|(it, label)| Some((it, (*label)?)));
        let is_free_at = |side: Side, (place, width): (usize, f64)| {
            let label = label_box(circle, side, width);
            let middles = circles.iter().enumerate().take(MOST.get(place).copied().unwrap_or(0));
            let mut middles = middles.filter(|(other, _)| *other != number);
            let mut names = labelled().filter(|(_, other)| other.narrowest <= place);
            is_within(label, [0.0, 0.0, width, height * width])
                && (side != Side::Inside || fits_inside(circle, width))
                && !middles.any(|(_, other)| overlap(label, core(other, width)))
                && !names.any(|(other, it)| overlap(label, label_box(other, it.side, width)))
        };
        let label = (0..WIDTHS.len()).find_map(|narrowest| {
            let count = labelled().filter(|(_, label)| label.narrowest <= narrowest).count();
            if MOST.get(narrowest).is_none_or(|most| count >= *most) {
                return None;
            }
            let widths = || WIDTHS.into_iter().enumerate().skip(narrowest);
            let is_free = |side: &Side| widths().all(|width| is_free_at(*side, width));
            let sides = [Side::Inside, Side::Right, Side::Left, Side::Above, Side::Below];
            Some(Label { side: sides.into_iter().find(is_free)?, narrowest })
        });
        if let Some(place) = labels.get_mut(number) {
            *place = label;
        }
    }
    labels
}

/// Returns the number of letters of a text for [`Circle::letters`].
pub(super) fn letters(text: &str) -> usize {
    let halves = text.chars().map(|letter| if letter < '\u{1100}' { 2 } else { 4 });
    halves.sum::<usize>().div_ceil(2)
}

fn text_width(circle: &Circle) -> f64 {
    circle.letters as f64 * LETTER
}

fn fits_inside(circle: &Circle, width: f64) -> bool {
    text_width(circle) < 1.7 * circle.radius * width
}

/// Returns the rectangle of a name on a map of a width.
fn label_box(circle: &Circle, side: Side, width: f64) -> Box {
    let (x, y, radius) = (circle.x * width, circle.y * width, circle.radius * width);
    let (text, half) = (text_width(circle), LINE / 2.0);
    let (left, upper) = match side {
        Side::Inside => (x - text / 2.0, y - half),
        Side::Right => (x + radius + GAP, y - half),
        Side::Left => (x - radius - GAP - text, y - half),
        Side::Above => (x - text / 2.0, y - radius - LINE),
        Side::Below => (x - text / 2.0, y + radius),
    };
    [left, upper, left + text, upper + LINE]
}

/// Returns the middle of a circle, which no name covers.
fn core(circle: &Circle, width: f64) -> Box {
    let (x, y) = (circle.x * width, circle.y * width);
    let half = (circle.radius * width * 0.6).max(2.0);
    [x - half, y - half, x + half, y + half]
}

fn overlap(a: Box, b: Box) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn is_within(a: Box, frame: Box) -> bool {
    a[0] >= frame[0] && a[1] >= frame[1] && a[2] <= frame[2] && a[3] <= frame[3]
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn circle(x: f64, y: f64, radius: f64) -> Circle {
        Circle { x, y, radius, letters: 6 }
    }

    #[test]
    fn names_keep_to_the_map() {
        let at = |x, y| labels(&[circle(x, y, 0.01)], 0.6)[0].unwrap().side;
        assert_eq!(at(0.5, 0.3), Side::Right);
        assert_eq!(at(0.97, 0.3), Side::Left);
        let large = labels(&[circle(0.5, 0.3, 0.13)], 0.6)[0].unwrap();
        assert_eq!(large, Label { side: Side::Inside, narrowest: 0 });
    }

    #[test]
    fn one_of_two_in_one_place_has_no_room_on_a_phone() {
        let circles = [circle(0.5, 0.3, 0.03), circle(0.53, 0.3, 0.01), circle(0.55, 0.31, 0.01)];
        let labels = labels(&circles, 0.6);
        assert_eq!(labels[0].unwrap().narrowest, 0);
        assert!(labels[1..].iter().flatten().all(|label| label.side != Side::Left));
    }

    #[test]
    fn a_large_circle_has_its_name_where_there_is_room() {
        // On a phone the circles around it leave no room.
        let around = [(0.44, 0.3), (0.56, 0.3), (0.5, 0.25), (0.5, 0.35)];
        let around = around.map(|(x, y)| circle(x, y, 0.01));
        let circles = [&[circle(0.5, 0.3, 0.02)][..], &around].concat();
        let large = labels(&circles, 0.6)[0].unwrap();
        assert!(large.narrowest > 0, "{large:?}");
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!((letters("Kyiv 9"), letters("京都"), letters("")), (6, 4, 0));
    }

    proptest! {
        #[test]
        fn no_two_names_overlap(
            circles in prop::collection::vec((0.0..1.0, 0.0..0.6, 0.004..0.04, 1..20_usize), 0..80),
        ) {
            let circles: Vec<Circle> = circles
                .into_iter()
                .map(|(x, y, radius, letters)| Circle { x, y, radius, letters })
                .collect();
            let labels = labels(&circles, 0.6);
            for (number, width) in WIDTHS.into_iter().enumerate() {
                let shown = circles.iter().zip(&labels).filter_map(|(circle, label)| {
                    let label = (*label).filter(|label| label.narrowest <= number)?;
                    Some(label_box(circle, label.side, width))
                });
                let boxes: Vec<Box> = shown.collect();
                for (number, label) in boxes.iter().enumerate() {
                    prop_assert!(boxes[..number].iter().all(|other| !overlap(*label, *other)));
                    prop_assert!(is_within(*label, [0.0, 0.0, width, 0.6 * width]));
                }
            }
        }
    }
}
