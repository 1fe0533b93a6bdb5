//! Documents of a collection as a folder of seeds, to see the page at any size.

use crate::relevance::lines;
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const USAGE: &str = "cargo xtask seeds --docs FILE [--count N] DIR";

/// How many documents are written if nobody says how many.
const COUNT: usize = 10_000;

/// A line of a `docs.jsonl`.
#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    /// What the collection calls the section, if it has any.
    #[serde(default)]
    category: String,
    #[serde(default)]
    date: String,
}

/// `cargo xtask seeds --docs FILE [--count N] DIR`: writes documents as Markdown files into a folder that does not exist yet.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (docs, count, folder) = parse(arguments)?;
    fs::create_dir_all(folder.parent().unwrap_or(&folder))
        .and_then(|()| fs::create_dir(&folder))
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut written = 0;
    for line in lines(&docs)? {
        if written == count {
            break;
        }
        let line = line?;
        let document: Document = serde_json::from_str(&line)
            .map_err(|error| format!("{}:{}: {error}", docs.display(), written + 1))?;
        if let Some(seed) = seed(&document) {
            written += 1;
            let path = folder.join(format!("{written:06}.md"));
            fs::write(&path, seed).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    println!("{written} seeds in {}; make serve SEEDS={0} shows them", folder.display());
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(PathBuf, usize, PathBuf), String> {
    use lexopt::prelude::*;
    let wrong = |error: lexopt::Error| format!("{error}\n{USAGE}");
    let (mut docs, mut count, mut folder) = (None, COUNT, None);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(wrong)? {
        match argument {
            Long("docs") => docs = Some(PathBuf::from(parser.value().map_err(wrong)?)),
            Long("count") => {
                count = parser.value().and_then(|count| count.parse()).map_err(wrong)?
            }
            Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
            other => return Err(wrong(other.unexpected())),
        }
    }
    let docs = docs.ok_or_else(|| format!("say which documents\n{USAGE}"))?;
    let folder = folder.ok_or_else(|| format!("say which folder\n{USAGE}"))?;
    Ok((docs, count, Path::new(".").join(folder)))
}

/// A document as a seed; none if it has no title or no text, which no article lacks.
fn seed(document: &Document) -> Option<String> {
    let Document { title, text, category, date } = document;
    if title.trim().is_empty() || text.trim().is_empty() {
        return None;
    }
    let mut out = String::from("---\n");
    for (key, value) in [("title", title), ("section", category), ("date", date)] {
        if !value.trim().is_empty() {
            // A text in JSON is one in YAML as well.
            let _ = writeln!(out, "{key}: {}", serde_json::Value::from(value.trim()));
        }
    }
    out.push_str("---\n");
    for paragraph in text.lines().map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        out.push('\n');
        for c in paragraph.chars() {
            // Nothing in it means anything to Markdown.
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
    use cuttings_diagnostics::SourceFile;

    #[test]
    fn a_document_is_read_as_it_was() {
        let line = r##"{"id": 1, "title": "\"Cocoa\": a <review>", "category": "cocoa", "date": "1987-02-26",
            "text": "# 1. *Showers*\n- _continued_ & `on`\n\n1. [so](it) goes"}"##;
        let seed = seed(&serde_json::from_str(line).unwrap()).unwrap();
        let corpus = cuttings_corpus::parse(&[SourceFile { name: "a.md", bytes: seed.as_bytes() }]);
        let article = &corpus.articles[0];
        assert_eq!((&*article.title, &*article.section), ("\"Cocoa\": a <review>", "cocoa"));
        let texts: Vec<&str> = article.body.iter().map(cuttings_corpus::Block::text).collect();
        assert_eq!(texts, ["# 1. *Showers*", "- _continued_ & `on`", "1. [so](it) goes"]);
        assert!(corpus.diagnostics.is_empty(), "{:?}", corpus.diagnostics);
    }

    #[test]
    fn what_is_no_article_is_left_out() {
        for line in [r#"{"title": "", "text": "a"}"#, r#"{"title": "a", "text": " "}"#, "{}"] {
            assert!(seed(&serde_json::from_str(line).unwrap()).is_none(), "{line}");
        }
    }
}
