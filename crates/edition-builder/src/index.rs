//! Builds the search index of an edition from its corpus: document *n* of the index is item *n* of
//! the edition.

use crate::articles::Articles;
use crate::insight::{Insights, entity_kind};
use crate::metadata;
use crate::slug::is_combining_mark;
use crate::survey::Survey;
use cuttings_corpus::{Article, Site, Source, Teaser};
use cuttings_edition::{EntityKind, Length, column, facet};
use cuttings_memory::{Input, Key, Memory, remembered_as};
use cuttings_search::{
    ColumnSpec, Document, FacetId, FacetSpec, Field, IndexBuilder, IndexedTexts, Language, Passage,
    Schema,
};
use rayon::prelude::*;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// The bytes of bodies from which on an edition is large.
const LARGE_BYTES: usize = 1_000_000;

/// The number of documents that are indexed together, on average, before their lists are merged
/// with others. An edit indexes a run again, on one core, and each run has its own list of terms.
const DOCUMENTS_PER_RUN: usize = 24;

/// The same for many documents, whose runs would list too many terms.
const DOCUMENTS_PER_LONG_RUN: usize = 96;

/// The number of documents from which on runs are long.
const MANY_DOCUMENTS: usize = 5000;

/// The most documents that are indexed together, as a multiple of the average.
const LONGEST_RUN: usize = 4;

/// Indexes the articles, then the teasers.
///
/// `survey` is that of the articles, `fields` are the custom fields, and `insights` has the
/// names in every document. What earlier builds have read in the same texts comes from `memory`.
pub(crate) fn build(
    articles: &impl Articles,
    teasers: &[Teaser],
    site: &Site,
    survey: &Survey,
    fields: &[metadata::Field],
    insights: &Insights,
    memory: Option<&dyn Memory>,
) -> IndexBuilder {
    debug_assert_eq!(
        (facet::SECTION, facet::KIND, facet::LENGTH),
        (FacetId(0), FacetId(1), FacetId(2))
    );
    debug_assert_eq!((column::TITLE.0, column::WORD_COUNT.0, column::DATE.0), (0, 1, 2));
    let schema = Schema {
        facets: ["section", "kind", "length"]
            .into_iter()
            .chain(EntityKind::ALL.map(EntityKind::name))
            .chain(["tag", "author", "source", "lang"])
            .chain(fields.iter().filter(|field| field.is_facet).map(|field| &*field.key))
            .map(FacetSpec::from)
            .collect(),
        columns: ["title", "words", "date"].map(|name| ColumnSpec { name }).into(),
    };
    let aliases = site.aliases.iter().map(|alias| vec![&alias.alias, &alias.name]);
    let mut builder = IndexBuilder::new(schema).aliases(aliases);
    // A search for two words would need dozens of bodies otherwise.
    let is_large = is_large(survey);
    if is_large {
        builder = builder.with_exact_positions();
    }
    let article_count = articles.count();
    let titles = survey.titles.iter().map(String::as_str);
    let titles: Vec<&str> =
        titles.chain(teasers.iter().map(|teaser| teaser.title.as_str())).collect();
    let ranks = title_ranks(&titles);
    let articles_of = |range: Range<usize>| {
        articles.read(range.start.min(article_count)..range.end.min(article_count))
    };
    let converter = Converter { teasers, site, survey, fields, insights, ranks: &ranks };
    // Only the memory needs keys.
    let numbers = if memory.is_some() { 0..titles.len() } else { 0..0 };
    let key = |number| {
        let article = articles_of(number..number + 1);
        Some(texts_key(&converter.document(number, article.first())?))
    };
    let keys: Vec<Key> = numbers.into_par_iter().filter_map(key).collect();
    let runs = match memory {
        Some(_) => runs(&keys),
        None => equal_runs(titles.len()),
    };
    let runs = runs.par_iter().map(|range| {
        let articles = articles_of(range.clone());
        let numbers = range.clone().zip(articles.iter().map(Some).chain(std::iter::repeat(None)));
        let documents: Vec<Document<'_>> =
            numbers.filter_map(|(number, article)| converter.document(number, article)).collect();
        let input = || {
            let mut input = Input::of("indexed texts").with(&[u8::from(is_large)]);
            let keys = keys.get(range.clone()).unwrap_or_default();
            keys.iter().for_each(|key| input.add(&key.0.to_le_bytes()));
            input
        };
        let texts = remembered_as(
            memory,
            input,
            || builder.index_texts(&documents),
            |texts| Some(texts.to_bytes()),
            |bytes| IndexedTexts::from_bytes(bytes, documents.len()),
        );
        let mut run = builder.for_run();
        run.add_indexed(&documents, texts);
        run
    });
    let all = runs.reduce(
        || builder.for_run(),
        |mut run, next| {
            run.append(next);
            run.compact();
            run
        },
    );
    builder.append(all);
    builder
}

