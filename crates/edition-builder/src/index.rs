//! Builds the search index of an edition from its corpus: document *n* of the index is item *n* of
//! the edition.

use crate::insight::entity_kind;
use crate::metadata;
use crate::slug::is_combining_mark;
use cuttings_corpus::{Article, Corpus, Site, Source};
use cuttings_edition::{EntityKind, Length, column, facet};
use cuttings_insight::Names;
use cuttings_search::{
    BuiltIndex, ColumnSpec, Document, FacetId, FacetSpec, Field, IndexBuilder, Language, Passage,
    Schema,
};
use unicode_normalization::UnicodeNormalization;

/// From this many bytes of bodies on, the index stores exact positions: such an edition is
/// published in parts, and a search for two words would otherwise need dozens of bodies.
const EXACT_POSITIONS_BYTES: usize = 1_000_000;

/// Indexes the articles, then the teasers.
///
/// `word_counts` has a number for each article, `fields` are the custom fields, and `names` has the
/// mentions of every document.
pub(crate) fn build(
    corpus: &Corpus,
    site: &Site,
    word_counts: &[u32],
    fields: &[metadata::Field],
    names: &Names,
) -> BuiltIndex {
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
    let blocks = corpus.articles.iter().flat_map(|article| &article.body);
    if blocks.map(|block| block.text.len()).sum::<usize>() >= EXACT_POSITIONS_BYTES {
        builder = builder.with_exact_positions();
    }
    let titles: Vec<&str> = corpus
        .articles
        .iter()
        .map(|article| article.title.as_str())
        .chain(corpus.teasers.iter().map(|teaser| teaser.title.as_str()))
        .collect();
    let mut per_document = title_ranks(&titles).into_iter().zip(&names.mentions);
    let mut add = |language: Option<_>, passages, mut facets: Vec<(FacetId, _)>, words, date| {
        let Some((title_rank, mentions)) = per_document.next() else { return };
        let entities =
            mentions.iter().filter_map(|mention| names.entities.get(mention.entity.0 as usize));
        facets.extend(
            entities.map(|entity| (entity_kind(entity.kind).facet(), entity.name.as_str())),
        );
        let language = language.unwrap_or(site.language.as_str());
        facets.push((facet::LANGUAGE, language));
        builder.add(&Document {
            language: Language::from_tag(language),
            passages,
            facets,
            // A teaser is the shortest item, not one of unknown length.
            columns: vec![title_rank, words + 1, date],
        });
    };
    for (article, &words) in corpus.articles.iter().zip(word_counts) {
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
        let date = article.date.as_ref().map_or(0, metadata::day_number);
        add(article.language.as_deref(), passages(article), facets, words, date);
    }
    for teaser in &corpus.teasers {
        let facets = vec![(facet::SECTION, teaser.section.as_str()), (facet::KIND, "teaser")];
        let passages = vec![
            Passage { field: Field::Title, text: &teaser.title },
            Passage { field: Field::Metadata, text: &teaser.section },
        ];
        add(None, passages, facets, 0, 0);
    }
    builder.finish()
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
    let mut order: Vec<(Vec<String>, usize)> =
        titles.iter().map(|title| sort_key(title)).zip(0..).collect();
    order.sort();
    let mut ranks = vec![0; order.len()];
    for (rank, (_, title)) in order.into_iter().enumerate() {
        ranks[title] = rank as u32 + 1;
    }
    ranks
}

/// Returns the words of a title in lower case and without diacritics.
fn sort_key(title: &str) -> Vec<String> {
    // "U.S." and "Russia's" are one word each; a hyphen separates two.
    let joined: String = title.nfkd().filter(|c| !matches!(c, '.' | '\'' | '’')).collect();
    let word = |word: &str| {
        word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    joined
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(word)
        .collect()
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
