//! A view of the edition: the query, the filters and the order that a URL carries.

use super::dates::{DateStyle, date_text};
use super::facet::Facet;
use super::text::labelled;
use cuttings_edition::{Day, Period};
use std::rc::Rc;

/// A query, the active filters, an order, and whether related wording is shown. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The text of the search box, exactly as typed.
    pub query: Query,
    /// The active filters.
    pub filters: Filters,
    /// The order of the results.
    pub sort: Sort,
    /// True if the reader asked for items with related wording.
    pub related: bool,
}

impl View {
    /// Builds a view from the pairs of a query string, with the facets of every edition and
    /// `custom` ones. Unknown keys and values are ignored.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>, custom: &[Facet]) -> View {
        let mut view = View::default();
        for (key, value) in pairs {
            match &key[..] {
                "q" => view.query = Query::from(value),
                "sort" => view.sort = Sort::from_key(&value).unwrap_or_default(),
                "related" => view.related = value == "on",
                // A month or a year stands for its first or last day.
                "from" => view.filters.dates.from = Period::parse(&value).and_then(|it| it.from),
                "to" => view.filters.dates.to = Period::parse(&value).and_then(|it| it.to),
                key => {
                    if let Some(facet) = Facet::from_key(key, custom) {
                        view.filters.insert(Filter { facet, value: value.into() });
                    }
                }
            }
        }
        view
    }

    /// Returns the pairs of the view's query string, in canonical order: equal views have equal
    /// URLs.
    pub fn pairs(&self) -> Vec<(&'static str, Rc<str>)> {
        let mut pairs = Vec::new();
        if !self.query.as_str().is_empty() {
            pairs.push(("q", self.query.shared()));
        }
        for filter in self.filters.iter() {
            pairs.push((filter.facet.key(), Rc::clone(&filter.value)));
        }
        for (key, day) in [("from", self.filters.dates.from), ("to", self.filters.dates.to)] {
            if let Some(day) = day {
                pairs.push((key, day.iso().into()));
            }
        }
        if self.sort != Sort::default() {
            pairs.push(("sort", self.sort.key().into()));
        }
        if self.related {
            pairs.push(("related", "on".into()));
        }
        pairs
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

/// An active filter: a value of a facet, or an end of a range of dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActiveFilter {
    /// The value of a facet.
    Value(Filter),
    /// The first day.
    From(Day),
    /// The last day.
    To(Day),
}

impl ActiveFilter {
    /// Returns the filter in words: "Weather", "from 16 May 2024".
    pub fn label(&self) -> String {
        match self {
            ActiveFilter::Value(filter) => filter.facet.value_label(&filter.value),
            ActiveFilter::From(day) => msg!("from-date", date = &date_text(*day, DateStyle::Long)),
            ActiveFilter::To(day) => msg!("to-date", date = &date_text(*day, DateStyle::Long)),
        }
    }

    /// Returns the filter in words after the name of its facet: "Section: Weather".
    pub fn name(&self) -> String {
        let facet = match self {
            ActiveFilter::Value(filter) => filter.facet.label(),
            ActiveFilter::From(_) | ActiveFilter::To(_) => msg!("date"),
        };
        labelled(facet, &self.label())
    }
}

/// The active filters. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Invariant: sorted, without duplicates, so that equal sets print equal URLs.
    values: Rc<Vec<Filter>>,
    /// The range of dates. An item without a date is in no range that has an end.
    pub dates: Period,
}

impl Filters {
    /// Returns whether no filter is active.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.dates.is_unlimited()
    }

    /// The number of active filters.
    pub fn len(&self) -> usize {
        let Period { from, to } = self.dates;
        self.values.len() + usize::from(from.is_some()) + usize::from(to.is_some())
    }

    /// Iterates over the active values in the order of facets, then values.
    pub fn iter(&self) -> impl Iterator<Item = &Filter> {
        self.values.iter()
    }

    /// Lists all active filters: the values, then the ends of the range of dates.
    pub fn active(&self) -> Vec<ActiveFilter> {
        let mut active = Vec::new();
        for filter in self.iter() {
            active.push(ActiveFilter::Value(filter.clone()));
        }
        if let Some(day) = self.dates.from {
            active.push(ActiveFilter::From(day));
        }
        if let Some(day) = self.dates.to {
            active.push(ActiveFilter::To(day));
        }
        active
    }

    /// Deactivates an active filter.
    pub fn deactivate(&mut self, filter: &ActiveFilter) {
        match filter {
            ActiveFilter::Value(filter) => self.remove(filter),
            ActiveFilter::From(_) => self.dates.from = None,
            ActiveFilter::To(_) => self.dates.to = None,
        }
    }

    /// Returns whether `filter` is active.
    pub fn contains(&self, filter: &Filter) -> bool {
        self.values.binary_search(filter).is_ok()
    }

    /// Activates a filter.
    pub fn insert(&mut self, filter: Filter) {
        if let Err(index) = self.values.binary_search(&filter) {
            Rc::make_mut(&mut self.values).insert(index, filter);
        }
    }

    /// Deactivates a filter.
    pub fn remove(&mut self, filter: &Filter) {
        Rc::make_mut(&mut self.values).retain(|other| other != filter);
    }

    /// Keeps only the values for which `keep` returns true.
    pub fn retain(&mut self, keep: impl FnMut(&Filter) -> bool) {
        Rc::make_mut(&mut self.values).retain(keep);
    }
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first. Without a query, the newest first, or in seed order if no item has a date.
    #[default]
    Relevance,
    /// By date, the newest first. Items without a date come last.
    Newest,
    /// By date, the oldest first. Items without a date come last.
    Oldest,
    /// By title.
    Title,
    /// Longest first.
    Longest,
    /// Shortest first.
    Shortest,
    /// In seed order.
    SeedOrder,
}

impl Sort {
    /// All orders, in the order in which the page offers them.
    pub const ALL: [Sort; 7] = [
        Sort::Relevance,
        Sort::Newest,
        Sort::Oldest,
        Sort::Title,
        Sort::Longest,
        Sort::Shortest,
        Sort::SeedOrder,
    ];

    /// Returns whether the order needs dates.
    pub fn is_by_date(self) -> bool {
        matches!(self, Sort::Newest | Sort::Oldest)
    }

    /// The value of the `sort` parameter.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
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
            Sort::Newest => msg!("sort-newest"),
            Sort::Oldest => msg!("sort-oldest"),
            Sort::SeedOrder => msg!("sort-original"),
            Sort::Title => msg!("sort-title"),
            Sort::Longest => msg!("sort-longest"),
            Sort::Shortest => msg!("sort-shortest"),
        }
    }
}
