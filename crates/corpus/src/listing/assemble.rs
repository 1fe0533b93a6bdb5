//! Decisions to articles, teasers and diagnostics. Nothing is dropped: a line goes into one of the three.

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use super::{Decision, shape::bullet_text, teasers::Found, vocabulary};
use crate::{
    Article, Block, Corpus, DEFAULT_SECTION, TakenFor, Teaser,
    source::Line, title,
};

/// Text without a title is taken for an article from this many characters on; less is more likely a mistake.
const UNTITLED_SIZE: usize = 300;

pub(super) fn put_together(
    name: &str,
    lines: &[Line<'_>],
    decisions: &[Decision],
    teasers: &[Found],
    line_count: u32,
    corpus: &mut Corpus,
) {
    let mut assembly =
        Assembly { name, corpus, article: None, last_section: None, left_out: Vec::new() };
    for (line, decision) in lines.iter().zip(decisions) {
        assembly.take(line, decision.taken_for);
    }
    assembly.finish_left_out();
    assembly.finish_article();
    for teaser in teasers {
        assembly.teaser(teaser, lines);
    }
    if assembly.corpus.articles.is_empty() {
        assembly.nothing_found(line_count);
    }
    corpus.diagnostics.sort_by_key(|d| d.origin.line);
}

struct Assembly<'a> {
    name: &'a str,
    corpus: &'a mut Corpus,
    article: Option<Article>,
    last_section: Option<String>,
    left_out: Vec<(u32, String)>,
}

