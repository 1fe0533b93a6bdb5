//! The facets by whose values pictures compare items.

use crate::store::facet::Facet;
use crate::store::library::Library;

/// The facets of every edition that may divide the items, the preferred first.
const DIVIDING: [Facet; 5] =
    [Facet::Section, Facet::Tag, Facet::Source, Facet::Author, Facet::Language];

/// Returns the facets that can divide the items of an edition, the preferred first.
pub(super) fn dividing_facets(library: &Library) -> Vec<Facet> {
    let custom = library.custom_facets().iter();
    let facets = DIVIDING.iter().chain(custom).copied();
    facets.filter(|facet| library.can_narrow(*facet)).collect()
}