/// Converts items to documents.
struct Converter<'c> {
    teasers: &'c [Teaser],
    site: &'c Site,
    survey: &'c Survey,
    fields: &'c [metadata::Field],
    insights: &'c Insights,
    /// The rank of each title.
    ranks: &'c [u32],
}

impl Converter<'_> {
    /// Returns the document of an item. An article is given, a teaser is not.
    fn document<'a>(&'a self, number: usize, article: Option<&'a Article>) -> Option<Document<'a>> {
        let article = article.zip(self.survey.word_counts.get(number));
        let (language, passages, mut facets, words, date) = match article {
            Some((article, words)) => (
                article.language.as_deref(),
                passages(article),
                facets_of(article, *words, self.fields),
                *words,
                article.date.as_ref().map_or(0, metadata::day_number),
            ),
            None => {
                let teaser = self.teasers.get(number.checked_sub(self.survey.titles.len())?)?;
                let passages = vec![
                    Passage { field: Field::Title, text: &teaser.title },
                    Passage { field: Field::Metadata, text: &teaser.section },
                ];
                let facets =
                    vec![(facet::SECTION, teaser.section.as_str()), (facet::KIND, "teaser")];
                (None, passages, facets, 0, 0)
            }
        };
        let names = self.insights.names_in(number);
        facets.extend(names.map(|(kind, name)| (entity_kind(kind).facet(), name)));
        let language = language.unwrap_or(self.site.language.as_str());
        facets.push((facet::LANGUAGE, language));
        Some(Document {
            language: Language::from_tag(language),
            passages,
            facets,
            // A teaser is the shortest item, not one of unknown length.
            columns: vec![*self.ranks.get(number)?, words + 1, date],
        })
    }
}

/// Lists the values of an article in each facet, apart from names and the language.
fn facets_of<'a>(
    article: &'a Article,
    words: u32,
    fields: &[metadata::Field],
) -> Vec<(FacetId, &'a str)> {
    let mut facets = vec![
        (facet::SECTION, article.section.as_str()),
        (facet::KIND, "article"),
        (facet::LENGTH, Length::from_word_count(words).name()),
    ];
    facets.extend(article.tags.iter().map(|tag| (facet::TAG, tag.as_str())));
    facets.extend(article.authors.iter().map(|author| (facet::AUTHOR, author.name.as_str())));
    let source = article.source.as_ref().and_then(publication);
    facets.extend(source.map(|source| (facet::SOURCE, source)));
    for custom in &article.custom {
        let facet = fields.iter().position(|field| field.is_facet && field.key == custom.key);
        let facet = facet.and_then(|number| facet::FIRST_CUSTOM.0.checked_add(number as u8));
        facets.extend(facet.into_iter().flat_map(|facet| {
            custom.values.iter().map(move |value| (FacetId(facet), value.as_str()))
        }));
    }
    facets
}

/// Returns a hash of all that the index reads in the texts of a document.
fn texts_key(document: &Document<'_>) -> Key {
    let mut input = Input::of("texts of a document").with(&[document.language as u8]);
    for Passage { field, text } in &document.passages {
        input.add(&[*field as u8]);
        input.add(text.as_bytes());
    }
    input.key()
}

/// Divides documents into runs of the same length.
fn equal_runs(documents: usize) -> Vec<Range<usize>> {
    let length = DOCUMENTS_PER_LONG_RUN;
    (0..documents).step_by(length).map(|start| start..documents.min(start + length)).collect()
}

