//! Writes an article's text as HTML for feed readers: the same blocks as on the page, with absolute
//! addresses.

use cuttings::msg;
use cuttings::store::library::Library;
use cuttings::store::view::View;
use cuttings_edition::{Alert, Article, LinkTarget};
use cuttings_html_writer::{self as html_writer, Place};

/// Returns an article's text as HTML. `base` is the URL of the site.
pub(crate) fn html(library: &Library, article: &Article<'static>, base: &str) -> String {
    html_writer::article(article, &Feed { library, base, url: address(base, article) })
}

/// Returns the absolute URL of an article.
fn address(base: &str, article: &Article<'_>) -> String {
    let href = Library::article_route(article, &View::default()).href();
    [base, href.strip_prefix("./").unwrap_or(&href)].concat()
}

struct Feed<'a> {
    library: &'a Library,
    base: &'a str,
    /// The URL of the article.
    url: String,
}

impl Place for Feed<'_> {
    fn link(&self, target: LinkTarget<'_>) -> Option<String> {
        let (url, block) = match target {
            LinkTarget::Url(url) => (url.to_owned(), None),
            LinkTarget::Block(block) => (self.url.clone(), Some(block)),
            LinkTarget::Article(item, block) => {
                (address(self.base, &self.library.article_with_id(item)?), block)
            }
        };
        Some(match block {
            Some(block) => format!("{url}#p{}", block.saturating_add(1)),
            None => url,
        })
    }

    fn picture(&self, name: &str) -> Option<String> {
        Some([self.base, name].concat())
    }

    fn label(&self, alert: Alert) -> &str {
        match alert {
            Alert::Note => msg!("alert-note"),
            Alert::Tip => msg!("alert-tip"),
            Alert::Important => msg!("alert-important"),
            Alert::Warning => msg!("alert-warning"),
            Alert::Caution => msg!("alert-caution"),
        }
    }
}
