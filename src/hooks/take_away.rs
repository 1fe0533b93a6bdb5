//! Files that leave the page by the reader's own hand.

use super::stored::download;
use crate::state::export::Format;
use crate::state::library::Library;
use crate::state::results::Results;
use crate::state::view::View;

/// The address that all addresses of the page begin with.
pub fn base() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let base = document.and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    base.rfind('/').and_then(|end| base.get(..=end)).unwrap_or_default().to_owned()
}

/// Has the browser keep all results of a view as a file.
pub fn results(library: &Library, view: &View, format: Format) {
    let results = Results::of(library, view, library.len());
    let items: Vec<_> = results.items.iter().filter_map(|&id| library.item(id)).collect();
    let (name, kind) = format.file();
    download(name, kind, &format.write(&items, &base()));
}
