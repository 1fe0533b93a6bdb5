//! Omnivore's export.

use crate::archive::packed;
use crate::pdf;
use crate::print::imported;
use insta::assert_snapshot;

#[test]
fn items_have_labels_positions_highlights_and_notes() {
    let metadata = r#"[
        {"id":"1","slug":"ferry-returns","title":"Ferry Returns","description":"Nine years without a boat",
         "author":"Ada Okonkwo","url":"https://a.example/ferry","state":"Active","readingProgress":60,
         "thumbnail":"https://a.example/t.jpg","labels":["boats","tides","to read"],
         "savedAt":"2024-05-17T08:00:00.000Z","updatedAt":"2024-05-18T08:00:00.000Z",
         "publishedAt":"2024-05-16T08:00:00.000Z"},
        {"id":"2","slug":"harbour-plan","title":"Harbour Plan","description":null,"author":null,
         "url":"https://a.example/plan.pdf","state":"Archived","readingProgress":100,"thumbnail":null,
         "labels":["boats"],"savedAt":"2024-05-17T08:00:00.000Z","updatedAt":null,"publishedAt":null},
        {"id":"3","slug":"gone","title":"Gone","url":"https://a.example/gone","state":"FAILED",
         "readingProgress":0,"labels":[]},
        {"id":"4"}
    ]"#;
    let content = "<div id=\"readability-content\"><div id=\"readability-page-1\" class=\"page\">\
        <p>The first boat left at dawn.</p><h2>Tides</h2><p>It came <em>back</em> full, said the \
        harbour master.</p></div></div>";
    let highlights = "> The first boat left #boats #to read\n\nWhy so late?\n\n> came back full \n\n\
        #tides\n\n> no longer in the text";
    let plan = pdf::document(
        &[pdf::page(1, &[("F1", 11, 80.0, "The plan has four quays and a new pier.")])],
        "<< >>",
    );
    let archive = packed(&[
        ("metadata_0_to_20.json", metadata.as_bytes()),
        ("content/ferry-returns.html", content.as_bytes()),
        ("content/harbour-plan.pdf", &plan),
        ("highlights/ferry-returns.md", highlights.as_bytes()),
        ("highlights/harbour-plan.md", b"A note on the plan\n\n> a new pier"),
        ("metadata_20_to_40.json", b"[{"),
    ]);
    assert_snapshot!(imported("omnivore.zip", &archive), @r#"
    # Ferry Returns [Articles] omnivore.zip/content/ferry-returns.html
    standfirst: Nine years without a boat
    authors: Ada Okonkwo
    date: 2024-05-16T08:00:00.000Z
    url: https://a.example/ferry
    tags: boats, tides, to read
    percent: 60, block 2
    saved: 2024-05-17T08:00:00.000Z
    p "The first boat left at dawn."
    h2 "Tides"
    p "It came back full, said the harbour master."
        "back" Emphasis
    @ Some(0) "The first boat left" "Why so late?" ["boats", "to read"]
        between "" and " at dawn."
    @ Some(2) "came back full" "" ["tides"]
        between "It " and ", said the harbour master."
    @ None "no longer in the text" "" []
    # Harbour Plan [Articles] omnivore.zip/content/harbour-plan.pdf
    url: https://a.example/plan.pdf
    tags: boats
    state: read, archived
    percent: 100, block 0
    saved: 2024-05-17T08:00:00.000Z
    p "The Coast, May 2024"
    p "The plan has four quays and a new pier."
    @ None "" "A note on the plan" []
    @ Some(1) "a new pier" "" []
        between "The plan has four quays and " and "."
    # Gone [Articles] omnivore.zip/metadata_0_to_20.json
    url: https://a.example/gone
    percent: 0, block 0
    omnivore.zip/content/gone.html:1: error: The export does not hold the text of this item. It is kept as a teaser.
    omnivore.zip/metadata_0_to_20.json:1: warning: An item without a title and an address is left out.
    omnivore.zip/metadata_20_to_40.json:1: error: This file of metadata is not valid: EOF while parsing an object at line 1 column 2. Its items are left out; export them again.
    "#);
}
