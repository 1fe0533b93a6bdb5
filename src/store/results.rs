//! What there is to show for a view of an edition: the one place where the page asks the search core.

use super::counts::FacetCounts;
use super::facet::Facet;
use super::library::Library;
use super::view::{Filter, Sort, View};
use cuttings_edition::{Article, Block, Item, ItemId, column};
use cuttings_search::{
    self as search, Field, Highlighter, Highlights, Interpretation, Operator, Order, Passage, Request,
};
use std::ops::Range;
use std::rc::Rc;

/// The results of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The first of the items that match, best first or in the order that the view asks for.
    pub items: Rc<[ItemId]>,
    /// How many items match.
    pub total: usize,
    /// How many items there are.
    pub of: usize,
    /// The facets of the edition, with what choosing each value would give.
    pub facets: Rc<[FacetCounts]>,
    /// What was searched for, if not what was typed.
    pub note: Note,
    /// Another spelling that would find more.
    pub suggestion: Option<String>,
    /// What marks what was searched for.
    pub marker: Marker,
}

/// What was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// What was typed.
    AsTyped,
    /// Nothing has all of the words; these have some.
    Partial {
        /// Those that nothing has.
        missing: Vec<String>,
    },
    /// Nothing has a word as it was typed; this was searched for instead.
    Corrected(String),
}

impl Results {
    /// The results of `view`, at most `limit` of them.
    pub fn of(library: &Library, view: &View, limit: usize) -> Results {
        let index = library.index();
        let query = search::Query::parse(view.query.as_str());
        let filters: Vec<search::Filter> = Facet::ALL
            .into_iter()
            .filter_map(|facet| {
                let id = index.facet_named(facet.key())?;
                let values = view.filters.iter().filter(|filter| filter.facet == facet);
                let values: Vec<_> =
                    values.filter_map(|filter| index.facet(id)?.value_labelled(&filter.value)).collect();
                (!values.is_empty()).then_some(search::Filter { facet: id, values })
            })
            .collect();
        let order = match view.sort {
            Sort::Relevance => Order::Relevance,
            Sort::SeedOrder => Order::Document,
            Sort::Title => Order::Ascending(column::TITLE),
            Sort::Longest => Order::Descending(column::WORD_COUNT),
            Sort::Shortest => Order::Ascending(column::WORD_COUNT),
        };
        let outcome = library.search(&Request { filters: &filters, order, limit, ..Request::new(&query) });
        let facets = Facet::ALL.into_iter().filter_map(|facet| {
            let id = index.facet_named(facet.key())?;
            // One without values, such as weapons where nobody names any, is no choice.
            let counts = outcome.facets.get(usize::from(id.0)).filter(|counts| !counts.is_empty())?;
            let chosen = filters.iter().find(|filter| filter.facet == id);
            let chosen = chosen.map_or(Vec::new(), |filter| filter.values.clone());
            Some(FacetCounts { facet, id, counts: counts.clone(), chosen })
        });
        Results {
            items: outcome.hits.iter().map(|hit| ItemId(hit.doc.0)).collect(),
            total: outcome.total as usize,
            of: library.len(),
            facets: facets.collect(),
            note: match &outcome.interpretation {
                Interpretation::AsTyped => Note::AsTyped,
                Interpretation::Partial { missing } => Note::Partial { missing: missing.clone() },
                Interpretation::Corrected { query } => Note::Corrected(query.clone()),
            },
            suggestion: outcome.suggestion.clone(),
            marker: Marker(Rc::new(Highlighter::new(index, &outcome))),
        }
    }
}

impl Results {
    /// The articles before and after this one among these; none if it is not one of them.
    pub fn neighbours(&self, library: &Library, article: ItemId) -> [Option<Article<'static>>; 2] {
        let mut around = self.items.splitn(2, |&item| item == article);
        let (Some(before), Some(after)) = (around.next(), around.next()) else { return [None, None] };
        let article = |&item: &ItemId| match library.item(item)? {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        };
        [before.iter().rev().find_map(article), after.iter().find_map(article)]
    }

    /// For each filter that is on, how many items there would be without it; those that would still leave none are left
    /// out.
    pub fn without_each(library: &Library, view: &View) -> Vec<(Filter, usize)> {
        let left = |filter: &Filter| {
            let mut view = view.clone();
            view.filters.remove(filter);
            let total = Results::of(library, &view, 0).total;
            (total > 0).then(|| (filter.clone(), total))
        };
        view.filters.iter().filter_map(left).collect()
    }
}

/// What marks in a text what was searched for. Cheap to clone, and to compare: equal if it is the same one.
#[derive(Clone, Debug)]
pub struct Marker(Rc<Highlighter>);

impl Marker {
    /// Where in `text`, a passage of this field, there is something that was searched for.
    pub fn marks(&self, field: Field, text: &str) -> Vec<Range<usize>> {
        self.0.ranges(text, field)
    }

