//! The region that a map shows, and where places are within it.
//!
//! The map is equirectangular: degrees are its coordinates, and the parallel in the middle of the
//! region has its true length, so that shapes there are right at every size. No outline has to be
//! projected.

use crate::store::text::decimal;
use cuttings_places::Place;

/// The widest region: the whole world, in degrees.
const WORLD: i32 = 360;

/// The width of the smallest region. Outlines have not more detail than this shows.
const SMALLEST: i32 = 8;

/// The width of the smallest region that is chosen for places.
const SMALLEST_FIT: i32 = 24;

/// The regions above this width have the form of the world's map.
const WIDE: i32 = 200;

/// A part of the world, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// The longitude of the middle. Both edges are within −180 and 180.
    longitude: i32,
    /// The latitude of the middle.
    latitude: i32,
    /// The width, from [`SMALLEST`] to [`WORLD`].
    width: i32,
}

impl Region {
    /// The whole world without the polar regions.
    pub(super) const WORLD: Region = Region { longitude: 0, latitude: 12, width: WORLD };

    /// Returns a region within the world.
    fn new(longitude: i32, latitude: i32, width: i32) -> Region {
        let width = width.clamp(SMALLEST, WORLD);
        let room = (WORLD - width) / 2;
        let region = Region {
            longitude: longitude.clamp(-room, room),
            latitude: latitude.clamp(-60, 75),
            width,
        };
        if width == WORLD { Region::WORLD } else { region }
    }

    /// Parses a region of an address: "30,50,20" has the longitude, the latitude and the width.
    pub(super) fn parse(text: &str) -> Option<Region> {
        let mut numbers = text.split(',').map(|number| number.parse::<i32>().ok());
        let region = Region::new(numbers.next()??, numbers.next()??, numbers.next()??);
        numbers.next().is_none().then_some(region)
    }

    /// Returns the region for an address.
    pub(super) fn text(self) -> String {
        let signed = |number: i32| {
            let sign = if number < 0 { "-" } else { "" };
            [sign, &decimal(number.unsigned_abs().into())].concat()
        };
        [self.longitude, self.latitude, self.width].map(signed).join(",")
    }

    /// Returns the smallest region with all places and room around them; the world if there are
    /// none.
    pub(super) fn around<'a>(places: impl Iterator<Item = &'a Place> + Clone) -> Region {
        let longitudes = places.clone().map(|place| i32::from(place.longitude));
        let latitudes = places.map(|place| i32::from(place.latitude));
        let (Some((west, east)), Some((south, north))) = (ends(longitudes), ends(latitudes)) else {
            return Region::WORLD;
        };
        let (longitude, latitude) = ((west + east) / 20, (south + north) / 20);
        // The room is that of circles and names at the edges.
        let wanted = |tenths: i32| tenths / 10 + tenths / 40 + 4;
        let mut width = wanted(east - west).max(SMALLEST_FIT);
        while width < WORLD {
            let region = Region::new(longitude, latitude, width);
            if region.height() >= f64::from(wanted(north - south)) {
                return region;
            }
            width += 4;
        }
        Region::WORLD
    }

    /// Returns whether the map has the form of the world's: wider than that of others.
    pub(super) fn is_wide(self) -> bool {
        self.width > WIDE
    }

    /// The width of the map for a height of 1.
    pub(super) fn aspect(self) -> f64 {
        if self.is_wide() { 2.25 } else { 1.6 }
    }

    /// The height in degrees.
    fn height(self) -> f64 {
        // Wide regions have many parallels, of which one farther from the equator is in the middle.
        let parallel = self.latitude.abs().max(self.width / 10);
        f64::from(self.width) * cosine(parallel) / self.aspect()
    }

    /// Returns where a place is: shares of the width from the west and of the height from the
    /// north. A place within the region has shares from 0 to 1.
    pub(super) fn shares(self, place: &Place) -> [f64; 2] {
        let west = f64::from(self.longitude) - f64::from(self.width) / 2.0;
        let north = f64::from(self.latitude) + self.height() / 2.0;
        let (longitude, latitude) =
            (f64::from(place.longitude) / 10.0, f64::from(place.latitude) / 10.0);
        [(longitude - west) / f64::from(self.width), (north - latitude) / self.height()]
    }

    /// Returns the region for a picture whose unit is a tenth of a degree: its left and upper edge,
    /// its width and its height.
    pub(super) fn view_box(self) -> [i32; 4] {
        let height = self.height();
        let north = f64::from(self.latitude) + height / 2.0;
        let left = self.longitude * 10 - self.width * 5;
        [left, -(north * 10.0) as i32, self.width * 10, (height * 10.0) as i32]
    }

    /// Returns the region of half the width in the same middle; `None` if there is none.
    pub(super) fn closer(self) -> Option<Region> {
        let width = (self.width / 2).max(SMALLEST);
        (width < self.width).then(|| Region::new(self.longitude, self.latitude, width))
    }

    /// Returns the region of twice the width; `None` if this is the world.
    pub(super) fn farther(self) -> Option<Region> {
        (self.width < WORLD).then(|| Region::new(self.longitude, self.latitude, self.width * 2))
    }

    /// Returns the region beside this one, a third of it away to the east and to the north; `None`
    /// if there is none.
    pub(super) fn moved(self, [east, north]: [i32; 2]) -> Option<Region> {
        let step = (self.width / 3).max(1);
        let step_north = ((self.height() / 3.0) as i32).max(1);
        let moved = Region::new(
            self.longitude + east * step,
            self.latitude + north * step_north,
            self.width,
        );
        (moved != self && self.width < WORLD).then_some(moved)
    }
}

