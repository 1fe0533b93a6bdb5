//! The edition that the page shows, as components pass it on.

use super::facet::Facet;
use super::route::Route;
use super::view::Filter;
use cuttings_edition::{Edition, OpenError};
use std::ops::Deref;
use std::rc::Rc;

/// An opened edition. Cheap to clone, and to compare: equal if it is the same one.
///
/// It is read for as long as the page is open, hence `'static`; whether its bytes are embedded or were fetched makes no
/// difference.
#[derive(Clone, Debug)]
pub struct Library(Rc<Edition<'static>>);

impl Library {
    /// Opens an edition.
    ///
    /// # Errors
    /// If the bytes are no edition that this page can read.
    pub fn open(bytes: &'static [u8]) -> Result<Library, OpenError> {
        Ok(Library(Rc::new(Edition::open(bytes)?)))
    }

    /// The route at an address of this edition: filters by values that it does not have are ignored.
    pub fn route(&self, path: &str, search: &str) -> Route {
        let mut route = Route::parse(path, search);
        if let Some(view) = route.view_mut() {
            view.filters.retain(|filter| self.has(filter));
        }
        route
    }

    /// Whether there is anything that a filter lets through.
    fn has(&self, Filter { facet, value }: &Filter) -> bool {
        let index = self.index();
        let found = index.facet_named(facet.key()).and_then(|facet| index.facet(facet));
        found.is_some_and(|facet| facet.value_labelled(value).is_some())
    }

    /// The facets that this edition has, in the order in which the page shows them.
    pub fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|facet| self.index().facet_named(facet.key()).is_some())
    }
}

impl Deref for Library {
    type Target = Edition<'static>;

    fn deref(&self) -> &Edition<'static> {
        &self.0
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
