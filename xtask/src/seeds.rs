//! `cargo xtask seeds`: converts the documents of a test collection into a folder of seeds, to show
//! the page with any number of articles.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::relevance::lines;

const USAGE: &str = "cargo xtask seeds --docs FILE [--count N] DIR";

/// The default number of seeds.
const DEFAULT_COUNT: usize = 10_000;

/// A line of a `docs.jsonl`. Other keys are ignored.
#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    /// The collection's name for the section, if it has sections.
    #[serde(default)]
    category: String,
    #[serde(default)]
    date: String,
}

/// Runs `cargo xtask seeds --docs FILE [--count N] DIR`: writes one Markdown file per document into
/// a folder that must not exist yet.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let Options { docs, count, folder } = parse_arguments(arguments)?;
    fs::create_dir_all(folder.parent().unwrap_or(&folder))
        .and_then(|()| fs::create_dir(&folder))
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut written = 0;
    for (number, line) in (1..).zip(lines(&docs)?) {
        if written == count {
            break;
        }
        let document: Document = serde_json::from_str(&line?)
            .map_err(|error| format!("{}:{number}: {error}", docs.display()))?;
        if let Some(seed) = seed(&document) {
            written += 1;
            let path = folder.join(format!("{written:06}.md"));
            fs::write(&path, seed).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    println!("wrote {written} seeds to {}; make serve SEEDS={0} shows them", folder.display());
    Ok(())
}

struct Options {
    docs: PathBuf,
    count: usize,
    folder: PathBuf,
}

fn parse_arguments(arguments: &[String]) -> Result<Options, String> {
    use lexopt::prelude::*;
    let usage_error = |error: lexopt::Error| format!("{error}\n{USAGE}");
    let (mut docs, mut count, mut folder) = (None, DEFAULT_COUNT, None);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(usage_error)? {
        match argument {
            Long("docs") => docs = Some(PathBuf::from(parser.value().map_err(usage_error)?)),
            Long("count") => {
                count = parser.value().and_then(|value| value.parse()).map_err(usage_error)?;
            }
            Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
            other => return Err(usage_error(other.unexpected())),
        }
    }
    let docs = docs.ok_or_else(|| format!("no documents given\n{USAGE}"))?;
    let folder = folder.ok_or_else(|| format!("no folder given\n{USAGE}"))?;
    Ok(Options { docs, count, folder: Path::new(".").join(folder) })
}

/// Returns a document as a seed, or `None` if it has no title or no text, since an article has
/// both.
fn seed(document: &Document) -> Option<String> {
    let Document { title, text, category, date } = document;
    if title.trim().is_empty() || text.trim().is_empty() {
        return None;
    }
    let mut out = String::from("---\n");
    for (key, value) in [("title", title), ("section", category), ("date", date)] {
        if !value.trim().is_empty() {
            // A JSON string is a valid YAML string.
            let _ = writeln!(out, "{key}: {}", serde_json::Value::from(value.trim()));
        }
    }
    out.push_str("---\n");
    for paragraph in text.lines().map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        out.push('\n');
        for c in paragraph.chars() {
            // Escaped punctuation has no meaning in Markdown.
            if c.is_ascii_punctuation() {
                out.push('\\');
            }
            out.push(c);
        }
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{Block, parse};
    use cuttings_diagnostics::SourceFile;

    #[test]
    fn a_document_survives_the_conversion() {
        let line = r##"{"id": 1, "title": "\"Cocoa\": a <review>", "category": "cocoa",
            "date": "1987-02-26",
            "text": "# 1. *Showers*\n- _continued_ & `on`\n\n1. [so](it) goes"}"##;
        let seed = seed(&serde_json::from_str(line).unwrap()).unwrap();
        let corpus = parse(&[SourceFile { name: "a.md", bytes: seed.as_bytes() }]);
        let article = &corpus.articles[0];
        assert_eq!((&*article.title, &*article.section), ("\"Cocoa\": a <review>", "cocoa"));
        let texts: Vec<&str> = article.body.iter().map(Block::text).collect();
        assert_eq!(texts, ["# 1. *Showers*", "- _continued_ & `on`", "1. [so](it) goes"]);
        assert!(corpus.diagnostics.is_empty(), "{:?}", corpus.diagnostics);
    }

    #[test]
    fn a_document_without_title_or_text_is_skipped() {
        for line in [r#"{"title": "", "text": "a"}"#, r#"{"title": "a", "text": " "}"#, "{}"] {
            assert!(seed(&serde_json::from_str(line).unwrap()).is_none(), "{line}");
        }
    }
}
