//! Imports that the observer stops.

use crate::{file, titles};
use cuttings_collection::{Collection, Observer, Settings};
use cuttings_corpus::Article;
use cuttings_import::PictureFile;
use std::ops::ControlFlow;

/// Stops after some items.
struct Reader {
    stops_after: usize,
    titles: Vec<String>,
}

impl Observer for Reader {
    fn picture(&mut self, _: &PictureFile) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn item(&mut self, items: usize, article: &Article) -> ControlFlow<()> {
        self.titles.push(article.title.clone());
        if items >= self.stops_after { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

#[test]
fn an_import_that_is_stopped_keeps_what_it_has() {
    let mut collection = Collection::new(Settings::default());
    let mut reader = Reader { stops_after: 2, titles: Vec::new() };
    let files = (0..5).map(|n| file(&format!("{n}.md"), &format!("# Day {n}\n\nText {n}.\n")));
    collection.add(files, &mut reader);
    assert_eq!(reader.titles, ["Day 0", "Day 1"]);
    assert_eq!(titles(&collection).len(), 2);
}
