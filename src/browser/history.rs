//! Keeps the browser's history in step with the state of the interface, in both directions.
//!
//! The page restores scroll positions itself, because the browser would do so before the content is
//! there. Each history entry has a position; the tab's storage holds how each entry was left.

use super::history_entry::{HistoryEntry, history};
use super::location::current_route;
use super::scroll_focus;
use super::storage::{self, Area};
use super::viewport::visible_capacity;
use crate::context::AppContext;
use crate::route::{Route, UrlStyle};
use crate::store::text::decimal;
use crate::store::ui_state::{PAGE_SIZE, UiAction, UiState};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::ScrollRestoration;
use yew::prelude::*;

/// The pause in typing after which the URL follows, in milliseconds. Browsers refuse more than
/// about a hundred writes in half a minute.
const WRITE_PAUSE: u32 = 300;

/// The pause in typing after which further typing creates a history entry, in milliseconds.
const ENTRY_PAUSE: u32 = 2000;

/// The key in the tab's storage of how each entry was left.
const STORED_AS: &str = "cuttings.entries.1";

/// Writes history entries for changes of the state, and dispatches the entries that the browser
/// goes to. Restores the focus and the scroll position.
#[hook]
pub fn use_history(app: &AppContext, ui: &Rc<UiState>) {
    let tracker = use_mut_ref(Tracker::default);
    // Yew may yield to the browser after a render and before its effects. Until the effects have
    // run, the window's scroll position is that of the old page, cut to the length of the new one.
    tracker.borrow_mut().rendered = Some(Rc::clone(ui));
    {
        let (app, tracker) = (app.clone(), Rc::clone(&tracker));
        use_effect_with((), move |()| {
            let listeners = listen(&app, &tracker);
            move || drop(listeners)
        });
    }
    let app = app.clone();
    use_effect_with(Rc::clone(ui), move |ui| follow(&app, &tracker, ui));
}

/// The state of a history entry when the reader left it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct LeftEntry {
    scroll: f64,
    shown: usize,
}

impl LeftEntry {
    /// Returns the action that shows the entry's route as the reader left it.
    fn action(self, route: Route) -> UiAction {
        // More headlines than cards fit above a place.
        let visible = visible_capacity(true, self.scroll);
        UiAction::HistoryNavigated { route, shown: self.shown, visible }
    }
}

/// The page's record of the tab's history.
#[derive(Default)]
struct Tracker {
    url_style: UrlStyle,
    /// The position of the current entry, from 0.
    position: usize,
    /// The state of each entry when the reader left it.
    left: Vec<LeftEntry>,
    /// The scroll position at the last scroll event. After a render, the window's own may be that
    /// of a shorter page already.
    scroll: f64,
    /// The state that the history is in step with.
    followed: Option<Rc<UiState>>,
    /// The state rendered last.
    rendered: Option<Rc<UiState>>,
    /// True if the browser went to the next state to follow.
    navigated: bool,
    /// The route to write when the typing pauses, and the timer of that pause.
    pending: Option<(Route, Timeout)>,
    /// The timer after which further typing creates an entry.
    typing: Option<Timeout>,
    /// The place that the reader goes to in a long article, which may not be rendered yet.
    awaited: Option<AwaitedPlace>,
}

/// A place in an article that is rendered in batches.
struct AwaitedPlace {
    /// The number of the block, or 0.
    block: u32,
    /// Without a block, the distance from the top of the page, in pixels.
    scroll: f64,
    /// The scroll position meanwhile. Another one means that the reader has scrolled.
    from: f64,
}

impl Tracker {
    /// Reads the state of a reloaded or revisited tab.
    fn restore(&mut self) {
        if let Some(stored) = storage::read(Area::Session, STORED_AS) {
            self.left = parse_left(&stored);
        }
        match HistoryEntry::current() {
            Some(entry) => self.position = entry.position,
            None => {
                // The reader may come from a page of this site that another program shows.
                self.position = self.left.len();
                HistoryEntry { position: self.position, from_results: false }.replace(None);
            }
        }
    }

