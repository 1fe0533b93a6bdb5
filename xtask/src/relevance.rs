//! `cargo xtask relevance`: ranks a judged collection, and reports nDCG@10, MAP and Recall@100 or
//! writes a run in TREC's format.

use cuttings_search::{
    DocId, Document, Field, Index, IndexBuilder, Operator, Passage, PassageVisitor, Query, Request,
    Schema, Searcher,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The number of documents that a run lists for each query.
const DEPTH: usize = 1000;

const USAGE: &str = "cargo xtask relevance --docs FILE --queries FILE [--qrels FILE] [--run FILE]";

/// A line of a `docs.jsonl`.
#[derive(Deserialize)]
pub(crate) struct Text {
    id: Id,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
}

/// Identifiers are strings in some collections and numbers in others.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(u64),
}

impl Id {
    fn name(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The documents and scores for each query, in the order of the queries.
type Run = Vec<(String, Vec<(String, f32)>)>;

/// The grade of each judged document by query. Grades above 0 are relevant; higher is better.
type Judgements = HashMap<String, HashMap<String, f64>>;

/// `cargo xtask relevance …`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let options = Options::read(arguments)?;
    let run = rank(&texts(&options.docs)?, &texts(&options.queries)?)?;
    if let Some(path) = &options.run {
        std::fs::write(path, trec(&run)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    if let Some(path) = &options.qrels {
        println!("{}", Measures::of(&run, &judgements(path)?));
    }
    Ok(())
}

/// Ranks a judged collection and returns the measures.
pub(crate) fn measure(docs: &Path, queries: &Path, qrels: &Path) -> Result<Measures, String> {
    let run = rank(&texts(docs)?, &texts(queries)?)?;
    Ok(Measures::of(&run, &judgements(qrels)?))
}

struct Options {
    docs: PathBuf,
    queries: PathBuf,
    qrels: Option<PathBuf>,
    run: Option<PathBuf>,
}

impl Options {
    fn read(arguments: &[String]) -> Result<Self, String> {
        use lexopt::prelude::*;
        let (mut docs, mut queries, mut qrels, mut run) = (None, None, None, None);
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{USAGE}"))? {
            let place = match argument {
                Long("docs") => &mut docs,
                Long("queries") => &mut queries,
                Long("qrels") => &mut qrels,
                Long("run") => &mut run,
                _ => return Err(format!("{}\n\n{USAGE}", argument.unexpected())),
            };
            *place =
                Some(PathBuf::from(parser.value().map_err(|error| format!("{error}\n\n{USAGE}"))?));
        }
        let (Some(docs), Some(queries)) = (docs, queries) else { return Err(USAGE.into()) };
        Ok(Self { docs, queries, qrels, run })
    }
}

/// Ranks all documents for each query, which is taken as a bag of words.
fn rank(documents: &[Text], queries: &[Text]) -> Result<Run, String> {
    let mut builder = IndexBuilder::new(Schema::default());
    for document in documents {
        builder.add(&Document { passages: passages(document).into(), ..Document::default() });
    }
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes).map_err(|error| error.to_string())?;
    let texts = |document: DocId, visit: &mut PassageVisitor<'_>| {
        let document = documents.get(document.0 as usize);
        document.into_iter().flat_map(passages).try_for_each(visit)
    };
    let mut searcher = Searcher::new(index, Box::new(texts));
    let mut run = Run::new();
    for query in queries {
        let words = Query::from_words(&format!("{} {}", query.title, query.text));
        let request =
            Request { limit: DEPTH, operator: Operator::Or, expands: true, ..Request::new(&words) };
        let hits = searcher.search(&request).hits;
        let ranked = hits
            .iter()
            .filter_map(|hit| Some((documents.get(hit.doc.0 as usize)?.id.name(), hit.score)));
        run.push((query.id.name(), ranked.collect()));
    }
    Ok(run)
}

/// Returns the passages of a document: its title and its text.
pub(crate) fn passages(document: &Text) -> [Passage<'_>; 2] {
    [(Field::Title, &document.title), (Field::Body, &document.text)]
        .map(|(field, text)| Passage { field, text })
}

/// Formats a run for `trec_eval`.
fn trec(run: &Run) -> String {
    let mut out = String::new();
    for (query, ranked) in run {
        for (rank, (document, score)) in ranked.iter().enumerate() {
            let _ = writeln!(out, "{query} Q0 {document} {} {score:.6} cuttings", rank + 1);
        }
    }
    out
}

/// The means over all queries with a relevant document.
#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Measures {
    /// The number of these queries.
    pub(crate) queries: usize,
    /// nDCG at rank 10. The gain of a document is its grade, and the ideal ranking contains all
    /// judged documents (Järvelin and Kekäläinen, 2002).
    pub(crate) ndcg_10: f64,
    pub(crate) average_precision: f64,
    pub(crate) recall_100: f64,
}

