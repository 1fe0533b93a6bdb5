//! Builds articles, teasers and diagnostics from the decisions about a listing's lines.
//!
//! Nothing is dropped: the text of each line ends up in one of the three.

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use super::{byline, decision::Decision, page::date_in, shape::bullet_text, teasers::TeaserLines};
use crate::{
    article::{Article, Corpus, DEFAULT_SECTION, Teaser},
    block::Block,
    line_report::LineRole,
    metadata::{Author, Date},
    source::{Line, Lines},
    title,
};

/// Text without a title becomes an article from this many characters on. Less is more likely a
/// mistake.
const MIN_UNTITLED_CHARS: usize = 300;

/// Builds the corpus of one listing.
pub(super) fn assemble(
    name: &str,
    source: Lines<'_>,
    decisions: &[Decision],
    teasers: &[TeaserLines],
    is_page: bool,
) -> Corpus {
    let corpus = Corpus { diagnostics: source.diagnostics, ..Corpus::default() };
    let mut assembly =
        Assembly { name, corpus, article: None, last_section: None, left_out: Vec::new(), is_page };
    for (line, decision) in source.nonblank.iter().zip(decisions) {
        assembly.add_line(line, decision.role);
    }
    assembly.finish_left_out();
    assembly.finish_article();
    for teaser in teasers {
        assembly.add_teaser(teaser, &source.nonblank);
    }
    if assembly.corpus.articles.is_empty() {
        assembly.report_no_article(source.count);
    }
    assembly.corpus.diagnostics.sort_by_key(|diagnostic| diagnostic.origin.line);
    assembly.corpus
}

struct Assembly<'a> {
    name: &'a str,
    corpus: Corpus,
    /// The article that lines are added to. Its title is empty until its line comes.
    article: Option<Article>,
    last_section: Option<String>,
    /// The number and text of consecutive lines that are left out.
    left_out: Vec<(u32, String)>,
    /// The file is a whole page, of which most lines are left out.
    is_page: bool,
}

