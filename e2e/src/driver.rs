//! The browsers, the drivers through which the tests steer them, and what each browser can do for a test.

use std::{
    env,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
    str::FromStr,
    time::Duration,
};

use serde_json::{Value, json};

use crate::webdriver::{self, Session};

/// A browser engine. What one of them lacks is asked of the engine by name, never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK's test browser, the nearest to Safari that there is outside of Apple's systems.
    WebKit,
}

impl FromStr for Browser {
    type Err = String;

    fn from_str(name: &str) -> Result<Browser, String> {
        match name {
            "chromium" => Ok(Browser::Chromium),
            "firefox" => Ok(Browser::Firefox),
            "webkit" => Ok(Browser::WebKit),
            _ => Err(format!("no browser `{name}` here; there are: chromium, firefox, webkit")),
        }
    }
}

impl Browser {
    /// Whether the engine's developer tools can be asked: emulated media and screens, no JavaScript, the console, and a
    /// log of every request.
    pub(crate) fn has_developer_tools(self) -> bool {
        matches!(self, Browser::Chromium)
    }

    /// Whether the driver says which role and name an element has for assistive technology. Where it does not, axe-core
    /// computes them.
    pub(crate) fn computes_roles(self) -> bool {
        !matches!(self, Browser::WebKit)
    }

    /// Whether the driver's own reload is the one that leaves out service workers, which a person asks for with Shift.
    pub(crate) fn reloads_past_workers(self) -> bool {
        matches!(self, Browser::Firefox)
    }

    fn driver(self) -> (&'static str, &'static str) {
        match self {
            Browser::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Browser::Firefox => ("GECKODRIVER", "geckodriver"),
            Browser::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        }
    }

    fn driver_arguments(self, port: u16) -> Vec<String> {
        match self {
            Browser::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".to_owned()],
            // Its second connection to the browser would take a fixed port, which only one of several can have.
            Browser::Firefox => {
                vec![
                    format!("--port={port}"),
                    "--websocket-port=0".to_owned(),
                    "--log=fatal".to_owned(),
                ]
            }
            Browser::WebKit => vec![format!("--port={port}")],
        }
    }

    /// What a new session asks for: a browser without a window, without a past, and quiet on the network.
    fn capabilities(self) -> Value {
        match self {
            Browser::Chromium => {
                let mut options = json!({
                    "args": [
                        "--headless",
                        "--no-sandbox", // a container's root has no sandbox; the pages are our own
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--window-size=1280,800",
                    ],
                });
                name_binary(&mut options, "CHROME");
                json!({
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Browser::Firefox => {
                let mut options = json!({
                    "args": ["-headless"],
                    "prefs": {
                        "intl.accept_languages": "en",
                        "layout.css.prefers-color-scheme.content-override": 1, // light
                        // A tab reaches links as well, as it does everywhere but on a Mac.
                        "accessibility.tabfocus": 7,
                    },
                });
                name_binary(&mut options, "FIREFOX");
                json!({ "moz:firefoxOptions": options })
            }
            Browser::WebKit => {
                let mut options = json!({ "args": ["--automation"] });
                name_binary(&mut options, "WEBKIT");
                json!({ "webkitgtk:browserOptions": options })
            }
        }
    }
}

/// Has the driver start the browser that a variable names, rather than the one that it finds itself.
fn name_binary(options: &mut Value, variable: &str) {
    if let Some(binary) = env::var(variable).ok().filter(|binary| !binary.is_empty()) {
        options["binary"] = binary.into();
    }
}

/// A process that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How often a browser is started before it is said that it does not start.
const STARTS: usize = 3;

/// Where browsers are started, one at a time.
pub(crate) struct Desk {
    browser: Browser,
    screen: Option<Screen>,
}

/// A browser with an empty profile and a driver of its own: not every driver takes several sessions, and one that has just
/// closed a browser may never open the next. Dropping it closes both.
pub(crate) struct Window {
    pub(crate) session: Session, // closed before its driver
    _driver: Running,
}

impl Desk {
    /// A place for this browser.
    pub(crate) fn new(browser: Browser) -> Result<Desk, String> {
        Ok(Desk { browser, screen: (browser == Browser::WebKit).then(Screen::start).transpose()? })
    }

    /// The browser that is started here.
    pub(crate) fn browser(&self) -> Browser {
        self.browser
    }

    /// Starts the browser and its driver. WebKit's now and then never answers at its start: then another is tried.
    pub(crate) fn open(&self) -> Result<Window, String> {
        (1..STARTS).find_map(|_| self.start().ok()).map_or_else(|| self.start(), Ok)
    }

    /// Starts them once, on a free port.
    fn start(&self) -> Result<Window, String> {
        let (variable, usual) = self.browser.driver();
        let program = env::var(variable)
            .ok()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| usual.to_owned());
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let mut command = Command::new(&program);
        if let Some(screen) = &self.screen {
            command
                .env("DISPLAY", &screen.name)
                .env_remove("WAYLAND_DISPLAY")
                .env("GDK_BACKEND", "x11");
        }
        let driver = command
            .args(self.browser.driver_arguments(port))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| cannot_start(&program, &error))?;
        let driver = Running(driver);
        let address = format!("http://127.0.0.1:{port}");
        webdriver::wait_until_ready(&address, Duration::from_secs(30))
            .and_then(|()| Session::start(&address, &self.browser.capabilities()))
            .map(|session| Window { session, _driver: driver })
            .map_err(|error| format!("{program}: {error}"))
    }
}

/// An X server that nobody looks at, for a browser that has no headless mode. Ends with its owner.
struct Screen {
    name: String,
    _process: Running,
}

impl Screen {
    fn start() -> Result<Screen, String> {
        const PROGRAM: &str = "Xvfb";
        let mut process = Command::new(PROGRAM)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| cannot_start(PROGRAM, &error))?;
        // It says which number it found free once it can be used.
        let mut number = String::new();
        let said =
            process.stdout.take().map(|output| BufReader::new(output).read_line(&mut number));
        let process = Running(process);
        match said {
            Some(Ok(1..)) => Ok(Screen { name: format!(":{}", number.trim()), _process: process }),
            _ => Err(format!("{PROGRAM} ended without a display")),
        }
    }
}

fn cannot_start(program: &str, error: &std::io::Error) -> String {
    format!(
        "cannot start {program}: {error}; run this by `scripts/with test …`, which finds or installs it"
    )
}

/// A port that nobody listens on now.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
