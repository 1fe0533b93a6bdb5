//! The engine compared with a naive one that reads every word of every document.

use cuttings_search::{
    DocId, Document, FacetId, Field, Filter, Hit, Index, IndexBuilder, Interpretation, Language,
    Operator, Passage, PassageVisitor, Query, Request, Schema, Searcher, ValueId,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// No word is a prefix, a stem or a misspelling of another, or a stop word.
const WORDS: [&str; 6] = ["kyiv", "truce", "missile", "pal", "boat", "gdansk"];
/// Stop words, which the index stores without blocks.
const STOP_WORDS: [&str; 2] = ["of", "the"];
/// The labels of the values of two facets.
const LABELS: [[&str; 3]; 2] = [["War", "Peace", "Sport"], ["Umerov", "Putin", "Jonson"]];

/// A generated document: the words of a title, of two paragraphs and of the metadata, and values of
/// two facets.
#[derive(Clone, Debug)]
struct Item {
    passages: [Vec<&'static str>; 4],
    values: [Vec<usize>; 2],
}

impl Item {
    fn texts(&self) -> [(Field, String); 4] {
        let fields = [Field::Title, Field::Body, Field::Body, Field::Metadata];
        std::array::from_fn(|at| (fields[at], self.passages[at].join(" ")))
    }
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(WORDS.to_vec())
}

fn any_word() -> impl Strategy<Value = &'static str> {
    prop::sample::select([&WORDS[..], &STOP_WORDS[..]].concat())
}

fn items(size: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Item>> {
    // Short texts, and some that span several blocks of the index.
    let words = || prop_oneof![3 => vec(any_word(), 0..8), 1 => vec(any_word(), 30..70)];
    // A few words of metadata, or none.
    let metadata = prop_oneof![2 => Just(Vec::new()), 1 => vec(any_word(), 1..4)];
    let item = ((words(), words(), words(), metadata), [values(), values()]);
    let item = item.prop_map(|((title, first, second, metadata), values)| Item {
        passages: [title, first, second, metadata],
        values,
    });
    vec(item, size)
}

fn values() -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence(vec![0_usize, 1, 2], 0..=3)
}

fn builder() -> IndexBuilder {
    IndexBuilder::new(Schema { facets: vec!["one".into(), "two".into()], columns: vec![] })
}

fn build(items: &[Item]) -> Vec<u8> {
    add(items, builder())
}

fn add(items: &[Item], mut builder: IndexBuilder) -> Vec<u8> {
    for item in items {
        let texts = item.texts();
        let passages = texts.iter().map(|(field, text)| Passage { field: *field, text }).collect();
        let labels = |facet: usize| {
            let values = item.values[facet].iter();
            values.map(move |value| (FacetId(facet as u8), LABELS[facet][*value]))
        };
        let facets = labels(0).chain(labels(1)).collect();
        let language = Language::Other;
        builder.add(&Document { language, passages, facets, ..Document::default() });
    }
    builder.finish().bytes
}

fn searcher<'a>(index: &Index<'a>, items: &'a [Item]) -> Searcher<'a> {
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        let texts = items[document.0 as usize].texts();
        texts.iter().try_for_each(|(field, text)| visit(Passage { field: *field, text }))
    };
    Searcher::new(index.clone(), Box::new(source))
}

