//! Archives of the web.

use crate::archive::packed;
use crate::print::imported;
use insta::assert_snapshot;

#[test]
fn pages_with_text_are_articles() {
    let pages = "{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All Pages\",\"hasText\":true}\n\
        {\"id\":\"1\",\"url\":\"https://a.example/ferry\",\"title\":\"Ferry Returns\",\"ts\":\"2024-05-16T08:00:00Z\",\
        \"text\":\"Ferry Returns\\nThe first boat left at dawn.\\nIt came back full.\"}\n\
        {\"url\":\"https://a.example/t\",\"title\":\"https://a.example/t\",\"ts\":\"2024-05-16T08:00:00Z\"}\n{\n";
    let file = packed(&[
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", pages.as_bytes()),
        ("archive/data.warc.gz", b"\x1f\x8b"),
        ("indexes/index.cdx", b"x"),
    ]);
    assert_snapshot!(imported("coast.wacz", &file), @r#"
    # Ferry Returns [Articles] coast.wacz/pages/pages.jsonl
    url: https://a.example/ferry
    saved: 2024-05-16T08:00:00Z
    p "The first boat left at dawn."
    p "It came back full."
    # a.example/t [Articles] coast.wacz/pages/pages.jsonl
    url: https://a.example/t
    saved: 2024-05-16T08:00:00Z
    coast.wacz/pages/pages.jsonl:4: warning: This line is not valid JSON, so it is left out: EOF while parsing an object at line 1 column 1.
    coast.wacz/pages/pages.jsonl:1: note: Pages without text, which are kept as teasers: 1. Archive them again with the option that extracts text.
    "#);
    assert_snapshot!(imported("empty.wacz", &packed(&[("pages/pages.jsonl", b"")])), @r#"empty.wacz:1: error: This archive lists no pages."#);
}
