//! The results of a view.

use super::facet_counts::FacetCounts;
use super::hits::Highlighter;
use super::library::Library;
use super::view::{ActiveFilter, Sort, View};
use cuttings_edition::{Article, Item, ItemId, column};
use cuttings_search::{
    self as search, Histogram, Interpretation, KeyRange, Operator, Order, Request,
};
use std::rc::Rc;

/// The results of a view.
// `Eq` lets shared results compare by their pointers first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The first matching items, in the order of the view.
    pub items: Rc<[ItemId]>,
    /// The number of matching items.
    pub total: usize,
    /// The number of items in the edition.
    pub item_count: usize,
    /// The facets of the edition, with the number of results for each value.
    pub facets: Rc<[Rc<FacetCounts>]>,
    /// The number of results in each bar of the histogram of dates.
    pub dates: Rc<[u32]>,
    /// The query that was searched for.
    pub interpretation: QueryInterpretation,
    /// Another spelling that would find more.
    pub suggestion: Option<String>,
    /// The fields of the query with dates that cannot be read, as typed.
    pub unread_dates: Vec<String>,
    /// Finds the query's words in texts.
    pub highlighter: Highlighter,
}

/// The query that was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryInterpretation {
    /// The query as typed.
    AsTyped,
    /// The query has no word, so all items match.
    Nothing,
    /// No item contains all words of the query; the results contain some of them.
    Partial {
        /// The words that no item contains.
        missing: Vec<String>,
    },
    /// No item contains a word as typed; the search used this corrected query.
    Corrected(String),
}

impl Results {
    /// Returns for each item of the edition whether it is among the results.
    #[inline(never)] // called in several places; one copy keeps the download small
    pub fn membership(&self) -> Vec<bool> {
        let mut is_result = vec![false; self.item_count];
        for item in self.items.iter() {
            if let Some(is_result) = is_result.get_mut(item.as_usize()) {
                *is_result = true;
            }
        }
        is_result
    }

    /// Searches for `view` and returns at most `limit` of its items.
    pub fn search(library: &Library, view: &View, limit: usize) -> Results {
        let index = library.index();
        let query = search::Query::parse(view.query.as_str());
        let filters = search_filters(library, view);
        let ranges = search_ranges(view);
        let histogram = library.date_bars();
        let histogram = histogram.map(|it| Histogram { column: column::DATE, starts: &it.starts });
        let order = match effective_sort(library, view) {
            Sort::Relevance => Order::Relevance,
            Sort::Newest => Order::Descending(column::DATE),
            Sort::Oldest => Order::Ascending(column::DATE),
            Sort::SeedOrder => Order::Document,
            Sort::Title => Order::Ascending(column::TITLE),
            Sort::Longest => Order::Descending(column::WORD_COUNT),
            Sort::Shortest => Order::Ascending(column::WORD_COUNT),
        };
        let outcome = library.search(&Request {
            filters: &filters,
            ranges: &ranges,
            histogram,
            order,
            limit,
            skips_absent_facets: cfg!(feature = "parts"),
            ..Request::new(&query)
        });
        let facets = library.facets().into_iter().filter_map(|facet| {
            let id = facet.id();
            let counts = outcome.facets.get(usize::from(id.0))?;
            let selected = filters.iter().find(|filter| filter.facet == id);
            let selected = selected.map_or(Vec::new(), |filter| filter.values.clone());
            let len = index.facet(id).map_or(0, |facet| facet.len());
            Some(Rc::new(FacetCounts { facet, id, counts: counts.clone(), len, selected }))
        });
        Results {
            items: outcome.hits.iter().map(|hit| ItemId(hit.doc.0)).collect(),
            total: outcome.total as usize,
            item_count: library.len(),
            facets: facets.collect(),
            dates: outcome.histogram.as_slice().into(),
            interpretation: match &outcome.interpretation {
                Interpretation::AsTyped if query.is_empty() && !view.query.is_blank() => {
                    QueryInterpretation::Nothing
                }
                Interpretation::AsTyped => QueryInterpretation::AsTyped,
                Interpretation::Partial { missing } => {
                    QueryInterpretation::Partial { missing: missing.clone() }
                }
                Interpretation::Corrected { query } => {
                    QueryInterpretation::Corrected(query.clone())
                }
            },
            suggestion: outcome.suggestion.clone(),
            unread_dates: outcome.unread_fields.clone(),
            highlighter: Highlighter::new(search::Highlighter::new(index, &outcome)),
        }
    }

    /// Returns the articles before and after `article` in these results; `None` twice if it is not
    /// among them.
    pub fn neighbours(&self, library: &Library, article: ItemId) -> [Option<Article<'static>>; 2] {
        let mut around = self.items.splitn(2, |&item| item == article);
        let (Some(before), Some(after)) = (around.next(), around.next()) else {
            return [None, None];
        };
        let article = |&item: &ItemId| match library.item(item)? {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        };
        [before.iter().rev().find_map(article), after.iter().find_map(article)]
    }
}

