//! The browser engines, and the abilities of their drivers that tests depend on.

use clap::ValueEnum;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's test browser, the closest to Safari outside of Apple's systems.
    #[value(name = "webkit")]
    WebKit,
}

/// All engines, for tests of behaviour that may differ between them.
pub(crate) const EVERY_ENGINE: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

impl Engine {
    /// The name on the command line and at the start of each test's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Returns true if the driver forwards commands to developer tools: emulated media and
    /// viewports, disabled JavaScript, the console, and a log of every request.
    pub(crate) fn has_developer_tools(self) -> bool {
        matches!(self, Engine::Chromium)
    }

    /// Returns true if the driver reports the computed role and name of an element. For the other
    /// engines, axe-core computes them.
    pub(crate) fn computes_roles(self) -> bool {
        !matches!(self, Engine::WebKit)
    }

    /// Returns true if the driver's reload bypasses service workers, as Shift and reload does.
    pub(crate) fn reload_bypasses_workers(self) -> bool {
        matches!(self, Engine::Firefox)
    }

    /// Returns true if the browser has an HTTP cache that the page and its service worker share.
    /// The session of WebKitGTK's test browser is a private one without a cache on the disk.
    pub(crate) fn shares_http_cache(self) -> bool {
        !matches!(self, Engine::WebKit)
    }
}
