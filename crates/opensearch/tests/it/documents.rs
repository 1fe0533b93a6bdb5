//! The contents of documents.

use cuttings_edition::Edition;
use cuttings_opensearch::{Schema, documents};
use serde_json::{Value, json};

fn exported() -> Vec<(String, Value)> {
    let bytes = crate::sample::edition();
    let edition = Edition::open(bytes).unwrap();
    let schema = Schema::new(&edition);
    let address = |slug: &str| format!("https://example.org/papers/article/{slug}/");
    documents(&edition, &schema, address).collect()
}

#[test]
fn an_article_has_its_text_in_blocks_its_metadata_and_its_address() {
    let (id, document) = &exported()[0];
    let slug = "ferry-returns-to-the-northern-route";
    assert_eq!(*id, format!("article-{slug}"));
    let expected = json!({
        "address": format!("https://example.org/papers/article/{slug}/"),
        "title": "Ferry returns to the northern route",
        "standfirst": "Nine years later, the boats are back.",
        "heading": ["What the harbour says"],
        "section": "Harbours", "kind": "article", "lang": "en", "length": "short",
        "author": ["Ines Ávila", "Water Board"],
        "tag": ["boats", "harbour prices"],
        "source": "The Valley Post", "source_url": "https://example.org/ferry",
        "date": "2024-05-16", "date_text": "16.5.2024",
        "updated": "2024-06-01", "updated_text": "1.6.2024",
        "custom": {
            "series": ["Water", "Northern routes"], "price_class": ["low"], "mood": ["calm"],
        },
        "position": 0,
    });
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&document[name], value, "{name}");
    }
    assert_eq!(document["body"].as_array().unwrap().len(), 3);
}

#[test]
fn a_teaser_has_no_text_and_no_address() {
    let (id, document) = &exported()[5];
    assert_eq!(id, "teaser-5");
    assert_eq!(document["age"], "2 months ago");
    assert_eq!(document["kind"], "teaser");
    assert!(["address", "body", "date", "author"].iter().all(|name| document[name].is_null()));
}

#[test]
fn a_date_that_cannot_be_read_is_text_only() {
    let (_, document) = &exported()[3];
    assert_eq!((&document["date"], &document["date_text"]), (&Value::Null, &json!("some day")));
}
