//! The page under test: a tab and a host of its own for each test, so that no test sees the
//! storage, cache or history of another.

use std::{
    cell::{Ref, RefCell, RefMut},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    allowances::Allowances,
    driver::Browser,
    engine::Engine,
    server::{Files, Server},
    webdriver::{self, Key, Session},
};

/// The longest wait for a condition. It is long because only failing tests wait to its end.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The time between two checks of a condition.
const POLL_INTERVAL: Duration = Duration::from_millis(30);

/// A browser and the host that it visits.
pub(crate) struct Page {
    browser: Browser,
    engine: Engine,
    server: RefCell<Server>,
    /// The origins of hosts that the page has left.
    left_origins: RefCell<Vec<String>>,
    allowances: RefCell<Allowances>,
    logs: RefCell<Logs>,
    options: Options,
}

/// The options of a test.
pub(crate) struct Options {
    /// The edition that the test may publish.
    pub(crate) next_edition: Option<Files>,
    /// Replace the reference screenshots instead of comparing with them.
    pub(crate) update_screenshots: bool,
    /// Find accessibility violations when the test ends.
    pub(crate) audit_accessibility: bool,
}

/// The entries that the driver has reported since the test began. The driver reports each once.
#[derive(Default)]
struct Logs {
    console: Vec<Value>,
    network: Vec<Value>,
}

impl Page {
    pub(crate) fn new(browser: Browser, engine: Engine, server: Server, options: Options) -> Page {
        Page {
            browser,
            engine,
            server: RefCell::new(server),
            left_origins: RefCell::default(),
            allowances: RefCell::default(),
            logs: RefCell::default(),
            options,
        }
    }

    /// Ends the test and returns its browser.
    pub(crate) fn into_browser(self) -> Browser {
        self.browser
    }

