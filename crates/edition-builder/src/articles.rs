//! The articles of an edition, some at a time: those that a program holds anyway, or those that it
//! decodes only while they are read.

use cuttings_corpus::Article;
use std::borrow::Cow;
use std::ops::Range;

/// The number of articles that are read at once where their number makes no difference.
pub(crate) const ARTICLES_PER_READ: usize = 96;

/// The articles of an edition in their order. They are read several times, and are the same each
/// time.
pub trait Articles: Sync {
    /// Returns the number of articles.
    fn count(&self) -> usize;

    /// Returns the articles of a range of numbers.
    fn read(&self, range: Range<usize>) -> Cow<'_, [Article]>;

    /// Frees the articles, when the last of them has been read.
    fn release(self)
    where
        Self: Sized,
    {
    }
}

impl Articles for Vec<Article> {
    fn count(&self) -> usize {
        self.len()
    }

    fn read(&self, range: Range<usize>) -> Cow<'_, [Article]> {
        Cow::Borrowed(self.get(range).unwrap_or_default())
    }

    fn release(self) {
        drop_elsewhere(self);
    }
}

/// Frees values on another core. Freeing a million small texts takes as long as writing the
/// edition. With one thread, as in a browser, a spawned task would wait for the next parallel step
/// and keep its memory until then.
pub(crate) fn drop_elsewhere(values: impl Send + 'static) {
    if cfg!(target_family = "wasm") {
        drop(values);
    } else {
        rayon::spawn(move || drop(values));
    }
}

/// Divides the numbers of articles into ranges that are read at once.
pub(crate) fn ranges(count: usize) -> Vec<Range<usize>> {
    let start_of = (0..count).step_by(ARTICLES_PER_READ);
    start_of.map(|start| start..count.min(start + ARTICLES_PER_READ)).collect()
}
