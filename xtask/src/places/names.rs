//! The places that each name stands for, in their order.

use cuttings_places::{NamedPlace, Place, PlaceKind, name_hash};
use std::collections::BTreeMap;

/// A town with less than this share of the largest place of its name is not told.
const SMALLEST_SHARE: u64 = 10;

/// Places in one country that are closer to each other than this, in tenths of a degree, are one: a
/// town and the region around it.
const NEAR: u16 = 15;

/// Places with their names, before it is known which of them a name stands for.
#[derive(Default)]
pub(super) struct Candidates {
    /// With their weights.
    places: Vec<(Place, u64)>,
    /// The places of a name, by its hash. No two names have one hash.
    names: BTreeMap<u32, (String, Vec<usize>)>,
}

impl Candidates {
    /// Adds a place with its names.
    pub(super) fn add(&mut self, names: &[&str], place: Place, weight: u64) {
        let number = self.places.len();
        self.places.push((place, weight));
        for name in names {
            let Some(hash) = name_hash(name) else { continue };
            let (_, places) =
                self.names.entry(hash).or_insert_with(|| ((*name).to_owned(), vec![]));
            if !places.contains(&number) {
                places.push(number);
            }
        }
    }

    /// Returns whether a name has a place.
    pub(super) fn has(&self, name: &str) -> bool {
        name_hash(name).is_some_and(|hash| self.names.contains_key(&hash))
    }

    /// Gives the place that a name stands for first another name, unless that has the place.
    pub(super) fn add_alias(&mut self, name: &str, other: &str) {
        let places = name_hash(name).and_then(|hash| self.names.get(&hash));
        let place = places.and_then(|(_, places)| self.in_order(places).first().copied());
        let (Some(place), Some(hash)) = (place, name_hash(other)) else { return };
        let (_, places) = self.names.entry(hash).or_insert_with(|| (other.to_owned(), vec![]));
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// Returns places in the order of their weights.
    fn in_order(&self, places: &[usize]) -> Vec<usize> {
        let weight = |place: &usize| self.places.get(*place).map_or(0, |(_, weight)| *weight);
        let mut places = places.to_vec();
        places.sort_by_key(|place| std::cmp::Reverse(weight(place)));
        places
    }

    /// Returns the places with the names that stand for each.
    pub(super) fn resolved(&self) -> Result<Vec<NamedPlace>, String> {
        let mut named: Vec<NamedPlace> = self
            .places
            .iter()
            .map(|(place, _)| NamedPlace { place: *place, names: vec![], other_names: vec![] })
            .collect();
        for (hash, (name, places)) in &self.names {
            let places = self.in_order(places);
            let Some((first, others)) = places.split_first() else { continue };
            let (Some(of_first), Some((place, weight))) =
                (named.get_mut(*first), self.places.get(*first))
            else {
                return Err(format!("{name} has no place"));
            };
            of_first.names.push(*hash);
            for other in others {
                let (Some(of_other), Some((other, other_weight))) =
                    (named.get_mut(*other), self.places.get(*other))
                else {
                    continue;
                };
                if is_another(place, *weight, other, *other_weight) {
                    of_other.other_names.push(*hash);
                }
            }
        }
        Ok(named)
    }
}

/// Returns whether a reader has to be told of another place with a name.
fn is_another(first: &Place, weight: u64, other: &Place, other_weight: u64) -> bool {
    let is_near = first.longitude.abs_diff(other.longitude) <= NEAR
        && first.latitude.abs_diff(other.latitude) <= NEAR;
    let is_within = first.country == other.country && (is_near || first.kind == PlaceKind::Country);
    let is_large = other.kind != PlaceKind::Town
        || other_weight.saturating_mul(SMALLEST_SHARE) >= weight && first.kind == PlaceKind::Town;
    !is_within && is_large
}
