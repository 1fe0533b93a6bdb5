//! Downloads the parts of a large edition: those that the page waits for, then in idle time those
//! that searches read.

use super::failure::report_missing_part;
use super::part_download::{Download, saves_data};
use crate::context::AppContext;
use crate::store::loading::{Loading, LoadingAction};
use cuttings_parts::{PartId, PartStore};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The number of simultaneous downloads that the page waits for.
const PARALLEL: usize = 8;

/// The time, in milliseconds, after which texts of cards that have arrived are shown while others
/// are on their way.
const PAUSE: u32 = 60;

/// The time without downloads, in milliseconds, after which the page fetches ahead.
const IDLE: u32 = 1500;

/// The most bytes that the page fetches ahead: about 8 MB of Brotli.
const MOST_AHEAD: usize = 24 << 20;

/// The number of results that come within reach when the reader scrolls by one window. Cards are at
/// least a sixth of a window high.
const RESULTS_PER_WINDOW: f64 = 12.0;

/// The value of a read that may lack parts.
#[derive(Debug)]
pub struct Opened<T> {
    /// The value, which is right if nothing is missing.
    pub value: T,
    /// The parts that it lacks.
    pub missing: Vec<PartId>,
    /// The parts that will be wanted soon.
    pub next: Vec<PartId>,
}

/// Downloads the parts that `open` lacks until it lacks none, and returns its value. Returns `None`
/// if a part does not come; the reader has been told.
pub async fn complete<T>(
    store: &'static PartStore<'static>,
    mut open: impl FnMut() -> Opened<T>,
) -> Option<T> {
    loop {
        let Opened { value, missing, next } = open();
        // All begin before the first is awaited.
        let begin = |part| Download::begin(part, false);
        let downloads: Vec<_> = missing.iter().copied().map(begin).collect();
        for download in next.into_iter().filter(|part| !store.has(*part)).filter_map(begin) {
            spawn_local(async move {
                let _ = download.finish(store).await;
            });
        }
        if missing.is_empty() {
            return Some(value);
        }
        for download in downloads {
            let arrived = match download {
                Some(download) => download.finish(store).await,
                None => None,
            };
            if arrived.is_none() {
                report_missing_part();
                return None;
            }
        }
    }
}

/// Downloads the parts that the page waits for, and fetches others ahead when there is time.
#[hook]
pub fn use_parts(app: &AppContext, loading: &Loading) {
    let queue = use_mut_ref(Queue::default);
    {
        let app = app.clone();
        // After each render: it may have read absent parts.
        use_effect(move || {
            let missed = app.library.store().map(PartStore::take_missing).unwrap_or_default();
            if !missed.is_empty() {
                app.dispatch(LoadingAction::Missed(missed));
            }
        });
    }
    {
        let app = app.clone();
        use_effect_with((), move |()| {
            let listener = app.library.store().map(|_| {
                let (app, reach) = (app.clone(), RefCell::new(0));
                EventListener::new(&window(), "scroll", move |_| {
                    let results = results_within_reach();
                    if results > *reach.borrow() {
                        *reach.borrow_mut() = results;
                        app.dispatch(LoadingAction::Reached(results));
                    }
                })
            });
            move || drop(listener)
        });
    }
    let app = app.clone();
    use_effect_with(loading.clone(), move |loading| {
        if let Some(store) = app.library.store() {
            Queue::follow(&queue, &Fetcher { app, store, queue: Rc::clone(&queue) }, loading);
        }
    });
}

/// Returns the number of results, from the first, that the reader sees or soon may.
fn results_within_reach() -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1.0);
    let windows = (window().scroll_y().unwrap_or_default() / height.max(1.0)).ceil() + 1.0;
    (windows * RESULTS_PER_WINDOW) as usize
}

/// The downloads.
#[derive(Default)]
struct Queue {
    /// The parts to download next, in order.
    next: VecDeque<PartId>,
    /// The parts to fetch ahead first.
    ahead_first: Vec<PartId>,
    in_flight: BTreeSet<PartId>,
    /// The parts that did not come: another attempt passes over caches.
    failed: BTreeSet<PartId>,
    attempts: u32,
    /// The parts that the page cannot go on without.
    urgent: BTreeSet<PartId>,
    /// The timer after which texts of cards are shown.
    shows: Option<Timeout>,
    /// The timer after which the page fetches ahead.
    idle: Option<Timeout>,
    /// The number of bytes fetched ahead.
    ahead: usize,
}

