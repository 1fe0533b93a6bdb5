//! Facts about all articles that the builder needs before it writes the first of them.

use crate::articles::{Articles, ranges};
use crate::shared_metadata;
use cuttings_corpus::{Article, LinkTarget, MarkKind};
use cuttings_memory::{Input, Memory, remembered};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Facts about articles in their order.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub(crate) titles: Vec<String>,
    pub(crate) word_counts: Vec<u32>,
    pub(crate) have_standfirsts: Vec<bool>,
    /// The bytes of all bodies.
    pub(crate) text_bytes: usize,
    /// The keys of custom fields.
    pub(crate) custom_keys: BTreeSet<String>,
    /// The number of articles with each text that others may share.
    metadata: BTreeMap<String, usize>,
    /// The links between articles: from, to.
    pub(crate) links: Vec<(u32, usize)>,
}

impl Survey {
    /// Reads all articles. What earlier builds have counted comes from `memory`.
    pub(crate) fn of(articles: &impl Articles, memory: Option<&dyn Memory>) -> Self {
        let parts = ranges(articles.count()).into_par_iter();
        let parts: Vec<Self> = parts.map(|range| Self::of_range(articles, range, memory)).collect();
        let mut all = Self::default();
        parts.into_iter().for_each(|part| all.append(part));
        all
    }

    /// Returns the metadata that many articles share, in alphabetical order.
    pub(crate) fn common_texts(&mut self) -> Vec<String> {
        shared_metadata::common(std::mem::take(&mut self.metadata), self.titles.len())
    }

    fn of_range(
        articles: &impl Articles,
        range: Range<usize>,
        memory: Option<&dyn Memory>,
    ) -> Self {
        let mut survey = Self::default();
        for (number, article) in range.clone().zip(articles.read(range).iter()) {
            survey.titles.push(article.title.clone());
            survey.word_counts.push(word_count(article, memory));
            survey.have_standfirsts.push(article.standfirst.is_some());
            survey.text_bytes += article.body.iter().map(|block| block.text.len()).sum::<usize>();
            for custom in &article.custom {
                if !survey.custom_keys.contains(&custom.key) {
                    survey.custom_keys.insert(custom.key.clone());
                }
            }
            for text in shared_metadata::of_article(article) {
                match survey.metadata.get_mut(text) {
                    Some(count) => *count += 1,
                    None => drop(survey.metadata.insert(text.to_owned(), 1)),
                }
            }
            for mark in article.body.iter().flat_map(|block| &block.marks) {
                if let MarkKind::Link(LinkTarget::Article { article: target, .. }) = &mark.kind
                    && *target != number
                {
                    survey.links.push((number as u32, *target));
                }
            }
        }
        survey
    }

    /// Adds the articles that follow.
    fn append(&mut self, next: Self) {
        self.titles.extend(next.titles);
        self.word_counts.extend(next.word_counts);
        self.have_standfirsts.extend(next.have_standfirsts);
        self.text_bytes += next.text_bytes;
        self.custom_keys.extend(next.custom_keys);
        for (text, count) in next.metadata {
            *self.metadata.entry(text).or_default() += count;
        }
        self.links.extend(next.links);
    }
}

/// Counts the words of an article's body by UAX 29. In scripts written without spaces each
/// ideograph or syllable counts as one word.
fn word_count(article: &Article, memory: Option<&dyn Memory>) -> u32 {
    let texts = || article.body.iter().map(|block| block.text());
    let input = || texts().fold(Input::of("words"), |input, text| input.with(text.as_bytes()));
    let count = || texts().map(|text| text.unicode_words().count() as u32).sum();
    remembered(memory, input, count)
}
