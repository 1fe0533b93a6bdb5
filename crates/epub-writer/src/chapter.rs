//! An article as a chapter of a book.

use crate::package::is_right_to_left;
use crate::pictures::Pictures;
use crate::{Book, chapter_file};
use cuttings_edition::{Alert, Article, Edition, Item, ItemId, LinkTarget};
use cuttings_exports::address::article_path;
use cuttings_html_writer::{self as html_writer, Form, Place, block_id, escaped, label_of};
use std::collections::BTreeMap;

/// An article in a book, beside others.
pub(crate) struct Chapter<'b, 'e> {
    pub(crate) edition: &'b Edition<'e>,
    pub(crate) book: &'b Book<'b>,
    /// The indexes of the book's articles.
    pub(crate) numbers: &'b BTreeMap<ItemId, usize>,
    pub(crate) pictures: &'b Pictures,
    pub(crate) article: &'b Article<'e>,
}

impl Chapter<'_, '_> {
    /// Returns the file.
    pub(crate) fn xhtml(&self) -> String {
        let title = escaped(self.article.title());
        let header = format!("<h1>{title}</h1>{}", self.byline());
        let text = html_writer::article(self.article, self);
        let language = self.article.language().unwrap_or(self.book.language);
        document(language, &title, &format!("{header}{text}"))
    }

    /// Returns who wrote the article, and when and where, as a paragraph.
    fn byline(&self) -> String {
        let metadata = self.article.metadata();
        let mut parts: Vec<String> = metadata.author_names().into_iter().map(escaped).collect();
        if let Some(date) = metadata.date {
            let text = escaped(date.text);
            parts.push(match date.day {
                Some(day) => format!(r#"<time datetime="{}">{text}</time>"#, day.iso()),
                None => text,
            });
        }
        match (metadata.source, metadata.source_url) {
            (source, Some(url)) => {
                let name = escaped(source.unwrap_or(url));
                parts.push(format!(r#"<a href="{}">{name}</a>"#, escaped(url)));
            }
            (Some(source), None) => parts.push(escaped(source)),
            (None, None) => {}
        }
        if parts.is_empty() {
            return String::new();
        }
        format!(r#"<p class="byline">{}</p>"#, parts.join(" · "))
    }

    /// Returns the address of an article on the site.
    fn on_site(&self, article: &Article<'_>, block: Option<u32>) -> Option<String> {
        let url = [self.book.base?, &article_path(article.slug())].concat();
        Some(match block {
            Some(block) => format!("{url}#{}", block_id(block.saturating_add(1))),
            None => url,
        })
    }
}

impl Place for Chapter<'_, '_> {
    fn link(&self, target: LinkTarget<'_>) -> Option<String> {
        let fragment = |article: &Article<'_>, block: Option<u32>| match block {
            Some(block) if (block as usize) < article.blocks().len() => {
                format!("#{}", block_id(block.saturating_add(1)))
            }
            _ => String::new(),
        };
        match target {
            LinkTarget::Url(url) => Some(url.to_owned()),
            LinkTarget::Block(block) => {
                let fragment = fragment(self.article, Some(block));
                (!fragment.is_empty()).then_some(fragment)
            }
            LinkTarget::Article(item, block) => {
                let Item::Article(article) = self.edition.item(item)? else { return None };
                match self.numbers.get(&item) {
                    Some(index) => Some(chapter_file(*index) + &fragment(&article, block)),
                    None => self.on_site(&article, block),
                }
            }
        }
    }

    fn picture(&self, name: &str) -> Option<String> {
        self.pictures.get(name).map(|picture| picture.file.clone())
    }

    fn label(&self, alert: Alert) -> &str {
        label_of(alert, self.book.alerts)
    }

    fn form(&self) -> Form {
        Form::Chapter
    }
}

/// Returns an XHTML file. `title` and `body` are escaped.
pub(crate) fn document(language: &str, title: &str, body: &str) -> String {
    let direction = if is_right_to_left(language) { "rtl" } else { "ltr" };
    let language = escaped(language);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}" dir="{direction}">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>{body}</body>
</html>
"#
    )
}
