//! The index: every field of a document has its place in the mapping, and every part its analyzer.

use cuttings_edition::Edition;
use cuttings_opensearch::{Schema, documents, index_body};
use serde_json::Value;

fn check_fields(document: &Value, properties: &Value) {
    for (name, value) in document.as_object().unwrap() {
        let property = &properties[name];
        assert!(property.is_object(), "{name} is not in the mapping");
        if value.is_object() {
            check_fields(value, &property["properties"]);
        }
    }
}

fn check(bytes: &[u8]) {
    let edition = Edition::open(bytes).unwrap();
    let schema = Schema::new(&edition);
    let body = index_body(&schema);
    for (_, document) in documents(&edition, &schema, |slug| slug.to_owned()) {
        check_fields(&document, &body["mappings"]["properties"]);
    }
    let analysis = &body["settings"]["index"]["analysis"];
    for analyzer in analysis["analyzer"].as_object().unwrap().values() {
        for filter in analyzer["char_filter"].as_array().unwrap() {
            assert!(analysis["char_filter"][filter.as_str().unwrap()].is_object(), "{filter}");
        }
        for filter in analyzer["filter"].as_array().unwrap() {
            let filter = filter.as_str().unwrap();
            let is_built_in = ["asciifolding", "flatten_graph", "lowercase"].contains(&filter);
            assert!(is_built_in || analysis["filter"][filter].is_object(), "{filter}");
        }
        assert!(analysis["tokenizer"][analyzer["tokenizer"].as_str().unwrap()].is_object());
    }
    let text = body["mappings"].to_string();
    for part in text.split("analyzer\":\"").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(analysis["analyzer"][name].is_object(), "{name}");
    }
}

#[test]
fn every_field_is_in_the_mapping_and_every_analyzer_is_defined() {
    check(crate::sample::edition());
    check(crate::sample::project_seeds());
}

#[test]
fn weights_and_constants_are_those_of_search() {
    let bytes = crate::sample::edition();
    let body = index_body(&Schema::new(&Edition::open(bytes).unwrap()));
    let similarity = &body["settings"]["index"]["similarity"]["cuttings_body"];
    // The texts of the sample are short.
    assert_eq!(similarity.to_string(), r#"{"b":0.75,"k1":0.7,"type":"BM25"}"#);
    assert_eq!(body["mappings"]["properties"]["title"]["similarity"], "cuttings_title");
}
