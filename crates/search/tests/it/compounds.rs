//! Searches for parts of compounds: scores, highlights, and indexes in parts.

use crate::parts::search_in_parts;
use cuttings_search::{
    DocId, Document, Explanation, Field, Highlighter, Index, IndexBuilder, Language, MatchKind,
    Outcome, Passage, PassageVisitor, Query, Request, Schema, Searcher,
};
use proptest::collection::vec;
use proptest::prelude::*;

const TEXTS: [&str; 6] = [
    "Die Steuer steigt, und die Reform kommt.",
    "Der Landtag berät die Grundsteuerreform, denn ohne Grund steigt keine Steuer.",
    "Über die Steuerreform und das Steuerrecht wird gestritten.",
    "Das Recht der Steuern ist schwer.",
    "Ein Artikel über Eisen.",
    "Steuerbord liegt rechts.",
];

fn index(texts: &[String], is_exact: bool) -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema::default());
    if is_exact {
        builder = builder.with_exact_positions();
    }
    for text in texts {
        let passages = vec![Passage { field: Field::Body, text }];
        builder.add(&Document { language: Language::German, passages, ..Document::default() });
    }
    builder.finish().bytes
}

fn texts() -> Vec<String> {
    TEXTS.map(str::to_owned).to_vec()
}

fn with_searcher<T>(
    bytes: &[u8],
    texts: &[String],
    query: &str,
    act: impl FnOnce(&mut Searcher<'_>, &Request<'_>) -> T,
) -> T {
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        let text = texts.get(document.0 as usize);
        text.into_iter().try_for_each(|text| visit(Passage { field: Field::Body, text }))
    };
    let mut searcher = Searcher::new(Index::open(bytes).unwrap(), Box::new(source));
    act(&mut searcher, &Request::new(&Query::parse(query)))
}

fn search(bytes: &[u8], texts: &[String], query: &str) -> Outcome {
    with_searcher(bytes, texts, query, |searcher, request| searcher.search(request))
}

/// Searches for a query and compares the marked words of each hit, in the order of the documents.
fn check_marks(query: &str, expected: &[&str]) {
    let (texts, bytes) = (texts(), index(&texts(), false));
    let outcome = search(&bytes, &texts, query);
    let highlighter = Highlighter::new(&Index::open(&bytes).unwrap(), &outcome);
    let mut documents: Vec<DocId> = outcome.hits.iter().map(|hit| hit.doc).collect();
    documents.sort_unstable();
    let marked = documents.into_iter().map(|document| {
        let text = &texts[document.0 as usize];
        let ranges = highlighter.ranges(text, Field::Body);
        ranges.into_iter().map(|range| &text[range]).collect::<Vec<_>>().join(" ")
    });
    assert_eq!(marked.collect::<Vec<_>>(), expected, "{query}");
}

#[test]
fn compounds_are_marked_as_a_whole() {
    check_marks("reform", &["Reform", "Grundsteuerreform", "Steuerreform"]);
    // "Steuerbord" is no compound of words of the collection, but begins like one.
    check_marks(
        "steuer -liegt",
        &["Steuer", "Grundsteuerreform Steuer", "Steuerreform Steuerrecht", "Steuern"],
    );
    check_marks("recht", &["Steuerrecht", "Recht", "rechts"]);
}

#[test]
fn words_without_compounds_mark_no_parts() {
    check_marks("eisen OR schwer", &["schwer", "Eisen"]);
    check_marks("\"reform\"", &["Reform"]);
}

#[test]
fn prefixes_and_misspellings_find_no_parts() {
    let (texts, bytes) = (texts(), index(&texts(), false));
    let documents = |query: &str| {
        let hits = search(&bytes, &texts, query).hits;
        let mut documents: Vec<u32> = hits.iter().map(|hit| hit.doc.0).collect();
        documents.sort_unstable();
        documents
    };
    assert_eq!(documents("steue"), [0, 1, 2, 3, 5]);
    assert_eq!(documents("refo"), [0]);
    assert_eq!(documents("reform"), [0, 1, 2]);
    // The correction finds what it would find if it had been typed.
    assert_eq!(documents("refrom"), [0, 1, 2]);
    let outcome = search(&bytes, &texts, "refrom");
    assert_eq!(outcome.query.text(), "reform");
}

