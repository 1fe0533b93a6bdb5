//! A listing: text scraped from a category page, one block a line, blank lines meaning nothing.
//!
//! Lines are read in passes, each linear: the look of every line ([`shape`]), the teasers ([`teasers`]), the runs of short
//! lines ([`runs`]), the labels that open articles ([`labels`]), the part every line plays ([`plan`]). What comes of it is
//! put together here, from the same decisions that inspection shows.

mod age;
mod assemble;
mod labels;
mod plan;
mod runs;
mod shape;
mod teasers;
mod vocabulary;

use crate::{Corpus, LineReport, TakenFor, source};

/// A listing that has been read: its lines, and what each was taken for.
pub(crate) struct Listing<'a> {
    name: &'a str,
    source: source::Lines<'a>,
    decisions: Vec<Decision>,
    teasers: Vec<teasers::Found>,
}

impl<'a> Listing<'a> {
    pub(crate) fn read(name: &'a str, text: &'a str) -> Self {
        let mut source = source::lines(name, text);
        unbullet_breadcrumbs(&mut source.filled);
        let shapes: Vec<_> = source.filled.iter().map(shape::Shape::of).collect();
        let teasers = teasers::find(&source.filled, &shapes);
        let decisions = plan::decide(&source.filled, &shapes, &teasers);
        Self { name, source, decisions, teasers }
    }

    /// Articles, teasers and diagnostics.
    pub(crate) fn into_corpus(self) -> Corpus {
        let mut corpus = Corpus { diagnostics: self.source.diagnostics, ..Corpus::default() };
        let lines = &self.source.filled;
        assemble::put_together(
            self.name,
            lines,
            &self.decisions,
            &self.teasers,
            self.source.count,
            &mut corpus,
        );
        corpus
    }

    /// What each line was taken for, blank ones included.
    pub(crate) fn reports(&self) -> Vec<LineReport> {
        let mut filled = self.source.filled.iter().zip(&self.decisions).peekable();
        (1..=self.source.count)
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
}

/// Takes the bullets off a trail that opens a file: "- Home", "- World News", "- Nine Weeks That Changed the Port", the way
/// to a page and its title as a list. What remains reads like a menu, a label and a title.
fn unbullet_breadcrumbs(lines: &mut [source::Line<'_>]) {
    let trail =
        lines.iter().take_while(|line| shape::bullet_text(&line.text).is_some()).take(12).count();
    let Some((last, places)) = lines.get_mut(..trail).and_then(<[_]>::split_last_mut) else {
        return;
    };
    let is_open = |line: &source::Line<'_>| shape::Shape::of(line).end != shape::End::Stop;
    let is_place =
        |line: &source::Line<'_>| line.text.split_whitespace().count() <= 5 && is_open(line);
    if places.is_empty() || !places.iter().all(is_place) || is_place(last) || !is_open(last) {
        return;
    }
    for line in lines.iter_mut().take(trail) {
        if let Some(text) = shape::bullet_text(&line.text) {
            line.text = text.to_owned().into();
        }
    }
}

/// What a line was taken for and the rule that decided.
#[derive(Clone, Debug)]
struct Decision {
    taken_for: TakenFor,
    reason: std::borrow::Cow<'static, str>,
}

/// A short line as labels are compared: its words in any case, without a colon behind.
#[derive(Clone, Copy, Debug)]
struct Folded<'a>(&'a str);

impl<'a> Folded<'a> {
    fn chars(self) -> impl Iterator<Item = char> + use<'a> {
        let bare = self.0.trim_end_matches([':', '：', ' ']);
        bare.chars().flat_map(|c| if c.is_whitespace() { ' ' } else { c }.to_lowercase())
    }

    /// Whether a sorted table of words in lower case has it.
    fn is_in(self, sorted: &[&str]) -> bool {
        sorted.binary_search_by(|word| word.chars().cmp(self.chars())).is_ok()
    }
}

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.chars().eq(other.chars())
    }
}

impl Eq for Folded<'_> {}

impl std::hash::Hash for Folded<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        for c in self.chars() {
            c.hash(state);
        }
    }
}
