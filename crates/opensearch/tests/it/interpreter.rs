//! A small interpreter of the query DSL over exported documents, with our analyzer.
//!
//! It checks the logic of compiled queries. It panics at anything that it does not know, so that a
//! query which OpenSearch would misread is not taken for right.

use cuttings_edition::Edition;
use cuttings_opensearch::{Schema, documents, index_body};
use cuttings_search::{analyze, fold};
use rust_stemmers::{Algorithm, Stemmer};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Exported documents with the mapping of their index.
pub(crate) struct Server {
    pub(crate) documents: Vec<Value>,
    properties: Value,
    /// The tokens of documents by their positions in memory and by fields: analysis is slow in
    /// debug builds.
    tokens: Mutex<Cache>,
}

/// A value of a text field: its terms by position. A compound has the position of its last part.
type Tokens = Vec<(u32, String)>;

/// The tokens of each value of a field.
type Cache = HashMap<(usize, String), Arc<Vec<Tokens>>>;

impl Server {
    pub(crate) fn new(edition: &Edition<'_>) -> Self {
        let schema = Schema::new(edition);
        let documents = documents(edition, &schema, |slug| slug.to_owned());
        let documents = documents.map(|(_, document)| document).collect();
        let properties = index_body(&schema)["mappings"]["properties"].clone();
        Self { documents, properties, tokens: Mutex::default() }
    }

    /// Returns the numbers of the documents that match a query.
    pub(crate) fn search(&self, query: &Value) -> Vec<usize> {
        let numbers = 0..self.documents.len();
        numbers.filter(|number| self.matches(&self.documents[*number], query)).collect()
    }

    pub(crate) fn matches(&self, document: &Value, query: &Value) -> bool {
        let (kind, body) = only_entry(query);
        match kind {
            "match_all" => true,
            "match_none" => false,
            "bool" => self.bool(document, body),
            "dis_max" => list(&body["queries"]).iter().any(|query| self.matches(document, query)),
            "multi_match" => self.multi_match(document, body),
            "exists" => !self.values(document, body["field"].as_str().unwrap()).is_empty(),
            "terms" => {
                let (path, labels) = only_entry(body);
                let values = self.values(document, path);
                list(labels).iter().any(|label| values.iter().any(|value| label == value))
            }
            "range" => {
                let (path, bounds) = only_entry(body);
                self.values(document, path).iter().any(|day| {
                    bounds.as_object().unwrap().iter().all(|(bound, limit)| {
                        let limit = limit.as_str().unwrap();
                        match bound.as_str() {
                            "gte" => day.as_str() >= limit,
                            "gt" => day.as_str() > limit,
                            "lte" => day.as_str() <= limit,
                            "lt" => day.as_str() < limit,
                            _ => panic!("{bound}"),
                        }
                    })
                })
            }
            "intervals" => {
                let (path, rule) = only_entry(body);
                let values = self.tokens(document, path);
                values.iter().any(|value| has_interval(value, rule))
            }
            _ => panic!("{query}"),
        }
    }

    fn bool(&self, document: &Value, body: &Value) -> bool {
        let matches = |query: &Value| self.matches(document, query);
        body.as_object().unwrap().iter().all(|(occur, queries)| match occur.as_str() {
            "must" | "filter" => list(queries).iter().all(matches),
            "must_not" => !list(queries).iter().any(matches),
            "should" => {
                assert_eq!(body["minimum_should_match"], 1);
                list(queries).iter().any(matches)
            }
            "minimum_should_match" => true,
            _ => panic!("{occur}"),
        })
    }

    fn multi_match(&self, document: &Value, body: &Value) -> bool {
        let query = body["query"].as_str().unwrap();
        assert_eq!(body.get("fuzziness"), None, "spellings are not interpreted");
        list(&body["fields"]).iter().any(|field| {
            let path = field.as_str().unwrap().split('^').next().unwrap();
            let mut query = tokens(query);
            query.dedup_by_key(|(position, _)| *position);
            stem_all(path, &mut query);
            let values = self.tokens(document, path);
            match body["type"].as_str().unwrap() {
                "most_fields" => {
                    assert_eq!(body["operator"], "and");
                    let mut all = values.iter().flatten();
                    !query.is_empty()
                        && query.iter().all(|(_, term)| all.clone().any(|(_, it)| it == term))
                        && all.next().is_some()
                }
                "phrase" => values.iter().any(|value| has_phrase(value, &query)),
                "bool_prefix" => {
                    let [(_, prefix)] = query.as_slice() else { panic!("{body}") };
                    values.iter().flatten().any(|(_, term)| term.starts_with(prefix.as_str()))
                }
                kind => panic!("{kind}"),
            }
        })
    }

