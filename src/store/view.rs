//! A view of the edition: the query, filters and order that a URL carries.

use super::facet::Facet;
use std::rc::Rc;

/// A query, the active filters, and an order. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The text of the search box, exactly as typed.
    pub query: Query,
    /// The active filters.
    pub filters: Filters,
    /// The order of the results.
    pub sort: Sort,
}

impl View {
    /// Builds a view from the pairs of a query string. Unknown keys and values are ignored.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> View {
        let mut view = View::default();
        for (key, value) in pairs {
            match &key[..] {
                "q" => view.query = Query::from(value),
                "sort" => view.sort = Sort::from_key(&value).unwrap_or_default(),
                key => {
                    if let Some(facet) = Facet::from_key(key) {
                        view.filters.insert(Filter { facet, value: value.into() });
                    }
                }
            }
        }
        view
    }

    /// Returns the pairs of the view's query string, in canonical order: equal views have equal
    /// URLs.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let query = (!self.query.as_str().is_empty()).then_some(("q", self.query.as_str()));
        let sort = (self.sort != Sort::default()).then_some(("sort", self.sort.key()));
        let filters = self.filters.iter().map(|filter| (filter.facet.key(), &*filter.value));
        query.into_iter().chain(filters).chain(sort)
    }
}

/// The text of the search box. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(Rc<str>);

impl Query {
    /// The text as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, shared.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }

    /// Returns whether the text is empty or only spaces.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl Default for Query {
    fn default() -> Query {
        Query(Rc::from(""))
    }
}

impl<T: Into<Rc<str>>> From<T> for Query {
    fn from(text: T) -> Query {
        Query(text.into())
    }
}

/// A value of a facet that limits the results.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filter {
    /// The facet.
    pub facet: Facet,
    /// The value, as the index spells it.
    pub value: Rc<str>,
}

/// The active filters. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(
    /// Invariant: sorted, without duplicates, so that equal sets print equal URLs.
    Rc<Vec<Filter>>,
);

impl Filters {
    /// Returns whether no filter is active.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of active filters.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Iterates over the active filters in the order of facets, then values.
    pub fn iter(&self) -> impl Iterator<Item = &Filter> {
        self.0.iter()
    }

    /// Returns whether `filter` is active.
    pub fn contains(&self, filter: &Filter) -> bool {
        self.0.binary_search(filter).is_ok()
    }

    /// Activates a filter.
    pub fn insert(&mut self, filter: Filter) {
        if let Err(index) = self.0.binary_search(&filter) {
            Rc::make_mut(&mut self.0).insert(index, filter);
        }
    }

    /// Deactivates a filter.
    pub fn remove(&mut self, filter: &Filter) {
        Rc::make_mut(&mut self.0).retain(|other| other != filter);
    }

    /// Keeps only the filters for which `keep` returns true.
    pub fn retain(&mut self, keep: impl FnMut(&Filter) -> bool) {
        Rc::make_mut(&mut self.0).retain(keep);
    }
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first; seed order without a query.
    #[default]
    Relevance,
    /// In seed order.
    SeedOrder,
    /// By title.
    Title,
    /// Longest first.
    Longest,
    /// Shortest first.
    Shortest,
}

impl Sort {
    /// All orders, in the order in which the page offers them.
    pub const ALL: [Sort; 5] =
        [Sort::Relevance, Sort::SeedOrder, Sort::Title, Sort::Longest, Sort::Shortest];

    /// The value of the `sort` parameter.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::SeedOrder => "seed",
            Sort::Title => "title",
            Sort::Longest => "longest",
            Sort::Shortest => "shortest",
        }
    }

    /// Returns the order with this [`key`](Sort::key).
    pub fn from_key(key: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.key() == key)
    }

    /// The order's label on the page.
    pub fn label(self) -> &'static str {
        match self {
            Sort::Relevance => msg!("sort-relevance"),
            Sort::SeedOrder => msg!("sort-original"),
            Sort::Title => msg!("sort-title"),
            Sort::Longest => msg!("sort-longest"),
            Sort::Shortest => msg!("sort-shortest"),
        }
    }
}
