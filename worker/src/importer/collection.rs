//! The class that JavaScript uses.

#![allow(unreachable_pub, reason = "wasm-bindgen exports only public items")]

use crate::blob_source::Position;
use crate::chosen::ChosenFiles;
use crate::edition_file;
use crate::item_file;
use crate::observer::{Callbacks, JsObserver};
use crate::report;
use cuttings_collection::{Collection, Settings, names_data, part_table};
use js_sys::{Function, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Blob;

/// The bytes of the lasting form that are copied at once, unless a piece has more.
const COPIED: usize = 64 << 10;

/// Takes the file with the lists of names, which `edition(true)` needs.
///
/// # Errors
/// Throws a string if it is not that file.
#[wasm_bindgen(js_name = provideNames)]
pub fn provide_names(data: Vec<u8>) -> Result<(), JsValue> {
    // The program needs it to the end.
    match names_data::provide(Vec::leak(data)) {
        true => Ok(()),
        false => Err(JsValue::from_str("these bytes are not the lists of names")),
    }
}

/// A reader's own articles.
#[wasm_bindgen(js_name = Collection)]
pub struct JsCollection(Collection);

#[wasm_bindgen(js_class = Collection)]
impl JsCollection {
    /// Creates an empty collection. `settings` is JSON: `{"title": string, "language": string}`.
    ///
    /// # Errors
    /// Throws a string if the settings are not of that form.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Self, JsValue> {
        Ok(Self(Collection::new(parse(settings)?)))
    }

    /// Opens a collection that [`save`](Self::save) wrote.
    ///
    /// # Errors
    /// Throws a string if the bytes are not of that form.
    pub fn reopen(settings: &str, saved: &[u8]) -> Result<Self, JsValue> {
        let collection = Collection::open(parse(settings)?, saved);
        collection.map(Self).map_err(|error| to_js(&error))
    }

    /// Imports files that belong together, and returns a report as JSON.
    ///
    /// `names` are the paths of the `blobs`. `progress` is called with the bytes read, all bytes,
    /// the number of items so far and the title of the last one; `picture` with the path and the
    /// bytes of each picture; `preview` with each of the first articles as JSON:
    /// `{"title": string, "blocks": [{"kind": "heading" | "paragraph" | "code", "text": string}]}`.
    ///
    /// # Errors
    /// Throws what one of the functions threw. The import ends there, and keeps what it has.
    pub fn add(
        &mut self,
        names: Vec<String>,
        blobs: Vec<Blob>,
        progress: &Function,
        picture: &Function,
        preview: &Function,
    ) -> Result<String, JsValue> {
        let total = blobs.iter().map(Blob::size).sum();
        let (before, position) = (Cell::new(0.0), Position::default());
        let callbacks = Callbacks { progress, picture, preview };
        let mut observer = JsObserver::new(callbacks, total, &before, &position);
        let files = ChosenFiles::new(names, blobs, &before, &position);
        let report = self.0.add_together(&files, &mut observer);
        match observer.thrown.take() {
            Some(error) => Err(error),
            None => Ok(report::json(&report)),
        }
    }

    /// Writes the edition of all items. `with_names` adds entities, quotes, figures and related
    /// articles, which take most of the time. With `in_parts`, returns the file with the table of
    /// its parts, unless it is opened as one piece.
    ///
    /// `write` is called with bytes and their place in the file, and `read` with the place and the
    /// number of bytes that it is to return.
    ///
    /// # Errors
    /// Throws a string if the collection is empty or too large, or if names are wanted before
    /// [`provide_names`] was called; and what a function threw, also that of
    /// [`release`](Self::release).
    #[wasm_bindgen(js_name = writeEdition)]
    pub fn write_edition(
        &self,
        #[wasm_bindgen(js_name = withNames)] with_names: bool,
        #[wasm_bindgen(js_name = inParts)] in_parts: bool,
        write: Function,
        read: Function,
    ) -> Result<Option<Uint8Array>, JsValue> {
        if with_names && !names_data::is_provided() {
            return Err(JsValue::from_str("the lists of names are missing"));
        }
        let written = edition_file::with(write, read, |file| {
            let outline = self.0.write_edition(with_names, file)?;
            let table = in_parts.then(|| part_table(file, &outline)).transpose()?;
            Ok(table.flatten().map(|bytes| Uint8Array::from(&*bytes)))
        });
        if let Some(thrown) = item_file::thrown() {
            return Err(thrown);
        }
        written.map_err(|thrown| thrown.unwrap_or_else(|error| to_js(&error)))
    }

    /// Returns the bookmarks of all items, in the page's stored form.
    pub fn records(&self) -> String {
        self.0.bookmarks()
    }

    /// Returns the bookmarks of the items that were added or changed since the collection was
    /// created or reopened.
    #[wasm_bindgen(js_name = newRecords)]
    pub fn new_records(&self) -> String {
        self.0.new_bookmarks()
    }

    /// Writes the lasting form of all items. `write` is called with its bytes, piece by piece.
    ///
    /// # Errors
    /// Throws what the function threw.
    pub fn save(&self, write: &Function) -> Result<(), JsValue> {
        let mut thrown = None;
        let mut pass_on = |buffer: &mut Vec<u8>| {
            let bytes = Uint8Array::from(&**buffer);
            if thrown.is_none() {
                thrown = write.call1(&JsValue::UNDEFINED, &bytes).err();
            }
            buffer.clear();
        };
        // A call of JavaScript takes longer than copying most pieces.
        let mut buffer = Vec::with_capacity(COPIED);
        self.0.save(&mut |piece| {
            if buffer.len() + piece.len() > COPIED {
                pass_on(&mut buffer);
            }
            buffer.extend_from_slice(piece);
        });
        pass_on(&mut buffer);
        thrown.map_or(Ok(()), Err)
    }

    /// Has all items read from the file to which [`save`](Self::save) has written them, instead of
    /// holding them in memory. `read` is called with the place and the number of bytes that it is
    /// to return; at the end of the file there are fewer.
    pub fn release(&mut self, read: Function) {
        self.0.release(item_file::of(read));
    }
}

fn parse(settings: &str) -> Result<Settings, JsValue> {
    serde_json::from_str(settings).map_err(|error| to_js(&error))
}

fn to_js(error: &dyn std::fmt::Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