    /// An article, and where in it there is something that was searched for: its title first.
    pub fn read(&self, article: &Article<'static>) -> Highlights<'static> {
        let passage = |field, text| Passage { field, text };
        let standfirst = article.standfirst().map(|text| passage(Field::Standfirst, text));
        let blocks = article.blocks().map(|block| match block {
            Block::Heading(text) => passage(Field::Heading, text),
            Block::Paragraph(text) => passage(Field::Body, text),
        });
        self.0.highlight([passage(Field::Title, article.title())].into_iter().chain(standfirst).chain(blocks))
    }
}

impl PartialEq for Marker {
    fn eq(&self, other: &Marker) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Where in an article the hits are, and what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The article's text, in equal stretches.
    pub stretches: [Stretch; Hits::STRETCHES],
    /// What was found, each with where and how often, in reading order.
    pub words: Vec<(&'static str, &'static str, u32)>,
}

/// A stretch of an article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The number of the first block in it with a hit, from 1; 0 if there is none.
    pub first: u32,
    /// How many hits there are in it.
    pub hits: u32,
}

impl Hits {
    /// How many stretches there are: as many as a finger can tell apart on a narrow card.
    pub const STRETCHES: usize = 10;

    /// Where they are in an article that was read.
    pub fn of(findings: &Highlights<'static>) -> Hits {
        let mut hits = Hits::default();
        let is_block = |field| matches!(field, Field::Heading | Field::Body);
        let blocks = findings.passages().filter(|(passage, _)| is_block(passage.field)).count();
        let mut place = 0;
        for (Passage { field, text }, marks) in findings.passages() {
            if is_block(field) {
                if let Some(stretch) = hits.stretches.get_mut(place * Hits::STRETCHES / blocks)
                    && !marks.is_empty()
                {
                    stretch.first = if stretch.first == 0 { place as u32 + 1 } else { stretch.first };
                    stretch.hits += marks.len() as u32;
                }
                place += 1;
            }
            let name = match field {
                Field::Title => msg!("in-title"),
                Field::Standfirst => msg!("in-standfirst"),
                Field::Heading => msg!("in-headings"),
                Field::Body => msg!("in-text"),
            };
            hits.count(name, text, &marks);
        }
        hits
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many there are.
    pub fn total(&self) -> u32 {
        self.words.iter().map(|(_, _, count)| count).sum()
    }

    /// What was found where, in words: "title: Kyiv; text: Kyiv 5 times".
    pub fn explained(&self) -> String {
        let mut out = String::new();
        let mut before = "";
        for (name, word, count) in &self.words {
            if *name == before {
                out.push_str(", ");
            } else {
                if !before.is_empty() {
                    out.push_str("; ");
                }
                out.push_str(&[name, ": "].concat());
                before = name;
            }
            out.push_str(&if *count > 1 {
                msg!("quoted-times", text = word, count = *count as usize)
            } else {
                msg!("quoted", text = word)
            });
        }
        out
    }

    fn count(&mut self, name: &'static str, text: &'static str, marks: &[Range<usize>]) {
        for mark in marks {
            let Some(word) = text.get(mark.clone()) else { continue };
            match self
                .words
                .iter_mut()
                .find(|(other, known, _)| *other == name && known.eq_ignore_ascii_case(word))
            {
                Some((_, _, count)) => *count += 1,
                None => {
                    let place = self.words.iter().rposition(|(other, ..)| *other == name);
                    self.words.insert(place.map_or(self.words.len(), |place| place + 1), (name, word, 1));
                }
            }
        }
    }
}

/// A piece of a text with what was searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The piece.
    pub text: &'a str,
    /// Where in it something is that was searched for.
    pub marks: Vec<Range<usize>>,
    /// Whether it begins within a sentence.
    pub cut_start: bool,
    /// Whether it ends within one.
    pub cut_end: bool,
}

