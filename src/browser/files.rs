//! Files that the reader exports and imports.

use super::announcement::announce;
use super::location::site_url;
use crate::context::AppContext;
use crate::store::exports::{ExportFormat, with_base_url};
use crate::store::json;
use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::text::{decimal, join};
use crate::store::user_data::{StorageError, UserAction};
use crate::store::view::View;
use gloo::file::{Blob, ObjectUrl};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlAnchorElement, HtmlInputElement};
use yew::platform::spawn_local;

#[wasm_bindgen(module = "/src/js/on-demand.js")]
extern "C" {
    /// Downloads items as a file: a format by its key, and the items' numbers with spaces in
    /// between.
    #[wasm_bindgen(js_name = exportItems)]
    fn download_items(format: &str, items: &str);
}

/// Downloads all items of a view as a file.
pub fn export_items(library: &Library, view: &View, format: ExportFormat) {
    let results = Results::search(library, view, library.len());
    let items = results.items.iter().map(|item| decimal(u64::from(item.0)));
    download_items(format.key(), &join(&items.collect::<Vec<String>>(), " "));
}

/// Downloads a text as a file. Replaces the placeholder for the site's URL in it.
pub fn download(name: &str, media_type: &str, text: &str) {
    let text = with_base_url(text, &site_url());
    let url = ObjectUrl::from(Blob::new_with_options(&*text, Some(media_type)));
    let Ok(link) = document().create_element("a") else { return };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
}

/// Imports bookmarks from the file that the reader chose.
pub fn import_bookmarks(app: &AppContext, event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = input.and_then(|input| input.files()?.get(0)) else { return };
    let app = app.clone();
    spawn_local(async move {
        match JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()) {
            Some(text) => app.dispatch(match json::parse(&text) {
                Some(bookmarks) => UserAction::Imported(bookmarks),
                None => UserAction::Failed(StorageError::InvalidImport),
            }),
            None => announce(msg!("file-unreadable")),
        }
    });
}
