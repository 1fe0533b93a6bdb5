//! Whatever a listing holds, all of it comes out: in an article, a teaser or a diagnostic.

use std::collections::HashMap;

use cuttings_corpus::{Corpus, TakenFor, inspect};
use cuttings_diagnostics::SourceFile;
use proptest::prelude::*;

use crate::script::parse_listing;

fn everything(corpus: &Corpus) -> String {
    let mut out = Vec::new();
    for article in &corpus.articles {
        out.extend([article.section.clone(), article.title.clone()]);
        out.extend(
            [&article.standfirst, &article.author, &article.date].into_iter().flatten().cloned(),
        );
        out.extend(article.body.iter().map(|b| b.text().to_owned()));
    }
    for teaser in &corpus.teasers {
        out.push(format!("{} {} {}", teaser.section, teaser.age, teaser.title));
    }
    out.extend(corpus.diagnostics.iter().map(|d| d.message.clone()));
    out.join("\n")
}

/// Each letter or digit as often as it occurs. Marks may go: they set teasers apart, or are the dash of a list.
fn letters(text: &str) -> HashMap<char, usize> {
    let mut letters = HashMap::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_default() += 1;
    }
    letters
}

#[track_caller]
fn check(text: &str) {
    let corpus = parse_listing(text);
    let told_twice = corpus.diagnostics.iter().any(|d| d.message.contains("it is kept once"));
    let reports = inspect(SourceFile { name: "listing.txt", bytes: text.as_bytes() });
    let numbers: Vec<u32> = reports.iter().map(|r| r.line).collect();
    assert_eq!(numbers, (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
    // "By" before an author's name is the one word that is meant to go.
    let authors = reports.iter().filter(|r| r.taken_for == TakenFor::Author).count();
    let found = letters(&everything(&corpus));
    for (letter, count) in letters(text) {
        let kept = found.get(&letter).copied().unwrap_or(0);
        let may_go = if letter.is_ascii_alphabetic() { authors * 2 } else { 0 };
        assert!(
            told_twice || kept + may_go >= count,
            "{count} of {letter:?} in, {kept} out, of {text:?}\n{corpus:#?}"
        );
    }
    // What stood on one line stands together, but for a line that names an author.
    let only_letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let found = only_letters(&everything(&corpus));
    for report in reports.iter().filter(|r| r.taken_for != TakenFor::Author) {
        assert!(
            found.contains(&only_letters(&report.text)),
            "{:?} of {text:?} is lost\n{corpus:#?}",
            report.text
        );
    }
}

/// Lines of all the kinds that rules look at.
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn from_lines_of_every_kind(lines in prop::collection::vec(line(), 0..30)) {
        check(&lines.join("\n"));
    }

    #[test]
    fn from_anything(text in "(?s).{0,300}") {
        check(&text);
    }
}

#[test]
fn teasers_that_break_off() {
    check("-\nCoast2 months ago");
    check("-\nCoast2 months ago\n-\nWorld1 day ago\n-");
    check(
        "World\nDredging Vote Put Off Again as Channel Fills\nIt rained.\n-\nCoast2 months ago\n",
    );
}
