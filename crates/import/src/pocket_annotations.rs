//! The highlights in Pocket's export: `annotations/part_000000.json` beside the table of addresses.
//!
//! ```text
//! [{ "url": "…", "title": "…", "highlights": [{ "quote": "…", "created_at": 1592000000 }] }]
//! ```

use std::collections::HashSet;
use std::ops::ControlFlow;

use cuttings_corpus::{Article, DEFAULT_SECTION, Source, line_of_text};
use cuttings_diagnostics::Origin;
use serde_json::Value;

use crate::csv_rows;
use crate::highlight::{self, SavedHighlight};
use crate::item::Item;
use crate::unpack::{Archive, names, unpack_named};
use crate::{File, Flow, Importer, web_address};

/// Reads highlights without a table: each item becomes a teaser.
pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    collect(file, importer)?;
    pass_on_rest(file.name, importer)
}

/// Reads the highlights of an archive before its table. Returns their entries.
pub(crate) fn read_entries(
    name: &str,
    archive: &mut Archive<'_>,
    importer: &mut Importer<'_>,
) -> ControlFlow<(), HashSet<String>> {
    let is_list = |entry: &String| {
        let mut pieces = entry.rsplit('/');
        let file = pieces.next().unwrap_or_default();
        file.starts_with("part_") && file.ends_with(".json") && pieces.next() == Some("annotations")
    };
    let entries: HashSet<String> = names(archive).filter(is_list).collect();
    let mut sorted: Vec<&String> = entries.iter().collect();
    sorted.sort();
    for entry in sorted {
        let path = format!("{name}/{entry}");
        match unpack_named(archive, entry, importer) {
            Some(Ok(bytes)) => collect(&File { name: &path, bytes: &bytes }, importer)?,
            Some(Err(reason)) => importer.error(&path, reason)?,
            None => {}
        }
    }
    ControlFlow::Continue(entries)
}

fn collect(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let items: Vec<Value> = match serde_json::from_slice(file.bytes) {
        Ok(items) => items,
        Err(error) => {
            let reason =
                format!("These highlights are not valid: {error}. Export them again from Pocket.");
            return importer.error(file.name, reason);
        }
    };
    for item in &items {
        let text =
            |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let Some(url) = text(item, "url").and_then(|url| web_address::web(&url)) else { continue };
        let title = text(item, "title").and_then(|title| line_of_text(&title));
        for highlight in item.get("highlights").and_then(Value::as_array).into_iter().flatten() {
            let created = highlight.get("created_at").and_then(|it| match it {
                Value::Number(seconds) => Some(seconds.to_string()),
                it => it.as_str().map(str::to_owned),
            });
            let quote = text(highlight, "quote").unwrap_or_default();
            let note = text(highlight, "note").unwrap_or_default();
            if quote.trim().is_empty() && note.trim().is_empty() {
                continue;
            }
            importer.highlights.entry(url.clone()).or_default().push(SavedHighlight {
                title: title.clone(),
                quote,
                note,
                created: created.map(|it| csv_rows::date(&it)),
            });
        }
    }
    Flow::Continue(())
}

/// Passes on the highlights whose items are in no table.
pub(crate) fn pass_on_rest(file: &str, importer: &mut Importer<'_>) -> Flow {
    let mut rest: Vec<_> = std::mem::take(&mut importer.highlights).into_iter().collect();
    rest.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (url, saved) in rest {
        let title = saved.iter().find_map(|it| it.title.clone());
        let title = title.unwrap_or_else(|| web_address::title_of(&url));
        let article = Article {
            source: Some(Source { name: None, url: Some(url) }),
            ..Article::new(DEFAULT_SECTION, title, Origin::new(file, 1))
        };
        let annotations = highlight::located(&article, &saved);
        importer.item(Item { annotations, ..Item::new(article) })?;
    }
    Flow::Continue(())
}
