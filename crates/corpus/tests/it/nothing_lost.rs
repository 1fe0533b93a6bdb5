//! All text of a listing ends up in an article, a teaser or a diagnostic.

use std::collections::HashMap;

use cuttings_corpus::{Block, Corpus, LineRole, inspect};
use cuttings_diagnostics::SourceFile;
use proptest::prelude::*;

use crate::script::parse_listing;

#[track_caller]
fn check(text: &str) {
    let corpus = parse_listing(text);
    let reports = inspect(SourceFile { name: "listing.txt", bytes: text.as_bytes() });
    let numbers: Vec<u32> = reports.iter().map(|report| report.line).collect();
    assert_eq!(numbers, (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());

    let all_text = all_text(&corpus);
    let has_duplicate = corpus.diagnostics.iter().any(|d| d.message.contains("is a duplicate of"));
    // "By" before an author's name is the only word that may disappear.
    let authors = reports.iter().filter(|report| report.role == LineRole::Author).count();
    let kept = letter_counts(&all_text);
    for (letter, count) in letter_counts(text) {
        let kept = kept.get(&letter).copied().unwrap_or(0);
        let removable = if letter.is_ascii_alphabetic() { authors * "By".len() } else { 0 };
        assert!(
            has_duplicate || kept + removable >= count,
            "kept {kept} of {count} times {letter:?} of {text:?}\n{corpus:#?}"
        );
    }

    // The text of a line stays together, except on a line that names an author.
    let kept = letters(&all_text);
    for report in reports.iter().filter(|report| report.role != LineRole::Author) {
        assert!(kept.contains(&letters(&report.text)), "lost {report:?} of {text:?}\n{corpus:#?}");
    }
}

fn all_text(corpus: &Corpus) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for article in &corpus.articles {
        texts.extend([&*article.section, &*article.title]);
        texts.extend(article.standfirst.as_deref());
        texts.extend(article.authors.iter().map(|author| &*author.name));
        texts.extend(article.date.as_ref().map(|date| &*date.text));
        texts.extend(article.body.iter().map(Block::text));
    }
    for teaser in &corpus.teasers {
        texts.extend([&*teaser.section, &*teaser.age, &*teaser.title]);
    }
    texts.extend(corpus.diagnostics.iter().map(|diagnostic| &*diagnostic.message));
    texts.join("\n")
}

/// Returns the letters and digits of a text. Punctuation may disappear: it separates teasers, or is
/// the dash of a list.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn letter_counts(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for c in letters(text).chars() {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// A line of any kind that the rules distinguish, or an arbitrary one.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "World", "Coast", "Top stories", "Background", "U.S.", "Home", "Advertisement", "-", "—", "***", "",
            "By Ada Okonkwo", "Ada Okonkwo", "May 16, 2024", "3 hours ago", "Ada Okonkwo | 16 May 2024 | 5 min read",
            "Top stories2 months ago", "Election 20241 month ago", "CoastYesterday", "Worldan hour ago", "- Coast2 days ago",
            "World May 16, 2024", "- a list item", "• another one;", "“Enough,” she said.", "“Never again”", "The plans:",
            "Who pays?", "and so it ends", "Net Menders Remember the Storm That Closed the Port", "1) The first plan",
            "Dredging Vote Put Off Again as Channel Fills With Sand and Silt", "A short one.", "国际", "够了。", "من يدفع؟",
            "It rained for most of the afternoon, and the board met in the small hall behind the church, where the heating has not worked since the storm, to settle who pays for the sand.",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => "[a-zA-Z0-9 .?!:;,“”\"'-]{0,80}",
    ]
}

/// A paragraph, which a page needs to be one.
fn paragraph() -> impl Strategy<Value = String> {
    "([A-Z][a-z]{3,8}( [a-z]{2,9}){8,20}\\. ?){1,3}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_of_every_kind_are_kept(lines in prop::collection::vec(line(), 0..30)) {
        check(&lines.join("\n"));
    }

    #[test]
    fn lines_of_whole_pages_are_kept(
        menu in prop::collection::vec("[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9})?", 14..30),
        lines in prop::collection::vec(prop_oneof![3 => line(), 1 => paragraph()], 1..60),
        footer in prop::collection::vec("[A-Z][a-z]{2,9}", 0..20),
    ) {
        check(&[menu, lines, footer].concat().join("\n"));
    }

    #[test]
    fn arbitrary_text_is_kept(text in "(?s).{0,300}") {
        check(&text);
    }
}

#[test]
fn teasers_that_break_off_are_kept() {
    check("-\nCoast2 months ago");
    check("-\nCoast2 months ago\n-\nWorld1 day ago\n-");
    check(
        "World\nDredging Vote Put Off Again as Channel Fills\nIt rained.\n-\nCoast2 months ago\n",
    );
}
