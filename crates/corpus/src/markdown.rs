//! Parses Markdown with front matter: one file is one article.
//!
//! [`body`] converts the text below the front matter. [`masks`] hides the dialects that the
//! Markdown parser does not know, [`pieces`] reads its events, and [`elements`] reads raw HTML.

mod anchors;
mod autolink;
mod body;
mod callouts;
mod containers;
mod converter;
mod directives;
mod element_names;
mod elements;
mod embeds;
mod extensions;
mod footnotes;
mod hashtags;
mod highlights;
mod html;
mod html_state;
mod html_tables;
mod inline_elements;
mod losses;
mod masked;
mod masks;
mod math;
mod mdx;
mod pieces;
mod resolve;
mod running_text;
mod scopes;
mod shortcodes;

use std::collections::HashSet;
use std::ops::Range;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::{
    article::{Article, DEFAULT_SECTION},
    block::{Block, BlockKind},
    file_name::FileName,
    front_matter::{self, FrontMatter, Split},
    line_report::{LineReport, LineRole},
    parsed::{Parsed, ParsedArticle},
    source::{self, LineIndex},
    title,
};
use converter::{Body, Seed, Span};

pub use anchors::heading_id;
pub use element_names::mark as mark_of_element;
pub use html::decoded as decode_entities;

/// A parsed Markdown seed.
pub(crate) struct Document<'a> {
    text: &'a str,
    lines: LineIndex,
    /// The offset at which the body starts.
    body_start: usize,
    spans: Vec<Span>,
    parsed: Parsed,
}

impl<'a> Document<'a> {
    /// Parses a seed. `facets` has the keys of front matter that are facets of the site.
    pub(crate) fn parse(file: &str, text: &'a str, facets: &[(String, String)]) -> Self {
        let lines = LineIndex::new(text);
        let mut diagnostics = Vec::new();
        let (mut matter, body_start) = match front_matter::split(text) {
            Split::Absent => (FrontMatter::default(), 0),
            Split::Present { format, source, body_start } => {
                (front_matter::parse(file, format, source, facets), body_start)
            }
            Split::Unclosed(closing) => {
                let message = format!(
                    "The front matter that opens here is not closed. Put a line {closing} below \
                     its settings."
                );
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
        let parsed = Parsed { articles: Vec::from_iter(article), teasers: Vec::new(), diagnostics };
        Self { text, lines, body_start, spans, parsed }
    }

    /// Returns the article, if there is one, and the diagnostics.
    pub(crate) fn into_parsed(self) -> Parsed {
        self.parsed
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
            reason: "the metadata at the top",
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

/// Builds the article from its front matter and body. A draft, and a body without blocks, is left
/// out with a note.
fn article(
    file: &str,
    matter: FrontMatter,
    body: Body,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ParsedArticle> {
    let mut report = |line: u32, severity: Severity, message: String, group: &'static str| {
        let diagnostic = Diagnostic::new(Origin::new(file, line), severity, message);
        diagnostics.push(diagnostic.in_group(group));
    };
    let name = FileName::new(file);
    let title = matter.title.or(body.title);
    let under =
        || title.as_ref().map(|title| format!(" under the title “{title}”")).unwrap_or_default();
    if matter.is_draft {
        let message = format!("This draft{} is left out.", under());
        report(1, Severity::Note, message, "drafts are left out");
        return None;
    }
    let has_text = |block: &&Block| !block.text.trim().is_empty();
    let has_content =
        |block: &Block| has_text(&block) || matches!(block.kind, BlockKind::Picture(_));
    let mut blocks = body.lines.iter().zip(&body.blocks);
    let Some((first_line, _)) = blocks.find(|(_, block)| has_content(block)) else {
        let message = format!("This file has no text{}, so it is left out.", under());
        report(1, Severity::Note, message, "files without text are left out");
        return None;
    };
    let title = title.or_else(|| name.title()).unwrap_or_else(|| {
        let message = "This text has no title, so its first words are used as one. Put title: \
                       into the front matter.";
        let group = "texts without a title are called by their first words";
        report(*first_line, Severity::Warning, message.to_owned(), group);
        let mut texts = body.blocks.iter();
        let prose = texts.clone().find(|block| block.is_prose() && has_text(block));
        let text = prose.or_else(|| texts.find(has_text));
        title::from_first_words(text.map_or(file, Block::text))
    });
    let mut tags = matter.tags;
    let mut known: HashSet<String> = tags.iter().map(|tag| tag.to_lowercase()).collect();
    tags.extend(body.tags.into_iter().filter(|tag| known.insert(tag.to_lowercase())));
    let has_section = matter.section.is_some();
    let section = matter.section.unwrap_or_else(|| DEFAULT_SECTION.to_owned());
    let article = Article {
        standfirst: matter.standfirst,
        body: body.blocks,
        anchors: body.anchors,
        authors: matter.authors,
        date: matter.date.or_else(|| name.date()),
        updated: matter.updated,
        source: matter.source,
        tags,
        language: matter.language,
        slug: matter.slug,
        picture: matter.picture,
        custom: matter.custom,
        ..Article::new(section, title, Origin::new(file, 1))
    };
    let files = vec![file.to_owned()];
    Some(ParsedArticle {
        has_section,
        addresses: matter.addresses,
        lines: body.lines,
        files,
        ..ParsedArticle::new(article)
    })
}
