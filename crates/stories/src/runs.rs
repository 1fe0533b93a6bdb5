//! The documents that share runs of words.

use crate::fingerprint::Fingerprint;

/// The first place of a run in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RunPlace {
    /// The hash of the run.
    hash: u32,
    /// The number of the document.
    pub(crate) document: u32,
    /// The position of the first token there.
    pub(crate) position: u32,
}

/// The places of all runs that two or more documents have. A sorted list takes a tenth of the
/// memory of a map with a list for each run, because nearly all runs are in one document only.
pub(crate) struct Runs {
    /// Sorted by run, then by document.
    places: Vec<RunPlace>,
}

impl Runs {
    /// Lists the places of the runs that are shared.
    pub(crate) fn new<'d>(documents: impl Iterator<Item = &'d [Fingerprint]> + Clone) -> Self {
        let count = documents.clone().map(<[Fingerprint]>::len).sum();
        let mut places = Vec::with_capacity(count);
        for (fingerprints, document) in documents.zip(0..) {
            let place =
                |it: &Fingerprint| RunPlace { hash: it.hash, document, position: it.position };
            places.extend(fingerprints.iter().map(place));
        }
        places.sort_unstable();
        places.dedup_by_key(|place| (place.hash, place.document));
        Self { places }.only(|places| places.len() > 1)
    }

    /// Returns the runs whose places satisfy a condition.
    pub(crate) fn only(self, is_kept: impl Fn(&[RunPlace]) -> bool) -> Self {
        let places = self.lists().filter(|places| is_kept(places)).flatten().copied().collect();
        Self { places }
    }

    /// Returns the places of each run, by document.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &[RunPlace]> {
        self.places.chunk_by(|one, other| one.hash == other.hash)
    }

    /// Returns the places of a run, by document; none if no two documents share it.
    pub(crate) fn places(&self, hash: u32) -> &[RunPlace] {
        let start = self.places.partition_point(|place| place.hash < hash);
        let rest = self.places.get(start..).unwrap_or_default();
        let count = rest.partition_point(|place| place.hash == hash);
        rest.get(..count).unwrap_or_default()
    }
}

/// Returns the hash of the run of some places.
pub(crate) fn hash_of(places: &[RunPlace]) -> Option<u32> {
    places.first().map(|place| place.hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn runs_of_several_documents_are_found(
            documents in prop::collection::vec(prop::collection::vec(0_u32..12, 0..9), 0..9)
        ) {
            let fingerprints: Vec<Vec<Fingerprint>> = documents
                .iter()
                .map(|hashes| {
                    let places = hashes.iter().zip(0..);
                    places.map(|(hash, position)| Fingerprint { hash: *hash, position }).collect()
                })
                .collect();
            let runs = Runs::new(fingerprints.iter().map(Vec::as_slice));
            for hash in 0..13 {
                let found: Vec<(u32, u32)> =
                    runs.places(hash).iter().map(|it| (it.document, it.position)).collect();
                let place = |hashes: &Vec<u32>| hashes.iter().position(|it| *it == hash);
                let mut expected: Vec<(u32, u32)> = documents
                    .iter()
                    .zip(0..)
                    .filter_map(|(hashes, number)| Some((number, place(hashes)? as u32)))
                    .collect();
                if expected.len() == 1 {
                    expected.clear();
                }
                prop_assert_eq!(found, expected);
            }
        }
    }
}
