//! The body of the request that creates the index: settings and mappings.

use crate::analysis::{ANALYZER, QUERY_ANALYZER, analysis, stem_analyzer};
use crate::schema::{CUSTOM, DATE, Schema, TEXT_FIELDS};
use cuttings_search::Field;
use cuttings_search::score::{FIELD_B, k1};
use serde_json::{Map, Value, json};

/// The longest value of a keyword in characters. Lucene refuses terms of more than 32,766 bytes.
const MAX_KEYWORD: u32 = 8191;

/// The number of positions between two values of a field, so that no phrase spans them.
pub(crate) const VALUE_GAP: u32 = 100;

/// Returns the body of the request that creates the index.
///
/// ```
/// use cuttings_edition::Edition;
/// use cuttings_opensearch::{Schema, index_body};
///
/// fn settings(edition: &Edition<'_>) -> String {
///     index_body(&Schema::new(edition)).to_string()
/// }
/// ```
pub fn index_body(schema: &Schema<'_>) -> Value {
    let stemmers: Vec<_> = schema.stems.iter().map(|stem| stem.stemmer).collect();
    let mut properties = Map::new();
    for field in TEXT_FIELDS {
        properties.insert(field.name().to_owned(), text_field(field, schema));
    }
    for facet in schema.facets.iter().filter(|facet| !facet.path.contains('.')) {
        // The metadata field has section, authors, source and tags.
        let is_searched = ["section", "author", "source", "tag"].contains(&facet.name);
        properties.insert(facet.path.clone(), keyword_field(is_searched));
    }
    let custom: Map<String, Value> = schema
        .custom
        .iter()
        .filter_map(|(_, path)| Some((path.split_once('.')?.1.to_owned(), keyword_field(false))))
        .collect();
    properties.insert(CUSTOM.to_owned(), json!({ "properties": custom }));
    properties.insert(DATE.to_owned(), day_field());
    properties.insert("updated".to_owned(), day_field());
    for name in ["address", "age", "date_text", "source_url", "updated_text"] {
        let shown = json!({ "type": "keyword", "index": false, "doc_values": false });
        properties.insert(name.to_owned(), shown);
    }
    for name in ["minutes", "position", "title_rank", "word_count"] {
        properties.insert(name.to_owned(), json!({ "type": "integer" }));
    }
    json!({
        "settings": {
            "index": {
                "analysis": analysis(&stemmers),
                "similarity": similarities(schema),
                // Each custom field is two.
                "mapping": { "total_fields": { "limit": 1000 + 2 * schema.custom.len() } },
            },
        },
        "mappings": { "dynamic": false, "properties": properties },
    })
}

fn text_field(field: Field, schema: &Schema<'_>) -> Value {
    let similarity = similarity_name(field);
    let stems = schema.stems.iter().map(|stem| {
        let analyzer = stem_analyzer(stem.stemmer);
        let field = json!({ "type": "text", "analyzer": analyzer, "similarity": similarity });
        (stem.name(), field)
    });
    json!({
        "type": "text",
        "analyzer": ANALYZER,
        "search_analyzer": QUERY_ANALYZER,
        "similarity": similarity,
        "position_increment_gap": VALUE_GAP,
        "fields": Map::from_iter(stems),
    })
}

fn keyword_field(is_searched: bool) -> Value {
    let mut field = json!({
        "type": "keyword",
        "ignore_above": MAX_KEYWORD,
        "fields": {
            "words": {
                "type": "text",
                "analyzer": ANALYZER,
                "search_analyzer": QUERY_ANALYZER,
                "norms": false,
                "position_increment_gap": VALUE_GAP,
            },
        },
    });
    if is_searched && let Some(field) = field.as_object_mut() {
        field.insert("copy_to".to_owned(), json!(Field::Metadata.name()));
    }
    field
}

fn day_field() -> Value {
    json!({ "type": "date", "format": "strict_date" })
}

fn similarity_name(field: Field) -> String {
    ["cuttings_", field.name()].concat()
}

/// Returns BM25 with our constants, one for each text field.
fn similarities(schema: &Schema<'_>) -> Value {
    let k1 = k1(schema.index.mean_length(Field::Body));
    let similarity = |(field, b): (Field, f32)| {
        let similarity = json!({ "type": "BM25", "k1": decimal(k1), "b": decimal(b) });
        (similarity_name(field), similarity)
    };
    TEXT_FIELDS.into_iter().zip(FIELD_B).map(similarity).collect()
}

/// Returns a constant as JSON with four decimals, without those that the conversion to a longer
/// format adds.
pub(crate) fn decimal(number: f32) -> Value {
    Value::from((f64::from(number) * 10_000.0).round() / 10_000.0)
}
