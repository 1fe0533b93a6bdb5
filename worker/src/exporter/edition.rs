//! The class that JavaScript uses.

#![allow(unreachable_pub, reason = "wasm-bindgen exports only public items")]

use cuttings_edition::Edition;
use cuttings_exports::{Audience, file};
use cuttings_markdown_writer::{Bookmarks, archive, article_beside_others};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The edition of a collection.
#[wasm_bindgen(js_name = Edition)]
pub struct JsEdition(Edition<'static>);

#[wasm_bindgen(js_class = Edition)]
impl JsEdition {
    /// Opens an edition. Its bytes stay in memory until the worker ends.
    ///
    /// # Errors
    /// Throws a string if the bytes are not an edition in one piece.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, JsValue> {
        Edition::open(Vec::leak(bytes)).map(Self).map_err(|error| to_js(&error))
    }

    /// Returns the text that a published edition has as a file at a path relative to its base.
    ///
    /// # Errors
    /// Throws a string if it has no such file.
    pub fn file(&self, path: &str) -> Result<String, JsValue> {
        file(&self.0, Audience::Owner, path).ok_or_else(|| to_js(&path))
    }

    /// Returns an article as Markdown with what the reader did with it. `bookmarks` is the page's
    /// stored form.
    ///
    /// # Errors
    /// Throws a string if no article has this slug.
    pub fn markdown(&self, slug: &str, bookmarks: &str) -> Result<String, JsValue> {
        let article = self.0.article(slug).ok_or_else(|| to_js(&slug))?;
        Ok(article_beside_others(&self.0, &article, &Bookmarks::parse(bookmarks)))
    }

    /// Returns all articles as a ZIP archive of Markdown, with the pictures, by the `names` of
    /// their paths.
    ///
    /// # Errors
    /// Throws a string if the archive would be too large.
    pub fn archive(
        &self,
        bookmarks: &str,
        names: Vec<String>,
        pictures: Vec<Uint8Array>,
    ) -> Result<Uint8Array, JsValue> {
        let pictures = names.into_iter().zip(pictures.into_iter().map(|bytes| bytes.to_vec()));
        let archive = archive(&self.0, &Bookmarks::parse(bookmarks), pictures);
        Ok(Uint8Array::from(&*archive.map_err(|error| to_js(&error))?))
    }
}

fn to_js(error: &dyn std::fmt::Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
