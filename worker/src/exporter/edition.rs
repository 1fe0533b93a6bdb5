//! The class that JavaScript uses.

#![allow(unreachable_pub, reason = "wasm-bindgen exports only public items")]

use cuttings_edition::Edition;
use cuttings_exports::{Audience, annotations, file};
use cuttings_markdown_writer::{Bookmarks, archive, article_beside_others};
use cuttings_site_writer::{Template, Words, archive as site_archive, data_elements};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The edition of a collection.
#[wasm_bindgen(js_name = Edition)]
pub struct JsEdition {
    bytes: &'static [u8],
    edition: Edition<'static>,
}

#[wasm_bindgen(js_class = Edition)]
impl JsEdition {
    /// Opens an edition. Its bytes stay in memory until the worker ends.
    ///
    /// # Errors
    /// Throws a string if the bytes are not an edition in one piece.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, JsValue> {
        let bytes = &*Vec::leak(bytes);
        let edition = Edition::open(bytes).map_err(|error| to_js(&error))?;
        Ok(Self { bytes, edition })
    }

    /// Returns the text that a published edition has as a file at a path relative to its base.
    ///
    /// # Errors
    /// Throws a string if it has no such file.
    pub fn file(&self, path: &str) -> Result<String, JsValue> {
        file(&self.edition, Audience::Owner, path).ok_or_else(|| to_js(&path))
    }

    /// Returns an article as Markdown with what the reader did with it. `bookmarks` is the page's
    /// stored form.
    ///
    /// # Errors
    /// Throws a string if no article has this slug.
    pub fn markdown(&self, slug: &str, bookmarks: &str) -> Result<String, JsValue> {
        let article = self.edition.article(slug).ok_or_else(|| to_js(&slug))?;
        Ok(article_beside_others(&self.edition, &article, &Bookmarks::parse(bookmarks)))
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
        let archive = archive(&self.edition, &Bookmarks::parse(bookmarks), pictures);
        Ok(Uint8Array::from(&*archive.map_err(|error| to_js(&error))?))
    }

    /// Returns the reader's highlights and notes as an annotation page of the W3C. `bookmarks` is
    /// the page's stored form.
    pub fn annotations(&self, bookmarks: &str) -> String {
        annotations(&self.edition, Audience::Owner, &Bookmarks::parse(bookmarks))
    }

    /// Returns the data that a page requests when a reader exports or cites, as elements of HTML
    /// for a single file.
    pub fn data(&self) -> String {
        data_elements(&self.edition)
    }

    /// Returns a site as a ZIP archive. `alerts` are the labels of a note, a tip, an important
    /// notice, a warning and a caution, and `names` the paths of files with their `contents`.
    ///
    /// # Errors
    /// Throws a string if a label is missing, or the archive would be too large.
    pub fn site(
        &self,
        template: &SiteTemplate,
        title: &str,
        alerts: Vec<String>,
        names: Vec<String>,
        contents: Vec<Uint8Array>,
    ) -> Result<Uint8Array, JsValue> {
        let alerts: Vec<&str> = alerts.iter().map(String::as_str).collect();
        let alerts = alerts.try_into().map_err(|_| to_js(&"a label of an alert is missing"))?;
        let words = Words { title, alerts };
        let files = names.into_iter().zip(contents.into_iter().map(|bytes| bytes.to_vec()));
        let archive = site_archive(&template.0, &self.edition, self.bytes, &words, files);
        Ok(Uint8Array::from(&*archive.map_err(|error| to_js(&error))?))
    }
}

/// The page of a published site, for other editions.
#[wasm_bindgen]
pub struct SiteTemplate(Template);

#[wasm_bindgen]
impl SiteTemplate {
    /// Reads the service worker and the manifest of the site.
    ///
    /// # Errors
    /// Throws a string if another program has written them.
    #[wasm_bindgen(constructor)]
    pub fn new(worker: &str, manifest: &str) -> Result<Self, JsValue> {
        Template::read(worker, manifest).map(Self).map_err(|error| to_js(&error))
    }

    /// Returns the paths of the files that every site with this page has, relative to its base.
    pub fn files(&self) -> Vec<String> {
        self.0.files()
    }
}

fn to_js(error: &dyn std::fmt::Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
