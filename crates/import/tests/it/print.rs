//! Prints an import for inline snapshots.

use std::fmt::Write;

use cuttings_corpus::{Block, ContainerKind, LinkTarget, MarkKind};
use cuttings_import::{Import, Item, Limits, import_all};

/// Imports one file and prints what it holds.
pub(crate) fn imported(name: &str, bytes: &[u8]) -> String {
    printed(&import_all([(name, bytes)], &Limits::default()))
}

pub(crate) fn printed(import: &Import) -> String {
    let mut out = String::new();
    for item in &import.items {
        push_item(&mut out, item);
    }
    for picture in &import.pictures {
        let _ = writeln!(out, "{} {:?} {} bytes", picture.path, picture.size, picture.bytes.len());
    }
    for diagnostic in &import.diagnostics {
        let _ = writeln!(out, "{diagnostic}");
    }
    out
}

fn push_item(out: &mut String, item: &Item) {
    let article = &item.article;
    let _ = writeln!(out, "# {} [{}] {}", article.title, article.section, article.origin.file);
    let mut field = |name: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "{name}: {text}");
        }
    };
    field("standfirst", article.standfirst.clone());
    let authors = article.authors.iter().map(|it| match it.is_organisation {
        true => format!("{{{}}}", it.name),
        false => it.name.clone(),
    });
    field("authors", Some(authors.collect::<Vec<_>>().join(", ")));
    field("date", article.date.as_ref().map(|it| it.text.clone()));
    field("updated", article.updated.as_ref().map(|it| it.text.clone()));
    field("source", article.source.as_ref().and_then(|it| it.name.clone()));
    field("url", article.source.as_ref().and_then(|it| it.url.clone()));
    field("tags", Some(article.tags.join(", ")));
    field("language", article.language.clone());
    for custom in &article.custom {
        field(&custom.key, Some(custom.values.join(", ")));
    }
    let reading = &item.reading;
    let states = [
        ("read", reading.is_read),
        ("archived", reading.is_archived),
        ("favourite", reading.is_favourite),
    ];
    let states = states.iter().filter(|(_, it)| *it).map(|(name, _)| *name);
    field("state", Some(states.collect::<Vec<_>>().join(", ")));
    field("percent", reading.percent.map(|it| format!("{it}, block {}", item.block_of_position())));
    field("saved", reading.saved.as_ref().map(|it| it.text.clone()));
    for block in &article.body {
        push_block(out, block);
    }
    for it in &item.annotations {
        let _ = writeln!(out, "@ {:?} {:?} {:?} {:?}", it.block, it.quote, it.note, it.labels);
        if !it.prefix.is_empty() || !it.suffix.is_empty() {
            let _ = writeln!(out, "    between {:?} and {:?}", it.prefix, it.suffix);
        }
        if let Some(created) = &it.created {
            let _ = writeln!(out, "    made {}", created.text);
        }
    }
}

fn push_block(out: &mut String, block: &Block) {
    let containers = block.containers.iter().map(|it| match &it.kind {
        ContainerKind::Quotation => "> ".to_owned(),
        ContainerKind::List { start: None, .. } => "-".to_owned(),
        ContainerKind::List { start: Some(start), .. } => start.to_string(),
        ContainerKind::Item { .. } => format!("{} ", it.id),
        ContainerKind::Definition => ": ".to_owned(),
        other => format!("{other:?}"),
    });
    let containers = containers.collect::<String>();
    let kind = match &block.kind {
        cuttings_corpus::BlockKind::Paragraph => "p".to_owned(),
        cuttings_corpus::BlockKind::Heading { level } => format!("h{level}"),
        cuttings_corpus::BlockKind::Picture(picture) => {
            format!("picture {} “{}”", picture.path, picture.alt)
        }
        other => format!("{other:?}"),
    };
    let _ = writeln!(out, "{containers}{kind} {:?}", block.text);
    for mark in &block.marks {
        let text = &block.text[mark.range.clone()];
        let kind = match &mark.kind {
            MarkKind::Link(LinkTarget::Url(url)) => url.clone(),
            other => format!("{other:?}"),
        };
        let _ = writeln!(out, "    {text:?} {kind}");
    }
}
