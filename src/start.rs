//! Starts a program of the page in the browser: opens the edition and renders it, or reports why it
//! cannot. There are two programs: the page (`src/main.rs`), and the explorer (`src/explorer.rs`),
//! which is the page with the views that explore an edition.

use crate::browser::changes::load_changes;
use crate::browser::failure::report_open_error;
use crate::browser::first_render::render;
use crate::browser::location::{current_route, own_title, url_style};
#[cfg(target_arch = "wasm32")]
use crate::browser::separate_edition::take;
use crate::browser::stored_user_data::stored_user_data;
use crate::explored_page::Explorer;
use crate::store::app_state::AppState;
use crate::store::library::Library;
use crate::store::ui_state::UiState;

/// Returns the edition of the page: the one that the boot script has downloaded, or else the one
/// that `build.rs` builds from the seeds.
#[cfg(all(target_arch = "wasm32", not(separate_edition)))]
fn edition() -> &'static [u8] {
    // The black box keeps the checks of the header: the compiler knows the embedded bytes, but not
    // whether they arrived undamaged.
    let embedded =
        || std::hint::black_box(include_bytes!(concat!(env!("OUT_DIR"), "/edition.bin")));
    take().unwrap_or_else(|| embedded())
}

/// Returns the edition that the boot script has downloaded, or its head: the program has none.
#[cfg(all(target_arch = "wasm32", separate_edition))]
fn edition() -> &'static [u8] {
    take().unwrap_or_default()
}

/// A native build of this program is only checked, never run: there is no edition for it.
#[cfg(not(target_arch = "wasm32"))]
fn edition() -> &'static [u8] {
    &[]
}

/// Starts the program, with what renders the views that explore the edition if it has them.
pub fn start(explorer: Option<Explorer>) {
    let edition = edition();
    #[cfg(feature = "parts")]
    if let Ok(store) = cuttings_parts::PartStore::open(edition) {
        let store = Box::leak(Box::new(store));
        yew::platform::spawn_local(open_in_parts(store, explorer));
        return;
    }
    match Library::open_titled(edition, own_title()) {
        Ok(library) => {
            let library = library.with_url_style(url_style());
            #[cfg(feature = "parts")]
            let library = library.with_files_of(crate::browser::separate_edition::files_of());
            load_changes(&library);
            let ui = UiState::starting_at(current_route(&library));
            render(AppState::new(library, ui, stored_user_data()), explorer);
        }
        Err(error) => report_open_error(&error),
    }
}

/// Opens an edition in parts: downloads what the first page needs, and renders it.
#[cfg(feature = "parts")]
async fn open_in_parts(
    store: &'static cuttings_parts::PartStore<'static>,
    explorer: Option<Explorer>,
) {
    use crate::browser::parts::{Opened, complete};
    let opened = complete(store, || {
        let value = Library::open_in_parts(store, own_title()).map(|library| {
            let library = library.with_url_style(url_style());
            let library = library.with_files_of(crate::browser::separate_edition::files_of());
            load_changes(&library);
            let route = current_route(&library);
            (library, route)
        });
        Opened { value, missing: store.take_missing(), next: Vec::new() }
    });
    let (library, route) = match opened.await {
        Some(Ok(opened)) => opened,
        Some(Err(error)) => return report_open_error(&error),
        None => return,
    };
    let state = complete(store, || {
        let ui = UiState::starting_at(route.clone());
        let (value, missing) = AppState::new_in_parts(&library, ui, stored_user_data());
        let next = value.loading.wanted.clone();
        Opened { value, missing, next }
    });
    if let Some(state) = state.await {
        render(state, explorer);
    }
}
