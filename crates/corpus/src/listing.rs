//! Parses a listing: text scraped from a category page, one block per line. Blank lines mean
//! nothing.
//!
//! The parser makes several passes, each linear in the size of the file: the look of each line
//! ([`shape`]), the teasers ([`teasers`]), the runs of short lines ([`runs`]), the places where
//! articles begin ([`article_starts`]), and the role of each line ([`roles`]). In a whole copied
//! page [`page`] decides the roles. [`assemble`] builds the articles from the same decisions that
//! inspection shows.

mod age;
mod article_starts;
mod assemble;
mod breadcrumbs;
mod byline;
mod case;
mod count;
mod date;
mod decision;
mod label_evidence;
mod label_key;
mod limits;
mod line_table;
mod page;
mod quotation;
mod repeated_labels;
mod roles;
mod runs;
mod section_age;
mod shape;
mod standfirst;
mod teasers;
mod vocabulary;

use crate::{
    article::Corpus,
    line_report::LineReport,
    source::{self, Line},
};
use decision::Decision;
use shape::Shape;
use teasers::TeaserLines;

/// A parsed listing: its lines and the decision about each.
pub(crate) struct Listing<'a> {
    name: &'a str,
    source: source::Lines<'a>,
    /// One for each line that is not blank.
    decisions: Vec<Decision>,
    teasers: Vec<TeaserLines>,
    /// The file is a whole page with one article.
    is_page: bool,
}

impl<'a> Listing<'a> {
    pub(crate) fn parse(name: &'a str, text: &'a str) -> Self {
        let mut source = source::lines(name, text);
        breadcrumbs::strip_bullets(&mut source.nonblank);
        let shapes: Vec<Shape> = source.nonblank.iter().map(Shape::of).collect();
        let teasers = teasers::find(&source.nonblank, &shapes);
        let as_listing = roles::assign(&source.nonblank, &shapes, &teasers);
        match page::assign(&source.nonblank, &shapes, &teasers, &as_listing) {
            Some(decisions) => Self { name, source, decisions, teasers: Vec::new(), is_page: true },
            None => Self { name, source, decisions: as_listing, teasers, is_page: false },
        }
    }

    /// Returns the articles, teasers and diagnostics.
    pub(crate) fn into_corpus(self) -> Corpus {
        assemble::assemble(self.name, self.source, &self.decisions, &self.teasers, self.is_page)
    }

    /// Returns a report of each line, including blank ones.
    pub(crate) fn reports(&self) -> Vec<LineReport> {
        let mut nonblank = self.source.nonblank.iter().zip(&self.decisions).peekable();
        (1..=self.source.count)
            .map(|number| match nonblank.next_if(|(line, _)| line.number == number) {
                Some((line, decision)) => report(line, decision),
                None => LineReport::blank(number),
            })
            .collect()
    }
}

fn report(line: &Line<'_>, decision: &Decision) -> LineReport {
    LineReport {
        line: line.number,
        text: line.text.clone().into_owned(),
        role: decision.role,
        reason: decision.reason.clone(),
    }
}
