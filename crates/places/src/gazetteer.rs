//! The list of places, and the search in it by name.

use crate::format::{MAGIC, Reader, SOUTH};
use crate::key::name_hash;

/// Places by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gazetteer {
    places: Vec<Place>,
    /// Sorted.
    names: Vec<Name>,
}

/// A name of a place. Sorts by the hash, and the place that a name stands for first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    hash: u32,
    /// True if the name stands for another place first.
    is_other: bool,
    /// A position among the places.
    place: u32,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The country that it is in, or that it is.
    pub country: Country,
    /// In tenths of a degree, from −1800 to 1800.
    pub longitude: i16,
    /// In tenths of a degree, from −900 to 900.
    pub latitude: i16,
    /// A point, or the middle of an area.
    pub kind: PlaceKind,
}

/// The kind of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A country. Its place is in the middle of its largest piece of land.
    Country,
    /// A region of a country or of several. Its place is near its middle.
    Region,
    /// A town.
    Town,
}

/// A country by its code of ISO 3166-1: two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// Returns the country with a code; `None` if it is not two capital letters.
    pub fn new(code: [u8; 2]) -> Option<Country> {
        code.iter().all(u8::is_ascii_uppercase).then_some(Country(code))
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The places that a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The one that is meant most often: the largest.
    pub place: &'a Place,
    /// Others of about that size, or of another kind.
    pub others: Vec<&'a Place>,
}

impl Gazetteer {
    /// Reads a list; `None` if the bytes are not one. What it allocates is in proportion to them.
    pub fn read(bytes: &[u8]) -> Option<Gazetteer> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let mut countries = Vec::new();
        let mut count = 0_usize;
        for _ in 0..reader.number()? {
            let country = Country::new(reader.array()?)?;
            let places = reader.number()? as usize;
            count += places;
            // Each place takes some bytes.
            if count > bytes.len() {
                return None;
            }
            countries.push((country, places));
        }
        let mut places = Vec::new();
        for (country, count) in &countries {
            let mut latitude = SOUTH;
            for _ in 0..*count {
                latitude = latitude.checked_add(reader.number()? as i32)?;
                places.push(Place {
                    country: *country,
                    longitude: 0,
                    latitude: degrees(latitude, 900)?,
                    kind: PlaceKind::Town,
                });
            }
        }
        let mut start = 0;
        for (_, count) in countries {
            let mut first = 0;
            for (number, place) in places.iter_mut().skip(start).take(count).enumerate() {
                let longitude = reader.signed()?.checked_add(first)?;
                place.longitude = degrees(longitude, 1_800)?;
                if number == 0 {
                    first = longitude;
                }
            }
            start += count;
        }
        for place in &mut places {
            place.kind = match reader.array()? {
                [0] => PlaceKind::Country,
                [1] => PlaceKind::Region,
                [2] => PlaceKind::Town,
                _ => return None,
            };
        }
        let mut counts = Vec::new();
        for _ in &places {
            counts.push((reader.number()? as usize + 1, 0));
        }
        for (_, others) in &mut counts {
            *others = reader.number()? as usize;
        }
        let mut names = Vec::new();
        for (place, (count, others)) in (0..).zip(counts) {
            for number in 0..count {
                let hash = u32::from_le_bytes(reader.array()?);
                names.push(Name { hash, is_other: number + others >= count, place });
            }
        }
        names.sort_unstable();
        reader.0.is_empty().then_some(Gazetteer { places, names })
    }

    /// Returns the places with a name; `None` if the list has none.
    pub fn find(&self, name: &str) -> Option<Found<'_>> {
        let hash = name_hash(name)?;
        let start = self.names.partition_point(|name| name.hash < hash);
        let names = self.names.get(start..)?.iter().take_while(|name| name.hash == hash);
        let mut places = names.filter_map(|name| self.places.get(name.place as usize));
        Some(Found { place: places.next()?, others: places.collect() })
    }

    /// The number of places.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Returns whether there is no place.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Iterates over the places, by country.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }
}

/// Returns tenths of a degree, unless they are more than the highest.
fn degrees(tenths: i32, highest: i16) -> Option<i16> {
    i16::try_from(tenths).ok().filter(|tenths| tenths.unsigned_abs() <= highest.unsigned_abs())
}
