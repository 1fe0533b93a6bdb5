//! A page under test: a browser of its own, on a host of its own, so that no test sees another's storage, cache or history.

use std::{
    cell::{Ref, RefCell, RefMut},
    path::PathBuf,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    driver::{Browser, Window},
    guards::Allowances,
    locator::Locator,
    runner::Places,
    server::{Files, Server},
    webdriver::{Key, Session},
};

/// How long a page may take to do as it should. Long, since only failing tests wait for all of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long between two looks.
const BETWEEN: Duration = Duration::from_millis(30);

/// Ends what moves: colours on their way from one scheme to the other are nobody's choice.
const COME_TO_REST: &str = "
    document.documentElement.getBoundingClientRect(); // has the browser see what changed
    for (const animation of document.getAnimations())
        if (animation.timeline === document.timeline && animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
";

/// What the person who reads prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// A browser, and the host it looks at.
pub(crate) struct Page {
    window: Window,
    browser: Browser,
    server: RefCell<Server>,
    allowances: RefCell<Allowances>,
    next: Option<Files>,
    flags: Flags,
}

/// What the command line asks of the tests.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Flags {
    /// Keep the pictures there are now rather than compare them with those that were kept.
    pub(crate) update_screenshot: bool,
}

impl Page {
    pub(crate) fn new(window: Window, browser: Browser, server: Server, places: &Places) -> Page {
        Page {
            window,
            browser,
            server: RefCell::new(server),
            allowances: RefCell::default(),
            next: places.hostile.clone(),
            flags: places.flags,
        }
    }

    pub(crate) fn session(&self) -> &Session {
        &self.window.session
    }

    pub(crate) fn browser(&self) -> Browser {
        self.browser
    }

