//! Counts the parts of an edition that the words of a query need.

use crate::parts::{Question, TINY};
use crate::{article, seed};
use cuttings_corpus::{Block, Corpus, Site};
use cuttings_edition::Edition;
use cuttings_edition_builder::{PartSizes, build_with_outline, split};
use cuttings_parts::{PartId, PartStore};
use std::fmt::Write as _;

#[test]
fn a_word_needs_few_parts() {
    let built = seed::built();
    let files = split(&built.bytes, &built.outline, TINY).unwrap();
    let store = PartStore::open(&files.head).unwrap();
    let edition = Edition::in_parts(&store).unwrap();
    let question =
        Question::Search { query: "missile ".to_owned(), order: 0, section: None, offset: 0 };
    let mut needed = 0;
    loop {
        let _ = question.ask(&edition);
        let missing = store.take_missing();
        if missing.is_empty() {
            break;
        }
        needed += missing.len();
        for part in missing {
            store.insert(part, files.parts[part.0 as usize - 1].clone().leak()).unwrap();
        }
    }
    // Among them are all facets and the lengths, which every search reads.
    assert!(needed < files.parts.len() / 4, "{needed} of {}", files.parts.len());
}

/// Returns the parts that a search lacks at first, and those of some words, with one part for every
/// few terms.
fn lacked_at_first<const N: usize>(query: &str, words: [&str; N]) -> (Vec<PartId>, [PartId; N]) {
    let mut text = "walk walking walks axe oxen".to_owned();
    for letter in ["a", "o", "z"] {
        for end in 'a'..='z' {
            write!(text, " walk{letter}xe{end} walk{letter}xf{end} walk{letter}xg{end}").unwrap();
        }
    }
    let walks = article("Walks", &[Block::paragraph(text)]);
    let corpus = Corpus { articles: vec![walks], ..Corpus::default() };
    let built = build_with_outline(&corpus, &Site::default()).unwrap();
    let sizes = PartSizes { index: 1, ..TINY };
    let files = split(&built.bytes, &built.outline, sizes).unwrap();
    let store = PartStore::open(&files.head).unwrap();
    let edition = Edition::in_parts(&store).unwrap();
    let query = query.to_owned();
    let _ = Question::Search { query, order: 0, section: None, offset: 0 }.ask(&edition);
    let part_of = |word: &str| {
        PartId(store.term_starts().partition_point(|(_, term)| *term <= word.as_bytes()) as u32)
    };
    (store.take_missing(), words.map(part_of))
}

#[test]
fn the_forms_of_a_word_come_together() {
    let (missing, parts) = lacked_at_first("walking ", ["walk", "walking", "walks"]);
    assert!(parts.is_sorted_by(|a, b| a < b), "{parts:?}");
    assert!(parts.iter().all(|part| missing.contains(part)), "{parts:?} {missing:?}");
}

#[test]
fn two_words_that_may_be_terms_are_not_joined() {
    let (missing, parts) = lacked_at_first("walk oxen ", ["walk", "walkoxen", "walks"]);
    assert!(parts.is_sorted_by(|a, b| a < b), "{parts:?}");
    let lacked = parts.map(|part| missing.contains(&part));
    assert_eq!(lacked, [true, false, true], "{parts:?} {missing:?}");
}
