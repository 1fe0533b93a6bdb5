//! Reads files that the reader chose, piece by piece.

use js_sys::Uint8Array;
use std::cell::Cell;
use std::io::{Error, Read, Result, Seek, SeekFrom};
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, FileReaderSync};

/// The bytes that are read at once. A call takes about as long as copying this much.
const PIECE: u64 = 256 << 10;

/// The place in the current file, shared with whoever reports progress.
pub(crate) type Position = Rc<Cell<u64>>;

/// A file of the browser as a source of bytes.
pub(crate) struct BlobSource {
    blob: Blob,
    reader: FileReaderSync,
    length: u64,
    position: Position,
    /// The last piece, and its place in the file.
    piece: Vec<u8>,
    start: u64,
}

impl BlobSource {
    /// Opens a file, and sets the position to its start.
    pub(crate) fn new(blob: Blob, position: &Position) -> std::result::Result<Self, JsValue> {
        position.set(0);
        Ok(Self {
            length: blob.size() as u64,
            reader: FileReaderSync::new()?,
            blob,
            position: Rc::clone(position),
            piece: Vec::new(),
            start: 0,
        })
    }

    /// Reads the piece that begins at the position.
    fn load(&mut self) -> Result<()> {
        let start = self.position.get();
        let end = start.saturating_add(PIECE).min(self.length);
        let buffer = self
            .blob
            .slice_with_f64_and_f64(start as f64, end as f64)
            .and_then(|slice| self.reader.read_as_array_buffer(&slice))
            .map_err(|error| Error::other(message(&error)))?;
        let bytes = Uint8Array::new(&buffer);
        self.piece.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut self.piece);
        self.start = start;
        Ok(())
    }

    /// Returns the rest of the last piece from the position on.
    fn rest(&self) -> &[u8] {
        let offset = self.position.get().checked_sub(self.start);
        let offset = offset.and_then(|offset| usize::try_from(offset).ok());
        offset.and_then(|offset| self.piece.get(offset..)).unwrap_or_default()
    }
}

impl Read for BlobSource {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        if self.position.get() >= self.length {
            return Ok(0);
        }
        if self.rest().is_empty() {
            self.load()?;
        }
        let count = self.rest().read(into)?;
        self.position.set(self.position.get() + count as u64);
        Ok(count)
    }
}

impl Seek for BlobSource {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.get().checked_add_signed(offset),
        };
        let place = place.ok_or_else(|| Error::other("a place before the start of the file"))?;
        self.position.set(place);
        Ok(place)
    }
}

/// Returns the message of an error of JavaScript.
fn message(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(|| "the browser refused to read it".to_owned(), |it| it.message().into())
}