    pub(crate) fn server(&self) -> Ref<'_, Server> {
        self.server.borrow()
    }

    /// The host, to be switched off and on.
    pub(crate) fn server_mut(&self) -> RefMut<'_, Server> {
        self.server.borrow_mut()
    }

    /// What the test at hand expects to go wrong.
    pub(crate) fn allowances(&self) -> RefMut<'_, Allowances> {
        self.allowances.borrow_mut()
    }

    /// Has the host serve another edition from now on.
    #[track_caller]
    pub(crate) fn publish_next(&self) {
        self.server().publish(self.next.clone().expect("another edition"));
    }

    pub(crate) fn flags(&self) -> Flags {
        self.flags
    }

    // ── Going about ────────────────────────────────────────────────────────────────────────────────────────────────

    /// The whole address of a path that begins with a slash, wherever the site is.
    pub(crate) fn address(&self, path: &str) -> String {
        let server = self.server();
        format!("{}{}{}", server.origin(), server.base(), path.trim_start_matches('/'))
    }

    /// Goes to a path that begins with a slash, and waits until the program runs there or has said why it cannot.
    #[track_caller]
    pub(crate) fn open(&self, path: &str) {
        self.open_at_once(path);
        self.await_program();
    }

    /// Goes to a path that begins with a slash; what is there is the page as it was published, until the program takes over.
    #[track_caller]
    pub(crate) fn open_at_once(&self, path: &str) {
        let address = self.address(path);
        done(self.window.session.go(&address));
    }

    /// Waits until the program has taken over, or has said why it cannot.
    #[track_caller]
    pub(crate) fn await_program(&self) {
        self.until("the program to run", || {
            let waiting =
                "return !!document.getElementById('still') && document.getElementById('notice').hidden";
            if self.script(waiting) == false { Ok(()) } else { Err("it does not".to_owned()) }
        });
    }

    /// The path and query shown, as [`Page::open`] takes them.
    #[track_caller]
    pub(crate) fn path(&self) -> String {
        let shown = done(self.window.session.url());
        let root = self.address("");
        match shown.strip_prefix(&root) {
            Some(path) => format!("/{path}"),
            None => panic!("the page went outside of its base path: {shown}"),
        }
    }

    /// Waits for a path and query, in any writing of the query's characters.
    #[track_caller]
    pub(crate) fn expect_path(&self, expected: &str) {
        self.until(&format!("the address {expected}"), || {
            let shown = self.path();
            if plain(&shown) == plain(expected) { Ok(()) } else { Err(format!("it is {shown}")) }
        });
    }

    #[track_caller]
    pub(crate) fn back(&self) {
        done(self.window.session.back());
    }

    #[track_caller]
    pub(crate) fn forward(&self) {
        done(self.window.session.forward());
    }

    #[track_caller]
    pub(crate) fn reload(&self) {
        if self.browser.reloads_past_workers() {
            self.script("document.documentElement.dataset.left = ''; location.reload()");
            self.until("another document", || {
                let there = "return document.readyState === 'complete' && document.documentElement.dataset.left === undefined";
                if self.script(there) == true { Ok(()) } else { Err("it is the same".to_owned()) }
            });
        } else {
            done(self.window.session.reload());
        }
        self.await_program();
    }

    /// Waits until the browser keeps a whole edition.
    #[track_caller]
    pub(crate) fn expect_kept(&self) {
        self.until("the edition to be kept", || {
            let state = "return navigator.serviceWorker.getRegistration().then(found => found?.active?.state ?? 'no worker')";
            let state = self.script(state);
            if state == "activated" { Ok(()) } else { Err(state.to_string()) }
        });
    }

    // ── Looking ────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Whatever has a role.
    pub(crate) fn role(&self, role: &'static str) -> Locator<'_> {
        Locator::new(self, role)
    }

    /// Looks again and again until `look` is content, and fails with its last complaint.
    #[track_caller]
    pub(crate) fn until<T>(&self, wanted: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
        let started = Instant::now();
        loop {
            match look() {
                Ok(found) => return found,
                Err(complaint) if started.elapsed() > PATIENCE => {
                    panic!("waited {} s for {wanted}: {complaint}", PATIENCE.as_secs())
                }
                Err(_) => std::thread::sleep(BETWEEN),
            }
        }
    }

    /// What the body of a function returns in the document.
    #[track_caller]
    pub(crate) fn script(&self, body: &str) -> Value {
        done(self.window.session.run(body, &json!([])))
    }

    // ── Doing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    /// Types characters, key by key, wherever the focus is.
    #[track_caller]
    pub(crate) fn keys(&self, characters: &str) {
        done(self.window.session.keys(characters));
    }

    /// Presses one key, wherever the focus is.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.keys(&key.character().to_string());
    }

    /// Takes the pointer to the window's corner, away from whatever was clicked.
    #[track_caller]
    pub(crate) fn point_nowhere(&self) {
        let corner = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        done(self.window.session.chromium("Input.dispatchMouseEvent", &corner));
    }

    // ── What the person's device is like ───────────────────────────────────────────────────────────────────────────

    /// The size of what is seen of the page, in CSS pixels.
    #[track_caller]
    pub(crate) fn view(&self, width: u32, height: u32) {
        if self.browser.has_developer_tools() {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            done(self.window.session.chromium("Emulation.setDeviceMetricsOverride", &size));
        } else {
            // A window is larger than what it shows of the page, by as much as is there after a first try.
            done(self.window.session.resize_window(width, height));
            let seen = self.script("return [innerWidth, innerHeight]");
            let outer = |wanted: u32, seen: &Value| {
                let seen =
                    seen.as_u64().and_then(|seen| u32::try_from(seen).ok()).unwrap_or(wanted);
                wanted + wanted.saturating_sub(seen)
            };
            done(
                self.window.session.resize_window(outer(width, &seen[0]), outer(height, &seen[1])),
            );
        }
        self.until(&format!("a view {width} pixels wide"), || {
            let seen = self.script("return innerWidth");
            if seen == width { Ok(()) } else { Err(format!("it is {seen}")) }
        });
    }

    /// The colour scheme that the device prefers.
    #[track_caller]
    pub(crate) fn prefer(&self, scheme: Scheme) {
        self.emulate("", &[("prefers-color-scheme", scheme.name())]);
    }

    /// What the page is shown on (`print`, or nothing for a screen), and what else media queries ask for.
    #[track_caller]
    pub(crate) fn emulate(&self, media: &str, features: &[(&str, &str)]) {
        assert!(self.browser.has_developer_tools(), "{:?} cannot be told of media", self.browser);
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let media = json!({ "media": media, "features": features });
        done(self.window.session.chromium("Emulation.setEmulatedMedia", &media));
        self.script(COME_TO_REST);
    }

    /// Slows the page's processor down so many times; 1 is as it is. In an engine that cannot be told, nothing is slower.
    #[track_caller]
    pub(crate) fn slow_down(&self, times: u32) {
        if self.browser.has_developer_tools() {
            done(
                self.window
                    .session
                    .chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": times })),
            );
        }
    }

    /// Runs a script in each document from now on, before any of the document's own.
    #[track_caller]
    pub(crate) fn before_each_document(&self, script: &str) {
        assert!(
            self.browser.has_developer_tools(),
            "{:?} cannot run a script so early",
            self.browser
        );
        let source = json!({ "source": script });
        done(self.window.session.chromium("Page.addScriptToEvaluateOnNewDocument", &source));
    }

    /// Switches the page's JavaScript off, or on again.
    #[track_caller]
    pub(crate) fn without_javascript(&self, off: bool) {
        assert!(
            self.browser.has_developer_tools(),
            "{:?} cannot do without JavaScript",
            self.browser
        );
        done(
            self.window
                .session
                .chromium("Emulation.setScriptExecutionDisabled", &json!({ "value": off })),
        );
    }

    /// Writes what is seen to `target/e2e/shots/NAME.png`, for a person to look at.
    #[track_caller]
    pub(crate) fn shot(&self, name: &str) -> Vec<u8> {
        self.script(COME_TO_REST);
        let bytes = done(self.window.session.screenshot());
        let path = shots().join(format!("{name}.png"));
        if let Err(error) = path
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::write(&path, &bytes))
        {
            panic!("cannot write {}: {error}", path.display());
        }
        bytes
    }
}

/// Where pictures go.
pub(crate) fn shots() -> PathBuf {
    project().join("target/e2e/shots")
}

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// What a command gave; a command that fails fails the test.
#[track_caller]
pub(crate) fn done<T>(result: crate::webdriver::Result<T>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// An address with its percent signs and pluses read.
fn plain(address: &str) -> String {
    percent_encoding::percent_decode_str(&address.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}
