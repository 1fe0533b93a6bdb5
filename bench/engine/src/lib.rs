//! The search engine as a module for a browser's script, so that it is measured as its peers are: called from JavaScript,
//! the answer handed over to JavaScript. The page itself has no such boundary.

use cuttings_search::{Index, Query, Request, Searcher};
use wasm_bindgen::prelude::wasm_bindgen;

/// An opened index and what is kept between searches.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    searcher: Searcher<'static, 'static>,
}

#[wasm_bindgen]
impl Engine {
    /// Opens an index. It stays in memory for as long as the page does.
    ///
    /// # Errors
    /// When the bytes are no index.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Engine, String> {
        let index = Index::open(Box::leak(bytes.into_boxed_slice())).map_err(|error| error.to_string())?;
        Ok(Self { searcher: Searcher::new(Box::leak(Box::new(index))) })
    }

    /// The ten best documents for what a reader typed: number and score, one after the other.
    pub fn search(&mut self, typed: &str) -> Vec<f64> {
        let query = Query::parse(typed);
        let outcome = self.searcher.search(&Request::new(&query));
        outcome.hits.iter().flat_map(|hit| [f64::from(hit.doc.0), f64::from(hit.score)]).collect()
    }
}
