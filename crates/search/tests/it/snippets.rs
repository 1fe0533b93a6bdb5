//! Highlights and snippets, which always refer to the original text.

use cuttings_search::{
    DocId, Document, Field, Highlighter, Index, IndexBuilder, Interpretation, Language, Outcome,
    Passage, PassageVisitor, Query, Request, Schema, Searcher, analyze,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn passages<'a>(paragraphs: &[&'a str]) -> Vec<Passage<'a>> {
    paragraphs.iter().map(|text| Passage { field: Field::Body, text }).collect()
}

/// Searches a document with these paragraphs.
fn search(paragraphs: &[&str], query: &str) -> (Highlighter, Outcome) {
    let passages = passages(paragraphs);
    let mut builder = IndexBuilder::new(Schema::default());
    builder.add(&Document {
        language: Language::Other,
        passages: passages.clone(),
        ..Document::default()
    });
    let bytes = builder.finish().bytes;
    let index = Index::open(&bytes).unwrap();
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        passages.iter().copied().filter(|_| document.0 == 0).try_for_each(visit)
    };
    let query = Query::parse(query);
    let outcome = Searcher::new(index.clone(), Box::new(source)).search(&Request::new(&query));
    (Highlighter::new(&index, &outcome), outcome)
}

/// Compares the snippet with the highlights in brackets and an ellipsis where a sentence is cut.
#[track_caller]
fn check(paragraphs: &[&str], query: &str, max_chars: usize, expected: &str) {
    let passages = passages(paragraphs);
    let (highlighter, _) = search(paragraphs, query);
    let mut shown = String::new();
    if let Some(snippet) = highlighter.highlight(passages.iter().copied()).snippet(max_chars) {
        let text = passages[snippet.passage].text;
        shown.push_str(if snippet.is_cut_at_start { "… " } else { "" });
        let mut at = snippet.range.start;
        for highlight in snippet.highlights {
            let (before, inside) = (&text[at..highlight.start], &text[highlight.clone()]);
            shown.push_str(&format!("{before}[{inside}]"));
            at = highlight.end;
        }
        shown.push_str(&text[at..snippet.range.end]);
        shown.push_str(if snippet.is_cut_at_end { " …" } else { "" });
    }
    assert_eq!(shown, expected, "{query}");
}

#[test]
fn a_snippet_starts_and_ends_with_sentences() {
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
fn distinct_query_words_outweigh_the_number_of_matches() {
    let paragraphs = [
        "Boats here, boats there, boats all over.",
        "A truce, far from the sea.",
        "The boats wait for a truce. The rest is silence.",
    ];
    check(&paragraphs, "boats truce", 45, "The [boats] wait for a [truce].");
    check(&paragraphs, "boats", 45, "[Boats] here, [boats] there, [boats] all over.");
    check(&paragraphs, "truce sea", 45, "A [truce], far from the [sea].");
}

#[test]
fn close_matches_win_and_then_the_first_passage() {
    let apart = ["Boats and men and nets and a truce.", "Boats, truce."];
    check(&apart, "boats truce", 60, "[Boats], [truce].");
    check(&["A truce.", "A truce."], "truce", 60, "A [truce].");
}

#[test]
fn every_script_is_highlighted_in_the_original() {
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
fn a_snippet_without_matches_is_the_start_of_the_text() {
    check(&["The first sentence. The second."], "", 25, "The first sentence.");
    check(&[], "truce", 25, "");
    check(&["", "Something."], "", 25, "Something.");
}

/// Words of generated texts.
const WORDS: [&str; 10] =
    ["kyiv", "Kyiv", "truce", "boat", "Boat’s", "pål", "PAL", "RS-26", "co-op", "10,000"];
/// Terms to search for in them.
const TERMS: [&str; 6] = ["kyiv", "truce", "boat", "pal", "rs26", "10000"];

proptest! {
    /// The highlights are exactly the tokens with the searched terms.
    #[test]
    fn highlights_are_the_searched_tokens(
        words in vec(prop::sample::select(WORDS.to_vec()), 1..30),
        searched in prop::sample::subsequence(TERMS.to_vec(), 1..4),
        max_chars in 1_usize..200,
    ) {
        let text = words.join(" ") + ".";
        let (highlighter, outcome) = search(&[&text], &(searched.join(" ") + " -zzz"));
        prop_assume!(outcome.total == 1);
        let mut tokens: BTreeSet<(usize, usize)> = BTreeSet::new();
        analyze(&text, |token| {
            if searched.contains(&token.term) {
                tokens.insert((token.start, token.end));
            }
        });
        let expected: Vec<(usize, usize)> = tokens.into_iter().collect();
        let ranges = highlighter.ranges(&text, Field::Body);
        let highlights: Vec<(usize, usize)> =
            ranges.into_iter().map(|range| (range.start, range.end)).collect();
        // A partial or corrected query searches for other words.
        if outcome.interpretation == Interpretation::AsTyped {
            prop_assert_eq!(&highlights, &expected, "{}", text);
        }
        for (start, end) in &highlights {
            let mut terms = Vec::new();
            analyze(&text[*start..*end], |token| terms.push(token.term.to_owned()));
            prop_assert!(terms.iter().any(|term| searched.contains(&term.as_str())), "{:?}", terms);
        }

        // A snippet has all the highlights inside its range.
        let passages = [Passage { field: Field::Body, text: &text }];
        let snippet = highlighter.highlight(passages).snippet(max_chars).unwrap();
        let (first, last) = (snippet.range.start, snippet.range.end);
        let is_inside = |(start, end): &(usize, usize)| first <= *start && *end <= last;
        let inside: Vec<(usize, usize)> = highlights.into_iter().filter(is_inside).collect();
        let shown: Vec<(usize, usize)> =
            snippet.highlights.iter().map(|range| (range.start, range.end)).collect();
        prop_assert_eq!(shown, inside);
    }
}

#[test]
fn no_mark_cuts_a_letter_from_its_signs() {
    check(&["हिन्दी किताब कमल"], "कि", 60, "हिन्दी [किताब] कमल");
    check(&["हिन्दी किताब कमल"], "क", 60, "हिन्दी किताब [कमल]");
    check(&["हिन्दी किताब"], "हिन्", 60, "[हिन्दी] किताब");
    check(&["বাংলা ভাষা"], "ভা", 60, "বাংলা [ভাষা]");
    check(&["தமிழ் மொழி"], "தமி", 60, "[தமிழ்] மொழி");
    check(&["กินกับนกที่นี่"], "นก", 60, "กิ[นกั]บ[นก]ที่นี่");
    check(&["ប្រទេសកម្ពុជា"], "កម្ពុជា", 60, "ប្រទេស[កម្ពុជា]");
}

#[test]
fn no_snippet_cuts_a_letter_from_its_signs() {
    check(&["กินกับนก"], "กิน", 5, "[กิน]กั …");
    check(&["กินกับนก"], "กิน", 4, "[กิน] …");
    check(&["हिन्दीकिताबें"], "zzz", 7, "हिन्दी …");
    check(&["हिन्दीकिताबें"], "zzz", 6, "हिन्दी …");
    check(&["हिन्दीकिताबें"], "zzz", 5, "हिन् …");
}
