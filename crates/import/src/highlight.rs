//! Highlights and notes: reads them from Markdown, and finds their places in an article.

use std::ops::Range;

use cuttings_corpus::{Article, Date, line_of_text};

use crate::item::{Annotation, Item};

/// A highlight as an export spells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Highlight {
    /// The passage; empty for a note on the whole article.
    pub(crate) quote: String,
    pub(crate) note: String,
    pub(crate) labels: Vec<String>,
}

/// A highlight of an item that comes later in the import.
pub(crate) struct SavedHighlight {
    /// The title of the item.
    pub(crate) title: Option<String>,
    pub(crate) quote: String,
    pub(crate) note: String,
    pub(crate) created: Option<Date>,
}

/// Returns saved highlights with their places in an article.
pub(crate) fn located(article: &Article, saved: &[SavedHighlight]) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    for SavedHighlight { quote, note, created, .. } in saved {
        add(article, quote, note, &[], created.as_ref(), &mut annotations);
    }
    annotations
}

/// The characters before and after a highlight that an annotation repeats.
const CONTEXT: usize = 32;

/// The most labels of a highlight.
const MAX_LABELS: usize = 50;

/// Reads highlights as Omnivore writes them: a quotation, whose last line or next paragraph has the
/// labels, and then the note. Text before the first quotation is a note on the article.
pub(crate) fn parse_markdown(text: &str) -> Vec<Highlight> {
    let mut highlights: Vec<Highlight> = Vec::new();
    let text = text.replace("\r\n", "\n");
    let mut was_quote = false;
    for paragraph in text.split("\n\n").map(str::trim).filter(|it| !it.is_empty()) {
        if paragraph.starts_with('>') {
            let lines =
                paragraph.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end());
            let quote = lines.collect::<Vec<_>>().join("\n");
            let (quote, labels) = split_labels(quote.trim());
            match highlights.last_mut().filter(|_| was_quote && labels.is_empty()) {
                // A blank line within a quotation may have lost its mark.
                Some(last)
                    if last.labels.is_empty() && last.note.is_empty() && quote.is_empty() => {}
                _ => {
                    let quote = quote.to_owned();
                    highlights.push(Highlight { quote, labels, note: String::new() });
                }
            }
            was_quote = true;
            continue;
        }
        let labels = labels_of(paragraph);
        match highlights.last_mut() {
            Some(last) if was_quote && !labels.is_empty() && last.note.is_empty() => {
                last.labels.extend(labels);
                continue;
            }
            Some(last) => push_paragraph(&mut last.note, paragraph),
            None => {
                highlights.push(Highlight { note: paragraph.to_owned(), ..Highlight::default() });
            }
        }
        was_quote = false;
    }
    highlights.retain(|it| !it.quote.is_empty() || !it.note.is_empty());
    highlights
}

fn push_paragraph(note: &mut String, paragraph: &str) {
    if !note.is_empty() {
        note.push_str("\n\n");
    }
    note.push_str(paragraph);
}

/// Splits the labels at the end of a quotation from it: `quote #label #other label`. A `#` before
/// a digit is a number.
fn split_labels(quote: &str) -> (&str, Vec<String>) {
    let is_label = |at: &usize| {
        let next = quote.get(at + 1..).and_then(|rest| rest.chars().next());
        quote.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\n']))
            && next.is_some_and(|c| c.is_alphabetic())
    };
    let end = quote.trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
    let mut places = quote.match_indices('#').map(|(at, _)| at).filter(|at| *at >= end);
    let Some(at) = places.find(is_label) else { return (quote, Vec::new()) };
    let (before, labels) = quote.split_at(at);
    let labels = labels_of(labels);
    if labels.is_empty() { (quote, labels) } else { (before.trim_end(), labels) }
}

/// Returns the labels of a line that has nothing else: `#label #other label`.
fn labels_of(line: &str) -> Vec<String> {
    let Some(rest) = line.trim().strip_prefix('#') else { return Vec::new() };
    if rest.contains('\n') || rest.starts_with(['#', ' ']) || rest.len() > 2000 {
        return Vec::new();
    }
    rest.split(" #").filter_map(line_of_text).take(MAX_LABELS).collect()
}

impl Item {
    /// Finds the passages of annotations in the article again, which has another text than when
    /// they were made.
    pub fn locate_annotations(&mut self) {
        for annotation in std::mem::take(&mut self.annotations) {
            let Annotation { quote, note, labels, created, .. } = &annotation;
            if quote.is_empty() {
                self.annotations.push(annotation);
            } else {
                let created = created.as_ref();
                add(&self.article, quote, note, labels, created, &mut self.annotations);
            }
        }
    }
}

