//! Properties of any collection.

use crate::{document, groups, stories_of};
use cuttings_stories::{Digest, Document, compare, new_sentences, reused_passages, stories};
use proptest::prelude::*;

/// Texts of few words, so that documents share many.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ferry",
        "Lagos",
        "sank",
        "the",
        "of",
        "40",
        "12",
        "Okonkwo",
        "minister",
        "said",
        "cts",
        "vs",
        "net",
        "1,204",
        "harbour.",
        "storm",
        "Bright",
        "Waters.",
        "地震",
        "停止。",
        "U.S.",
        "\n",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let one = (prop::option::of(-3..30_i32), text(), text());
    let one = one.prop_map(|(day, title, text)| document(day, &title, &text));
    prop::collection::vec(one, 0..14)
}

/// Checks what holds for all documents.
fn check(documents: &[Document]) {
    let found = stories_of(documents);
    assert_eq!(found.of_documents.len(), documents.len());
    let mut seen = vec![false; documents.len()];
    for (group, number) in found.documents.iter().zip(0..) {
        assert!(group.len() > 1);
        for document in group {
            assert!(!std::mem::replace(&mut seen[*document], true), "in two stories");
            assert_eq!(found.of(*document).map(|it| it.0), Some(number));
        }
    }
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    for passage in reused_passages(&digests, &found, |number| &documents[number]) {
        assert_ne!(passage.article, passage.source);
        for (number, range) in
            [(passage.article, passage.range), (passage.source, passage.source_range)]
        {
            let place = (range.first_block, range.start);
            assert!(place < (range.last_block, range.end));
            assert!(range.last_block as usize <= documents[number].blocks.len());
        }
    }
    let all: Vec<&Document> = documents.iter().collect();
    assert_eq!(new_sentences(&all).len(), documents.len());
}

proptest! {
    #[test]
    fn likely_documents_are_grouped(documents in documents()) {
        check(&documents);
    }

    #[test]
    fn any_documents_are_grouped(texts in prop::collection::vec((any::<i32>(), any::<String>(), any::<String>()), 0..6)) {
        check(&texts.iter().map(|(day, title, text)| document(*day, title, text)).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_of_documents_makes_no_difference(documents in documents(), seed in any::<u64>()) {
        let mut order: Vec<usize> = (0..documents.len()).collect();
        order.sort_by_key(|number| (*number as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        let permuted: Vec<Document> = order.iter().map(|it| documents[*it].clone()).collect();
        let found = stories_of(&permuted);
        let mut renamed = found;
        renamed.documents.iter_mut().flatten().for_each(|it| *it = order[*it]);
        prop_assert_eq!(groups(&renamed), groups(&stories_of(&documents)));
    }

    #[test]
    fn threads_make_no_difference(documents in documents()) {
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
            pool.install(|| {
                let found = stories(&digests);
                let passages = reused_passages(&digests, &found, |it| &documents[it]);
                (found, passages)
            })
        };
        prop_assert_eq!(with(1), with(3));
    }

    #[test]
    fn equal_documents_are_one_story(mut documents in documents(), at in any::<prop::sample::Index>()) {
        prop_assume!(!documents.is_empty());
        let one = documents[at.index(documents.len())].clone();
        let has_words = !one.title.tokens.is_empty() || one.blocks.iter().any(|it| !it.tokens.is_empty());
        documents.push(one);
        let found = stories_of(&documents);
        let (first, last) = (at.index(documents.len() - 1), documents.len() - 1);
        prop_assert_eq!(found.of(last).is_some(), has_words);
        prop_assert_eq!(found.of(first), found.of(last));
    }

    #[test]
    fn each_sentence_is_shared_or_not(one in (text(), text()), other in (text(), text())) {
        let (one, other) = (document(1, &one.0, &one.1), document(1, &other.0, &other.1));
        let comparison = compare(&one, &other);
        let back = compare(&other, &one);
        prop_assert_eq!(comparison.shared.len(), back.shared.len());
        prop_assert_eq!(&comparison.only_one, &back.only_other);
        let sentences = |document: &Document| -> usize {
            let blocks = std::iter::once(&document.title).chain(&document.blocks);
            blocks.map(|block| block.sentences.len()).sum()
        };
        let mut shared: Vec<_> = comparison.shared.iter().map(|it| it.one).collect();
        shared.dedup();
        prop_assert_eq!(shared.len() + comparison.only_one.len(), sentences(&one));
    }
}
