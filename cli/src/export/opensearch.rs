//! Writes the files with which a publisher loads a folder of seeds into OpenSearch, or the compiled
//! form of one query.

use crate::progress::{Progress, Stage};
use cuttings_diagnostics::Diagnostic;
use cuttings_edition::Edition;
use cuttings_exports::address::article_path;
use cuttings_opensearch::{
    MAX_FILE_BYTES, Matching, Schema, SearchRequest, bulk_files, compile, documents, index_body,
    search_template,
};
use cuttings_search::Query;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::Path;

/// The options of [`export_opensearch`].
#[derive(Clone, Debug)]
pub struct OpenSearchOptions {
    /// The maximum number of bytes of a bulk file.
    pub max_file_bytes: usize,
    /// Queries to compile; each becomes a file with a search request.
    pub queries: Vec<String>,
}

impl Default for OpenSearchOptions {
    fn default() -> Self {
        Self { max_file_bytes: MAX_FILE_BYTES, queries: Vec::new() }
    }
}

/// The outcome of [`export_opensearch`].
#[derive(Debug)]
pub struct Exported {
    /// The errors, warnings and notes about the folder.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of documents.
    pub documents: usize,
    /// The number of bulk files.
    pub bulk_files: usize,
    /// Messages for whoever exports.
    pub messages: Vec<String>,
}

/// Exports the seeds in `folder` into the folder `out`.
///
/// It writes `index.json`, `search-template.json`, `documents-0001.ndjson` and so on, and
/// `query-1.json` and so on for the queries.
///
/// # Errors
/// If the folder cannot be read or has no article, a document is too large, a query cannot be
/// compiled, or a file cannot be written.
pub fn export_opensearch(
    folder: &Path,
    out: &Path,
    options: &OpenSearchOptions,
    progress: &dyn Progress,
) -> Result<Exported, Box<dyn Error>> {
    progress.begin(Stage::Read, None);
    let seeds = cuttings_seeds::read(Path::new(""), folder)?;
    let mut messages = Vec::new();
    let edition = Edition::open(&seeds.edition)?;
    let schema = Schema::new(&edition);
    let base_url = seeds.site.base_url.as_deref();
    if base_url.is_none() {
        messages.push(
            "no base_url in site.toml, so the documents have addresses without a host".to_owned(),
        );
    }
    let address = |slug: &str| [base_url.unwrap_or("/"), &article_path(slug)].concat();

    fs::create_dir_all(out).map_err(|error| at(out, &error))?;
    remove_earlier(out)?;
    let write = |name: &str, value: &serde_json::Value| -> io::Result<()> {
        let path = out.join(name);
        fs::write(&path, format!("{value:#}\n")).map_err(|error| at(&path, &error))
    };
    write("index.json", &index_body(&schema))?;
    write("search-template.json", &search_template(&schema))?;
    for (number, text) in (1..).zip(&options.queries) {
        let query = compile(&Query::parse(text), &schema, Matching::AsTyped)
            .map_err(|error| format!("{text}: {error}"))?;
        write(&format!("query-{number}.json"), &SearchRequest::new(query).body(&schema))?;
    }
    progress.begin(Stage::Write, Some(edition.len()));
    let documents = documents(&edition, &schema, address).inspect(|_| progress.advance());
    let files = bulk_files(documents, options.max_file_bytes, |number| {
        let path = out.join(format!("documents-{number:04}.ndjson"));
        File::create(&path).map(BufWriter::new).map_err(|error| at(&path, &error))
    })?;
    messages.push(format!(
        "{} documents in {files} bulk files, index.json and search-template.json in {}; \
         docs/opensearch.md says how to load them",
        edition.len(),
        out.display()
    ));
    Ok(Exported {
        diagnostics: seeds.diagnostics,
        documents: edition.len(),
        bulk_files: files,
        messages,
    })
}

/// Removes the bulk files of an earlier export: a smaller one would leave some behind.
fn remove_earlier(out: &Path) -> io::Result<()> {
    for entry in fs::read_dir(out).map_err(|error| at(out, &error))? {
        let path = entry.map_err(|error| at(out, &error))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("documents-") && name.ends_with(".ndjson") {
            fs::remove_file(&path).map_err(|error| at(&path, &error))?;
        }
    }
    Ok(())
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
