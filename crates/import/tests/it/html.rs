//! Saved pages.

use crate::print::imported;
use insta::assert_snapshot;

/// A picture of 16 by 16 pixels.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";

const LONG: &str = "The first boat left the harbour at dawn with forty people on board, and it came \
    back full in the evening, as the harbour master, who had waited for nine years, told us.";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head>{head}</head><body><nav><a href=/>Home</a></nav>\
         <article><h1>Ferry Returns</h1>{body}</article><footer>About us</footer></body></html>"
    )
}

#[test]
fn form_is_kept() {
    let body = format!(
        "<p>{LONG} <a href='../b?c#d'>Read <b>more</b></a>, <em>or</em> H<sub>2</sub>O.<br>Next line.</p>\
         <h2 id=tides>Tides</h2><p>{LONG}</p>\
         <ul><li>One<ul><li>Inner</li></ul></li><li><p>Two</p><p>Still two</p></li></ul>\
         <ol start=3><li>Three</li></ol>\
         <blockquote><p>{LONG}</p></blockquote>\
         <pre><code class=language-rust>fn main() {{\n    tide();\n}}</code></pre>\
         <table><caption>Boats</caption><tr><th>Name<th>Seats<tr><td rowspan=2>Ada<td>40<tr><td>41</table>\
         <dl><dt>Slack</dt><dd>Still water.</dd></dl><hr>\
         <p>See <a href=#tides>tides</a>, <a href='javascript:alert(1)'>not this</a>.</p>"
    );
    let html = page("<link rel=canonical href=https://a.example/x/y>", &body);
    assert_snapshot!(imported("ferry.html", html.as_bytes()), @r#"
    # Ferry Returns [Articles] ferry.html
    url: https://a.example/x/y
    language: en-GB
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Read more, or H2O.\nNext line."
        "Read more" https://a.example/b?c#d
        "more" Strong
        "or" Emphasis
        "2" Subscript
    h2 "Tides"
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    -1 p "One"
    -1 -3 p "Inner"
    -4 p "Two"
    -4 p "Still two"
    36 p "Three"
    Code { language: Some("rust") } "fn main() {\n    tide();\n}"
    p "Boats"
    Table { columns: [Unset, Unset] } "Name\tSeats\nAda\t40\n\t41"
    Term "Slack"
    : p "Still water."
    Rule ""
    p "See tides, not this."
        "tides" Link(Block(1))
    "#);
}

#[test]
fn pictures_that_the_file_holds_come_along() {
    let body = format!(
        "<p>{LONG}</p><figure><img src='data:image/png;base64,{PNG}' alt='A boat'><figcaption>The \
         <i>Ada</i></figcaption></figure><p>{LONG}</p>\
         <figure><img src=https://b.example/c.jpg alt='Quay'><figcaption>The quay</figcaption></figure>\
         <p>{LONG}</p><p><img src=https://b.example/d.jpg alt='A map of the coast'></p>\
         <p>{LONG}</p><img src='data:image/png;base64,{PNG}'>\
         <img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=https://b.example/e.jpg alt='Lazy'>\
         <img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>\">"
    );
    assert_snapshot!(imported("ferry.html", page("", &body).as_bytes()), @r#"
    # Ferry Returns [Articles] ferry.html
    language: en-GB
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    picture pictures/3485487f98c5d7a8.png “A boat” "The Ada"
        "Ada" Emphasis
    p "The quay"
        "The quay" https://b.example/c.jpg
    p "A map of the coast"
        "A map of the coast" https://b.example/d.jpg
    picture pictures/3485487f98c5d7a8.png “” ""
    p "Lazy"
        "Lazy" https://b.example/e.jpg
    pictures/3485487f98c5d7a8.png (16, 16) 79 bytes
    "#);
}

#[test]
fn metadata_comes_from_json_ld_and_meta() {
    let head = r#"<title>Ferry Returns | The Coast</title>
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"Ferry Returns","author":{"@type":"Person","name":"Ada Okonkwo"},
        "datePublished":"2024-05-16T08:00:00+02:00","dateModified":"2024-05-17T08:00:00+02:00",
        "publisher":{"@type":"Organization","name":"The Coast"},"articleSection":"Harbours",
        "keywords":["ferries","tides"]}</script>
        <meta property=og:url content=https://a.example/ferry>
        <meta property=og:description content="Nine years without a boat">"#;
    let body = format!(
        "<p class=dek>Nine years without a boat</p><p>By Ada Okonkwo</p><p>{LONG}</p><p>{LONG} Twice.</p>"
    );
    assert_snapshot!(imported("ferry.html", page(head, &body).as_bytes()), @r#"
    # Ferry Returns [Harbours] ferry.html
    standfirst: Nine years without a boat
    authors: Ada Okonkwo
    date: 2024-05-16T08:00:00+02:00
    updated: 2024-05-17T08:00:00+02:00
    source: The Coast
    url: https://a.example/ferry
    tags: ferries, tides
    language: en-GB
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    "#);
    let head = "<title>Ferry Returns - The Coast</title><meta name=author content='Ada Okonkwo and Bo Berg'>\
        <meta name=keywords content='ferries, tides'><meta name=date content=2024-05-16>";
    let body = format!("<p>{LONG}</p><p>{LONG} Twice.</p>");
    assert_snapshot!(imported("ferry.html", page(head, &body).as_bytes()), @r#"
    # Ferry Returns [Articles] ferry.html
    authors: Ada Okonkwo, Bo Berg
    date: 2024-05-16
    tags: ferries, tides
    language: en-GB
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Twice."
    "#);
}

#[test]
fn words_above_the_title_are_left_out_where_the_page_sets_them_apart() {
    let title = |heading: &str| {
        let html = format!(
            "<meta property=og:title content='Tides: Ferry Returns'><h2>{heading}</h2><p>{LONG}</p>"
        );
        imported("ferry.html", html.as_bytes()).lines().next().unwrap_or_default().to_owned()
    };
    let kicker = title("<span>Tides</span> <span>Ferry Returns</span>");
    assert_eq!(kicker, "# Ferry Returns [Articles] ferry.html");
    assert_eq!(title("Tides: Ferry Returns"), "# Tides: Ferry Returns [Articles] ferry.html");
}

#[test]
fn single_file_pages_name_their_address() {
    let body = format!("<p>{LONG}</p><p>{LONG} <a href=/b>Two</a></p>");
    let html = format!(
        "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.example/ferry \n \
         saved date: Thu May 16 2024\n-->{}",
        page("", &body)
    );
    assert_snapshot!(imported("ferry.html", html.as_bytes()), @r#"
    # Ferry Returns [Articles] ferry.html
    url: https://a.example/ferry
    language: en-GB
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us."
    p "The first boat left the harbour at dawn with forty people on board, and it came back full in the evening, as the harbour master, who had waited for nine years, told us. Two"
        "Two" https://a.example/b
    "#);
}

#[test]
fn a_page_without_text_has_a_reason() {
    assert_snapshot!(imported("app.html", b"<title>App</title><div id=root></div>"), @r#"app.html:1: error: This page has no text that could be an article. If it shows its text only with scripts, save it again with SingleFile, or copy the text."#);
    assert_snapshot!(imported("app.html", b""), @r#"app.html:1: error: This page has no text that could be an article. If it shows its text only with scripts, save it again with SingleFile, or copy the text."#);
}
