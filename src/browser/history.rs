//! The browser's history: writes where someone is, tells where they went, and knows how each entry was left.
//!
//! Scroll positions are ours to keep, since the browser restores them before the page is there. Each entry's place in
//! the tab's history is its `history.state`; how entries were left is remembered under that number, in the tab.

use super::arrival;
use super::reading;
use super::stored::{self, Keep};
use crate::desk::Desk;
use crate::store::library::Library;
use crate::store::reducer::{Action, PAGE, State};
use crate::store::route::{Addresses, Route};
use crate::store::text::decimal;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Window};

/// How long typing must pause before the address is written, in milliseconds. Browsers refuse more than about a
/// hundred writes in half a minute.
const WRITE_AFTER: u32 = 300;

/// How long scrolling must pause before the place in an article is kept, in milliseconds.
const KEEP_AFTER: u32 = 400;

/// How long typing must pause before what comes next makes a history entry of its own, in milliseconds.
const ENTRY_AFTER: u32 = 2000;

/// Under which name the tab remembers how entries were left.
const STORED_AS: &str = "cuttings.entries.1";

/// What `history.state` ends with where the entry before is the results in which the article was found.
const FROM_RESULTS: char = 'r';

/// Tells of the browser's going back and forward, and remembers where each entry is left.
pub fn listen(record: &Rc<RefCell<Record>>, desk: &Desk, window: &Window) -> [EventListener; 3] {
    if let Ok(history) = window.history() {
        // It fails only for a document that is not shown.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    record.borrow_mut().addresses = desk.library.addresses();
    record.borrow_mut().read();
    let left = record.borrow().here();
    // A page that was reloaded is shown as it was left.
    if left.shown > PAGE {
        record.borrow_mut().moved = true;
        desk.tell(Action::HistoryMoved { route: location(&desk.library), shown: left.shown });
    } else if left.scroll > 0.0 {
        arrival::scroll_to(left.scroll);
    }
    let scrolled = {
        let (record, desk) = (Rc::clone(record), desk.clone());
        EventListener::new(window, "scroll", move |_| {
            let mut record = record.borrow_mut();
            if !record.behind {
                record.scroll = arrival::scroll_position();
                let desk = desk.clone();
                record.reading = Some(Timeout::new(KEEP_AFTER, move || reading::keep_place(&desk)));
            }
        })
    };
    let hidden = {
        let record = Rc::clone(record);
        EventListener::new(window, "pagehide", move |_| record.borrow_mut().keep())
    };
    let moved = {
        let (record, desk) = (Rc::clone(record), desk.clone());
        EventListener::new(window, "popstate", move |_| {
            let route = location(&desk.library);
            let left = record.borrow_mut().moved(&route);
            desk.tell(Action::HistoryMoved { route, shown: left.shown });
        })
    };
    [scrolled, hidden, moved]
}

/// Goes back to the results from which the current article was opened, if the entry before is just that.
///
/// Returns whether it went.
pub fn back_to_results() -> bool {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return false };
    let state = history.state().ok().and_then(|state| state.as_string()).unwrap_or_default();
    state.ends_with(FROM_RESULTS) && history.back().is_ok()
}

/// The route at the browser's address.
pub fn location(library: &Library) -> Route {
    let Some(window) = web_sys::window() else { return Route::default() };
    let href = window.location().href().unwrap_or_default();
    let (address, fragment) = href.split_once('#').unwrap_or((&href, ""));
    let base = window.document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    let folder = base.rfind('/').and_then(|end| base.get(..=end)).unwrap_or_default();
    let place = address.strip_prefix(folder).unwrap_or(address);
    let (path, search) = place.split_once('?').unwrap_or((place, ""));
    let (path, search) = library.addresses().place(path, search, fragment);
    library.route(path, search)
}

/// How the page's addresses are written: as its `html` element says.
pub fn addresses() -> Addresses {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if root.is_some_and(|root| root.has_attribute("data-fragments")) {
        Addresses::Fragments
    } else {
        Addresses::Paths
    }
}

/// How an entry was left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Left {
    scroll: f64,
    shown: usize,
}

/// What is known of this tab's history.
#[derive(Default)]
pub struct Record {
    /// How addresses are written.
    addresses: Addresses,
    /// The current entry's place among this page's entries, from 0.
    depth: usize,
    /// How each entry was left.
    left: Vec<Left>,
    /// The scroll position as of the last scroll event: after a render, the window's own may have been cut already.
    scroll: f64,
    /// What the history was last brought in step with.
    followed: Option<State>,
    /// Whether what is shown is ahead of the history. The window's scroll position is then that of the page that was left,
    /// cut to the length of the new one, and no longer what it was left at.
    behind: bool,
    /// Whether the next state to follow is one that the browser went to.
    moved: bool,
    /// What will be written when typing pauses.
    waiting: Option<Route>,
    /// The pause that it waits for.
    pause: Option<Timeout>,
    /// The pause after which what is typed next makes an entry of its own.
    typing: Option<Timeout>,
    /// The pause after which the place in an article is kept.
    reading: Option<Timeout>,
}

impl Record {
    /// Reads what a reloaded or revisited tab knows.
    fn read(&mut self) {
        match entry() {
            Some(depth) => {
                self.depth = depth;
                self.left = parse_left(&stored::read(Keep::InTab, STORED_AS).unwrap_or_default());
            }
            None => self.write(Write::Replace, 0, false, None),
        }
    }