    /// Stores everything before the page closes.
    fn save(&mut self) {
        self.write_pending();
        self.scroll = scroll_focus::scroll_position();
        self.leave();
        // Without storage, the reader comes back to the beginning of the page.
        let _ = storage::write(Area::Session, STORED_AS, &print_left(&self.left));
    }

    /// Scrolls to the awaited place as soon as it is rendered, unless the reader has scrolled.
    fn approach(&mut self, ui: &UiState) {
        let Some(place) = self.awaited.take() else { return };
        let is_there = scroll_focus::scroll_position() != place.from
            || scroll_focus::approach(place.block, place.scroll);
        if !is_there && ui.is_incomplete() {
            let from = scroll_focus::scroll_position();
            self.awaited = Some(AwaitedPlace { from, ..place });
        }
    }

    /// Returns whether the page shows a route that the history does not have yet.
    fn is_behind(&self) -> bool {
        let (Some(followed), Some(rendered)) = (&self.followed, &self.rendered) else {
            return false;
        };
        followed.route != rendered.route
    }

    /// Returns how the reader left the current entry.
    fn current_left(&self) -> LeftEntry {
        self.left.get(self.position).copied().unwrap_or_default()
    }

    /// Records how the reader leaves the current entry.
    fn leave(&mut self) {
        let shown = self.followed.as_ref().map_or(PAGE_SIZE, |ui| ui.shown);
        if self.left.len() <= self.position {
            self.left.resize(self.position + 1, LeftEntry::default());
        }
        if let Some(left) = self.left.get_mut(self.position) {
            *left = LeftEntry { scroll: self.scroll, shown };
        }
    }

    /// Records that the browser went to another entry. Returns how the reader left that one.
    fn navigate(&mut self, route: &Route) -> LeftEntry {
        self.leave();
        // Writing the pending route now would change the wrong entry.
        self.pending = None;
        self.position = HistoryEntry::current().map_or(self.position, |entry| entry.position);
        // An entry that differs in its fragment only leads to no new state.
        let is_new = |ui: &Rc<UiState>| ui.route != *route || ui.target_block > 0;
        self.navigated = self.followed.as_ref().is_none_or(is_new);
        self.current_left()
    }

    /// Writes the pending route into the current entry.
    fn write_pending(&mut self) {
        if let Some((route, _)) = self.pending.take() {
            let from_results = HistoryEntry::current().is_some_and(|entry| entry.from_results);
            let entry = HistoryEntry { position: self.position, from_results };
            entry.replace(Some(&self.url_style.href(&route)));
        }
    }
}

