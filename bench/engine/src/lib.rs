//! The search engine as a module for a browser's script, so that it is measured as its peers are: called from JavaScript,
//! the answer handed over to JavaScript. The page itself has no such boundary.

use cuttings_search::{DocId, Field, Index, Passage, Query, Request, Searcher};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The documents' texts, where the page has them: an object with a method `text`.
    #[derive(Debug)]
    pub type Texts;

    /// A document's title and paragraphs, each on a line, in UTF-8.
    #[wasm_bindgen(method)]
    fn text(this: &Texts, document: u32) -> Vec<u8>;
}

/// An opened index and what is kept between searches.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    searcher: Searcher<'static>,
}

#[wasm_bindgen]
impl Engine {
    /// Opens an index. It stays in memory for as long as the page does.
    ///
    /// # Errors
    /// When the bytes are no index.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, texts: Texts) -> Result<Engine, String> {
        let index = Index::open(Box::leak(bytes.into_boxed_slice())).map_err(|error| error.to_string())?;
        let texts = move |document: DocId, passage: &mut dyn FnMut(Passage<'_>)| {
            let text = texts.text(document.0);
            let lines = std::str::from_utf8(&text).unwrap_or_default().lines();
            let fields = std::iter::once(Field::Title).chain(std::iter::repeat(Field::Body));
            fields.zip(lines).for_each(|(field, text)| passage(Passage { field, text }));
        };
        Ok(Self { searcher: Searcher::new(index, Box::new(texts)) })
    }

    /// The ten best documents for what a reader typed: number and score, one after the other.
    pub fn search(&mut self, typed: &str) -> Vec<f64> {
        let query = Query::parse(typed);
        let outcome = self.searcher.search(&Request::new(&query));
        outcome.hits.iter().flat_map(|hit| [f64::from(hit.doc.0), f64::from(hit.score)]).collect()
    }
}
