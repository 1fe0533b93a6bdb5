//! The parts of a large edition: whoever has the edition and the file with their table reads the
//! same from them.

use crate::{collection, file};
use cuttings_collection::{Collection, Outline, Settings, Unobserved, part_table};
use cuttings_edition::{Edition, Item};
use cuttings_parts::{PartId, PartStore};
use cuttings_search::{Query, Request};

/// Returns a collection of so many articles.
fn articles(count: usize) -> Collection {
    let text = |number: usize| {
        let words = (0..400).map(|at| format!("w{} ", (number * 31 + at * at) % 7919));
        format!("# Report {number}\n\nThe ferry left. {}\n", words.collect::<String>())
    };
    let files = (0..count).map(|number| file(&format!("{number}.md"), &text(number)));
    let mut collection = Collection::new(Settings::default());
    collection.add(files, &mut Unobserved);
    collection
}

/// Returns the edition of a collection, with what is needed to find its parts.
fn edition(collection: &Collection) -> (Vec<u8>, Outline) {
    let mut bytes = Vec::new();
    let outline = collection.write_edition(false, &mut bytes).unwrap();
    (bytes, outline)
}

/// Returns the head and all parts as the service worker puts them together.
fn put_together(table: &[u8], edition: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let number = |at: usize| u32::from_le_bytes(*table[at..].first_chunk().unwrap()) as usize;
    let (count, head) = (number(8), 16 + 4 * (number(8) + 1));
    let part = |offset: usize| {
        let start = number(offset);
        let ranges = (0..number(start)).map(|range| start + 4 + 8 * range);
        let pieces = ranges.clone().map(|at| &edition[number(at)..][..number(at + 4)]);
        let end = &table[start + 4 + 8 * ranges.len()..number(offset + 4)];
        pieces.chain([end]).collect::<Vec<_>>().concat()
    };
    let parts = (0..count).map(|number| part(16 + 4 * number));
    (table[head..head + number(12)].to_vec(), parts.collect())
}

#[test]
fn a_large_edition_is_read_in_parts() {
    let (mut bytes, outline) = edition(&articles(600));
    assert!(bytes.len() > 1 << 20, "{} bytes", bytes.len());
    let table = part_table(&mut bytes, &outline).unwrap().unwrap();
    assert!(table.len() < bytes.len() / 4, "{} of {}", table.len(), bytes.len());
    let (head, mut parts) = put_together(&table, &bytes);
    let store = PartStore::open(&head).unwrap();
    assert_eq!(store.part_count() as usize, parts.len());
    for (number, part) in (1..).zip(&mut parts) {
        store.insert(PartId(number), part).unwrap();
    }
    let (whole, in_parts) = (Edition::open(&bytes).unwrap(), Edition::in_parts(&store).unwrap());
    let texts = |edition: &Edition<'_>| {
        let articles = edition.items().filter_map(|item| match item {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        });
        let text = |article: cuttings_edition::Article<'_>| {
            let blocks = article.blocks().map(|block| block.text().to_owned());
            (article.title().to_owned(), blocks.collect::<Vec<_>>())
        };
        articles.map(text).collect::<Vec<_>>()
    };
    assert_eq!(texts(&in_parts), texts(&whole));
    let query = Query::parse("ferry w64");
    let search = |edition: &Edition<'_>| edition.searcher().search(&Request::new(&query));
    assert_eq!(format!("{:?}", search(&in_parts)), format!("{:?}", search(&whole)));
    assert!(search(&whole).total > 0);
    assert_eq!(store.take_missing(), []);
}

#[test]
fn a_small_edition_has_no_parts() {
    let (mut bytes, outline) = edition(&collection(&[("a.md", "# One\n\nText.\n")]));
    assert_eq!(part_table(&mut bytes, &outline), Ok(None));
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let (mut bytes, outline) = edition(&articles(600));
    bytes.pop();
    assert!(part_table(&mut bytes, &outline).is_err());
    assert!(part_table(&mut Vec::new(), &outline).is_err());
}
