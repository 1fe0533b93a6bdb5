//! Tests that a reader of feeds reads any text back.

use super::*;
use cuttings_corpus::{Author, Block, Corpus, Date, Day};
use cuttings_diagnostics::Origin;
use feed_rs::model::Feed;
use proptest::prelude::*;

/// Opens an edition of one article.
fn library(article: cuttings_corpus::Article) -> Library {
    let corpus = Corpus { articles: vec![article], ..Corpus::default() };
    let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
    Library::open(edition.leak()).unwrap()
}

fn read(text: &str) -> Feed {
    feed_rs::parser::parse(text.as_bytes()).expect(text)
}

/// Compares texts without regard to white space, which readers of feeds trim.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_feed_reader_sees_any_text(
        title in "[ -~]{1,30}|.{1,30}",
        author in "[ -~]{1,20}|.{1,20}",
        tag in "[ -~]{1,20}|.{1,20}",
        text in "[ -~]{1,30}|.{1,30}",
    ) {
        let day = Some(Day { year: 2024, month: 5, day: 16 });
        let library = library(cuttings_corpus::Article {
            authors: vec![Author::person(author.as_str())],
            tags: vec![tag.clone()],
            date: Some(Date { text: "16 May".to_owned(), day }),
            body: vec![Block::paragraph(text)],
            ..cuttings_corpus::Article::new("Coast", title.as_str(), Origin::new("a.md", 1))
        });
        let base_url = Some("https://example.org/".to_owned());
        let site = Site { base_url, ..Site::default() };
        let pages = Pages::new(&library, 1);
        let feeds = [
            atom(&site, &library, &pages).unwrap(),
            json_feed(&site, &library, &pages).unwrap(),
        ];
        for feed in feeds.map(|feed| read(&feed)) {
            let entry = &feed.entries[0];
            let published = entry.published.map(|date| date.to_string());
            prop_assert_eq!(published.as_deref(), Some("2024-05-16 00:00:00 UTC"));
            if !line(&author).is_empty() {
                let name = entry.authors[0].name.clone().unwrap_or_default();
                prop_assert_eq!(words(&name), words(&line(&author)));
            }
            let terms: Vec<String> = entry.categories.iter().map(|term| words(&term.term)).collect();
            let tag = words(&line(&tag));
            prop_assert!(tag.is_empty() || terms.contains(&tag), "{:?}", terms);
        }
        // This reader takes titles in JSON for HTML.
        let entry = read(&atom(&site, &library, &pages).unwrap()).entries.remove(0);
        let found = entry.title.map(|title| words(&title.content)).unwrap_or_default();
        prop_assert_eq!(found, words(&line(&title)));
    }
}
