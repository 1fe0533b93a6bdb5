//! Search requests: the counts of facets equal those of our search.

use crate::interpreter::Server;
use crate::sample;
use cuttings_edition::{Edition, Period};
use cuttings_opensearch::{Matching, Schema, SearchRequest, compile};
use cuttings_search::{Filter, KeyRange, Query, Request};
use serde_json::{Value, json};

/// Compares the totals and the counts of a query with selections, named by facet and label.
#[track_caller]
fn check(text: &str, selections: &[(&str, &[&str])], dates: &str) {
    let bytes = sample::edition();
    let edition = Edition::open(bytes).unwrap();
    let schema = Schema::new(&edition);
    let server = Server::new(&edition);
    let query = Query::parse(text);
    let period = Period::parse(dates).unwrap_or_default();
    let own = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    let request = SearchRequest {
        filters: selections
            .iter()
            .map(|(name, values)| ((*name).to_owned(), own(values)))
            .collect(),
        dates: period,
        ..SearchRequest::new(compile(&query, &schema, Matching::AsTyped).unwrap())
    };
    let body = request.body(&schema);

    let index = edition.index();
    let filters: Vec<Filter> = selections
        .iter()
        .map(|(name, values)| {
            let facet = index.facet_named(name).unwrap();
            let labels = values.iter();
            let values = labels.map(|it| index.facet(facet).unwrap().value_labelled(it).unwrap());
            Filter { facet, values: values.collect() }
        })
        .collect();
    let (from, to) = period.keys();
    let range = KeyRange { column: cuttings_edition::column::DATE, from, to };
    let ranges = if period.is_unlimited() { vec![] } else { vec![range] };
    let outcome = edition.searcher().search(&Request {
        filters: &filters,
        ranges: &ranges,
        ..Request::new(&query)
    });

    let everything = json!({ "match_all": {} });
    let matches = |document: &&Value, filter: &Value| {
        server.matches(document, &body["query"]) && server.matches(document, filter)
    };
    let count = |filter: &Value| server.documents.iter().filter(|it| matches(it, filter)).count();
    let post_filter = body.get("post_filter").unwrap_or(&everything);
    assert_eq!(count(post_filter), outcome.total as usize, "{text}");
    for (id, facet) in index.facets() {
        let aggregation = &body["aggs"][facet.name()];
        let path = aggregation["aggs"]["values"]["terms"]["field"].as_str().unwrap();
        for (value, label) in facet.values() {
            let has_value = json!({ "terms": { path: [label] } });
            let filter = json!({ "bool": { "filter": [aggregation["filter"], has_value] } });
            let expected = outcome.facets[usize::from(id.0)][value.0 as usize];
            assert_eq!(count(&filter), expected as usize, "{text}: {path} {label}");
        }
    }
}

#[test]
fn counts_of_facets_equal_ours() {
    check("", &[], "");
    check("boats", &[], "");
    check("", &[("tag", &["boats"])], "");
    check("", &[("tag", &["boats", "harbour"]), ("section", &["Top stories"])], "");
    check("harbour", &[("series", &["Water"]), ("lang", &["en"])], "");
    check("", &[("kind", &["article"])], "2024");
    check("-tag:prices", &[("tag", &["boats"])], "..2024-05");
    check("boats", &[("price.class", &["low"]), ("tag", &[])], "");
}

#[test]
fn a_selection_of_dates_does_not_narrow_the_bars() {
    let bytes = sample::edition();
    let edition = Edition::open(bytes).unwrap();
    let dates = Period::parse("2024").unwrap();
    let filters = vec![("tag".to_owned(), vec!["boats".to_owned()])];
    let request =
        SearchRequest { dates, filters, ..SearchRequest::new(json!({ "match_all": {} })) };
    let body = request.body(&Schema::new(&edition));
    let tag = json!({ "terms": { "tag": ["boats"] } });
    let days = json!({ "range": { "date": { "gte": "2024-01-01", "lte": "2024-12-31" } } });
    assert_eq!(body["aggs"]["date"]["filter"], json!({ "bool": { "filter": [tag] } }));
    assert_eq!(body["aggs"]["tag"]["filter"], json!({ "bool": { "filter": [days] } }));
    assert_eq!(body["post_filter"], json!({ "bool": { "filter": [tag, days] } }));
}
