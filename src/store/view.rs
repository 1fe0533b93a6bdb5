//! A view of the edition: what a person asked for, as far as a link can carry it.

use super::facet::Facet;
use std::rc::Rc;

/// A query, the filters that are on, and an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The words in the search box, exactly as typed.
    pub query: Query,
    /// The filters that are on.
    pub filters: Filters,
    /// The order of the results.
    pub sort: Sort,
}

impl View {
    /// The view that the pairs of a query string ask for. What they name that no view has is ignored.
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

    /// The pairs of the query string that ask for this view: canonical, so two links are equal if their views are.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let query = (!self.query.as_str().is_empty()).then_some(("q", self.query.as_str()));
        let sort = (self.sort != Sort::default()).then_some(("sort", self.sort.key()));
        let filters = self.filters.iter().map(|filter| (filter.facet.key(), &*filter.value));
        query.into_iter().chain(filters).chain(sort)
    }
}

/// What stands in the search box. Cheap to clone.
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

    /// Whether it asks for nothing.
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

/// One value of a facet, as something to filter by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filter {
    /// The field.
    pub facet: Facet,
    /// The value, as the index spells it.
    pub value: Rc<str>,
}

/// The filters that are on, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(
    /// Invariant: sorted, each filter once. So equal sets print equal links.
    Vec<Filter>,
);

impl Filters {
    /// Whether none is on.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are on.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Those that are on, in the order of facets, then values.
    pub fn iter(&self) -> impl Iterator<Item = &Filter> {
        self.0.iter()
    }

    /// Whether this one is on.
    pub fn contains(&self, filter: &Filter) -> bool {
        self.0.binary_search(filter).is_ok()
    }

    /// Turns one on.
    pub fn insert(&mut self, filter: Filter) {
        if let Err(place) = self.0.binary_search(&filter) {
            self.0.insert(place, filter);
        }
    }

    /// Turns one off.
    pub fn remove(&mut self, filter: &Filter) {
        self.0.retain(|other| other != filter);
    }

    /// Leaves only those that `keep` says yes to.
    pub fn retain(&mut self, keep: impl FnMut(&Filter) -> bool) {
        self.0.retain(keep);
    }
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first; seed order when nothing is searched for.
    #[default]
    Relevance,
    /// As the seeds have them.
    SeedOrder,
    /// By title.
    Title,
    /// The most words first.
    Longest,
    /// The fewest words first.
    Shortest,
}

impl Sort {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Sort; 5] = [Sort::Relevance, Sort::SeedOrder, Sort::Title, Sort::Longest, Sort::Shortest];

    /// Its name in links.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::SeedOrder => "seed",
            Sort::Title => "title",
            Sort::Longest => "longest",
            Sort::Shortest => "shortest",
        }
    }

    /// The order with this [`key`](Sort::key).
    pub fn from_key(key: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.key() == key)
    }

    /// Its name on the page.
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
