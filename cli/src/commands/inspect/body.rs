//! Prints the metadata of an article and the blocks of its body with their marks.

use std::fmt::Write as _;

use cuttings_corpus::{Article, Block, BlockKind, ContainerKind, Day, LinkTarget, MarkKind};

use super::fit;

/// Writes an article: its metadata, then a line for each block and mark.
pub(super) fn write(out: &mut String, article: &Article, columns: usize) {
    let _ = writeln!(out, "“{}” ({}:{})", article.title, article.origin.file, article.origin.line);
    for (name, value) in metadata(article) {
        let _ = writeln!(out, "  {name:<12}  {value}");
    }
    for (number, block) in article.body.iter().enumerate() {
        let mut head = kind(block).to_owned();
        for detail in details(block) {
            let _ = write!(head, ", {detail}");
        }
        let text = fit(&block.text, columns.saturating_sub(head.chars().count() + 11).max(24));
        let _ = writeln!(out, "  {number:>5}  {head}  {}", text.trim_end());
        for it in &block.marks {
            let text = block.text.get(it.range.clone()).unwrap_or_default();
            let text = fit(text, text.chars().count().min(columns / 2));
            let _ = writeln!(out, "         {} “{}”", mark(&it.kind), text.trim_end());
        }
    }
    let _ = writeln!(out);
}

/// Returns the names and values of the metadata that an article has.
fn metadata(article: &Article) -> Vec<(&str, String)> {
    let mut rows = vec![("section", article.section.clone())];
    rows.extend(article.standfirst.iter().map(|text| ("standfirst", text.clone())));
    rows.extend(article.authors.iter().map(|author| match author.is_organisation {
        true => ("organisation", author.name.clone()),
        false => ("author", author.name.clone()),
    }));
    for (name, date) in [("date", &article.date), ("updated", &article.updated)] {
        rows.extend(date.iter().map(|date| {
            let day = date.day.map_or("no day".to_owned(), day);
            (name, format!("{} ({day})", date.text))
        }));
    }
    if let Some(source) = &article.source {
        rows.extend(
            [&source.name, &source.url].into_iter().flatten().map(|it| ("source", it.clone())),
        );
    }
    if !article.tags.is_empty() {
        rows.push(("tags", article.tags.join(", ")));
    }
    rows.extend(article.language.iter().map(|text| ("language", text.clone())));
    rows.extend(article.slug.iter().map(|text| ("slug", text.clone())));
    rows.extend(article.picture.iter().map(|picture| ("picture", picture.path.clone())));
    rows.extend(article.custom.iter().map(|field| (&*field.key, field.values.join(", "))));
    rows
}

/// Formats a day as `2024-05-16`.
pub(super) fn day(Day { year, month, day }: Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// Returns the name of a block's kind.
pub(super) fn kind(block: &Block) -> &'static str {
    match block.kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading { .. } => "heading",
        BlockKind::Code { .. } => "code",
        BlockKind::Table { .. } => "table",
        BlockKind::Picture(_) => "picture",
        BlockKind::Rule => "rule",
        BlockKind::Term => "term",
    }
}

/// Returns what else there is to a block: level, language or file, and the containers.
pub(super) fn details(block: &Block) -> Vec<String> {
    let mut details: Vec<String> = block
        .containers
        .iter()
        .map(|container| match &container.kind {
            ContainerKind::Quotation => "quotation".to_owned(),
            ContainerKind::Alert(alert) => format!("{alert:?}").to_lowercase(),
            ContainerKind::List { start: Some(start), .. } => format!("list from {start}"),
            ContainerKind::List { start: None, .. } => "list".to_owned(),
            ContainerKind::Item { task: Some(true) } => "item, done".to_owned(),
            ContainerKind::Item { task: Some(false) } => "item, to do".to_owned(),
            ContainerKind::Item { task: None } => "item".to_owned(),
            ContainerKind::Definition => "definition".to_owned(),
            ContainerKind::Footnote { number } => format!("footnote {number}"),
        })
        .collect();
    match &block.kind {
        BlockKind::Heading { level } => details.push(format!("level {level}")),
        BlockKind::Code { language: Some(language) } => details.push(language.clone()),
        BlockKind::Table { columns } => details.push(format!("{} columns", columns.len())),
        BlockKind::Picture(picture) => {
            details.push(picture.path.clone());
            details.extend(picture.size.map(|(width, height)| format!("{width} × {height}")));
        }
        _ => {}
    }
    details
}

/// Returns the name of a mark, with the target of a link.
pub(super) fn mark(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Strong => "strong".to_owned(),
        MarkKind::Emphasis => "emphasis".to_owned(),
        MarkKind::Code => "code".to_owned(),
        MarkKind::Strikethrough => "strikethrough".to_owned(),
        MarkKind::Superscript => "superscript".to_owned(),
        MarkKind::Subscript => "subscript".to_owned(),
        MarkKind::Highlight => "highlight".to_owned(),
        MarkKind::Link(target) => match target {
            LinkTarget::Url(url) => format!("link to {url}"),
            LinkTarget::Article { article, block: None } => format!("link to article {article}"),
            LinkTarget::Article { article, block: Some(block) } => {
                format!("link to block {block} of article {article}")
            }
            LinkTarget::Block(block) => format!("link to block {block}"),
            LinkTarget::Relative(path) | LinkTarget::Wiki(path) => {
                format!("unresolved link to {path}")
            }
        },
        MarkKind::FootnoteReference { number } => format!("footnote {number}"),
        MarkKind::Picture(picture) => format!("picture {}", picture.path),
    }
}
