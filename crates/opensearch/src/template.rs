//! The search template: search requests with facets for programs that do not compile queries.

use crate::index_body::decimal;
use crate::request::{bars, counts, presentation, values};
use crate::schema::{DATE, Schema};
use cuttings_search::Field;
use cuttings_search::score::{FIELD_WEIGHTS, STEM_WEIGHT};
use serde_json::{Map, Value, json};

/// Returns the body of the request that stores the search template (`PUT /_scripts/…`).
///
/// Its parameters are `query` (a query of the query DSL) or `text` (words, in the server's simple
/// query syntax), `from`, `size`, `interval` of the bars, `date_from`, `date_to`, and `filters`:
/// for each facet with a selection an object with its `values`.
pub fn search_template(schema: &Schema<'_>) -> Value {
    json!({ "script": { "lang": "mustache", "source": source(schema) } })
}

/// Returns the template in Mustache: JSON in which placeholders are replaced.
fn source(schema: &Schema<'_>) -> String {
    let mut placeholders = Placeholders::default();
    let limits = limits(schema);
    let mut filters = |without: Option<&str>| {
        let others = limits.iter().filter(|(name, _)| Some(*name) != without);
        let others: String = others.map(|(_, limit)| limit.as_str()).collect();
        // A filter that everything passes comes first, so that each selection begins with a comma.
        placeholders.add(["[{\"match_all\":{}}", &others, "]"].concat())
    };
    let mut aggregations = Map::new();
    for facet in &schema.facets {
        let counts = counts(&filters(Some(facet.name)), &values(&facet.path));
        aggregations.insert(facet.name.to_owned(), counts);
    }
    let (others, all) = (filters(Some(DATE)), filters(None));
    let interval = placeholders.add("\"{{interval}}{{^interval}}month{{/interval}}\"".to_owned());
    aggregations.insert(DATE.to_owned(), counts(&others, &bars(&interval)));
    let query =
        ["{{#query}}{{#toJson}}query{{/toJson}}{{/query}}{{^query}}", &simple_query(schema)];
    let mut body = json!({
        "query": placeholders.add([query.concat().as_str(), "{{/query}}"].concat()),
        "post_filter": { "bool": { "filter": all } },
        "from": placeholders.add("{{from}}{{^from}}0{{/from}}".to_owned()),
        "size": placeholders.add("{{size}}{{^size}}10{{/size}}".to_owned()),
        "aggs": aggregations,
    });
    if let Some(body) = body.as_object_mut() {
        body.extend(presentation());
    }
    placeholders.fill(&body)
}

/// Returns the filter of each facet and of the dates, which is empty without a parameter.
fn limits<'a>(schema: &Schema<'a>) -> Vec<(&'a str, String)> {
    let mut limits: Vec<(&str, String)> = Vec::new();
    for facet in &schema.facets {
        let parameter = ["filters.", facet.name].concat();
        let limit = [
            "{{#",
            &parameter,
            "}},{\"terms\":{",
            &json!(facet.path).to_string(),
            ":{{#toJson}}",
            &parameter,
            ".values{{/toJson}}}}{{/",
            &parameter,
            "}}",
        ];
        limits.push((facet.name, limit.concat()));
    }
    for (parameter, bound) in [("date_from", "gte"), ("date_to", "lte")] {
        let day = ["{{", parameter, "}}"].concat();
        let range = json!({ "range": { DATE: { bound: day } } });
        let limit = ["{{#", parameter, "}},", &range.to_string(), "{{/", parameter, "}}"];
        limits.push((DATE, limit.concat()));
    }
    limits
}

/// Returns a query for the words of the parameter `text`.
fn simple_query(schema: &Schema<'_>) -> String {
    let mut fields = Vec::new();
    for (field, weight) in Field::ALL.into_iter().zip(FIELD_WEIGHTS) {
        fields.push(format!("{}^{weight}", field.name()));
        for stem in &schema.stems {
            let weight = decimal(weight * STEM_WEIGHT);
            fields.push(format!("{}.{}^{weight}", field.name(), stem.name()));
        }
    }
    let words = json!({
        "simple_query_string": {
            "query": "{{text}}",
            "fields": fields,
            "default_operator": "and",
            "flags": "AND|OR|NOT|PREFIX|PHRASE|PRECEDENCE|WHITESPACE|ESCAPE",
        },
    });
    ["{{#text}}", &words.to_string(), "{{/text}}{{^text}}{\"match_all\":{}}{{/text}}"].concat()
}

/// Texts in Mustache for places in JSON.
#[derive(Default)]
struct Placeholders(Vec<String>);

impl Placeholders {
    /// Adds a text, and returns a value that stands for it.
    fn add(&mut self, text: String) -> Value {
        self.0.push(text);
        Self::value(self.0.len() - 1)
    }

    fn value(number: usize) -> Value {
        json!(format!("\u{E000}{number}\u{E000}"))
    }

    /// Returns the JSON with all texts in their places.
    fn fill(&self, json: &Value) -> String {
        let mut source = json.to_string();
        for (number, text) in self.0.iter().enumerate() {
            source = source.replace(&Self::value(number).to_string(), text);
        }
        source
    }
}
