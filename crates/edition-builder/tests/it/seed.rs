//! The edition of the seeds in this repository, byte for byte.

use cuttings_corpus::{Site, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_edition::layout::checksum;
use cuttings_edition_builder::{BuiltEdition, build_with_outline};

/// Builds the edition of the seeds in this repository.
pub(crate) fn edition() -> Vec<u8> {
    built().bytes
}

/// Builds the same edition, with what is needed to split it.
pub(crate) fn built() -> BuiltEdition {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    let seeds: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    build_with_outline(&parse(&seeds), &Site::default()).unwrap()
}

/// The edition of the seeds must not change unless someone means to change it.
///
/// Update the numbers if a commit changes the seeds, the parser, the insights, the search index or
/// the format, and say in its message why the bytes differ. A change of the format also needs a new
/// `FORMAT_VERSION`. A refactoring keeps the numbers.
#[test]
fn the_bytes_of_the_seed_are_pinned() {
    let edition = edition();
    assert_eq!((edition.len(), checksum(&edition)), (74_272, 0xedd4_dc95_a030_bc28));
}
