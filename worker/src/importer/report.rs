//! The JSON that `add` returns.

use cuttings_collection::Report;
use serde::Serialize;

/// A [`Report`] in JSON.
#[derive(Serialize)]
struct Json<'a> {
    articles: usize,
    links: usize,
    pictures: usize,
    duplicates: usize,
    diagnostics: Vec<Message<'a>>,
}

#[derive(Serialize)]
struct Message<'a> {
    severity: &'static str,
    file: &'a str,
    line: u32,
    message: &'a str,
}

/// Returns a report as JSON.
pub(crate) fn json(report: &Report) -> String {
    let messages = report.diagnostics.iter().map(|it| Message {
        severity: it.severity.as_str(),
        file: &it.origin.file,
        line: it.origin.line,
        message: &it.message,
    });
    let Report { articles, links, pictures, duplicates, .. } = *report;
    let json = Json { articles, links, pictures, duplicates, diagnostics: messages.collect() };
    serde_json::to_string(&json).unwrap_or_default()
}
