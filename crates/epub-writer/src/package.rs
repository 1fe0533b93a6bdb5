//! The package document of a book: its metadata, its files and their order.

use crate::pictures::Pictures;
use crate::{Book, chapter_file};
use cuttings_edition::{Article, Day};
use cuttings_html_writer::escaped;
use std::collections::BTreeSet;

/// The most authors that a book names. Catalogues show them all in one line.
const MAX_AUTHORS: usize = 20;

/// The day of a book whose articles have no dates. Every book has to say when it was changed, and
/// the same articles give the same book.
const NO_DAY: &str = "2000-01-01";

/// The languages that are written from right to left, by their first subtags.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Returns whether a language is written from right to left.
pub(crate) fn is_right_to_left(language: &str) -> bool {
    let first = language.split('-').next().unwrap_or_default();
    RIGHT_TO_LEFT.iter().any(|language| first.eq_ignore_ascii_case(language))
}

/// Returns the package document.
pub(crate) fn package(book: &Book<'_>, articles: &[Article<'_>], pictures: &Pictures) -> String {
    let mut items = String::new();
    let mut spine = String::new();
    for index in 0..articles.len() {
        let file = chapter_file(index);
        let id = index + 1;
        items.push_str(&item(&format!("c{id}"), &file, "application/xhtml+xml"));
        spine.push_str(&format!(r#"<itemref idref="c{id}"/>"#));
    }
    for (number, picture) in pictures.values().enumerate() {
        items.push_str(&item(&format!("i{}", number + 1), &picture.file, picture.media_type));
    }
    let direction = if is_right_to_left(book.language) { "rtl" } else { "ltr" };
    let language = escaped(book.language);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{}</metadata>
<manifest><item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="ncx" href="contents.ncx" media-type="application/x-dtbncx+xml"/><item id="style" href="style.css" media-type="text/css"/>{items}</manifest>
<spine toc="ncx" page-progression-direction="{direction}"><itemref idref="nav"/>{spine}</spine>
</package>
"#,
        metadata(book, articles, !pictures.is_empty())
    )
}

fn item(id: &str, file: &str, media_type: &str) -> String {
    format!(r#"<item id="{id}" href="{file}" media-type="{media_type}"/>"#)
}

fn metadata(book: &Book<'_>, articles: &[Article<'_>], has_pictures: bool) -> String {
    let mut out = String::new();
    let mut add = |element: &str, text: &str| {
        let name = element.split(' ').next().unwrap_or_default();
        out.push_str(&format!("<{element}>{}</{name}>", escaped(text)));
    };
    add(r#"dc:identifier id="id""#, book.identifier);
    add("dc:title", book.title);
    let mut languages = vec![book.language];
    for language in articles.iter().filter_map(Article::language) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    for language in languages {
        add("dc:language", language);
    }
    let metadata: Vec<_> = articles.iter().map(Article::metadata).collect();
    let mut seen = BTreeSet::new();
    let authors = metadata.iter().flat_map(|metadata| metadata.author_names());
    for author in authors.filter(|author| seen.insert(*author)).take(MAX_AUTHORS) {
        add("dc:creator", author);
    }
    if let Some(base) = book.base {
        add("dc:source", base);
    }
    let days = metadata.iter().flat_map(|metadata| [metadata.date, metadata.updated]);
    let last = days.flatten().filter_map(|date| date.day).max();
    let last = last.map_or_else(|| NO_DAY.to_owned(), Day::iso);
    add(r#"meta property="dcterms:modified""#, &format!("{last}T00:00:00Z"));
    let mut access = |property: &str, text: &str| {
        add(&format!(r#"meta property="schema:{property}""#), text);
    };
    access("accessMode", "textual");
    if has_pictures {
        access("accessMode", "visual");
    }
    access("accessModeSufficient", "textual");
    access("accessibilityFeature", "structuralNavigation");
    access("accessibilityFeature", "tableOfContents");
    access("accessibilityHazard", "none");
    out
}