    /// Returns the tokens of each value of a text field.
    fn tokens(&self, document: &Value, path: &str) -> Arc<Vec<Tokens>> {
        let key = (std::ptr::from_ref(document).addr(), path.to_owned());
        let mut cache = self.tokens.lock().unwrap();
        let tokens = cache.entry(key).or_insert_with(|| Arc::new(self.analyzed(document, path)));
        Arc::clone(tokens)
    }

    fn analyzed(&self, document: &Value, path: &str) -> Vec<Tokens> {
        let (field, sub_field) = path.rsplit_once('.').unwrap_or((path, ""));
        let values = self.values(document, field).into_iter();
        let mut values: Vec<Tokens> = values.map(|text| tokens(&text)).collect();
        if sub_field.starts_with("stem_") {
            values.iter_mut().for_each(|tokens| stem_all(path, tokens));
        } else if sub_field != "words" && !sub_field.is_empty() {
            panic!("{path}");
        }
        values
    }

    /// Returns the values of a field, and those that others copy to it.
    fn values(&self, document: &Value, path: &str) -> Vec<String> {
        let mut properties = &self.properties;
        let mut value = Some(document);
        for (depth, name) in path.split('.').enumerate() {
            if depth > 0 {
                properties = &properties["properties"];
            }
            properties = &properties[name];
            assert!(!properties.is_null(), "{path} is not in the mapping");
            value = value.and_then(|value| value.get(name));
        }
        let mut values = value.map_or(Vec::new(), texts);
        for (name, property) in self.properties.as_object().unwrap() {
            if property.get("copy_to") == Some(&json!(path)) {
                values.extend(document.get(name).map_or(Vec::new(), texts));
            }
        }
        values
    }
}

fn only_entry(value: &Value) -> (&str, &Value) {
    let object = value.as_object().unwrap();
    assert_eq!(object.len(), 1, "{value}");
    let (name, body) = object.iter().next().unwrap();
    (name, body)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        other => vec![other.to_string()],
    }
}

/// Returns the tokens that the server's analyzer makes of a text: ours, but each sign of a run of
/// pairs by itself.
fn tokens(text: &str) -> Tokens {
    let mut tokens: Tokens = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    analyze(text, |token| {
        if let Some((start, end)) = last.filter(|(_, end)| token.start < *end) {
            let sign = text.get(start..token.start).filter(|_| token.is_in_pairs && start < end);
            if let (Some(sign), Some((_, term))) = (sign, tokens.last_mut()) {
                *term = fold(sign);
            }
        }
        last = token.is_in_pairs.then_some((token.start, token.end));
        tokens.push((token.position, token.term.to_owned()));
    });
    tokens
}

fn stem_all(path: &str, tokens: &mut Tokens) {
    let Some((_, code)) = path.rsplit_once(".stem_") else { return };
    let algorithm = match code {
        "en" => Algorithm::English,
        "de" => Algorithm::German,
        _ => panic!("{code}"),
    };
    let stemmer = Stemmer::create(algorithm);
    for (_, term) in tokens {
        *term = stemmer.stem(term).into_owned();
    }
}

fn has_phrase(value: &Tokens, phrase: &Tokens) -> bool {
    let starts = value.iter().map(|(position, _)| *position);
    !phrase.is_empty()
        && starts.into_iter().any(|start| {
            (start..)
                .zip(phrase)
                .all(|(position, (_, term))| value.contains(&(position, term.clone())))
        })
}

fn has_interval(value: &Tokens, rule: &Value) -> bool {
    let (kind, body) = only_entry(rule);
    match kind {
        "match" => {
            let mut query = tokens(body["query"].as_str().unwrap());
            query.dedup_by_key(|(position, _)| *position);
            match body.get("ordered") {
                Some(ordered) => {
                    assert_eq!((ordered, &body["max_gaps"]), (&json!(true), &json!(0)));
                    has_phrase(value, &query)
                }
                None => value.iter().any(|(_, term)| query.len() == 1 && *term == query[0].1),
            }
        }
        "prefix" => {
            let prefix = body["prefix"].as_str().unwrap();
            let prefix = cuttings_search::fold(prefix);
            value.iter().any(|(_, term)| term.starts_with(&prefix))
        }
        "all_of" => list(&body["intervals"]).iter().all(|rule| has_interval(value, rule)),
        "any_of" => list(&body["intervals"]).iter().any(|rule| has_interval(value, rule)),
        _ => panic!("{rule}"),
    }
}
