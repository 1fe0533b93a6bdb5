//! Builds an edition of a collection.

use crate::Collection;
use crate::address::PageAddress;
use crate::bookmarks::is_bookmark;
use crate::entry::{Entry, address_key};
use cuttings_corpus::{Article, CustomField, LinkTarget, Mark, MarkKind};
use cuttings_diagnostics::Origin;
use cuttings_edition_builder::{Articles, BuildError, Outline, Output, write_edition};
use cuttings_import::{Annotation, Item, Reading, link_paragraph};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

impl Collection {
    /// Builds the edition of all items, the newest first. Without `with_names` it has no entities,
    /// quotes, figures, summaries and related articles, which take most of the time.
    ///
    /// # Errors
    /// Those of [`write_edition`](Self::write_edition).
    pub fn edition(&self, with_names: bool) -> Result<Vec<u8>, BuildError> {
        let mut bytes = Vec::new();
        self.write_edition(with_names, &mut bytes)?;
        Ok(bytes)
    }

    /// Does the same, and writes the edition piece by piece. Returns what is needed to find its
    /// [parts](crate::part_table).
    ///
    /// # Errors
    /// [`BuildError::NoArticle`] if the collection is empty, [`BuildError::TooLarge`] if its texts
    /// exceed what an edition can address, [`BuildError::NotWritten`] if `output` fails.
    pub fn write_edition(
        &self,
        with_names: bool,
        output: &mut dyn Output,
    ) -> Result<Outline, BuildError> {
        write_edition(ItemArticles::new(self), &self.site, with_names, output)
    }
}

/// The articles of a collection in the order of its edition, each decoded when it is read.
struct ItemArticles<'c> {
    collection: &'c Collection,
    /// The entry of each article.
    order: Vec<u32>,
    /// The article of each entry.
    places: Vec<u32>,
    /// The number of blocks of each entry, which only links to blocks need.
    lengths: OnceLock<Vec<u32>>,
}

impl<'c> ItemArticles<'c> {
    fn new(collection: &'c Collection) -> Self {
        let entries = &collection.entries;
        let mut order: Vec<u32> = (0..).take(entries.len()).collect();
        // `None` is less than any day. Stable: items of one day stay in their order.
        order.sort_by_key(|number| Reverse(entries.get(*number as usize).and_then(|it| it.day)));
        let mut places = vec![0; order.len()];
        for (place, number) in (0..).zip(&order) {
            if let Some(slot) = places.get_mut(*number as usize) {
                *slot = place;
            }
        }
        Self { collection, order, places, lengths: OnceLock::new() }
    }

    /// Returns an article with the slug that it keeps. One that does not decode is empty.
    fn article(&self, place: usize) -> Option<Article> {
        let entry = self.collection.entries.get(*self.order.get(place)? as usize)?;
        let (header, item) = entry.open().unzip();
        let empty = || Article::new("", "", Origin::new("", 1));
        let mut article = item.flatten().map_or_else(empty, article);
        article.slug = header.map(|header| header.slug);
        self.link(place, &mut article);
        Some(article)
    }

    /// Has the links of an article lead to the places of others in the edition.
    fn link(&self, place: usize, article: &mut Article) {
        let Collection { targets, seen, .. } = self.collection;
        let place_of = |number: u32| self.places.get(number as usize).map(|place| *place as usize);
        let resolve = |mark: &mut Mark| -> bool {
            match &mut mark.kind {
                MarkKind::Link(LinkTarget::Article { article, block }) => {
                    let Some(number) = targets.get(*article).copied() else { return false };
                    let Some(target) = place_of(number) else { return false };
                    *block = block.filter(|block| *block < self.length(number));
                    *article = target;
                    true
                }
                MarkKind::Link(LinkTarget::Url(url)) => {
                    let address = PageAddress::new(url).filter(|it| !it.is_front_page);
                    let number = address.and_then(|it| seen.at_address(address_key(&it)));
                    // "First published at …" leads out.
                    if let Some(target) = number.and_then(place_of).filter(|it| *it != place) {
                        let target = LinkTarget::Article { article: target, block: None };
                        mark.kind = MarkKind::Link(target);
                    }
                    true
                }
                _ => true,
            }
        };
        for block in &mut article.body {
            block.marks.retain_mut(resolve);
        }
    }

    /// Returns the number of blocks of an entry.
    fn length(&self, entry: u32) -> u32 {
        let length = |entry: &Entry| entry.item().map_or(0, |item| item.article.body.len() as u32);
        let entries = self.collection.entries.iter();
        let lengths = self.lengths.get_or_init(|| entries.map(length).collect());
        lengths.get(entry as usize).copied().unwrap_or_default()
    }
}

impl Articles for ItemArticles<'_> {
    fn count(&self) -> usize {
        self.order.len()
    }

    fn read(&self, range: Range<usize>) -> Cow<'_, [Article]> {
        Cow::Owned(range.filter_map(|place| self.article(place)).collect())
    }
}

/// Returns the article of an item. What bookmarks cannot hold of the reader's own becomes fields.
fn article(item: Item) -> Article {
    let Item { mut article, reading, annotations } = item;
    let mut lost = Vec::new();
    let mut notes = Vec::new();
    for annotation in annotations.iter().filter(|it| !is_bookmark(it)) {
        let Annotation { quote, note, labels, .. } = annotation;
        let labels: String = labels.iter().map(|label| format!(" #{label}")).collect();
        let note = format!("{}{labels}", note.replace('\n', " "));
        let quote = quote.replace('\n', " ");
        match (note.trim().is_empty(), quote.is_empty()) {
            (true, true) => {}
            (true, false) => lost.push(quote),
            (false, true) => notes.push(note.trim_start().to_owned()),
            (false, false) => notes.push(format!("“{quote}”: {}", note.trim_start())),
        }
    }
    let Reading { is_archived, saved, .. } = reading;
    let mut field = |key: &str, values: Vec<String>| {
        if !values.is_empty() {
            article.custom.push(CustomField { key: key.to_owned(), values });
        }
    };
    field("highlights", lost);
    field("notes", notes);
    field("state", Vec::from_iter(is_archived.then(|| "archived".to_owned())));
    field("saved", saved.into_iter().map(|date| date.text).collect());
    if article.body.is_empty() {
        article.body.push(link_paragraph(&article));
    }
    article
}
