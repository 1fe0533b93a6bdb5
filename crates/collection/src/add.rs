//! Adds the items of files to a collection.

use crate::Collection;
use crate::entry::{Entry, Header, Keys, text_bytes};
use crate::report::Report;
use cuttings_corpus::{Article, LinkTarget, MarkKind, Site, complete_article};
use cuttings_diagnostics::Origin;
use cuttings_import::{
    Event, Item, Kind, Limits, PictureFile, Source, Together, import, import_together,
};
use std::cell::RefCell;
use std::ops::ControlFlow;

/// Observes an import, and may stop it by [`ControlFlow::Break`]. What was imported until then
/// stays.
pub trait Observer {
    /// Takes a picture of the next items, each once.
    fn picture(&mut self, picture: &PictureFile) -> ControlFlow<()>;

    /// Learns of an item that was read: how many there were so far, and its article. Duplicates
    /// count, too.
    fn item(&mut self, items: usize, article: &Article) -> ControlFlow<()>;
}

/// An observer that keeps nothing.
#[derive(Clone, Copy, Debug)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn picture(&mut self, _: &PictureFile) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn item(&mut self, _: usize, _: &Article) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl Collection {
    /// Imports files. A file that cannot be read is reported, and the others are imported.
    ///
    /// An item with the texts of another one is a duplicate, and so is one at the address of
    /// another one with the same title or a paragraph in common. Of two versions the one with more
    /// text is kept, under the slug of the first. What the reader did with either of them is kept.
    pub fn add<'a>(
        &mut self,
        files: impl IntoIterator<Item = (String, Box<dyn Source + 'a>)>,
        observer: &mut dyn Observer,
    ) -> Report {
        let addition = RefCell::new(Addition::new(self, observer));
        let files = files.into_iter().take_while(|_| !addition.borrow().is_stopped);
        import(files, &Limits::default(), &mut |event| addition.borrow_mut().take(event));
        addition.into_inner().report
    }

    /// Does the same with files that belong together, such as those of a folder: pages have the
    /// pictures that are among them.
    pub fn add_together(&mut self, files: &dyn Together, observer: &mut dyn Observer) -> Report {
        let mut addition = Addition::new(self, observer);
        import_together(files, &Limits::default(), &mut |event| addition.take(event));
        addition.report
    }

    /// Adds an item unless it is a duplicate, and returns the number of its entry and whether it
    /// adds a text or a link.
    fn insert(&mut self, mut item: Item) -> (u32, bool) {
        let keys = Keys::of(&item);
        let duplicate = self.seen.find(&item, keys, &self.entries);
        let (number, is_added) = match duplicate {
            Some(number) => (number, self.merge(number, item)),
            None => {
                complete(&mut item, &self.site);
                let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
                let title = item.article.slug.take();
                let slug = self.slugs.take(title.as_deref().unwrap_or(&item.article.title));
                self.entries.push(Entry::new(slug, keys, &item));
                (number, true)
            }
        };
        self.seen.add(number, keys);
        (number, is_added)
    }

    /// Merges an item with the version that the collection has, and returns whether it has more
    /// text.
    fn merge(&mut self, number: u32, mut item: Item) -> bool {
        let Some(entry) = self.entries.get_mut(number as usize) else { return false };
        let Some((Header { slug, .. }, Some(mut old))) = entry.open() else { return false };
        let is_longer = text_bytes(&item.article) > entry.text_bytes;
        if is_longer {
            complete(&mut item, &self.site);
            item.article.slug = None;
            std::mem::swap(&mut item, &mut old);
        }
        let before = (!is_longer).then(|| old.clone());
        merge_state(&mut old, item);
        if before.as_ref() != Some(&old) {
            *entry = Entry::new(slug, Keys::of(&old), &old);
        }
        is_longer
    }
}

/// Detects the language of an article, and reads its dates. The importer has done so for text and
/// Markdown, as for a site in English.
fn complete(item: &mut Item, site: &Site) {
    let is_seed = Kind::of(&item.article.origin.file, b"") == Kind::Seed;
    if !(is_seed && site.language == Site::default().language) {
        let empty = Article::new("", "", Origin::new("", 1));
        item.article = complete_article(std::mem::replace(&mut item.article, empty), site);
    }
}

/// Adds the tags of another version of an item, and what the reader did with it.
fn merge_state(item: &mut Item, other: Item) {
    for tag in other.article.tags {
        if !item.article.tags.contains(&tag) {
            item.article.tags.push(tag);
        }
    }
    let reading = other.reading;
    item.reading.is_read |= reading.is_read;
    item.reading.is_archived |= reading.is_archived;
    item.reading.is_favourite |= reading.is_favourite;
    item.reading.percent = item.reading.percent.max(reading.percent);
    item.reading.saved = item.reading.saved.take().or(reading.saved);
    let mut others = Item { annotations: other.annotations, ..item.clone() };
    others.locate_annotations();
    for annotation in others.annotations {
        let is_known = item
            .annotations
            .iter()
            .any(|it| it.quote == annotation.quote && it.note == annotation.note);
        if !is_known {
            item.annotations.push(annotation);
        }
    }
}

/// The state of an import.
struct Addition<'c, 'o> {
    collection: &'c mut Collection,
    observer: &'o mut dyn Observer,
    report: Report,
    /// The number of the first item in the targets of the collection.
    first_number: usize,
    /// The number of items that were passed on, with duplicates.
    items: usize,
    is_stopped: bool,
}

impl<'c, 'o> Addition<'c, 'o> {
    fn new(collection: &'c mut Collection, observer: &'o mut dyn Observer) -> Self {
        collection.restore();
        let first_number = collection.targets.len();
        Self {
            collection,
            observer,
            report: Report::default(),
            first_number,
            items: 0,
            is_stopped: false,
        }
    }

    fn take(&mut self, event: Event) -> ControlFlow<()> {
        if self.is_stopped {
            return ControlFlow::Break(());
        }
        let flow = match event {
            Event::Item(item) => self.item(*item),
            Event::Picture(picture) => {
                self.report.pictures += 1;
                self.observer.picture(&picture)
            }
            Event::Diagnostic(diagnostic) => {
                self.report.tell(diagnostic);
                ControlFlow::Continue(())
            }
        };
        self.is_stopped |= flow.is_break();
        flow
    }

    fn item(&mut self, mut item: Item) -> ControlFlow<()> {
        self.items += 1;
        for mark in item.article.body.iter_mut().flat_map(|block| &mut block.marks) {
            if let MarkKind::Link(LinkTarget::Article { article, .. }) = &mut mark.kind {
                *article = article.saturating_add(self.first_number);
            }
        }
        let flow = self.observer.item(self.items, &item.article);
        let is_link = item.is_teaser();
        let (number, is_added) = self.collection.insert(item);
        self.collection.targets.push(number);
        match (is_added, is_link) {
            (true, false) => self.report.articles += 1,
            (true, true) => self.report.links += 1,
            (false, _) => self.report.duplicates += 1,
        }
        flow
    }
}
