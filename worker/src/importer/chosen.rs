//! The files that the reader chose, as the importer reads them: one after the other, and the
//! pictures of pages in between.

use crate::blob_source::{BlobSource, Position};
use cuttings_import::{Source, Together};
use std::cell::Cell;
use std::io::{Error, Read, Result, Seek, SeekFrom};
use web_sys::Blob;

/// Files of the browser with their paths.
pub(crate) struct ChosenFiles<'a> {
    names: Vec<String>,
    blobs: Vec<Blob>,
    /// The bytes of all files before each.
    starts: Vec<f64>,
    /// The bytes of the files before the current one.
    before: &'a Cell<f64>,
    /// The place in the current file.
    position: &'a Position,
}

impl<'a> ChosenFiles<'a> {
    pub(crate) fn new(
        names: Vec<String>,
        blobs: Vec<Blob>,
        before: &'a Cell<f64>,
        position: &'a Position,
    ) -> Self {
        let mut end = 0.0;
        let mut starts = Vec::with_capacity(blobs.len());
        for blob in &blobs {
            starts.push(end);
            end += blob.size();
        }
        Self { names, blobs, starts, before, position }
    }

    fn source(&self, number: usize, position: &Position) -> Box<dyn Source> {
        let blob = self.blobs.get(number).cloned();
        match blob.and_then(|blob| BlobSource::new(blob, position).ok()) {
            Some(source) => Box::new(source),
            None => Box::new(Unreadable),
        }
    }
}

impl Together for ChosenFiles<'_> {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn open(&self, number: usize) -> Box<dyn Source + '_> {
        self.before.set(self.starts.get(number).copied().unwrap_or_default());
        self.source(number, self.position)
    }

    fn open_part(&self, number: usize) -> Box<dyn Source + '_> {
        // The place in the page stays, since progress is told by it.
        self.source(number, &Position::default())
    }
}

/// A file that the browser cannot read.
struct Unreadable;

impl Read for Unreadable {
    fn read(&mut self, _: &mut [u8]) -> Result<usize> {
        Err(Error::other("the browser cannot read files here"))
    }
}

impl Seek for Unreadable {
    fn seek(&mut self, _: SeekFrom) -> Result<u64> {
        Err(Error::other("the browser cannot read files here"))
    }
}
