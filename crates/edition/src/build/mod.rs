//! Puts an edition together from a parsed corpus. Native only.
//!
//! The same corpus and site give the same bytes, on every machine and every time.

mod insight;
mod slug;
mod writer;

use crate::layout::{self, ItemNumber, ItemText, Part, Records};
use crate::{Edition, EntityKind, Item, ItemId, Length, OpenError, column, facet};
use cuttings_corpus::{Corpus, Site};
use cuttings_insight::Names;
use cuttings_search::{
    BuiltIndex, ColumnSpec, Document, FacetId, FacetSpec, IndexBuilder, Language, Passage, Schema,
};
use insight::Findings;
pub use insight::{documents, settings};
use slug::{Slugs, is_mark};
use std::collections::BTreeMap;
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use writer::{AllRuns, Writer};

/// Why a corpus could not be made an edition.
#[derive(Debug)]
pub enum BuildError {
    /// The corpus holds no article.
    NoArticle,
    /// The texts are more than the format can address (4 GiB).
    TooLarge,
    /// What was written cannot be read again: a defect of this crate.
    Unreadable(OpenError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BuildError::NoArticle => {
                "there is no article in the seeds: put a .txt or .md file with one into the folder"
            }
            BuildError::TooLarge => "the seeds are more than 4 GiB: split them into several editions",
            BuildError::Unreadable(_) => {
                "the edition that was built cannot be opened; this is a defect of the program"
            }
        })
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            BuildError::Unreadable(cause) => Some(cause),
            BuildError::NoArticle | BuildError::TooLarge => None,
        }
    }
}

/// Puts together the edition of `corpus`: its articles in their order, then its teasers.
///
/// # Errors
/// If there is no article, or more text than the format can address.
pub fn build(corpus: &Corpus, site: &Site) -> Result<Vec<u8>, BuildError> {
    if corpus.articles.is_empty() {
        return Err(BuildError::NoArticle);
    }
    let mut writer = Writer::default();
    for text in [&site.title, site.description.as_deref().unwrap_or_default(), &site.language] {
        writer.site(text)?;
    }
    let mut slugs = Slugs::default();
    for article in &corpus.articles {
        let slug = slugs.take(&article.title);
        let words = article.body.iter().map(|block| words(block.text())).sum();
        writer.article(article, &slug, words)?;
    }
    for teaser in &corpus.teasers {
        writer.teaser(teaser)?;
    }
    let found = Findings::of(corpus, site);
    let without_index = writer.finish(&[], &AllRuns::default())?;
    // The index is built from the edition itself, so that what is found is what will be shown.
    let records = Records::open(&without_index).map_err(BuildError::Unreadable)?;
    let index = index(records, site, &found.names);
    let runs = found.runs(records, &index, &mut writer)?;
    let bytes = writer.finish(&index.bytes, &runs)?;
    Edition::open(&bytes).map_err(BuildError::Unreadable)?;
    Ok(bytes)
}

/// The search index over an edition's items: document *n* is item *n*.
fn index(records: Records<'_>, site: &Site, names: &Names) -> BuiltIndex {
    let items: Vec<Item<'_>> =
        (0..records.count(Part::Items)).map(|number| Item::read(records, ItemId(number as u32))).collect();
    let schema = Schema {
        facets: ["section", "kind", "length"]
            .into_iter()
            .chain(EntityKind::ALL.map(EntityKind::name))
            .map(|name| FacetSpec { name })
            .collect(),
        columns: ["title", "words"].map(|name| ColumnSpec { name }).into(),
    };
    debug_assert_eq!((facet::SECTION, facet::KIND, facet::LENGTH), (FacetId(0), FacetId(1), FacetId(2)));
    debug_assert_eq!((column::TITLE.0, column::WORDS.0), (0, 1));
    let aliases = site.aliases.iter().map(|alias| vec![&alias.alias, &alias.name]);
    let mut builder = IndexBuilder::new(schema).aliases(aliases);
    for ((item, title_rank), mentions) in items.iter().zip(title_ranks(&items)).zip(&names.mentions) {
        let mut passages: Vec<Passage<'_>> = Vec::new();
        item.passages(&mut |passage| passages.push(passage));
        let mut facets = vec![(facet::SECTION, item.section())];
        let mut words = 0;
        match item {
            Item::Article(article) => {
                facets
                    .extend([(facet::KIND, "article"), (facet::LENGTH, Length::of(article.words()).name())]);
                words = article.words();
            }
            Item::Teaser(_) => facets.push((facet::KIND, "teaser")),
        }
        let entities = mentions.iter().filter_map(|mention| names.entities.get(mention.entity.0 as usize));
        facets.extend(entities.map(|entity| (insight::kind(entity.kind).facet(), entity.name.as_str())));
        let language = Language::from_tag(item.language().unwrap_or(records.site(layout::SITE_LANGUAGE)));
        builder.add(&Document { language, passages, facets, columns: vec![title_rank, words] });
    }
    builder.finish()
}

/// Each item's place when all are sorted by title, word by word as a reader would: case, diacritics and the marks within a
/// word do not count. Items with the same title keep their order.
fn title_ranks(items: &[Item<'_>]) -> Vec<u32> {
    let key = |item: &Item<'_>| -> Vec<String> {
        // "U.S." and "Russia's" are one word each; a hyphen parts two.
        let spelled: String = item.title().nfkd().filter(|c| !matches!(c, '.' | '\'' | '’')).collect();
        let word =
            |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        spelled
            .split(|c: char| !c.is_alphanumeric() && !is_mark(c))
            .filter(|part| !part.is_empty())
            .map(word)
            .collect()
    };
    let mut order: Vec<(Vec<String>, usize)> = items.iter().map(key).zip(0..).collect();
    order.sort();
    let mut ranks = vec![0; order.len()];
    for (rank, (_, item)) in order.into_iter().enumerate() {
        ranks[item] = rank as u32;
    }
    ranks
}

/// How many words a text has, by UAX 29; in scripts written without spaces each ideograph or syllable counts as one.
fn words(text: &str) -> u32 {
    text.unicode_words().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::Teaser;
    use cuttings_diagnostics::Origin;

    /// Sorts titles as the index does.
    fn check(titles: &[&str], expected: &[&str]) {
        let mut writer = Writer::default();
        for title in titles {
            let origin = Origin::new("a.txt", 1);
            let (section, age) = ("Any".into(), "now".into());
            writer.teaser(&Teaser { section, age, title: (*title).into(), origin }).unwrap();
        }
        let bytes = writer.finish(&[], &AllRuns::default()).unwrap();
        let records = Records::open(&bytes).unwrap();
        let items: Vec<Item<'_>> = (0..titles.len()).map(|n| Item::read(records, ItemId(n as u32))).collect();
        let mut sorted: Vec<(u32, &str)> =
            title_ranks(&items).into_iter().zip(titles.iter().copied()).collect();
        sorted.sort_unstable();
        assert_eq!(sorted.into_iter().map(|(_, title)| title).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn titles_are_sorted_word_by_word() {
        check(&["US Voting", "U.S.-China Rivalry", "Users"], &["U.S.-China Rivalry", "US Voting", "Users"]);
        check(&["élan", "Eland", "“Elan” again"], &["élan", "“Elan” again", "Eland"]);
        check(&["b", "", "A", "a"], &["", "A", "a", "b"]);
    }
}