impl Assembly<'_> {
    fn add_line(&mut self, line: &Line<'_>, role: LineRole) {
        if role != LineRole::LeftOut && !self.is_page {
            self.finish_left_out();
        }
        let text = || line.text.clone().into_owned();
        match role {
            LineRole::Section => {
                self.finish_article();
                self.last_section = Some(text());
                self.article = Some(self.new_article(line.number));
            }
            LineRole::Title => {
                let has_label_only = self
                    .article
                    .as_ref()
                    .is_some_and(|article| article.title.is_empty() && article.body.is_empty());
                if !has_label_only {
                    self.finish_article();
                }
                self.article_at(line.number).title = text();
            }
            LineRole::Standfirst => self.article_at(line.number).standfirst = Some(text()),
            LineRole::Author => self.add_author(line),
            LineRole::Date => {
                let date = self.date_in(line);
                let article = self.article_at(line.number);
                let spelled = match article.date.take() {
                    Some(first) => format!("{}, {date}", first.text),
                    None => date.to_owned(),
                };
                article.date = Some(Date::new(spelled));
            }
            LineRole::Heading => self.article_at(line.number).body.push(Block::heading(text())),
            LineRole::Paragraph => {
                self.article_at(line.number).body.push(Block::paragraph(text()));
            }
            LineRole::LeftOut => self.left_out.push((line.number, text())),
            LineRole::Blank
            | LineRole::Separator
            | LineRole::TeaserMark
            | LineRole::TeaserSection
            | LineRole::TeaserAge
            | LineRole::TeaserTitle => {}
            // Only Markdown has the others.
            _ => {}
        }
    }

    /// Returns the date in a line. On a page, a line with more than a date is left out as well.
    fn date_in<'b>(&mut self, line: &'b Line<'_>) -> &'b str {
        let date = self.is_page.then(|| date_in(&line.text)).flatten().unwrap_or(&line.text);
        if date.len() < line.text.len() {
            self.left_out.push((line.number, line.text.clone().into_owned()));
        }
        date
    }

    fn add_author(&mut self, line: &Line<'_>) {
        let byline = byline::parse(&line.text);
        let (author, date) =
            byline.as_ref().map_or((&*line.text, None), |byline| (byline.author, byline.date));
        let article = self.article_at(line.number);
        article.authors = vec![Author::person(author)];
        article.date = match (article.date.take(), date) {
            (Some(first), Some(second)) => Some(Date::new(format!("{}, {second}", first.text))),
            (first, second) => first.or(second.map(Date::new)),
        };
        if let Some(reading_time) = byline.and_then(|byline| byline.reading_time) {
            let message = format!("Left out beside the author: “{reading_time}”.");
            self.report(line.number, Severity::Note, message);
        }
    }

    fn add_teaser(&mut self, teaser: &TeaserLines, lines: &[Line<'_>]) {
        let line = lines.get(teaser.section_line).map_or(0, |line| line.number);
        match teaser.title.and_then(|at| lines.get(at)) {
            Some(title) => self.corpus.teasers.push(Teaser {
                section: teaser.section.clone(),
                age: teaser.age.clone(),
                title: title.text.clone().into_owned(),
                origin: self.origin(line),
            }),
            None => {
                let message = format!(
                    "Left out because no title follows: “{}”, “{}”.",
                    teaser.section, teaser.age
                );
                self.report(line, Severity::Warning, message);
            }
        }
    }

    /// Returns the current article. Begins one, without a title, if there is none.
    fn article_at(&mut self, line: u32) -> &mut Article {
        let article = self.article.take().unwrap_or_else(|| self.new_article(line));
        self.article.insert(article)
    }

    fn new_article(&self, line: u32) -> Article {
        let section = self.last_section.as_deref().unwrap_or(DEFAULT_SECTION);
        Article::new(section, "", self.origin(line))
    }

    fn finish_article(&mut self) {
        let Some(mut article) = self.article.take() else { return };
        let line = article.origin.line;
        if article.title.is_empty() {
            let chars: usize = article.body.iter().map(|block| block.text().chars().count()).sum();
            if chars < MIN_UNTITLED_CHARS {
                self.report(line, Severity::Warning, untitled_message(&article));
                return;
            }
            let first = article.body.first().map_or("", Block::text);
            article.title = title::from_first_words(bullet_text(first).unwrap_or(first));
            let message = "This text has no title, so its first words are used as one. Put a title \
                           on a line of its own above it.";
            self.report(line, Severity::Warning, message);
        } else if article.body.is_empty() {
            let message = format!("The article “{}” has no text under its title.", article.title);
            self.report(line, Severity::Warning, message);
        }
        self.corpus.articles.push(article);
    }

    fn finish_left_out(&mut self) {
        let left_out = std::mem::take(&mut self.left_out);
        let Some((line, _)) = left_out.first() else { return };
        if self.is_page {
            self.report(1, Severity::Note, page_message(&left_out));
            return;
        }
        let message = format!(
            "Left out because it belongs to no article: {}. Remove it, or give it a title.",
            quoted(left_out.iter().map(|(_, text)| &**text))
        );
        self.report(*line, Severity::Warning, message);
    }

    fn report_no_article(&mut self, line_count: u32) {
        let remedy = "Put a section on one line, a title on the next, and the text below, one \
                      paragraph per line.";
        if !self.corpus.teasers.is_empty() {
            self.report(1, Severity::Note, "This file has only teasers and no article.");
        } else if line_count == 0 {
            self.report(1, Severity::Error, format!("This file is empty. {remedy}"));
        } else {
            self.report(1, Severity::Error, format!("This file has no article. {remedy}"));
        }
    }

    fn report(&mut self, line: u32, severity: Severity, message: impl Into<String>) {
        self.corpus.diagnostics.push(Diagnostic::new(self.origin(line), severity, message));
    }

    fn origin(&self, line: u32) -> Origin {
        Origin::new(self.name, line)
    }
}

/// Quotes everything that is known of an article that is left out because it has no title.
fn untitled_message(article: &Article) -> String {
    let section = Some(&*article.section).filter(|section| *section != DEFAULT_SECTION);
    let authors = article.authors.iter().map(|author| &*author.name);
    let date = article.date.as_ref().map(|date| &*date.text);
    let fields = section.into_iter().chain(authors).chain(date);
    let texts = article.standfirst.as_deref().into_iter();
    let quoted = quoted(fields.chain(texts).chain(article.body.iter().map(Block::text)));
    format!(
        "Left out because it has no title: {quoted}. Put a section and a title above it, each on a \
         line of its own."
    )
}

/// Quotes what is left out around the article of a whole page.
fn page_message(left_out: &[(u32, String)]) -> String {
    format!(
        "This looks like a whole web page, so only its article is kept. Left out: {}. If text is \
         missing, leave the menus around it out of the file; `make inspect` names the rule for each \
         line.",
        quoted(left_out.iter().map(|(_, text)| &**text))
    )
}

fn quoted<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(|text| format!("“{text}”")).collect::<Vec<_>>().join(", ")
}
