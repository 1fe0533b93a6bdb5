//! Ranges, histograms, orders and range fields of columns, compared with a naive engine that looks
//! at every document.

use cuttings_search::{
    ColumnId, ColumnSpec, Document, FacetId, Field, Filter, Histogram, Index, IndexBuilder,
    Interpretation, KeyRange, Order, Passage, Query, RangeField, Request, Schema, Searcher,
    ValueId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::ControlFlow;

/// A generated document: whether it contains the words "one boat", the values of a facet, and the
/// sort keys of two columns.
#[derive(Clone, Debug)]
struct Item {
    has_word: bool,
    values: Vec<usize>,
    keys: [u32; 2],
}

const LABELS: [&str; 3] = ["War", "Peace", "Sport"];

fn items() -> impl Strategy<Value = Vec<Item>> {
    let item =
        (any::<bool>(), prop::sample::subsequence(vec![0_usize, 1, 2], 0..=3), [key(), key()]);
    vec(item.prop_map(|(has_word, values, keys)| Item { has_word, values, keys }), 1..20)
}

/// Small keys, of which many are equal or absent, and the extremes.
fn key() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 0..8_u32, 1 => Just(u32::MAX), 1 => Just(u32::MAX - 1)]
}

fn build(items: &[Item]) -> Vec<u8> {
    let mut builder = IndexBuilder::new(Schema {
        facets: vec!["topic".into()],
        columns: vec![ColumnSpec { name: "one" }, ColumnSpec { name: "two" }],
    });
    for item in items {
        let text = if item.has_word { "one boat" } else { "train" };
        builder.add(&Document {
            passages: vec![Passage { field: Field::Body, text }],
            facets: item.values.iter().map(|value| (FacetId(0), LABELS[*value])).collect(),
            columns: item.keys.to_vec(),
            ..Document::default()
        });
    }
    builder.finish().bytes
}

fn searcher<'a>(index: &Index<'a>) -> Searcher<'a> {
    Searcher::new(index.clone(), Box::new(|_, _| ControlFlow::Continue(())))
        .with_range_fields(&RANGE_FIELDS)
}

/// Two range fields, of one column each. A value is a number, or two with a hyphen between them.
static RANGE_FIELDS: [RangeField; 2] = [
    RangeField { name: "one", column: ColumnId(0), keys: read_keys },
    RangeField { name: "two", column: ColumnId(1), keys: read_keys },
];

fn read_keys(value: &str) -> Option<(u32, u32)> {
    let (from, to) = value.split_once('-').unwrap_or((value, value));
    Some((from.parse().ok()?, to.parse().ok()?))
}

fn is_in(range: &KeyRange, item: &Item) -> bool {
    let key = item.keys[usize::from(range.column.0)];
    key != 0 && (range.from..=range.to).contains(&key)
}

