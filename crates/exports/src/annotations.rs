//! Writes highlights and notes as annotations for other programs (W3C Web Annotation Data Model).

use crate::address::{BASE_URL_PLACEHOLDER, article_url};
use crate::{Audience, Bookmarks};
use cuttings_edition::{Article, Edition, Item};
use serde_json::{Value, json};

/// The number of characters around a passage by which programs find it again.
const CONTEXT: usize = 32;

/// Returns the highlights and notes of an edition as an annotation page in JSON-LD, in the order of
/// the articles. Annotations are of the originals of articles where these are known, and of the
/// pages of the site elsewhere. Those have URLs that start with [`BASE_URL_PLACEHOLDER`].
pub fn annotations(edition: &Edition<'_>, audience: Audience, bookmarks: &Bookmarks) -> String {
    let articles = edition.items().filter_map(|item| match item {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    });
    let items: Vec<Value> =
        articles.flat_map(|article| annotations_of(&article, audience, bookmarks)).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{BASE_URL_PLACEHOLDER}saved/"),
        "type": "AnnotationPage",
        "items": items,
    });
    format!("{page:#}\n")
}

fn annotations_of(article: &Article<'_>, audience: Audience, bookmarks: &Bookmarks) -> Vec<Value> {
    let page = article_url(article.slug());
    let original = article.metadata().source_url.filter(|_| audience == Audience::Owner);
    let source = original.unwrap_or(&page);
    let notes = bookmarks.of(article.slug()).map_or(&[][..], |record| &record.notes);
    let annotation = |(number, note): (usize, &crate::Note)| {
        let block = note.block.checked_sub(1).and_then(|at| article.blocks().nth(at as usize));
        let mut selector = json!({ "type": "TextQuoteSelector", "exact": note.quote });
        if let Some((prefix, suffix)) = block.and_then(|it| around(it.text(), &note.quote)) {
            selector["prefix"] = json!(prefix);
            selector["suffix"] = json!(suffix);
        }
        let mut annotation = json!({
            "id": format!("{page}#note-{number}"),
            "type": "Annotation",
            "motivation": "highlighting",
            "target": { "source": source, "selector": selector },
        });
        if !note.text.is_empty() {
            annotation["motivation"] = json!("commenting");
            annotation["body"] =
                json!({ "type": "TextualBody", "format": "text/plain", "value": note.text });
        }
        annotation
    };
    (1..).zip(notes).map(annotation).collect()
}

/// Returns the characters before and behind a passage, if the text has it.
fn around<'a>(text: &'a str, quote: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = text.split_once(quote)?;
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    Some((before.get(from..)?, after.get(..end)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{self as seeds, Site};
    use cuttings_diagnostics::SourceFile;

    const FERRY: &str = "---\ntitle: Ferry\nsource: {url: 'https://a.example/ferry'}\n---\n\n\
        It left at dawn.\n\nIt came back after nine years to the north.\n";

    fn page(audience: Audience, rows: &str) -> Value {
        let files = [
            SourceFile { name: "ferry.md", bytes: FERRY.as_bytes() },
            SourceFile { name: "quay.md", bytes: b"# Quay\n\nStone.\n" },
        ];
        let corpus = seeds::parse(&files);
        let bytes = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        let edition = Edition::open(&bytes).unwrap();
        let rows = format!(r#"[["cuttings-shelf","1"],{rows}]"#);
        let text = annotations(&edition, audience, &Bookmarks::parse(&rows));
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn notes_are_annotations_of_the_original() {
        let rows = r#"["note","ferry","2","nine years","So \"long\""],["saved","quay"]"#;
        let page = page(Audience::Owner, rows);
        assert_eq!(page["type"], "AnnotationPage");
        let expected = json!([{
            "id": "https://address.invalid/article/ferry/#note-1",
            "type": "Annotation",
            "motivation": "commenting",
            "body": { "type": "TextualBody", "format": "text/plain", "value": "So \"long\"" },
            "target": {
                "source": "https://a.example/ferry",
                "selector": {
                    "type": "TextQuoteSelector",
                    "exact": "nine years",
                    "prefix": "It came back after ",
                    "suffix": " to the north.",
                },
            },
        }]);
        assert_eq!(page["items"], expected);
    }

    #[test]
    fn highlights_have_no_body_and_may_be_lost() {
        let rows = r#"["note","quay","1","Stone",""],["note","quay","9","wood",""]"#;
        let page = page(Audience::Everybody, rows);
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!(items[0]["motivation"], "highlighting");
        assert_eq!(items[0]["body"], Value::Null);
        assert_eq!(items[0]["target"]["source"], "https://address.invalid/article/quay/");
        assert_eq!(
            items[1]["target"]["selector"],
            json!({"type": "TextQuoteSelector", "exact": "wood"})
        );
    }

    #[test]
    fn surroundings_are_short() {
        let text = "Ä".repeat(40) + " the ferry " + &"ö".repeat(40);
        let (before, after) = around(&text, "the ferry").unwrap();
        assert_eq!((before.chars().count(), after.chars().count()), (CONTEXT, CONTEXT));
        assert_eq!(around("the ferry", "the ferry"), Some(("", "")));
    }
}
