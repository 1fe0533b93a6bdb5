//! Builds an edition of a collection.

use crate::Collection;
use crate::address::PageAddress;
use crate::bookmarks::is_bookmark;
use crate::entry::address_key;
use cuttings_corpus::{Article, Corpus, CustomField, LinkTarget, Mark, MarkKind};
use cuttings_edition_builder::{
    BuildError, BuiltEdition, build_with_memory, build_without_insights,
};
use cuttings_import::{Annotation, Item, Reading, link_paragraph};
use std::cmp::Reverse;

impl Collection {
    /// Builds the edition of all items, the newest first. Without `with_names` it has no entities,
    /// quotes, figures, summaries and related articles, which take most of the time.
    ///
    /// # Errors
    /// [`BuildError::NoArticle`] if the collection is empty, [`BuildError::TooLarge`] if its texts
    /// exceed what an edition can address.
    pub fn edition(&self, with_names: bool) -> Result<Vec<u8>, BuildError> {
        let corpus = self.corpus(article);
        let built = match with_names {
            true => build_with_memory(corpus, &self.site, None),
            false => build_without_insights(corpus, &self.site),
        };
        built.map(|BuiltEdition { bytes, .. }| bytes)
    }

    /// Decodes all items, and converts them to articles with the slugs that they keep.
    pub(crate) fn corpus(&self, article: fn(Item) -> Article) -> Corpus {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        // `None` is less than any day. Stable: items of one day stay in their order.
        order.sort_by_key(|number| Reverse(self.entries.get(*number).and_then(|it| it.header.day)));
        let mut articles = Vec::with_capacity(order.len());
        // An entry that does not decode has no place.
        let mut places = vec![None; order.len()];
        for number in order {
            let Some(entry) = self.entries.get(number) else { continue };
            let Some(item) = entry.item() else { continue };
            if let Some(place) = places.get_mut(number) {
                *place = Some(articles.len());
            }
            articles.push(Article { slug: Some(entry.header.slug.clone()), ..article(item) });
        }
        let lengths: Vec<usize> = articles.iter().map(|it: &Article| it.body.len()).collect();
        for (place, article) in articles.iter_mut().enumerate() {
            self.link(place, article, &places, &lengths);
        }
        Corpus { articles, ..Corpus::default() }
    }

    /// Has the links of an article lead to the places of others in the edition. `lengths` has the
    /// number of blocks of each.
    fn link(
        &self,
        place: usize,
        article: &mut Article,
        places: &[Option<usize>],
        lengths: &[usize],
    ) {
        let place_of = |number: u32| places.get(number as usize).copied().flatten();
        let resolve = |mark: &mut Mark| -> bool {
            match &mut mark.kind {
                MarkKind::Link(LinkTarget::Article { article, block }) => {
                    let target = self.targets.get(*article).and_then(|number| place_of(*number));
                    let Some(target) = target else { return false };
                    let length = lengths.get(target).copied().unwrap_or_default();
                    *block = block.filter(|block| (*block as usize) < length);
                    *article = target;
                    true
                }
                MarkKind::Link(LinkTarget::Url(url)) => {
                    let address = PageAddress::new(url).filter(|it| !it.is_front_page);
                    let number = address.and_then(|it| self.seen.at_address(address_key(&it)));
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
