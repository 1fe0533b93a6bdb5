//! The archive of Markdown that is written from a collection's edition and bookmarks.

use crate::{BOATS, QUAY, add, collection, file, markdown, titles};
use cuttings_collection::{Collection, Observer, Settings, Unobserved};
use cuttings_corpus::Article;
use cuttings_edition::Edition;
use cuttings_import::{PictureFile, Source};
use cuttings_markdown_writer::{Bookmarks, archive, article_beside_others};
use std::{io::Cursor, ops::ControlFlow};

/// A PNG of 16 × 16 pixels, in Base64. Smaller pictures count visitors and are not read.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1\
                   qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";

/// Keeps the pictures.
#[derive(Default)]
struct Pictures(Vec<(String, Vec<u8>)>);

impl Observer for Pictures {
    fn picture(&mut self, picture: &PictureFile) -> ControlFlow<()> {
        self.0.push((picture.path.clone(), picture.bytes.clone()));
        ControlFlow::Continue(())
    }

    fn item(&mut self, _: usize, _: &Article) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Returns the archive of a collection.
fn archive_of(collection: &Collection, pictures: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let bytes = collection.edition(false).unwrap();
    let bookmarks = Bookmarks::parse(&collection.bookmarks());
    archive(&Edition::open(&bytes).unwrap(), &bookmarks, pictures).unwrap()
}

#[test]
fn an_archive_imported_again_has_the_same_articles_and_pictures() {
    let ferry = markdown("Ferry", "https://a.example/ferry", &[BOATS, "See [the quay](quay.md)."]);
    let quay = "# Quay\n\nA quay is made of stone.\n";
    let page = format!(
        "<!doctype html><title>Boats</title><article><h1>Boats</h1><p>{QUAY}</p><p>{BOATS}</p>\
         <img src='data:image/png;base64,{PNG}' alt='A boat'><p>{QUAY}</p></article>"
    );
    let mut before = collection(&[("ferry.md", &*ferry), ("quay.md", quay)]);
    let mut pictures = Pictures::default();
    let report = before.add([file("boats.html", &page)], &mut pictures);
    assert_eq!((report.articles, report.pictures), (1, 1), "{:?}", report.diagnostics);

    let archive = archive_of(&before, pictures.0.clone());
    let mut after = Collection::new(Settings::default());
    let mut again = Pictures::default();
    let source: Box<dyn Source> = Box::new(Cursor::new(archive));
    let report = after.add([("a.zip".to_owned(), source)], &mut again);
    assert_eq!((report.articles, &*report.diagnostics), (3, &[][..]));
    assert_eq!(titles(&after), titles(&before));
    assert_eq!(again.0, pictures.0);
}

#[test]
fn pictures_that_no_article_shows_are_noted() {
    let mut before = Collection::new(Settings::default());
    add(&mut before, &[("quay.md", "# Quay\n\nA quay is made of stone.\n")]);
    let archive = archive_of(&before, vec![("pictures/a.png".to_owned(), vec![1, 2])]);
    let source: Box<dyn Source> = Box::new(Cursor::new(archive));
    let report =
        Collection::new(Settings::default()).add([("a.zip".to_owned(), source)], &mut Unobserved);
    let messages: Vec<_> = report.diagnostics.iter().map(|it| &*it.message).collect();
    assert_eq!(messages, ["1 file is a style, script, font, frame or picture, and was not read."]);
}

#[test]
fn highlights_of_other_programs_are_marked_in_the_text() {
    let csv =
        "title,url,time_added,tags,status\nFerry,https://a.example/ferry,1592000000,,archive\n";
    let highlights = r#"[{"url": "https://a.example/ferry", "title": "Ferry", "highlights": [
        {"quote": "left at dawn", "created_at": 1592000000}, {"quote": "not in the text"}]}]"#;
    let ferry = markdown("Ferry", "https://a.example/ferry", &["In May.", BOATS]);
    let files = [("annotations.json", highlights), ("p.csv", csv), ("ferry.md", &*ferry)];
    let collection = collection(&files);
    let bytes = collection.edition(false).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let bookmarks = Bookmarks::parse(&collection.bookmarks());
    let text = article_beside_others(&edition, &edition.article("ferry").unwrap(), &bookmarks);
    for expected in
        ["boat ==left at dawn== with", "\"highlights\": [\"not in the text\"]", "\"read\""]
    {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}
