//! Reads files in other forms than those of seeds, with the importer.

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

use cuttings_corpus::{Article, FileContents, LinkTarget, MarkKind};
use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use cuttings_import::{Event, Limits, Source, annotated, import};

use crate::within::Within;

/// The extensions of web pages. In a folder of a site these may be templates and lists, so a page
/// without an article is no mistake.
const WEB_PAGES: [&str; 3] = [".html", ".htm", ".xhtml"];

/// Reads the articles of a file, and adds the pictures in it.
pub(crate) fn read(name: &str, path: &Path, within: &Within) -> FileContents {
    let mut articles: Vec<Article> = Vec::new();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let source = match File::open(path) {
        Ok(file) => Box::new(BufReader::new(file)) as Box<dyn Source>,
        Err(error) => {
            let message = format!("{error}.");
            let error = Diagnostic::new(Origin::new(name, 1), Severity::Error, message);
            return FileContents::Articles(articles, vec![error]);
        }
    };
    import([(name.to_owned(), source)], &Limits::default(), &mut |event| {
        match event {
            Event::Item(item) => articles.push(without_numbers(annotated(*item))),
            Event::Picture(picture) => within.add(path, picture.path, picture.bytes),
            Event::Diagnostic(diagnostic) => diagnostics.push(diagnostic),
        }
        ControlFlow::Continue(())
    });
    if WEB_PAGES.iter().any(|extension| name.to_lowercase().ends_with(extension)) {
        for diagnostic in &mut diagnostics {
            diagnostic.severity = diagnostic.severity.min(Severity::Note);
        }
    }
    FileContents::Articles(articles, diagnostics)
}

/// Removes links to other articles of the import, because the folder numbers them anew.
fn without_numbers(mut article: Article) -> Article {
    for block in &mut article.body {
        let is_number =
            |kind: &MarkKind| matches!(kind, MarkKind::Link(LinkTarget::Article { .. }));
        block.marks.retain(|mark| !is_number(&mark.kind));
    }
    article
}
