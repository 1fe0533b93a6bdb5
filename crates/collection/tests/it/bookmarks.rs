//! The reader's state and highlights of other programs, as the page's bookmarks.

use crate::{add, collection};
use cuttings_collection::Collection;

const CSV: &str = "title,url,time_added,tags,status\n\
                   Ferry,https://a.example/ferry,1592000000,sea,archive\n\
                   Quay,https://a.example/quay,1592000000,,unread\n";

const HIGHLIGHTS: &str = r#"[{"url": "https://a.example/ferry", "title": "Ferry", "highlights": [
    {"quote": "left at dawn", "created_at": 1592000000}, {"quote": "not in the text"}]}]"#;

const FERRY: &str = "---\nsource: {url: 'https://a.example/ferry'}\n---\n\n# Ferry\n\nIn May.\n\n\
                     The first boat left at dawn with forty people.\n";

/// Prints the rows after the first, which says that the page's `Bookmarks` read them.
fn printed(json: &str) -> String {
    let rows: Vec<Vec<String>> = serde_json::from_str(json).unwrap();
    let (head, rows) = rows.split_first().unwrap();
    assert_eq!(*head, ["cuttings-shelf", "1"]);
    rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(collection: &Collection, expected: &str) {
    assert_eq!(printed(&collection.bookmarks()), expected);
}

#[test]
fn highlights_of_links_find_their_place_when_the_text_comes() {
    let mut collection = collection(&[("annotations.json", HIGHLIGHTS), ("p.csv", CSV)]);
    check(&collection, "read | ferry");
    add(&mut collection, &[("ferry.md", FERRY)]);
    check(&collection, "read | ferry\nnote | ferry | 2 | left at dawn | ");
    let edition = collection.edition(false).unwrap();
    let edition = cuttings_edition::Edition::open(&edition).unwrap();
    let custom = edition.article("ferry").unwrap().metadata().custom;
    let lost = custom.iter().any(|field| format!("{field:?}").contains("not in the text"));
    assert!(lost, "{custom:?}");
}

#[test]
fn only_new_ones_may_be_asked_for() {
    let mut bytes = Vec::new();
    collection(&[("p.csv", CSV)]).save(&mut |piece| bytes.extend_from_slice(piece));
    let mut collection = Collection::open(Default::default(), &bytes).unwrap();
    assert_eq!(printed(&collection.bookmarks()), "read | ferry");
    assert_eq!(printed(&collection.new_bookmarks()), "");
    add(&mut collection, &[("h.json", HIGHLIGHTS)]);
    assert_eq!(printed(&collection.new_bookmarks()), "read | ferry");
}
