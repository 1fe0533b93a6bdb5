//! Prints a corpus as JSON for other programs.

use std::collections::BTreeMap;

use cuttings_corpus::{Article, Block, Corpus, Teaser};
use cuttings_diagnostics::Severity;
use serde::Serialize;

use super::body;
use crate::outcome::{JsonDiagnostic, VERSION};

/// The output of `--json`. Other programs rely on its keys: add some, but never rename one.
#[derive(Serialize)]
pub(super) struct JsonCorpus<'a> {
    version: u32,
    command: &'static str,
    /// False if a file has an error.
    ok: bool,
    articles: Vec<JsonArticle<'a>>,
    teasers: Vec<JsonTeaser<'a>>,
    /// The numbers of the items of each story: articles from 0, then teasers.
    stories: &'a [Vec<usize>],
    diagnostics: Vec<JsonDiagnostic>,
}

#[derive(Serialize)]
struct JsonArticle<'a> {
    section: &'a str,
    title: &'a str,
    standfirst: Option<&'a str>,
    body: Vec<JsonBlock<'a>>,
    /// The first of the authors.
    author: Option<&'a str>,
    authors: Vec<&'a str>,
    /// Those of the authors that are organisations.
    organisations: Vec<&'a str>,
    date: Option<&'a str>,
    /// The day of the date, as `2024-05-16`.
    day: Option<String>,
    updated: Option<&'a str>,
    source: Option<&'a str>,
    source_url: Option<&'a str>,
    tags: &'a [String],
    language: Option<&'a str>,
    slug: Option<&'a str>,
    picture: Option<&'a str>,
    custom: BTreeMap<&'a str, &'a [String]>,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct JsonBlock<'a> {
    kind: &'static str,
    text: &'a str,
    /// Level, language or file of the block, and the containers around it, outermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<JsonMark<'a>>,
}

#[derive(Serialize)]
struct JsonMark<'a> {
    kind: String,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct JsonTeaser<'a> {
    section: &'a str,
    age: &'a str,
    title: &'a str,
    file: &'a str,
    line: u32,
}

impl<'a> JsonCorpus<'a> {
    /// Creates the output from a corpus and its stories.
    pub(super) fn new(corpus: &'a Corpus, stories: &'a [Vec<usize>]) -> Self {
        let has_error = corpus.diagnostics.iter().any(|it| it.severity == Severity::Error);
        Self {
            version: VERSION,
            command: "inspect",
            ok: !has_error,
            articles: corpus.articles.iter().map(Into::into).collect(),
            teasers: corpus.teasers.iter().map(Into::into).collect(),
            stories,
            diagnostics: corpus.diagnostics.iter().map(Into::into).collect(),
        }
    }
}

impl<'a> From<&'a Article> for JsonArticle<'a> {
    fn from(article: &'a Article) -> Self {
        Self {
            section: &article.section,
            title: &article.title,
            standfirst: article.standfirst.as_deref(),
            body: article.body.iter().map(Into::into).collect(),
            author: article.authors.first().map(|author| &*author.name),
            authors: article.authors.iter().map(|author| &*author.name).collect(),
            organisations: article
                .authors
                .iter()
                .filter(|author| author.is_organisation)
                .map(|author| &*author.name)
                .collect(),
            date: article.date.as_ref().map(|date| &*date.text),
            day: article.date.as_ref().and_then(|date| date.day).map(body::day),
            updated: article.updated.as_ref().map(|date| &*date.text),
            source: article.source.as_ref().and_then(|source| source.name.as_deref()),
            source_url: article.source.as_ref().and_then(|source| source.url.as_deref()),
            tags: &article.tags,
            language: article.language.as_deref(),
            slug: article.slug.as_deref(),
            picture: article.picture.as_ref().map(|picture| &*picture.path),
            custom: article.custom.iter().map(|it| (&*it.key, &*it.values)).collect(),
            file: &article.origin.file,
            line: article.origin.line,
        }
    }
}

impl<'a> From<&'a Block> for JsonBlock<'a> {
    fn from(block: &'a Block) -> Self {
        let marks = block.marks.iter().map(|mark| JsonMark {
            kind: body::mark(&mark.kind),
            start: mark.range.start,
            end: mark.range.end,
            text: block.text.get(mark.range.clone()).unwrap_or_default(),
        });
        Self {
            kind: body::kind(block),
            text: block.text(),
            details: body::details(block),
            marks: marks.collect(),
        }
    }
}

impl<'a> From<&'a Teaser> for JsonTeaser<'a> {
    fn from(teaser: &'a Teaser) -> Self {
        Self {
            section: &teaser.section,
            age: &teaser.age,
            title: &teaser.title,
            file: &teaser.origin.file,
            line: teaser.origin.line,
        }
    }
}
