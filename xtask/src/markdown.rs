//! `cargo xtask markdown`: compares the articles of a folder of Markdown with the HTML of a
//! reference renderer.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cuttings_diagnostics::SourceFile;
use cuttings_markdown_check::{contents_of_article, contents_of_markdown, differences, parse};

const USAGE: &str = "cargo xtask markdown DIR";

/// Runs `cargo xtask markdown DIR`: prints each article that differs from the reference, and the
/// totals.
///
/// # Errors
/// If the folder cannot be read or holds no Markdown.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder] = arguments else { return Err(format!("no folder given\n{USAGE}")) };
    let mut paths = Vec::new();
    find(Path::new(folder), &mut paths)?;
    if paths.is_empty() {
        return Err(format!("{folder}: no Markdown in this folder"));
    }
    paths.sort();
    let (mut equal, mut without_text) = (0, 0);
    let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut totals = [0; 6];
    for path in &paths {
        let name = path.to_string_lossy();
        let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let corpus = parse(SourceFile { name: &name, bytes: text.as_bytes() });
        let Some(article) = corpus.articles.first() else {
            without_text += 1;
            println!("{name}\n  no text");
            continue;
        };
        let reference = contents_of_markdown(body(&text), &article.title);
        let contents = contents_of_article(article);
        let counts = [
            reference.links,
            reference.list_items,
            reference.code_blocks,
            reference.cells,
            reference.pictures,
            reference.footnotes.len(),
        ];
        for (total, count) in totals.iter_mut().zip(counts) {
            *total += count;
        }
        let differences = differences(&contents, &reference);
        if differences.is_empty() {
            equal += 1;
            continue;
        }
        println!("{name}");
        for difference in &differences {
            println!("  {difference}");
            *parts.entry(difference.part).or_default() += 1;
        }
    }
    let [links, items, code, cells, pictures, footnotes] = totals;
    println!("{} files: {equal} equal, {without_text} without text", paths.len());
    println!(
        "in the reference: {links} links, {items} list items, {code} code blocks, {cells} table \
         cells, {pictures} pictures, {footnotes} footnotes"
    );
    for (part, count) in parts {
        println!("{part} differ in {count}");
    }
    Ok(())
}

/// Adds the Markdown files of a folder and its sub-folders.
fn find(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_dir() {
            find(&path, paths)?;
        } else if ["md", "markdown", "mdx"].contains(&&*extension) {
            paths.push(path);
        }
    }
    Ok(())
}

/// Returns the text below the front matter.
fn body(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for fence in ["---", "+++"] {
        let Some(rest) = text.strip_prefix(fence).filter(|rest| rest.starts_with(['\n', '\r']))
        else {
            continue;
        };
        let mut at = text.len() - rest.len();
        for line in rest.split_inclusive('\n') {
            at += line.len();
            if line.trim_end() == fence {
                return text.get(at..).unwrap_or_default();
            }
        }
    }
    text
}