#[test]
fn typed_compounds_that_no_text_has_are_divided() {
    let texts = [
        "Die Steuer steigt, und die Debatte darüber auch.",
        "Im Landtag geht die Debatte weiter.",
        "Nach dem ersten Teil des Unterrichts gab es Beifall.",
        "Troops from North Korea arrived.",
        "Die Bildung der Regierung dauert. Der Haushalt der Stadt ist gesichert.",
    ];
    let texts = texts.map(str::to_owned).to_vec();
    let bytes = index(&texts, false);
    let check = |query: &str, meant: &str, expected: &[u32]| {
        let outcome = search(&bytes, &texts, query);
        let documents: Vec<u32> = outcome.hits.iter().map(|hit| hit.doc.0).collect();
        assert_eq!((outcome.query.text().as_str(), documents.as_slice()), (meant, expected));
    };
    check("Steuerdebatte", "steuer debatte", &[0]);
    // With a letter between the parts.
    check("Landtagsdebatte", "landtag debatte", &[1]);
    check("Regierungsbildung", "regierung bildung", &[4]);
    // Three parts.
    check("Stadtregierungsbildung", "stadt regierung bildung", &[4]);
    // The other words stay.
    check("Steuerdebatte steigt", "steuer debatte steigt", &[0]);
    // Two words without the space between them, in any language.
    check("northkorea", "north korea", &[3]);
    check("koreatroops arrived", "korea troops arrived", &[3]);
    // No text has both parts.
    check("Steuerbildung", "Steuerbildung", &[]);
    // "Nachteil" is not about a part ("Teil"), and neither "Tag" nor "Geld" is a term.
    check("Nachteil", "Nachteil", &[]);
    check("Tagegeld", "Tagegeld", &[]);
    // A word that is written as typed, a phrase, and an exclusion.
    check("Haushalt", "Haushalt", &[4]);
    check("\"Steuerdebatte\"", "\"Steuerdebatte\"", &[]);
    check("Debatte -Steuerdebatte", "Debatte -Steuerdebatte", &[1, 0]);
}

#[test]
fn an_explanation_shows_the_part() {
    let (texts, bytes) = (texts(), index(&texts(), true));
    let explain = |document| -> Explanation {
        with_searcher(&bytes, &texts, "reform", |searcher, request| {
            searcher.explain(request, DocId(document))
        })
    };
    let found = explain(1);
    let [part] = found.terms[0].occurrences.as_slice() else { panic!("{found}") };
    assert_eq!((part.kind, part.term.as_str()), (MatchKind::Compound, "…reform…"));
    assert_eq!((part.field_length, part.frequency), (11, 1));
    assert!(part.weighted > 0.0 && found.terms[0].weak == 0.0);
    assert!(found.to_string().contains("…reform… (part of a compound)"), "{found}");
    assert!(explain(0).score > found.score);
}

#[test]
fn each_document_counts_once() {
    let texts = ["Steuer", "Steuerreform Steuerrecht Steuern", "Reform Recht"];
    let texts: Vec<String> = texts.map(str::to_owned).to_vec();
    let outcome = search(&index(&texts, false), &texts, "steuer recht");
    assert_eq!((outcome.total, outcome.hits[0].doc), (1, DocId(1)));
}

/// Words of which some are compounds of others.
const WORDS: [&str; 12] = [
    "steuer",
    "steuern",
    "reform",
    "steuerreform",
    "grundsteuerreform",
    "grund",
    "landtag",
    "land",
    "tag",
    "haus",
    "landhaus",
    "the",
];

proptest! {
    #[test]
    fn indexes_in_parts_and_exact_positions_give_the_same_outcome(
        documents in vec(vec(prop::sample::select(WORDS.to_vec()), 1..12), 1..30),
        filler in vec("[a-f0-9]{6}", 0..200),
        words in vec(prop::sample::select(WORDS.to_vec()), 1..3),
        target in 1..3000_usize,
    ) {
        let mut texts: Vec<String> = documents.iter().map(|words| words.join(" ")).collect();
        texts.push(filler.join(" "));
        let query = words.join(" ");
        let bytes = index(&texts, true);
        let whole = search(&bytes, &texts, &query);
        let (outcome, [_, lengths]) = search_in_parts(&bytes, &texts, &query, target);
        prop_assert_eq!(format!("{outcome:?}"), format!("{whole:?}"));
        prop_assert!(lengths == 0 || query.contains("the"));
        // Words that no document contains are corrected, by other lists.
        if words.iter().all(|word| documents.iter().flatten().any(|other| other == word)) {
            let blocks = search(&index(&texts, false), &texts, &query);
            prop_assert_eq!((blocks.hits, blocks.total), (whole.hits, whole.total));
        }
    }
}

#[test]
fn compounds_of_a_word_need_no_further_part() {
    let mut texts: Vec<String> = (0..40).map(|_| "Die Steuer und die Reform".to_owned()).collect();
    texts.push("Grundsteuerreform Steuerreform".to_owned());
    let codes = (0..4000_u32).map(|number| format!("{:08x}", number.wrapping_mul(0x9E37_79B9)));
    texts.push(codes.collect::<Vec<_>>().join(" "));
    let bytes = index(&texts, true);
    let (outcome, needed) = search_in_parts(&bytes, &texts, "reform", 1000);
    assert_eq!((outcome.total, needed), (41, [1, 0]));
}
