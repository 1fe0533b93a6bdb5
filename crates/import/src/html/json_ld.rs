//! Reads what a page says about its article in JSON-LD, in the words of schema.org.

use cuttings_corpus::{Author, decode_entities, line_of_text, one_author, split_authors};
use dom_query::Document;
use serde_json::{Map, Value};

/// The type of the scripts that hold JSON-LD.
pub(super) const TYPE: &str = "application/ld+json";

/// The most objects of a page that are looked at.
const MAX_OBJECTS: usize = 2000;

/// The most items of a list, such as one of authors.
const MAX_ITEMS: usize = 50;

/// The article in the words of JSON-LD. Texts are on one line.
#[derive(Debug, Default)]
pub(super) struct JsonLd {
    pub(super) headline: Option<String>,
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) authors: Vec<Author>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) section: Option<String>,
    pub(super) keywords: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
}

impl JsonLd {
    /// Reads the JSON-LD of a page.
    pub(super) fn read(document: &Document) -> Self {
        let mut values = Vec::new();
        for script in document.select("script[type]").nodes() {
            let kind = script.attr("type").unwrap_or_default();
            if kind.trim().eq_ignore_ascii_case(TYPE)
                && let Some(value) = parse(&script.text())
            {
                values.push(value);
            }
        }
        let objects = objects(&values);
        let article = objects.iter().filter_map(|it| Some((rank(it)?, it)));
        // The first of the best kind: the article comes before those that it links to.
        let best = article.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((_, article)) = best else { return Self::default() };
        Self::of(article, &objects)
    }

    fn of(article: &Map<String, Value>, objects: &[&Map<String, Value>]) -> Self {
        let text = |key: &str| article.get(key).and_then(text_of);
        let mut authors = Vec::new();
        for key in ["author", "creator"] {
            if authors.is_empty()
                && let Some(value) = article.get(key)
            {
                add_authors(value, objects, &mut authors);
            }
        }
        let mut keywords = Vec::new();
        match article.get("keywords") {
            Some(Value::String(text)) => {
                keywords.extend(text.split([',', ';']).filter_map(line));
            }
            Some(Value::Array(items)) => keywords.extend(items.iter().filter_map(text_of)),
            _ => {}
        }
        let publisher = article.get("publisher").map(|it| referred(it, objects));
        Self {
            headline: text("headline"),
            name: text("name"),
            description: text("description"),
            authors,
            published: text("datePublished").or_else(|| text("dateCreated")),
            modified: text("dateModified"),
            publisher: publisher.and_then(text_of),
            section: text("articleSection"),
            keywords,
            language: text("inLanguage"),
            url: text("url").or_else(|| {
                let page = article.get("mainEntityOfPage")?;
                page.as_object().and_then(|it| it.get("@id")).or(Some(page)).and_then(text_of)
            }),
        }
    }
}

/// Parses the text of a script, whose strings may contain line ends although JSON forbids them.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim();
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text.strip_suffix("-->").unwrap_or(text);
    let start = text.find(['{', '['])?;
    let end = text.rfind(['}', ']'])? + 1;
    let text = text.get(start..end)?;
    serde_json::from_str(text).ok().or_else(|| {
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&clean).ok()
    })
}

/// Returns the objects that may be articles, people or organisations, in their order.
fn objects(values: &[Value]) -> Vec<&Map<String, Value>> {
    let mut objects = Vec::new();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop() {
        if objects.len() >= MAX_OBJECTS {
            break;
        }
        match value {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(object) => {
                objects.push(object);
                for key in ["mainEntity", "mainEntityOfPage", "@graph"] {
                    open.extend(object.get(key).filter(|it| it.is_array() || it.is_object()));
                }
            }
            _ => {}
        }
    }
    objects
}

/// Returns a greater number the more an object looks like an article; `None` if it is none.
fn rank(object: &Map<String, Value>) -> Option<u8> {
    let types = match object.get("@type")? {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        value => vec![value.as_str()?],
    };
    let rank_of = |name: &str| {
        let name = name.rsplit(['/', ':']).next().unwrap_or_default();
        match name {
            _ if name.ends_with("Article") || name.ends_with("Posting") => Some(3),
            "Report" | "Review" | "CriticReview" | "Recipe" | "HowTo" => Some(2),
            "WebPage" | "ItemPage" | "CreativeWork" => Some(1),
            _ => None,
        }
    };
    types.into_iter().filter_map(rank_of).max()
}