proptest! {
    #[test]
    fn ranges_limit_and_count_as_in_the_naive_engine(
        items in items(),
        limits in [prop::option::of((key(), key())), prop::option::of((key(), key()))],
        selected in prop::sample::subsequence(vec![0_usize, 1, 2], 0..=2),
        starts in prop::collection::btree_set(key(), 0..6),
        counted in 0..2_usize,
        text in prop::sample::select(vec!["", "boat"]),
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let facet = index.facet(FacetId(0)).unwrap();
        let selected: Vec<(usize, ValueId)> = selected
            .into_iter()
            .filter_map(|value| Some((value, facet.value_labelled(LABELS[value])?)))
            .collect();
        let values = selected.iter().map(|(_, id)| *id).collect();
        let filters = [Filter { facet: FacetId(0), values }];
        let ranges: Vec<KeyRange> = limits
            .iter()
            .zip(0..)
            .filter_map(|(limit, column)| {
                limit.map(|(from, to)| KeyRange { column: ColumnId(column), from, to })
            })
            .collect();
        let starts: Vec<u32> = starts.into_iter().collect();
        let query = Query::parse(text);
        let outcome = searcher(&index).search(&Request {
            filters: &filters,
            ranges: &ranges,
            histogram: Some(Histogram { column: ColumnId(counted as u8), starts: &starts }),
            limit: 100,
            ..Request::new(&query)
        });
        prop_assume!(outcome.interpretation == Interpretation::AsTyped);

        let matching = || items.iter().filter(|item| text.is_empty() || item.has_word);
        let has_value = |item: &&Item| {
            selected.is_empty() || selected.iter().any(|(value, _)| item.values.contains(value))
        };
        let in_ranges_but = |column: usize| {
            let others = ranges.iter().filter(move |range| usize::from(range.column.0) != column);
            move |item: &&Item| others.clone().all(|range| is_in(range, item))
        };
        let in_all = in_ranges_but(usize::MAX);
        let total = matching().filter(has_value).filter(&in_all).count();
        prop_assert_eq!((outcome.total as usize, outcome.hits.len()), (total, total));
        for (value, label) in LABELS.iter().enumerate() {
            let Some(id) = facet.value_labelled(label) else { continue };
            let expected =
                matching().filter(&in_all).filter(|item| item.values.contains(&value)).count();
            prop_assert_eq!(outcome.facets[0][id.0 as usize] as usize, expected, "{}", label);
        }
        let ends = starts.iter().skip(1).map(|next| u64::from(*next)).chain([u64::MAX]);
        let expected: Vec<u32> = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| {
                let in_bucket = |item: &&Item| {
                    let key = item.keys[counted];
                    key != 0 && *start <= key && u64::from(key) < end
                };
                matching().filter(has_value).filter(in_ranges_but(counted)).filter(in_bucket).count()
                    as u32
            })
            .collect();
        prop_assert_eq!(outcome.histogram, expected);
    }

    #[test]
    fn documents_without_a_value_come_last_in_both_directions(items in items()) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let query = Query::default();
        let sorted = |order| {
            let request = Request { order, limit: 100, ..Request::new(&query) };
            let hits = searcher(&index).search(&request).hits;
            hits.iter().map(|hit| hit.doc.0 as usize).collect::<Vec<_>>()
        };
        let mut expected: Vec<usize> = (0..items.len()).collect();
        expected.sort_by_key(|at| (items[*at].keys[0] == 0, items[*at].keys[0]));
        prop_assert_eq!(sorted(Order::Ascending(ColumnId(0))), expected.clone());
        expected.sort_by_key(|at| {
            let key = items[*at].keys[0];
            (key == 0, std::cmp::Reverse(key), *at)
        });
        prop_assert_eq!(sorted(Order::Descending(ColumnId(0))), expected);
    }

    #[test]
    fn range_fields_match_as_in_the_naive_engine(
        items in items(),
        (from, to) in (0..9_u32, 0..9_u32),
        other in 0..9_u32,
        is_negated: bool,
        is_either: bool,
    ) {
        let bytes = build(&items);
        let index = Index::open(&bytes).unwrap();
        let sign = if is_negated { "-" } else { "" };
        let text = match is_either {
            true => format!("{sign}one:({from}-{to} OR {other}) two:1-7"),
            false => format!("{sign}one:\"{from}-{to}\" two:1-7"),
        };
        let query = Query::parse(&text);
        prop_assert_eq!(&Query::parse(&query.text()), &query);
        let outcome = searcher(&index).search(&Request { limit: 100, ..Request::new(&query) });
        let found: Vec<usize> = outcome.hits.iter().map(|hit| hit.doc.0 as usize).collect();
        let is_match = |at: &usize| {
            let [one, two] = items[*at].keys;
            let is_in = (from..=to).contains(&one) || (is_either && one == other);
            ((one != 0 && is_in) != is_negated) && (1..=7).contains(&two)
        };
        prop_assert_eq!(found, (0..items.len()).filter(is_match).collect::<Vec<_>>(), "{}", text);
        prop_assert_eq!(outcome.unread_fields, Vec::<String>::new());
    }
}

/// An edition of three documents, of which the second has no key in the first column.
fn three() -> Vec<u8> {
    let item = |has_word, key| Item { has_word, values: vec![], keys: [key, 1] };
    build(&[item(true, 3), item(true, 0), item(false, 5)])
}

#[test]
fn a_range_field_that_cannot_be_read_is_searched_for_as_words() {
    let bytes = three();
    let index = Index::open(&bytes).unwrap();
    let check = |text: &str, expected: &[u32], unread: &[&str]| {
        let query = Query::parse(text);
        let outcome = searcher(&index).search(&Request::new(&query));
        let found: Vec<u32> = outcome.hits.iter().map(|hit| hit.doc.0).collect();
        assert_eq!(
            (&found[..], outcome.unread_fields),
            (expected, unread.iter().map(|text| (*text).to_owned()).collect()),
            "{text}"
        );
    };
    check("boat one:3", &[0], &[]);
    check("ONE:3 boat", &[0], &[]);
    check("one:4-9", &[2], &[]);
    check("-one:3", &[1, 2], &[]);
    check("one:boat", &[0, 1], &["one:boat"]);
    check("one:(3 OR boat)", &[], &["one:(3 OR boat)"]);
    check("-one:boat", &[2], &["one:boat"]);
    check("three:boat", &[], &[]);
}

#[test]
fn an_explanation_names_the_conditions_of_a_query() {
    let bytes = three();
    let index = Index::open(&bytes).unwrap();
    let query = Query::parse("boat one:3 -topic:war");
    let request = Request::new(&query);
    let check = |document: u32, expected: &[(&str, bool)], line: &str| {
        let explanation = searcher(&index).explain(&request, cuttings_search::DocId(document));
        let conditions: Vec<(&str, bool)> =
            explanation.conditions.iter().map(|(text, passes)| (&text[..], *passes)).collect();
        assert_eq!(conditions, expected);
        assert!(explanation.to_string().contains(line), "{explanation}");
    };
    check(0, &[("one:3", true), ("-topic:war", true)], "\n  one:3\n");
    check(1, &[("one:3", false), ("-topic:war", true)], "\n  not one:3\n");
}
