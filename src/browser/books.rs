//! Writes books, and has the browser save them.

use super::whole_reads::read_whole;
use crate::route::UrlStyle;
use crate::store::book::write_book;
use crate::store::library::Library;
use cuttings_edition::ItemId;
use cuttings_epub_writer::picture_names;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use js_sys::{Array, Uint8Array};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Url};
use yew::platform::spawn_local;

const MEDIA_TYPE: &str = "application/epub+zip";

/// The time in which the browser shows that a book is being written, in milliseconds.
const PAUSE: u32 = 30;

/// The number of simultaneous downloads of pictures.
const PARALLEL: usize = 6;

/// The most articles of a book.
pub const MOST_ARTICLES: usize = 500;

/// The most bytes of all pictures of a book.
const MOST_BYTES: usize = 64 << 20;

/// A book that the browser saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedBook {
    /// The number of its articles.
    pub articles: usize,
    /// The number of pictures that could not be downloaded, or for which there was no room.
    pub lacking: usize,
}

/// Writes a book of the first articles among some items, saves it under its title, and passes on
/// what was saved: `None` if the book could not be written.
pub fn save_book(
    library: &Library,
    title: &str,
    items: Rc<[ItemId]>,
    then: impl FnOnce(Option<SavedBook>) + 'static,
) {
    let (library, title) = (library.clone(), title.to_owned());
    let save = move || spawn_local(async move { then(write(&library, &title, &items).await) });
    Timeout::new(PAUSE, save).forget();
}

async fn write(library: &Library, title: &str, items: &[ItemId]) -> Option<SavedBook> {
    let base = site_address(library);
    let is_article = |item: &ItemId| library.article_with_id(*item).is_some();
    let write = |items: &[ItemId], pictures: &BTreeMap<&str, Vec<u8>>| {
        write_book(library, title, base.as_deref(), items, |name| pictures.get(name).cloned())
    };
    // Without pictures at first, for the texts and what is in the targets of their links.
    let read = || {
        let items = items.iter().copied().filter(is_article).take(MOST_ARTICLES);
        let items: Vec<ItemId> = items.collect();
        let book = write(&items, &BTreeMap::new());
        (picture_names(library, &items), book, items)
    };
    let (mut names, mut book, items) = read_whole(library, read).await?;
    if library.url_style() == UrlStyle::Fragments {
        // A single file has none, and shows their descriptions as well.
        names.clear();
    }
    let mut lacking = 0;
    if !names.is_empty() {
        let pictures = download(&names).await;
        lacking = names.len() - pictures.len();
        book = write(&items, &pictures);
    }
    save(&[title, ".epub"].concat(), &book.ok()?)?;
    Some(SavedBook { articles: items.len(), lacking })
}

/// Returns the URL of the site, if its articles have addresses that other programs can open: those
/// of a reader's own collection and of a single file have none.
fn site_address(library: &Library) -> Option<String> {
    let is_own = document_element().has_attribute("data-collection");
    let base = document().base_uri().ok().flatten()?;
    let is_site = library.url_style() == UrlStyle::Paths && !is_own && base.starts_with("http");
    is_site.then_some(base)
}

/// Downloads pictures from the site, as far as they come and there is room for them.
async fn download<'n>(names: &[&'n str]) -> BTreeMap<&'n str, Vec<u8>> {
    let mut pictures = BTreeMap::new();
    let mut room = MOST_BYTES;
    for names in names.chunks(PARALLEL) {
        // All begin before the first is awaited.
        let answers: Vec<_> =
            names.iter().map(|name| window().fetch_with_str(&["./", name].concat())).collect();
        for (name, answer) in names.iter().zip(answers) {
            let bytes = bytes_of(JsFuture::from(answer)).await.filter(|it| it.len() <= room);
            if let Some(bytes) = bytes {
                room -= bytes.len();
                pictures.insert(*name, bytes);
            }
        }
    }
    pictures
}

async fn bytes_of(answer: JsFuture) -> Option<Vec<u8>> {
    let response: Response = answer.await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Has the browser save a file.
fn save(name: &str, bytes: &[u8]) -> Option<()> {
    let parts = Array::of1(&JsValue::from(Uint8Array::from(bytes)));
    let options = BlobPropertyBag::new();
    options.set_type(MEDIA_TYPE);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url).ok()
}
