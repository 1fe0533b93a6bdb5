//! Starts the page: opens the embedded edition and shows it, or says why it cannot.

use cuttings::app::{App, AppProps};
use cuttings::browser::failure::{cannot_open, page_element};
use cuttings::browser::history::{addresses, location};
use cuttings::browser::personal::remembered;
use cuttings::store::library::Library;
use cuttings::store::reducer::State;
use cuttings::store::whole::Whole;
use gloo::timers::callback::Timeout;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The edition that `build.rs` builds from the seeds.
#[cfg(target_arch = "wasm32")]
static EDITION: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/edition.bin"));
/// A native build of this program is only checked, never run: there is no edition for it.
#[cfg(not(target_arch = "wasm32"))]
static EDITION: &[u8] = &[];

fn main() {
    let Some(element) = page_element() else { return };
    // What arrived is looked at, not what the compiler knows of it: otherwise it leaves the checks of the header out.
    match Library::open(std::hint::black_box(EDITION)) {
        Ok(library) => {
            let library = library.addressed_by(addresses());
            let start = Whole { state: State::starting_at(location(&library)), personal: remembered() };
            let page = yew::Renderer::<App>::with_root_and_props(element, AppProps { library, start });
            // In a task of its own: the browser has just made the program ready in this one, and someone may be scrolling.
            Timeout::new(0, move || drop(page.render())).forget();
        }
        Err(error) => cannot_open(&error),
    }
}