impl<'a> Snippet<'a> {
    /// The piece of an article that a list shows: what best shows why it was found, at most about `letters` characters
    /// of it; the standfirst or the opening words if nothing in the text was searched for.
    pub fn of(findings: &Highlights<'a>, letters: usize) -> Snippet<'a> {
        let Some(found) = findings.snippet(letters) else { return Snippet::default() };
        let start = found.range.start;
        let text = findings.text(found.passage).and_then(|text| text.get(found.range));
        Snippet {
            text: text.unwrap_or_default(),
            marks: found.highlights.into_iter().map(|mark| mark.start - start..mark.end - start).collect(),
            cut_start: found.is_cut_at_start,
            cut_end: found.is_cut_at_end,
        }
    }
}

/// The articles whose titles have words in common with an address, the closest first; a few at most.
pub fn closest(library: &Library, address: &str) -> Rc<[Article<'static>]> {
    let words: String = address.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let query = search::Query::parse(&words);
    if query.is_empty() {
        return Rc::from([]);
    }
    let request = Request { operator: Operator::Or, limit: 10, ..Request::new(&query) };
    let hits = library.search(&request).hits;
    let articles = hits.iter().filter_map(|hit| match library.item(ItemId(hit.doc.0))? {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    });
    articles.take(3).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    fn results(search: &str) -> (Library, Results) {
        let library = fixture::library();
        let route = library.route("", search);
        let results = Results::of(&library, route.view().unwrap(), 60);
        (library, results)
    }

    /// The titles that a query string finds, in order.
    #[track_caller]
    fn check(search: &str, expected: &[&str]) {
        let (library, results) = results(search);
        let titles: Vec<&str> =
            results.items.iter().map(|&id| library.item(id).map_or("", |item| item.title())).collect();
        assert_eq!(titles, expected);
        assert_eq!((results.total, results.of), (expected.len(), 5));
    }

    const FERRY: &str = "Ferry returns to the northern route";
    const STORM: &str = "Storm <script>alert(1)</script> & after";
    const FAEHRE: &str = "Fähre nach Norden";
    const CALM: &str = "Calm days ahead";
    const MASTER: &str = "Harbour master to be elected";

    #[test]
    fn everything_comes_in_seed_order() {
        check("", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
        check("sort=seed", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
        check("sort=title", &[CALM, FAEHRE, FERRY, MASTER, STORM]);
        check("sort=longest&kind=article", &[FAEHRE, FERRY, STORM]);
        check("sort=shortest&kind=article", &[STORM, FERRY, FAEHRE]);
    }

    #[test]
    fn words_find_what_has_them() {
        check("q=ferry", &[FERRY, STORM]);
        check("q=fahr", &[FAEHRE]);
        check("q=ferry&sort=longest", &[FERRY, STORM]);
        check("q=zzzzzz", &[]);
    }

    #[test]
    fn filters_are_any_of_a_facet_and_all_facets() {
        check("section=Weather", &[STORM, CALM]);
        check("section=Weather&section=Elections", &[STORM, CALM, MASTER]);
        check("section=Weather&kind=teaser", &[CALM]);
        check("section=Nowhere&section=Weather", &[STORM, CALM]);
        check("section=Nowhere", &[FERRY, STORM, FAEHRE, CALM, MASTER]);
    }

    #[test]
    fn an_article_has_neighbours_among_the_results() {
        let around = |search: &str, slug: &str| {
            let (library, results) = results(search);
            let article = library.article(slug).unwrap().id();
            results.neighbours(&library, article).map(|article| article.map_or("", |article| article.title()))
        };
        let [ferry, faehre] = ["ferry-returns-to-the-northern-route", "fahre-nach-norden"];
        assert_eq!(around("", ferry), ["", STORM]);
        assert_eq!(around("", faehre), [STORM, ""]);
        assert_eq!(around("sort=title", ferry), [FAEHRE, STORM]);
        assert_eq!(around("section=Weather", ferry), ["", ""]);
    }

    #[test]
    fn hits_are_placed_and_explained() {
        let hits = |search: &str, slug: &str| {
            let (library, results) = results(search);
            let hits = Hits::of(&results.marker.read(&library.article(slug).unwrap()));
            let places = hits.stretches.map(|stretch| format!("{}:{}", stretch.first, stretch.hits));
            (hits.explained(), hits.total(), places.join(" ").replace("0:0", "-"))
        };
        let ferry = "ferry-returns-to-the-northern-route";
        assert_eq!(hits("", ferry), (String::new(), 0, "- - - - - - - - - -".to_owned()));
        assert_eq!(hits("q=ferry+costs", ferry), {
            let words = "in the title: “Ferry”; in the text: “ferry”, “costs”; in the headings: “costs”";
            (words.to_owned(), 4, "1:1 - - 2:1 - - 3:1 - - -".to_owned())
        });
        let (words, total, _) = hits("q=norden", "fahre-nach-norden");
        assert_eq!((&words[..], total), ("in the title: “Norden”; in the text: “Norden” 100 times", 101));
    }

    #[test]
    fn a_list_shows_the_best_of_the_text() {
        let show = |search: &str, slug: &str| {
            let (library, results) = results(search);
            let snippet = Snippet::of(&results.marker.read(&library.article(slug).unwrap()), 100);
            let marked: Vec<&str> = snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect();
            (snippet.text.to_owned(), marked.join("|"))
        };
        let slug = "ferry-returns-to-the-northern-route";
        assert_eq!(show("", slug), ("The first boat left at dawn".to_owned(), String::new()));
        assert_eq!(show("q=bicycle+costs", slug), {
            (
                "A passage costs twelve crowns; a bicycle goes for nothing.".to_owned(),
                "costs|bicycle".to_owned(),
            )
        });
    }
}