/// Returns, for each active filter, the number of results without it. Filters whose removal would
/// still leave no result are omitted.
pub fn totals_without_each_filter(library: &Library, view: &View) -> Vec<(ActiveFilter, usize)> {
    let mut totals = Vec::new();
    for filter in view.filters.active() {
        let mut view = view.clone();
        view.filters.deactivate(&filter);
        let total = Results::search(library, &view, 0).total;
        if total > 0 {
            totals.push((filter, total));
        }
    }
    totals
}

/// Returns the order in which a view shows its results. Without a query there is no relevance, so
/// the newest come first; without dates there is no order by date.
pub fn effective_sort(library: &Library, view: &View) -> Sort {
    let is_dated = library.date_bars().is_some();
    match view.sort {
        Sort::Relevance if is_dated && view.query.is_blank() => Sort::Newest,
        sort if sort.is_by_date() && !is_dated => Sort::Relevance,
        sort => sort,
    }
}

/// Returns the articles whose titles share words with a path, the closest first; at most three.
pub fn closest_articles(library: &Library, path: &str) -> Vec<Article<'static>> {
    let words: String = path.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let query = search::Query::parse(&words);
    if query.is_empty() {
        return Vec::new();
    }
    let request = Request { operator: Operator::Or, limit: 10, ..Request::new(&query) };
    let hits = library.search(&request).hits;
    let articles = hits.iter().filter_map(|hit| match library.item(ItemId(hit.doc.0))? {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    });
    articles.take(3).collect()
}

/// Returns the range of dates of a view, if it has one.
pub(super) fn search_ranges(view: &View) -> Vec<KeyRange> {
    let (from, to) = view.filters.dates.keys();
    let range = KeyRange { column: column::DATE, from, to };
    if view.filters.dates.is_unlimited() { Vec::new() } else { vec![range] }
}

