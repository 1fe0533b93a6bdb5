//! Exports to OpenSearch: the files, and the addresses of articles.

use cuttings_cli::export::{OpenSearchOptions, export_opensearch};
use cuttings_cli::progress::Silent;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn folders(name: &str) -> (PathBuf, PathBuf) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bench/opensearch/sample");
    let out = std::env::temp_dir().join(format!("cuttings-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&out);
    (sample, out)
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn an_export_has_documents_with_the_addresses_of_published_articles() {
    let (sample, out) = folders("export");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("documents-0009.ndjson"), "of an earlier export").unwrap();
    let options = OpenSearchOptions { queries: vec!["ferry".into()], ..Default::default() };
    let exported = export_opensearch(&sample, &out, &options, &Silent).unwrap();
    assert_eq!((exported.documents, exported.bulk_files), (4, 1));
    let messages = exported.messages;
    assert!(messages.last().unwrap().starts_with("4 documents in 1 bulk files"), "{messages:?}");
    assert!(!out.join("documents-0009.ndjson").exists());
    let documents = fs::read_to_string(out.join("documents-0001.ndjson")).unwrap();
    let first: Value = serde_json::from_str(documents.lines().nth(1).unwrap()).unwrap();
    // The newest article comes first.
    let address = "https://example.org/papers/article/ferry-returns-to-the-northern-route/";
    assert_eq!(first["address"], address);
    assert!(json(&out.join("index.json"))["mappings"]["properties"]["title"].is_object());
    assert!(json(&out.join("search-template.json"))["script"]["source"].is_string());
    assert!(json(&out.join("query-1.json"))["query"]["dis_max"].is_object());
    fs::remove_dir_all(&out).unwrap();
}

#[test]
fn a_query_that_cannot_be_compiled_is_named() {
    let (sample, out) = folders("refused");
    let query = "tag:(boats -prices)";
    let options = OpenSearchOptions { queries: vec![query.into()], ..Default::default() };
    let error = export_opensearch(&sample, &out, &options, &Silent).unwrap_err();
    assert!(error.to_string().starts_with("tag:(boats -prices): tag:(boats -prices) excludes"));
    fs::remove_dir_all(&out).unwrap();
}
