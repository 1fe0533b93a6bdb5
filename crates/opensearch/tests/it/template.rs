//! The search template, rendered as OpenSearch does: Mustache with JSON escapes and `toJson`.

use cuttings_edition::Edition;
use cuttings_opensearch::{Schema, SearchRequest, search_template};
use serde_json::{Value, json};

/// Renders sections, inverted sections, variables and `toJson`. Objects and texts are rendered
/// once; the sample has no lists in sections.
fn render(template: &str, scope: &Value) -> String {
    let Some((before, rest)) = template.split_once("{{") else { return template.to_owned() };
    let (tag, rest) = rest.split_once("}}").unwrap();
    let lookup = |name: &str| name.split('.').try_fold(scope, |value, part| value.get(part));
    let section = |name: &str| rest.split_once(&["{{/", name, "}}"].concat()).unwrap();
    let (rendered, rest) = if tag == "#toJson" {
        let (name, rest) = section("toJson");
        (lookup(name).unwrap().to_string(), rest)
    } else if let Some(name) = tag.strip_prefix('#') {
        let (inner, rest) = section(name);
        (lookup(name).map_or(String::new(), |_| render(inner, scope)), rest)
    } else if let Some(name) = tag.strip_prefix('^') {
        let (inner, rest) = section(name);
        (lookup(name).map_or_else(|| render(inner, scope), |_| String::new()), rest)
    } else {
        let value = lookup(tag).map(|value| match value {
            Value::String(text) => json!(text).to_string().trim_matches('"').to_owned(),
            other => other.to_string(),
        });
        (value.unwrap_or_default(), rest)
    };
    [before, &rendered, &render(rest, scope)].concat()
}

fn rendered(parameters: &Value) -> Value {
    let bytes = crate::sample::edition();
    let edition = Edition::open(bytes).unwrap();
    let template = search_template(&Schema::new(&edition));
    let source = template["script"]["source"].as_str().unwrap();
    let text = render(source, parameters);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn without_parameters_everything_is_found() {
    let body = rendered(&json!({}));
    assert_eq!(body["query"], json!({ "match_all": {} }));
    assert_eq!((&body["from"], &body["size"]), (&json!(0), &json!(10)));
    let no_filter = json!({ "bool": { "filter": [{ "match_all": {} }] } });
    assert_eq!(body["post_filter"], no_filter);
    let interval = &body["aggs"]["date"]["aggs"]["values"]["date_histogram"]["calendar_interval"];
    assert_eq!(interval, "month");
}

#[test]
fn selections_do_not_narrow_their_own_counts() {
    let body = rendered(&json!({
        "text": "a \"quoted\" word", "from": 20, "size": 5, "interval": "year",
        "date_from": "2024-01-01",
        "filters": { "tag": { "values": ["boats"] }, "series": { "values": ["Water", "Land"] } },
    }));
    let all = json!({ "match_all": {} });
    let tag = json!({ "terms": { "tag": ["boats"] } });
    let series = json!({ "terms": { "custom.series": ["Water", "Land"] } });
    let days = json!({ "range": { "date": { "gte": "2024-01-01" } } });
    let filter = |filters: &[&Value]| json!({ "bool": { "filter": filters } });
    assert_eq!(body["post_filter"], filter(&[&all, &tag, &series, &days]));
    assert_eq!(body["aggs"]["tag"]["filter"], filter(&[&all, &series, &days]));
    assert_eq!(body["aggs"]["series"]["filter"], filter(&[&all, &tag, &days]));
    assert_eq!(body["aggs"]["date"]["filter"], filter(&[&all, &tag, &series]));
    assert_eq!(body["query"]["simple_query_string"]["query"], "a \"quoted\" word");
    assert_eq!((&body["from"], &body["size"]), (&json!(20), &json!(5)));
}

#[test]
fn a_compiled_query_takes_the_place_of_words() {
    let query = json!({ "range": { "date": { "lt": "2024-01-01" } } });
    assert_eq!(rendered(&json!({ "query": query }))["query"], query);
}

#[test]
fn counts_and_highlights_are_those_of_compiled_requests() {
    let bytes = crate::sample::edition();
    let edition = Edition::open(bytes).unwrap();
    let request = SearchRequest::new(json!({ "match_all": {} })).body(&Schema::new(&edition));
    let template = rendered(&json!({}));
    assert_eq!(template["highlight"], request["highlight"]);
    assert_eq!(template["aggs"]["place"]["aggs"], request["aggs"]["place"]["aggs"]);
    assert_eq!(template["aggs"]["date"]["aggs"], request["aggs"]["date"]["aggs"]);
}
