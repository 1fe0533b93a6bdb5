//! The engine against a naive one that reads every word of every document.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by panicking")]

use cuttings_search::{
    DocId, Document, FacetId, FacetSpec, Field, Filter, Hit, Index, IndexBuilder, Language,
    Matching, Passage, Query, Request, Schema, Searcher, ValueId,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// A document: words of a title and of two paragraphs, and values of two facets.
#[derive(Clone, Debug)]
struct Item {
    fields: [Vec<&'static str>; 3],
    values: [Vec<usize>; 2],
}

/// None is another's beginning, stem or neighbour; none is common.
const WORDS: [&str; 6] = ["kyiv", "truce", "missile", "pal", "boat", "gdansk"];
/// Words that the index does not place, for phrases.
const COMMON: [&str; 2] = ["of", "the"];
const LABELS: [[&str; 3]; 2] = [["War", "Peace", "Sport"], ["Umerov", "Putin", "Jonson"]];

/// Short texts, and some that are several blocks of the index long.
fn words() -> impl Strategy<Value = Vec<&'static str>> {
    let word = || prop::sample::select([&WORDS[..], &COMMON[..]].concat());
    prop_oneof![3 => vec(word(), 0..8), 1 => vec(word(), 30..70)]
}

fn item() -> impl Strategy<Value = Item> {
    let values = || prop::sample::subsequence(vec![0_usize, 1, 2], 0..=3);
    ([words(), words(), words()], [values(), values()])
        .prop_map(|(fields, values)| Item { fields, values })
}

impl Item {
    /// The texts of its title and of its paragraphs.
    fn texts(&self) -> [(Field, String); 3] {
        let fields = [Field::Title, Field::Body, Field::Body];
        std::array::from_fn(|at| (fields[at], self.fields[at].join(" ")))
    }
}

fn searcher<'a>(index: &Index<'a>, items: &'a [Item]) -> Searcher<'a> {
    let texts = |document: DocId, passage: &mut dyn FnMut(Passage<'_>)| {
        let texts = items[document.0 as usize].texts();
        texts.iter().for_each(|(field, text)| passage(Passage { field: *field, text }));
    };
    Searcher::new(index.clone(), Box::new(texts))
}

fn build(items: &[Item]) -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema {
        facets: vec![FacetSpec { name: "one" }, FacetSpec { name: "two" }],
        columns: vec![],
    });
    for item in items {
        let texts = item.texts();
        let passages = texts.iter().map(|(field, text)| Passage { field: *field, text }).collect();
        let labels = |facet: usize| {
            item.values[facet]
                .iter()
                .map(move |value| (FacetId(facet as u8), LABELS[facet][*value]))
        };
        let facets = labels(0).chain(labels(1)).collect();
        builder.add(&Document {
            language: Language::Other,
            passages,
            facets,
            ..Document::default()
        });
    }
    builder.finish().bytes
}

/// A query as the naive engine understands it.
#[derive(Clone, Debug)]
enum Wanted {
    Word(&'static str),
    Title(&'static str),
    Phrase(Vec<&'static str>),
    Not(Box<Wanted>),
    Any(Vec<Wanted>),
    All(Vec<Wanted>),
}

impl Wanted {
    fn text(&self) -> String {
        let join = |parts: &[Self], between| {
            parts.iter().map(Self::text).collect::<Vec<_>>().join(between)
        };
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Title(word) => format!("title:{word}"),
            Self::Phrase(words) => format!("\"{}\"", words.join(" ")),
            Self::Not(inner) => format!("-({})", inner.text()),
            Self::Any(parts) => format!("({})", join(parts, " OR ")),
            Self::All(parts) => format!("({})", join(parts, " ")),
        }
    }

    fn matches(&self, item: &Item) -> bool {
        match self {
            Self::Word(word) => item.fields.iter().any(|words| words.contains(word)),
            Self::Title(word) => item.fields[0].contains(word),
            Self::Phrase(phrase) => item
                .fields
                .iter()
                .any(|words| words.windows(phrase.len()).any(|window| window == phrase)),
            Self::Not(inner) => !inner.matches(item),
            Self::Any(parts) => parts.iter().any(|part| part.matches(item)),
            Self::All(parts) => parts.iter().all(|part| part.matches(item)),
        }
    }
}

fn wanted() -> impl Strategy<Value = Wanted> {
    let word = || prop::sample::select(WORDS.to_vec());
    let leaf = prop_oneof![
        word().prop_map(Wanted::Word),
        word().prop_map(Wanted::Title),
        vec(prop::sample::select([&WORDS[..], &COMMON[..]].concat()), 2..5)
            .prop_map(Wanted::Phrase),
        word().prop_map(|word| Wanted::Phrase(vec![word])),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| Wanted::Not(Box::new(inner))),
            vec(inner.clone(), 2..4).prop_map(Wanted::Any),
            vec(inner, 2..4).prop_map(Wanted::All),
        ]
    })
}

