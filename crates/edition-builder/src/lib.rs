//! Builds an [edition](cuttings_edition) from a parsed corpus: its texts, its search index, and
//! what `cuttings-insight` and `cuttings-stories` read out of the texts.
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

mod articles;
mod ascii;
mod assets;
mod error;
mod forms;
mod index;
mod insight;
mod lists;
mod metadata;
mod output;
mod packed_lists;
mod shared_metadata;
mod slug;
mod split;
mod stories;
mod survey;
mod texts;
mod writer;

pub use articles::Articles;
pub use cuttings_insight::data as names_data;
pub use error::BuildError;
pub use insight::{documents, settings};
pub use output::{Output, OutputError};
pub use slug::Slugs;
pub use split::{LARGEST_WHOLE, Outline, PartSizes, bodies_have_copies, split, split_in_place};
pub use stories::stories_of;

use articles::{drop_elsewhere, ranges};
use cuttings_corpus::{Corpus, Site, Teaser};
use cuttings_edition::Edition;
use cuttings_edition::layout::{HEADER_BYTES, SiteText};
use cuttings_memory::Memory;
use insight::Insights;
use survey::Survey;
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
    let Corpus { articles, teasers, .. } = corpus;
    let insights = Insights::of(&articles, &teasers, site, memory);
    let mut bytes = Vec::new();
    let outline = write_from(articles, &teasers, site, insights, memory, &mut bytes)?;
    Edition::open(&bytes).map_err(BuildError::Unreadable)?;
    Ok(BuiltEdition { bytes, outline })
}

/// Writes an edition without holding its articles, its texts and its bytes in memory.
///
/// Without `with_insights` it has no entities, quotes, figures, summaries, related articles and
/// stories, which take most of the time. Returns what is needed to [split](split()) it.
///
/// # Errors
/// Those of [`build`], and [`BuildError::NotWritten`] if `output` fails.
pub fn write_edition(
    articles: impl Articles,
    site: &Site,
    with_insights: bool,
    output: &mut dyn Output,
) -> Result<Outline, BuildError> {
    let insights = match with_insights {
        true => Insights::of(&articles, &[], site, None),
        false => Insights::none(),
    };
    write_from(articles, &[], site, insights, None, output)
}

fn write_from(
    articles: impl Articles,
    teasers: &[Teaser],
    site: &Site,
    insights: Insights,
    memory: Option<&dyn Memory>,
    output: &mut dyn Output,
) -> Result<Outline, BuildError> {
    let count = articles.count();
    if count == 0 {
        return Err(BuildError::NoArticle);
    }
    let mut survey = Survey::of(&articles, memory);
    output.reserve(HEADER_BYTES + survey.text_bytes);
    let mut writer = Writer::new(output)?;
    for which in SiteText::ALL {
        writer.add_site_text(match which {
            SiteText::Title => &site.title,
            SiteText::Description => site.description.as_deref().unwrap_or_default(),
            SiteText::Language => &site.language,
        })?;
    }
    for text in survey.common_texts() {
        writer.add_common_text(&text)?;
    }
    writer.end_common_texts();
    let fields = metadata::fields(&survey.custom_keys, &site.facets);
    add_records(&mut writer, &articles, &survey, &fields, &insights)?;
    for teaser in teasers {
        writer.add_teaser(teaser)?;
    }
    let of_teasers = teasers.iter().map(|_| false);
    let have_standfirsts: Vec<bool> =
        survey.have_standfirsts.iter().copied().chain(of_teasers).collect();
    // A body is written on one core, and needs nothing of the index.
    let (sections, index) = rayon::join(
        || {
            writer.add_bodies(&articles, index::is_large(&survey))?;
            let figures = insights.figures(&have_standfirsts, &mut writer.texts)?;
            let fields = metadata::fields_section(&fields, &mut writer.texts)?;
            Ok::<_, BuildError>((writer.finish(fields)?, figures))
        },
        || index::build(&articles, teasers, site, &survey, &fields, &insights, memory),
    );
    articles.release();
    let (mut sections, figures) = sections?;
    let links = metadata::linking_articles(&survey.links, count + teasers.len());
    drop_elsewhere(survey);
    let index = sections.add_index(index)?;
    insights.write(&have_standfirsts, &links, &index, figures, &mut sections)?;
    sections.finish()
}

/// Adds the records of all articles.
fn add_records(
    writer: &mut Writer<'_>,
    articles: &impl Articles,
    survey: &Survey,
    fields: &[metadata::Field],
    insights: &Insights,
) -> Result<(), BuildError> {
    let mut slugs = Slugs::default();
    let organisations = insights.organisations();
    let mut word_counts = survey.word_counts.iter();
    for range in ranges(articles.count()) {
        for (article, words) in articles.read(range).iter().zip(&mut word_counts) {
            let slug = slugs.take(article.slug.as_deref().unwrap_or(&article.title));
            writer.add_article(article, &slug, *words, fields, &organisations)?;
            if articles.count() > MANY_ARTICLES {
                writer.forget_item_texts()?;
            }
        }
    }
    Ok(())
}

/// The number of articles above which their records are taken to be in several parts, so that each
/// has its own copy of what it shares with few others, such as the name of an author.
const MANY_ARTICLES: usize = 2000;
