//! Bulk files: their lines, their sizes and what does not fit.

use cuttings_edition::Edition;
use cuttings_opensearch::{BulkError, Schema, bulk_files, documents};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::rc::Rc;

#[derive(Clone, Default)]
struct File(Rc<RefCell<Vec<u8>>>);

impl io::Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the contents of the files.
fn files(
    documents: impl Iterator<Item = (String, Value)>,
    limit: usize,
) -> Result<Vec<String>, BulkError> {
    let mut files: Vec<File> = Vec::new();
    let count = bulk_files(documents, limit, |number| {
        assert_eq!(number, files.len() + 1);
        files.push(File::default());
        Ok(files[number - 1].clone())
    })?;
    assert_eq!(count, files.len());
    Ok(files.iter().map(|file| String::from_utf8(file.0.borrow().clone()).unwrap()).collect())
}

#[test]
fn actions_and_documents_alternate_and_ids_are_unique() {
    let bytes = crate::sample::edition();
    let edition = Edition::open(bytes).unwrap();
    let schema = Schema::new(&edition);
    for limit in [1_300, 50_000_000] {
        let files = files(documents(&edition, &schema, |slug| slug.to_owned()), limit).unwrap();
        assert_eq!(files.len() == 1, limit > 1_300);
        let mut ids = BTreeSet::new();
        for file in &files {
            assert!(file.len() <= limit && file.ends_with('\n'));
            let lines: Vec<Value> =
                file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert!(lines.len().is_multiple_of(2));
            for pair in lines.chunks(2) {
                let id = pair[0]["index"]["_id"].as_str().unwrap();
                assert_eq!(pair[0], json!({ "index": { "_id": id } }));
                assert!(id.len() <= 512 && ids.insert(id.to_owned()), "{id}");
                assert!(pair[1]["title"].is_string());
            }
        }
        assert_eq!(ids.len(), edition.len());
    }
}

#[test]
fn a_document_larger_than_a_file_is_refused() {
    let document = |id: &str, length: usize| (id.to_owned(), json!({ "body": "a".repeat(length) }));
    let error = files([document("b", 10), document("a", 500)].into_iter(), 200).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a has 534 bytes, and a file can hold 200: divide the text into several articles, or \
         leave it out with `exclude` in site.toml"
    );
}

#[test]
fn a_file_is_filled_to_the_last_byte() {
    let document = || ("a".to_owned(), json!({}));
    let lines = files([document()].into_iter(), 100).unwrap()[0].len();
    let files = files([document(), document(), document()].into_iter(), 2 * lines).unwrap();
    assert_eq!(files.iter().map(String::len).collect::<Vec<_>>(), [2 * lines, lines]);
    assert_eq!(self::files(std::iter::empty(), 100).unwrap().len(), 0);
}