/// The documents that the engine finds, in their order. Where it takes a query otherwise than as typed, because nothing
/// matches that, it has found nothing.
fn found(searcher: &mut Searcher<'_>, query: &Query) -> Vec<usize> {
    let outcome = searcher.search(&Request { limit: 100, ..Request::new(query) });
    if outcome.interpretation != cuttings_search::Interpretation::AsTyped {
        return Vec::new();
    }
    let mut found: Vec<usize> = outcome.hits.iter().map(|hit| hit.doc.0 as usize).collect();
    assert_eq!(found.len(), outcome.total as usize);
    found.sort_unstable();
    found
}

proptest! {
    #[test]
    fn booleans_phrases_and_fields(items in vec(item(), 0..12), wanted in wanted()) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(&wanted.text());
        let expected: Vec<usize> = (0..items.len()).filter(|at| wanted.matches(&items[*at])).collect();
        prop_assert_eq!(found(&mut searcher(&index, &items), &query), expected, "{}", wanted.text());
    }

    #[test]
    fn facet_counts_are_what_choosing_would_give(
        items in vec(item(), 1..12),
        word in prop::sample::select(WORDS.to_vec()),
        chosen in [prop::sample::subsequence(vec![0_usize, 1, 2], 0..=3), prop::sample::subsequence(vec![0_usize, 1, 2], 0..=3)],
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let id = |facet: usize, value: usize| index.facet(FacetId(facet as u8)).unwrap().value_labelled(LABELS[facet][value]);
        let filters: Vec<Filter> = (0..2)
            .map(|facet| Filter { facet: FacetId(facet as u8), values: chosen[facet].iter().filter_map(|value| id(facet, *value)).collect() })
            .collect();
        let passes = |item: &Item, facet: usize| {
            let known: Vec<&usize> = chosen[facet].iter().filter(|value| id(facet, **value).is_some()).collect();
            known.is_empty() || known.iter().any(|value| item.values[facet].contains(value))
        };
        for text in ["", word] {
            let query = Query::parse(text);
            let outcome = searcher(&index, &items).search(&Request { filters: &filters, ..Request::new(&query) });
            if outcome.interpretation != cuttings_search::Interpretation::AsTyped {
                continue;
            }
            let matched: Vec<&Item> = items.iter().filter(|item| text.is_empty() || Wanted::Word(word).matches(item)).collect();
            let total = matched.iter().filter(|item| passes(item, 0) && passes(item, 1)).count();
            prop_assert_eq!(outcome.total as usize, total);
            for facet in 0..2 {
                for value in 0..3 {
                    let Some(ValueId(number)) = id(facet, value) else { continue };
                    let would = matched.iter().filter(|item| passes(item, 1 - facet) && item.values[facet].contains(&value)).count();
                    prop_assert_eq!(outcome.facets[facet][number as usize] as usize, would);
                }
            }
        }
    }

    #[test]
    fn explanations_add_up(items in vec(item(), 1..12), words in vec(prop::sample::select(WORDS.to_vec()), 1..4)) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(&words.join(" "));
        let request = Request::new(&query);
        for hit in searcher(&index, &items).search(&request).hits {
            let explanation = searcher(&index, &items).explain(&request, hit.doc);
            let sum: f32 = explanation.words.iter().map(|word| word.score).sum();
            let score = sum * explanation.closeness + explanation.title;
            prop_assert!((score - hit.score).abs() <= 0.02 * hit.score, "{score} {}: {explanation}", hit.score);
        }
    }

    /// What ends early when few hits are wanted ends too early for none of them: of all, every text is read.
    #[test]
    fn pages_of_hits_are_slices_of_all(
        items in vec(item(), 1..60),
        words in vec(prop::sample::select(WORDS.to_vec()), 1..4),
        offset in 0_usize..8,
        limit in 0_usize..8,
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(&words.join(" "));
        for matching in [Matching::All, Matching::Any] {
            let all = searcher(&index, &items).search(&Request { limit: 100, matching, ..Request::new(&query) });
            let page = searcher(&index, &items).search(&Request { limit, offset, matching, ..Request::new(&query) });
            let expected: Vec<Hit> = all.hits.into_iter().skip(offset).take(limit).collect();
            prop_assert_eq!(page.hits, expected);
            prop_assert_eq!((page.total, page.facets), (all.total, all.facets));
        }
    }
}
