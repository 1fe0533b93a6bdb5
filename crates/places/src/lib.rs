//! The locations of places by their names: countries, some of their regions, and towns. The
//! outlines of land and countries to draw them on.
//!
//! A name gives one place, and the others that have it, too:
//!
//! ```
//! let gazetteer = cuttings_places::built_in();
//! let birmingham = gazetteer.find("Birmingham").unwrap();
//! assert_eq!((birmingham.place.country.code(), birmingham.place.latitude), ("GB", 525));
//! assert_eq!(birmingham.others[0].country.code(), "US");
//! assert!(gazetteer.find("Atlantis").is_none());
//! ```
//!
//! Names are kept as hashes of 32 bits, because the page that shows a map has the names already.
//! The list has the prominent places only: 3,500 towns, all countries, and the regions that news
//! names without explaining them.
//!
//! `cargo xtask places` writes the data. Places come from GeoNames (geonames.org, CC BY 4.0), which
//! a map has to name, and from `data/more_places.txt`, which is written by hand. The outlines are
//! those of Natural Earth (public domain), simplified.
//!
//! The crate has no I/O, no clock and no state, and does not panic on any input.

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod format;
mod gazetteer;
mod key;
#[cfg(feature = "build")]
mod write;

pub use gazetteer::{Country, Found, Gazetteer, Place, PlaceKind};
pub use key::name_hash;
#[cfg(feature = "build")]
pub use write::{NamedPlace, write};

use std::sync::OnceLock;

/// The outline of all land but Antarctica, as the `d` of an SVG path whose unit is a tenth of a
/// degree: x is the longitude, y the latitude from north to south.
pub const LAND: &str = include_str!("../data/land.txt");

/// The borders between countries, in the form of [`LAND`].
pub const BORDERS: &str = include_str!("../data/borders.txt");

static PLACES: &[u8] = include_bytes!("../data/places.bin");

/// Returns the list that comes with this crate, read when it is first asked for.
pub fn built_in() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| Gazetteer::read(PLACES).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let gazetteer = Gazetteer::read(PLACES).unwrap();
        assert!((3_800..5_000).contains(&gazetteer.len()), "{}", gazetteer.len());
    }

    #[track_caller]
    fn check(name: &str, expected: (&str, [i16; 2])) {
        let Place { country, longitude, latitude, .. } = built_in().find(name).unwrap().place;
        // Within three degrees, because the middle of a country is a matter of taste.
        let is_near = |a: i16, b: i16| a.abs_diff(b) <= 30;
        let [x, y] = expected.1;
        assert!(is_near(*longitude, x) && is_near(*latitude, y), "{name}: {longitude} {latitude}");
        assert_eq!(country.code(), expected.0, "{name}");
    }

    #[test]
    fn places_are_where_they_are() {
        check("Kyiv", ("UA", [305, 505]));
        check("Kiev", ("UA", [305, 505]));
        check("Kiew", ("UA", [305, 505]));
        check("Sydney", ("AU", [1512, -339]));
        check("São Paulo", ("BR", [-466, -235]));
        check("Port-au-Prince", ("HT", [-723, 185]));
        check("New York", ("US", [-740, 407]));
        check("Washington", ("US", [-770, 389]));
        check("U.S.", ("US", [-985, 395]));
        check("Frankreich", ("FR", [22, 465]));
        check("Singapore", ("SG", [1038, 13]));
        check("Georgia", ("GE", [435, 420]));
        check("Texas", ("US", [-990, 315]));
        check("Fidschi", ("FJ", [1780, -180]));
    }

    #[test]
    fn several_places_of_one_name_are_told() {
        let others = |name: &str| {
            let found = built_in().find(name).unwrap();
            found.others.iter().map(|place| place.country.code()).collect::<Vec<_>>()
        };
        assert_eq!(others("Georgia"), ["US"]);
        assert_eq!(others("Washington"), ["US"], "the state");
        assert_eq!(others("Luxembourg"), [""; 0], "the capital is in the country");
        assert_eq!(others("Moscow"), [""; 0]);
    }

    #[test]
    fn outlines_are_paths_within_the_world() {
        for path in [LAND, BORDERS] {
            // A line begins beside the start of the one before, if that is closed.
            let (mut at, mut start) = ([0_i32; 2], [0; 2]);
            let (mut numbers, mut of_line, mut digits) = (0, 0, String::new());
            for c in path.chars().chain(['m']) {
                if !digits.is_empty() && !c.is_ascii_digit() {
                    at[numbers % 2] += digits.parse::<i32>().unwrap();
                    numbers += 1;
                    of_line += 1;
                    digits.clear();
                    if of_line == 2 {
                        start = at;
                    }
                    assert!(at[0].abs() <= 1_800 && at[1].abs() <= 900, "{at:?}");
                }
                match c {
                    '0'..='9' | '-' => digits.push(c),
                    'm' => of_line = 0,
                    'z' => at = start,
                    ' ' => {}
                    _ => panic!("{c} in a path"),
                }
            }
            assert!(numbers > 1_000 && numbers % 2 == 0, "{numbers}");
        }
    }
}
