//! Tests of the view as a host renders it, which has no lists.

use super::printed::touch;
use crate::fixture;
use crate::prerender::Prerenderer;

fn html(search: &str) -> String {
    let library = fixture::library();
    Prerenderer::new(&library).html(&library.route("lists/", search)).unwrap()
}

#[test]
fn without_the_program_the_page_says_why_there_are_no_lists() {
    for search in ["", "list=Trains", "list=Trains&q=ferry"] {
        let html = html(search);
        assert!(html.contains("<noscript><p>"), "{html}");
        assert!(html.contains("Reading lists</h1>"));
        assert!(!html.contains("reading-list"));
    }
}

#[test]
fn an_address_keeps_the_list_and_the_query() {
    let html = html("q=ferry&list=On+the+%3Ctrain%3E");
    assert!(html.contains("href=\"./timeline/?q=ferry\""), "{html}");
    let route = fixture::library().route("lists/", "q=ferry&list=On+the+%3Ctrain%3E");
    assert_eq!(route.href(), "./lists/?q=ferry&list=On+the+%3Ctrain%3E");
}

#[cfg(feature = "parts")]
#[test]
fn a_list_in_parts_asks_for_the_texts_of_its_articles() {
    use super::items::{Entry, entry};
    use crate::store::library::Library;

    let parts = fixture::in_parts();
    let slug = "fahre-nach-norden";
    let library = loop {
        let library = Library::open_in_parts(parts.store, None).unwrap();
        let missing = parts.store.take_missing();
        if missing.is_empty() {
            break library;
        }
        parts.insert(&missing);
    };
    let (found, missing) = library.missing_for(|| entry(&library, slug));
    assert!(matches!(found, Entry::Absent), "{found:?}");
    parts.insert(&missing);
    let item = loop {
        let (found, missing) = library.missing_for(|| entry(&library, slug));
        match found {
            Entry::Present(article) => break article.id(),
            Entry::Absent => parts.insert(&missing),
            Entry::Missing => panic!("the edition has it"),
        }
    };
    loop {
        let ((), missing) = library.missing_for(|| touch(&library, &[item]));
        if missing.is_empty() {
            break;
        }
        parts.insert(&missing);
    }
    let article = library.article(slug).unwrap();
    assert!(article.blocks().all(|block| !block.text().is_empty()));
    let (nowhere, _) = library.missing_for(|| entry(&library, "nowhere"));
    assert!(!matches!(nowhere, Entry::Present(_)));
}
