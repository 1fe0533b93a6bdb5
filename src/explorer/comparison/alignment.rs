//! Two articles as rows: what both say stands side by side, and what only one says between that.

use super::article_text::ArticleText;
use cuttings_stories::{Alignment, Place, Token, TokenKind, compare};
use std::collections::BTreeMap;
use std::ops::Range;

/// Two articles, sentence by sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::explorer) struct Rows {
    /// All sentences of both, each side in reading order.
    pub(in crate::explorer) rows: Vec<Row>,
    /// For each article, the number of its sentences that the other has as well.
    pub(in crate::explorer) shared: [usize; 2],
    /// For each article, the number of sentences that only it has.
    pub(in crate::explorer) only: [usize; 2],
}

/// A row of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::explorer) struct Row {
    /// The sentences of each article. One side may have none.
    pub(in crate::explorer) sides: [Vec<Sentence>; 2],
}

/// A sentence of an article that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::explorer) struct Sentence {
    pub(in crate::explorer) place: Place,
    /// True if the other article says it as well, here or elsewhere.
    pub(in crate::explorer) is_shared: bool,
    /// The bytes of the block's text with words that the other article's sentence lacks. Empty if
    /// the sentence is not shared.
    pub(in crate::explorer) differing: Vec<Range<usize>>,
}

impl Rows {
    /// Compares the bodies of two articles.
    pub(in crate::explorer) fn new(one: &ArticleText, other: &ArticleText) -> Rows {
        let comparison = compare(&one.body(), &other.body());
        let mut partners: [BTreeMap<Place, Vec<Place>>; 2] = Default::default();
        for pair in &comparison.shared {
            let [ones, others] = &mut partners;
            ones.entry(pair.one).or_default().push(pair.other);
            others.entry(pair.other).or_default().push(pair.one);
        }
        let texts = [one, other];
        let sentence = |side: usize, place: Place| {
            let (own, theirs) = (texts.get(side), texts.get(1 - side));
            let shared_with = partners.get(side).and_then(|partners| partners.get(&place));
            let differing = match (own, theirs, shared_with) {
                (Some(own), Some(theirs), Some(places)) => {
                    let others = places.iter().flat_map(|place| theirs.tokens(*place));
                    differing(own.tokens(place), others)
                }
                _ => Vec::new(),
            };
            Sentence { place, is_shared: shared_with.is_some(), differing }
        };
        let mut rows = Rows {
            rows: Vec::new(),
            shared: partners.each_ref().map(BTreeMap::len),
            only: [comparison.only_one.len(), comparison.only_other.len()],
        };
        let all = texts.map(|text| text.places().collect::<Vec<Place>>());
        let mut at = [0, 0];
        for pair in in_order(&comparison.shared) {
            let anchors = [pair.one, pair.other];
            rows.push_gap(&all, &mut at, anchors.map(Some), &sentence);
            let sides = [0, 1].map(|side| match anchors.get(side) {
                Some(place) => vec![sentence(side, *place)],
                None => Vec::new(),
            });
            rows.rows.push(Row { sides });
            at = at.map(|at| at + 1);
        }
        rows.push_gap(&all, &mut at, [None, None], &sentence);
        rows
    }

    /// Adds a row with the sentences before the next pair, and moves on to that.
    fn push_gap(
        &mut self,
        all: &[Vec<Place>; 2],
        at: &mut [usize; 2],
        ends: [Option<Place>; 2],
        sentence: &impl Fn(usize, Place) -> Sentence,
    ) {
        let mut row = Row::default();
        let sides = row.sides.iter_mut().zip(all).zip(at).zip(ends).enumerate();
        for (side, (((sentences, places), at), end)) in sides {
            let before_end = |place: &&Place| end.is_none_or(|end| **place < end);
            let between = places.iter().skip(*at).take_while(before_end);
            sentences.extend(between.map(|place| sentence(side, *place)));
            *at += sentences.len();
        }
        if row.sides.iter().any(|side| !side.is_empty()) {
            self.rows.push(row);
        }
    }
}

/// Returns the most pairs that are in one order in both documents, each sentence once: the longest
/// chain in which both sides increase, found by binary search.
fn in_order(shared: &[Alignment]) -> Vec<Alignment> {
    let mut pairs: Vec<Alignment> = shared.to_vec();
    // Of the pairs of one sentence, no two can follow each other.
    pairs.sort_by_key(|pair| (pair.one, std::cmp::Reverse(pair.other)));
    // The pair with the least end of all chains of each length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (number, pair) in pairs.iter().enumerate() {
        let is_less = |end: &usize| pairs.get(*end).is_some_and(|end| end.other < pair.other);
        let length = ends.partition_point(is_less);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut chain = Vec::new();
    let mut next = ends.last().copied();
    while let Some(number) = next {
        chain.extend(pairs.get(number).copied());
        next = before.get(number).copied().flatten();
    }
    chain.reverse();
    chain
}