/// A query as the naive engine evaluates it.
#[derive(Clone, Debug)]
enum NaiveQuery {
    Word(&'static str),
    Title(&'static str),
    Phrase(Vec<&'static str>),
    Not(Box<NaiveQuery>),
    Or(Vec<NaiveQuery>),
    And(Vec<NaiveQuery>),
}

impl NaiveQuery {
    fn text(&self) -> String {
        let join = |parts: &[Self], separator| {
            parts.iter().map(Self::text).collect::<Vec<_>>().join(separator)
        };
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Title(word) => format!("title:{word}"),
            Self::Phrase(words) => format!("\"{}\"", words.join(" ")),
            Self::Not(inner) => format!("-({})", inner.text()),
            Self::Or(parts) => format!("({})", join(parts, " OR ")),
            Self::And(parts) => format!("({})", join(parts, " ")),
        }
    }

    fn matches(&self, item: &Item) -> bool {
        match self {
            Self::Word(word) => item.passages.iter().any(|words| words.contains(word)),
            Self::Title(word) => item.passages[0].contains(word),
            Self::Phrase(phrase) => item
                .passages
                .iter()
                .any(|words| words.windows(phrase.len()).any(|window| window == phrase)),
            Self::Not(inner) => !inner.matches(item),
            Self::Or(parts) => parts.iter().any(|part| part.matches(item)),
            Self::And(parts) => parts.iter().all(|part| part.matches(item)),
        }
    }
}

fn naive_query() -> impl Strategy<Value = NaiveQuery> {
    let leaf = prop_oneof![
        word().prop_map(NaiveQuery::Word),
        word().prop_map(NaiveQuery::Title),
        vec(any_word(), 2..5).prop_map(NaiveQuery::Phrase),
        word().prop_map(|word| NaiveQuery::Phrase(vec![word])),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| NaiveQuery::Not(Box::new(inner))),
            vec(inner.clone(), 2..4).prop_map(NaiveQuery::Or),
            vec(inner, 2..4).prop_map(NaiveQuery::And),
        ]
    })
}

/// Returns the documents that match the query as typed, in their order.
fn matching(searcher: &mut Searcher<'_>, query: &Query) -> Vec<usize> {
    let outcome = searcher.search(&Request { limit: 100, ..Request::new(query) });
    if outcome.interpretation != Interpretation::AsTyped {
        return Vec::new();
    }
    let mut documents: Vec<usize> = outcome.hits.iter().map(|hit| hit.doc.0 as usize).collect();
    assert_eq!(documents.len(), outcome.total as usize);
    documents.sort_unstable();
    documents
}

