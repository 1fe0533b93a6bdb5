//! The archive of Markdown.

use crate::{BOATS, collection, markdown, titles};
use cuttings_collection::{Collection, Settings, Unobserved};
use cuttings_import::Source;
use std::io::Cursor;

#[test]
fn an_archive_imported_again_has_the_same_articles() {
    let ferry = markdown("Ferry", "https://a.example/ferry", &[BOATS, "See [the quay](quay.md)."]);
    let quay = "# Quay\n\nA quay is made of stone.\n";
    let before = collection(&[("ferry.md", &*ferry), ("quay.md", quay)]);
    let archive = before.markdown([("pictures/a.png".to_owned(), vec![1, 2])]).unwrap();
    let mut after = Collection::new(Settings::default());
    let source: Box<dyn Source> = Box::new(Cursor::new(archive));
    let report = after.add([("a.zip".to_owned(), source)], &mut Unobserved);
    assert_eq!((report.articles, &*report.diagnostics), (2, &[][..]));
    assert_eq!(titles(&after), titles(&before));
}

#[test]
fn an_empty_collection_has_none() {
    assert!(Collection::new(Settings::default()).markdown([]).is_err());
}
