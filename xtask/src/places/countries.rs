//! The middle of each country: a point within its largest piece of land, far from its borders.

use super::topology::{Point, Topology, area, unwrapped};
use std::collections::BTreeMap;

/// The points on each axis that are tried.
const STEPS: u32 = 48;

/// Returns the middles of countries by their numbers in ISO 3166-1.
pub(super) fn middles(topology: &Topology) -> BTreeMap<u64, Point> {
    let countries = topology.countries.iter().filter(|country| country.number > 0);
    let middles = countries.filter_map(|country| {
        let outer = country.polygons.iter().filter_map(|polygon| polygon.first());
        let rings = outer.map(|ring| unwrapped(&Topology::ring(&topology.arcs, ring)));
        let largest = rings.max_by(|a, b| area(a).total_cmp(&area(b)))?;
        let [x, y] = middle(&largest)?;
        Some((country.number, [if x > 180.0 { x - 360.0 } else { x }, y]))
    });
    middles.collect()
}

/// Returns the point of a grid within a ring that is farthest from it.
fn middle(ring: &[Point]) -> Option<Point> {
    let axis = |axis: usize| ring.iter().map(move |point| point[axis]);
    let least = [0, 1].map(|it| axis(it).fold(f64::INFINITY, f64::min));
    let most = [0, 1].map(|it| axis(it).fold(f64::NEG_INFINITY, f64::max));
    // A degree of longitude is shorter in the north.
    let narrowing = ((least[1] + most[1]) / 2.0).to_radians().cos();
    let at = |axis: usize, step: u32| {
        least[axis] + (most[axis] - least[axis]) * (f64::from(step) + 0.5) / f64::from(STEPS)
    };
    let points = (0..STEPS * STEPS).map(|step| [at(0, step % STEPS), at(1, step / STEPS)]);
    let inner = points.filter(|point| is_within(*point, ring));
    let distance = |point: &Point| {
        let to = |corner: &Point| {
            ((corner[0] - point[0]) * narrowing).powi(2) + (corner[1] - point[1]).powi(2)
        };
        ring.iter().map(to).fold(f64::INFINITY, f64::min)
    };
    inner.max_by(|a, b| distance(a).total_cmp(&distance(b))).or_else(|| ring.first().copied())
}

fn is_within([x, y]: Point, ring: &[Point]) -> bool {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed = edges.filter(|([from_x, from_y], [to_x, to_y])| {
        (*from_y > y) != (*to_y > y)
            && x < (to_x - from_x) * (y - from_y) / (to_y - from_y) + from_x
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_within() {
        let ring = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [9.0, 10.0], [9.0, 1.0], [0.0, 1.0]];
        let found = middle(&ring).unwrap();
        assert!(is_within(found, &ring), "{found:?}");
        assert!(!is_within([5.0, 5.0], &ring));
    }
}
