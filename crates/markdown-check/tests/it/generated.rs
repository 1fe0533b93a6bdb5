//! The comparison with the reference on generated Markdown.

use cuttings_corpus::{Block, BlockKind};
use cuttings_markdown_check::{generate, html_of_markdown};
use proptest::prelude::*;

use crate::{article, compare};

/// Checks the rules that every block keeps.
#[track_caller]
fn check_marks(block: &Block, markdown: &str) {
    let mut open: Vec<usize> = Vec::new();
    let mut preceding = (0, usize::MAX);
    for mark in &block.marks {
        let range = &mark.range;
        assert!(block.text.get(range.clone()).is_some_and(|text| !text.is_empty()), "{block:#?}");
        let key = (range.start, usize::MAX - range.end);
        assert!(preceding <= key || preceding == (0, usize::MAX), "{block:#?} {markdown:?}");
        preceding = key;
        open.retain(|end| *end > range.start);
        assert!(open.iter().all(|end| *end >= range.end), "{block:#?} {markdown:?}");
        open.push(range.end);
    }
    assert!(open.len() <= 12, "{block:#?}");
    let is_code = matches!(block.kind, BlockKind::Code { .. });
    let is_table = matches!(block.kind, BlockKind::Table { .. });
    assert!(is_code || is_table || !block.text.contains('\t'), "{block:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_agree_with_the_reference(markdown in generate::document()) {
        let differences = compare(&markdown, &html_of_markdown(&markdown));
        prop_assert!(differences.is_empty(), "{markdown}\n{differences:#?}\n{:#?}", article(&markdown));
    }

    #[test]
    fn marks_nest_and_are_sorted(markdown in generate::document()) {
        for block in article(&markdown).map(|article| article.body).unwrap_or_default() {
            check_marks(&block, &markdown);
        }
    }

    #[test]
    fn marks_nest_in_any_text(text in "(?s)[-a-c #>*_\\[\\]()<>!`|~=%{}/\n:.\"'\\\\]{0,120}(<b>|<i>|</b>|</i>|<a href=x>|</a>|<td>|<table>|<li>|<ul>|</ul>|<p>|[*_a ]){0,12}") {
        for block in article(&text).map(|article| article.body).unwrap_or_default() {
            check_marks(&block, &text);
        }
    }
}
