//! Adds the file of items, from which the page exports those that a view holds, and the file of
//! their versions, by which it tells what is new.
//!
//! The rows of many items are in files of their own, so that a reader who exports a few downloads a
//! few, and no file is too large for a host.

use crate::publish::files::{Files, Kind};
use cuttings_edition::Edition;
use cuttings_exports::address::{ITEMS, VERSIONS, rows_file};
use cuttings_exports::items::{description, rows};
use cuttings_exports::{Audience, ExportFormat, versions};
use serde_json::{Value, json};

/// The number of bytes beyond which the rows of a format are in files of their own.
pub(crate) const LARGEST_WHOLE: usize = 1 << 20;

/// The number of such files for the rows of a format, as long as they stay small enough.
const FEW_FILES: usize = 24;

/// The number of bytes of a file of rows that is small enough. Some hosts take 25 MB.
const SMALL_FILE: usize = 8 << 20;

/// Adds the file of items: for each format, by its key, the file name, the media type, the start,
/// the separator, the end, and the rows. If these take more than `largest_whole` bytes, it has the
/// number of rows in each of the files that follow instead. Adds the file of versions as well.
pub(crate) fn add(edition: &Edition<'_>, largest_whole: usize, files: &mut Files) {
    let forms = ExportFormat::ALL.map(|form| {
        let rows = rows(edition, Audience::Everybody, form);
        let mut description = description(form);
        let bytes = rows.iter().map(String::len).sum::<usize>();
        if bytes <= largest_whole {
            description["rows"] = json!(rows);
        } else {
            let rows_per_file = rows_per_file(rows.len(), bytes, largest_whole);
            description["rowsPerFile"] = json!(rows_per_file);
            for (number, rows) in rows.chunks(rows_per_file).enumerate() {
                files.add(rows_file(form, number), Kind::OnDemandData, json!(rows).to_string());
            }
        }
        (form.key().to_owned(), description)
    });
    files.add(ITEMS, Kind::OnDemandData, Value::from_iter(forms).to_string());
    files.add(VERSIONS, Kind::OnDemandData, versions::file(edition));
}

/// Returns the number of rows in each file, if all rows have so many bytes.
fn rows_per_file(rows: usize, bytes: usize, largest_whole: usize) -> usize {
    let few = (bytes / (largest_whole / 4).max(1)).min(FEW_FILES);
    rows.div_ceil(few.max(bytes / SMALL_FILE).max(1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{Article, Corpus, Site};
    use cuttings_diagnostics::Origin;
    use proptest::prelude::*;

    /// Publishes articles with long standfirsts, and returns the files and the number of items.
    fn published(articles: usize, largest_whole: usize) -> Files {
        let article = |number: usize| Article {
            standfirst: Some("fog ".repeat(number % 7)),
            ..Article::new("Coast", format!("Day {number}"), Origin::new("a.md", 1))
        };
        let corpus = Corpus { articles: (0..articles).map(article).collect(), ..Corpus::default() };
        let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        let mut files = Files::default();
        add(&Edition::open(&edition).unwrap(), largest_whole, &mut files);
        files
    }

    fn read(files: &Files, path: &str) -> Value {
        serde_json::from_slice(&files.get(path).unwrap().bytes).unwrap()
    }

    #[test]
    fn few_rows_are_in_the_file_of_items() {
        let files = published(3, LARGEST_WHOLE);
        assert_eq!(files.iter().count(), 2);
        for form in ExportFormat::ALL {
            let description = &read(&files, ITEMS)[form.key()];
            assert_eq!(description["rows"].as_array().map(Vec::len), Some(3));
            assert_eq!(description.get("rowsPerFile"), None);
        }
    }

    #[test]
    fn files_of_rows_are_few_and_small_enough() {
        let (kilobyte, megabyte) = (1 << 10, 1 << 20);
        for rows in [1, 1000, 100_000, 1_000_000, 30_000_000] {
            let bytes = rows * 300;
            let per_file = rows_per_file(rows, bytes, LARGEST_WHOLE);
            let files = rows.div_ceil(per_file);
            assert!(per_file * 300 < 10 * megabyte, "{rows} rows: {per_file} a file");
            assert!(files <= FEW_FILES || bytes / files > 7 * megabyte, "{rows} rows: {files}");
            assert!(files == 1 || bytes / files > 200 * kilobyte, "{rows} rows: {files}");
        }
        assert_eq!(rows_per_file(0, 0, 0), 1);
    }

    proptest! {
        #[test]
        fn an_item_has_the_same_row_in_any_number_of_files(
            articles in 1_usize..40, largest_whole in 0_usize..4000,
        ) {
            let (whole, divided) =
                (published(articles, LARGEST_WHOLE), published(articles, largest_whole));
            for form in ExportFormat::ALL {
                let expected = &read(&whole, ITEMS)[form.key()];
                let description = &read(&divided, ITEMS)[form.key()];
                prop_assert_eq!(&description["head"], &expected["head"]);
                for item in 0..articles {
                    let row = match description["rowsPerFile"].as_u64() {
                        None => description["rows"][item].clone(),
                        Some(rows) => {
                            let (file, row) = (item / rows as usize, item % rows as usize);
                            read(&divided, &rows_file(form, file))[row].clone()
                        }
                    };
                    prop_assert_eq!(&row, &expected["rows"][item]);
                }
            }
        }
    }
}
