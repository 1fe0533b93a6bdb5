//! The tables of contents of a book: that of EPUB 3, and that of EPUB 2 for older programs.

use crate::chapter::document;
use crate::{Book, chapter_file};
use cuttings_edition::Article;
use cuttings_html_writer::escaped;
use std::collections::BTreeSet;

/// The chapters of a section, which follow each other. Without a name, the chapters of a book that
/// is not in the order of its sections.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Group<'e> {
    name: &'e str,
    /// The files and titles of the chapters.
    chapters: Vec<(String, &'e str)>,
}

/// Groups the articles of a book by section, if no section has articles in two places and there is
/// more than one.
pub(crate) fn groups<'e>(articles: &[Article<'e>]) -> Vec<Group<'e>> {
    let mut groups: Vec<Group<'e>> = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let chapter = (chapter_file(index), article.title());
        match groups.last_mut() {
            Some(group) if group.name == article.section() => group.chapters.push(chapter),
            _ => groups.push(Group { name: article.section(), chapters: vec![chapter] }),
        }
    }
    let names: BTreeSet<&str> = groups.iter().map(|group| group.name).collect();
    if names.len() == groups.len() && groups.len() > 1 && !names.contains("") {
        return groups;
    }
    let chapters = groups.into_iter().flat_map(|group| group.chapters).collect();
    vec![Group { name: "", chapters }]
}

/// Returns the table of contents of EPUB 3.
pub(crate) fn navigation(book: &Book<'_>, groups: &[Group<'_>]) -> String {
    let heading = escaped(book.contents);
    let mut list = String::new();
    for group in groups {
        let chapters: String = group
            .chapters
            .iter()
            .map(|(file, title)| format!(r#"<li><a href="{file}">{}</a></li>"#, escaped(title)))
            .collect();
        list.push_str(&match group.name {
            "" => chapters,
            name => format!("<li><span>{}</span><ol>{chapters}</ol></li>", escaped(name)),
        });
    }
    let title = escaped(book.title);
    let body = format!(
        r#"<h1>{title}</h1><nav epub:type="toc" role="doc-toc"><h2>{heading}</h2><ol>{list}</ol></nav>"#
    );
    document(book.language, &title, &body)
}

/// Returns the table of contents of EPUB 2.
pub(crate) fn ncx(book: &Book<'_>, groups: &[Group<'_>]) -> String {
    let mut points = String::new();
    let mut order = 0;
    let point = |order: usize, label: &str, file: &str, inner: &str| {
        format!(
            r#"<navPoint id="n{order}" playOrder="{order}"><navLabel><text>{}</text></navLabel><content src="{file}"/>{inner}</navPoint>"#,
            escaped(label)
        )
    };
    for group in groups {
        let Some((first, _)) = group.chapters.first() else { continue };
        // A section stands at its first chapter, and both have the same place in the order.
        let section = order + 1;
        let mut chapters = String::new();
        for (file, title) in &group.chapters {
            order += 1;
            chapters.push_str(&match group.name {
                "" => point(order, title, file, ""),
                _ => point(order, title, file, "").replacen("id=\"n", "id=\"c", 1),
            });
        }
        points.push_str(&match group.name {
            "" => chapters,
            name => point(section, name, first, &chapters),
        });
    }
    let depth = 1 + usize::from(groups.iter().any(|group| !group.name.is_empty()));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="{}"/><meta name="dtb:depth" content="{depth}"/><meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head><docTitle><text>{}</text></docTitle><navMap>{points}</navMap></ncx>
"#,
        escaped(book.identifier),
        escaped(book.title)
    )
}
