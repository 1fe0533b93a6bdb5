//! Parses Markdown with YAML front matter: one file is one article.
//!
//! [`body`] converts the text below the front matter. [`masks`] hides the dialects that the
//! Markdown parser does not know, [`pieces`] reads its events, and [`elements`] reads raw HTML.

mod anchors;
mod autolink;
mod body;
mod callouts;
mod converter;
mod elements;
mod extensions;
mod footnotes;
mod front_matter;
mod hashtags;
mod highlights;
mod html;
mod html_state;
mod inline;
mod losses;
mod masks;
mod mdx;
mod pieces;
mod resolve;
mod scopes;
mod shortcodes;
mod targets;

use std::ops::Range;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::{
    article::{Article, Corpus, DEFAULT_SECTION},
    block::{Block, BlockKind},
    line_report::{LineReport, LineRole},
    metadata::{Author, Date, Source},
    source::{self, LineIndex},
    title,
};
use converter::{Body, Seed, Span};
use front_matter::{FrontMatter, Split};

pub use anchors::heading_id;

/// A parsed Markdown seed.
pub(crate) struct Document<'a> {
    text: &'a str,
    lines: LineIndex,
    /// The offset at which the body starts.
    body_start: usize,
    spans: Vec<Span>,
    corpus: Corpus,
}

impl<'a> Document<'a> {
    pub(crate) fn parse(file: &str, text: &'a str) -> Self {
        let lines = LineIndex::new(text);
        let mut diagnostics = Vec::new();
        let (mut matter, body_start) = match front_matter::split(text) {
            Split::Absent => (FrontMatter::default(), 0),
            Split::Present { yaml, body_start } => (front_matter::parse(file, yaml), body_start),
            Split::Unclosed => {
                let message = "The front matter that opens here is not closed. Put a line --- \
                               below its settings.";
                let origin = Origin::new(file, 1);
                diagnostics.push(Diagnostic::new(origin, Severity::Error, message));
                (FrontMatter::default(), 0)
            }
        };
        let title = matter.title.as_deref();
        let mut body = body::convert(Seed { file, text, body_start, lines: &lines, title });
        diagnostics.append(&mut matter.diagnostics);
        diagnostics.append(&mut body.diagnostics);
        let spans = std::mem::take(&mut body.spans);
        let article = article(file, matter, body, &mut diagnostics);
        diagnostics.sort_by_key(|diagnostic| diagnostic.origin.line);
        let corpus = Corpus { articles: Vec::from_iter(article), teasers: Vec::new(), diagnostics };
        Self { text, lines, body_start, spans, corpus }
    }

    /// Returns the article, if there is one, and the diagnostics.
    pub(crate) fn into_corpus(self) -> Corpus {
        self.corpus
    }

    /// Returns a report of each line.
    pub(crate) fn reports(&self) -> Vec<LineReport> {
        let mut reports: Vec<LineReport> = (1..)
            .zip(source::raw_lines(self.text))
            .map(|(line, text)| markup(line, text))
            .collect();
        let front_matter = Span {
            range: 0..self.body_start,
            role: LineRole::FrontMatter,
            reason: "between the lines of dashes at the top",
        };
        for Span { range, role, reason } in std::iter::once(&front_matter).chain(&self.spans) {
            for report in reports.get_mut(self.line_indices(range)).into_iter().flatten() {
                if report.role != LineRole::Blank {
                    report.role = *role;
                    report.reason = (*reason).into();
                }
            }
        }
        reports
    }

    /// Returns the indices of the lines that a range of bytes touches.
    fn line_indices(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return 0..0;
        }
        let (first, last) = (self.lines.line(range.start), self.lines.line(range.end - 1));
        (first as usize).saturating_sub(1)..last as usize
    }
}

/// Returns the report of a line that is part of no block.
fn markup(line: u32, text: &str) -> LineReport {
    let (text, _) = source::clean(text);
    if text.is_empty() {
        return LineReport::blank(line);
    }
    let reason = "Markdown markup without text".into();
    LineReport { line, text: text.into_owned(), role: LineRole::Separator, reason }
}

/// Builds the article from its front matter and body. A body without blocks is an error.
fn article(
    file: &str,
    matter: FrontMatter,
    body: Body,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Article> {
    let mut report = |line: u32, severity: Severity, message: String| {
        diagnostics.push(Diagnostic::new(Origin::new(file, line), severity, message));
    };
    let title = matter.title.or(body.title);
    let has_content =
        |block: &Block| !block.text.is_empty() || matches!(block.kind, BlockKind::Picture(_));
    let Some((first_line, _)) = body.blocks.iter().find(|(_, block)| has_content(block)) else {
        let under = title.map(|title| format!(" under the title “{title}”")).unwrap_or_default();
        let message =
            format!("This file has no text{under}. Write the article below the front matter.");
        report(1, Severity::Error, message);
        return None;
    };
    let title = title.unwrap_or_else(|| {
        let message = "This text has no title, so its first words are used as one. Put title: \
                       into the front matter.";
        report(*first_line, Severity::Warning, message.to_owned());
        let mut texts = body.blocks.iter().map(|(_, block)| block);
        let prose = texts.clone().find(|block| block.is_prose() && !block.text.is_empty());
        let text = prose.or_else(|| texts.find(|block| !block.text.is_empty()));
        title::from_first_words(text.map_or(file, Block::text))
    });
    let section = matter.section.unwrap_or_else(|| DEFAULT_SECTION.to_owned());
    Some(Article {
        standfirst: matter.standfirst,
        body: body.blocks.into_iter().map(|(_, block)| block).collect(),
        anchors: body.anchors,
        tags: body.tags,
        authors: matter.author.map(Author::person).into_iter().collect(),
        date: matter.date.map(Date::new),
        source: matter.source.map(|name| Source { name: Some(name), url: None }),
        language: matter.language,
        ..Article::new(section, title, Origin::new(file, 1))
    })
}