    pub(crate) fn session(&self) -> &Session {
        &self.browser.session
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) fn server(&self) -> Ref<'_, Server> {
        self.server.borrow()
    }

    /// The host, to start and stop it.
    pub(crate) fn server_mut(&self) -> RefMut<'_, Server> {
        self.server.borrow_mut()
    }

    /// Returns true if screenshots replace the references instead of being compared with them.
    pub(crate) fn updates_screenshots(&self) -> bool {
        self.options.update_screenshots
    }

    /// Returns true if the guards find accessibility violations.
    pub(crate) fn audits_accessibility(&self) -> bool {
        self.options.audit_accessibility
    }

    /// Serves the next edition from now on.
    #[track_caller]
    pub(crate) fn publish_next_edition(&self) {
        self.server()
            .publish(self.options.next_edition.clone().expect("the site has a next edition"));
    }

    /// Serves other files from another host from now on. The one before is gone, so requests to it
    /// fail.
    #[track_caller]
    pub(crate) fn move_to(&self, files: Files, base: &str) {
        let next = Server::start(files, base).expect("a port is free");
        let left = std::mem::replace(&mut *self.server_mut(), next);
        self.left_origins.borrow_mut().push(left.origin());
    }

    /// Returns true if a host of the page has this origin, or had it before.
    pub(crate) fn has_origin(&self, origin: &str) -> bool {
        self.server().origin() == origin || self.left_origins.borrow().iter().any(|it| it == origin)
    }

    // ── Expected failures ───────────────────────────────────────────────────────────────────────

    pub(crate) fn allowances(&self) -> Ref<'_, Allowances> {
        self.allowances.borrow()
    }

    /// Allows requests to fail if their URL contains `part`.
    pub(crate) fn allow_failed_request(&self, part: &str) {
        self.allowances.borrow_mut().allow_failed_request(part);
    }

    /// Allows console errors and warnings that contain `part`.
    pub(crate) fn allow_console_message(&self, part: &str) {
        self.allowances.borrow_mut().allow_console_message(part);
    }

    /// Returns all entries of the browser's console since the test began. Chromium only.
    pub(crate) fn console_log(&self) -> webdriver::Result<Ref<'_, [Value]>> {
        let new = self.session().chromium_log("browser")?;
        self.logs.borrow_mut().console.extend(new);
        Ok(Ref::map(self.logs.borrow(), |logs| logs.console.as_slice()))
    }

    /// Returns all events of the browser's network log since the test began. Chromium only.
    pub(crate) fn network_log(&self) -> webdriver::Result<Ref<'_, [Value]>> {
        let new = self.session().chromium_log("performance")?;
        self.logs.borrow_mut().network.extend(new);
        Ok(Ref::map(self.logs.borrow(), |logs| logs.network.as_slice()))
    }

    // ── Navigation ──────────────────────────────────────────────────────────────────────────────

    /// Returns the URL of a path that begins with a slash, below the base path of the site.
    pub(crate) fn url_of(&self, path: &str) -> String {
        let server = self.server();
        format!("{}{}{}", server.origin(), server.base(), path.trim_start_matches('/'))
    }

    /// Opens a path that begins with a slash, and waits until the program runs or has reported why
    /// it cannot.
    #[track_caller]
    pub(crate) fn open(&self, path: &str) {
        self.open_published(path);
        self.await_program();
    }

    /// Opens a path that begins with a slash, and returns at the document's `load`. Until the
    /// program takes over, the document is the page as it was published.
    #[track_caller]
    pub(crate) fn open_published(&self, path: &str) {
        let url = self.url_of(path);
        expect_ok(self.session().go(&url));
    }

    /// Waits until the program has taken over or has reported why it cannot.
    #[track_caller]
    pub(crate) fn await_program(&self) {
        self.until("the program to run", || {
            let waiting = "return !!document.getElementById('still')
                && document.getElementById('notice').hidden";
            if self.script(waiting) == false { Ok(()) } else { Err("it does not".to_owned()) }
        });
    }

    /// Returns the current path and query, in the form that [`Page::open`] takes.
    #[track_caller]
    pub(crate) fn path(&self) -> String {
        let url = expect_ok(self.session().url());
        let root = self.url_of("");
        match url.strip_prefix(&root) {
            Some(path) => format!("/{path}"),
            None => panic!("the page left its base path: {url}"),
        }
    }

    /// Waits for a path and query. The query's characters may be percent-encoded or not.
    #[track_caller]
    pub(crate) fn expect_path(&self, expected: &str) {
        self.until(&format!("the path {expected}"), || {
            let path = self.path();
            if decode(&path) == decode(expected) { Ok(()) } else { Err(format!("it is {path}")) }
        });
    }

    #[track_caller]
    pub(crate) fn back(&self) {
        expect_ok(self.session().back());
    }

    #[track_caller]
    pub(crate) fn forward(&self) {
        expect_ok(self.session().forward());
    }

    #[track_caller]
    pub(crate) fn reload(&self) {
        if self.engine.reload_bypasses_workers() {
            self.script("document.documentElement.dataset.reloading = ''; location.reload()");
            self.until("a new document", || {
                let loaded = "return document.readyState === 'complete'
                    && document.documentElement.dataset.reloading === undefined";
                if self.script(loaded) == true { Ok(()) } else { Err("it is the same".to_owned()) }
            });
        } else {
            expect_ok(self.session().reload());
        }
        self.await_program();
    }

    // ── Waiting and scripts ─────────────────────────────────────────────────────────────────────

    /// Repeats `check` until it succeeds. After the timeout, panics with its last error.
    #[track_caller]
    pub(crate) fn until<T>(
        &self,
        condition: &str,
        mut check: impl FnMut() -> Result<T, String>,
    ) -> T {
        let started = Instant::now();
        loop {
            match check() {
                Ok(value) => return value,
                Err(error) if started.elapsed() > TIMEOUT => {
                    panic!("waited {} s for {condition}: {error}", TIMEOUT.as_secs())
                }
                Err(_) => std::thread::sleep(POLL_INTERVAL),
            }
        }
    }

    /// Runs the body of a function in the document and returns its result.
    #[track_caller]
    pub(crate) fn script(&self, body: &str) -> Value {
        expect_ok(self.session().run(body, &json!([])))
    }

    // ── Input ───────────────────────────────────────────────────────────────────────────────────

    /// Types characters, one key after the other, into the focused element.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        expect_ok(self.session().keys(text));
    }

    /// Presses one key.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.type_text(&key.character().to_string());
    }
}

/// Returns the result of a command. A command that fails fails the test.
#[track_caller]
pub(crate) fn expect_ok<T>(result: webdriver::Result<T>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// Decodes the percent signs and plus signs of a URL.
fn decode(url: &str) -> String {
    percent_encoding::percent_decode_str(&url.replace('+', " ")).decode_utf8_lossy().into_owned()
}