impl Assembly<'_> {
    fn take(&mut self, line: &Line<'_>, taken_for: TakenFor) {
        if taken_for != TakenFor::LeftOut {
            self.finish_left_out();
        }
        let text = || line.text.clone().into_owned();
        match taken_for {
            TakenFor::Section => {
                self.finish_article();
                self.last_section = Some(text());
                self.article = Some(self.begin(line.number, text()));
            }
            TakenFor::Title => {
                let begun =
                    self.article.as_ref().is_some_and(|a| a.title.is_empty() && a.body.is_empty());
                if !begun {
                    self.finish_article();
                    let section =
                        self.last_section.clone().unwrap_or_else(|| DEFAULT_SECTION.to_owned());
                    self.article = Some(self.begin(line.number, section));
                }
                self.open(line.number).title = text();
            }
            TakenFor::Standfirst => self.open(line.number).standfirst = Some(text()),
            TakenFor::Author => self.author(line),
            TakenFor::Date => {
                let article = self.open(line.number);
                article.date = Some(match article.date.take() {
                    Some(first) => format!("{first}, {}", line.text),
                    None => text(),
                });
            }
            TakenFor::Heading => self.open(line.number).body.push(Block::Heading(text())),
            TakenFor::Paragraph => self.open(line.number).body.push(Block::Paragraph(text())),
            TakenFor::LeftOut => self.left_out.push((line.number, text())),
            TakenFor::Blank
            | TakenFor::Separator
            | TakenFor::TeaserMark
            | TakenFor::TeaserSection
            | TakenFor::TeaserAge
            | TakenFor::TeaserTitle
            | TakenFor::FrontMatter => {}
        }
    }

    fn author(&mut self, line: &Line<'_>) {
        let credit = vocabulary::credit(&line.text);
        let (author, date) = credit.as_ref().map_or((&*line.text, None), |c| (c.author, c.date));
        let article = self.open(line.number);
        article.author = Some(author.to_owned());
        // A line that only says when stands for itself; two dates are both kept.
        article.date = match (article.date.take(), date) {
            (Some(first), Some(second)) => Some(format!("{first}, {second}")),
            (first, second) => first.or(second.map(str::to_owned)),
        };
        if let Some(rest) = credit.and_then(|c| c.rest) {
            self.say(line.number, Severity::Note, format!("Left out beside the author: “{rest}”."));
        }
    }

    fn begin(&self, line: u32, section: String) -> Article {
        Article {
            section,
            title: String::new(),
            standfirst: None,
            body: Vec::new(),
            author: None,
            date: None,
            source: None,
            language: None,
            origin: self.at(line),
        }
    }

    /// The article that text goes to; one without a title if none has begun.
    fn open(&mut self, line: u32) -> &mut Article {
        let section = self.last_section.clone();
        let begun = self.article.take().unwrap_or_else(|| {
            self.begin(line, section.unwrap_or_else(|| DEFAULT_SECTION.to_owned()))
        });
        self.article.insert(begun)
    }

    fn at(&self, line: u32) -> Origin {
        Origin { file: self.name.to_owned(), line }
    }

    fn say(&mut self, line: u32, severity: Severity, message: String) {
        let origin = self.at(line);
        self.corpus.diagnostics.push(Diagnostic { origin, severity, message });
    }

    fn finish_left_out(&mut self) {
        let left_out = std::mem::take(&mut self.left_out);
        let Some((line, _)) = left_out.first() else { return };
        let quoted: Vec<String> = left_out.iter().map(|(_, text)| format!("“{text}”")).collect();
        let message = format!(
            "Left out, as it belongs to no article: {}. Remove it, or give it a title.",
            quoted.join(", ")
        );
        self.say(*line, Severity::Warning, message);
    }

    fn finish_article(&mut self) {
        let Some(mut article) = self.article.take() else { return };
        let line = article.origin.line;
        if article.title.is_empty() {
            let size: usize = article.body.iter().map(|b| b.text().chars().count()).sum();
            if size < UNTITLED_SIZE {
                let section = Some(&article.section).filter(|s| *s != DEFAULT_SECTION);
                let parts = [
                    section,
                    article.author.as_ref(),
                    article.date.as_ref(),
                    article.standfirst.as_ref(),
                ];
                let parts = parts.into_iter().flatten().map(String::as_str);
                let quoted: Vec<String> = parts
                    .chain(article.body.iter().map(Block::text))
                    .map(|text| format!("“{text}”"))
                    .collect();
                let message = format!(
                    "Left out, as it has no title: {}. Put a section and a title above it, each on a line of its own.",
                    quoted.join(", ")
                );
                self.say(line, Severity::Warning, message);
                return;
            }
            let first = article.body.first().map_or("", Block::text);
            article.title = title::made_from(bullet_text(first).unwrap_or(first));
            self.say(
                line,
                Severity::Warning,
                "This text has no title, so its first words stand in for one. Put a title on a line of its own above it."
                    .to_owned(),
            );
        } else if article.body.is_empty() {
            let message = format!("The article “{}” has no text under its title.", article.title);
            self.say(line, Severity::Warning, message);
        }
        self.corpus.articles.push(article);
    }

    fn teaser(&mut self, teaser: &Found, lines: &[Line<'_>]) {
        let line = lines.get(teaser.head).map_or(0, |l| l.number);
        match teaser.title.and_then(|at| lines.get(at)) {
            Some(title) => {
                let origin = self.at(line);
                self.corpus.teasers.push(Teaser {
                    section: teaser.section.clone(),
                    age: teaser.age.clone(),
                    title: title.text.clone().into_owned(),
                    origin,
                });
            }
            None => {
                let message = format!(
                    "Left out, as no title follows: “{}”, “{}”.",
                    teaser.section, teaser.age
                );
                self.say(line, Severity::Warning, message);
            }
        }
    }

    fn nothing_found(&mut self, line_count: u32) {
        let remedy = "Put a section on one line, a title on the next, and the text below, a paragraph a line.";
        if !self.corpus.teasers.is_empty() {
            self.say(1, Severity::Note, "This file holds teasers only, no article.".to_owned());
        } else if line_count == 0 {
            self.say(1, Severity::Error, format!("This file is empty. {remedy}"));
        } else {
            self.say(1, Severity::Error, format!("This file holds no article. {remedy}"));
        }
    }
}
