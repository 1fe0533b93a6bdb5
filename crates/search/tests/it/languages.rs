//! Searches in small editions of many languages: `languages/*.txt`, one file for each group of
//! languages or scripts.
//!
//! A file has the documents, each as `number | language | text`, then the queries, each as
//! `query => numbers ; reason`. The numbers are those of the hits in their order. Numbers in
//! parentheses may stand in any order.

#![allow(clippy::expect_used, reason = "a mistake in a file fails its test")]

use cuttings_search::{
    DocId, Document, Field, Index, IndexBuilder, Language, Passage, PassageVisitor, Query, Request,
    Schema, Searcher,
};

/// The fewest queries of a group.
const LEAST_QUERIES: usize = 20;

struct Group<'t> {
    /// The language and the text of each document, from 1.
    documents: Vec<(&'t str, &'t str)>,
    /// Each query with the expected hits.
    queries: Vec<(&'t str, &'t str)>,
}

impl<'t> Group<'t> {
    #[track_caller]
    fn read(file: &'t str) -> Group<'t> {
        let (mut documents, mut queries) = (Vec::new(), Vec::new());
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((query, rest)) = line.split_once(" => ") {
                let (expected, reason) = rest.split_once(';').expect("a query has a reason");
                assert!(!reason.trim().is_empty(), "{query}: a reason is missing");
                queries.push((query, expected.trim()));
            } else {
                let mut parts = line.splitn(3, " | ");
                let number = parts.next().and_then(|it| it.parse().ok());
                assert_eq!(number, Some(documents.len() + 1), "{line}");
                let [language, text] = [parts.next(), parts.next()].map(|it| it.expect("a text"));
                documents.push((language, text));
            }
        }
        Group { documents, queries }
    }

    fn hits(&self, bytes: &[u8], query: &str) -> Vec<u32> {
        let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
            let document = self.documents.get(document.0 as usize);
            let mut texts = document.into_iter().map(|(_, text)| text);
            texts.try_for_each(|text| visit(Passage { field: Field::Body, text }))
        };
        let index = Index::open(bytes).expect("the builder writes an index");
        let mut searcher = Searcher::new(index, Box::new(source));
        let outcome = searcher.search(&Request::new(&Query::parse(query)));
        outcome.hits.iter().map(|hit| hit.doc.0 + 1).collect()
    }

    fn check(&self) {
        let mut builder = IndexBuilder::new(Schema::default());
        for (tag, text) in &self.documents {
            let passages = vec![Passage { field: Field::Body, text }];
            let language = Language::from_tag(tag);
            builder.add(&Document { language, passages, ..Document::default() });
        }
        let bytes = builder.finish().bytes;
        let mut faults = Vec::new();
        for (query, expected) in &self.queries {
            let found = self.hits(&bytes, query);
            if !is_expected(&found, expected) {
                faults.push(format!("{query}: found {found:?}, expected {expected}"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert!(self.queries.len() >= LEAST_QUERIES, "{} queries", self.queries.len());
    }
}

/// Returns whether hits are in the expected order, apart from those in parentheses.
fn is_expected(found: &[u32], expected: &str) -> bool {
    let mut found = found.iter();
    let groups = expected.split('(').flat_map(|it| match it.split_once(')') {
        Some((any, rest)) => vec![(true, any), (false, rest)],
        None => vec![(false, it)],
    });
    for (is_any_order, numbers) in groups {
        let wanted: Vec<u32> =
            numbers.split_whitespace().filter_map(|it| it.parse().ok()).collect();
        let mut next: Vec<u32> = found.by_ref().take(wanted.len()).copied().collect();
        let mut wanted = wanted;
        if is_any_order {
            next.sort_unstable();
            wanted.sort_unstable();
        }
        if next != wanted {
            return false;
        }
    }
    found.next().is_none()
}

macro_rules! groups {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            Group::read(include_str!(concat!("../languages/", stringify!($name), ".txt"))).check();
        })*
    };
}

groups! {
    symbols japanese chinese korean southeast_asian germanic german_compounds dutch_compounds
    nordic_compounds finnish_compounds romance slavic semitic turkic_and_vietnamese indic
}
