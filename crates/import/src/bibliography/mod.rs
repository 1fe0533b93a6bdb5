//! Bibliographies: CSL-JSON, RIS and BibTeX. An entry is a teaser with its metadata, or with an
//! abstract an article of which the abstract is the text.

mod bibtex;
mod csl;
mod ris;

pub(crate) use bibtex::read as read_bibtex;
pub(crate) use csl::read as read_csl;
pub(crate) use ris::read as read_ris;

use cuttings_corpus::{
    Article, Author, CustomField, DEFAULT_SECTION, Date, Source, find_day, is_language_tag,
    line_of_text,
};
use cuttings_diagnostics::{Origin, Severity};

use crate::csv_rows::tags;
use crate::item::{Annotation, Item, Reading};
use crate::{Flow, Importer, html, plain_text, web_address};

/// An entry of a bibliography.
#[derive(Debug, Default)]
struct Reference {
    /// The line at which it begins.
    line: u32,
    title: Option<String>,
    authors: Vec<Author>,
    date: Option<String>,
    /// The publication that it is part of, or else its publisher.
    publication: Option<String>,
    url: Option<String>,
    doi: Option<String>,
    abstract_text: Option<String>,
    notes: Vec<String>,
    tags: Vec<String>,
    language: Option<String>,
    /// The date on which the reader added it.
    added: Option<String>,
    /// Other fields.
    custom: Vec<(&'static str, String)>,
}

impl Reference {
    fn pass_on(self, file: &str, importer: &mut Importer<'_>) -> Flow {
        let doi = self.doi.as_deref().map(|doi| {
            let at = doi.find("10.").unwrap_or(0);
            doi.get(at..).unwrap_or_default().trim().to_owned()
        });
        let by_doi = doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        let url = self.url.or(by_doi).and_then(|url| web_address::web(&url));
        let title = self.title.as_deref().and_then(html::line).or_else(|| url.clone());
        let Some(title) = title else {
            let reason = "An entry without a title and an address is left out.";
            return importer.report(file, self.line, Severity::Warning, reason);
        };
        let body = match self.abstract_text.as_deref() {
            // Publishers deliver abstracts in JATS or HTML.
            Some(text) if text.contains("</") => {
                let text = text.replace("<jats:", "<").replace("</jats:", "</");
                html::blocks(&text, None, &|_| None, importer)
                    .map(|it| it.blocks)
                    .unwrap_or_default()
            }
            Some(text) => plain_text::paragraphs(text),
            None => Vec::new(),
        };
        let source = Source { name: self.publication, url };
        let mut custom: Vec<CustomField> = Vec::new();
        let fields = self.custom.into_iter().chain(doi.map(|doi| ("doi", doi)));
        for (key, value) in fields {
            if let Some(value) = line_of_text(&value) {
                custom.push(CustomField { key: key.to_owned(), values: vec![value] });
            }
        }
        let date = |text: String| Date { day: find_day(&text), text };
        let article = Article {
            authors: self.authors,
            date: self.date.map(date),
            source: (source != Source::default()).then_some(source),
            tags: tags(self.tags.iter().map(String::as_str)),
            language: self.language.filter(|tag| is_language_tag(tag)),
            custom,
            body,
            ..Article::new(DEFAULT_SECTION, title, Origin::new(file, self.line.max(1)))
        };
        let note = |text: String| Annotation {
            note: html::line(&text).unwrap_or_default(),
            ..Annotation::default()
        };
        let notes = self.notes.into_iter().map(note).filter(|it| !it.note.is_empty());
        let reading = Reading { saved: self.added.map(date), ..Reading::default() };
        importer.item(Item { article, reading, annotations: notes.collect() })
    }
}

/// Returns a person's name in the order in which it is read.
fn person(
    given: Option<&str>,
    particle: Option<&str>,
    family: &str,
    suffix: Option<&str>,
) -> String {
    let parts = [given, particle, Some(family), suffix];
    let parts: Vec<&str> =
        parts.into_iter().flatten().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Returns the author of a name as bibliographies spell it: `Okonkwo, Ada`.
fn inverted(name: &str) -> Option<Author> {
    let name = line_of_text(name)?;
    let mut parts = name.split(',').map(str::trim);
    let family = parts.next().unwrap_or_default();
    let (given, suffix) = (parts.next(), parts.next());
    Some(match given {
        Some(_) => Author::person(person(given, None, family, suffix)),
        None => Author::person(name),
    })
}