    /// A state is about to be shown.
    pub fn rendering(&mut self, state: &State) {
        self.behind = self.followed.as_ref().is_some_and(|followed| followed.route != state.route);
    }

    /// How the current entry was left.
    fn here(&self) -> Left {
        self.left.get(self.depth).copied().unwrap_or_default()
    }

    /// Remembers how the current entry is left.
    fn leave(&mut self) {
        let shown = self.followed.as_ref().map_or(PAGE, |state| state.shown);
        if self.left.len() <= self.depth {
            self.left.resize(self.depth + 1, Left::default());
        }
        if let Some(left) = self.left.get_mut(self.depth) {
            *left = Left { scroll: self.scroll, shown };
        }
    }

    /// The browser went to another entry: remembers the one it left, and returns how the new one was left.
    fn moved(&mut self, route: &Route) -> Left {
        self.leave();
        // What waits would now be written over another entry.
        self.waiting = None;
        self.depth = entry().unwrap_or(self.depth);
        // An entry that shows the same (the fragment alone differs) leads to no new state, so to nothing to follow.
        self.moved = self.followed.as_ref().is_none_or(|state| state.route != *route || state.aim > 0);
        self.here()
    }

    /// Puts everything away before the page goes.
    fn keep(&mut self) {
        self.write_waiting();
        self.scroll = arrival::scroll_position();
        self.leave();
        // Where a browser keeps nothing, one comes back to the beginning.
        let _ = stored::write(Keep::InTab, STORED_AS, &print_left(&self.left));
    }

    fn write_waiting(&mut self) {
        if let Some(route) = self.waiting.take() {
            self.write(Write::Replace, self.depth, is_from_results(), Some(&self.addresses.href(&route)));
        }
    }

    /// Writes an entry; at the current address if there is no other.
    fn write(&self, how: Write, depth: usize, from_results: bool, href: Option<&str>) {
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        let mut state = decimal(depth as u64);
        if from_results {
            state.push(FROM_RESULTS);
        }
        let state = JsValue::from_str(&state);
        // A browser that refuses (too many writes) leaves the address as it was; the page works.
        let _ = match how {
            Write::Push => history.push_state_with_url(&state, "", href),
            Write::Replace => history.replace_state_with_url(&state, "", href),
        };
    }

    /// Brings the history in step with a state that has been rendered.
    pub fn follow(record: &Rc<RefCell<Record>>, desk: &Desk, state: &State) {
        let mut this = record.borrow_mut();
        this.behind = false;
        let Some(before) = this.followed.replace(state.clone()) else { return };
        if before == *state {
            return;
        }
        if !before.route.same_page(&state.route) {
            this.reading = None;
        }
        this.typing = state.typing.then(|| {
            let desk = desk.clone();
            Timeout::new(ENTRY_AFTER, move || desk.tell(Action::TypingPaused))
        });
        let moved = std::mem::take(&mut this.moved);
        if moved {
            let scroll = this.here().scroll;
            this.scroll = scroll;
            drop(this);
            arrival::at_known_page(&before.route, &state.route, scroll);
        } else if state.entries != before.entries {
            this.write_waiting();
            this.followed = Some(before.clone());
            this.leave();
            this.followed = Some(state.clone());
            this.depth += 1;
            let depth = this.depth;
            this.left.truncate(depth);
            let from_results =
                matches!(state.route, Route::Article { .. }) && state.route.results() == before.route;
            let href = [this.addresses.href(&state.route), state.fragment()].concat();
            this.write(Write::Push, depth, from_results, Some(&href));
            if !before.route.same_page(&state.route) {
                this.scroll = 0.0;
                drop(this);
                arrival::at_new_page(&before.route, &state.route, state.aim);
            } else if state.aim > 0 {
                drop(this);
                arrival::at_block(state.aim);
            }
        } else if state.route != before.route {
            let later = Rc::clone(record);
            this.pause = Some(Timeout::new(WRITE_AFTER, move || later.borrow_mut().write_waiting()));
            this.waiting = Some(state.route.clone());
        }
    }
}

#[derive(Clone, Copy)]
enum Write {
    Push,
    Replace,
}

/// The current entry's place, if it is one of ours.
fn entry() -> Option<usize> {
    let state = web_sys::window()?.history().ok()?.state().ok()?.as_string()?;
    state.trim_end_matches(FROM_RESULTS).parse().ok()
}

fn is_from_results() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history
        .and_then(|history| history.state().ok())
        .and_then(|state| state.as_string())
        .is_some_and(|state| state.ends_with(FROM_RESULTS))
}

fn parse_left(text: &str) -> Vec<Left> {
    let left = |pair: &str| {
        let (scroll, shown) = pair.split_once(' ')?;
        Some(Left { scroll: f64::from(scroll.parse::<u32>().ok()?), shown: shown.parse().ok()? })
    };
    text.split(',').map(|pair| left(pair).unwrap_or_default()).collect()
}

fn print_left(left: &[Left]) -> String {
    let mut out = String::new();
    for entry in left {
        if !out.is_empty() {
            out.push(',');
        }
        out.push_str(&decimal(entry.scroll as u64));
        out.push(' ');
        out.push_str(&decimal(entry.shown as u64));
    }
    out
}