/// Divides documents into runs that are indexed together. Their texts say where a run ends, so that
/// an article that is added or removed moves no other run.
fn runs(keys: &[Key]) -> Vec<Range<usize>> {
    let is_long = keys.len() >= MANY_DOCUMENTS;
    let average = if is_long { DOCUMENTS_PER_LONG_RUN } else { DOCUMENTS_PER_RUN };
    let mut runs = Vec::new();
    let mut start = 0;
    for (end, key) in (1..).zip(keys) {
        let is_end = key.0.is_multiple_of(average as u128);
        if is_end || end - start == LONGEST_RUN * average || end == keys.len() {
            runs.push(start..end);
            start = end;
        }
    }
    runs
}

/// Returns whether an edition is large enough to be published in parts.
pub(crate) fn is_large(survey: &Survey) -> bool {
    survey.text_bytes >= LARGE_BYTES
}

/// Returns the name of the publication, or else the host of the original's address, as readers see
/// it.
fn publication(source: &Source) -> Option<&str> {
    let host = || {
        let (_, rest) = source.url.as_deref()?.split_once("://")?;
        let place = rest.split(['/', '?', '#']).next()?;
        let host = place.rsplit('@').next()?;
        Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
    };
    source.name.as_deref().or_else(host)
}

/// Lists the texts of an article in the order in which
/// [`Edition::searcher`](cuttings_edition::Edition::searcher) hands them to the search.
fn passages(article: &Article) -> Vec<Passage<'_>> {
    let mut passages = vec![Passage { field: Field::Title, text: &article.title }];
    passages.extend(
        article.standfirst.as_deref().map(|text| Passage { field: Field::Standfirst, text }),
    );
    passages.extend(article.body.iter().map(|block| {
        let field = if block.is_heading() { Field::Heading } else { Field::Body };
        Passage { field, text: &block.text }
    }));
    let source = article.source.iter().filter_map(|source| source.name.as_deref());
    let metadata = [article.section.as_str()]
        .into_iter()
        .chain(article.authors.iter().map(|author| author.name.as_str()))
        .chain(source)
        .chain(article.tags.iter().map(String::as_str));
    passages.extend(metadata.map(|text| Passage { field: Field::Metadata, text }));
    passages
}

/// Returns each title's rank in alphabetical order, word by word, from 1.
///
/// Case, diacritics and the punctuation within a word do not count. Equal titles keep their order.
fn title_ranks(titles: &[&str]) -> Vec<u32> {
    let mut order: Vec<(String, usize)> =
        titles.par_iter().enumerate().map(|(number, title)| (sort_key(title), number)).collect();
    order.par_sort_unstable();
    let mut ranks = vec![0; order.len()];
    for (rank, (_, title)) in order.into_iter().enumerate() {
        ranks[title] = rank as u32 + 1;
    }
    ranks
}

/// Returns the words of a title in lower case and without diacritics. Between them is a character
/// that sorts before all others.
fn sort_key(title: &str) -> String {
    // "U.S." and "Russia's" are one word each; a hyphen separates two.
    let joined: String = title.nfkd().filter(|c| !matches!(c, '.' | '\'' | '’')).collect();
    let words = joined
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty());
    let mut key = String::with_capacity(joined.len());
    for (number, word) in words.enumerate() {
        if number > 0 {
            key.push('\0');
        }
        key.extend(word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorts titles by their ranks.
    fn check(titles: &[&str], expected: &[&str]) {
        let mut sorted: Vec<(u32, &str)> =
            title_ranks(titles).into_iter().zip(titles.iter().copied()).collect();
        sorted.sort_unstable();
        assert_eq!(sorted.into_iter().map(|(_, title)| title).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn titles_sort_word_by_word() {
        check(
            &["US Voting", "U.S.-China Rivalry", "Users"],
            &["U.S.-China Rivalry", "US Voting", "Users"],
        );
        check(&["élan", "Eland", "“Elan” again"], &["élan", "“Elan” again", "Eland"]);
        check(&["b", "", "A", "a"], &["", "A", "a", "b"]);
    }
}
