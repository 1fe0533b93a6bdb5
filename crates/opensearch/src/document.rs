//! The documents of the index: one for each item of an edition.

use crate::schema::{CUSTOM, Schema};
use cuttings_edition::{Article, Date, Edition, EntityKind, Item, Metadata, Teaser, column, facet};
use cuttings_search::{DocId, FacetId, Field};
use serde_json::{Map, Value, json};

/// The documents of an edition, as their ids and contents.
#[derive(Debug)]
pub struct Documents<'s, 'a, A> {
    items: std::vec::IntoIter<Item<'a>>,
    schema: &'s Schema<'a>,
    address: A,
}

/// Iterates over the documents of an edition: those of its articles, then those of its teasers.
///
/// `address` returns the address of an article from its slug. A document's id is `article-` and the
/// slug, or `teaser-` and its number.
pub fn documents<'s, 'a, A: Fn(&str) -> String>(
    edition: &Edition<'a>,
    schema: &'s Schema<'a>,
    address: A,
) -> Documents<'s, 'a, A> {
    Documents { items: edition.items().collect::<Vec<_>>().into_iter(), schema, address }
}

impl<A: Fn(&str) -> String> Iterator for Documents<'_, '_, A> {
    type Item = (String, Value);

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.items.next()?;
        let mut document = Map::new();
        let id = match &item {
            Item::Article(article) => {
                add_article(article, self.schema, &mut document);
                document.insert("address".to_owned(), json!((self.address)(article.slug())));
                ["article-", article.slug()].concat()
            }
            Item::Teaser(teaser) => {
                add_teaser(teaser, &mut document);
                format!("teaser-{}", teaser.id().0)
            }
        };
        add_indexed(&item, self.schema, &mut document);
        document.retain(|_, value| !is_empty(value));
        Some((id, Value::Object(document)))
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(values) => values.is_empty(),
        _ => false,
    }
}

fn add_article(article: &Article<'_>, schema: &Schema<'_>, document: &mut Map<String, Value>) {
    let mut insert = |name: &str, value: Value| document.insert(name.to_owned(), value);
    insert(Field::Standfirst.name(), json!(article.standfirst()));
    for field in [Field::Heading, Field::Body] {
        // One value for each block, so that no phrase spans two of them.
        let texts = article.blocks().filter(|block| block.field() == field);
        let texts = texts.map(|block| block.text()).filter(|text| !text.is_empty());
        insert(field.name(), texts.collect());
    }
    insert("word_count", json!(article.word_count()));
    insert("minutes", json!(article.minutes()));
    let metadata = article.metadata();
    insert("author", json!(metadata.author_names()));
    insert("tag", json!(metadata.tags));
    insert("source", json!(metadata.source));
    insert("source_url", json!(metadata.source_url));
    insert("custom", custom(&metadata, schema));
    for (name, date) in [("date", &metadata.date), ("updated", &metadata.updated)] {
        let Some(Date { text, day }) = date else { continue };
        insert(&[name, "_text"].concat(), json!(text));
        insert(name, json!(day.map(|day| day.iso())));
    }
}

fn add_teaser(teaser: &Teaser<'_>, document: &mut Map<String, Value>) {
    document.insert("age".to_owned(), json!(teaser.age()));
    document.insert("word_count".to_owned(), json!(0));
}

/// Adds what all items have, and the facets that only the index knows.
fn add_indexed(item: &Item<'_>, schema: &Schema<'_>, document: &mut Map<String, Value>) {
    let id = DocId(item.id().0);
    let mut insert = |name: &str, value: Value| document.insert(name.to_owned(), value);
    insert(Field::Title.name(), json!(item.title()));
    insert("section", json!(item.section()));
    insert("position", json!(id.0));
    insert("title_rank", json!(schema.index.sort_key(column::TITLE, id)));
    let labels = |id_of_facet: FacetId| -> Vec<&str> {
        let Some(facet) = schema.index.facet(id_of_facet) else { return Vec::new() };
        facet.values_of(id).map(|value| facet.label(value)).collect()
    };
    for (name, facet) in
        [("kind", facet::KIND), ("length", facet::LENGTH), ("lang", facet::LANGUAGE)]
    {
        insert(name, json!(labels(facet).first()));
    }
    for kind in EntityKind::ALL {
        insert(kind.name(), json!(labels(kind.facet())));
    }
}

/// Returns the custom fields as an object.
fn custom(metadata: &Metadata<'_>, schema: &Schema<'_>) -> Value {
    let mut object: Map<String, Value> = Map::new();
    for (field, value) in &metadata.custom {
        let path = schema.custom.get(field.0 as usize).map(|(_, path)| path.as_str());
        let name = path.and_then(|path| path.strip_prefix(CUSTOM)?.strip_prefix('.'));
        let Some(name) = name else { continue };
        let values = object.entry(name).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(values) = values {
            values.push(json!(value));
        }
    }
    Value::Object(object)
}