/// Returns the filters of a view by the index's ids.
pub(super) fn search_filters(library: &Library, view: &View) -> Vec<search::Filter> {
    let index = library.index();
    let mut filters: Vec<search::Filter> = Vec::new();
    // The filters of a facet are adjacent.
    for filter in view.filters.iter() {
        let facet = filter.facet.id();
        let value = index.facet(facet).and_then(|facet| facet.value_labelled(&filter.value));
        let Some(value) = value else { continue };
        match filters.last_mut() {
            Some(last) if last.facet == facet => last.values.push(value),
            _ => filters.push(search::Filter { facet, values: vec![value] }),
        }
    }
    filters
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    fn results(search: &str) -> (Library, Results) {
        let library = fixture::library();
        let route = library.route("", search);
        let results = Results::search(&library, route.view().unwrap(), 60);
        (library, results)
    }

    /// Compares the titles that a query string finds, in order.
    #[track_caller]
    fn check(search: &str, expected: &[&str]) {
        let (library, results) = results(search);
        let titles: Vec<&str> = results
            .items
            .iter()
            .map(|&id| library.item(id).map_or("", |item| item.title()))
            .collect();
        assert_eq!(titles, expected);
        assert_eq!((results.total, results.item_count), (expected.len(), 5));
    }

    const FERRY: &str = "Ferry returns to the northern route";
    const STORM: &str = "Storm <script>alert(1)</script> & after";
    const FAEHRE: &str = "Fähre nach Norden";
    const CALM: &str = "Calm days ahead";
    const MASTER: &str = "Harbour master to be elected";

    #[test]
    fn without_a_query_items_come_in_seed_order() {
        check("", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
        check("sort=seed", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
        check("sort=title", &[CALM, FAEHRE, FERRY, MASTER, STORM]);
        check("sort=longest&kind=article", &[FAEHRE, FERRY, STORM]);
        check("sort=shortest&kind=article", &[STORM, FERRY, FAEHRE]);
    }

    #[test]
    fn words_find_the_items_that_contain_them() {
        // The last one has the word in its section alone.
        check("q=ferry", &[FERRY, STORM, FAEHRE]);
        check("q=fahr", &[FAEHRE]);
        check("q=ferry&sort=longest", &[FAEHRE, FERRY, STORM]);
        check("q=zzzzzz", &[]);
    }

    #[test]
    fn filters_of_one_facet_are_alternatives() {
        check("section=Weather", &[STORM, CALM]);
        check("section=Weather&section=Elections", &[STORM, CALM, MASTER]);
        check("section=Weather&kind=teaser", &[CALM]);
        check("section=Nowhere&section=Weather", &[STORM, CALM]);
        check("section=Nowhere", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
    }

    /// Compares the titles that a query string finds in the dated edition, in order.
    #[track_caller]
    fn check_dated(search: &str, expected: &[&str]) {
        let library = fixture::dated();
        let results = fixture::results(&library, search);
        let title = |id: &ItemId| library.item(*id).map_or("", |item| item.title());
        let titles: Vec<&str> = results.items.iter().map(title).collect();
        assert_eq!((titles, results.total), (expected.to_vec(), expected.len()), "{search}");
    }

    const NORTH: &str = "Ferry to the north";
    const NORDEN: &str = "Fähre nach Norden";
    const UNDATED: [&str; 3] = ["A storm", "Calm", "Rain ahead"];

    #[test]
    fn a_dated_edition_starts_with_the_newest() {
        let [storm, calm, rain] = UNDATED;
        check_dated("", &[NORDEN, NORTH, storm, calm, rain]);
        check_dated("sort=newest", &[NORDEN, NORTH, storm, calm, rain]);
        check_dated("sort=oldest", &[NORTH, NORDEN, storm, calm, rain]);
        check_dated("sort=seed", &[NORTH, NORDEN, storm, calm, rain]);
        check_dated("q=ferry", &[NORTH, storm, NORDEN]);
        check_dated("q=ferry&sort=oldest", &[NORTH, NORDEN, storm]);
        check_dated("q=++", &[NORDEN, NORTH, storm, calm, rain]);
        check("sort=newest", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
        check("sort=oldest", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
    }

    #[test]
    fn items_without_a_date_are_in_no_range() {
        check_dated("from=2023-05-16", &[NORDEN, NORTH]);
        check_dated("from=2023-05-17", &[NORDEN]);
        check_dated("to=2024-04-11", &[NORDEN, NORTH]);
        check_dated("to=2024-04-10", &[NORTH]);
        check_dated("from=2023&to=2023", &[NORTH]);
        check_dated("from=2024-05&to=2023", &[]);
        check_dated("q=date:2024", &[NORDEN]);
        check_dated("q=before:2024&from=2023", &[NORTH]);
        let [storm, calm, rain] = UNDATED;
        check_dated("q=-date:2023..2024", &[storm, calm, rain]);
        let library = fixture::dated();
        let results = fixture::results(&library, "q=date:soon");
        assert_eq!((results.total, &results.unread_dates[..]), (0, &["date:soon".to_owned()][..]));
    }

    #[test]
    fn metadata_filters_and_is_searched() {
        for search in ["tag=prices", "author=Jan+Okonkwo", "source=Harbour+Post", "q=prices"] {
            check_dated(search, &[NORTH]);
        }
        check_dated("tag=boats", &[NORDEN, NORTH]);
        check_dated("author=Ada+Berg&author=Harbour+Board", &[NORDEN, NORTH]);
        check_dated("series=Routes&lang=de", &[NORDEN]);
        check_dated("q=series:routes+-lang:de", &[NORTH]);
        check_dated("q=author:okonkwo", &[NORTH]);
    }

    #[test]
    fn facets_that_narrow_nothing_are_left_out() {
        let keys = |library: &Library| -> Vec<&str> {
            let results = Results::search(library, &View::default(), 1);
            results.facets.iter().map(|counts| counts.facet.key()).collect()
        };
        assert_eq!(
            keys(&fixture::dated()),
            ["section", "kind", "tag", "author", "source", "lang", "length", "series"]
        );
        assert_eq!(
            keys(&fixture::library()),
            ["section", "kind", "author", "lang", "person", "place", "length"]
        );
        // Both articles have one section, one language, one length and one person.
        assert_eq!(keys(&fixture::two_articles()), [""; 0]);
    }

    #[test]
    fn the_histogram_ignores_the_range_of_dates_alone() {
        let library = fixture::dated();
        let months = |search: &str| {
            let results = fixture::results(&library, search);
            let bars = library.date_bars().unwrap();
            let bars = (0..bars.len()).map(|bar| bars.label(bar)).zip(results.dates.to_vec());
            bars.filter(|(_, count)| *count > 0).collect::<Vec<_>>()
        };
        let [may, april] = [("May 2023".to_owned(), 1), ("April 2024".to_owned(), 1)];
        assert_eq!(months(""), [may.clone(), april.clone()]);
        assert_eq!(months("from=2024"), [may.clone(), april.clone()]);
        assert_eq!(months("from=2024&tag=prices"), [may]);
        assert_eq!(months("q=f%C3%A4hre"), [april]);
        assert!(fixture::library().date_bars().is_none());
    }

    #[test]
    fn neighbours_are_the_articles_around_one() {
        let around = |search: &str, slug: &str| {
            let (library, results) = results(search);
            let article = library.article(slug).unwrap().id();
            results
                .neighbours(&library, article)
                .map(|article| article.map_or("", |article| article.title()))
        };
        let [ferry, faehre] = ["ferry-returns-to-the-northern-route", "fahre-nach-norden"];
        assert_eq!(around("", ferry), ["", STORM]);
        assert_eq!(around("", faehre), [STORM, ""]);
        assert_eq!(around("sort=title", ferry), [FAEHRE, STORM]);
        assert_eq!(around("section=Weather", ferry), ["", ""]);
    }
}
