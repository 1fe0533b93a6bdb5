//! Builds an [edition](cuttings_edition) from a parsed corpus: its texts, its search index, and
//! what `cuttings-insight` reads out of the texts.
//!
//! The same corpus and site give the same bytes, on every machine and every time.
//!
//! ```
//! use cuttings_corpus::{Site, parse};
//! use cuttings_diagnostics::SourceFile;
//! use cuttings_edition::Edition;
//! use cuttings_edition_builder::build;
//!
//! let seed = SourceFile {
//!     name: "a.txt",
//!     bytes: b"Rivers\nThe river rose\nIt rained for a week, and the bridge was under water.",
//! };
//! let bytes = build(&parse(&[seed]), &Site::default())?;
//! let edition = Edition::open(&bytes)?;
//! assert_eq!(edition.items().next().map(|item| item.title()), Some("The river rose"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it does not do
//! It reads no files and prints nothing. None of it is in the page: it runs natively at build time,
//! and in a worker if readers import files of their own.

mod ascii;
mod assets;
mod error;
mod forms;
mod index;
mod insight;
mod lists;
mod metadata;
mod shared_metadata;
mod slug;
mod split;
mod texts;
mod writer;

pub use cuttings_insight::data as names_data;
pub use error::BuildError;
pub use insight::{documents, settings};
pub use slug::Slugs;
pub use split::{Outline, PartSizes, bodies_have_copies, split};

use cuttings_corpus::{Article, Corpus, Site};
use cuttings_edition::Edition;
use cuttings_edition::layout::SiteText;
use cuttings_memory::{Input, Memory, remembered};
use insight::Insights;
use rayon::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use writer::Writer;

/// An edition, and what is needed to [split](split()) it.
#[derive(Clone, Debug)]
pub struct BuiltEdition {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The places where items begin and end.
    pub outline: Outline,
}

/// Builds the edition of `corpus`: its articles in their order, then its teasers.
///
/// # Errors
/// [`BuildError::NoArticle`] if the corpus has no article, [`BuildError::TooLarge`] if its texts
/// exceed what the format can address.
pub fn build(corpus: &Corpus, site: &Site) -> Result<Vec<u8>, BuildError> {
    build_with_outline(corpus, site).map(|built| built.bytes)
}

/// Builds an edition that may be [split](split()) into parts.
///
/// # Errors
/// Those of [`build`].
pub fn build_with_outline(corpus: &Corpus, site: &Site) -> Result<BuiltEdition, BuildError> {
    build_with_memory(corpus.clone(), site, None)
}

/// Does the same with what earlier builds have found in the same articles, which makes no
/// difference to the edition.
///
/// # Errors
/// Those of [`build`].
pub fn build_with_memory(
    corpus: Corpus,
    site: &Site,
    memory: Option<&dyn Memory>,
) -> Result<BuiltEdition, BuildError> {
    let insights = Insights::of(&corpus, site, memory);
    build_from(corpus, site, insights, memory)
}

/// Builds an edition without entities, quotes, figures, summaries and related articles, which take
/// most of the time.
///
/// # Errors
/// Those of [`build`].
pub fn build_without_insights(corpus: Corpus, site: &Site) -> Result<BuiltEdition, BuildError> {
    let insights = Insights::none(corpus.articles.len() + corpus.teasers.len());
    build_from(corpus, site, insights, None)
}

fn build_from(
    mut corpus: Corpus,
    site: &Site,
    insights: Insights,
    memory: Option<&dyn Memory>,
) -> Result<BuiltEdition, BuildError> {
    if corpus.articles.is_empty() {
        return Err(BuildError::NoArticle);
    }
    let mut writer = Writer::default();
    writer.texts.reserve(index::text_bytes(&corpus));
    for which in SiteText::ALL {
        writer.add_site_text(match which {
            SiteText::Title => &site.title,
            SiteText::Description => site.description.as_deref().unwrap_or_default(),
            SiteText::Language => &site.language,
        })?;
    }
    for text in shared_metadata::texts(&corpus) {
        writer.add_common_text(text)?;
    }
    writer.end_common_texts();
    let mut slugs = Slugs::default();
    let word_counts: Vec<u32> =
        corpus.articles.par_iter().map(|it| word_count(it, memory)).collect();
    let fields = metadata::fields(&corpus, &site.facets);
    let organisations = insights.organisations();
    for (article, words) in corpus.articles.iter().zip(&word_counts) {
        let slug = slugs.take(article.slug.as_deref().unwrap_or(&article.title));
        writer.add_article(article, &slug, *words, &fields, &organisations)?;
        if word_counts.len() > MANY_ARTICLES {
            writer.forget_item_texts();
        }
    }
    for teaser in &corpus.teasers {
        writer.add_teaser(teaser)?;
    }
    // A body is written on one core, and needs nothing of the index.
    let (bodies, index) = rayon::join(
        || writer.add_bodies(&corpus.articles, index::is_large(&corpus)),
        || index::build(&corpus, site, &word_counts, &fields, &insights.names, memory),
    );
    bodies?;
    let links = metadata::links_section(&corpus);
    let bodies: Vec<_> =
        corpus.articles.iter_mut().map(|article| std::mem::take(&mut article.body)).collect();
    drop_elsewhere(bodies);
    let sections = insights.sections(&corpus, &index, &mut writer.texts)?;
    let fields = metadata::fields_section(&fields, &mut writer.texts)?;
    drop_elsewhere((insights, corpus));
    let (bytes, outline) = writer.finish(index.bytes, sections, fields, links)?;
    Edition::open(&bytes).map_err(BuildError::Unreadable)?;
    Ok(BuiltEdition { bytes, outline })
}

/// Frees values on another core. Freeing a million small texts takes as long as writing the
/// edition. With one thread, as in a browser, a spawned task would wait for the next parallel step
/// and keep its memory until then.
fn drop_elsewhere(values: impl Send + 'static) {
    if cfg!(target_family = "wasm") {
        drop(values);
    } else {
        rayon::spawn(move || drop(values));
    }
}

/// The number of articles above which their records are taken to be in several parts, so that each
/// has its own copy of what it shares with few others, such as the name of an author.
const MANY_ARTICLES: usize = 2000;

/// Counts the words of an article's body by UAX 29. In scripts written without spaces each
/// ideograph or syllable counts as one word.
fn word_count(article: &Article, memory: Option<&dyn Memory>) -> u32 {
    let texts = || article.body.iter().map(|block| block.text());
    let input = || texts().fold(Input::of("words"), |input, text| input.with(text.as_bytes()));
    let count = || texts().map(|text| text.unicode_words().count() as u32).sum();
    remembered(memory, input, count)
}
