//! `cargo xtask stories`: groups a judged collection by story, finds its reused passages, and
//! reports precision and recall. docs/stories.md has the rules and the results.

mod fit;
mod judgements;

use crate::relevance::lines;
use cuttings_stories::{Block, Digest, Document, ReusedPassage, Stories, reused_passages, stories};
use judgements::{Judgements, Part, Scores, TextRange};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

const USAGE: &str = "cargo xtask stories [--fit] FOLDER";

/// The judgements, below the root of the workspace.
const JUDGEMENTS: &str = "bench/stories/reuters.tsv";

/// `cargo xtask stories …`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (fits, folder) = match arguments {
        [folder] => (false, folder),
        [option, folder] if option == "--fit" => (true, folder),
        _ => return Err(USAGE.into()),
    };
    let judgements = Judgements::read(&crate::root().join(JUDGEMENTS))?;
    let articles = articles(Path::new(folder))?;
    if fits {
        return fit::run(&articles, &judgements);
    }
    println!("stories                                       precision  recall      F1   pairs");
    for part in &judgements.parts {
        let of_part: Vec<Article> =
            articles.iter().filter(|article| part.has(article.id)).cloned().collect();
        report("in the collection", &articles, &judgements, part);
        report("alone", &of_part, &judgements, part);
    }
    Ok(())
}

/// Prints the measures of a part of a collection.
fn report(name: &str, articles: &[Article], judgements: &Judgements, part: &Part) {
    let start = Instant::now();
    let digests: Vec<Digest> = articles.iter().map(|it| Digest::new(&it.document)).collect();
    let found = stories(&digests);
    let seconds = start.elapsed().as_secs_f64();
    let scores = judgements.stories(part, &numbers(articles, &found));
    println!("{:<45} {scores}", format!("{}, {name} ({} articles)", part.name, articles.len()));
    let start = Instant::now();
    let passages = reused_passages(&digests, &found, |number| &articles[number].document);
    let reuse_seconds = start.elapsed().as_secs_f64();
    let reused: Vec<_> = passages.iter().map(|passage| in_text(articles, passage)).collect();
    if let Some(scores) = judgements.reuse(part, &reused) {
        println!("{:<45} {scores}", "  reused passages");
    }
    let in_stories: usize = found.documents.iter().map(Vec::len).sum();
    println!(
        "  {} stories of {in_stories} articles in {seconds:.1} s; {} passages in {reuse_seconds:.1} s",
        found.documents.len(),
        passages.len(),
    );
}

/// An article of the collection.
#[derive(Clone)]
struct Article {
    id: u32,
    document: Document,
    /// The byte of the text at which each block starts.
    starts: Vec<usize>,
}

/// A line of `docs.jsonl`.
#[derive(Deserialize)]
struct Line {
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    text: String,
}

/// Reads `docs.jsonl` or `docs.jsonl.gz` in a folder. Each line of a text is a block.
fn articles(folder: &Path) -> Result<Vec<Article>, String> {
    let names = ["docs.jsonl.gz", "docs.jsonl"].map(|name| folder.join(name));
    let path: &PathBuf = names
        .iter()
        .find(|path| path.exists())
        .ok_or_else(|| format!("{}: expected docs.jsonl or docs.jsonl.gz", folder.display()))?;
    let article = |line: Result<String, String>| {
        let line = line?;
        let line: Line = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let id = line.id.parse().map_err(|_| format!("'{}' is not a number", line.id))?;
        let mut starts = Vec::new();
        let mut at = 0;
        for block in line.text.split('\n') {
            starts.push(at);
            at += block.len() + 1;
        }
        let blocks = line.text.split('\n').map(Block::new).collect();
        let document = Document { title: Block::new(&line.title), blocks, day: day(&line.date) };
        Ok(Article { id, document, starts })
    };
    lines(path)?.map(article).collect()
}

/// Returns the number of a day in the form 1987-02-26, counted from 1 March of the year 0.
fn day(date: &str) -> Option<i32> {
    let mut parts = date.split('-').map(|part| part.parse::<i32>().ok());
    let [year, month, day] = [parts.next()??, parts.next()??, parts.next()??];
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year / 4 - year / 100 + year / 400;
    Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day)
}

/// Returns the story of each article by its id.
fn numbers(articles: &[Article], stories: &Stories) -> HashMap<u32, u32> {
    let numbered = articles.iter().zip(&stories.of_documents);
    numbered.filter_map(|(article, story)| Some((article.id, (*story)?.0))).collect()
}

/// Returns a passage by ids, and its bytes in the text of the article. A title has none.
fn in_text(articles: &[Article], passage: &ReusedPassage) -> (u32, u32, TextRange) {
    let article = &articles[passage.article];
    let place = |block: u32, byte: u32| {
        let start = block.checked_sub(1).and_then(|block| article.starts.get(block as usize));
        start.map_or(0, |start| start + byte as usize)
    };
    let range = passage.range;
    let range = place(range.first_block, range.start)..place(range.last_block, range.end);
    (article.id, articles[passage.source].id, range)
}

impl std::fmt::Display for Scores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { precision, recall, count } = self;
        let f1 = self.f1();
        write!(f, "{precision:>9.3} {recall:>7.3} {f1:>7.3} {count:>7}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        let between = |one, other| day(other).unwrap() - day(one).unwrap();
        assert_eq!(between("1987-02-26", "1987-03-01"), 3);
        assert_eq!(between("2023-12-31", "2024-03-01"), 61);
        assert_eq!(day("soon"), None);
    }
}
