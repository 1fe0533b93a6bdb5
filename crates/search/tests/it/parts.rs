//! Searches indexes of large editions in parts, of which the list of spellings is one.

use cuttings_parts::{Bytes, PartStore, Splitter, Told};
use cuttings_search::{
    ANCHOR_BYTES, DocId, Document, Field, Index, IndexBuilder, IndexRanges, Interpretation,
    Outcome, Passage, PassageVisitor, Query, Request, Schema, Searcher,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Words that resemble each other, with numbers and codes.
const WORDS: [&str; 14] = [
    "security", "secured", "secure", "stream", "streams", "steam", "worker", "workers", "work",
    "rs26", "rs28", "2031", "release", "the",
];

fn index(texts: &[String]) -> Vec<u8> {
    index_of(texts.iter().map(|text| Passage { field: Field::Body, text }))
}

/// Indexes documents of one passage each.
fn index_of<'t>(passages: impl Iterator<Item = Passage<'t>>) -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema::default()).with_exact_positions();
    for passage in passages {
        builder.add(&Document { passages: vec![passage], ..Document::default() });
    }
    builder.finish().bytes
}

fn search(bytes: Bytes<'_>, texts: &[String], query: &str) -> Outcome {
    let texts = texts.to_vec();
    let source = move |document: DocId, visit: &mut PassageVisitor<'_>| {
        let text = texts.get(document.0 as usize);
        text.into_iter().try_for_each(|text| visit(Passage { field: Field::Body, text }))
    };
    let query = Query::parse(query);
    Searcher::new(Index::open(bytes).unwrap(), Box::new(source)).search(&Request::new(&query))
}

/// Searches with no part there. Returns the outcome, and how many parts it needed, of which the
/// second number are lengths of a field of all documents.
pub(crate) fn search_in_parts(
    bytes: &[u8],
    texts: &[String],
    query: &str,
    target: usize,
) -> (Outcome, [usize; 2]) {
    let ranges = IndexRanges::of(bytes, target).unwrap();
    let mut splitter = Splitter::default();
    for run in ranges.terms {
        let anchors = (run.anchors, Told::ByUnits(ANCHOR_BYTES as u32));
        let ranges = run.ranges.into_iter().map(|range| (range, Told::ByPart)).chain([anchors]);
        splitter.add_terms(run.anchor, run.term.as_bytes(), ranges);
    }
    splitter.add_part([ranges.spellings]);
    for run in ranges.prefix_lists {
        splitter.add_part(run);
    }
    let with_lengths = ranges.lengths.len() as u32;
    for field in ranges.lengths {
        splitter.add_part([field]);
    }
    let files = splitter.finish(bytes, 1).unwrap();
    let store = PartStore::open(&files.head).unwrap();
    let lengths = store.part_count() - with_lengths + 1..=store.part_count();
    let mut needed = [0, 0];
    loop {
        let outcome = search(Bytes::in_parts(&store), texts, query);
        let missing = store.take_missing();
        if missing.is_empty() {
            return (outcome, needed);
        }
        for part in missing {
            needed[0] += 1;
            needed[1] += usize::from(lengths.contains(&part.0));
            store.insert(part, files.parts[part.0 as usize - 1].clone().leak()).unwrap();
        }
    }
}

proptest! {
    #[test]
    fn parts_give_the_outcome_of_the_whole_index(
        texts in vec(vec(prop::sample::select(WORDS.to_vec()), 1..12), 1..40),
        filler in vec("[a-f0-9]{6}", 0..200),
        query in "(secur?i?ty?|strem|wroker|rs2[0-9]|relaese|steams?|2032|wor)( work| the)?",
        target in 1..3000_usize,
    ) {
        let mut texts: Vec<String> = texts.iter().map(|words| words.join(" ")).collect();
        texts.push(filler.join(" "));
        let bytes = index(&texts);
        let whole = search((&bytes).into(), &texts, &query);
        let (outcome, _) = search_in_parts(&bytes, &texts, &query, target);
        prop_assert_eq!(format!("{outcome:?}"), format!("{whole:?}"));
    }
}

/// Documents of which the first ones have a word, and the last one has hundreds of codes.
fn texts(word: &str, documents: usize) -> Vec<String> {
    let mut texts: Vec<String> = (0..documents).map(|_| format!("a {word} of it")).collect();
    let codes = (0..4000_u32).map(|number| format!("{:08x}", number.wrapping_mul(0x9E37_79B9)));
    texts.push(codes.collect::<Vec<_>>().join(" "));
    texts
}

#[test]
fn a_misspelt_word_needs_few_parts() {
    let texts = texts("security", 3);
    let bytes = index(&texts);
    let parts = IndexRanges::of(&bytes, 1000).unwrap().terms.len();
    let (outcome, needed) = search_in_parts(&bytes, &texts, "securty", 1000);
    let corrected = Interpretation::Corrected { query: "security".into() };
    assert_eq!((outcome.interpretation, outcome.total), (corrected, 3));
    // The word, its correction and the spellings have a part each.
    assert!(needed <= [3, 0] && parts > 20, "{needed:?} of {parts}");
}

#[test]
fn words_need_no_lengths_of_other_documents() {
    let texts = texts("release of the worker", 3);
    let bytes = index(&texts);
    for (query, needs_lengths) in [
        ("worker", false),
        ("release worker", false),
        ("\"release of the worker\"", false),
        ("work", false),
        ("the", true),
    ] {
        let (outcome, [_, lengths]) = search_in_parts(&bytes, &texts, query, 1000);
        assert_eq!(outcome.total, 3, "{query}");
        assert_eq!(lengths > 0, needs_lengths, "{query}");
    }
}

#[test]
fn words_of_one_document_correct_nothing() {
    for (word, documents, typed, total) in
        [("security", 1, "securty", 0), ("security", 2, "securty", 2)]
    {
        let texts = texts(word, documents);
        let outcome = search((&index(&texts)).into(), &texts, typed);
        assert_eq!(outcome.total, total, "{typed} in {documents} documents");
    }
    // Codes are only suggested.
    for (documents, expected) in [(9, None), (10, Some("rs2600x"))] {
        let texts = texts("rs2600x", documents);
        let outcome = search((&index(&texts)).into(), &texts, "rs2600y");
        assert_eq!(outcome.total, 0);
        assert_eq!(outcome.suggestion.as_deref(), expected, "in {documents} documents");
    }
}

#[test]
fn words_of_a_single_title_correct() {
    let texts = ["a meltdown of it", "rs2600x", "other words"].map(str::to_owned);
    let titles = texts.iter().map(|text| Passage { field: Field::Title, text });
    let bytes = index_of(titles);
    for (typed, corrected) in [("meltdwon", Some("meltdown")), ("rs2600y", None)] {
        let outcome = search((&bytes).into(), &texts, typed);
        let query = corrected.map(|query| Interpretation::Corrected { query: query.into() });
        assert_eq!(outcome.interpretation, query.unwrap_or(Interpretation::AsTyped), "{typed}");
        assert_eq!((outcome.total, outcome.suggestion), (corrected.iter().len() as u32, None));
    }
}
