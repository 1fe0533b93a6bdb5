//! Passes the corpus to `cuttings-stories`, and encodes the result as sections of the edition.

use crate::articles::{Articles, ranges};
use crate::lists::{ListWriter, RangeWriter};
use crate::packed_lists::PackedLists;
use cuttings_corpus::{Article, Corpus, Day, Teaser};
use cuttings_memory::{Input, Memory, remembered};
use cuttings_stories::{
    Block, Digest, Document, PackedDocument, ReusedPassage, Stories, StoryId, reused_passages,
    stories,
};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The number of tokens, at six bytes each, that are kept while passages are looked for. Documents
/// beyond are read again for each article that shares passages with them.
const MOST_KEPT_TOKENS: usize = if cfg!(target_family = "wasm") { 1 << 20 } else { 4 << 20 };

/// Groups the items of a corpus by story: the articles have the numbers from 0, and the teasers
/// follow. An edition has the same stories.
pub fn stories_of(corpus: &Corpus) -> Vec<Vec<usize>> {
    stories(&ItemDocuments::new(&corpus.articles, &corpus.teasers).digests(None)).documents
}

/// The stories of all items, and the passages that they share.
#[derive(Debug, Default)]
pub(crate) struct ItemStories {
    of_items: Vec<Option<StoryId>>,
    /// The items of each story.
    stories: PackedLists<usize>,
    /// In the order of the items.
    passages: Vec<ReusedPassage>,
}

impl ItemStories {
    /// Reads the texts of all items.
    pub(crate) fn of(
        articles: &impl Articles,
        teasers: &[Teaser],
        memory: Option<&dyn Memory>,
    ) -> Self {
        let documents = ItemDocuments::new(articles, teasers);
        let digests = documents.digests(memory);
        let stories = stories(&digests);
        let passages = reused_passages(&digests, &stories, |number| documents.document(number));
        let Stories { of_documents: of_items, documents: stories } = stories;
        Self { of_items, stories: PackedLists::new(stories), passages }
    }

    /// Encodes the items of each story.
    pub(crate) fn section(&self) -> Option<ListWriter> {
        if self.stories.is_empty() {
            return None;
        }
        let mut list = ListWriter::default();
        for story in 0..self.stories.len() {
            self.stories.get(story).iter().for_each(|item| list.number(*item as u32));
            list.end_list();
        }
        Some(list)
    }

    /// Encodes the articles that link to each item, its story, and the passages that it reuses.
    pub(crate) fn connections(&self, links: &[BTreeSet<u32>]) -> Option<ListWriter> {
        let has_links = links.iter().any(|links| !links.is_empty());
        if !has_links && self.stories.is_empty() && self.passages.is_empty() {
            return None;
        }
        let mut list = ListWriter::default();
        for (item, links) in links.iter().enumerate() {
            self.write(item, links, &mut list);
            list.end_list();
        }
        Some(list)
    }

    fn write(&self, item: usize, links: &BTreeSet<u32>, list: &mut ListWriter) {
        let start = self.passages.partition_point(|passage| passage.article < item);
        let passages = self.passages.iter().skip(start);
        let mut passages = passages.take_while(|passage| passage.article == item).peekable();
        let story = self.of_items.get(item).copied().flatten();
        let has_more = story.is_some() || passages.peek().is_some();
        if links.is_empty() && !has_more {
            return;
        }
        list.number(links.len() as u32);
        links.iter().for_each(|article| list.number(*article));
        if !has_more {
            return;
        }
        list.number(story.map_or(0, |story| story.0 + 1));
        let mut ranges = RangeWriter::default();
        for passage in passages {
            ranges.write(&passage.range, list);
            list.number(passage.source as u32);
            RangeWriter::default().write(&passage.source_range, list);
        }
    }
}

/// The documents of all items. Their tokens are dropped again, but for those of a few that share
/// passages.
struct ItemDocuments<'d, A> {
    articles: &'d A,
    teasers: &'d [Teaser],
    kept: Vec<OnceLock<PackedDocument>>,
    /// The number of tokens that may still be kept.
    room: AtomicUsize,
}

impl<'d, A: Articles> ItemDocuments<'d, A> {
    fn new(articles: &'d A, teasers: &'d [Teaser]) -> Self {
        let kept = (0..articles.count() + teasers.len()).map(|_| OnceLock::new()).collect();
        Self { articles, teasers, kept, room: AtomicUsize::new(MOST_KEPT_TOKENS) }
    }

