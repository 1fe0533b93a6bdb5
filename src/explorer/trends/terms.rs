//! The terms that a reader compares, as the address of the view has them.

use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::facet::Facet;
use crate::store::library::Library;
use cuttings_search::{Node, Query, analyze};
use std::rc::Rc;

/// The most terms that the view compares: more lines cannot be told apart.
pub(super) const MAX_TERMS: usize = 5;

/// The parameter with a term. It may be repeated.
const TERM: &str = "term";

/// The parameter that names what the terms are compared by: [`TIME`], or a facet.
const BY: &str = "by";

/// The value of [`BY`] for a comparison over time. No facet has this key.
pub(super) const TIME: &str = "date";

/// A word, a phrase, or the name of an entity ("person:"Ada Berg""), in the language of queries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ComparedTerm {
    /// Invariant: what printing its query gives, and not empty.
    text: Rc<str>,
}

impl ComparedTerm {
    /// Parses what a reader typed. Several words without quotation marks are a phrase. Returns
    /// `None` if it has no word.
    pub(super) fn parse(text: &str) -> Option<ComparedTerm> {
        let mut query = Query::parse(text);
        if is_phrase(query.nodes()) {
            query = Query::parse(&["\"", &query.text(), "\""].concat());
        }
        // An entity has one address, with quotation marks.
        if let [Node::Field(name, value)] = query.nodes()
            && let Node::Word(word) = &**value
            && is_entity(name)
        {
            query = Query::parse(&[name, ":\"", word, "\""].concat());
        }
        let text = query.text();
        (!text.is_empty()).then(|| ComparedTerm { text: text.into() })
    }

    /// Returns the term for a value of a facet.
    pub(super) fn of_value(facet: Facet, value: &str) -> Option<ComparedTerm> {
        // The parser takes these for the end of the name.
        let value = value.replace(['"', '“', '”', '„', '‟', '«', '»', '＂'], " ");
        ComparedTerm::parse(&[facet.key(), ":\"", &value, "\""].concat())
    }

    /// The term in the language of queries.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the term parsed.
    pub(super) fn query(&self) -> Query {
        Query::parse(&self.text)
    }

    /// Returns the term for readers: an entity by its name alone.
    pub(super) fn label(&self) -> String {
        if let [Node::Field(name, value)] = self.query().nodes()
            && let Node::Phrase(words) | Node::Word(words) = &**value
            && is_entity(name)
        {
            return words.clone();
        }
        self.text.to_string()
    }
}

/// Returns whether a field of the query language has the names of entities.
fn is_entity(field: &str) -> bool {
    Facet::from_key(field, &[]).is_some_and(|facet| facet.kind().is_some())
}

/// Returns whether nodes are several words, or one that is written without spaces and indexed as
/// several, as in Chinese.
fn is_phrase(nodes: &[Node]) -> bool {
    let mut signs = 0;
    if let [Node::Word(word)] = nodes {
        analyze(word, |token| signs += usize::from(token.is_in_pairs));
    }
    let are_words = nodes.iter().all(|node| matches!(node, Node::Word(_)));
    are_words && (nodes.len() > 1 || signs > 1)
}

/// Returns the terms of a view, each once.
pub(super) fn terms_of(exploration: &Exploration) -> Vec<ComparedTerm> {
    let mut terms = Vec::new();
    for term in exploration.values(TERM).filter_map(ComparedTerm::parse) {
        if terms.len() < MAX_TERMS && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// Returns what the address of a view compares by.
pub(super) fn compared_by(exploration: &Exploration) -> Option<&str> {
    exploration.values(BY).next()
}

/// Returns the view with terms, compared by time or by a facet if that is given.
pub(super) fn comparison(terms: &[ComparedTerm], by: Option<&str>) -> Exploration {
    let mut trends = Exploration::from(ExplorationKind::Trends);
    for term in terms {
        trends = trends.with(TERM, term.text());
    }
    by.into_iter().fold(trends, |trends, by| trends.with(BY, by))
}

/// Returns the facet with a key.
pub(super) fn facet_named(library: &Library, key: &str) -> Option<Facet> {
    Facet::from_key(key, library.custom_facets())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::route::Route;

    fn terms(search: &str) -> Vec<String> {
        let route = fixture::library().route("trends/", search);
        let Route::Explore { exploration, .. } = route else { return Vec::new() };
        terms_of(&exploration).iter().map(|term| term.text().to_owned()).collect()
    }

    #[test]
    fn addresses_name_up_to_five_terms() {
        assert_eq!(terms(""), [""; 0]);
        assert_eq!(terms("term=ferry&q=storm&term=+boat+"), ["ferry", "boat"]);
        assert_eq!(terms("term=a&term=b&term=a&term=c&term=d&term=e&term=f").len(), MAX_TERMS);
        assert_eq!(terms("term=&term=+&term=...&term=%22"), [""; 0]);
    }

    #[test]
    fn several_words_are_a_phrase() {
        assert_eq!(terms("term=interest+rate"), ["\"interest rate\""]);
        assert_eq!(terms("term=%22interest+rate"), ["\"interest rate\""]);
        assert_eq!(terms("term=rate+OR+price"), ["rate OR price"]);
        assert_eq!(terms("term=%E5%81%9C%E6%88%98%E8%B0%88"), ["\"停战谈\""]);
    }

    #[test]
    fn an_entity_is_shown_by_its_name() {
        let check = |term: Option<ComparedTerm>, text: &str, label: &str| {
            let term = term.unwrap();
            assert_eq!((term.text(), &*term.label()), (text, label));
        };
        check(ComparedTerm::of_value(Facet::Person, "Ada Berg"), "person:\"Ada Berg\"", "Ada Berg");
        check(
            ComparedTerm::of_value(Facet::Person, "Ada “A” Berg"),
            "person:\"Ada A Berg\"",
            "Ada A Berg",
        );
        check(ComparedTerm::parse("place:Norden"), "place:\"Norden\"", "Norden");
        check(ComparedTerm::parse("title:ferry"), "title:ferry", "title:ferry");
        check(ComparedTerm::parse("ferry"), "ferry", "ferry");
    }

    #[test]
    fn a_comparison_has_one_address() {
        let terms: Vec<ComparedTerm> =
            ["ferry", "air freight"].into_iter().filter_map(ComparedTerm::parse).collect();
        let exploration = comparison(&terms, Some("section"));
        assert_eq!(terms_of(&exploration), terms);
        assert_eq!(compared_by(&exploration), Some("section"));
        let route = Route::Explore { exploration, view: Default::default() };
        assert_eq!(route.href(), "./trends/?term=ferry&term=%22air+freight%22&by=section");
    }
}
