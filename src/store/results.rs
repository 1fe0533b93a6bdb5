//! The results of a view. Only this module builds search requests.

use super::facet::Facet;
use super::facet_counts::FacetCounts;
use super::hits::Highlighter;
use super::library::Library;
use super::view::{Filter, Sort, View};
use cuttings_edition::{Article, Item, ItemId, column};
use cuttings_search::{self as search, Interpretation, Operator, Order, Request};
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
    /// The query that was searched for.
    pub interpretation: QueryInterpretation,
    /// Another spelling that would find more.
    pub suggestion: Option<String>,
    /// Finds the query's words in texts.
    pub highlighter: Highlighter,
}

/// The query that was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryInterpretation {
    /// The query as typed.
    AsTyped,
    /// No item contains all words of the query; the results contain some of them.
    Partial {
        /// The words that no item contains.
        missing: Vec<String>,
    },
    /// No item contains a word as typed; the search used this corrected query.
    Corrected(String),
}

impl Results {
    /// Searches for `view` and returns at most `limit` of its items.
    pub fn search(library: &Library, view: &View, limit: usize) -> Results {
        let index = library.index();
        let query = search::Query::parse(view.query.as_str());
        let filters = search_filters(library, view);
        let order = match view.sort {
            Sort::Relevance => Order::Relevance,
            Sort::SeedOrder => Order::Document,
            Sort::Title => Order::Ascending(column::TITLE),
            Sort::Longest => Order::Descending(column::WORD_COUNT),
            Sort::Shortest => Order::Ascending(column::WORD_COUNT),
        };
        let outcome =
            library.search(&Request { filters: &filters, order, limit, ..Request::new(&query) });
        let facets = Facet::ALL.into_iter().filter_map(|facet| {
            let id = index.facet_named(facet.key())?;
            // A facet without values offers no choice.
            let counts =
                outcome.facets.get(usize::from(id.0)).filter(|counts| !counts.is_empty())?;
            let selected = filters.iter().find(|filter| filter.facet == id);
            let selected = selected.map_or(Vec::new(), |filter| filter.values.clone());
            Some(Rc::new(FacetCounts { facet, id, counts: counts.clone(), selected }))
        });
        Results {
            items: outcome.hits.iter().map(|hit| ItemId(hit.doc.0)).collect(),
            total: outcome.total as usize,
            item_count: library.len(),
            facets: facets.collect(),
            interpretation: match &outcome.interpretation {
                Interpretation::AsTyped => QueryInterpretation::AsTyped,
                Interpretation::Partial { missing } => {
                    QueryInterpretation::Partial { missing: missing.clone() }
                }
                Interpretation::Corrected { query } => {
                    QueryInterpretation::Corrected(query.clone())
                }
            },
            suggestion: outcome.suggestion.clone(),
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
pub fn totals_without_each_filter(library: &Library, view: &View) -> Vec<(Filter, usize)> {
    let total_without = |filter: &Filter| {
        let mut view = view.clone();
        view.filters.remove(filter);
        let total = Results::search(library, &view, 0).total;
        (total > 0).then(|| (filter.clone(), total))
    };
    view.filters.iter().filter_map(total_without).collect()
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

/// Returns the filters of a view by the index's ids.
fn search_filters(library: &Library, view: &View) -> Vec<search::Filter> {
    let index = library.index();
    let of_facet = |facet: Facet| {
        let id = index.facet_named(facet.key())?;
        let filters = view.filters.iter().filter(|filter| filter.facet == facet);
        let values: Vec<_> =
            filters.filter_map(|filter| index.facet(id)?.value_labelled(&filter.value)).collect();
        (!values.is_empty()).then_some(search::Filter { facet: id, values })
    };
    Facet::ALL.into_iter().filter_map(of_facet).collect()
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
        check("q=ferry", &[FERRY, STORM]);
        check("q=fahr", &[FAEHRE]);
        check("q=ferry&sort=longest", &[FERRY, STORM]);
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