impl Queue {
    /// Downloads what a state waits for, and no more what only an earlier one did.
    fn follow(shared: &Rc<RefCell<Queue>>, fetcher: &Fetcher, loading: &Loading) {
        let has_arrived = {
            let mut queue = shared.borrow_mut();
            let is_retry = loading.attempts != queue.attempts;
            queue.attempts = loading.attempts;
            let urgent = loading.needed.iter().chain(&loading.missed);
            queue.urgent = urgent.clone().copied().collect();
            let mut next: VecDeque<PartId> = VecDeque::new();
            for part in urgent.chain(&loading.wanted).copied() {
                let gave_up = queue.failed.contains(&part) && !is_retry && loading.failed;
                if !gave_up && !queue.in_flight.contains(&part) && !fetcher.store.has(part) {
                    next.push_back(part);
                }
            }
            queue.next = next;
            queue.ahead_first.clone_from(&loading.ahead);
            let mut urgent = queue.urgent.iter();
            !queue.urgent.is_empty() && urgent.all(|part| fetcher.store.has(*part))
        };
        // A part that was fetched ahead may have arrived before the page waited for it.
        if has_arrived {
            fetcher.show();
        }
        fetcher.fill();
    }
}

/// Starts downloads, and tells the page of their ends.
#[derive(Clone)]
struct Fetcher {
    app: AppContext,
    store: &'static PartStore<'static>,
    queue: Rc<RefCell<Queue>>,
}

impl Fetcher {
    /// Starts as many downloads as there may be at a time.
    fn fill(&self) {
        loop {
            let (part, again) = {
                let mut queue = self.queue.borrow_mut();
                if queue.in_flight.len() >= PARALLEL {
                    return;
                }
                let Some(part) = queue.next.pop_front() else { break };
                if self.store.has(part) || !queue.in_flight.insert(part) {
                    continue;
                }
                queue.idle = None;
                (part, queue.failed.remove(&part))
            };
            let Some(download) = Download::begin(part, again) else { return };
            let fetcher = self.clone();
            spawn_local(async move {
                let arrived = download.finish(fetcher.store).await.is_some();
                fetcher.end(part, arrived);
            });
        }
        self.wait_for_idle();
    }

    /// Tells the page that a download has ended.
    fn end(&self, part: PartId, arrived: bool) {
        let shows_now = {
            let mut queue = self.queue.borrow_mut();
            queue.in_flight.remove(&part);
            if !arrived {
                queue.failed.insert(part);
                queue.next.clear();
            }
            let store = self.store;
            let is_complete = queue.urgent.iter().all(|part| store.has(*part));
            is_complete && (queue.urgent.contains(&part) || queue.in_flight.is_empty())
        };
        if !arrived {
            self.app.dispatch(LoadingAction::Failed);
        } else if shows_now {
            self.show();
        } else {
            let mut queue = self.queue.borrow_mut();
            if queue.urgent.is_empty() && queue.shows.is_none() {
                let fetcher = self.clone();
                queue.shows = Some(Timeout::new(PAUSE, move || fetcher.show()));
            }
        }
        self.fill();
    }

    /// Has the page show what has arrived.
    fn show(&self) {
        self.queue.borrow_mut().shows = None;
        self.app.dispatch(LoadingAction::Arrived);
    }

    /// Fetches ahead when nothing has been downloaded for a while.
    fn wait_for_idle(&self) {
        let mut queue = self.queue.borrow_mut();
        if queue.in_flight.is_empty() && queue.next.is_empty() {
            let fetcher = self.clone();
            queue.idle = Some(Timeout::new(IDLE, move || fetcher.fetch_ahead()));
        }
    }

    /// Downloads the rest of what the page shows, then the parts that searches read, one at a time,
    /// as long as the page waits for none.
    fn fetch_ahead(&self) {
        if saves_data() || !self.queue.borrow().failed.is_empty() {
            return;
        }
        let fetcher = self.clone();
        spawn_local(async move {
            while let Some(part) = fetcher.next_ahead() {
                let Some(download) = Download::begin(part, false) else { return };
                let arrived = download.finish(fetcher.store).await;
                fetcher.queue.borrow_mut().in_flight.remove(&part);
                match arrived {
                    Some(bytes) => fetcher.queue.borrow_mut().ahead += bytes,
                    // Nobody waits for it: the next search tells.
                    None => return,
                }
                let is_shown = {
                    let queue = fetcher.queue.borrow();
                    queue.urgent.contains(&part) || queue.ahead_first.contains(&part)
                };
                if is_shown {
                    fetcher.show();
                }
            }
        });
    }

    /// Returns the next part to fetch ahead, unless there is something else to do.
    fn next_ahead(&self) -> Option<PartId> {
        let mut queue = self.queue.borrow_mut();
        if queue.ahead >= MOST_AHEAD || !queue.next.is_empty() || !queue.in_flight.is_empty() {
            return None;
        }
        let first = queue.ahead_first.iter().copied().find(|part| !self.store.has(*part));
        let part = first.or_else(|| self.store.absent_search_parts().next())?;
        queue.in_flight.insert(part);
        Some(part)
    }
}
