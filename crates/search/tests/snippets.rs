//! Snippets and marks: which stretch of a text is shown, and what in it is marked. Always in the original text.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use cuttings_search::{
    DocId, Document, Field, Index, IndexBuilder, Language, Matcher, Outcome, Passage, Query,
    Request, Schema, Searcher, analyze,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Searches a document of these paragraphs for something, and hands the matcher over.
fn search(paragraphs: &[&str], query: &str) -> (Matcher, Outcome) {
    let passages: Vec<Passage<'_>> =
        paragraphs.iter().map(|text| Passage { field: Field::Body, text }).collect();
    let mut builder = IndexBuilder::new(Schema::default());
    builder.add(&Document {
        language: Language::Other,
        passages: passages.clone(),
        ..Document::default()
    });
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes).unwrap();
    let texts = |document: DocId, passage: &mut dyn FnMut(Passage<'_>)| {
        if document.0 == 0 {
            passages.iter().copied().for_each(passage);
        }
    };
    let outcome =
        Searcher::new(index.clone(), Box::new(texts)).search(&Request::new(&Query::parse(query)));
    (Matcher::new(&index, &outcome), outcome)
}

/// The snippet as a reader sees it: marks in brackets, an ellipsis where a sentence is cut.
#[track_caller]
fn check(paragraphs: &[&str], query: &str, letters: usize, expected: &str) {
    let passages: Vec<Passage<'_>> =
        paragraphs.iter().map(|text| Passage { field: Field::Body, text }).collect();
    let (matcher, _) = search(paragraphs, query);
    let mut shown = String::new();
    if let Some(snippet) = matcher.read(passages.iter().copied()).snippet(letters) {
        let text = passages[snippet.passage].text;
        shown.push_str(if snippet.cut_start { "… " } else { "" });
        let mut at = snippet.range.start;
        for mark in snippet.marks {
            shown.push_str(&format!("{}[{}]", &text[at..mark.start], &text[mark.clone()]));
            at = mark.end;
        }
        shown.push_str(&text[at..snippet.range.end]);
        shown.push_str(if snippet.cut_end { " …" } else { "" });
    }
    assert_eq!(shown, expected, "{query}");
}

#[test]
fn it_begins_and_ends_with_sentences() {
    let text = "The river rose. Mr. Smith left the U.S. Army on Jan. 3. Nobody knows why.";
    check(&[text], "smith", 50, "Mr. [Smith] left the U.S. Army on Jan. 3.");
    check(&[text], "river", 40, "The [river] rose.");
    check(&[text], "nobody", 40, "[Nobody] knows why.");
    check(
        &[text],
        "river",
        200,
        "The [river] rose. Mr. Smith left the U.S. Army on Jan. 3. Nobody knows why.",
    );
    check(&["“Go!” she said. He went."], "went", 12, "He [went].");
}

#[test]
fn a_long_sentence_is_cut_between_words() {
    let text =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
    check(&[text], "nine", 30, "… eight [nine] ten eleven twelve …");
    check(&[text], "one", 20, "[one] two three four …");
    check(&[text], "fifteen", 20, "… [fifteen]");
}

#[test]
fn more_of_the_query_comes_before_more_hits() {
    let paragraphs = [
        "Boats here, boats there, boats all over.",
        "A truce, far from the sea.",
        "The boats wait for a truce. The rest is silence.",
    ];
    check(&paragraphs, "boats truce", 45, "The [boats] wait for a [truce].");
    check(&paragraphs, "boats", 45, "[Boats] here, [boats] there, [boats] all over.");
    check(&paragraphs, "truce sea", 45, "A [truce], far from the [sea].");
    // Close together before apart, then the first one.
    let apart = ["Boats and men and nets and a truce.", "Boats, truce."];
    check(&apart, "boats truce", 60, "[Boats], [truce].");
    check(&["A truce.", "A truce."], "truce", 60, "A [truce].");
}

#[test]
fn any_script_is_marked_where_it_stands() {
    check(&["Pål JONSON spoke."], "pal jonson", 60, "[Pål] [JONSON] spoke.");
    check(&["Straße gesperrt."], "strasse", 60, "[Straße] gesperrt.");
    check(
        &["Володимир Зеленський приїхав. Інше."],
        "зеленський",
        32,
        "Володимир [Зеленський] приїхав.",
    );
    check(&["停战谈判开始。别的事。"], "谈判", 8, "停战[谈判]开始。");
    check(&["हिन्दी में खबर। और कुछ।"], "खबर", 20, "हिन्दी में [खबर]।");
    check(&["اليوم خَبَر جديد."], "خبر", 60, "اليوم [خَبَر] جديد.");
    check(&["e\u{301}te\u{301} chaud"], "été", 60, "[e\u{301}te\u{301}] chaud");
    check(
        &["Ukraine’s RS-26, 10,000 of them."],
        "ukraine rs26 10000",
        60,
        "[Ukraine]’s [RS-26], [10,000] of them.",
    );
}

#[test]
fn without_a_hit_it_is_the_beginning() {
    check(&["The first sentence. The second."], "", 25, "The first sentence.");
    check(&[], "truce", 25, "");
    check(&["", "Something."], "", 25, "Something.");
}

const WORDS: [&str; 10] =
    ["kyiv", "Kyiv", "truce", "boat", "Boat’s", "pål", "PAL", "RS-26", "co-op", "10,000"];
/// What the query words fold to, and the words of a text that they find.
const QUERIES: [&str; 6] = ["kyiv", "truce", "boat", "pal", "rs26", "10000"];

proptest! {
    /// Marks are the tokens whose forms are wanted: those, all of those, and nothing else.
    #[test]
    fn marks_are_the_wanted_tokens(
        words in vec(prop::sample::select(WORDS.to_vec()), 1..30),
        wanted in prop::sample::subsequence(QUERIES.to_vec(), 1..4),
        letters in 1_usize..200,
    ) {
        let text = words.join(" ") + ".";
        let (matcher, outcome) = search(&[&text], &(wanted.join(" ") + " -zzz"));
        prop_assume!(outcome.total == 1);
        let mut tokens: BTreeSet<(usize, usize)> = BTreeSet::new();
        analyze(&text, |token| {
            if wanted.contains(&token.form) {
                tokens.insert((token.start, token.end));
            }
        });
        let expected: Vec<(usize, usize)> = tokens.into_iter().collect();
        let marks: Vec<(usize, usize)> =
            matcher.marks(&text, Field::Body).into_iter().map(|mark| (mark.start, mark.end)).collect();
        // A query that matches only in part, or a corrected one, has other words: those are not what is tested here.
        if outcome.interpretation == cuttings_search::Interpretation::AsTyped {
            prop_assert_eq!(&marks, &expected, "{}", text);
        }
        for (start, end) in &marks {
            let mut forms = Vec::new();
            analyze(&text[*start..*end], |token| forms.push(token.form.to_owned()));
            prop_assert!(forms.iter().any(|form| wanted.contains(&form.as_str())), "{:?}", forms);
        }

        // In a snippet: every mark that lies in its range.
        let passages = [Passage { field: Field::Body, text: &text }];
        let snippet = matcher.read(passages).snippet(letters).unwrap();
        let inside: Vec<(usize, usize)> = marks
            .into_iter()
            .filter(|(start, end)| snippet.range.start <= *start && *end <= snippet.range.end)
            .collect();
        let shown: Vec<(usize, usize)> = snippet.marks.iter().map(|mark| (mark.start, mark.end)).collect();
        prop_assert_eq!(shown, inside);
    }
}
