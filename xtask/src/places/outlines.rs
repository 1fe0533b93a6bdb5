//! The outlines of land, and the borders between countries, as paths of SVG.

use super::simplify::simplified;
use super::topology::{Point, Topology, area, cut};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The area, in square degrees, that a point has to span with its neighbours.
const SMALLEST_TRIANGLE: f64 = 0.04;

/// The area of the smallest island, in square degrees.
const SMALLEST_ISLAND: f64 = 0.15;

/// Land with a point to the south of this latitude is left out: Antarctica.
const SOUTHERN: f64 = -60.0;

/// The `d` of two paths, in tenths of a degree.
pub(super) struct Outlines {
    pub(super) land: String,
    pub(super) borders: String,
}

/// Returns the outlines of a map.
pub(super) fn outlines(topology: &Topology) -> Outlines {
    let arcs: Vec<Vec<Point>> =
        topology.arcs.iter().map(|arc| simplified(arc, SMALLEST_TRIANGLE)).collect();
    let rings = topology.land.polygons.iter().flatten();
    let rings = rings.map(|ring| Topology::ring(&arcs, ring)).filter(|ring| {
        // Antarctica has the pole, where all meridians meet.
        !ring.iter().any(|[_, latitude]| *latitude < SOUTHERN)
    });
    let rings = rings.flat_map(|ring| cut(&ring)).filter(|ring| area(ring) >= SMALLEST_ISLAND);
    // A border is a line that two countries have.
    let mut users: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (number, country) in topology.countries.iter().enumerate() {
        for arc in country.polygons.iter().flatten().flatten() {
            let users = users.entry(if *arc < 0 { !*arc } else { *arc }).or_default();
            if !users.contains(&number) {
                users.push(number);
            }
        }
    }
    let shared = users.into_iter().filter(|(_, users)| users.len() > 1);
    let borders = shared.filter_map(|(arc, _)| arcs.get(usize::try_from(arc).ok()?).cloned());
    Outlines { land: path(rings, true), borders: path(borders, false) }
}

/// Returns lines as a path with relative coordinates: "m12-3 4 5z".
fn path(lines: impl Iterator<Item = Vec<Point>>, is_closed: bool) -> String {
    let mut path = String::new();
    let mut at = [0_i32; 2];
    for line in lines {
        let tenths = |[x, y]: &Point| [(x * 10.0).round() as i32, (-y * 10.0).round() as i32];
        let mut points: Vec<[i32; 2]> = line.iter().map(tenths).collect();
        points.dedup();
        if is_closed && points.first() == points.last() {
            points.pop();
        }
        if points.len() < if is_closed { 3 } else { 2 } {
            continue;
        }
        let start = points.first().copied().unwrap_or_default();
        for (number, point) in points.iter().enumerate() {
            path.push_str(if number == 0 { "m" } else { "" });
            for axis in [0, 1] {
                let step = point[axis] - at[axis];
                // A minus sign separates as well as a space.
                let needs_space = step >= 0 && !path.ends_with('m');
                let _ = write!(path, "{}{step}", if needs_space { " " } else { "" });
            }
            at = *point;
        }
        if is_closed {
            path.push('z');
            at = start;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative() {
        let square = vec![[1.0, 1.0], [2.0, 1.0], [2.0, 0.0], [1.0, 0.0], [1.0, 1.0]];
        let other = vec![[0.0, 0.0], [0.01, 0.0], [-1.0, 0.5]];
        let lines = || [square.clone(), other.clone()].into_iter();
        assert_eq!(path(lines(), true), "m10-10 10 0 0 10-10 0z");
        assert_eq!(path(lines(), false), "m10-10 10 0 0 10-10 0 0-10m-10 10-10-5");
    }
}
