//! The texts of an edition for other engines: a line of JSON and a plain page for each article.

use serde::Deserialize;
use serde_json::json;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A document of an export for OpenSearch; other fields are ignored.
#[derive(Deserialize)]
struct Document {
    title: String,
    /// The path of its page, which teasers do not have.
    address: Option<String>,
    lang: Option<String>,
    #[serde(default)]
    standfirst: Text,
    /// The headings among the paragraphs, in their order.
    #[serde(default)]
    heading: Text,
    #[serde(default)]
    body: Text,
}

/// A field with one value for each block, or a single one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    One(String),
    Blocks(Vec<String>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Blocks(Vec::new())
    }
}

impl Text {
    fn blocks(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Blocks(texts) => texts,
        }
    }
}

impl Document {
    /// Returns the paragraphs of the text. Headings come before the others, as no order among both
    /// is exported.
    fn paragraphs(&self) -> impl Iterator<Item = &str> {
        let fields = [&self.standfirst, &self.heading, &self.body];
        fields.into_iter().flat_map(Text::blocks).map(String::as_str)
    }
}

/// Reads the bulk files in the folder `export`. Writes the texts as lines of JSON into the file
/// `lines`, and as pages into the folder `pages`. Returns their number.
pub(super) fn write(export: &Path, lines: &Path, pages: &Path) -> Result<usize, String> {
    let fault = |path: &Path, error: io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(pages).map_err(|error| fault(pages, error))?;
    let mut out = BufWriter::new(File::create(lines).map_err(|error| fault(lines, error))?);
    // Pagefind searches pages in one language only, so all get the first one.
    let mut language = None;
    let mut count = 0;
    for file in bulk_files(export).map_err(|error| fault(export, error))? {
        let reader = BufReader::new(File::open(&file).map_err(|error| fault(&file, error))?);
        // Each document follows a line with its identity.
        for line in reader.lines().skip(1).step_by(2) {
            let line = line.map_err(|error| fault(&file, error))?;
            let document: Document =
                serde_json::from_str(&line).map_err(|error| fault(&file, error.into()))?;
            let language = language
                .get_or_insert_with(|| document.lang.clone().unwrap_or_else(|| "en".into()));
            let text = document.paragraphs().collect::<Vec<_>>().join("\n\n");
            let Document { title, address, .. } = &document;
            let object = json!({ "id": count, "title": title, "text": text, "address": address });
            writeln!(out, "{object}").map_err(|error| fault(lines, error))?;
            let path = pages.join(format!("{count}.html"));
            fs::write(&path, page(&document, language)).map_err(|error| fault(&path, error))?;
            count += 1;
        }
    }
    out.flush().map_err(|error| fault(lines, error))?;
    if count == 0 { Err(format!("{}: no articles", export.display())) } else { Ok(count) }
}

fn bulk_files(export: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(export)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ndjson"));
    files.sort();
    Ok(files)
}

/// Returns a page with the title as its heading and a paragraph for each block.
fn page(document: &Document, language: &str) -> String {
    let title = escaped(&document.title);
    let paragraphs = document.paragraphs().map(|text| format!("<p>{}</p>\n", escaped(text)));
    format!(
        "<!doctype html>\n<html lang=\"{}\"><meta charset=\"utf-8\"><title>{title}</title>\n<body>\n\
         <h1>{title}</h1>\n{}</body></html>\n",
        escaped(language),
        paragraphs.collect::<String>()
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_title_and_all_texts() {
        let document = r#"{"title": "R&D", "lang": "en", "kind": "article", "standfirst": "Short",
            "heading": ["Why"], "body": ["a < b", "c"]}"#;
        let expected = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\
            <title>R&amp;D</title>\n<body>\n<h1>R&amp;D</h1>\n<p>Short</p>\n<p>Why</p>\n\
            <p>a &lt; b</p>\n<p>c</p>\n</body></html>\n";
        assert_eq!(page(&serde_json::from_str(document).unwrap(), "en"), expected);
        let teaser: Document = serde_json::from_str(r#"{"title": "t"}"#).unwrap();
        assert_eq!(teaser.paragraphs().count(), 0);
    }
}