proptest! {
    #[test]
    fn queries_match_as_in_the_naive_engine(items in items(0..12), naive in naive_query()) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(&naive.text());
        let expected: Vec<usize> =
            (0..items.len()).filter(|at| naive.matches(&items[*at])).collect();
        let found = matching(&mut searcher(&index, &items), &query);
        prop_assert_eq!(found, expected, "{}", naive.text());
    }

    #[test]
    fn exact_positions_give_the_same_hits(items in items(0..12), naive in naive_query()) {
        let (blocks, positions) = (build(&items), add(&items, builder().with_exact_positions()));
        let query = Query::parse(&naive.text());
        let search = |bytes: &[u8]| {
            let index = Index::open(bytes).unwrap();
            let outcome = searcher(&index, &items).search(&Request::new(&query));
            format!("{:?} {} {:?}", outcome.hits, outcome.total, outcome.interpretation)
        };
        prop_assert_eq!(search(&blocks), search(&positions), "{}", naive.text());
    }

    /// Each kind of request is answered from the index alone, but for phrases with stop words.
    #[test]
    fn exact_positions_make_texts_unnecessary(
        items in items(1..12),
        words in vec(word(), 1..4),
        is_phrase in any::<bool>(),
    ) {
        let bytes = add(&items, builder().with_exact_positions());
        let index = Index::open(&bytes).unwrap();
        let words = words.join(" ");
        let query = if is_phrase { format!("\"{words}\"") } else { words };
        let query = Query::parse(&query);
        let expected = searcher(&index, &items).search(&Request::new(&query));
        let no_texts = |_: DocId, _: &mut PassageVisitor<'_>| panic!("a text is read");
        let mut searcher = Searcher::new(index.clone(), Box::new(no_texts));
        prop_assert_eq!(searcher.search(&Request::new(&query)).hits, expected.hits);
    }

    #[test]
    fn a_word_in_the_metadata_alone_is_found_and_ranks_last(
        items in items(1..12),
        word in word(),
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(word);
        let request = Request { limit: 100, ..Request::new(&query) };
        let hits = searcher(&index, &items).search(&request).hits;
        let rank = |hit: &Hit| {
            let passages = &items[hit.doc.0 as usize].passages;
            let has_word = |passages: &[Vec<_>]| passages.iter().any(|words| words.contains(&word));
            prop_assert!(has_word(passages));
            Ok(!has_word(&passages[..3]))
        };
        let ranks = hits.iter().map(rank).collect::<Result<Vec<bool>, _>>()?;
        prop_assert!(ranks.is_sorted(), "{hits:?}");
    }

    #[test]
    fn facet_counts_are_the_totals_of_selecting_each_value(
        items in items(1..12),
        word in word(),
        selected in [values(), values()],
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let value_id = |facet: usize, value: usize| {
            index.facet(FacetId(facet as u8)).unwrap().value_labelled(LABELS[facet][value])
        };
        let filters = [0, 1].map(|facet| {
            let values = selected[facet].iter().filter_map(|value| value_id(facet, *value));
            Filter { facet: FacetId(facet as u8), values: values.collect() }
        });
        let passes = |item: &Item, facet: usize| {
            let selected = selected[facet].iter();
            let mut known = selected.filter(|value| value_id(facet, **value).is_some()).peekable();
            known.peek().is_none() || known.any(|value| item.values[facet].contains(value))
        };
        for text in ["", word] {
            let query = Query::parse(text);
            let request = Request { filters: &filters, ..Request::new(&query) };
            let outcome = searcher(&index, &items).search(&request);
            if outcome.interpretation != Interpretation::AsTyped {
                continue;
            }
            let is_match =
                |item: &&Item| text.is_empty() || NaiveQuery::Word(word).matches(item);
            let matches: Vec<&Item> = items.iter().filter(is_match).collect();
            let total = matches.iter().filter(|item| passes(item, 0) && passes(item, 1)).count();
            prop_assert_eq!(outcome.total as usize, total);
            for facet in 0..2 {
                for value in 0..3 {
                    let Some(ValueId(id)) = value_id(facet, value) else { continue };
                    let passes_other =
                        matches.iter().filter(|item| passes(item, 1 - facet));
                    let expected =
                        passes_other.filter(|item| item.values[facet].contains(&value)).count();
                    prop_assert_eq!(outcome.facets[facet][id as usize] as usize, expected);
                }
            }
        }
    }

    #[test]
    fn the_parts_of_an_explanation_add_up_to_the_score(
        items in items(1..12),
        words in vec(word(), 1..4),
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(&words.join(" "));
        let request = Request::new(&query);
        for hit in searcher(&index, &items).search(&request).hits {
            let explanation = searcher(&index, &items).explain(&request, hit.doc);
            let sum: f32 = explanation.terms.iter().map(|term| term.score).sum();
            let score = sum * explanation.proximity + explanation.bonus;
            let difference = (score - hit.score).abs();
            prop_assert!(difference <= 0.02 * hit.score, "{score} {}: {explanation}", hit.score);
        }
    }

    /// A search for few hits reads fewer blocks and texts, which must not change the hits. A search
    /// for all hits reads every text.
    #[test]
    fn a_page_of_hits_is_a_slice_of_all_hits(
        items in items(1..60),
        words in vec(word(), 1..4),
        offset in 0_usize..8,
        limit in 0_usize..8,
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::parse(&words.join(" "));
        for operator in [Operator::And, Operator::Or] {
            let request = Request { limit: 100, operator, ..Request::new(&query) };
            let all = searcher(&index, &items).search(&request);
            let page = searcher(&index, &items).search(&Request { limit, offset, ..request });
            let expected: Vec<Hit> = all.hits.into_iter().skip(offset).take(limit).collect();
            prop_assert_eq!(page.hits, expected);
            prop_assert_eq!((page.total, page.facets), (all.total, all.facets));
        }
    }
}
