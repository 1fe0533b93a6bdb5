//! What the browser keeps for the page, in the tab or for good. It may refuse to.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Storage;

#[wasm_bindgen(module = "/src/js/rows.js")]
extern "C" {
    /// Returns the rows of texts in `json`, with separators.
    #[wasm_bindgen(js_name = parseRows)]
    fn rows_of(json: &str) -> Option<String>;
    /// Returns rows with separators as JSON.
    #[wasm_bindgen(js_name = printRows)]
    fn json_of(rows: &str) -> String;
}

#[wasm_bindgen(module = "/src/js/on-demand.js")]
extern "C" {
    /// Has the browser save a text as a file.
    pub fn download(name: &str, kind: &str, text: &str);
    /// Has the browser save items as a file: in the [`Form`](crate::store::hand_out::Form) with the
    /// key `form`, `items` by their numbers with spaces in between.
    #[wasm_bindgen(js_name = exportItems)]
    pub fn take(form: &str, items: &str);
}

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// As long as the tab is open.
    InTab,
    /// Until someone clears it.
    ForGood,
}

/// What is kept under `name`.
pub fn read(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok()?
}

/// Keeps `text` under `name`, and returns whether the browser let it: it does not where it is full or forbidden to.
pub fn write(keep: Keep, name: &str, text: &str) -> bool {
    storage(keep).is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Stands between the texts of a row, and between rows, where they go to `src/boot.js` and come from it; in no text.
const SEPARATORS: [char; 2] = ['\u{1F}', '\u{1E}'];

/// The rows of texts that a text in JSON holds; `None` if it holds something else.
pub fn parse_rows(text: &str) -> Option<Vec<Vec<String>>> {
    let [cells, rows] = SEPARATORS;
    let text = rows_of(text)?;
    Some(text.split(rows).map(|row| row.split(cells).map(str::to_owned).collect()).collect())
}

/// Rows of texts as a text in JSON.
pub fn print_rows(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (nth, row) in rows.iter().enumerate() {
        if nth > 0 {
            text.push(SEPARATORS[1]);
        }
        for (nth, cell) in row.iter().enumerate() {
            if nth > 0 {
                text.push(SEPARATORS[0]);
            }
            text.push_str(&cell.replace(SEPARATORS, " "));
        }
    }
    json_of(&text)
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::InTab => window.session_storage().ok()?,
        Keep::ForGood => window.local_storage().ok()?,
    }
}
