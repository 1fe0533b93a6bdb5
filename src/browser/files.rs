//! Files that the reader exports and imports.

use super::announcement::announce;
use crate::context::AppContext;
use crate::store::json;
use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::text::{decimal, join};
use crate::store::user_data::{StorageError, UserAction};
use crate::store::view::View;
use cuttings_exports::ExportFormat;
use gloo::events::EventListener;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, FileReader, HtmlInputElement};
use yew::TargetCast;

#[wasm_bindgen(module = "/src/js/on-demand.js")]
extern "C" {
    /// Downloads items as a file: a format by its key, and the items' numbers with spaces in
    /// between.
    #[wasm_bindgen(js_name = exportItems)]
    fn download_items(format: &str, items: &str);

    /// Downloads a text as a file of a name and a media type. Replaces the placeholder for the
    /// site's URL in it.
    #[wasm_bindgen(js_name = saveText)]
    pub fn download(name: &str, media_type: &str, text: &str);
}

/// Downloads all items of a view as a file.
pub fn export_items(library: &Library, view: &View, format: ExportFormat) {
    let results = Results::search(library, view, library.len());
    let items = results.items.iter().map(|item| decimal(u64::from(item.0)));
    download_items(format.key(), &join(&items.collect::<Vec<String>>(), " "));
}

/// Imports bookmarks from the file that the reader chose.
pub fn import_bookmarks(app: &AppContext, event: &Event) {
    let input: HtmlInputElement = event.target_unchecked_into();
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let Ok(reader) = FileReader::new() else { return };
    let app = app.clone();
    let result = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        match result.result().ok().and_then(|text| text.as_string()) {
            Some(text) => app.dispatch(match json::parse(&text) {
                Some(bookmarks) => UserAction::Imported(bookmarks),
                None => UserAction::Failed(StorageError::InvalidImport),
            }),
            None => announce(msg!("file-unreadable")),
        }
    })
    .forget();
    // Reading a file that the reader has just chosen does not fail before it starts.
    let _ = reader.read_as_text(&file);
}