    /// Returns what grouping needs of each item, from memory if possible.
    fn digests(&self, memory: Option<&dyn Memory>) -> Vec<Digest> {
        let ranges = ranges(self.articles.count()).into_par_iter();
        let of_range = |range: Range<usize>| -> Vec<Digest> {
            self.articles.read(range).iter().map(|article| digest(article, memory)).collect()
        };
        let mut digests: Vec<Digest> = ranges.flat_map_iter(of_range).collect();
        digests.extend(self.teasers.iter().map(|teaser| Digest::new(&document_of_teaser(teaser))));
        digests
    }

    /// Returns the document of an item.
    fn document(&self, number: usize) -> Document {
        let kept = self.kept.get(number);
        if let Some(document) = kept.and_then(OnceLock::get) {
            return document.open();
        }
        let read = self.read(number);
        let tokens = read.blocks.iter().map(|block| block.tokens.len()).sum();
        let take = |room: usize| room.checked_sub(tokens);
        if self.room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok()
            && let Some(kept) = kept
        {
            // Another thread may have kept the same.
            let _ = kept.set(PackedDocument::new(&read));
        }
        read
    }

    fn read(&self, number: usize) -> Document {
        match number.checked_sub(self.articles.count()) {
            Some(teaser) => self.teasers.get(teaser).map(document_of_teaser),
            None => self.articles.read(number..number + 1).first().map(document),
        }
        .unwrap_or_default()
    }
}

/// Returns what grouping needs of an article.
fn digest(article: &Article, memory: Option<&dyn Memory>) -> Digest {
    let input = || {
        let mut input = Input::of("story digest").with(article.title.as_bytes());
        input.add_value(&day(article));
        texts(article).for_each(|text| input.add(text.as_bytes()));
        input
    };
    remembered(memory, input, || Digest::new(&document(article)))
}

/// Converts an article. Its blocks have the numbers of the texts in the edition.
fn document(article: &Article) -> Document {
    Document {
        title: Block::new(&article.title),
        blocks: texts(article).map(Block::new).collect(),
        day: day(article),
    }
}

/// Converts a teaser. Its age names no day.
fn document_of_teaser(teaser: &Teaser) -> Document {
    Document { title: Block::new(&teaser.title), ..Document::default() }
}

/// Returns the standfirst and the blocks. Code and tables are not sentences: an empty text keeps
/// the numbers of the others, as it does if there is no standfirst.
fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let blocks = article.body.iter();
    let blocks = blocks.map(|block| if block.is_prose() { block.text() } else { "" });
    std::iter::once(article.standfirst.as_deref().unwrap_or_default()).chain(blocks)
}

fn day(article: &Article) -> Option<i32> {
    article.date.as_ref()?.day.map(days)
}

/// Counts the days before a day, from a day of March before the first year.
fn days(Day { year, month, day }: Day) -> i32 {
    // The year begins in March, so that a leap day is its last.
    let (month, day) = (i32::from(month), i32::from(day));
    let year = i32::from(year) - i32::from(month < 3);
    let of_months = (153 * ((month + 9) % 12) + 2) / 5;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_months + day
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::BlockKind;
    use cuttings_diagnostics::Origin;

    #[test]
    fn days_follow_each_other() {
        let mut expected = days(Day { year: 1899, month: 12, day: 31 });
        for year in 1900..2110 {
            for month in 1..=12 {
                for day in 1..=31 {
                    let is_leap_year = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
                    let length = match month {
                        2 => 28 + u8::from(is_leap_year),
                        4 | 6 | 9 | 11 => 30,
                        _ => 31,
                    };
                    if day <= length {
                        expected += 1;
                        assert_eq!(
                            days(Day { year, month, day }),
                            expected,
                            "{year}-{month}-{day}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn blocks_have_the_numbers_of_texts() {
        let code = cuttings_corpus::Block::new(BlockKind::Code { language: None }, "let x = 1;");
        let paragraph = cuttings_corpus::Block::paragraph("A ferry sank.");
        let article = Article {
            body: vec![code, paragraph],
            ..Article::new("News", "Ferry", Origin::new("a.txt", 1))
        };
        let texts: Vec<&str> = texts(&article).collect();
        assert_eq!(texts, ["", "", "A ferry sank."]);
    }
}
