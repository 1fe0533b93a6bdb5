//! CSL-JSON, as Zotero and citation processors write it.

use cuttings_corpus::{Author, line_of_text};
use serde_json::Value;

use super::{Reference, person};
use crate::{File, Flow, Importer, html};

pub(crate) fn read(file: &File<'_>, importer: &mut Importer<'_>) -> Flow {
    let text = html::decoded(file).unwrap_or_default();
    let root: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(root) => root,
        Err(error) => {
            let reason = format!("This bibliography is not valid: {error}. Export it again.");
            return importer.error(file.name, reason);
        }
    };
    let items = root.as_array().or_else(|| root.get("items")?.as_array());
    for item in items.into_iter().flatten() {
        reference(item).pass_on(file.name, importer)?;
    }
    Flow::Continue(())
}

fn reference(item: &Value) -> Reference {
    let text = |key: &str| match item.get(key)? {
        Value::String(text) => line_of_text(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let whole = |key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
    let first = |keys: &[&str]| keys.iter().find_map(|key| text(key));
    let keywords = item.get("keyword").or_else(|| item.get("categories"));
    let custom = [
        ("type", "type"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("pages", "page"),
        ("publisher", "publisher"),
        ("isbn", "ISBN"),
        ("issn", "ISSN"),
    ];
    Reference {
        line: 1,
        title: text("title"),
        authors: names(item, "author").or_else(|| names(item, "editor")).unwrap_or_default(),
        date: item.get("issued").and_then(date),
        publication: first(&["container-title", "event-title", "publisher"]),
        url: text("URL"),
        doi: text("DOI"),
        abstract_text: whole("abstract"),
        notes: whole("note").into_iter().collect(),
        tags: match keywords {
            Some(Value::String(text)) => text.split([',', ';']).map(str::to_owned).collect(),
            Some(Value::Array(list)) => {
                list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            _ => Vec::new(),
        },
        language: text("language"),
        added: None,
        custom: custom.iter().filter_map(|(name, key)| Some((*name, text(key)?))).collect(),
    }
}

fn names(item: &Value, key: &str) -> Option<Vec<Author>> {
    let names: Vec<Author> = item.get(key)?.as_array()?.iter().filter_map(name).collect();
    (!names.is_empty()).then_some(names)
}

fn name(value: &Value) -> Option<Author> {
    let part = |key: &str| value.get(key).and_then(Value::as_str);
    if let Some(literal) = part("literal") {
        return Some(Author::organisation(line_of_text(literal)?));
    }
    let particle = part("non-dropping-particle").or_else(|| part("dropping-particle"));
    let name = person(part("given"), particle, part("family")?, part("suffix"));
    Some(Author::person(line_of_text(&name)?))
}

/// Returns a date: `date-parts` of a year, a month and a day, or a text.
fn date(value: &Value) -> Option<String> {
    let parts = value.get("date-parts").and_then(|it| it.get(0)).and_then(Value::as_array);
    let Some(parts) = parts else {
        let text = ["raw", "literal"].iter().find_map(|key| value.get(key)?.as_str());
        return line_of_text(text.or(value.as_str())?);
    };
    let number = |at: usize| {
        let part = parts.get(at)?;
        part.as_u64().or_else(|| part.as_str()?.parse().ok())
    };
    let mut date = format!("{:04}", number(0)?);
    for part in [number(1), number(2)].into_iter().map_while(|part| part) {
        date.push_str(&format!("-{part:02}"));
    }
    Some(date)
}
