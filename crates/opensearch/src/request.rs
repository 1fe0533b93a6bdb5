//! Search requests: a query with filters, an order, highlights and the counts of facets.

use crate::compile::period_range;
use crate::schema::{DATE, Schema};
use cuttings_edition::Period;
use serde_json::{Map, Value, json};

/// The name of the aggregation of dates. No facet has it, because queries use it for dates.
const DATES: &str = DATE;

/// The number of values of a facet that are counted.
pub(crate) const FACET_SIZE: u32 = 100;

/// A search request.
#[derive(Clone, Debug)]
pub struct SearchRequest {
    /// The query, as [`compile`](crate::compile()) returns it.
    pub query: Value,
    /// The selected values of facets, by the names of the facets. A document must have one of the
    /// values of each; a facet without values does not count.
    pub filters: Vec<(String, Vec<String>)>,
    /// The days of publication to limit the results to.
    pub dates: Period,
    /// The order of the results.
    pub order: Order,
    /// The number of results to skip.
    pub from: u32,
    /// The number of results to return.
    pub size: u32,
}

/// The order of results. Equal ones are in seed order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Order {
    #[default]
    Relevance,
    Newest,
    Oldest,
    SeedOrder,
    Title,
    Longest,
    Shortest,
}

impl SearchRequest {
    /// Requests the ten best documents.
    pub fn new(query: Value) -> Self {
        Self {
            query,
            filters: Vec::new(),
            dates: Period::default(),
            order: Order::default(),
            from: 0,
            size: 10,
        }
    }

    /// Returns the body of the request.
    ///
    /// Filters apply after the counting, so that a facet's own selection does not narrow its
    /// counts; the selections of the other facets do. Filters of unknown facets are ignored.
    pub fn body(&self, schema: &Schema<'_>) -> Value {
        let mut limits: Vec<(&str, Value)> = Vec::new();
        for (name, labels) in self.filters.iter().filter(|(_, labels)| !labels.is_empty()) {
            if let Some(facet) = schema.facet(name) {
                limits.push((facet.name, json!({ "terms": { facet.path.clone(): labels } })));
            }
        }
        if !self.dates.is_unlimited() {
            limits.push((DATES, period_range(self.dates)));
        }
        let others = |name: &str| -> Vec<&Value> {
            limits.iter().filter(|(other, _)| *other != name).map(|(_, limit)| limit).collect()
        };
        let mut aggregations = Map::new();
        for facet in &schema.facets {
            let counts = counts(&json!(others(facet.name)), &values(&facet.path));
            aggregations.insert(facet.name.to_owned(), counts);
        }
        aggregations
            .insert(DATES.to_owned(), counts(&json!(others(DATES)), &bars(&json!("month"))));
        let mut body = json!({
            "query": self.query,
            "from": self.from,
            "size": self.size,
            "sort": self.order.sort(),
            "aggs": aggregations,
        });
        if let Some(body) = body.as_object_mut() {
            if !limits.is_empty() {
                let limits = limits.iter().map(|(_, limit)| limit).collect::<Vec<_>>();
                body.insert("post_filter".to_owned(), json!({ "bool": { "filter": limits } }));
            }
            body.extend(presentation());
        }
        body
    }
}

impl Order {
    fn sort(self) -> Value {
        let position = json!({ "position": "asc" });
        let by = |field: &str, order: &str| json!([{ field: { "order": order, "missing": "_last" } }, position]);
        match self {
            Self::Relevance => json!([{ "_score": "desc" }, position]),
            Self::Newest => by(DATE, "desc"),
            Self::Oldest => by(DATE, "asc"),
            Self::SeedOrder => json!([position]),
            Self::Title => by("title_rank", "asc"),
            Self::Longest => by("word_count", "desc"),
            Self::Shortest => by("word_count", "asc"),
        }
    }
}

/// Returns an aggregation over the documents that pass the filters.
pub(crate) fn counts(filters: &Value, aggregation: &Value) -> Value {
    json!({ "filter": { "bool": { "filter": filters } }, "aggs": { "values": aggregation } })
}

/// Returns the aggregation of a facet: its most frequent values.
pub(crate) fn values(path: &str) -> Value {
    let order = json!([{ "_count": "desc" }, { "_key": "asc" }]);
    json!({ "terms": { "field": path, "size": FACET_SIZE, "order": order } })
}

/// Returns the aggregation of dates, by month or another calendar interval.
pub(crate) fn bars(interval: &Value) -> Value {
    json!({
        "date_histogram": {
            "field": DATE,
            "calendar_interval": interval,
            "format": "yyyy-MM-dd",
            "min_doc_count": 1,
        },
    })
}

/// Returns the parts of a request that are the same for every query: the fields and highlights of
/// the results, and that all of them are counted.
pub(crate) fn presentation() -> Map<String, Value> {
    let whole = json!({ "number_of_fragments": 0 });
    let mut parts = Map::new();
    parts.insert("track_total_hits".to_owned(), json!(true));
    parts.insert("_source".to_owned(), json!({ "excludes": ["body", "heading"] }));
    parts.insert(
        "highlight".to_owned(),
        json!({
            "require_field_match": false,
            "fields": { "title": whole, "standfirst": whole, "body": { "number_of_fragments": 2 } },
        }),
    );
    parts
}
