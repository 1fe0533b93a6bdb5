//! WACZ: an archive of the web with the text of each page in `pages/pages.jsonl`, one object a
//! line. The stored responses themselves are not read.

use cuttings_corpus::{Article, DEFAULT_SECTION, Date, Source, find_day, line_of_text};
use cuttings_diagnostics::{Origin, Severity};
use serde_json::Value;

use crate::item::{Item, Reading};
use crate::unpack::{Archive, names, unpack_named};
use crate::{Flow, Importer, plain_text, web_address};

/// Reads the lists of pages.
pub(crate) fn read(name: &str, archive: &mut Archive<'_>, importer: &mut Importer<'_>) -> Flow {
    let lists: Vec<String> = names(archive)
        .filter(|entry| entry.starts_with("pages/") && entry.ends_with(".jsonl"))
        .collect();
    let before = importer.items;
    for entry in lists {
        let path = format!("{name}/{entry}");
        match unpack_named(archive, &entry, importer) {
            Some(Ok(bytes)) => pages(&path, &String::from_utf8_lossy(&bytes), importer)?,
            Some(Err(reason)) => importer.error(&path, reason)?,
            None => {}
        }
    }
    if importer.items == before {
        let reason = "This archive lists no pages.";
        return importer.error(name, reason);
    }
    Flow::Continue(())
}

fn pages(path: &str, text: &str, importer: &mut Importer<'_>) -> Flow {
    let mut without_text = 0_usize;
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        let page: Value = match serde_json::from_str(line) {
            Ok(page) => page,
            Err(error) => {
                let reason = format!("This line is not valid JSON, so it is left out: {error}.");
                importer.report(path, number, Severity::Warning, reason)?;
                continue;
            }
        };
        let field = |key: &str| page.get(key).and_then(Value::as_str).and_then(line_of_text);
        // The first line describes the list.
        let Some(url) = field("url").and_then(|url| web_address::web(&url)) else { continue };
        let title = field("title").filter(|title| web_address::web(title).is_none());
        let title = title.unwrap_or_else(|| web_address::title_of(&url));
        let body = plain_text::lines(page.get("text").and_then(Value::as_str).unwrap_or_default());
        without_text += usize::from(body.is_empty());
        let saved = field("ts").or_else(|| field("timestamp"));
        let saved = saved.map(|text| Date { day: find_day(&text), text });
        let mut body =
            crate::html::Body { blocks: body, anchors: Vec::new() }.without_title(&title);
        let article = Article {
            source: Some(Source { name: None, url: Some(url) }),
            body: std::mem::take(&mut body.blocks),
            ..Article::new(DEFAULT_SECTION, title, Origin::new(path, number))
        };
        let reading = Reading { saved, ..Reading::default() };
        importer.item(Item { reading, ..Item::new(article) })?;
    }
    match without_text {
        0 => Flow::Continue(()),
        count => importer.note(
            path,
            format!(
                "Pages without text, which are kept as teasers: {count}. Archive them again with the \
                 option that extracts text."
            ),
        ),
    }
}
