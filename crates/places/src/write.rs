//! Writes a list of places.

use crate::format::{MAGIC, SOUTH};
use crate::gazetteer::{Place, PlaceKind};

/// A place with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPlace {
    /// The place.
    pub place: Place,
    /// The hashes of the names that stand for it first.
    pub names: Vec<u32>,
    /// The hashes of the names that stand for another place first.
    pub other_names: Vec<u32>,
}

/// Returns the bytes of a list of places. A place without a name is left out.
pub fn write(mut places: Vec<NamedPlace>) -> Vec<u8> {
    places.retain(|it| !(it.names.is_empty() && it.other_names.is_empty()));
    places.sort_by_key(|NamedPlace { place, names, .. }| {
        (place.country, place.latitude, place.longitude, names.first().copied())
    });
    let by_country = || places.chunk_by(|a, b| a.place.country == b.place.country);
    let mut out = MAGIC.to_vec();
    number(&mut out, by_country().count());
    for places in by_country() {
        let code = places.first().map_or("", |it| it.place.country.code());
        out.extend_from_slice(code.as_bytes());
        number(&mut out, places.len());
    }
    for places in by_country() {
        let mut before = SOUTH;
        for NamedPlace { place, .. } in places {
            let latitude = i32::from(place.latitude);
            number(&mut out, latitude.abs_diff(before) as usize);
            before = latitude;
        }
    }
    for places in by_country() {
        let mut first = None;
        for NamedPlace { place, .. } in places {
            let longitude = i32::from(place.longitude);
            let from_first = longitude - first.unwrap_or_default();
            number(&mut out, ((from_first << 1) ^ (from_first >> 31)) as u32 as usize);
            first = first.or(Some(longitude));
        }
    }
    out.extend(places.iter().map(|it| match it.place.kind {
        PlaceKind::Country => 0,
        PlaceKind::Region => 1,
        PlaceKind::Town => 2,
    }));
    for it in &places {
        number(&mut out, it.names.len() + it.other_names.len() - 1);
    }
    places.iter().for_each(|it| number(&mut out, it.other_names.len()));
    for it in &places {
        let hashes = it.names.iter().chain(&it.other_names);
        hashes.for_each(|hash| out.extend_from_slice(&hash.to_le_bytes()));
    }
    out
}

fn number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Country, Gazetteer, name_hash};
    use proptest::prelude::*;

    fn place(country: &[u8; 2], longitude: i16, latitude: i16, kind: PlaceKind) -> Place {
        Place { country: Country::new(*country).unwrap(), longitude, latitude, kind }
    }

    #[test]
    fn a_name_of_two_places_stands_for_the_first() {
        let hash = |name: &&str| name_hash(name).unwrap();
        let named = |place, names: &[&str], other_names: &[&str]| NamedPlace {
            place,
            names: names.iter().map(hash).collect(),
            other_names: other_names.iter().map(hash).collect(),
        };
        let state = place(b"US", -835, 327, PlaceKind::Region);
        let country = place(b"GE", 435, 420, PlaceKind::Country);
        let bytes = write(vec![
            named(state, &["State of Georgia"], &["Georgia"]),
            named(country, &["Georgia", "Sakartvelo"], &[]),
        ]);
        let gazetteer = Gazetteer::read(&bytes).unwrap();
        let found = gazetteer.find("georgia").unwrap();
        assert_eq!((*found.place, found.others), (country, vec![&state]));
        assert_eq!(*gazetteer.find("State of Georgia").unwrap().place, state);
        assert_eq!(gazetteer.find("Florida"), None);
    }

    fn places() -> impl Strategy<Value = Vec<NamedPlace>> {
        let country = prop::sample::select(vec![*b"DE", *b"US", *b"UA"]);
        let kind =
            prop::sample::select(vec![PlaceKind::Country, PlaceKind::Region, PlaceKind::Town]);
        let names = || prop::collection::vec(any::<u32>(), 0..4);
        let parts = (country, -1_800_i16..=1_800, -900_i16..=900, kind, names(), names());
        let places = parts.prop_map(|(country, longitude, latitude, kind, names, other_names)| {
            NamedPlace { place: place(&country, longitude, latitude, kind), names, other_names }
        });
        prop::collection::vec(places, 0..20)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(places in places()) {
            let gazetteer = Gazetteer::read(&write(places.clone())).unwrap();
            let mut expected: Vec<Place> = places
                .iter()
                .filter(|it| it.names.len() + it.other_names.len() > 0)
                .map(|it| it.place)
                .collect();
            let mut found: Vec<Place> = gazetteer.places().copied().collect();
            let key = |it: &Place| (it.country, it.latitude, it.longitude, it.kind as u8);
            expected.sort_by_key(key);
            found.sort_by_key(key);
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn damaged_bytes_never_panic(
            places in places(), at in any::<prop::sample::Index>(), byte in any::<u8>(), length in 0..400_usize,
        ) {
            let mut bytes = write(places);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = Gazetteer::read(&bytes).map(|it| it.find("Paris").is_some());
            bytes.truncate(length);
            let _ = Gazetteer::read(&bytes);
        }
    }
}
