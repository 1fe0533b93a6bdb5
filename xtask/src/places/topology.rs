//! Reads the countries of a TopoJSON file: lines that countries share, and the rings of each.

use serde_json::Value;

/// A longitude and a latitude in degrees.
pub(super) type Point = [f64; 2];

/// The lines of a map, and what is made from them.
pub(super) struct Topology {
    pub(super) arcs: Vec<Vec<Point>>,
    pub(super) countries: Vec<Shape>,
    pub(super) land: Shape,
}

/// An area.
pub(super) struct Shape {
    /// The number of the country in ISO 3166-1, or 0.
    pub(super) number: u64,
    /// Each polygon has its outer ring first. A ring has the numbers of its arcs; that of one that
    /// runs backwards is inverted.
    pub(super) polygons: Vec<Vec<Vec<i64>>>,
}

impl Topology {
    /// Parses a file with the objects "countries" and "land".
    pub(super) fn parse(file: &Value) -> Option<Topology> {
        let transform = |name: &str| -> Option<Point> {
            let pair = file.get("transform")?.get(name)?;
            Some([pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?])
        };
        let (scale, translate) = (transform("scale")?, transform("translate")?);
        let arc = |arc: &Value| {
            let mut at = [0.0; 2];
            let points = arc.as_array()?.iter().map(|step| {
                for axis in [0, 1] {
                    at[axis] += step.get(axis)?.as_f64()?;
                }
                Some([0, 1].map(|axis| at[axis] * scale[axis] + translate[axis]))
            });
            points.collect()
        };
        let arcs = file.get("arcs")?.as_array()?.iter().map(arc).collect::<Option<_>>()?;
        let shapes = |name: &str| -> Option<Vec<Shape>> {
            let all = file.get("objects")?.get(name)?.get("geometries")?.as_array()?;
            all.iter().map(Shape::parse).collect()
        };
        let land = shapes("land")?.into_iter().next()?;
        Some(Topology { arcs, countries: shapes("countries")?, land })
    }

    /// Returns the points of a ring. `arcs` are those of the topology, or simpler ones.
    pub(super) fn ring(arcs: &[Vec<Point>], ring: &[i64]) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for number in ring {
            let is_backwards = *number < 0;
            let index = if is_backwards { !*number } else { *number };
            let arc = usize::try_from(index).ok().and_then(|index| arcs.get(index));
            let mut arc = arc.cloned().unwrap_or_default();
            if is_backwards {
                arc.reverse();
            }
            // Each arc begins where the one before ends.
            let skipped = usize::from(!points.is_empty());
            points.extend(arc.into_iter().skip(skipped));
        }
        points
    }
}

impl Shape {
    fn parse(shape: &Value) -> Option<Shape> {
        let number = shape.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let arcs = shape.get("arcs")?;
        let polygon = |polygon: &Value| -> Option<Vec<Vec<i64>>> {
            let ring = |ring: &Value| ring.as_array()?.iter().map(Value::as_i64).collect();
            polygon.as_array()?.iter().map(ring).collect()
        };
        let polygons = match shape.get("type")?.as_str()? {
            "Polygon" => vec![polygon(arcs)?],
            "MultiPolygon" => arcs.as_array()?.iter().map(polygon).collect::<Option<_>>()?,
            _ => return None,
        };
        Some(Shape { number: number.unwrap_or_default(), polygons })
    }
}

/// Returns a ring without jumps: where it crosses the 180th meridian it goes on beyond 180 degrees.
pub(super) fn unwrapped(ring: &[Point]) -> Vec<Point> {
    let mut turns = 0.0;
    let mut before: Option<f64> = None;
    let points = ring.iter().map(|[x, y]| {
        match before {
            Some(before) if x - before > 180.0 => turns -= 360.0,
            Some(before) if before - x > 180.0 => turns += 360.0,
            _ => {}
        }
        before = Some(*x);
        [x + turns, *y]
    });
    points.collect()
}

/// Returns the pieces of a ring between −180 and 180 degrees.
pub(super) fn cut(ring: &[Point]) -> Vec<Vec<Point>> {
    let ring = unwrapped(ring);
    let pieces = [-360.0, 0.0, 360.0].map(|shift| {
        let moved: Vec<Point> = ring.iter().map(|[x, y]| [x + shift, *y]).collect();
        clipped(&clipped(&moved, 180.0, 1.0), -180.0, -1.0)
    });
    pieces.into_iter().filter(|piece| piece.len() > 3).collect()
}

/// Returns the piece of a ring on one side of a meridian, to the west of it if `sign` is 1, by
/// Sutherland and Hodgman.
fn clipped(ring: &[Point], meridian: f64, sign: f64) -> Vec<Point> {
    let is_kept = |point: &Point| (point[0] - meridian) * sign <= 0.0;
    let mut kept: Vec<Point> = Vec::new();
    for pair in ring.windows(2) {
        let [from, to] = pair else { continue };
        if is_kept(from) {
            kept.push(*from);
        }
        if is_kept(from) != is_kept(to) {
            let share = (meridian - from[0]) / (to[0] - from[0]);
            kept.push([meridian, from[1] + share * (to[1] - from[1])]);
        }
    }
    kept.extend(kept.first().copied());
    kept
}

/// Returns the area of a ring in square degrees.
pub(super) fn area(ring: &[Point]) -> f64 {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    edges.map(|([x, y], [to_x, to_y])| x * to_y - to_x * y).sum::<f64>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_across_the_180th_meridian_has_a_piece_on_each_side() {
        let ring = [[170.0, 0.0], [-170.0, 0.0], [-170.0, 10.0], [170.0, 10.0], [170.0, 0.0]];
        assert_eq!(unwrapped(&ring)[1], [190.0, 0.0]);
        let pieces = cut(&ring);
        assert_eq!(pieces.iter().map(|piece| area(piece)).collect::<Vec<_>>(), [100.0, 100.0]);
        assert!(pieces.iter().flatten().all(|[x, _]| x.abs() >= 170.0 && x.abs() <= 180.0));
        let inland = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        assert_eq!(cut(&inland), [inland]);
    }
}
