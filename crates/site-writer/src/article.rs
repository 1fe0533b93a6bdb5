//! The addresses of an article's page in a site, relative to its base.

use crate::words::Words;
use cuttings_edition::{Alert, Edition, Item, LinkTarget};
use cuttings_exports::address::article_path;
use cuttings_html_writer::{Place, label_of};

/// An article beside the others.
pub(crate) struct Beside<'p, 'e> {
    pub(crate) edition: &'p Edition<'e>,
    pub(crate) slug: &'p str,
    pub(crate) words: &'p Words<'p>,
}

impl Place for Beside<'_, '_> {
    fn link(&self, target: LinkTarget<'_>) -> Option<String> {
        let (path, block) = match target {
            LinkTarget::Url(url) => return Some(url.to_owned()),
            LinkTarget::Block(block) => (article_path(self.slug), Some(block)),
            LinkTarget::Article(item, block) => match self.edition.item(item) {
                Some(Item::Article(article)) => (article_path(article.slug()), block),
                _ => return None,
            },
        };
        Some(match block {
            Some(block) => format!("{path}#p{}", block.saturating_add(1)),
            None => path,
        })
    }

    fn picture(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    fn label(&self, alert: Alert) -> &str {
        label_of(alert, self.words.alerts)
    }
}
