//! Reads lists of authors and of tags. Both return the texts that have no place in an article.

use super::value::{MAX_ITEMS, Value};
use super::{line_of_text, without_wiki_brackets};
use crate::{authors, metadata::Author};

/// Adds the authors of a value: names, lists of names, or maps with a name.
pub(super) fn add_authors<'v>(value: &'v Value, authors: &mut Vec<Author>) -> Vec<&'v str> {
    let mut unused = Vec::new();
    add_authors_at(value, authors, 0, &mut unused);
    unused
}

fn add_authors_at<'v>(
    value: &'v Value,
    authors: &mut Vec<Author>,
    depth: usize,
    unused: &mut Vec<&'v str>,
) {
    let mut add = |author: Author| {
        if !authors.contains(&author) {
            authors.push(author);
        }
    };
    match value {
        Value::Absent => {}
        Value::Text(text) => authors::split(text).into_iter().for_each(add),
        Value::List(items) => {
            items.iter().for_each(|item| add_authors_at(item, authors, depth, unused));
        }
        Value::Map(entries) => {
            let mut used: Vec<&str> = Vec::new();
            let mut text = |keys: &[&str]| {
                let text = value.get(keys)?.texts().into_iter().next()?;
                used.push(text);
                line_of_text(text)
            };
            let name = text(&["name", "literal", "display_name", "title"]).or_else(|| {
                let given = text(&["given", "first", "first_name", "givenName"]);
                let family = text(&["family", "last", "last_name", "familyName"])?;
                Some(given.map_or(family.clone(), |given| format!("{given} {family}")))
            });
            match name.and_then(|name| authors::one(&name)) {
                Some(mut author) => {
                    let spelled = value.get(&["type", "@type", "kind"]).map(Value::texts);
                    let spelled = spelled.and_then(|texts| texts.into_iter().next());
                    let kind = spelled.unwrap_or_default().trim().to_lowercase();
                    let is_person = kind == "person";
                    let is_organisation = kind.starts_with("organi")
                        || matches!(&*kind, "org" | "group" | "team" | "company");
                    if is_person || is_organisation {
                        author.is_organisation = is_organisation;
                        used.extend(spelled);
                    }
                    add(author);
                    unused.extend(value.texts().into_iter().filter(|text| !used.contains(text)));
                }
                // A map from identifiers to authors.
                None if depth == 0 => {
                    for entry in entries {
                        add_authors_at(&entry.value, authors, 1, unused);
                    }
                }
                None => unused.extend(value.texts()),
            }
        }
    }
}

/// Adds the tags of a value: a list, or a text with commas or with `#`.
pub(super) fn add_tags<'v>(value: &'v Value, tags: &mut Vec<String>) -> Vec<&'v str> {
    let mut unused = Vec::new();
    let mut add = |text: &str| {
        let text = text.trim().trim_start_matches('#');
        if let Some(tag) = line_of_text(without_wiki_brackets(text))
            && !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase())
        {
            tags.push(tag);
        }
    };
    match value {
        Value::Absent => {}
        Value::Text(text) => {
            let has_hashes = text.split_whitespace().all(|word| word.starts_with('#'));
            let is_separator = |c: char| c == ',' || c == ';' || (has_hashes && c.is_whitespace());
            let mut parts = text.split(is_separator);
            parts.by_ref().take(MAX_ITEMS).for_each(add);
            unused.extend(parts);
        }
        Value::List(items) => {
            for item in items {
                match item.get(&["name", "title", "label"]) {
                    Some(name) => {
                        let names = name.texts();
                        let is_unused = |text: &&str| !names.contains(text);
                        unused.extend(item.texts().into_iter().filter(is_unused));
                        names.into_iter().for_each(&mut add);
                    }
                    None => item.texts().into_iter().for_each(&mut add),
                }
            }
        }
        Value::Map(_) => value.texts().into_iter().for_each(add),
    }
    unused
}
