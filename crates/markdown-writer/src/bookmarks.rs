//! Writes what a reader did with an article into it: highlights as marks in the text, and the rest
//! as fields of the front matter.

use cuttings_edition::{Article, Block, BlockKind};
use cuttings_exports::{Bookmarks, Note};
use std::collections::BTreeMap;
use std::ops::Range;

/// Bookmarks as they are written into an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    /// The highlighted ranges of the text of each block, which are numbered from 1.
    pub(crate) highlights: BTreeMap<u32, Vec<Range<usize>>>,
    /// Fields of the front matter with their values.
    pub(crate) fields: Vec<(&'static str, Vec<String>)>,
}

/// Returns what a reader did with an article, as it is written.
pub(crate) fn written(bookmarks: &Bookmarks, article: &Article<'_>) -> Written {
    let Some(record) = bookmarks.of(article.slug()) else { return Written::default() };
    let mut written = Written::default();
    let (mut lost, mut notes) = (Vec::new(), Vec::new());
    for Note { block, quote, text } in &record.notes {
        let found = block.checked_sub(1).and_then(|at| article.blocks().nth(at as usize));
        let ranges = written.highlights.entry(*block).or_default();
        let range = found.and_then(|found| range_of(quote, found, ranges));
        let quote = quote.replace('\n', " ");
        if !text.is_empty() {
            notes.push(format!("“{quote}”: {}", text.replace('\n', " ")));
        }
        match range {
            Some(range) => ranges.push(range),
            None => lost.push(quote),
        }
    }
    let state = [(record.is_read, "read"), (record.is_saved, "favourite")];
    let state = state.into_iter().filter(|(is_so, _)| *is_so).map(|(_, name)| name.to_owned());
    let progress = Vec::from_iter(progress(record.position, article));
    written.fields = vec![
        ("highlights", lost),
        ("notes", notes),
        ("state", state.collect()),
        ("progress", progress),
    ];
    written.fields.retain(|(_, values)| !values.is_empty());
    written
}

/// Returns the range of a passage in a block. Returns `None` if it is not there, or if other marks
/// or `highlights` begin or end within it, or if the block is written without marks.
fn range_of(quote: &str, block: Block<'_>, highlights: &[Range<usize>]) -> Option<Range<usize>> {
    if !matches!(block.kind(), BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Term) {
        return None;
    }
    let start = block.text().find(quote)?;
    let range = start..start + quote.len();
    let crosses = |mark: &Range<usize>| {
        let overlaps = mark.start < range.end && range.start < mark.end;
        let is_within = range.start <= mark.start && mark.end <= range.end;
        let is_around = mark.start <= range.start && range.end <= mark.end;
        overlaps && !is_within && !is_around
    };
    let is_free = !block.marks().iter().any(|mark| crosses(&mark.range));
    (is_free && !highlights.iter().any(crosses)).then_some(range)
}

/// Returns the share of an article's text before a block, which is numbered from 1.
fn progress(block: u32, article: &Article<'_>) -> Option<String> {
    let before = block.checked_sub(1).filter(|before| *before > 0)?;
    let lengths = || article.blocks().map(|block| block.text().len() as u64);
    let read: u64 = lengths().take(before as usize).sum();
    let percent = (read * 100).div_ceil(lengths().sum::<u64>().max(1));
    Some(format!("{percent}%"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article_beside_others;
    use cuttings_corpus::{self as seeds, Corpus, Mark, MarkKind, Site};
    use cuttings_diagnostics::Origin;
    use cuttings_edition::Edition;
    use insta::assert_snapshot;
    use proptest::prelude::*;

    /// Returns an article with these bookmarks as Markdown.
    fn written(rows: &str) -> String {
        let mut first = seeds::Block::paragraph("The boat left. The boat came back.");
        first.marks.push(Mark { range: 4..8, kind: MarkKind::Strong });
        let second = seeds::Block::paragraph("Nobody had seen it.");
        let custom = vec![seeds::CustomField {
            key: "notes".to_owned(),
            values: vec!["of before".to_owned()],
        }];
        let article = seeds::Article {
            body: vec![first, second],
            custom,
            ..seeds::Article::new("Coast", "Ferry", Origin::new("a.md", 1))
        };
        let corpus = Corpus { articles: vec![article], ..Corpus::default() };
        let bytes = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        let edition = Edition::open(&bytes).unwrap();
        let article = edition.article("ferry").unwrap();
        article_beside_others(&edition, &article, &Bookmarks::parse(rows))
    }

    #[test]
    fn highlights_are_marked_and_notes_are_fields() {
        let rows = r#"[["cuttings-shelf", "1"], ["saved", "ferry"], ["read", "ferry"], ["other", "ferry"],
            ["note", "ferry", "1", "The boat", "Which\none?"], ["note", "ferry", "2", "Nobody", ""],
            ["note", "other", "2", "seen", ""]]"#;
        assert_snapshot!(written(rows), @r#"
        ---
        title: "Ferry"
        section: "Coast"
        slug: "ferry"
        "notes": ["of before","“The boat”: Which one?"]
        "state": ["read","favourite"]
        ---

        <mark>The **boat**</mark> left. The boat came back.

        ==Nobody== had seen it.
        "#);
    }

    #[test]
    fn passages_that_cannot_be_marked_are_a_field() {
        let rows = r#"[["cuttings-shelf", "1"], ["place", "ferry", "2"],
            ["note", "ferry", "1", "at left", ""], ["note", "ferry", "2", "The boat", ""],
            ["note", "ferry", "0", "Ferry", ""], ["note", "ferry", "9", "it", ""],
            ["note", "ferry", "2", "had seen", ""], ["note", "ferry", "2", "seen it", ""]]"#;
        assert_snapshot!(written(rows), @r#"
        ---
        title: "Ferry"
        section: "Coast"
        slug: "ferry"
        "notes": ["of before"]
        "highlights": ["at left","The boat","Ferry","it","seen it"]
        "progress": ["65%"]
        ---

        The **boat** left. The boat came back.

        Nobody ==had seen== it.
        "#);
    }

    #[test]
    fn anything_else_counts_as_none() {
        let without = written("");
        for rows in ["[]", "{}", r#"[["cuttings-shelf", "2"], ["saved", "ferry"]]"#] {
            assert_eq!(written(rows), without);
        }
    }

    proptest! {
        #[test]
        fn no_rows_make_it_panic(rows in prop::collection::vec(
            prop::collection::vec("saved|read|place|note|ferry|[0-9]{1,11}|The.?|é", 0..6), 0..6,
        )) {
            let mut all = vec![["cuttings-shelf", "1"].map(str::to_owned).to_vec()];
            all.extend(rows);
            written(&serde_json::to_string(&all).unwrap());
        }
    }
}