/// Returns the bytes of the words and numbers that other tokens lack. Neighbours are one range.
/// Function words do not count, as "the" and "a" change without a change of meaning.
fn differing<'t>(own: &[Token], others: impl Iterator<Item = &'t Token>) -> Vec<Range<usize>> {
    let mut others: Vec<u32> = others.map(|token| token.term).collect();
    others.sort_unstable();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut is_adjacent = false;
    for token in own {
        let is_differing =
            token.kind != TokenKind::Function && others.binary_search(&token.term).is_err();
        if is_differing {
            let (start, end) = (token.start as usize, token.end as usize);
            match ranges.last_mut().filter(|_| is_adjacent) {
                Some(last) => last.end = last.end.max(end),
                None => ranges.push(start..end),
            }
        }
        is_adjacent = is_differing;
    }
    ranges
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::library::Library;
    use cuttings_corpus::Block;
    use cuttings_edition::ItemId;
    use proptest::prelude::*;

    /// Two articles of a paragraph each.
    fn texts(one: &str, other: &str) -> [(Library, ArticleText); 2] {
        [one, other].map(|text| {
            let (library, item) = fixture::body_of(vec![Block::paragraph(text)]);
            let text = ArticleText::read(&library, item);
            (library, text)
        })
    }

    /// Prints a comparison: a line for each row, with differing words between asterisks and
    /// sentences that only one has after a plus sign.
    fn print(one: &str, other: &str) -> String {
        let texts = texts(one, other);
        let rows = Rows::new(&texts[0].1, &texts[1].1);
        let side = |side: usize, sentences: &[Sentence]| {
            let (library, text) = &texts[side];
            let sentences = sentences.iter().map(|sentence| {
                let span = text.span(sentence.place).unwrap();
                let whole = library.text(ItemId(0), span.text);
                let mut out = String::from(if sentence.is_shared { "" } else { "+" });
                let mut at = span.range.start;
                for range in &sentence.differing {
                    out += &[&whole[at..range.start], "*", &whole[range.clone()], "*"].concat();
                    at = range.end;
                }
                out + whole[at..span.range.end].trim_end()
            });
            sentences.collect::<Vec<_>>().join(" ")
        };
        let rows = rows
            .rows
            .iter()
            .map(|row| [&side(0, &row.sides[0])[..], " | ", &side(1, &row.sides[1])].concat());
        rows.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn shared_sentences_stand_side_by_side() {
        let found = print(
            "The ferry sank at dawn off the coast. Forty people were on board. The owner was silent.",
            "Divers found the wreck. The ferry sank at dawn off the coast. \
             Thirty people were on board the boat on Monday.",
        );
        insta::assert_snapshot!(found, @r"
         | +Divers found the wreck.
        The ferry sank at dawn off the coast. | The ferry sank at dawn off the coast.
        *Forty* people were on board. | *Thirty* people were on board the *boat* on *Monday*.
        +The owner was silent. | 
        ");
    }

    #[test]
    fn a_sentence_that_moved_is_shared_but_has_no_row_of_its_own() {
        let (first, second) = ("The harbour was closed all day.", "Five boats lost their anchors.");
        let third = "Nobody on the island was hurt.";
        let one = [first, second, third].join(" ");
        let other = [second, third, first].join(" ");
        insta::assert_snapshot!(print(&one, &other), @r"
        The harbour was closed all day. | 
        Five boats lost their anchors. | Five boats lost their anchors.
        Nobody on the island was hurt. | Nobody on the island was hurt.
         | The harbour was closed all day.
        ");
    }

    #[test]
    fn articles_without_text_have_no_rows() {
        assert_eq!(print("", ""), "");
        assert_eq!(print("", "The ferry sank at dawn."), " | +The ferry sank at dawn.");
    }

    proptest! {
        #[test]
        fn each_sentence_has_one_place(
            ones in prop::collection::vec(0_usize..6, 0..8),
            others in prop::collection::vec(0_usize..6, 0..8),
        ) {
            let all = [
                "The ferry sank at dawn off the coast.",
                "Forty people were on board the ferry.",
                "Thirty people were on board the ferry.",
                "Divers found the wreck near the harbour.",
                "He agreed.",
                "The owner of the boats was silent on Monday.",
            ];
            let join = |numbers: &[usize]| {
                numbers.iter().map(|number| all[*number]).collect::<Vec<_>>().join(" ")
            };
            let texts = texts(&join(&ones), &join(&others));
            let rows = Rows::new(&texts[0].1, &texts[1].1);
            for (side, (_, text)) in texts.iter().enumerate() {
                let places = rows.rows.iter().flat_map(|row| &row.sides[side]);
                let places: Vec<Place> = places.map(|sentence| sentence.place).collect();
                prop_assert_eq!(places, text.places().collect::<Vec<_>>());
                let own = rows.rows.iter().flat_map(|row| &row.sides[side]);
                prop_assert_eq!(own.filter(|it| !it.is_shared).count(), rows.only[side]);
            }
        }
    }
}
