//! Passages that made-up articles reuse.

use crate::document;
use cuttings_stories::{Digest, Document, PassageRange, reused_passages, stories};

/// A passage as article, source, and the text in both.
type Found = (usize, usize, String, String);

/// Returns the passages of documents with their texts; each text is one block.
fn found(texts: &[(i32, &str)]) -> Vec<Found> {
    let documents: Vec<Document> =
        texts.iter().map(|(day, text)| document(*day, "", text)).collect();
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    let text = |number: usize, range: PassageRange| {
        assert_eq!((range.first_block, range.last_block), (1, 1));
        texts[number].1[range.start as usize..range.end as usize].to_owned()
    };
    let of = |passage: &cuttings_stories::ReusedPassage| {
        let own = text(passage.article, passage.range);
        (passage.article, passage.source, own, text(passage.source, passage.source_range))
    };
    reused_passages(&digests, &stories(&digests), |number| &documents[number])
        .iter()
        .map(of)
        .collect()
}

#[test]
fn a_reused_passage_is_found_with_its_bounds() {
    let passage = "The harbour master counted eleven yachts at the northern quay and none of them paid the fee for August";
    let one = format!("Nobody expected it. {passage}. Then came the storm.");
    let other = format!("Our reporter writes: {passage}, which the town denies.");
    let expected = (1, 0, passage.to_owned(), passage.to_owned());
    assert_eq!(found(&[(1, &one), (2, &other)]), [expected]);
}

#[test]
fn a_quote_is_found_although_some_words_differ() {
    let one = "Minister Ada Okonkwo said: “We shall rebuild the school in Kano before the rains come, and every child will have a desk of its own.”";
    let other = "“We shall rebuild the school in Kano before the heavy rains come, and every child will have a desk of its own,” the minister told parents.";
    let found = found(&[(1, one), (1, other)]);
    let [(1, 0, text, source)] = found.as_slice() else { panic!("{found:?}") };
    assert!(text.contains("before the heavy rains come"));
    assert!(source.contains("before the rains come") && source.ends_with("its own"));
}

#[test]
fn the_earlier_day_is_the_source() {
    let passage = "Eleven yachts lay at the northern quay of Ventspils and none of them had paid the fee for August";
    let found = found(&[(5, passage), (2, passage)]);
    assert_eq!(found.iter().map(|it| (it.0, it.1)).collect::<Vec<_>>(), [(0, 1)]);
}

#[test]
fn formulas_are_no_reuse() {
    let text = |company: &str, number: usize| {
        format!(
            "{company} said it filed a registration statement with the Securities and Exchange Commission covering a proposed offering of {number},{number}00,000 shares of common stock"
        )
    };
    let companies =
        ["Alden", "Brewster", "Corvallis", "Drummond", "Eastham", "Fairway", "Gardiner"];
    let texts: Vec<String> = companies.iter().zip(1..).map(|(it, at)| text(it, at)).collect();
    let texts: Vec<(i32, &str)> = texts.iter().zip(1..).map(|(it, day)| (day, &**it)).collect();
    assert_eq!(found(&texts), []);
}

#[test]
fn a_few_common_words_are_no_reuse() {
    let one = "On the other hand it is not at all clear that this is so, he said.";
    let other = "It is not at all clear that this is what she would have wanted to do.";
    assert_eq!(found(&[(1, one), (2, other)]), []);
}
