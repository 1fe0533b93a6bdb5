//! The search engine as a module for a script in a browser.
//!
//! The bench calls it from JavaScript and copies the hits to JavaScript, as it does with its peers.
//! The page itself has no such boundary.

use cuttings_search::{DocId, Field, Index, Passage, PassageVisitor, Query, Request, Searcher};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The texts of the documents: a JavaScript object with a method `text`.
    #[derive(Debug)]
    pub type Texts;

    /// Returns the title and the paragraphs of a document, one per line, in UTF-8.
    #[wasm_bindgen(method)]
    fn text(this: &Texts, document: u32) -> Vec<u8>;
}

/// A searcher over an opened index.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    searcher: Searcher<'static>,
}

#[wasm_bindgen]
impl Engine {
    /// Opens an index, and keeps its memory until the page is closed.
    ///
    /// # Errors
    /// Fails if the bytes are not an index.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, texts: Texts) -> Result<Engine, String> {
        let bytes = Box::leak(bytes.into_boxed_slice());
        let index = Index::open(&*bytes).map_err(|error| error.to_string())?;
        let source = move |document: DocId, visit: &mut PassageVisitor<'_>| {
            let text = texts.text(document.0);
            let lines = std::str::from_utf8(&text).unwrap_or_default().lines();
            let fields = std::iter::once(Field::Title).chain(std::iter::repeat(Field::Body));
            fields.zip(lines).try_for_each(|(field, text)| visit(Passage { field, text }))
        };
        Ok(Self { searcher: Searcher::new(index, Box::new(source)) })
    }

    /// Searches for what a reader typed. Returns the ten best documents, each as its number and its
    /// score.
    pub fn search(&mut self, typed: &str) -> Vec<f64> {
        let query = Query::parse(typed);
        let outcome = self.searcher.search(&Request::new(&query));
        outcome.hits.iter().flat_map(|hit| [f64::from(hit.doc.0), f64::from(hit.score)]).collect()
    }
}