/// Returns the object that a value refers to by its `@id`, or else the value.
fn referred<'a>(value: &'a Value, objects: &[&'a Map<String, Value>]) -> &'a Value {
    let Some(object) = value.as_object().filter(|it| !it.contains_key("name")) else {
        return value;
    };
    let Some(id) = object.get("@id").and_then(Value::as_str) else { return value };
    let is_it = |it: &&&Map<String, Value>| {
        it.get("@id").and_then(Value::as_str) == Some(id) && it.contains_key("name")
    };
    objects.iter().find(is_it).and_then(|it| it.get("name")).unwrap_or(value)
}

fn add_authors(value: &Value, objects: &[&Map<String, Value>], authors: &mut Vec<Author>) {
    let items = match value {
        Value::Array(items) => items.iter().take(MAX_ITEMS).collect(),
        value => vec![value],
    };
    for item in items {
        let item = referred(item, objects);
        let Some(name) = text_of(item).filter(|name| !name.contains("://")) else { continue };
        let kind = item.get("@type").and_then(Value::as_str).unwrap_or_default();
        let found = match kind.ends_with("Organization") {
            true => one_author(&name)
                .map(|author| Author { is_organisation: true, ..author })
                .into_iter()
                .collect(),
            false => split_authors(&name),
        };
        for author in found {
            if !authors.contains(&author) {
                authors.push(author);
            }
        }
    }
}

/// Returns the text of a value: of a list, that of its first item, and of an object, its name.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => line(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().take(MAX_ITEMS).find_map(|item| match item {
            Value::Array(_) => None,
            item => text_of(item),
        }),
        Value::Object(object) => match object.get("name").or_else(|| object.get("@value"))? {
            Value::String(text) => line(text),
            Value::Array(items) => items.first().and_then(Value::as_str).and_then(line),
            _ => None,
        },
        _ => None,
    }
}

/// Returns a text on one line with its entities decoded, which sites escape twice.
fn line(text: &str) -> Option<String> {
    line_of_text(&decode_entities(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> JsonLd {
        JsonLd::read(&Document::from(format!("<script type='{TYPE}'>{json}</script>")))
    }

    #[test]
    fn articles_are_found_in_lists_and_graphs() {
        let article = r#"{"@type":"NewsArticle","headline":"Ferry &amp; Harbour","author":
            [{"@type":"Person","name":"Ada Okonkwo"},{"@type":"Organization","name":"Coast Desk"}],
            "datePublished":"2024-05-16T08:00:00Z","keywords":"ferries, harbours"}"#;
        for json in [
            article.to_owned(),
            format!(r#"[{{"@type":"WebSite","name":"Coast"}},{article}]"#),
            format!(r#"{{"@graph":[{{"@type":"WebPage","name":"x"}},{article}]}}"#),
            format!(r#"{{"@type":"WebPage","name":"x","mainEntity":{article}}}"#),
        ] {
            let found = read(&json);
            assert_eq!(found.headline.as_deref(), Some("Ferry & Harbour"), "{json}");
            let names: Vec<_> = found.authors.iter().map(|it| &*it.name).collect();
            assert_eq!(names, ["Ada Okonkwo", "Coast Desk"]);
            assert!(found.authors[1].is_organisation);
            assert_eq!(found.keywords, ["ferries", "harbours"]);
        }
    }

    #[test]
    fn references_are_followed() {
        let json = r##"{"@graph":[
            {"@type":"Article","headline":"A","author":{"@id":"#ada"},"publisher":{"@id":"#c"}},
            {"@type":"Person","@id":"#ada","name":"Ada Okonkwo"},
            {"@type":"Organization","@id":"#c","name":"Coast"}]}"##;
        let found = read(json);
        assert_eq!(found.authors, [Author::person("Ada Okonkwo")]);
        assert_eq!(found.publisher.as_deref(), Some("Coast"));
    }

    #[test]
    fn line_ends_in_strings_are_read() {
        let found = read("{\"@type\":\"Article\",\"headline\":\"A\nB\"}");
        assert_eq!(found.headline.as_deref(), Some("A B"));
        assert!(read("{").headline.is_none());
        assert!(read("[[[]]]").headline.is_none());
    }
}
