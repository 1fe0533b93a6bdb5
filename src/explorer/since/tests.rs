//! Tests of the view as a host renders it, which does not know what a reader has seen.

use crate::fixture;
use crate::prerender::Prerenderer;

#[test]
fn without_the_program_the_page_says_why_nothing_is_new() {
    for search in ["", "article=fahre-nach-norden", "article=nowhere&q=ferry"] {
        let library = fixture::library();
        let html = Prerenderer::new(&library).html(&library.route("since/", search)).unwrap();
        assert!(html.contains("<noscript><p>What this page held"), "{html}");
        assert!(html.contains("What’s new</h1>"));
        assert!(!html.contains("Saved searches"));
    }
}

#[test]
fn an_address_keeps_the_article_and_the_query() {
    let route = fixture::library().route("since/", "q=ferry&article=fahre-nach-norden&list=x");
    assert_eq!(route.href(), "./since/?q=ferry&article=fahre-nach-norden");
}
