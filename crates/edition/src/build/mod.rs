//! Puts an edition together from a parsed corpus. Native only.
//!
//! The same corpus and site give the same bytes, on every machine and every time.

mod index;
mod insight;
mod slug;
mod writer;

use crate::{Edition, OpenError};
use cuttings_corpus::{Article, Corpus, Site};
use insight::Insights;
pub use insight::{documents, settings};
use slug::Slugs;
use std::fmt;
use unicode_segmentation::UnicodeSegmentation;
use writer::Writer;

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
            BuildError::TooLarge => {
                "the seeds are more than 4 GiB: split them into several editions"
            }
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

/// Builds the edition of `corpus`: its articles in their order, then its teasers.
///
/// # Errors
/// [`BuildError::NoArticle`] if the corpus has no article, [`BuildError::TooLarge`] if its texts exceed what the format
/// can address.
pub fn build(corpus: &Corpus, site: &Site) -> Result<Vec<u8>, BuildError> {
    if corpus.articles.is_empty() {
        return Err(BuildError::NoArticle);
    }
    let mut writer = Writer::default();
    for text in [&site.title, site.description.as_deref().unwrap_or_default(), &site.language] {
        writer.site(text)?;
    }
    let mut slugs = Slugs::default();
    let word_counts: Vec<u32> = corpus.articles.iter().map(word_count).collect();
    for (article, words) in corpus.articles.iter().zip(&word_counts) {
        writer.article(article, &slugs.take(&article.title), *words)?;
    }
    for teaser in &corpus.teasers {
        writer.teaser(teaser)?;
    }
    let insights = Insights::of(corpus, site);
    let index = index::build(corpus, site, &word_counts, &insights.names);
    let lists = insights.lists(corpus, &index, &mut writer)?;
    let bytes = writer.finish(&index.bytes, &lists)?;
    Edition::open(&bytes).map_err(BuildError::Unreadable)?;
    Ok(bytes)
}

/// Counts the words of an article's body by UAX 29. In scripts written without spaces each ideograph or syllable counts as
/// one word.
fn word_count(article: &Article) -> u32 {
    article.body.iter().map(|block| block.text().unicode_words().count() as u32).sum()
}
