//! Omnivore's export.

use crate::archive::packed;
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
    let archive = packed(&[
        ("metadata_0_to_20.json", metadata.as_bytes()),
        ("content/ferry-returns.html", content.as_bytes()),
        ("content/harbour-plan.pdf", b"%PDF-1.7"),
        ("highlights/ferry-returns.md", highlights.as_bytes()),
        ("highlights/harbour-plan.md", b"A note on the plan"),
        ("metadata_20_to_40.json", b"[{"),
    ]);
    assert_snapshot!(imported("omnivore.zip", &archive), @"");
}
