//! The archive of Markdown.

use crate::{BOATS, QUAY, add, collection, file, markdown, titles};
use cuttings_collection::{Collection, Observer, Settings, Unobserved};
use cuttings_corpus::Article;
use cuttings_import::{PictureFile, Source};
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

    let archive = before.markdown(pictures.0.clone()).unwrap();
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
    let archive = before.markdown([("pictures/a.png".to_owned(), vec![1, 2])]).unwrap();
    let source: Box<dyn Source> = Box::new(Cursor::new(archive));
    let report =
        Collection::new(Settings::default()).add([("a.zip".to_owned(), source)], &mut Unobserved);
    let messages: Vec<_> = report.diagnostics.iter().map(|it| &*it.message).collect();
    assert_eq!(messages, ["1 file is a style, script, font or picture, and was not read."]);
}

#[test]
fn an_empty_collection_has_none() {
    assert!(Collection::new(Settings::default()).markdown([]).is_err());
}