/// Listens to the browser, and shows a reloaded page as the reader left it.
fn listen(app: &AppContext, tracker: &Rc<RefCell<Tracker>>) -> [EventListener; 3] {
    if let Some(history) = history() {
        // This fails for inactive documents only.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    tracker.borrow_mut().url_style = app.library.url_style();
    tracker.borrow_mut().restore();
    let left = tracker.borrow().current_left();
    if left.shown > PAGE_SIZE {
        tracker.borrow_mut().navigated = true;
        app.dispatch(left.action(current_route(&app.library)));
    } else if left.scroll > 0.0 {
        scroll_focus::scroll_to(left.scroll);
    }
    let on_scroll = {
        let tracker = Rc::clone(tracker);
        move |_: &Event| {
            let mut tracker = tracker.borrow_mut();
            if !tracker.is_behind() {
                tracker.scroll = scroll_focus::scroll_position();
            }
        }
    };
    let on_hide = {
        let tracker = Rc::clone(tracker);
        move |_: &Event| tracker.borrow_mut().save()
    };
    let on_navigate = {
        let (app, tracker) = (app.clone(), Rc::clone(tracker));
        move |_: &Event| {
            let route = current_route(&app.library);
            if app.is_elsewhere(&route) {
                // Only a document without a browsing context cannot be loaded again.
                let _ = window().location().reload();
                return;
            }
            let left = tracker.borrow_mut().navigate(&route);
            app.dispatch(left.action(route));
        }
    };
    [
        EventListener::new(&window(), "scroll", on_scroll),
        EventListener::new(&window(), "pagehide", on_hide),
        EventListener::new(&window(), "popstate", on_navigate),
    ]
}

/// Brings the history in step with a rendered state.
fn follow(app: &AppContext, shared: &Rc<RefCell<Tracker>>, ui: &Rc<UiState>) {
    let mut tracker = shared.borrow_mut();
    let Some(before) = tracker.followed.replace(Rc::clone(ui)) else { return };
    tracker.typing = ui.typing.then(|| {
        let app = app.clone();
        Timeout::new(ENTRY_PAUSE, move || app.dispatch(UiAction::TypingPaused))
    });
    let (old, new) = (&before.route, &ui.route);
    let await_place = |block, scroll| {
        let from = scroll_focus::scroll_position();
        shared.borrow_mut().awaited =
            ui.is_incomplete().then_some(AwaitedPlace { block, scroll, from });
    };
    if std::mem::take(&mut tracker.navigated) {
        let scroll = tracker.current_left().scroll;
        tracker.scroll = scroll;
        drop(tracker);
        scroll_focus::enter_known_page(old, new, scroll);
        await_place(0, scroll);
    } else if ui.history_entries != before.history_entries {
        tracker.write_pending();
        tracker.followed = Some(Rc::clone(&before));
        tracker.leave();
        tracker.followed = Some(Rc::clone(ui));
        tracker.position += 1;
        let position = tracker.position;
        tracker.left.truncate(position);
        let from_results = matches!(new, Route::Article { .. }) && new.results() == *old;
        let href = [tracker.url_style.href(new), ui.fragment()].concat();
        HistoryEntry { position, from_results }.push(&href);
        if !old.same_page(new) {
            tracker.scroll = 0.0;
            drop(tracker);
            scroll_focus::enter_new_page(old, new, ui.target_block);
            await_place(ui.target_block, 0.0);
        } else if ui.target_block > 0 {
            drop(tracker);
            scroll_focus::scroll_to_block(ui.target_block);
            await_place(ui.target_block, 0.0);
        }
    } else if new != old {
        let later = Rc::clone(shared);
        let pause = Timeout::new(WRITE_PAUSE, move || later.borrow_mut().write_pending());
        tracker.pending = Some((new.clone(), pause));
    } else {
        tracker.approach(ui);
    }
}

fn parse_left(text: &str) -> Vec<LeftEntry> {
    let left = |pair: &str| {
        let (scroll, shown) = pair.split_once(' ')?;
        let scroll = f64::from(scroll.parse::<u32>().ok()?);
        Some(LeftEntry { scroll, shown: shown.parse().ok()? })
    };
    text.split(',').map(|pair| left(pair).unwrap_or_default()).collect()
}

fn print_left(left: &[LeftEntry]) -> String {
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

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    /// The text under [`STORED_AS`] in session storage, as version 0.1.0 of November 2026 wrote it.
    const STORED: &str = "0 60,1280 120,35 60";

    #[test]
    fn entries_are_read_and_written_in_the_same_form() {
        let left = parse_left(STORED);
        let entries: Vec<(f64, usize)> =
            left.iter().map(|entry| (entry.scroll, entry.shown)).collect();
        assert_eq!(entries, [(0.0, 60), (1280.0, 120), (35.0, 60)]);
        assert_eq!(print_left(&left), STORED);
        assert_eq!(STORED_AS, "cuttings.entries.1");
    }

    #[test]
    fn a_damaged_entry_is_left_at_the_top() {
        let left = parse_left("x,-5 60,7 90");
        let scrolls: Vec<f64> = left.iter().map(|entry| entry.scroll).collect();
        assert_eq!(scrolls, [0.0, 0.0, 7.0]);
    }
}
