//! Comparisons of two articles, and what the articles of a story add.

use crate::document;
use cuttings_stories::{Place, compare, new_sentences};

const FIRST: &str = "The ferry sank at dawn off the coast of Lagos. Forty people were on board.
    Divers will search the wreck on Tuesday.";
const SECOND: &str =
    "Forty people were on board the ferry. The ferry sank at dawn off the coast near Lagos.
    Its owner had no licence for passengers.";

fn place(block: u32, sentence: u32) -> Place {
    Place { block, sentence }
}

#[test]
fn shared_sentences_are_aligned() {
    let comparison = compare(&document(1, "", FIRST), &document(2, "", SECOND));
    let pairs: Vec<_> = comparison.shared.iter().map(|it| (it.one, it.other)).collect();
    assert_eq!(pairs, [(place(1, 0), place(1, 1)), (place(1, 1), place(1, 0))]);
    assert!(comparison.shared.iter().all(|it| !it.is_verbatim && it.similarity > 0.6));
    assert_eq!(comparison.only_one, [place(2, 0)]);
    assert_eq!(comparison.only_other, [place(2, 0)]);
}

#[test]
fn an_article_shares_all_with_itself() {
    let one = document(1, "Ferry sinks off Lagos", FIRST);
    let comparison = compare(&one, &one);
    assert_eq!(comparison.shared.len(), 4);
    assert!(comparison.shared.iter().all(|it| it.is_verbatim && it.one == it.other));
    assert!(comparison.only_one.is_empty() && comparison.only_other.is_empty());
}

#[test]
fn short_sentences_have_to_be_equal() {
    let comparison = compare(&document(1, "", "He agreed."), &document(1, "", "He left."));
    assert_eq!(comparison.shared, []);
    let comparison = compare(&document(1, "", "He agreed."), &document(1, "", "Yes. He agreed."));
    assert_eq!(comparison.shared.len(), 1);
}

#[test]
fn japanese_sentences_are_aligned() {
    let one = document(1, "", "東北新幹線は地震で運転を停止した。乗客にけがはなかった。");
    let other = document(1, "", "けが人はいない。地震のため東北新幹線は運転を停止した。");
    let comparison = compare(&one, &other);
    let pairs: Vec<_> = comparison.shared.iter().map(|it| (it.one, it.other)).collect();
    assert_eq!(pairs, [(place(1, 0), place(1, 1))]);
}

#[test]
fn each_article_adds_the_sentences_that_none_before_has() {
    let (first, second) = (document(1, "", FIRST), document(2, "", SECOND));
    let new = new_sentences(&[&first, &second, &first]);
    assert_eq!(new[0].len(), 3);
    assert_eq!(new[1], [place(2, 0)]);
    assert_eq!(new[2], []);
}
