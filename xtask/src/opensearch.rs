//! `cargo xtask opensearch`: compares an export with our search on Lucene, OpenSearch's engine.
//!
//! Lucene is Debian's package `liblucene8-java`, unpacked; `docs/opensearch.md` has the commands.

use crate::root;
use cuttings_edition::Edition;
use cuttings_opensearch::{
    MAX_FILE_BYTES, Matching, Schema, bulk_files, compile, documents, index_body,
};
use cuttings_search::{Interpretation, Query, Request, analyze};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;

const USAGE: &str = "usage: cargo xtask opensearch JARS FOLDER…";

/// `cargo xtask opensearch JARS FOLDER…`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [jars, folders @ ..] = arguments else { return Err(USAGE.to_owned()) };
    if folders.is_empty() {
        return Err(USAGE.to_owned());
    }
    let mut faults = 0;
    for folder in folders {
        faults += compare(Path::new(jars), &root().join(folder))?;
    }
    if faults == 0 { Ok(()) } else { Err(format!("{faults} differences")) }
}

/// Compares one folder. Returns the number of queries that find other documents.
fn compare(jars: &Path, folder: &Path) -> Result<usize, String> {
    let seeds = cuttings_seeds::read(&root(), folder).map_err(|error| error.to_string())?;
    let edition = Edition::open(&seeds.edition).map_err(|error| error.to_string())?;
    let schema = Schema::new(&edition);
    let out = root().join("target/opensearch");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out).map_err(|error| error.to_string())?;
    let write = |name: &str, text: &str| {
        fs::write(out.join(name), text).map_err(|error| format!("{name}: {error}"))
    };
    write("index.json", &index_body(&schema).to_string())?;
    let documents = documents(&edition, &schema, |slug| slug.to_owned());
    bulk_files(documents, MAX_FILE_BYTES, |number| {
        File::create(out.join(format!("documents-{number:04}.ndjson"))).map(BufWriter::new)
    })
    .map_err(|error| error.to_string())?;

    let queries = fs::read_to_string(root().join("crates/opensearch/tests/it/queries.txt"))
        .map_err(|error| error.to_string())?;
    let queries: Vec<&str> = queries.lines().filter(|line| !line.starts_with('#')).collect();
    let texts = texts(&edition);
    let mut lines = String::new();
    for text in &queries {
        let query = compile(&Query::parse(text), &schema, Matching::AsTyped);
        lines.push_str(&query.map_err(|error| error.to_string())?.to_string());
        lines.push('\n');
    }
    for text in &texts {
        lines.push_str(&json!({ "analyze": text }).to_string());
        lines.push('\n');
    }
    write("queries.ndjson", &lines)?;
    let answers = lucene(jars, &out)?;
    let mut answers = answers.lines();

    let mut faults = 0;
    let mut searcher = edition.searcher();
    for text in &queries {
        let found: Vec<usize> = numbers(answers.next().ok_or("Lucene answered too few queries")?);
        let query = Query::parse(text);
        let outcome = searcher.search(&Request { limit: usize::MAX, ..Request::new(&query) });
        let mut expected: Vec<usize> = outcome.hits.iter().map(|hit| hit.doc.0 as usize).collect();
        expected.sort_unstable();
        if outcome.interpretation != Interpretation::AsTyped {
            expected.clear();
        }
        if found != expected && outcome.suggestion.is_none() {
            faults += 1;
            println!("{text}: OpenSearch finds {found:?}, we find {expected:?}");
        }
    }
    let mut words = 0;
    let mut differing: BTreeSet<String> = BTreeSet::new();
    for text in &texts {
        let theirs: BTreeSet<&str> = answers
            .next()
            .ok_or("Lucene analyzed too few texts")?
            .split(' ')
            .map(|term| term.trim_start_matches('+'))
            .filter(|term| !term.is_empty())
            .collect();
        let mut ours = BTreeSet::new();
        analyze(text, |token| {
            ours.insert(token.term.to_owned());
        });
        words += ours.len();
        let missing = ours.iter().filter(|term| !theirs.contains(term.as_str()));
        differing.extend(missing.map(|term| format!("-{term}")));
        let more = theirs.iter().filter(|term| !ours.contains(**term));
        differing.extend(more.map(|term| format!("+{term}")));
    }
    println!(
        "{}: {} queries, {faults} differ; {} texts with {words} terms, {} terms differ",
        folder.display(),
        queries.len(),
        texts.len(),
        differing.len()
    );
    let first: Vec<String> = differing.into_iter().take(60).collect();
    println!("{}", first.join(" "));
    Ok(faults)
}

/// Returns all texts of an edition.
fn texts(edition: &Edition<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    for item in edition.items() {
        texts.push(item.title().to_owned());
        if let cuttings_edition::Item::Article(article) = item {
            texts.extend(article.standfirst().map(str::to_owned));
            texts.extend(article.blocks().map(|block| block.text().to_owned()));
        }
    }
    texts
}

fn lucene(jars: &Path, export: &Path) -> Result<String, String> {
    let program: PathBuf = root().join("bench/opensearch/Lucene.java");
    let output = Command::new("java")
        .arg("-cp")
        .arg(jars.join("*"))
        .arg(program)
        .arg(export)
        .arg(export.join("queries.ndjson"))
        .output()
        .map_err(|error| format!("java: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

fn numbers(line: &str) -> Vec<usize> {
    line.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}
