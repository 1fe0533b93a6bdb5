//! Starts browsers, each with a driver of its own.

use std::{
    env,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    engine::Engine,
    webdriver::{self, Session},
};

/// The number of attempts to start a browser.
const ATTEMPTS: usize = 3;

/// Starts browsers of one engine, one at a time.
pub(crate) struct Launcher {
    engine: Engine,
    display: Option<Display>,
}

/// A browser with an empty profile and its driver. Dropping it stops both.
///
/// A driver serves one browser only: not every driver supports several sessions, and one that has
/// just closed a browser may fail to open the next.
pub(crate) struct Browser {
    pub(crate) session: Session, // closed before its driver
    _driver: RunningProcess,
    /// Holds the profile. Drivers that are stopped leave it behind, a hundred megabytes at a time.
    _temporary_files: TempDir,
}

impl Browser {
    /// Makes the browser as good as new for a test on another host: opens an empty tab, closes all
    /// others, and discards the driver's logs.
    ///
    /// Storage, caches and workers belong to an origin, and each test has an origin of its own.
    /// An emulation ends with its tab.
    pub(crate) fn renew(&self, engine: Engine) -> webdriver::Result<()> {
        let session = &self.session;
        // A worker that is still busy could send requests during the next test.
        session.go("about:blank")?;
        let new = session.new_tab()?;
        for tab in session.tabs()?.iter().filter(|tab| **tab != new) {
            session.switch_to(tab)?;
            session.close_tab()?;
        }
        session.switch_to(&new)?;
        if engine.has_developer_tools() {
            // The first tab of a browser has the focus of the system, a later one may not.
            session.chromium("Page.bringToFront", &json!({}))?;
            session.chromium("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }))?;
            session.chromium_log("browser")?;
            session.chromium_log("performance")?;
        }
        Ok(())
    }
}

impl Launcher {
    pub(crate) fn new(engine: Engine) -> Result<Launcher, String> {
        let display = (engine == Engine::WebKit).then(Display::start).transpose()?;
        Ok(Launcher { engine, display })
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Starts a browser. WebKit's sometimes does not answer at its start, hence the attempts.
    pub(crate) fn launch(&self) -> Result<Browser, String> {
        (1..ATTEMPTS).find_map(|_| self.try_launch().ok()).map_or_else(|| self.try_launch(), Ok)
    }

    fn try_launch(&self) -> Result<Browser, String> {
        let (variable, default) = driver_program(self.engine);
        let program = env::var(variable)
            .ok()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| default.to_owned());
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let temporary_files = tempfile::Builder::new()
            .prefix("cuttings-e2e-")
            .tempdir()
            .map_err(|error| format!("no folder for temporary files: {error}"))?;
        let mut command = Command::new(&program);
        command.env("TMPDIR", temporary_files.path());
        // `scripts/with test …` sets it. Without it, scripts look as the machine's fonts set them.
        if let Ok(fonts) = env::var("CUTTINGS_FONTS") {
            command.env("FONTCONFIG_FILE", fonts);
        }
        if let Some(display) = &self.display {
            command
                .env("DISPLAY", &display.name)
                .env_remove("WAYLAND_DISPLAY")
                .env("GDK_BACKEND", "x11")
                .env("LANGUAGE", "en");
        }
        let driver = command
            .args(driver_arguments(self.engine, port))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| start_error(&program, &error))?;
        let driver = RunningProcess(driver);
        let url = format!("http://127.0.0.1:{port}");
        webdriver::wait_until_ready(&url, Duration::from_secs(30))
            .and_then(|()| Session::start(&url, &capabilities(self.engine)))
            .map(|session| Browser { session, _driver: driver, _temporary_files: temporary_files })
            .map_err(|error| format!("{program}: {error}"))
    }
}

/// The environment variable that names an engine's driver, and the default.
fn driver_program(engine: Engine) -> (&'static str, &'static str) {
    match engine {
        Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
        Engine::Firefox => ("GECKODRIVER", "geckodriver"),
        Engine::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
    }
}

fn driver_arguments(engine: Engine, port: u16) -> Vec<String> {
    match engine {
        Engine::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".to_owned()],
        // The default of the second port is fixed, so two drivers could not run at a time.
        Engine::Firefox => vec![
            format!("--port={port}"),
            "--websocket-port=0".to_owned(),
            "--log=fatal".to_owned(),
        ],
        Engine::WebKit => vec![format!("--port={port}")],
    }
}

/// The capabilities of a new session: no window, an empty profile, no background requests.
fn capabilities(engine: Engine) -> Value {
    match engine {
        Engine::Chromium => {
            let mut options = json!({
                "args": [
                    "--headless",
                    "--no-sandbox", // root in a container has no sandbox; the pages are our own
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // A spare process for the next page costs a tenth of a test and is not used.
                    "--disable-features=SpareRendererForSitePerProcess",
                    "--no-first-run",
                    "--hide-scrollbars",
                    // A site may choose its language by these.
                    "--accept-lang=en-US,en",
                    "--window-size=1280,800",
                ],
            });
            set_binary(&mut options, "CHROME");
            json!({
                "goog:chromeOptions": options,
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            })
        }
        Engine::Firefox => {
            let mut options = json!({
                "args": ["-headless"],
                "prefs": {
                    "intl.accept_languages": "en",
                    "layout.css.prefers-color-scheme.content-override": 1, // light
                    // The tab key reaches links on every system; the default differs on a Mac.
                    "accessibility.tabfocus": 7,
                },
            });
            set_binary(&mut options, "FIREFOX");
            json!({ "moz:firefoxOptions": options })
        }
        Engine::WebKit => {
            let mut options = json!({ "args": ["--automation"] });
            set_binary(&mut options, "WEBKIT");
            json!({ "webkitgtk:browserOptions": options })
        }
    }
}

/// Sets the browser that the driver starts, if the environment variable names one.
fn set_binary(options: &mut Value, variable: &str) {
    if let Some(binary) = env::var(variable).ok().filter(|binary| !binary.is_empty()) {
        options["binary"] = binary.into();
    }
}

/// A process that is killed when its owner drops it.
struct RunningProcess(Child);

impl Drop for RunningProcess {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A virtual X display, for a browser without a headless mode. Dropping it stops the X server.
struct Display {
    name: String,
    _server: RunningProcess,
}

impl Display {
    fn start() -> Result<Display, String> {
        const PROGRAM: &str = "Xvfb";
        let mut process = Command::new(PROGRAM)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| start_error(PROGRAM, &error))?;
        // The server prints its display number as soon as clients can connect.
        let mut number = String::new();
        let line =
            process.stdout.take().map(|output| BufReader::new(output).read_line(&mut number));
        let server = RunningProcess(process);
        match line {
            Some(Ok(1..)) => Ok(Display { name: format!(":{}", number.trim()), _server: server }),
            _ => Err(format!("{PROGRAM} stopped without naming a display")),
        }
    }
}

fn start_error(program: &str, error: &std::io::Error) -> String {
    format!(
        "cannot start {program}: {error}; run this with `scripts/with test …`, which finds or \
         installs it"
    )
}

/// Returns a port that no program listens on at the moment.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
