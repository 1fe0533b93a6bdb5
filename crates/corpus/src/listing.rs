//! A listing: text scraped from a category page, one block a line, blank lines meaning nothing.
//!
//! Lines are read in passes, each linear: the look of every line ([`shape`]), then the teasers ([`teasers`]), then the
//! labels that open articles ([`labels`]), then the part every line plays ([`plan`]). What comes of it is put together
//! here, from the same decisions that inspection shows.

mod age;
mod assemble;
mod labels;
mod plan;
mod shape;
mod teasers;
mod vocabulary;

use crate::{LineReport, Reading, TakenFor, source};

/// Reads a listing.
pub(crate) fn read(name: &str, text: &str) -> Reading {
    let source = source::lines(name, text);
    let shapes: Vec<_> = source.filled.iter().map(shape::Shape::of).collect();
    let teasers = teasers::find(&source.filled, &shapes);
    let decisions = plan::decide(&source.filled, &shapes, &teasers);

    let mut reading = Reading { lines: reports(&source, &decisions), ..Reading::default() };
    reading.corpus.diagnostics = source.diagnostics;
    assemble::put_together(name, &source.filled, &decisions, &teasers, source.count, &mut reading.corpus);
    reading
}

/// What a line was taken for and the rule that decided.
#[derive(Clone, Debug)]
struct Decision {
    taken_for: TakenFor,
    reason: std::borrow::Cow<'static, str>,
}

fn reports(source: &source::Lines<'_>, decisions: &[Decision]) -> Vec<LineReport> {
    let mut filled = source.filled.iter().zip(decisions).peekable();
    (1..=source.count)
        .map(|line| match filled.next_if(|(l, _)| l.number == line) {
            Some((l, decision)) => LineReport {
                line,
                text: l.text.clone().into_owned(),
                taken_for: decision.taken_for,
                reason: decision.reason.clone(),
            },
            None => LineReport {
                line,
                text: String::new(),
                taken_for: TakenFor::Blank,
                reason: "nothing on it".into(),
            },
        })
        .collect()
}

/// What makes two short lines the same label: their words, in any case, without a colon behind.
fn key(text: &str) -> String {
    let words: Vec<String> =
        text.trim_end_matches([':', '：']).split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
