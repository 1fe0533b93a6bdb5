//! Makes lines simpler, by Visvalingam and Whyatt: the point that matters least is left out first.
//! "Line generalisation by repeated elimination of points", The Cartographic Journal 30 (1993).

use super::topology::Point;

/// Returns a line without the points that span less than an area, in square degrees, with their
/// neighbours. Both ends stay.
pub(super) fn simplified(line: &[Point], smallest: f64) -> Vec<Point> {
    let mut line = line.to_vec();
    loop {
        let areas = line.windows(3).map(|three| match three {
            [a, b, c] => triangle(*a, *b, *c),
            _ => f64::INFINITY,
        });
        let least = areas.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b));
        match least {
            // The lines of the map have a few thousand points at most.
            Some((before, area)) if area < smallest => drop(line.remove(before + 1)),
            _ => return line,
        }
    }
}

fn triangle(a: Point, b: Point, c: Point) -> f64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_matter_little_are_left_out() {
        let line = [[0.0, 0.0], [1.0, 0.1], [2.0, 0.0], [3.0, 2.0], [4.0, 0.0]];
        let [a, _, c, d, e] = line;
        assert_eq!(simplified(&line, 0.5), [a, c, d, e]);
        assert_eq!(simplified(&line, 0.05), line);
        assert_eq!(simplified(&line, 100.0), [a, e]);
        assert_eq!(simplified(&[a, e], 100.0), [a, e]);
    }
}
