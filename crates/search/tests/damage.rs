//! Damaged indexes: an error or wrong results, never a panic, a hang or more memory than the bytes warrant.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use cuttings_search::{
    DocId, Document, FacetId, FacetSpec, Field, Filter, Index, IndexBuilder, Matcher, Matching,
    Order, Passage, Query, Request, Schema, Searcher, ValueId,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn index() -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema {
        facets: vec![FacetSpec { name: "section" }, FacetSpec { name: "person" }],
        columns: vec![],
    });
    for number in 0..80_usize {
        let text = format!(
            "Missile {number} struck Kyiv; the RS-26 of North Korea, {}",
            ["drones", "talks", "troops"][number % 3]
        );
        let people = ["Umerov", "Putin", "Jonson"];
        let facets = [(FacetId(0), ["War", "Peace"][number % 2])].into_iter();
        let facets = facets
            .chain(people.iter().take(number % 4).map(|person| (FacetId(1), *person)))
            .collect();
        let passages = vec![
            Passage { field: Field::Title, text: &text },
            Passage { field: Field::Body, text: &text },
        ];
        builder.add(&Document { passages, facets, ..Document::default() });
    }
    builder.finish().bytes
}

/// Asks everything there is to ask.
fn ask(bytes: &[u8]) {
    let Ok(index) = Index::open(bytes) else { return };
    for (_, facet) in index.facets() {
        facet.values().take(100).for_each(|(value, label)| {
            assert!(label.len() <= bytes.len() && facet.count(value) < u32::MAX)
        });
    }
    let text = "Missiles on Kyiv and North Korea’s RS-26";
    let texts =
        |_, passage: &mut dyn FnMut(Passage<'_>)| passage(Passage { field: Field::Body, text });
    let mut searcher = Searcher::new(index.clone(), Box::new(texts));
    let filters = [Filter { facet: FacetId(0), values: vec![ValueId(0)] }];
    for query in [
        "",
        "m",
        "missile kyiv",
        "\"north korea\"",
        "rs-26 OR misile -talks",
        "title:kyiv person:umerov",
        "zzzzzz kyiv",
    ] {
        let query = Query::parse(query);
        for (matching, order) in
            [(Matching::All, Order::Relevance), (Matching::Any, Order::Document)]
        {
            let request = Request { filters: &filters, matching, order, ..Request::new(&query) };
            let outcome = searcher.search(&request);
            assert!(outcome.total <= index.len() && outcome.hits.len() <= 10);
            let matcher = Matcher::new(&index, &outcome);
            assert!(
                matcher
                    .marks(text, Field::Body)
                    .iter()
                    .all(|mark| text.get(mark.clone()).is_some())
            );
        }
    }
    let query = Query::parse("missile kyiv");
    let _ = searcher.explain(&Request::new(&query), DocId(3)).to_string();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn changed_bytes(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = index();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        ask(&bytes);
    }

    #[test]
    fn changed_headers(changes in vec((0_usize..200, any::<u8>()), 1..6)) {
        let mut bytes = index();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        ask(&bytes);
    }

    #[test]
    fn random_bytes(mut bytes in vec(any::<u8>(), 0..600)) {
        ask(&bytes);
        bytes.splice(..0, *b"CTSX\x03\0\0\0");
        ask(&bytes);
    }
}

#[test]
fn truncated_at_every_byte() {
    let bytes = index();
    for end in 0..bytes.len() {
        assert!(Index::open(&bytes[..end]).is_err(), "{end} of {}", bytes.len());
    }
    assert!(Index::open(&bytes).is_ok());
}

#[test]
fn two_builds_are_equal() {
    assert!(index() == index());
}