/// Adds an annotation to a list, with its place in the article. A passage in several blocks becomes
/// one annotation for each, the first with the note.
pub(crate) fn add(
    article: &Article,
    quote: &str,
    note: &str,
    labels: &[String],
    created: Option<&Date>,
    annotations: &mut Vec<Annotation>,
) {
    let places = locate(article, quote);
    let whole = || Annotation { quote: quote.trim().to_owned(), ..Annotation::default() };
    let mut added: Vec<Annotation> = places
        .into_iter()
        .map(|(block, range)| {
            let text = article.body.get(block as usize).map_or("", |block| &block.text);
            let (before, rest) = text.split_at_checked(range.start).unwrap_or_default();
            let (quote, after) = rest.split_at_checked(range.len()).unwrap_or_default();
            Annotation {
                block: Some(block),
                quote: quote.to_owned(),
                prefix: end_of(before),
                suffix: start_of(after),
                ..Annotation::default()
            }
        })
        .collect();
    if added.is_empty() {
        added.push(whole());
    }
    for annotation in &mut added {
        annotation.labels = labels.to_vec();
        annotation.created = created.cloned();
    }
    if let Some(first) = added.first_mut() {
        first.note = note.trim().to_owned();
    }
    annotations.append(&mut added);
}

/// Returns the last characters of a text.
fn end_of(text: &str) -> String {
    let start = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default().to_owned()
}

/// Returns the first characters of a text.
fn start_of(text: &str) -> String {
    text.chars().take(CONTEXT).collect()
}

/// Finds a passage by its letters and digits, whatever white space, quotation marks and line ends
/// are between them. Returns the blocks with the ranges of their texts.
fn locate(article: &Article, quote: &str) -> Vec<(u32, Range<usize>)> {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = letters(quote);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut text = String::new();
    let mut starts = Vec::new();
    for block in &article.body {
        starts.push(text.len());
        text.push_str(&letters(&block.text));
    }
    let Some(start) = text.find(&wanted) else { return Vec::new() };
    let end = start + wanted.len();
    let mut places = Vec::new();
    for ((number, block), block_start) in article.body.iter().enumerate().zip(starts) {
        // The part of the passage within the block, in letters.
        let (from, to) = (start.max(block_start) - block_start, end.saturating_sub(block_start));
        let (mut at, mut first, mut last) = (0, None, 0);
        for (offset, c) in block.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            if at >= to {
                break;
            }
            if at >= from {
                first.get_or_insert(offset);
                last = offset + c.len_utf8();
            }
            at += c.to_lowercase().map(char::len_utf8).sum::<usize>();
        }
        if let (Some(first), Ok(number)) = (first, u32::try_from(number)) {
            places.push((number, first..last));
        }
        if block_start > end {
            break;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::Block;
    use cuttings_diagnostics::Origin;

    #[track_caller]
    fn check(markdown: &str, expected: &[(&str, &str, &[&str])]) {
        let found = parse_markdown(markdown);
        let found: Vec<_> = found
            .iter()
            .map(|it| {
                let labels: Vec<&str> = it.labels.iter().map(String::as_str).collect();
                (&*it.quote, &*it.note, labels)
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(quote, note, labels)| (*quote, *note, labels.to_vec())).collect();
        assert_eq!(found, expected, "{markdown:?}");
    }

    #[test]
    fn quotations_have_labels_and_notes() {
        check(
            "> The first boat #ferries #to read\n\nWhy so late?\n\n> Another\n\n\n> Third #1 in the list",
            &[
                ("The first boat", "Why so late?", &["ferries", "to read"]),
                ("Another", "", &[]),
                ("Third #1 in the list", "", &[]),
            ],
        );
        check("> One \n\n#a #b\n\nNote\n\nmore", &[("One", "Note\n\nmore", &["a", "b"])]);
        check(
            "A note on all\n\n\n\n> One\n> two",
            &[("", "A note on all", &[]), ("One\ntwo", "", &[])],
        );
        check("", &[]);
    }

    #[test]
    fn passages_are_found_across_blocks_and_spellings() {
        let article = Article {
            body: vec![
                Block::paragraph("The “first” boat left at dawn."),
                Block::paragraph("It came back full."),
            ],
            ..Article::new("", "", Origin::new("a", 1))
        };
        let find = |quote: &str| -> Vec<(u32, String)> {
            let text = |block: u32, range: Range<usize>| {
                article.body[block as usize].text[range].to_owned()
            };
            let places = locate(&article, quote).into_iter();
            places.map(|(block, range)| (block, text(block, range))).collect()
        };
        assert_eq!(find("\"first\"  boat"), [(0, "first” boat".to_owned())]);
        assert_eq!(
            find("at dawn.\n\nIt came"),
            [(0, "at dawn".to_owned()), (1, "It came".to_owned())]
        );
        assert_eq!(find("came back full"), [(1, "came back full".to_owned())]);
        assert_eq!(find("a second boat"), []);
        assert_eq!(find("…"), []);
    }
}