impl Measures {
    fn of(run: &Run, judgements: &Judgements) -> Self {
        let mut sums = Self::default();
        for (query, ranked) in run {
            let Some(grades) =
                judgements.get(query).filter(|grades| grades.values().any(|grade| *grade > 0.0))
            else {
                continue;
            };
            sums.queries += 1;
            let gain =
                |document: &String| grades.get(document).copied().unwrap_or_default().max(0.0);
            let mut best: Vec<f64> = grades.values().map(|grade| grade.max(0.0)).collect();
            best.sort_by(|a, b| b.total_cmp(a));
            let relevant = best.iter().filter(|grade| **grade > 0.0).count() as f64;
            sums.ndcg_10 += discounted(ranked.iter().map(|(document, _)| gain(document)))
                / discounted(best.into_iter());
            let mut found = 0.0;
            for (rank, _) in
                ranked.iter().enumerate().filter(|(_, (document, _))| gain(document) > 0.0)
            {
                found += 1.0;
                sums.average_precision += found / (rank + 1) as f64 / relevant;
                sums.recall_100 += if rank < 100 { 1.0 / relevant } else { 0.0 };
            }
        }
        let queries = sums.queries.max(1) as f64;
        sums.ndcg_10 /= queries;
        sums.average_precision /= queries;
        sums.recall_100 /= queries;
        sums
    }
}

impl std::fmt::Display for Measures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { queries, ndcg_10, average_precision, recall_100 } = self;
        write!(
            f,
            "nDCG@10 {ndcg_10:.4}  MAP {average_precision:.4}  Recall@100 {recall_100:.4}  ({queries} queries)"
        )
    }
}

/// Returns the discounted cumulative gain at rank 10.
fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    gains.take(10).enumerate().map(|(rank, gain)| gain / ((rank + 2) as f64).log2()).sum()
}

/// Parses lines of `query document grade` or `query iteration document grade`, separated by tabs or
/// spaces.
fn judgements(path: &Path) -> Result<Judgements, String> {
    let mut judgements = Judgements::new();
    for (number, line) in lines(path)?.enumerate() {
        let line = line?;
        let parts: Vec<&str> = line.split_whitespace().collect();
        let (query, document, grade) = match parts.as_slice() {
            [] => continue,
            [query, document, grade] | [query, _, document, grade] => (query, document, grade),
            _ => {
                return Err(format!(
                    "{}:{}: expected query, document and grade",
                    path.display(),
                    number + 1
                ));
            }
        };
        let grade = grade
            .parse()
            .map_err(|_| format!("{}:{}: '{grade}' is not a grade", path.display(), number + 1))?;
        judgements.entry((*query).to_owned()).or_default().insert((*document).to_owned(), grade);
    }
    Ok(judgements)
}

/// Parses the lines of a `.jsonl` or `.jsonl.gz` file.
pub(crate) fn texts(path: &Path) -> Result<Vec<Text>, String> {
    let mut texts = Vec::new();
    for (number, line) in lines(path)?.enumerate() {
        let line = line?;
        if !line.trim().is_empty() {
            let text = serde_json::from_str(&line);
            texts
                .push(text.map_err(|error| format!("{}:{}: {error}", path.display(), number + 1))?);
        }
    }
    Ok(texts)
}

/// Returns the lines of a text file, which may be gzipped.
pub(crate) fn lines(path: &Path) -> Result<impl Iterator<Item = Result<String, String>>, String> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| format!("{name}: {error}"))?;
    let is_packed = path.extension().is_some_and(|ending| ending == "gz");
    let reader: Box<dyn Read> =
        if is_packed { Box::new(flate2::read::MultiGzDecoder::new(file)) } else { Box::new(file) };
    Ok(BufReader::new(reader)
        .lines()
        .map(move |line| line.map_err(|error| format!("{name}: {error}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ranked: &[&str], grades: &[(&str, f64)], expected: (f64, f64, f64)) {
        let ranked = ranked.iter().map(|document| ((*document).to_owned(), 0.0)).collect();
        let grades =
            grades.iter().map(|(document, grade)| ((*document).to_owned(), *grade)).collect();
        let found =
            Measures::of(&vec![("q".into(), ranked)], &HashMap::from([("q".into(), grades)]));
        let expected = Measures {
            queries: 1,
            ndcg_10: expected.0,
            average_precision: expected.1,
            recall_100: expected.2,
        };
        assert_eq!(format!("{found}"), format!("{expected}"));
    }

    #[test]
    fn measures_equal_those_computed_by_hand() {
        check(&["a", "b"], &[("a", 1.0), ("b", 1.0)], (1.0, 1.0, 1.0));
        check(&["x", "a"], &[("a", 1.0), ("x", 0.0)], (1.0 / 3_f64.log2(), 0.5, 1.0));
        check(
            &["b", "a"],
            &[("a", 3.0), ("b", 1.0)],
            ((1.0 + 3.0 / 3_f64.log2()) / (3.0 + 1.0 / 3_f64.log2()), 1.0, 1.0),
        );
        check(&["x"], &[("a", 2.0), ("x", -1.0)], (0.0, 0.0, 0.0));
    }
}