/// Returns the least and the greatest number.
fn ends(numbers: impl Iterator<Item = i32>) -> Option<(i32, i32)> {
    numbers.fold(None, |ends, number| {
        Some(ends.map_or((number, number), |(a, b): (i32, i32)| (a.min(number), b.max(number))))
    })
}

/// Returns the cosine of an angle in degrees, within a ten thousandth up to 90: its series is less
/// code than the standard library's function.
fn cosine(degrees: i32) -> f64 {
    let square = (f64::from(degrees) * std::f64::consts::PI / 180.0).powi(2);
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0)))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use cuttings_places::built_in;
    use proptest::prelude::*;

    fn around(names: &[&str]) -> Region {
        Region::around(names.iter().map(|name| built_in().find(name).unwrap().place))
    }

    #[test]
    fn places_are_within_the_region_around_them() {
        let all: [&[&str]; 5] = [
            &["Kyiv"],
            &["Lisbon", "Helsinki", "Athens"],
            &["Anchorage", "Buenos Aires"],
            &["Sydney", "Honolulu"],
            &["Singapore", "Norway"],
        ];
        for names in all {
            let region = around(names);
            for name in names {
                let [x, y] = region.shares(built_in().find(name).unwrap().place);
                assert!((0.02..=0.98).contains(&x) && (0.02..=0.98).contains(&y), "{name} {x} {y}");
            }
        }
        assert_eq!(around(&["Sydney", "Honolulu"]), Region::WORLD);
        assert_eq!(around(&[]), Region::WORLD);
        assert_eq!(around(&["Kyiv"]).width, SMALLEST_FIT);
    }

    #[test]
    fn addresses_name_regions_within_the_world() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Region::parse(text).map(Region::text).as_deref(), expected, "{text}");
        };
        check("30,50,20", Some("30,50,20"));
        check("-30,-5,20", Some("-30,-5,20"));
        check("0,0,360", Some("0,12,360"));
        check("179,99,1", Some("176,75,8"));
        check("30,50", None);
        check("30,50,20,1", None);
        check("30,x,20", None);
        check("", None);
    }

    #[test]
    fn the_cosine_is_close() {
        for degrees in 0..=90 {
            let expected = f64::from(degrees).to_radians().cos();
            assert!((cosine(degrees) - expected).abs() < 1e-4, "{degrees}");
        }
    }

    proptest! {
        #[test]
        fn moves_stay_within_the_world(
            longitude in any::<i32>(), latitude in any::<i32>(), width in any::<i32>(),
            step in 0..6_usize,
        ) {
            let text = format!("{longitude},{latitude},{width}");
            let region = Region::parse(&text).unwrap();
            let steps = [
                region.closer(), region.farther(), region.moved([1, 0]), region.moved([-1, 0]),
                region.moved([0, 1]), region.moved([0, -1]),
            ];
            for region in [Some(region), steps[step]].into_iter().flatten() {
                let [left, _, width, height] = region.view_box();
                prop_assert!(left >= -1_800 && left + width <= 1_800 && width >= 80 && height > 0);
                prop_assert_eq!(Region::parse(&region.text()), Some(region));
            }
        }
    }
}
