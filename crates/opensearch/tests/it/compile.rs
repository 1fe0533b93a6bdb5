//! The form of compiled queries, and what cannot be said.

use cuttings_edition::Edition;
use cuttings_opensearch::{Matching, Schema, Unsupported, compile};
use cuttings_search::Query;
use serde_json::{Value, json};

fn compiled(text: &str, matching: Matching) -> Result<Value, Unsupported> {
    let bytes = crate::sample::english_edition();
    let edition = Edition::open(bytes).unwrap();
    compile(&Query::parse(text), &Schema::new(&edition), matching)
}

#[track_caller]
fn check(text: &str, expected: &Value) {
    assert_eq!(compiled(text, Matching::AsTyped).as_ref(), Ok(expected), "{text}");
}

#[test]
fn a_word_matches_as_typed_by_its_stem_and_as_a_prefix() {
    let fields = ["title^2.5", "standfirst^1.7", "heading^1.3", "body^1", "metadata^0.02"];
    let stems = fields.map(|field| field.replace('^', ".stem_en^"));
    check(
        "Boats",
        &json!({ "dis_max": { "queries": [
            { "multi_match": {
                "query": "boats", "type": "most_fields", "operator": "and", "fields": fields } },
            { "multi_match": { "query": "boats", "type": "most_fields", "operator": "and",
                "fields": stems, "boost": 0.7 } },
            { "multi_match": {
                "query": "boats", "type": "bool_prefix", "fields": fields, "boost": 0.02 } },
        ] } }),
    );
}

#[test]
fn facets_and_dates_filter() {
    check("", &json!({ "match_all": {} }));
    check(
        "date:2024-05 -kind:teaser",
        &json!({ "bool": { "filter": [ { "bool": {
            "filter": [ { "range": { "date": { "gte": "2024-05-01", "lte": "2024-05-31" } } } ],
            "must_not": [ { "intervals": { "kind.words": { "match": { "query": "teaser" } } } } ],
        } } ] } }),
    );
    check(
        "tag:boat",
        &json!({ "bool": { "filter": [ { "multi_match": {
            "query": "boat", "type": "bool_prefix", "fields": ["tag.words"] } } ] } }),
    );
    check(
        "before:2024",
        &json!({ "bool": { "filter": [ { "range": { "date": { "lt": "2024-01-01" } } } ] } }),
    );
    check(
        "after:2024",
        &json!({ "bool": { "filter": [ { "range": { "date": { "gt": "2024-12-31" } } } ] } }),
    );
}

#[test]
fn similar_words_and_any_words_are_more_lenient() {
    let similar = compiled("ferrry storn", Matching::Similar).unwrap();
    assert!(similar["bool"]["must"].is_array());
    assert_eq!(similar.to_string().matches("\"fuzziness\":\"AUTO:4,8\"").count(), 2);
    let any = compiled("ferrry storn -tag:boats", Matching::Any).unwrap();
    assert_eq!(any["bool"]["must"][0]["bool"]["minimum_should_match"], 1);
    assert!(any["bool"]["must_not"].is_array());
    let exclusion = compiled("-ferry", Matching::Similar).unwrap().to_string();
    assert!(!exclusion.contains("fuzziness") && !exclusion.contains("prefix"));
}

#[test]
fn exclusions_within_a_value_are_unsupported() {
    let error = compiled("ferry tag:(boats -prices)", Matching::AsTyped).unwrap_err();
    assert_eq!(error, Unsupported::ExclusionInValue { field: "tag:(boats -prices)".into() });
    assert!(compiled("-tag:boats tag:-prices", Matching::AsTyped).is_ok());
}

#[test]
fn more_clauses_than_a_server_accepts_are_unsupported() {
    let words = vec!["word"; 200].join(" ");
    let error = compiled(&words, Matching::AsTyped).unwrap_err();
    assert_eq!(error, Unsupported::TooManyClauses { clauses: 2005, limit: 1024 });
    assert!(compiled(&vec!["word"; 100].join(" "), Matching::AsTyped).is_ok());
}
